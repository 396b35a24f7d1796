//! Of two briefs of one day none has the last word: what pages say does not hang on what their files are called.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::Project;

const HEAD: &str = "schema: 1\nmarking: TLP:CLEAR\nstory: quay\n\
    sources:\n  - {id: port, name: Port of Oro, kind: official, descriptor: Invented}\n\
    \x20 - {id: union, name: Union of Oro, kind: official, descriptor: Invented}\n\
    entities:\n  - {id: quay, name: Grain quay, kind: place, role: Invented}\n";

/// The facts of the pair, by which they answer their questions.
const FACTS: [[&str; 2]; 5] = [
    [
        "{id: open, text: 'The [quay](entity:quay) is open.', status: observed, said_by: port}",
        "{id: open, text: 'The [quay](entity:quay) is open.', status: disputed, said_by: port}",
    ],
    [
        "{id: cause, text: It was rust., status: claimed, said_by: port}",
        "{id: cause, text: It was salt., status: claimed, said_by: port}",
    ],
    [
        "{id: crane, text: The crane stands., status: claimed, said_by: union}",
        "{id: crane, text: The crane stands., status: claimed, said_by: port}",
    ],
    [
        "{id: strike, text: The strike is over., status: claimed, said_by: union}",
        "{id: strike, text: The strike is over., status: denied, said_by: port}",
    ],
    [
        "{id: ship, text: The ship left., status: observed, said_by: port, when: 2025-03-01}",
        "{id: ship, text: The ship left., status: observed, said_by: port, when: 2025-03}",
    ],
];

/// How the questions of the pair stand.
const QUESTIONS: [[&str; 2]; 5] = [
    ["status: answered, answered_by: open", "status: answered, answered_by: open"],
    ["status: answered, answered_by: cause", "status: answered, answered_by: cause"],
    ["status: answered, answered_by: crane", "status: answered, answered_by: crane"],
    // One of them need not take the question up to say that it is not so.
    ["status: answered, answered_by: strike", ""],
    ["status: narrowed", "status: moot"],
];

/// One of the pair.
fn of_pair(which: usize) -> String {
    let facts = FACTS.map(|pair| format!("  - {}\n", pair[which])).concat();
    let asked = QUESTIONS.iter().enumerate().filter(|(_, pair)| !pair[which].is_empty());
    let stance = ["asserts", "denies"][which];
    let asked = asked.map(|(number, pair)| {
        format!(
            "  - {{id: q{number}, question: Invented {number}?, {}, positions: [\
             {{id: said, stance: {stance}, says: So {which}., said_by: port, on: 2025-03-02}}, \
             {{stance: {stance}, says: Invented {which}., said_by: union}}]}}\n",
            pair[which]
        )
    });
    let judged = ["likelihood: likely, confidence: high", "likelihood: unlikely, confidence: low"][which];
    format!(
        "title: Brief {which} of two\ndate: 2025-03-02\nbottom_line: Invented {which}.\n{HEAD}key_facts:\n{facts}\
         open_questions:\n{}judgements:\n  - {{id: stays, text: It stays open., {judged}, basis: [open]}}\n",
        asked.collect::<String>()
    )
}

/// A brief of another day.
fn alone(date: &str, status: &str, asked: &str) -> String {
    let asked = (0..QUESTIONS.len())
        .map(|number| format!("  - {{id: q{number}, question: Invented {number}?, {asked}}}\n"));
    format!(
        "title: Brief of {date}\ndate: {date}\nbottom_line: Invented.\n{HEAD}key_facts:\n  \
         - {{id: open, text: 'The [quay](entity:quay) is open.', status: {status}, said_by: port}}\n\
         open_questions:\n{}judgements:\n  \
         - {{id: stays, text: It stays open., likelihood: unlikely, confidence: moderate, basis: [open]}}\n",
        asked.collect::<String>()
    )
}

/// The names of the pair.
const NAMES: [&str; 2] = ["aaaa", "zzzz"];

fn desk(names: [&str; 2]) -> Project {
    names.iter().enumerate().fold(
        Project::new()
            .file("attache.yaml", "title: Invented\n")
            .file("briefs/first.yaml", alone("2025-03-01", "claimed", "status: open"))
            .file("briefs/last.yaml", alone("2025-03-03", "stated", "status: narrowed")),
        |project, (which, name)| project.file(&format!("briefs/{name}.yaml"), of_pair(which)),
    )
}

/// A text in which each of the pair has the name of the other.
fn swapped(text: &str) -> String {
    text.replace(NAMES[0], "\0").replace(NAMES[1], NAMES[0]).replace('\0', NAMES[1])
}

/// The lines of a text, in no order: what two briefs of a day have is listed by the names of their files.
fn lines(text: &str) -> BTreeSet<String> {
    text.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn what_is_said_of_a_day_does_not_hang_on_the_names_of_its_briefs() {
    let [one, other] = [NAMES, [NAMES[1], NAMES[0]]].map(desk);
    let said = |project: &Project, is_other: bool| {
        let mut said = BTreeMap::new();
        let mut keep = |what: String, text: String| {
            let (what, text) = if is_other { (swapped(&what), swapped(&text)) } else { (what, text) };
            said.insert(what, lines(&text));
        };
        for arguments in [
            &["questions", "--all"][..],
            &["diff", "2025-03-01", "2025-03-02"],
            &["diff", "2025-03-02", "2025-03-03"],
            &["daily", "2025-03-02"],
            &["daily", "2025-03-03"],
            &["daily", "--from", "2025-03-01", "--to", "2025-03-03"],
            &["check"],
        ] {
            let run = project.run(arguments);
            assert!(run.code < 2, "{arguments:?}: {}", run.err);
            keep(arguments.join(" "), run.out + &run.err);
        }
        let run = project.run(&["build", "--out", "site"]);
        assert_eq!(run.code, 0, "{}", run.err);
        for (path, bytes) in project.tree("site") {
            let folders = ["questions/", "entities/", "sources/", "stories/", "days/"];
            let is_page = path.rsplit_once('.').is_some_and(|(_, kind)| kind == "html");
            if is_page && folders.iter().any(|folder| path.starts_with(folder)) {
                keep(path, String::from_utf8(bytes).unwrap());
            }
        }
        said
    };
    let (one, other) = (said(&one, false), said(&other, true));
    assert!(one.keys().any(|what| what.starts_with("questions/q3")), "{:?}", one.keys());
    assert!(one.keys().eq(other.keys()));
    for (what, lines) in &one {
        let others = other.get(what).unwrap();
        let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
        assert_eq!(only(lines, others), only(others, lines), "{what}");
    }
}
