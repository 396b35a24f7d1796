//! A desk's own catalogues of words: what is wrong with them, and what they make of a site.

use std::fs;

use crate::expected::{assert_expected, folder};
use crate::project::{Project, brief};

/// A case is a folder in `tests/locales` with the catalogues of a desk; `expected.txt` is what `check` says of them.
#[test]
fn catalogues_are_checked_as_expected() {
    let mut cases: Vec<_> =
        fs::read_dir(folder("locales")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    for case in cases {
        let project = Project::new().file("briefs/sample.yaml", brief(4));
        for entry in fs::read_dir(case.join("locales")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy();
            project.write(&format!("locales/{name}"), fs::read(&path).unwrap());
        }
        let run = project.run(&["check"]);
        let text = format!("{}{}exit code {}\n", run.out, run.err, run.code);
        assert_expected(&case.join("expected.txt"), &text);
    }
}
