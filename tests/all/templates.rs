//! Templates of a desk's own: what is made of them, and every message about them to the letter.

use std::fs;
use std::path::{Path, PathBuf};

use attache::contract::Contract;
use attache::contract::walk::Code;
use attache::render::TemplateSet;
use attache::templates::reference;

use crate::expected::{assert_expected, folder};
use crate::project::Project;

/// A desk of two sample briefs with the files of a case.
fn desk(case: &Path) -> Project {
    let sample = |name: &str| fs::read_to_string(folder("inputs/ok").join(name)).unwrap();
    let project = Project::new()
        .file("briefs/every-field.yaml", sample("every-field.yaml"))
        .file("briefs/every-field.txt", sample("every-field.txt"))
        .file("briefs/minimal.yaml", sample("minimal.yaml"));
    for path in files(case) {
        let name = path.strip_prefix(case).unwrap().to_string_lossy().into_owned();
        if name != "expected.txt" {
            project.write(&name, fs::read(&path).unwrap());
        }
    }
    project
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[test]
fn mistakes_in_templates_are_told_with_their_places() {
    let mut cases: Vec<_> =
        fs::read_dir(folder("templates")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    for case in cases {
        let run = desk(&case).run(&["templates", "check"]);
        assert_expected(
            &case.join("expected.txt"),
            &format!("{}{}exit code {}\n", run.out, run.err, run.code),
        );
    }
}

#[test]
fn the_reference_is_current_and_its_examples_run() {
    let reference = reference::page().unwrap();
    assert_expected(&folder("../docs/templates-reference.md"), &reference);
    assert!(
        Project::new().run(&["templates", "reference"]).out == reference,
        "the command prints something else"
    );
}

/// The names of all templates that a list prints.
pub(crate) fn names(project: &Project) -> Vec<String> {
    let run = project.run(&["templates", "list", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    list.as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn copies_of_all_templates_make_the_same_site() {
    let project = desk(&folder("templates/allowed")).file("templates/.keep", "");
    fs::remove_file(project.path("templates/brief.flash.html")).unwrap();
    project.write("attache.yaml", "title: Sample desk\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let before = project.tree("site");
    let names = names(&project);
    let eject: Vec<_> = ["templates", "eject"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let run = project.run(&eject);
    assert_eq!((run.code, run.err.lines().count()), (0, names.len()), "{}", run.err);
    assert!(project.read("templates/brief.html").contains(&format!("attache {}", env!("CARGO_PKG_VERSION"))));
    assert_eq!(project.run(&["build"]).code, 0);
    for ((path, old), (same, new)) in before.iter().zip(project.tree("site")) {
        assert_eq!((path, String::from_utf8_lossy(old)), (&same, String::from_utf8_lossy(&new)));
    }
    let check = project.run(&["templates", "check", "--deny", "warnings"]);
    assert_eq!(check.code, 0, "{}", check.out);
    let again = project.run(&["templates", "eject", "brief.html"]);
    assert_eq!(again.code, 2, "a template is never overwritten: {}", again.err);
}

#[test]
fn what_stood_in_a_block_can_be_put_back_into_it() {
    let project = desk(&folder("templates/allowed"));
    project.write("attache.yaml", "title: Sample desk\n");
    fs::remove_dir_all(project.path("templates")).unwrap();
    assert_eq!(project.run(&["build"]).code, 0);
    let before = project.tree("site");
    let set = TemplateSet::built_in();
    let code = Code::new(set.code());
    for page in Contract::new().kinds.iter().map(|kind| kind.template) {
        let refilled = |block: &&str| format!("{{% block {block} %}}{{{{ super() }}}}{{% endblock %}}");
        let blocks: Vec<_> = code.blocks_of(&format!("builtin/{page}")).iter().map(refilled).collect();
        let blocks = blocks.concat();
        project.write(&format!("templates/{page}"), format!("{{% extends \"builtin/{page}\" %}}{blocks}"));
    }
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for ((path, old), (_, new)) in before.iter().zip(project.tree("site")) {
        assert_eq!(String::from_utf8_lossy(old), String::from_utf8_lossy(&new), "{path}");
    }
}

const CABLE: &str = "{{ brief.marking.label }}\n\n{{ brief.title | upper }}\n\n{{ brief.bottom_line | md | wrap(width=40) }}\n\
    {% for it in brief.corrections %}\nCORRECTION {{ it.on.edtf }}: {{ it.text | md }}{% endfor %}\
    {% for fact in brief.key_facts %}\n{{ fact.number }}. {{ fact.status.label | upper }}: {{ fact.text | md | wrap(indent=\"   \") }}\n   \
    ({{ fact.attribution.text }}){% endfor %}\n\
    {% for it in brief.open_questions %}\n? {{ it.question }} ({{ it.status.label }}){% for side in it.stances %}{% for position in side.positions %}\n  \
    - {{ position.attribution.text }}: {{ position.says | default(value=\"declined\") | md }}{% endfor %}{% endfor %}{% endfor %}\n";

#[test]
fn a_template_of_its_own_makes_a_file_of_each_brief() {
    let hostile = fs::read_to_string(folder("inputs/ok/hostile.yaml")).unwrap();
    let project = desk(&folder("templates/unused"))
        .file("briefs/hostile.yaml", hostile)
        .file("templates/brief.cable.txt", CABLE)
        .file("attache.yaml", "outputs: [brief.cable.txt]\n");
    fs::remove_file(project.path("templates/partials/facts.html")).unwrap();
    let check = project.run(&["templates", "check", "--deny", "warnings"]);
    assert_eq!((check.code, check.out.as_str()), (0, ""));
    assert_eq!(project.run(&["build"]).code, 0);
    for brief in ["every-field", "hostile"] {
        let id = if brief == "hostile" { "hostile" } else { "every-field-of-schema-one" };
        let cable = project.read(&format!("site/briefs/{id}.cable.txt"));
        assert!(cable.chars().all(|c| c == '\n' || c == '\t' || !c.is_control()), "{cable:?}");
        let rendered =
            project.run(&["render", &format!("briefs/{brief}.yaml"), "--template", "brief.cable.txt"]);
        assert_eq!(rendered.out, cable);
        assert_expected(&folder("templates-output").join(format!("{brief}.cable.txt")), &cable);
    }
    // Its name alone does not switch the other outputs off.
    assert!(project.path("site/search.html").exists() && project.path("site/briefs/hostile.md").exists());
    let list = project.run(&["templates", "list"]).out;
    assert!(
        list.contains("brief.cable.txt") && list.contains("desk      makes a file of each brief\n"),
        "{list}"
    );
    let wrong = project.run(&["render", "briefs/hostile.yaml", "--template", "brief.cabel.txt"]);
    assert_eq!(
        (wrong.code, wrong.err.lines().last()),
        (2, Some("error: there is no template brief.cabel.txt; did you mean brief.cable.txt?"))
    );
}

#[test]
fn the_variables_of_a_brief_go_back_in() {
    let project = desk(&folder("templates/unused"));
    let brief = "briefs/every-field.yaml";
    project.write("variables.json", project.run(&["context", brief]).out);
    for format in ["html", "md"] {
        let run = project.run(&["render", "--context", "variables.json", "--format", format]);
        assert_eq!(run.out, project.run(&["render", brief, "--format", format]).out);
    }
    let run = project.run(&["render", "--context", "variables.json", "--out", "pages"]);
    assert_eq!(run.err, "pages/every-field-of-schema-one.html\n");
    for (text, told) in [
        ("{", "error: wrong.json is not JSON: EOF while parsing an object at line 1 column 1\n"),
        ("[1]", "error: wrong.json is not what `attache context` prints: it has no brief with an id\n"),
        ("{\"brief\": {\"id\": \"../up\"}}", "error: the id of the brief is no id: ../up\n"),
    ] {
        project.write("wrong.json", text);
        let run = project.run(&["render", "--context", "wrong.json"]);
        assert_eq!((run.out.as_str(), run.err.as_str(), run.code), ("", told, 2));
    }
    project.write("wrong.json", "{\"brief\": {\"id\": \"a\"}}");
    let run = project.run(&["render", "--context", "wrong.json"]);
    assert!(run.code == 1 && run.err.contains("while rendering wrong.json by brief.html"), "{}", run.err);
}

#[test]
fn a_build_refuses_what_drops_its_speakers_or_its_marking() {
    for (case, word) in [("drops-the-speaker", "attribution"), ("drops-the-marking", "marking")] {
        let project = desk(&folder("templates").join(case));
        let run = project.run(&["build"]);
        assert!(run.code == 1 && run.err.ends_with("nothing was written\n"), "{}", run.err);
        assert!(run.err.contains("error[A093]") && !project.path("site").exists(), "{}", run.err);
        let allow = format!("{{hides: {word}, in: brief.html, reason: An invented one}}");
        project.write("attache.yaml", format!("templates: {{allow: [{allow}]}}\n"));
        assert_eq!(project.run(&["build"]).code, 0);
        project.write(
            "attache.yaml",
            format!("templates: {{allow: [{}]}}\n", allow.replace(", reason: An invented one", "")),
        );
        let run = project.run(&["build"]);
        assert!(run.code == 1 && run.err.contains("needs a key `reason`"), "{}", run.err);
    }
}

#[test]
fn a_copy_is_compared_with_the_original() {
    let project = Project::with_briefs(1);
    assert_eq!(
        project.run(&["templates", "eject", "partials/entry.html", "style.css", "partials/pager.html"]).code,
        0
    );
    assert_eq!(project.run(&["templates", "diff", "partials/entry.html"]).out, "");
    let copy = project.read("templates/partials/entry.html");
    project.write("templates/partials/entry.html", copy.replace("class=\"entry\"", "class=\"entry ours\""));
    let diff = project.run(&["templates", "diff", "partials/entry.html"]).out;
    let changed: Vec<_> = diff.lines().filter(|line| line.starts_with(['+', '-'])).collect();
    assert_eq!(changed.len(), 4, "{diff}");
    let old = project.read("templates/partials/pager.html");
    let digest = old.split("digest ").nth(1).unwrap().get(..16).unwrap().to_owned();
    project.write(
        "templates/partials/pager.html",
        old.replace(&digest, "0123456789abcdef").replace("<nav", "<nav "),
    );
    project.write("templates/partials/fact.html", "<li>{{ fact.text | md }}</li>");
    project.write("templates/partials/ours.html", "");
    let list = project.run(&["templates", "list"]).out;
    let own: Vec<_> = list.lines().filter(|line| line.contains("  desk ")).collect();
    assert_expected(&folder("templates-output").join("list.txt"), &(own.join("\n") + "\n"));
    let json: serde_json::Value =
        serde_json::from_str(&project.run(&["templates", "list", "--format", "json"]).out).unwrap();
    let pager = json.as_array().unwrap().iter().find(|entry| entry["name"] == "partials/pager.html").unwrap();
    assert_eq!(
        (&pager["from"], &pager["state"], &pager["overrides"], &pager["path"]),
        (&"desk".into(), &"built-in-changed".into(), &true.into(), &"templates/partials/pager.html".into())
    );
    assert_eq!(project.run(&["templates", "show", "partials/ours.html"]).out, "");
    assert!(project.run(&["templates", "show", "builtin/partials/fact.html"]).out.contains("statement"));
    let run = project.run(&["templates", "eject", "partials/facts.html"]);
    let told = "error: there is no built-in template partials/facts.html; did you mean partials/fact.html?\n";
    assert_eq!((run.code, run.err.as_str()), (2, told));
}

#[test]
fn a_theme_and_a_logo_change_the_look_and_nothing_else() {
    let project = Project::with_briefs(1).file("attache.yaml", "title: Desk of Lake Oro\n");
    assert_eq!(project.run(&["build"]).code, 0);
    let plain = project.read("site/stories.html");
    let project = project.file("templates/theme.css", ":root { --link: #00695c; --column: 34rem; }\n").file(
        "templates/logo.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script>1</script></svg>",
    );
    assert_eq!(project.run(&["templates", "check", "--deny", "warnings"]).code, 0);
    assert_eq!(project.run(&["build"]).code, 0);
    let page = project.read("site/stories.html");
    let sheet = page.split("rel=\"stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(project.read(&format!("site/{sheet}")).ends_with("--column: 34rem; }\n"), "{page}");
    assert!(
        page.contains("<img src=\"data:image/svg+xml;base64,") && page.contains("alt=\"Desk of Lake Oro\""),
        "{page}"
    );
    let policy = |page: &str| {
        page.split("Content-Security-Policy\" content=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    assert_ne!(policy(&page), policy(&plain));
    assert_eq!(policy(&page).split(';').nth(2), policy(&plain).split(';').nth(2));
    let main = |page: &str| page.split("<main").nth(1).unwrap().to_owned();
    assert_eq!(main(&page), main(&plain));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_of_the_desk_is_not_waited_for_or_followed() {
    use std::os::unix::fs::symlink;
    let project = Project::with_briefs(1)
        .file("templates/theme.css", ":root { --link: #123456; }\n")
        .file("elsewhere/fact.html", "{% broken");
    symlink("../templates", project.path("templates/circle")).unwrap();
    symlink(project.path("elsewhere"), project.path("templates/partials")).unwrap();
    symlink("nowhere.html", project.path("templates/brief.html")).unwrap();
    let run = project.run(&["templates", "check"]);
    let told: Vec<_> = run.out.lines().filter(|line| line.contains("= help")).collect();
    assert_eq!(
        told,
        [
            " = help: it is no file, or a link to one that is not there",
            " = help: a link to a folder is not followed: it could lead in a circle",
            " = help: a link to a folder is not followed: it could lead in a circle",
        ]
    );
    assert_eq!(project.run(&["build"]).code, 0);
}

#[test]
fn a_template_over_the_limit_is_refused() {
    let project = Project::with_briefs(1).file("templates/partials/fact.html", "x".repeat((1 << 20) + 1));
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("error[A002]: the file is larger than 1 MiB\n--> templates/partials/fact.html"),
        "{}",
        run.err
    );
}

#[test]
fn a_template_that_is_not_listed_stands_in_no_way() {
    let project =
        Project::with_briefs(1).file("templates/brief.draft.txt", "{{ brief.key_facts[0].text | text }}\n");
    assert_eq!(project.run(&["build"]).code, 0);
    project.write("attache.yaml", "outputs: [brief.draft.txt]\n");
    assert_eq!(project.run(&["build"]).code, 1);
}
