//! `attache diff`: what changed, as people and programs read it.

use std::fs;
use std::path::PathBuf;

use crate::expected::{assert_expected, folder};
use crate::project::Project;

/// The folders of cases, sorted.
fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<_> = fs::read_dir(folder("changes")).unwrap().map(|it| it.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 20, "only {} cases", cases.len());
    cases
}

/// A desk with the files of one case under `old/` and `new/`.
fn project(case: &std::path::Path) -> (Project, usize) {
    let mut project = Project::new();
    let mut files = 0;
    for side in ["old", "new"] {
        for file in fs::read_dir(case.join(side)).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            project = project.file(&format!("{side}/{name}"), fs::read(&path).unwrap());
            files += 1;
        }
    }
    (project, files)
}

#[test]
fn cases_change_as_expected() {
    for case in cases() {
        let (project, _) = project(&case);
        let human = project.run(&["diff", "old", "new"]);
        assert_eq!((human.code, human.err.as_str()), (0, ""), "{}", case.display());
        assert_expected(&case.join("expected.txt"), &human.out);
        let json = project.run(&["diff", "old", "new", "--format", "json"]);
        assert_expected(&case.join("expected.json"), &json.out);
        let value: serde_json::Value = serde_json::from_str(&json.out).unwrap();
        let any = !value["changes"].as_array().unwrap().is_empty();
        assert_eq!(human.out == "nothing has changed\n", !any, "{}", case.display());
        let code = project.run(&["diff", "old", "new", "--exit-code"]).code;
        assert_eq!(code, i32::from(any), "{}", case.display());
    }
}
