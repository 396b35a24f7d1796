//! Whoever reads a site that was made under a ceiling cannot tell that anything was withheld: it is the same, byte for byte, as the
//! site of a desk in which the secret was never written.
//!
//! Each folder of `tests/ceiling` has files that are laid over the desk `lake-oro`. Lines that end with `# secret` are above the
//! ceiling, or are about what is; of a file that begins with `# secret`, all of them.

use std::fs;
use std::path::Path;

use crate::expected::folder;
use crate::project::Project;

/// What is not written in the desk that the site must be the same as.
const SECRET: &str = "# secret";

/// Rules that a desk with such briefs switches off, or that want to be told of what is left of them.
const RULES: &str =
    "\nrules: [{rule: A151, level: \"off\"}, {rule: A112, level: \"off\"}, {rule: A113, level: \"off\"}]\n";

/// The desk, with files laid over it.
fn desk(overlay: &Path, is_secret_there: bool) -> Project {
    let project = Project::new();
    lay(&project, &folder("desks/lake-oro"), "", true);
    lay(&project, overlay, "", is_secret_there);
    let settings = project.read("attache.yaml") + RULES;
    project.write("attache.yaml", settings);
    project
}

fn lay(project: &Project, from: &Path, inside: &str, is_secret_there: bool) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let name = format!("{inside}{}", entry.file_name().to_str().unwrap());
        if name == "expected" {
            continue;
        }
        if entry.path().is_dir() {
            lay(project, &entry.path(), &format!("{name}/"), is_secret_there);
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        if is_secret_there {
            project.write(&name, text);
        } else if !text.starts_with(SECRET) {
            let lines = text.lines().filter(|line| !line.ends_with(SECRET));
            project.write(&name, lines.flat_map(|line| [line, "\n"]).collect::<String>());
        }
    }
}

fn site(project: &Project, case: &str) -> Vec<(String, String)> {
    let run = project.run(&["build", "--ceiling", "TLP:GREEN", "--out", "out"]);
    assert_eq!(run.code, 0, "{case}: {run:?}");
    let files = project.tree("out").into_iter().filter(|(path, _)| !path.starts_with(".attache"));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

#[test]
fn what_is_withheld_might_as_well_never_have_been_written() {
    let mut cases = 0;
    for case in fs::read_dir(folder("ceiling")).unwrap() {
        let overlay = case.unwrap().path();
        let name = overlay.file_name().unwrap().to_str().unwrap().to_owned();
        let (with, without) = (site(&desk(&overlay, true), &name), site(&desk(&overlay, false), &name));
        let paths =
            |files: &[(String, String)]| files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
        assert_eq!(paths(&with), paths(&without), "{name}");
        for ((path, with), (_, without)) in with.iter().zip(&without) {
            let line = with.lines().zip(without.lines()).find(|(one, other)| one != other);
            assert!(with == without, "{name}: {path} tells of it: {line:#?}");
        }
        cases += 1;
    }
    assert!(cases >= 8, "{cases}");
}
