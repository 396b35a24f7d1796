//! The commands as a newcomer meets them: what is printed where, and the exit code.

use std::process::Command;

use crate::browser::starts;
use crate::expected::{assert_expected, folder};
use crate::project::{Project, brief};

#[test]
fn help_is_as_committed() {
    let project = Project::new();
    for command in [
        "",
        "init",
        "new",
        "check",
        "fix",
        "explain",
        "render",
        "build",
        "export",
        "serve",
        "daily",
        "questions",
        "diff",
        "context",
        "templates",
        "schema",
        "completions",
        "man",
    ] {
        let arguments: Vec<_> = [command, "--help"].into_iter().filter(|it| !it.is_empty()).collect();
        let run = project.run(&arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{command}");
        let name = if command.is_empty() { "attache" } else { command };
        assert_expected(&folder("help").join(format!("{name}.txt")), &run.out);
    }
}

#[test]
fn a_wrong_call_is_exit_code_two() {
    let project = Project::new();
    for arguments in [
        &["bild"][..],
        &["render"],
        &["check", "nowhere.yaml"],
        &["render", "a", "b"],
        &["context", "gone.yaml"],
    ] {
        let run = project.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!run.err.is_empty(), "{arguments:?}");
    }
    assert_eq!(
        project.run(&["check", "nowhere.yaml"]).err,
        "error: cannot read nowhere.yaml: No such file or directory (os error 2)\n"
    );
}

#[test]
fn check_counts_what_it_found() {
    let project = Project::with_briefs(2);
    let run = project.run(&["check"]);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (0, "", "2 files checked: nothing to report\n")
    );
    let run = project.run(&["check", "briefs/b0.yaml"]);
    assert_eq!(run.err, "1 file checked: nothing to report\n");
    project.write("briefs/b1.yaml", "schema: 1\n");
    let run = project.run(&["check"]);
    assert_eq!((run.code, run.err.as_str()), (1, "2 files checked: 4 errors\n"));
}

#[test]
fn seven_mistakes_are_seven_diagnostics() {
    let text = std::fs::read_to_string(folder("inputs/bad/A011-seven-mistakes.yaml")).unwrap();
    let run = Project::new().file("briefs/x.yaml", text).run(&["check"]);
    let places: Vec<_> =
        run.out.lines().filter_map(|line| line.split_once("--> ")).map(|(_, place)| place).collect();
    assert_eq!(
        places,
        [
            "briefs/x.yaml:3:12",
            "briefs/x.yaml:5:1",
            "briefs/x.yaml:7:47",
            "briefs/x.yaml:9:10",
            "briefs/x.yaml:10:72",
            "briefs/x.yaml:12:5",
            "briefs/x.yaml:15:18",
        ],
        "{}",
        run.out
    );
}

#[test]
fn render_writes_to_standard_output_or_to_a_folder() {
    let project = Project::with_briefs(2);
    let html = project.run(&["render", "briefs/b0.yaml"]);
    assert_eq!((html.code, html.err.as_str()), (0, ""));
    assert!(html.out.starts_with("<!doctype html>"));
    let markdown = project.run(&["render", "briefs/b0.yaml", "--format", "md", "--out", "-"]);
    assert!(markdown.out.starts_with("**TLP:CLEAR**\n\n# Brief 0\n"), "{}", markdown.out);
    let run =
        project.run(&["render", "briefs/b0.yaml", "briefs/b1.yaml", "--format", "md", "--out", "pages"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(project.read("pages/b0.md"), markdown.out);
    assert!(project.path("pages/b1.md").exists());
}

#[test]
fn context_is_what_templates_see() {
    let project = Project::with_briefs(1);
    let run = project.run(&["context", "briefs/b0.yaml"]);
    let value: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(value["brief"]["title"], "Brief 0");
    assert_eq!(value["brief"]["contract"], 1);
}

#[test]
fn completions_name_the_commands() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = Project::new().run(&["completions", shell]);
        assert!(run.code == 0 && run.out.contains("check"), "{shell}");
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let project = Project::new();
    let run = project.run(&["man", "--out", "man1"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    let help = project.run(&["--help"]).out;
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let commands = commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = commands.map(|line| line.split_whitespace().next().unwrap()).filter(|name| *name != "help");
    let mut count = 0;
    for name in names {
        let page = project.read(&format!("man1/attache-{name}.1"));
        assert!(page.contains(".SH SYNOPSIS") && page.is_ascii(), "{name}: {page}");
        let has_examples = project.run(&[name, "--help"]).out.contains("\nExamples:\n");
        assert_eq!(has_examples, page.contains(".SH EXAMPLES\n.nf\nattache "), "{name}: {page}");
        count += 1;
    }
    assert!(count > 14, "{count}");
    let page = project.read("man1/attache.1");
    assert!(page.starts_with(".ie \\n(.g") || page.contains(".TH attache 1"), "{page}");
    assert!(page.contains("Exit codes: 0 fine"), "{page}");
    assert_eq!(run.err, format!("{} files written: man1\n", project.tree("man1").len()));
    // Nothing that the formatter would complain of.
    if starts("groff", "--version") {
        for (name, _) in project.tree("man1") {
            let page = project.path("man1").join(&name);
            let groff =
                Command::new("groff").args(["-man", "-ww", "-Tutf8", "-z"]).arg(page).output().unwrap();
            assert!(groff.stderr.is_empty(), "{name}: {}", String::from_utf8_lossy(&groff.stderr));
        }
    }
}

#[test]
fn warnings_do_not_fail() {
    let text = brief(0).replace("is invented", "is <b>invented</b>");
    let run = Project::new().file("briefs/x.yaml", text).run(&["check"]);
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("warning[A061]"), "{}", run.out);
}

#[test]
fn a_new_draft_says_what_is_left() {
    let project = Project::new().file("articles/port.txt", "Invented. On March 5 the port “reopened”.\n");
    let run =
        project.run(&["new", "Port: reopens", "--date", "2025-03-06", "--article", "articles/port.txt"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    let path = "briefs/2025-03-06-port-reopens.yaml";
    assert_eq!(run.err, format!("{path} is yours to fill in; `attache check` says what is left\n"));
    let draft = project.read(path);
    assert!(draft.contains("text: ../articles/port.txt") && draft.contains("reopened"), "{draft}");
    assert!(draft.starts_with("# yaml-language-server: $schema=../brief.schema.json\n"), "{draft}");
    assert!(project.path("brief.schema.json").exists());
    let run = project.run(&["check"]);
    assert_eq!((run.code, run.err.as_str()), (1, "1 file checked: 2 errors\n"), "{}", run.out);
    // Once the blanks are filled in, nothing is wrong.
    let filled = draft.replacen("\nmarking:", "\nmarking: TLP:CLEAR #", 1).replacen(
        "\nbottom_line:",
        "\nbottom_line: Invented. #",
        1,
    );
    project.write(path, filled);
    assert_eq!(project.run(&["check"]).code, 0, "{}", project.run(&["check"]).out);
}

#[test]
fn a_new_draft_is_written_where_briefs_are() {
    let project = Project::new()
        .file("attache.yaml", "title: Sample Desk\n")
        .file("briefs/2025/notes.txt", "Invented.\n")
        .file("articles/port.txt", "Invented. The port “reopened”.\n");
    let (article, title) = ("../articles/port.txt", &["new", "Port", "--date", "2025-03-06"]);
    let run = project.run_in("briefs", &[&title[..], &["--article", article]].concat());
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    assert_eq!(run.err, "2025-03-06-port.yaml is yours to fill in; `attache check` says what is left\n");
    let draft = project.read("briefs/2025-03-06-port.yaml");
    assert!(draft.contains("text: ../articles/port.txt"), "{draft}");
    assert!(draft.starts_with("# yaml-language-server: $schema=../brief.schema.json\n"), "{draft}");
    assert!(project.path("brief.schema.json").exists());
    assert!(!project.path("briefs/briefs").exists() && !project.path("briefs/brief.schema.json").exists());
    // An article beside a draft that is written here needs no folder.
    let run =
        project.run_in("articles", &[&title[..], &["--article", "port.txt", "--out", "x.yaml"]].concat());
    assert_eq!((run.code, run.err.contains("outside")), (0, false), "{}", run.err);
    assert!(project.read("articles/x.yaml").contains("text: port.txt"));
}

#[test]
fn a_new_draft_replaces_nothing() {
    let project = Project::new().file("briefs/2025-03-06-port.yaml", "my work");
    let run = project.run(&["new", "Port", "--date", "2025-03-06"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("briefs/2025-03-06-port.yaml"), "{}", run.err);
    assert_eq!(project.read("briefs/2025-03-06-port.yaml"), "my work");
}

#[test]
fn a_new_draft_refuses_what_it_cannot_date() {
    let run = Project::new().run(&["new", "Port", "--date", "6.3.2025"]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("error: --date 6.3.2025: "), "{}", run.err);
    let run = Project::new().run(&["new", " ", "--date", "2025-03-06"]);
    assert_eq!((run.code, run.err.as_str()), (2, "error: the title is blank\n"));
}
