//! The commands of a desk, as a newcomer meets them.

use crate::expected::folder;
use crate::project::{Project, brief};

#[test]
fn a_desk_is_made_in_a_folder_alone() {
    let project = Project::new().file("notes.txt", "mine");
    let run = project.run(&["init", "notes.txt"]);
    assert_eq!((run.code, run.err.as_str()), (2, "error: notes.txt is no folder\n"));
    assert_eq!(project.read("notes.txt"), "mine");
}

#[test]
fn a_new_desk_checks_clean_and_builds() {
    let project = Project::new();
    let run = project.run(&["init", "watch"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let files: Vec<_> = project.tree("watch").into_iter().map(|(name, _)| name).collect();
    let made = [".gitignore", "attache.schema.json", "attache.yaml", "brief.schema.json"];
    assert_eq!(files[..4], made);
    assert_eq!(files[4..], ["briefs/2025-03-05-lake-oro-ferry.yaml"]);
    let check = project.run(&["check", "watch", "--deny", "warnings"]);
    assert_eq!((check.code, check.out.as_str()), (0, ""), "{}", check.err);
    assert_eq!(project.run(&["build", "watch", "--deny", "warnings"]).code, 0);
    assert!(project.read("watch/site/index.html").contains("Lake Oro"));
}

/// Wherever it is made from, and whatever the name looks like to YAML.
#[test]
fn a_new_desk_is_called_as_its_folder() {
    let project = Project::new();
    for (folder, line) in [
        ("Göl desk", "id: \"gol-desk\" "),
        ("2025", "id: \"2025\" "),
        ("null", "id: \"null\" "),
        ("null/..", "id: "),
        ("…", "# id: briefs "),
    ] {
        project.run(&["init", folder]);
        let settings = project.read(&format!("{folder}/attache.yaml"));
        assert!(settings.lines().any(|it| it.starts_with(line)), "{folder}: {settings}");
        let check = project.run(&["check", folder, "--deny", "warnings"]);
        assert_eq!((check.code, check.out.as_str()), (0, ""), "{folder}: {}", check.err);
    }
}

#[test]
fn a_file_that_is_there_is_kept() {
    let project = Project::new().file("attache.yaml", "title: Mine\n");
    let run = project.run(&["init"]);
    assert_eq!(run.code, 0);
    assert!(run.err.contains("kept     ./attache.yaml\n"), "{}", run.err);
    assert_eq!(project.read("attache.yaml"), "title: Mine\n");
}

#[test]
fn briefs_that_are_there_get_no_invented_one_beside_them() {
    let project = Project::with_briefs(1);
    let before = project.tree("briefs").len();
    let run = project.run(&["init"]);
    assert_eq!(run.code, 0);
    assert!(run.err.contains("written  ./attache.yaml\n"), "{}", run.err);
    assert_eq!(project.tree("briefs").len(), before);
}

/// With the `#` of every key taken out, the example says what holds anyway, and some more.
#[test]
fn every_key_of_the_example_is_a_key() {
    let text = std::fs::read_to_string(folder("../docs/attache.example.yaml")).unwrap();
    let is_key =
        |line: &str| line.starts_with("# ") && line.contains(':') && !line.starts_with("# yaml-language");
    let is_prose = |line: &str| line.starts_with("# What") || line.starts_with("# Sources");
    let lines = text.lines().map(|line| {
        if is_key(line) && !is_prose(line) || line.starts_with("#   - ") {
            line.trim_start_matches("# ")
        } else {
            line
        }
    });
    let project = Project::with_briefs(1).file("attache.yaml", lines.collect::<Vec<_>>().join("\n"));
    let run = project.run(&["check", "--deny", "warnings"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    let build = project.run(&["build"]);
    assert_eq!(build.code, 0, "{}", build.err);
    assert!(project.read("site/feed.atom").contains("https://briefs.example/briefs/b0.html"));
}

#[test]
fn a_day_without_briefs_names_the_nearest() {
    let project = Project::with_briefs(3);
    let run = project.run(&["daily", "2025-03-09"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert_eq!(
        run.err,
        "error: no brief speaks as of 2025-03-09; the nearest days with briefs: 2025-03-03\n"
    );
    for (arguments, told) in [
        (vec!["daily", "5 March"], "`5 March` is no day: "),
        (
            vec!["daily", "--from", "2025-03-03", "--to", "2025-03-01"],
            "--from 2025-03-03 is later than --to 2025-03-01",
        ),
        (
            vec!["daily", "--from", "2025-03-09"],
            "there are no briefs from 2025-03-09 on: the latest are of 2025-03-03",
        ),
        (
            vec!["daily", "--to", "2025-02-01"],
            "there are no briefs up to 2025-02-01: the first are of 2025-03-01",
        ),
        (vec!["build", "briefs/b0.yaml"], "briefs/b0.yaml is a file, and a desk is a folder: "),
        (vec!["questions", "--as-of", "2025-13-01"], "`2025-13-01` is no day: "),
    ] {
        let run = project.run(&arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.err.contains(told), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn outputs_that_are_not_wanted_are_not_written() {
    for none in ["[]", "[pages]"] {
        let project = Project::with_briefs(2).file("attache.yaml", format!("outputs: {none}\n"));
        let run = project.run(&["build", "--deny", "warnings"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let files: Vec<_> = project.tree("site").into_iter().map(|(name, _)| name).collect();
        let is_page = |name: &&String| {
            std::path::Path::new(name.as_str()).extension().is_some_and(|it| it == "html")
                || name.starts_with('.')
                || *name == "published.json"
                || name.starts_with("style/")
        };
        assert_eq!(files.iter().find(|name| !is_page(name)), None, "{none}: {files:?}");
        assert!(!files.iter().any(|name| name.as_str() == "search.html"), "{none}: {files:?}");
    }
    let project = Project::with_briefs(2).file("attache.yaml", "outputs:\n");
    assert_eq!(project.run(&["build"]).code, 0);
    assert!(project.path("site/search.html").exists(), "a key with nothing behind it settles nothing");
}

/// What a brief names of the register of its desk.
const REGISTERED: &str = "key_facts: [{id: f, text: It is invented., status: stated, said_by: wire}]\n";

#[test]
fn a_folder_of_briefs_is_read_as_its_desk_has_settled() {
    let register = "sources: [{id: wire, name: Sample Wire, kind: agency, descriptor: Invented}]\nrules: [{rule: A108, level: off}]\n";
    let project = Project::new()
        .file("attache.yaml", register)
        .file("briefs/a.yaml", brief(0) + REGISTERED)
        .file("briefs/2025/b.yaml", brief(1) + REGISTERED);
    for (path, files) in
        [("briefs", "2 files"), ("briefs/2025", "1 file"), ("briefs/a.yaml", "1 file"), (".", "2 files")]
    {
        let run = project.run(&["check", path]);
        let told = format!("{files} checked: nothing to report\n");
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", told.as_str()), "{path}");
    }
    for (folder, arguments, files) in [
        ("briefs", &["check"][..], "2 files"),
        ("briefs", &["check", "a.yaml"], "1 file"),
        ("briefs", &["check", "./2025"], "1 file"),
        ("briefs/2025", &["check"], "1 file"),
        ("briefs/2025", &["check", "b.yaml"], "1 file"),
    ] {
        let run = project.run_in(folder, arguments);
        assert_eq!(
            (run.code, run.err),
            (0, format!("{files} checked: nothing to report\n")),
            "{folder}: {arguments:?}"
        );
    }
}

#[test]
fn settings_that_cannot_be_read_are_told_of_alone() {
    for (name, settings) in [
        ("attache.yaml", "sources: [\n"),
        ("attache.yml", "title: Mine\n"),
        ("Attache.YAML", "title: Mine\n"),
    ] {
        let project = Project::new().file(name, settings).file("briefs/a.yaml", brief(0) + REGISTERED);
        for command in [&["check"][..], &["build"], &["daily"], &["questions"]] {
            let run = project.run(command);
            let (told, errors) = (run.out + &run.err, if command == ["check"] { "1 error" } else { "" });
            assert_eq!(run.code, 1, "{command:?}: {told}");
            assert!(told.contains(name) && told.contains(errors), "{command:?}: {told}");
            assert!(!told.contains("A022"), "{command:?}: {told}");
        }
    }
}

#[test]
fn settings_are_no_brief() {
    let bare = Project::new().file("attache.yaml", "title: Mine\n");
    for command in ["check", "fix", "build"] {
        let run = bare.run(&[command]);
        assert_eq!(run.code, 2, "{command}: {}", run.out);
        assert!(run.err.contains("there is no folder ./briefs; `attache new TITLE` makes it"), "{}", run.err);
    }
    let run = bare.file("a.yaml", brief(0)).run(&["check"]);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (0, "", "1 file checked: nothing to report\n")
    );
}

/// The folder `briefs` of a desk is no desk itself: its briefs are read with the register beside it.
#[test]
fn two_folders_of_briefs_are_compared_as_their_desks_are() {
    let register = "sources: [{id: wire, name: Sample Wire, kind: agency, descriptor: Invented}]\n";
    let project = Project::new()
        .file("one/attache.yaml", register)
        .file("one/briefs/a.yaml", brief(0) + REGISTERED)
        .file("two/attache.yaml", register)
        .file("two/briefs/a.yaml", brief(0).replace("Invented", "Made up") + REGISTERED);
    let desks = project.run(&["diff", "one", "two"]);
    assert_eq!((desks.code, desks.err.as_str()), (0, ""), "{}", desks.out);
    let folders = project.run(&["diff", "one/briefs", "two/briefs"]);
    assert_eq!((folders.code, folders.err.as_str()), (0, ""), "{}", folders.out);
    assert_eq!(folders.out, desks.out);
}

/// Whoever names the folder `briefs` of a desk, or stands in it, means that desk.
#[test]
fn the_folder_of_briefs_names_its_desk() {
    let settings =
        "title: Sample Desk\nsources: [{id: wire, name: Sample Wire, kind: agency, descriptor: Invented}]\n";
    let project = Project::new()
        .file("desk/attache.yaml", settings)
        .file("desk/briefs/a.yaml", brief(0) + REGISTERED)
        .file("bare/briefs/a.yaml", brief(0));
    for arguments in
        [&["daily"][..], &["questions"], &["export", "2025-03-01", "--out", "-", "--format", "md"]]
    {
        let expected = project.run_in("desk", arguments);
        assert_eq!(expected.code, 0, "{arguments:?}: {}", expected.err);
        let named = project.run(&[arguments, &["--desk", "desk/briefs"]].concat());
        assert_eq!((named.code, &named.out), (0, &expected.out), "{arguments:?}: {}", named.err);
        let inside = project.run_in("desk/briefs", arguments);
        assert_eq!((inside.code, &inside.out), (0, &expected.out), "{arguments:?}: {}", inside.err);
    }
    std::fs::create_dir(project.path("desk/briefs/2025")).unwrap();
    let below = project.run_in("desk/briefs/2025", &["daily"]);
    assert_eq!((below.code, below.out), (0, project.run_in("desk", &["daily"]).out), "{}", below.err);
    assert_eq!(project.run_in("desk/briefs", &["build"]).code, 0);
    assert!(project.read("desk/site/index.html").contains("Sample Desk"));
    // Without settings beside it, it is a folder like any other.
    assert_eq!(project.run(&["build", "bare/briefs"]).code, 0);
    assert!(project.path("bare/briefs/site/index.html").exists());
    assert!(!project.path("bare/site").exists());
}

/// What is made from a desk never takes the place of what it is made from.
#[test]
fn output_does_not_stand_among_the_writing_of_a_desk() {
    let project = Project::new().file("attache.yaml", "title: Mine\n").file("briefs/a.yaml", brief(0));
    let files = project.tree(".");
    for arguments in [
        &["daily", "--out", "briefs/a.yaml"][..],
        &["daily", "--out", "attache.yaml"],
        &["daily", "--out", "new/../templates/day.html"],
        &["export", "a", "--out", "briefs/a.yaml"],
        &["export", "a", "--format", "md", "--out", "locales"],
        &["build", "--out", "templates"],
        &["build", "--out", "briefs/site"],
        &["render", "briefs/a.yaml", "--out", "templates"],
    ] {
        let run = project.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}: {}", run.err);
        assert!(run.err.contains("choose another `--out`"), "{arguments:?}: {}", run.err);
        assert_eq!(project.tree("."), files, "{arguments:?}");
    }
    // Such a folder may be a link.
    #[cfg(unix)]
    {
        std::fs::create_dir(project.path("elsewhere")).unwrap();
        std::os::unix::fs::symlink("elsewhere", project.path("templates")).unwrap();
        for out in ["templates/day.html", "elsewhere/day.html"] {
            let run = project.run(&["daily", "--format", "html", "--out", out]);
            assert_eq!(run.code, 2, "{out}: {}", run.err);
            assert!(!project.path("elsewhere/day.html").exists(), "{out}");
        }
        std::fs::remove_file(project.path("templates")).unwrap();
    }
    let run = project.run_in("briefs", &["daily", "--out", "../day.md"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(project.run_in("briefs", &["daily"]).out, project.read("day.md"));
}

/// The text of an article is kept wherever a brief says, in no folder of a name of its own.
#[test]
fn output_does_not_take_the_place_of_the_text_of_an_article() {
    let with_text =
        brief(1).replace("bottom_line:", "article: {title: Invented, text: ../texts/b.md}\nbottom_line:");
    let project = Project::new()
        .file("attache.yaml", "title: Mine\n")
        .file("briefs/a.yaml", brief(0))
        .file("briefs/b.yaml", with_text)
        .file("texts/b.md", "An invented article.\n");
    let files = project.tree(".");
    for arguments in [
        &["daily", "--out", "texts/b.md"][..],
        &["daily", "--format", "html", "--out", "briefs/../texts/./b.md"],
        &["export", "a", "--out", "texts/b.md"],
        &["render", "briefs/b.yaml", "--format", "md", "--out", "texts"],
    ] {
        let run = project.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}: {}", run.err);
        assert!(run.err.contains("that briefs/b.yaml summarises; choose another `--out`"), "{}", run.err);
        assert_eq!(project.tree("."), files, "{arguments:?}");
    }
    for arguments in [
        &["daily", "--out", "texts/day.md"][..],
        &["render", "briefs/b.yaml", "--format", "html", "--out", "texts"],
    ] {
        let run = project.run(arguments);
        assert_eq!(run.code, 0, "{arguments:?}: {}", run.err);
    }
    assert_eq!(project.read("texts/b.md"), "An invented article.\n");
}

/// Who sorts briefs by year sorts editions so too.
#[test]
fn an_edition_is_found_in_a_folder_below() {
    let project = Project::with_briefs(1);
    let listed = |project: &Project| project.run(&["daily", "2025-03-01"]).out;
    assert!(!listed(&project).contains("Invented note."));
    let project = project
        .file("briefs/daily/2025/2025-03-01.yaml", "schema: 1\nmarking: TLP:CLEAR\nnote: Invented note.\n");
    let after = listed(&project);
    assert!(after.contains("Invented note."), "{after}");
    assert_eq!(project.run(&["check"]).err, "2 files checked: nothing to report\n");
}

/// An older version of a brief, put down somewhere, is read with the register of its desk by every command, which says so.
#[test]
fn a_brief_outside_the_desk_is_read_with_its_register() {
    let register = "sources: [{id: wire, name: Sample Wire, kind: agency, descriptor: Invented}]\n\
                    rules: [{rule: A108, level: off}]\n";
    let project = Project::new()
        .file("desk/attache.yaml", register)
        .file("desk/briefs/a.yaml", brief(0) + REGISTERED)
        .file("old.yaml", brief(0).replace("Invented", "Made up") + REGISTERED);
    let outside = "../old.yaml lies outside the desk in ., and is read with its settings and its register\n";
    for arguments in [
        &["check", "../old.yaml"][..],
        &["fix", "../old.yaml"],
        &["render", "../old.yaml"],
        &["context", "../old.yaml"],
        &["diff", "../old.yaml", "briefs/a.yaml"],
        &["export", "../old.yaml", "--out", "-"],
    ] {
        let run = project.run_in("desk", arguments);
        assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
        assert!(run.err.contains(outside), "{arguments:?}: {}", run.err);
        assert!(!(run.out + &run.err).contains("A022"), "{arguments:?}");
    }
    // Where one of the two lies in a desk, the other is read with that.
    let run = project.run(&["diff", "old.yaml", "desk/briefs/a.yaml"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("old.yaml lies outside the desk in desk, "), "{}", run.err);
    let run = project.run(&["check", "desk/briefs/a.yaml"]);
    assert!(!run.err.contains("outside"), "{}", run.err);
    // Where there is none, it says what to do.
    for arguments in [&["check", "old.yaml"][..], &["render", "old.yaml"], &["diff", "old.yaml", "copy.yaml"]]
    {
        project.write("copy.yaml", project.read("old.yaml"));
        let run = project.run(arguments);
        assert_eq!(run.code, 1, "{arguments:?}: {}", run.err);
        let help =
            "old.yaml lies outside a desk, and no register is known: run this in the folder of the desk";
        assert!(run.err.contains(help), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn a_day_whose_briefs_are_all_left_out_says_so() {
    let project = Project::with_briefs(1);
    project.run(&["build"]);
    let day = project.tree("site/days").into_iter().next().unwrap().0.replace(".html", "");
    project.write(&format!("briefs/daily/{day}.yaml"), "schema: 1\nleave_out: [b0]\n");
    assert_eq!(project.run(&["build"]).code, 0);
    let page = project.read(&format!("site/days/{day}.html"));
    let markdown = project.run(&["daily", &day]).out;
    for text in [page, markdown] {
        assert!(text.contains("The editor left out every brief of this day."), "{text}");
        assert!(!text.contains("No brief speaks"), "{text}");
    }
}

#[test]
fn two_who_bear_one_id_are_not_taken_for_one() {
    let said = |name: &str| {
        format!(
            "sources: [{{id: ministry, name: {name}, kind: official, descriptor: Invented}}]\n\
             key_facts: [{{id: f, text: It is invented., status: stated, said_by: ministry}}]\n"
        )
    };
    let project = Project::new()
        .file("briefs/a.yaml", brief(0) + &said("Ministry of Sand"))
        .file("briefs/b.yaml", brief(1) + &said("Ministry of Salt"))
        .file("briefs/c.yaml", brief(2) + &said("MINISTRY OF SAND"));
    assert_eq!(project.run(&["build"]).code, 0);
    let (first, second) =
        (project.read("site/sources/ministry.html"), project.read("site/sources/ministry--2.html"));
    assert!(
        first.contains("briefs/a.html")
            && first.contains("briefs/c.html")
            && !first.contains("briefs/b.html")
    );
    assert!(second.contains("briefs/b.html") && !second.contains("briefs/a.html"));
    assert!(project.read("site/briefs/b.html").contains("../sources/ministry--2.html"));
}

/// Built from files in another order, in another folder, under another clock: the same bytes.
#[test]
fn a_site_has_the_same_bytes_wherever_it_is_built() {
    let files: Vec<_> = crate::generator::desk(3, 60).collect();
    let (one, two) = (Project::new(), Project::new());
    for (name, text) in &files {
        one.write(&format!("briefs/{name}"), text);
    }
    for (name, text) in files.iter().rev() {
        two.write(&format!("a/desk/briefs/{name}"), text);
    }
    assert_eq!(one.run(&["build"]).code, 0);
    assert_eq!(two.run(&["build", "a/desk", "--out", "b/site"]).code, 0);
    assert!(one.tree("site") == two.tree("b/site"), "the sites differ");
}

/// A note in the register may link to what no brief has named yet: the brief that shows the note has it all.
#[test]
fn a_brief_takes_up_what_the_note_on_an_entity_of_the_register_names() {
    let settings = "title: Invented\n\
        sources:\n\
        - {id: wire, name: Wire of Oro, kind: agency, descriptor: Invented, entity: owner}\n\
        - {id: port, name: Port of Oro, kind: official, descriptor: Invented}\n\
        entities:\n\
        - {id: joe, name: Joe, kind: person, note: 'Of [the crew](entity:crew).'}\n\
        - {id: crew, name: The crew, kind: organization, note: 'Known to [the wire](source:wire), led by [Joe](entity:joe).'}\n\
        - {id: owner, name: The owner, kind: person}\n";
    let text = "schema: 1\ntitle: The crane\ndate: 2025-03-01\nlang: en\nmarking: TLP:CLEAR\n\
        bottom_line: Port of Oro says that [the crane stands](fact:crane).\n\
        article: {outlet: Wire of Oro, published: 2025-03-01, lang: en}\n\
        key_facts: [{id: crane, text: 'The crane stands, and [Joe](entity:joe) on it.', status: stated, said_by: port}]\n";
    let project = Project::new().file("attache.yaml", settings).file("briefs/crane.yaml", text);
    for command in
        [&["check", "--deny", "warnings"][..], &["build", "--deny", "warnings"], &["export", "crane"]]
    {
        let run = project.run(command);
        assert_eq!(run.code, 0, "{command:?} {}{}", run.out, run.err);
    }
    let page = project.read("site/briefs/crane.html");
    for id in ["source-wire", "entity-joe", "entity-crew", "entity-owner"] {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id} {page}");
    }
}
