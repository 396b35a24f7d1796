//! The generated desks of the benchmarks: good briefs, and always the same ones.

use std::collections::BTreeSet;
use std::path::PathBuf;

use attache::check::{self, Options};
use attache::source::SourceFile;
use attache::validate::validate;

use crate::generator::desk;

#[test]
fn every_generated_brief_checks_clean() {
    for (name, text) in desk(1, 200) {
        let file = SourceFile { path: PathBuf::from(&name), text, sha256: String::new() };
        let validated = validate(&file, &attache::validate::Inherited::default());
        assert!(validated.diagnostics.is_empty(), "{name}: {:#?}\n{}", validated.diagnostics, file.text);
        let found = check::file(&file, &Options::default()).expect("no article to read");
        assert!(found.is_empty(), "{name}: {found:#?}\n{}", file.text);
        let brief = validated.brief.expect("a brief without diagnostics");
        let parts = [brief.sources.len(), brief.entities.len(), brief.key_facts.len(), brief.timeline.len()];
        assert_eq!(parts, [6, 4, 10, 6], "{name}");
        assert_eq!(brief.open_questions.len(), 4, "{name}");
    }
}

#[test]
fn a_generated_brief_has_six_to_seven_kilobytes() {
    let bytes: usize = desk(1, 1_000).map(|(_, text)| text.len()).sum();
    assert!((6_000..7_200).contains(&(bytes / 1_000)), "{}", bytes / 1_000);
}

#[test]
fn a_seed_is_a_desk() {
    let (small, large): (Vec<_>, Vec<_>) = (desk(7, 60).collect(), desk(7, 90).collect());
    assert_eq!(small, large[..60]);
    assert_ne!(small, desk(8, 60).collect::<Vec<_>>());
    let names: BTreeSet<_> = large.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), 90);
}

#[test]
fn questions_of_a_story_live_on() {
    let briefs: Vec<_> = desk(1, 100).map(|(_, text)| text).collect();
    let story = briefs[14].lines().find(|line| line.starts_with("story:")).unwrap();
    let same: Vec<_> = briefs.iter().filter(|text| text.contains(story)).collect();
    assert_eq!(same.len(), 5);
    let number = story.rsplit_once('-').unwrap().1;
    let own = format!("-{number}");
    let questions = |text: &str| -> BTreeSet<String> {
        text.lines()
            .filter(|line| line.contains("- id:") && line.ends_with(&own))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(questions(same[0]).len(), 4);
    assert!(same.iter().all(|text| questions(text) == questions(same[0])));
}
