//! The worked customisations of the guide to templates: desks that are built, and the guide that shows their files to the letter.

use std::fs;
use std::path::{Path, PathBuf};

use crate::expected::{assert_expected, folder};
use crate::project::Project;

/// A case is a folder in `tests/customisations`: settings and templates for the briefs of the sample desk. Of its site those files are
/// compared that stand in its folder `expected`.
#[test]
fn customisations_become_their_sites() {
    let cases: Vec<_> =
        fs::read_dir(folder("customisations")).unwrap().map(|it| it.unwrap().path()).collect();
    assert!(cases.len() >= 3);
    for case in cases {
        let project = Project::new();
        copy(Path::new("briefs"), "desk/briefs", &project);
        copy(&case, "desk", &project);
        let check = project.run(&["templates", "check", "--desk", "desk"]);
        assert_eq!(check.code, 0, "{}: {}", case.display(), check.err);
        let build = project.run(&["build", "desk", "--out", "site", "--deny", "warnings"]);
        assert_eq!(build.code, 0, "{}: {}", case.display(), build.err);
        let expected = below(&case.join("expected"));
        assert!(!expected.is_empty(), "{}", case.display());
        for path in expected {
            let name = path.strip_prefix(case.join("expected")).unwrap().display().to_string();
            assert_expected(&path, &project.read(&format!("site/{name}")));
        }
    }
}

/// A fenced block whose language is followed by a path shows that file.
#[test]
fn the_guide_shows_files_that_are_tested() {
    let guide = fs::read_to_string("docs/templates.md").unwrap();
    let mut shown = 0;
    for (line, fence) in guide.lines().enumerate().filter(|(_, line)| line.starts_with("```")) {
        let Some((_, path)) = fence.split_once(' ') else { continue };
        let block: Vec<_> = guide.lines().skip(line + 1).take_while(|line| *line != "```").collect();
        assert_eq!(block.join("\n"), fs::read_to_string(path).unwrap().trim_end(), "{path}");
        shown += 1;
    }
    assert!(shown >= 3, "{shown}");
}

fn copy(from: &Path, to: &str, project: &Project) {
    for path in below(from) {
        let name = path.strip_prefix(from).unwrap().display();
        project.write(&format!("{to}/{name}"), fs::read(&path).unwrap());
    }
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}
