//! Templates of a desk's own: what is made of them, and every message about them to the letter.

use std::fs;
use std::path::{Path, PathBuf};

use crate::expected::{assert_expected, folder};
use crate::project::Project;

/// A desk of two sample briefs with the files of a case.
fn desk(case: &Path) -> Project {
    let sample = |name: &str| fs::read_to_string(folder("inputs/ok").join(name)).unwrap();
    let project = Project::new()
        .file("briefs/every-field.yaml", sample("every-field.yaml"))
        .file("briefs/every-field.txt", sample("every-field.txt"))
        .file("briefs/minimal.yaml", sample("minimal.yaml"));
    for path in files(case) {
        let name = path.strip_prefix(case).unwrap().to_string_lossy().into_owned();
        if name != "expected.txt" {
            project.write(&name, fs::read(&path).unwrap());
        }
    }
    project
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[test]
fn mistakes_in_templates_are_told_with_their_places() {
    let mut cases: Vec<_> =
        fs::read_dir(folder("templates")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    for case in cases {
        let run = desk(&case).run(&["templates", "check"]);
        assert_expected(
            &case.join("expected.txt"),
            &format!("{}{}exit code {}\n", run.out, run.err, run.code),
        );
    }
}
