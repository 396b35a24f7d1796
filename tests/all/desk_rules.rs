//! The rules that look across a desk: their cost grows with the desk, not with its square.

use std::time::Instant;

use attache::check;
use attache::desk::Desk;
use attache::published::Published;
use attache::settings::Settings;
use attache::source::SourceFile;
use attache::validate::{Inherited, validate};

/// `cargo test --release -- --ignored --nocapture desk_rules` prints the figures.
#[test]
#[ignore = "a measurement; takes seconds in a debug build"]
fn rules_across_the_desk_grow_with_the_desk() {
    let mut costs = Vec::new();
    for size in [1_000, 10_000] {
        let desk = desk(size);
        let published = Published::of_desk(&desk);
        let best = (0..5)
            .map(|_| {
                let start = Instant::now();
                let found = check::desk(&desk, &Settings::default(), Some(&published));
                (start.elapsed(), found.len())
            })
            .min()
            .unwrap();
        println!("{size} briefs: {:?}, {} findings", best.0, best.1);
        costs.push(best.0);
    }
    // Ten times the desk; sorted maps and caches that are outgrown make it somewhat more than ten times the work.
    assert!(costs[1] < costs[0] * 25, "{costs:?}");
}

/// Invented briefs with stories, topics in two spellings, and questions that open, rest, are answered and come back.
fn desk(size: usize) -> Desk {
    let mut briefs: Vec<_> = (0..size).map(brief).collect();
    briefs.sort_by(|a, b| (b.date.value, &a.id).cmp(&(a.date.value, &b.id)));
    Desk { briefs, ..Desk::default() }
}

fn brief(index: usize) -> attache::model::Brief {
    let day = format!("20{:02}-{:02}-{:02}", 10 + index / 336 % 80, index / 28 % 12 + 1, index % 28 + 1);
    let topic = if index.is_multiple_of(50) { "Topic Nr" } else { "topic-nr" };
    let status = ["open", "narrowed", "moot"][index / 100 % 3];
    let text = format!(
        "schema: 1\ntitle: Brief {index}\ndate: {day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
         topics: [{topic} {}, all]\nsources:\n  - {{id: one, name: One, kind: official}}\nopen_questions:\n\
         \x20 - id: q-{}\n    question: Is the matter of number {} open?\n    status: {status}\n    positions:\n\
         \x20     - {{stance: asserts, says: Yes., said_by: one, on: {day}}}\n\
         \x20 - {{id: everywhere, question: Is it so everywhere?, status: open}}\n",
        index % 200,
        index % 100,
        index % 100
    );
    let file = SourceFile { path: format!("briefs/b{index}.yaml").into(), text, sha256: String::new() };
    let validated = validate(&file, &Inherited::default());
    validated.brief.unwrap_or_else(|| panic!("{:#?}", validated.diagnostics))
}
