//! What commands say of something else than they want: no briefs, folders for files, pipes.

use crate::project::Project;

#[test]
fn where_there_is_nothing_to_check_nothing_has_been_checked() {
    let project = Project::with_briefs(1).file("elsewhere/notes.txt", "Invented.\n");
    for (folder, arguments, told) in [
        ("elsewhere", &["check"][..], "there are no briefs in .\n"),
        ("elsewhere", &["fix"], "there are no briefs in .\n"),
        ("", &["check", "elsewhere"], "there are no briefs in elsewhere\n"),
        ("", &["check", "elsewhere", "--deny", "warnings"], "there are no briefs in elsewhere\n"),
    ] {
        let run = project.run_in(folder, arguments);
        assert_eq!((run.code, run.err), (2, format!("error: {told}")), "{arguments:?}");
    }
    for arguments in [&["check", "../briefs/b0.yaml"][..], &["check", "..", "."]] {
        assert_eq!(project.run_in("elsewhere", arguments).code, 0, "{arguments:?}");
    }
}

#[test]
fn commands_that_want_files_say_so_of_a_folder() {
    let project = Project::with_briefs(2);
    for (arguments, help) in [
        (&["render", "briefs"][..], "name its files (`attache render briefs/*.yaml --out DIR`)"),
        (&["render", "briefs/b0.yaml", "briefs", "--out", "pages"], "`attache build`"),
        (&["context", "briefs"], "name one of its files"),
    ] {
        let run = project.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.starts_with("error: briefs is a folder, and a brief is a file; "), "{}", run.err);
        assert!(run.err.contains(help), "{arguments:?}: {}", run.err);
    }
}

/// A pipe that nobody writes into would be waited for without end.
#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_told_of_and_not_waited_for() {
    let pipe = |project: &Project, path: &str| {
        let made = std::process::Command::new("mkfifo").arg(project.path(path)).status().unwrap();
        assert!(made.success(), "{path}");
    };
    for path in ["briefs/p.yaml", "briefs/daily/2025-03-01.yaml", "attache.yaml"] {
        let project = Project::with_briefs(1).file("briefs/daily/about.txt", "");
        std::fs::remove_file(project.path("attache.yaml")).ok();
        pipe(&project, path);
        for command in ["check", "build", "daily", "questions"] {
            let run = project.run(&[command]);
            let told =
                format!("error[A009]: this is no file, but a pipe, a socket or a device\n--> {path}\n");
            assert!((run.out + &run.err).contains(&told), "{command} {path}");
            assert_eq!(run.code, 1, "{command} {path}");
        }
    }
    let project = Project::with_briefs(1).file("templates/about.txt", "");
    for path in ["templates/brief.html", "article.txt", "lone.yaml"] {
        pipe(&project, path);
    }
    assert_eq!(project.run(&["build"]).code, 0);
    assert!(project.run(&["templates", "check"]).out.contains("--> templates/brief.html\n"));
    assert_eq!(project.run(&["check", "lone.yaml"]).code, 1);
    let run = project.run(&["check", "--article", "article.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("this is no file, but a pipe"), "{}", run.err);
}
