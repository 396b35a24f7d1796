//! One file that can be sent: what is in it, what is not, and what other programs make of it.

mod mail;
mod pdf;

use std::fs;

use attache::desk::{Daily, Index};
use attache::export::{Document, Maker};
use attache::render::{Renderer, TemplateSet};
use attache::settings::Settings;
use attache::view::site::SiteView;

use crate::expected::{files, folder};
use crate::project::{Project, Run};
use crate::secrets::desk::{Desk, LABELS, desk};
use crate::secrets::{cut, words};

/// A desk with the briefs of two days, one of them broken if that is wanted.
fn project() -> Project {
    let read = |path: &str| fs::read_to_string(folder(path)).unwrap();
    Project::new()
        .file("briefs/cut.yaml", read("export/cut.yaml"))
        .file("briefs/arabic.yaml", read("export/arabic.yaml"))
}

fn export(project: &Project, arguments: &[&str]) -> Run {
    project.run(&[&["export"], arguments].concat())
}

/// Fails where the run did not say this, and nothing else, and end so.
fn assert_says(run: &Run, code: i32, says: &str) {
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (code, "", says));
}

const BROKEN: &str = "schema: 1\ntitle: Broken\ndate: 2025-03-05\n";

#[test]
fn a_brief_is_what_render_makes_of_it() {
    let project = project();
    for (format, other) in [("html", "html"), ("md", "md")] {
        let run = export(&project, &["cut", "--format", format, "--out", "-"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        let rendered = project.run(&["render", "briefs/cut.yaml", "--format", other]);
        // The name of the desk stands in the title of a page of the desk.
        assert_eq!(run.out.replace(" – Briefs</title>", "</title>"), rendered.out);
    }
}

#[test]
fn a_day_is_its_daily_brief() {
    let project = project();
    for format in ["html", "md"] {
        let run = export(&project, &["2025-03-05", "--format", format, "--out", "-"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert_eq!(run.out, project.run(&["daily", "2025-03-05", "--format", format]).out);
    }
}

#[test]
fn a_file_is_called_after_what_is_in_it() {
    let project = project();
    assert_says(&export(&project, &["cut"]), 0, "cut.html, TLP:RED\n");
    assert_says(&export(&project, &["briefs/arabic.yaml", "--format", "eml"]), 0, "arabic.eml, TLP:AMBER\n");
    assert_says(&export(&project, &["2025-02-04", "--format", "md"]), 0, "daily-2025-02-04.md, TLP:AMBER\n");
    assert_says(&export(&project, &["cut", "--out", "x/y.md"]), 0, "x/y.md, TLP:RED\n");
    assert!(project.read("x/y.md").starts_with("**TLP:RED**\n"));
    assert_says(&export(&project, &["cut", "--out", "outbox/"]), 0, "outbox/cut.html, TLP:RED\n");
    assert_eq!(project.read("outbox/cut.html"), project.read("cut.html"));
}

#[test]
fn no_other_file_is_replaced_unless_it_is_named() {
    let project = project().file("cut.html", "mine");
    let there = "error: cut.html is there already, and says something else; `--out cut.html` replaces it\n";
    assert_says(&export(&project, &["cut"]), 2, there);
    assert_eq!(project.read("cut.html"), "mine");
    assert_says(&export(&project, &["cut", "--out", "cut.html"]), 0, "cut.html, TLP:RED\n");
    assert_says(&export(&project, &["cut"]), 0, "cut.html, TLP:RED\n");
}

#[test]
fn a_name_that_says_nothing_of_what_to_write_is_told() {
    let project = project();
    let says = "error: `.foo` says nothing of what to write: end the name in `.html`, `.md`, `.pdf` or `.eml`, or give `--format`\n";
    assert_says(&export(&project, &["cut", "--out", "x.foo"]), 2, says);
    assert!(!project.path("x.foo").exists());
    assert_says(&export(&project, &["cut", "--out", "x.foo", "--format", "md"]), 0, "x.foo, TLP:RED\n");
    assert_says(&export(&project, &["cut", "--out", "x"]), 0, "x, TLP:RED\n");
}

#[test]
fn what_there_is_not_is_told() {
    let project = project().file("other/briefs/a.yaml", "").file("empty/briefs/notes.txt", "");
    for (arguments, says) in [
        (["cot"].as_slice(), "there is no brief `cot` in .; did you mean cut?"),
        (&["x"], "there is no brief `x` in ."),
        (&["cut", "--links"], "`--links` needs a `base_url`, and attache.yaml has none"),
        (
            &["2025-03-01"],
            "no brief speaks as of 2025-03-01; the nearest days with briefs: 2025-02-04 and 2025-03-05",
        ),
        (&["2025-03-01", "--desk", "empty"], "there are no briefs in empty"),
        (&["briefs/gone.yaml"], "cannot read briefs/gone.yaml: No such file or directory (os error 2)"),
        (&["other/briefs/a.yaml", "--desk", "."], "other/briefs/a.yaml is no brief of the desk in ."),
    ] {
        assert_says(&export(&project, arguments), 2, &format!("error: {says}\n"));
    }
}

#[test]
fn a_name_of_two_things_is_told() {
    let text = fs::read_to_string(folder("export/cut.yaml")).unwrap();
    let project = project().file("briefs/2025-03-05.yaml", &text).file("briefs/b/cut.yaml", &text);
    let says =
        "error: `2025-03-05` is a brief and a day; name the file of the brief: briefs/2025-03-05.yaml\n";
    assert_says(&export(&project, &["2025-03-05"]), 2, says);
    let says =
        "error: `cut` is several briefs; name the file of the brief: briefs/b/cut.yaml, briefs/cut.yaml\n";
    assert_says(&export(&project, &["cut"]), 2, says);
    let run = export(&project, &["briefs/2025-03-05.yaml"]);
    assert_eq!((run.code, run.err.as_str()), (0, "2025-03-05.html, TLP:RED\n"));
}

#[test]
fn what_is_broken_is_not_exported() {
    let project = project().file("briefs/broken.yaml", BROKEN);
    for what in ["broken", "briefs/broken.yaml", "2025-03-05"] {
        let run = export(&project, &[what]);
        assert_eq!(run.code, 1, "{what}: {}", run.err);
        assert!(
            run.err.starts_with("error[A011]") && run.err.ends_with("\nnothing was exported\n"),
            "{}",
            run.err
        );
    }
    // Another brief need not wait until it is mended.
    assert_says(&export(&project, &["cut"]), 0, "cut.html, TLP:RED\n");
    project.write("briefs/doubtful.yaml", format!("{BROKEN}marking: TLP:CLEAR\nbottom_line: Invented.\n"));
    let run = export(&project, &["doubtful", "--deny", "warnings"]);
    assert!(run.code == 1 && run.err.contains("warning[") && run.err.ends_with("\nnothing was exported\n"));
}

#[test]
fn a_brief_above_the_ceiling_is_not_exported() {
    let project = project();
    let says =
        "withheld under TLP:GREEN:\n  briefs/arabic.yaml: the brief, TLP:AMBER\nnothing was exported\n";
    assert_says(&export(&project, &["arabic", "--ceiling", "TLP:GREEN"]), 1, says);
    assert_says(&export(&project, &["2025-02-04", "--ceiling", "TLP:GREEN"]), 1, says);
    assert!(!project.path("arabic.html").exists());
    let says = "withheld under TLP:GREEN:\n  briefs/cut.yaml: 2 parts\ncut.html, TLP:GREEN\n";
    assert_says(&export(&project, &["cut", "--ceiling", "TLP:GREEN"]), 0, says);
    let page = project.read("cut.html");
    assert!(page.contains("takes ships again") && !page.contains("crack") && !page.contains("pilot"));
}

#[test]
fn no_link_leads_into_a_site() {
    let project = project().file("attache.yaml", "base_url: https://intra.example/briefs/\n");
    for what in ["cut", "2025-03-05"] {
        for format in ["html", "md", "eml"] {
            let alone = export(&project, &[what, "--format", format, "--out", "-"]).out;
            assert!(!alone.contains("intra.example"), "{what} {format}");
        }
        let linked = export(&project, &[what, "--links", "--out", "-"]).out;
        assert!(linked.contains("<a href=\"https://intra.example/briefs/"), "{what}");
        let markdown = export(&project, &[what, "--links", "--format", "md", "--out", "-"]).out;
        assert!(markdown.contains("](https://intra.example/briefs/"), "{what}: {markdown}");
        let mail = export(&project, &[what, "--links", "--format", "eml", "--out", "-"]).out;
        let (text, html) = mail::parts(mail.as_bytes());
        assert!(text.contains("https://intra.example/briefs/"), "{what}: {text}");
        assert!(html.contains("<a href=\"https://intra.example/briefs/"), "{what}: {html}");
        let relative = |href: &str| !href.contains(':') && !href.starts_with('#');
        let hrefs = linked.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        assert_eq!(hrefs.filter(|href| relative(href)).collect::<Vec<_>>(), Vec::<&str>::new());
    }
}

#[test]
fn a_template_that_leads_into_a_site_is_refused() {
    let link = "{% extends \"builtin/brief.html\" %}{% block masthead %}{{ super() }}<a href=\"../index.html\">x</a>{% endblock %}";
    let project = project().file("templates/brief.html", link);
    let run = export(&project, &["cut"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("a link leads nowhere from a file by itself: ../index.html"), "{}", run.err);
    assert!(run.err.ends_with("\nnothing was exported\n"), "{}", run.err);
    let guarded = link.replace("<a ", "{% if page %}<a ").replace("</a>", "</a>{% endif %}");
    project.write("templates/brief.html", guarded);
    assert_eq!(export(&project, &["cut"]).code, 0);
}

#[test]
fn the_templates_of_the_desk_are_used() {
    let own = "{% extends \"builtin/brief.md\" %}{% block bottom_line %}## Our words\n\n{{ brief.bottom_line | md }}{% endblock %}";
    let project = project().file("templates/brief.md", own);
    for format in ["md", "eml"] {
        assert!(export(&project, &["cut", "--format", format, "--out", "-"]).out.contains("Our words"));
    }
}

/// What is sent of a desk under a ceiling: every brief and every day, in every form but the PDF, which is printed from the page.
fn sent(desk: &Desk, label: &str, renderer: &Renderer) -> Vec<u8> {
    let (cut, settings) = cut(desk, label);
    let index = Index::of(&cut.desk, &settings.inherited.register);
    let maker = Maker { index: &index, settings: &settings, renderer, links: false };
    let briefs = cut.desk.briefs.iter().map(|brief| maker.brief(brief));
    let days = index.days.keys().map(|day| maker.day(&Daily::new(&cut.desk, &index, *day, *day)));
    let documents = briefs.chain(days).map(Result::unwrap);
    documents.flat_map(|document| [document.name.clone().into_bytes(), bytes(&document)].concat()).collect()
}

fn bytes(document: &Document) -> Vec<u8> {
    let (text, html) = mail::parts(&document.mail());
    [document.html.as_str(), &document.markdown, &text, &html, &document.title].join("\n").into_bytes()
}

#[test]
fn nothing_above_a_ceiling_is_sent() {
    let site = SiteView::new(&Settings::default());
    let renderer = Renderer::new(TemplateSet::built_in()).unwrap().for_site(&site).unwrap();
    let mut seen = 0;
    for seed in 0..30 {
        let desk = desk(seed);
        for (ceiling, label) in LABELS.iter().enumerate() {
            let bytes = sent(&desk, label, &renderer);
            let found = words(&bytes);
            seen += found.len();
            let told: Vec<_> = desk
                .secrets
                .iter()
                .filter(|secret| secret.level > ceiling && found.contains(secret.word.as_str()))
                .collect();
            assert!(told.is_empty(), "desk {seed}, {label}: {told:#?}");
        }
    }
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn every_good_input_can_be_sent() {
    for path in files(&folder("inputs/ok"), "yaml") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let project = Project::new().file(&format!("briefs/{name}"), fs::read(&path).unwrap());
        for text in files(&folder("inputs/ok"), "txt") {
            let name = text.file_name().unwrap().to_string_lossy();
            project.write(&format!("briefs/{name}"), fs::read(&text).unwrap());
        }
        for format in ["html", "md", "eml"] {
            let arguments =
                [format!("briefs/{name}"), "--format".into(), format.into(), "--out".into(), "-".into()];
            let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
            let (first, second) = (export(&project, &arguments), export(&project, &arguments));
            assert_eq!(first.code, 0, "{name}: {}", first.err);
            assert_eq!(first.out, second.out, "{name}");
            if format == "eml" {
                mail::assert_sound(&name, first.out.as_bytes());
            }
        }
    }
}
