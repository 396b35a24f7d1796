//! The site of a desk: its pages, to the byte, and what must hold for all of them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::expected::{assert_expected, folder};
use crate::generator;
use crate::project::Project;
use crate::secrets::banner;

/// A case is a desk in `tests/desks`. Of its site those files are compared that stand in its folder `expected`.
#[test]
fn desks_become_their_sites() {
    let desks: Vec<_> = fs::read_dir(folder("desks")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!desks.is_empty());
    for desk in desks {
        let project = built(&desk);
        let mut expected = Vec::new();
        below(&desk.join("expected"), &mut expected);
        assert!(expected.len() > 4, "{}: {}", desk.display(), expected.len());
        for path in expected {
            let name = path.strip_prefix(desk.join("expected")).unwrap().to_string_lossy().into_owned();
            let text = match name.as_str() {
                "questions.txt" => project.run(&["questions", "--all", "--desk", "desk"]).out,
                "files.txt" => names(&project),
                _ => plain(&project.read(&format!("site/{name}"))),
            };
            assert_expected(&path, &text);
        }
    }
}

/// What a page has of other briefs than its own is counted by its banner, or is not on it.
#[test]
fn no_page_is_marked_lower_than_what_it_has_of_other_briefs() {
    let brief = |day: u32, marking: &str, title: &str| {
        format!(
            "schema: 1\ntitle: {title}\ndate: 2025-03-0{day}\nmarking: {marking}\nstory: story-{day}\nbottom_line: Invented.\n\
             sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
             open_questions: [{{id: cause, question: Why {day}?, status: open}}]\n"
        )
    };
    let project = Project::new()
        .file("briefs/a.yaml", brief(1, "TLP:CLEAR", "Open headline"))
        .file("briefs/b.yaml", brief(2, "TLP:RED", "Secret headline"))
        .file("briefs/c.yaml", brief(3, "TLP:RED", "Last headline"));
    assert_eq!(project.run(&["build"]).code, 0);
    let open = project.read("site/briefs/a.html");
    assert!(open.contains("TLP:CLEAR") && !open.contains("Secret headline"));
    assert!(open.contains(r#"href="../briefs/b.html""#) && open.contains("2 March 2025"));
    assert!(project.read("site/briefs/c.html").contains("Secret headline"));
    // The question is the same in all three, and worded as the last has it.
    let story = project.read("site/stories/story-1.html");
    assert!(story.contains("Why 3?") && story.contains("TLP:RED"), "{story}");
    let day = project.read("site/days/2025-03-01.html");
    assert!(day.contains("Why 1?") && !day.contains("TLP:RED"), "{day}");
}

#[test]
fn a_brief_without_a_topic_stands_under_no_topic_of_others() {
    let brief = |title: &str, rest: &str| {
        format!(
            "schema: 1\ntitle: {title}\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n{rest}"
        )
    };
    let project = Project::new()
        .file("attache.yaml", "outputs: [markdown]\n")
        .file("briefs/a.yaml", brief("First", "topics: [ports]\nweight: high\n"))
        .file("briefs/b.yaml", brief("Second", ""))
        .file("briefs/c.yaml", brief("Third", "topics: [weather]\nweight: low\n"));
    assert_eq!(project.run(&["build"]).code, 0);
    for name in ["html", "md"] {
        let day = project.read(&format!("site/days/2025-03-01.{name}"));
        let places =
            ["ports", "First", "Without a topic", "Second", "weather", "Third"].map(|it| day.find(it));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{day}");
    }
    let alone = Project::new().file("briefs/b.yaml", brief("Second", ""));
    assert_eq!(alone.run(&["build"]).code, 0);
    let day = alone.read("site/days/2025-03-01.html");
    assert!(!day.contains("Without a topic"), "{day}");
    // Lists of nothing say so, and the archive is marked as high as what it counts.
    let pages = ["sources", "questions", "archive"].map(|name| alone.read(&format!("site/{name}.html")));
    let [sources, questions, archive] = pages;
    assert!(sources.contains("No brief names a source yet.") && !sources.contains("<thead>"), "{sources}");
    assert!(questions.contains("No brief asks a question yet."), "{questions}");
    assert!(archive.contains("TLP:CLEAR"), "{archive}");
}

/// Two days of five stories that are called otherwise than they weigh, with editions that pin one and leave one out.
fn edited() -> Project {
    let mut project = Project::new().file("attache.yaml", "outputs: [markdown, json]\n");
    for (story, weight) in
        [("ash", "low"), ("bay", "normal"), ("cape", "high"), ("dune", "normal"), ("elm", "high")]
    {
        for day in [1, 2] {
            let brief = format!(
                "schema: 1\ntitle: Of {story} {day}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: {story}\n\
                 weight: {weight}\nbottom_line: As of day {day}.\n"
            );
            project = project.file(&format!("briefs/{story}-{day}.yaml"), brief);
        }
    }
    for day in [1, 2] {
        let edition = format!("schema: 1\nmarking: TLP:CLEAR\npin: [dune-{day}]\nleave_out: [elm-{day}]\n");
        project = project.file(&format!("briefs/daily/2025-03-0{day}.yaml"), edition);
    }
    project
}

/// The stories in the order in which a text first names them behind some words.
fn order(text: &str, behind: &str) -> Vec<&'static str> {
    let text = text.split_once(behind).unwrap().1;
    let mut stories: Vec<_> = ["ash", "bay", "cape", "dune", "elm"].into_iter().collect();
    stories.retain(|story| text.contains(&format!("{story}-")) || text.contains(&format!("story {story}")));
    stories.sort_by_key(|story| text.find(&format!("{story}-")).or(text.find(&format!("story {story}"))));
    stories
}

#[test]
fn the_home_page_and_what_changed_run_as_the_day_does() {
    let project = edited();
    assert_eq!(project.run(&["build"]).code, 0);
    let home = project.read("site/index.html");
    let (latest, before) = home.split_once("id=\"recent\"").unwrap();
    let edited = ["dune", "cape", "bay", "ash"];
    assert_eq!((order(latest, "id=\"latest\""), order(before, "<ul>")), (edited.to_vec(), edited.to_vec()));
    let day = project.read("site/days/2025-03-02.html");
    assert_eq!(order(&day, "</h1>"), edited);
    assert_eq!(order(&day, "id=\"changes\""), edited);
    let json: serde_json::Value = serde_json::from_str(&project.read("site/days/2025-03-02.json")).unwrap();
    let groups = json["changes"]["groups"].as_array().unwrap().iter();
    assert_eq!(groups.map(|group| group["story"].as_str().unwrap()).collect::<Vec<_>>(), edited);
    // Of several days nothing is pinned or left out.
    let weighed = ["cape", "elm", "bay", "dune", "ash"];
    let days = project.run(&["daily", "--from", "2025-03-01", "--to", "2025-03-02", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&days).unwrap();
    let groups = json["changes"]["groups"].as_array().unwrap().iter();
    assert_eq!(groups.map(|group| group["story"].as_str().unwrap()).collect::<Vec<_>>(), weighed);
    let diff = project.run(&["diff", "2025-03-01", "2025-03-02"]).out;
    assert_eq!(order(&diff, ""), weighed);
}

#[test]
fn the_home_page_shows_the_last_day_of_which_anything_is_shown() {
    let project = edited().file(
        "briefs/daily/2025-03-02.yaml",
        "schema: 1\nmarking: TLP:CLEAR\nleave_out: [ash-2, bay-2, cape-2, dune-2, elm-2]\n",
    );
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let home = project.read("site/index.html");
    assert!(home.contains("days/2025-03-01.html") && !home.contains("briefs/ash-2.html"), "{home}");
    assert!(!home.contains("id=\"recent\""), "{home}");
}

#[test]
fn the_home_page_says_what_the_latest_day_says_above_all() {
    let mut project = Project::new().file(
        "briefs/daily/2025-03-02.yaml",
        "schema: 1\nmarking: TLP:AMBER\nnote: Twelve piers, and no more.\npin: [pier-12]\n",
    );
    for pier in 1..=12 {
        let brief = format!(
            "schema: 1\ntitle: Of pier {pier}\ndate: 2025-03-02\nmarking: TLP:CLEAR\nbottom_line: \"Invented: [pier {pier}](fact:f) \
             stands.\"\nsources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
             key_facts: [{{id: f, text: Pier {pier} stands., status: stated, said_by: port}}]\n"
        );
        project = project.file(&format!("briefs/pier-{pier:02}.yaml"), brief);
    }
    assert_eq!(project.run(&["build"]).code, 0);
    let home = project.read("site/index.html");
    assert!(
        home.contains("Twelve piers, and no more.") && home.contains("put first by the editor"),
        "{home}"
    );
    // The note is marked higher than any brief, and stands on the page.
    assert!(home.contains("<header class=\"banner\"><p class=\"tlp tlp-amber\""), "{home}");
    assert_eq!(home.matches("<article").count(), 10);
    let first = "Invented: <a href=\"briefs/pier-12.html#fact-f\">pier 12</a> stands.";
    let (before, _) = home.split_once(first).unwrap();
    assert_eq!(before.matches("<article").count(), 1, "{home}");
    assert!(home.contains("<a href=\"days/2025-03-02.html\">2 more briefs of this day</a>"), "{home}");
}

/// The site of a copy of a desk.
pub(crate) fn built(desk: &Path) -> Project {
    let project = Project::new();
    let mut files = Vec::new();
    below(desk, &mut files);
    for path in files {
        let name = path.strip_prefix(desk).unwrap();
        project.write(&format!("desk/{}", name.display()), fs::read(&path).unwrap());
    }
    let run = project.run(&["build", "desk", "--out", "site", "--deny", "warnings"]);
    assert_eq!(run.code, 0, "{}", run.err);
    project
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { below(&path, files) } else { files.push(path) }
    }
    files.sort();
}

/// The files of the site. Those of the search index are named by digests, so they are only counted; so is the style sheet.
fn names(project: &Project) -> String {
    let (index, files): (Vec<_>, Vec<_>) = project
        .tree("site")
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with('.'))
        .partition(|name| name.starts_with("search/"));
    let (styles, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|name| name.starts_with("style/"));
    format!("{}\n{} style sheet\n{} files in search/\n", files.join("\n"), styles.len(), index.len())
}

/// A page without its style sheet and policy, which stand in every page and are looked at elsewhere.
fn plain(page: &str) -> String {
    let without = |page: &str, from: &str, to: &str| match page.split_once(from) {
        Some((before, rest)) => match rest.split_once(to) {
            Some((_, after)) => format!("{before}{from}…{to}{after}"),
            None => page.to_owned(),
        },
        None => page.to_owned(),
    };
    let page = without(page, "<style>", "</style>");
    let page = without(&page, "Content-Security-Policy\" content=\"", "\">");
    let page = without(&page, "style/", ".css");
    without(&page, "<script>", "</script>")
}

#[test]
fn a_month_of_twenty_briefs_a_day_has_no_loose_end() {
    let project = Project::new();
    for (name, text) in generator::desk(1, 600) {
        project.write(&format!("briefs/{name}"), text);
    }
    let run = project.run(&["build", "--deny", "warnings"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let files = project.tree("site");
    let days = files.iter().filter(|(name, _)| name.starts_with("days/")).count();
    assert_eq!(days, 3 * 30, "page, Markdown, JSON");
    let pages = files.iter().filter(|(_, bytes)| bytes.starts_with(b"<!doctype html>"));
    for (name, bytes) in pages {
        assert!(bytes.len() < 550_000, "{name} has {} bytes", bytes.len());
    }
    let again = project.run(&["build"]);
    assert!(again.err.starts_with("0 files written, "), "{}", again.err);
}

#[test]
fn the_page_of_somebody_is_marked_as_what_the_register_says_of_them() {
    let register = "\
sources: [{id: wire, name: Wire of Oro, kind: agency, descriptor: Has a man in the palace, marking: TLP:RED}]
entities: [{id: joe, name: Joe of Oro, kind: person, note: 'Known from the [wire](source:wire).'}]
";
    let own = "\
schema: 1
title: Invented
date: 2025-03-01
marking: TLP:CLEAR
bottom_line: Invented.
sources: [{id: wire, name: Wire of Oro, kind: agency, descriptor: Invented}]
entities: [{id: joe, name: Joe of Oro, kind: person}]
key_facts: [{id: one, text: '[Joe](entity:joe) stands.', status: claimed, said_by: wire}]
";
    let project = Project::new().file("attache.yaml", register).file("briefs/a.yaml", own);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let banner = |path: &str| banner(&project.read(&format!("site/{path}"))).unwrap().to_owned();
    assert_eq!(banner("briefs/a.html"), "TLP:CLEAR");
    for path in ["sources/wire.html", "sources.html", "entities/joe.html"] {
        assert_eq!(banner(path), "TLP:RED", "{path}");
    }
    let page = project.read("site/sources/wire.html");
    assert!(page.contains("<span class=\"part-tlp\" lang=\"en\" dir=\"ltr\">TLP:RED</span>"), "{page}");
}

/// What was put right is told on a page of its own; whoever meets the brief elsewhere must know that it was.
#[test]
fn a_corrected_brief_is_marked_wherever_it_is_listed() {
    let brief = |day: u32, more: &str| {
        format!(
            "schema: 1\ntitle: Headline {day}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             story: quay\ntopics: [harbour]\n\
             sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
             entities: [{{id: head, name: Head of Oro, kind: person}}]\n\
             key_facts: [{{id: shut, text: 'The [head](entity:head) shut it.', status: stated, said_by: port}}]\n\
             open_questions: [{{id: cause, question: Why?, status: open}}]\n{more}"
        )
    };
    let put_right = "corrections: [{on: 2025-03-09, text: Late.}, {on: 2025-03-06, text: Early.}]\n";
    let project = Project::new()
        .file("attache.yaml", "title: Desk\n")
        .file("briefs/b.yaml", brief(2, ""))
        .file("briefs/a.yaml", brief(1, put_right));
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for page in [
        "index.html",
        "archive/2025-03.html",
        "topics/harbour.html",
        "stories/quay.html",
        "sources/port.html",
        "entities/head.html",
        "questions/cause.html",
        "days/2025-03-01.html",
        "days/2025-03-01.md",
    ] {
        let text = plain(&project.read(&format!("site/{page}")));
        let marks =
            text.replace(r#"<time datetime="2025-03-09">"#, "").matches("corrected 9 March 2025").count();
        assert_eq!(marks, 1, "{page}: {text}");
        assert!(!text.contains("6 March 2025"), "{page}");
    }
    let corrected = r#""corrected":{"text":"9 March 2025","#;
    assert_eq!(project.read("site/days/2025-03-01.json").matches(corrected).count(), 2);
    assert!(!project.read("site/days/2025-03-02.html").contains("corrected"));
    let lines = project.read("site/briefs.ndjson");
    assert_eq!(lines.matches(r#""corrected":"2025-03-09""#).count(), 1, "{lines}");
    let files = project.tree("site/search").into_iter().map(|(_, file)| String::from_utf8(file).unwrap());
    let index: String = files.collect();
    assert_eq!(index.matches("1 March 2025 · corrected 9 March 2025").count(), 1, "{index}");
}

/// The fact that answers a question may give a day: when it is to happen is the answer to many a question.
#[test]
fn an_answer_has_its_own_day_on_the_page_of_its_question() {
    let brief = "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
         sources: [{id: port, name: Port of Oro, kind: official, descriptor: Invented}]\n\
         key_facts: [{id: opens, text: The pier opens., status: claimed, said_by: port, when: 2025-04-10}]\n\
         open_questions: [{id: when, question: When does it open?, status: answered, answered_by: opens}]\n";
    let project = Project::new().file("briefs/a.yaml", brief);
    assert_eq!(project.run(&["build"]).code, 0);
    let page = project.read("site/questions/when.html");
    let when = r#"<p class="detail">When: <time datetime="2025-04-10">10 April 2025</time></p>"#;
    assert_eq!(page.matches(when).count(), 2, "of the answer, and of what moved it: {page}");
}

/// Wherever a fact stands away from its brief, it goes with what its brief says against it.
#[test]
fn what_warns_of_a_fact_goes_with_it() {
    let case = folder("days/what-warns-of-a-fact/briefs");
    let brief = fs::read_to_string(case.join("a.yaml")).unwrap();
    let project = Project::new().file("briefs/a.yaml", brief);
    assert_eq!(project.run(&["build"]).code, 0);
    let (graded, carried) = (
        "Claimed (source reliability: E – unreliable)",
        "Claimed (item credibility: 4 – doubtful; source reliability: D – not usually reliable)",
    );
    let (mistaken, noted) = (
        "Stated by the party concerned (doubtful in the article)",
        "Stated by the party concerned (note in the brief)",
    );
    for (file, warned) in [
        ("days/2025-03-01.html", &[graded, carried, mistaken, noted][..]),
        ("days/2025-03-01.md", &[graded, carried, mistaken, noted]),
        ("days/2025-03-01.json", &[graded, carried, mistaken, noted]),
        ("entities/quay.html", &[graded, carried, mistaken, noted]),
        ("stories/quay.html", &[graded]),
        ("questions.html", &[graded]),
        ("questions/does-it-lean.html", &[graded]),
        ("questions/who-pays.html", &["Asserts (source reliability: E – unreliable)</strong>"]),
        ("calendar.ics", &[graded]),
        ("index.html", &[]),
        ("briefs/a.html", &[graded, carried, mistaken]),
    ] {
        let text = project.read(&format!("site/{file}")).replace("\r\n ", "").replace('\\', "");
        for label in warned {
            assert!(text.contains(label), "{file}: {label}");
        }
    }
    let record = project.read("site/briefs.ndjson");
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    let caveats: Vec<_> =
        record["facts"].as_array().unwrap().iter().map(|fact| fact["caveats"].to_string()).collect();
    assert_eq!(
        caveats,
        [
            "null",
            r#"{"reliability":"E"}"#,
            r#"{"reliability":"D"}"#,
            r#"{"mistaken":true}"#,
            r#"{"noted":true}"#
        ]
    );
    assert_eq!(record["questions"][0]["answer"]["caveats"].to_string(), r#"{"reliability":"E"}"#);
    assert!(project.run(&["questions", "--all"]).out.contains(graded));
}
