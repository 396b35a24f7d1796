//! `attache fix`: what it changes, what it leaves alone, and what it says.

use std::fs;

use attache::check;
use attache::diagnostic::Diagnostic;
use attache::diff::unified;
use attache::fix::mend;
use attache::source;

use crate::expected::{assert_expected, assert_no_orphans, files, folder};
use crate::project::{Project, brief};

#[test]
fn cases_are_mended_as_expected_and_once_for_all() {
    let folder = folder("fix");
    for path in files(&folder, "yaml").iter().filter(|path| !path.to_string_lossy().ends_with(".fixed.yaml"))
    {
        let before = fs::read_to_string(path).unwrap();
        let project = Project::new().file("briefs/x.yaml", &before);
        let shown = project.run(&["fix", "--diff"]);
        assert_eq!(project.read("briefs/x.yaml"), before, "--diff wrote something");
        assert_expected(&path.with_extension("diff"), &shown.out);
        let run = project.run(&["fix"]);
        assert_eq!(run.code, shown.code, "{}", path.display());
        assert_expected(&path.with_extension("out"), &(run.out + &run.err));
        let after = project.read("briefs/x.yaml");
        assert_expected(&path.with_extension("fixed.yaml"), &after);
        assert_eq!(shown.out, unified("briefs/x.yaml", &before, &after));
        let again = project.run(&["fix"]);
        assert_eq!(project.read("briefs/x.yaml"), after);
        assert!(again.err.contains("nothing to mend: "), "{}: {}", path.display(), again.err);
        assert_eq!(project.run(&["check"]).code, run.code, "{}", path.display());
    }
    assert_no_orphans(&folder, "diff", "yaml");
}

#[test]
fn line_endings_and_a_byte_order_mark_stay() {
    let text = brief(0).replace("marking: TLP:CLEAR", "# who may read it\nmarkng:   'TLP:WHITE' # all")
        + "sorces: []";
    let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let project = Project::new().file("briefs/x.yaml", &text);
    let run = project.run(&["fix"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let expected =
        text.replace("markng", "marking").replace("TLP:WHITE", "TLP:CLEAR").replace("sorces", "sources");
    assert_eq!(project.read("briefs/x.yaml"), expected);
}

#[test]
fn a_file_without_mends_is_not_touched() {
    let project = Project::with_briefs(2);
    let before = fs::metadata(project.path("briefs/b0.yaml")).unwrap().modified().unwrap();
    let run = project.run(&["fix"]);
    assert_eq!((run.code, run.err.as_str()), (0, "nothing to mend: nothing remains to report\n"));
    assert_eq!(fs::metadata(project.path("briefs/b0.yaml")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_mend_that_would_break_something_else_is_not_made() {
    let text = brief(0).replace("TLP:CLEAR", "TLP:WHITE") + "article:\n  publisher: The Sample Paper\n";
    let project = Project::new().file("briefs/x.yaml", &text);
    let run = project.run(&["fix"]);
    assert_eq!(run.code, 1);
    assert_eq!(project.read("briefs/x.yaml"), text.replace("TLP:WHITE", "TLP:CLEAR"));
    assert!(
        run.err.contains(
            "briefs/x.yaml:9:3: not mended[A010]: publisher → published would make something else wrong\n"
        ),
        "{}",
        run.err
    );
}

#[test]
fn a_file_that_is_no_text_is_reported_and_left() {
    let project = Project::with_briefs(1).file("briefs/x.yaml", b"title: \xff\n");
    let run = project.run(&["fix"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.out.contains("error[A001]"), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_replaced_by_a_file() {
    let project = Project::new().file("elsewhere.yaml", brief(0).replace("TLP:CLEAR", "TLP:WHITE"));
    fs::create_dir(project.path("briefs")).unwrap();
    std::os::unix::fs::symlink(project.path("elsewhere.yaml"), project.path("briefs/x.yaml")).unwrap();
    let run = project.run(&["fix"]);
    assert_eq!(run.code, 2, "{}{}", run.out, run.err);
    assert!(project.read("elsewhere.yaml").contains("TLP:WHITE"));
}

#[test]
fn mending_never_makes_an_input_worse() {
    let check = |file: &source::SourceFile| check::file(file, &check::Options::default());
    for path in source::find(&["bad", "ok", "near"].map(|it| folder("inputs").join(it))).unwrap() {
        let Ok(file) = source::read(&path).unwrap() else { continue };
        let before = check(&file).unwrap();
        let mended = mend(&file, &check).unwrap();
        let errors = |found: &[Diagnostic]| found.iter().filter(|it| it.is_error()).count();
        assert!(errors(&mended.remaining) <= errors(&before), "{}", path.display());
        assert_eq!(mended.mends.is_empty(), mended.text == file.text, "{}", path.display());
        assert_eq!(mended.text.lines().count(), file.text.lines().count(), "{}", path.display());
        let again = mend(&source::SourceFile::new(&path, mended.text), &check).unwrap();
        assert!(again.mends.is_empty(), "{}: {:?}", path.display(), again.mends);
    }
}
