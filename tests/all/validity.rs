//! Every page is valid HTML, by the Nu Html Checker, and every JSON-LD is JSON-LD, by an independent reader of it.
//!
//! In CI (where the environment variable `CI` is set) a missing tool is a failure. Elsewhere the tests say what they miss.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use crate::browser::{is_ci, starts};
use crate::expected::folder;
use crate::project::Project;

/// The site of the sample desk, and one that has every kind of page.
fn sites() -> Project {
    let project = Project::new();
    for (desk, out) in [("..", "sample"), ("desks/lake-oro", "oro")] {
        let desk = folder(desk);
        let run = project.run(&["build", desk.to_str().unwrap(), "--out", out]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    project
}

fn pages(project: &Project) -> Vec<PathBuf> {
    let of = |site: &str| {
        let files = project.tree(site).into_iter().map(|(name, _)| project.path(site).join(name));
        files.filter(|path| path.extension().is_some_and(|it| it == "html")).collect::<Vec<_>>()
    };
    [of("sample"), of("oro")].concat()
}

/// Whether everything is there; what is missing is told, and in CI it is a failure.
fn is_there(what: &[(bool, &str)]) -> bool {
    let missing: Vec<_> = what.iter().filter(|(there, _)| !there).map(|(_, what)| *what).collect();
    if missing.is_empty() {
        return true;
    }
    assert!(!is_ci(), "the pages cannot be validated: {}", missing.join("; "));
    writeln!(std::io::stderr(), "NOT VALIDATED: {}", missing.join("; ")).unwrap();
    false
}

const PACKAGES: &str = "the packages are not installed (`npm ci --prefix tests/browser`)";

#[test]
fn pages_are_valid_html() {
    let jar = folder("browser/node_modules/vnu-jar/build/dist/vnu.jar");
    if !is_there(&[(jar.exists(), PACKAGES), (starts("java", "-version"), "Java is not installed")]) {
        return;
    }
    let project = sites();
    let pages = pages(&project);
    assert!(pages.len() > 100, "{}", pages.len());
    let check = |files: &[PathBuf]| {
        let output =
            Command::new("java").arg("-jar").arg(&jar).arg("--errors-only").args(files).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(check(&pages), (Some(0), String::new()));
    project.write("bad.html", "<!doctype html><html lang=en><title>x</title><p id=a><p id=a>");
    assert_eq!(check(&[project.path("bad.html")]).0, Some(1), "the checker finds nothing wrong anywhere");
}

#[test]
fn json_ld_is_json_ld() {
    let packages = folder("browser/node_modules/jsonld").is_dir();
    if !is_there(&[(packages, PACKAGES), (starts("node", "--version"), "Node.js is not installed")]) {
        return;
    }
    let project = sites();
    let output =
        Command::new("node").arg(folder("browser/jsonld.mjs")).args(pages(&project)).output().unwrap();
    let report = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{report}{}", String::from_utf8_lossy(&output.stderr));
    assert!(report.contains("14 documents"), "{report}");
}
