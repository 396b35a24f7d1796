//! `attache build`: whole or not at all, the same bytes from the same input.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::project::{Project, brief};

#[test]
fn a_desk_becomes_a_site() {
    let project = Project::with_briefs(3);
    let run = project.run(&["build"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    let names = names(&project);
    assert_eq!(run.err, format!("{} files written, 0 unchanged: ./site/index.html\n", names.len()));
    crate::expected::assert_expected(
        &crate::expected::folder("site").join("files.txt"),
        &(names.join("\n") + "\n"),
    );
}

/// The files of the site, but for those that the tool keeps for itself.
fn names(project: &Project) -> Vec<String> {
    let files = project.tree("site").into_iter().map(|(name, _)| name);
    files.filter(|name| !name.starts_with('.')).collect()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, two) = (Project::new(), Project::new());
    for index in 0..40 {
        one.write(&format!("briefs/b{index}.yaml"), brief(index));
    }
    // Written in another order, so that the file system lists them in another.
    for index in (0..40).rev() {
        two.write(&format!("briefs/b{index}.yaml"), brief(index));
    }
    assert_eq!(one.run(&["build"]).code, 0);
    assert_eq!(two.run(&["build", "--out", "elsewhere"]).code, 0);
    assert_eq!(one.tree("site"), two.tree("elsewhere"));
}

#[test]
fn an_unchanged_desk_touches_nothing() {
    let project = Project::with_briefs(2);
    assert_eq!(project.run(&["build"]).code, 0);
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let page = project.path("site/briefs/b0.html");
    fs::File::options().append(true).open(&page).unwrap().set_modified(long_ago).unwrap();
    let run = project.run(&["build"]);
    let all = names(&project).len();
    assert_eq!(run.err, format!("0 files written, {all} unchanged: ./site/index.html\n"));
    assert_eq!(fs::metadata(&page).unwrap().modified().unwrap(), long_ago);
}

#[test]
fn pages_of_briefs_that_are_gone_go_too() {
    let project = Project::with_briefs(2);
    assert_eq!(project.run(&["build"]).code, 0);
    fs::remove_file(project.path("briefs/b1.yaml")).unwrap();
    let run = project.run(&["build"]);
    assert!(run.err.contains(" removed: "), "{}", run.err);
    assert!(names(&project).iter().all(|name| !name.contains("b1.") && !name.contains("matter-1")));
}

#[test]
fn a_broken_brief_leaves_the_old_site_standing() {
    let project = Project::with_briefs(2);
    assert_eq!(project.run(&["build"]).code, 0);
    let before = project.tree("site");
    project.write("briefs/b0.yaml", "schema: 1\ntitle: Half a brief\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[A011]"), "{}", run.err);
    assert!(run.err.ends_with("2 files read: 3 errors; nothing was written\n"), "{}", run.err);
    assert_eq!(project.tree("site"), before);
}

#[test]
fn a_broken_template_leaves_the_old_site_standing() {
    let project = Project::with_briefs(2);
    assert_eq!(project.run(&["build"]).code, 0);
    let before = project.tree("site");
    for (template, message) in [
        ("{{ brief.titel }}", "titel"),
        ("{% if %}", "templates/brief.html"),
        ("{{ brief.title | shout }}", "shout"),
    ] {
        project.write("templates/brief.html", template);
        let run = project.run(&["build"]);
        assert_eq!(run.code, 1, "{template}: {}", run.err);
        assert!(run.err.contains("error[A09") && run.err.contains(message), "{template}: {}", run.err);
        assert_eq!(project.tree("site"), before, "{template}");
    }
}

#[test]
fn an_override_takes_the_place_of_a_built_in() {
    let project = Project::with_briefs(1).file(
        "templates/brief.html",
        "{% extends \"builtin/brief.html\" %}{% block bottom_line %}<p>House style</p>{% endblock %}",
    );
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let page = project.read("site/briefs/b0.html");
    assert!(page.contains("<p>House style</p>") && page.contains("TLP:CLEAR"), "{page}");
}

#[test]
fn two_briefs_with_one_id_are_refused() {
    let project = Project::with_briefs(1).file("briefs/2025/b0.yml", brief(1));
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[A070]: the id `b0` is also that of briefs/2025/b0.yml"), "{}", run.err);
    assert!(!project.path("site").exists());
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let project = Project::with_briefs(1).file("precious/thesis.txt", "years of work");
    let run = project.run(&["build", "--out", "precious"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("precious"), "{}", run.err);
    assert_eq!(project.tree("precious"), [("thesis.txt".to_owned(), b"years of work".to_vec())]);
}

#[test]
fn a_desk_without_briefs_says_how_to_start() {
    let run = Project::new().run(&["build"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.err,
        "error: there is no folder ./briefs; `attache new TITLE` makes it, with a first brief in it\n"
    );
}

#[test]
fn a_published_brief_does_not_change_in_silence() {
    let project = Project::with_briefs(2);
    assert_eq!(project.run(&["build"]).code, 0);
    assert_eq!(project.run(&["check", "--deny", "warnings"]).code, 0, "nothing has changed");
    let changed = brief(1).replace("invented", "made up");
    project.write("briefs/b1.yaml", &changed);
    for run in [project.run(&["check"]), project.run(&["check", "briefs/b1.yaml"])] {
        assert!(run.out.contains("warning[A165]") && run.out.contains("briefs/b1.yaml:2:8"), "{}", run.out);
    }
    assert!(project.run(&["check", "--published", "elsewhere"]).out.is_empty());
    let record = project.read("site/published.json");
    assert_eq!(project.run(&["build", "--deny", "warnings"]).code, 1);
    assert_eq!(project.read("site/published.json"), record);
    project.write(
        "briefs/b1.yaml",
        changed + "corrections:\n  - {on: 2025-03-20, text: It said that the matter was invented.}\n",
    );
    assert!(project.run(&["check"]).out.is_empty());
}

#[test]
fn a_published_brief_does_not_go_in_silence() {
    let project = Project::with_briefs(2);
    assert_eq!(project.run(&["build"]).code, 0);
    fs::rename(project.path("briefs/b1.yaml"), project.path("briefs/other.yaml")).unwrap();
    let told = "warning[A165]: the brief `b1` was published, and is gone\n--> briefs/b1.yaml\n";
    let run = project.run(&["check"]);
    assert!(run.out.contains(told) && run.out.contains("write `id: b1` in it"), "{}", run.out);
    assert_eq!(project.run(&["build", "--deny", "warnings"]).code, 1);
    // Of some of the briefs nobody could say, nor of one that cannot be read.
    assert!(project.run(&["check", "briefs/b0.yaml"]).out.is_empty());
    let there = project.read("briefs/b0.yaml");
    project.write("briefs/b0.yaml", "schema: 1\n");
    assert!(!project.run(&["check"]).out.contains("A165"));
    project.write("briefs/b0.yaml", there);
    project.write("briefs/other.yaml", format!("id: b1\n{}", brief(1)));
    assert!(project.run(&["check"]).out.is_empty());
    // Whoever takes it out for good is told once.
    fs::remove_file(project.path("briefs/other.yaml")).unwrap();
    let run = project.run(&["build"]);
    assert!(run.code == 0 && run.err.contains(told), "{}", run.err);
    assert!(project.run(&["check"]).out.is_empty());
}

#[test]
fn a_record_of_another_sort_is_not_guessed_at() {
    let project = Project::with_briefs(1)
        .file("site/published.json", "{\"attache_published\": 9, \"briefs\": {\"b0\": {\"blake\": \"\"}}}");
    let run = project.run(&["check"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("site/published.json") && run.err.contains("version 9"), "{}", run.err);
}

#[test]
fn a_template_that_leaves_out_what_others_link_to_is_told_of() {
    let source = "sources: [{id: a, name: A, kind: person, descriptor: Invented}]\n\
        key_facts: [{id: f, text: It is invented., status: claimed, said_by: a}]\n";
    let project = Project::new().file("briefs/b.yaml", brief(0) + source).file(
        "templates/brief.html",
        "{% extends \"builtin/brief.html\" %}{% block sources %}{% endblock %}",
    );
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let told = "warning[A091]: a link of this page leads nowhere: #source-a\n--> briefs/b.html\n";
    assert!(run.err.contains(told), "{}", run.err);
    let strict = project.run(&["build", "--deny", "warnings", "--out", "strict"]);
    assert_eq!(strict.code, 1);
    assert!(strict.err.ends_with("nothing was written\n"), "{}", strict.err);
    assert_eq!(project.tree("strict").iter().filter(|(name, _)| !name.starts_with('.')).count(), 0);
}
