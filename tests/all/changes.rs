//! `attache diff`: what changed, as people and programs read it.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use attache::change::{Edition, since};
use attache::locale::Locale;
use attache::model::Brief;
use attache::settings::Settings;
use attache::source::SourceFile;
use attache::validate::validate;
use attache::view::ChangeRecord;

use crate::expected::{assert_expected, folder};
use crate::project::{Project, brief};

/// The folders of cases, sorted.
fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<_> = fs::read_dir(folder("changes")).unwrap().map(|it| it.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 20, "only {} cases", cases.len());
    cases
}

/// A desk with the files of one case under `old/` and `new/`.
fn project(case: &std::path::Path) -> (Project, usize) {
    let mut project = Project::new();
    let mut files = 0;
    for side in ["old", "new"] {
        for file in fs::read_dir(case.join(side)).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            project = project.file(&format!("{side}/{name}"), fs::read(&path).unwrap());
            files += 1;
        }
    }
    (project, files)
}

#[test]
fn cases_change_as_expected() {
    for case in cases() {
        let (project, _) = project(&case);
        let human = project.run(&["diff", "old", "new"]);
        assert_eq!((human.code, human.err.as_str()), (0, ""), "{}", case.display());
        assert_expected(&case.join("expected.txt"), &human.out);
        let json = project.run(&["diff", "old", "new", "--format", "json"]);
        assert_expected(&case.join("expected.json"), &json.out);
        let value: serde_json::Value = serde_json::from_str(&json.out).unwrap();
        let any = !value["changes"].as_array().unwrap().is_empty();
        assert_eq!(human.out == "nothing has changed\n", !any, "{}", case.display());
        let code = project.run(&["diff", "old", "new", "--exit-code"]).code;
        assert_eq!(code, i32::from(any), "{}", case.display());
    }
}

#[test]
fn the_same_files_in_another_order_of_reading_change_the_same() {
    for case in cases() {
        let (project, files) = project(&case);
        if files == 2 {
            // Two files are two versions of one brief, whatever they are called.
            let of = |side: &str| {
                let file = fs::read_dir(project.path(side)).unwrap().next().unwrap().unwrap();
                format!("{side}/{}", file.file_name().to_string_lossy())
            };
            let (old, new) = (of("old"), of("new"));
            let run = project.run(&["diff", &old, &new]);
            assert_eq!(run.code, 0, "{}: {}", case.display(), run.err);
            let expected = fs::read_to_string(case.join("expected.txt")).unwrap();
            let without_head = |text: &str| text.split_once('\n').map(|(_, rest)| rest.to_owned());
            assert_eq!(without_head(&run.out), without_head(&expected), "{}", case.display());
        }
        assert_eq!(project.run(&["diff", "old", "old"]).code, 2);
    }
}

/// A brief of a day with these parts.
fn day(date: &str, story: &str, parts: &str) -> String {
    format!(
        "schema: 1\ntitle: \"{story}, {date}\"\ndate: {date}\nmarking: TLP:CLEAR\nstory: {story}\nbottom_line: Invented.\n\
         sources:\n  - {{id: port, name: The Port, kind: official}}\n  - {{id: crew, kind: anonymous, count: 2, described_as: two of the crew}}\n\
         {parts}"
    )
}

const FACT: &str =
    "key_facts:\n  - {id: late, text: The ship is late., status: claimed, said_by: crew, on: 2025-03-03}\n";

fn question(status: &str, positions: &str) -> String {
    format!(
        "open_questions:\n  - id: when\n    question: When will the ship come?\n    status: {status}\n    positions:\n{positions}"
    )
}

const CREW: &str = "      - {stance: asserts, says: That it comes in May., said_by: crew, on: 2025-03-03}\n";
const PORT: &str = "      - {stance: denies, says: That it comes in May., said_by: port, on: 2025-03-05}\n";

fn three_days() -> Project {
    let stated = FACT.replace("claimed, said_by: crew, on: 2025-03-03", "stated, said_by: port");
    Project::new()
        .file("briefs/a.yaml", day("2025-03-03", "ship", &(FACT.to_owned() + &question("open", CREW))))
        .file("briefs/b.yaml", day("2025-03-04", "pier", FACT))
        .file("briefs/c.yaml", day("2025-03-05", "ship", &stated))
        .file("briefs/d.yaml", day("2025-03-05", "pier", &question("narrowed", PORT)))
}

#[test]
fn two_days_of_a_desk() {
    let project = three_days();
    let run = project.run(&["diff", "2025-03-04", "2025-03-05"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(
        run.out.replace('\u{a0}', " "),
        "\
story pier, 5 March 2025 (TLP:CLEAR)
~ brief d: new on this story: “pier, 2025-03-05”, after “pier, 2025-03-04”
- key fact late: no longer listed: “The ship is late.” (claimed: two unnamed sources (two of the
    crew), 3 March 2025)
~ question when: moved: Open → Narrowed: “When will the ship come?”
+ position on question when: new: denies: “That it comes in May.” (The Port, 5 March 2025)

story ship, 5 March 2025 (TLP:CLEAR)
~ brief c: new on this story: “ship, 2025-03-05”, after “ship, 2025-03-03”
~ key fact late: better attested: Claimed → Stated by the party concerned: “The ship is late.” (The
    Port; before: two unnamed sources (two of the crew), 3 March 2025)
~ key fact late: attribution changed: two unnamed sources (two of the crew), 3 March 2025 → The
    Port: “The ship is late.” (stated by the party concerned)
"
    );
    // A day without briefs of its own is what was known by then.
    assert_eq!(project.run(&["diff", "2025-03-05", "2025-03-09"]).out, "nothing has changed\n");
    assert_eq!(project.run(&["diff", "2025-03-05", "2025-03-09", "--exit-code"]).code, 0);
    assert_eq!(project.run(&["diff", "2025-03-04", "2025-03-05", "--exit-code"]).code, 1);
    let elsewhere = Project::new().run(&[
        "diff",
        "2025-03-04",
        "2025-03-05",
        "--desk",
        project.path("").to_str().unwrap(),
    ]);
    assert_eq!((elsewhere.code, elsewhere.out), (0, run.out));
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let project = three_days().file("elsewhere/notes.txt", "no brief").file("x.yaml", brief(0));
    let desk = project.path("briefs").display().to_string();
    for (arguments, said) in [
        (
            &["2025-01-01", "2025-03-05"][..],
            "there are no briefs up to 2025-01-01: the first is of 2025-03-03",
        ),
        (&["2025-03-05", "2025-03-04"], "2025-03-05 is after 2025-03-04: name the earlier day first"),
        (&["2025-03-05", "2025-03-05"], "both days are 2025-03-05; name two"),
        (
            &["2025-03-05", "x.yaml"],
            "2025-03-05 is a day and x.yaml is a brief: only two of the same sort can be compared",
        ),
        (
            &["x.yaml", "briefs"],
            "x.yaml is a brief and briefs is a folder: only two of the same sort can be compared",
        ),
        (&["x.yaml", "./x.yaml"], "x.yaml and ./x.yaml are the same; name two"),
        (&["briefs", &desk], "are the same; name two"),
        (&["briefs", "elsewhere"], "there are no briefs in elsewhere"),
        (&["2025-03-04", "2025-03-05", "--desk", "elsewhere"], "there are no briefs in elsewhere"),
        (&["x.yaml", "briefs/a.yaml", "--desk", "."], "`--desk` is for days; paths name their own desk"),
        (&["2025-03-04", "2025-02-30"], "`2025-02-30` is no day: "),
        (&["gone.yaml", "x.yaml"], "cannot read gone.yaml"),
    ] {
        let run = project.run(&[&["diff"], arguments].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn a_brief_with_errors_is_reported_and_not_compared() {
    let project = Project::new().file("old.yaml", brief(0)).file("new.yaml", brief(0) + "sorces: []\n");
    for arguments in [&["old.yaml", "new.yaml"][..], &["old.yaml", "new.yaml", "--format", "json"]] {
        let run = project.run(&[&["diff"], arguments].concat());
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{arguments:?}");
        assert!(run.err.contains("error[A010]") && run.err.contains("new.yaml:8:1"), "{}", run.err);
    }
}

#[test]
fn a_day_is_held_against_all_days_before_it() {
    let briefs = |texts: &[(&str, String)]| -> Vec<Brief> {
        let brief = |(name, text): &(&str, String)| {
            let file = SourceFile::new(name.as_ref(), text.clone());
            let validated = validate(&file, &Settings::default().inherited);
            validated.brief.unwrap_or_else(|| panic!("{:#?}", validated.diagnostics))
        };
        texts.iter().map(brief).collect()
    };
    let with = |status, positions: &str| question(status, positions);
    let briefs = briefs(&[
        ("a.yaml", day("2025-03-01", "ship", &with("open", CREW))),
        ("b.yaml", day("2025-03-02", "ship", &with("open", &(CREW.to_owned() + PORT)))),
        // Another matter lists one position only: nothing goes.
        ("c.yaml", day("2025-03-03", "pier", &with("open", PORT))),
        // What the crew said is known since the first day.
        ("d.yaml", day("2025-03-04", "ship", &with("moot", &(CREW.to_owned() + PORT)))),
        // The port takes another stance; one brief of the story lists the crew no more.
        (
            "e.yaml",
            day(
                "2025-03-05",
                "ship",
                &with("open", &PORT.replace("denies", "asserts").replace("03-05", "03-06")),
            ),
        ),
    ]);
    let mut earlier = Edition::default();
    let mut days = Vec::new();
    for day in briefs.chunk_by(|a, b| a.date.value == b.date.value) {
        let changes = since(day, &earlier);
        let records = changes.iter().map(|change| ChangeRecord::new(change, Locale::english()));
        let words = records.map(|it| format!("{}/{}", it.kind, it.item)).collect::<Vec<_>>();
        days.push(words.join(" "));
        for brief in day {
            earlier.add(brief);
        }
    }
    assert_eq!(
        days,
        [
            "new/brief",
            "followed/brief new/position",
            "new/brief",
            "followed/brief moved/question",
            "followed/brief reopened/question stance/position dropped/position",
        ]
    );
}

#[test]
fn the_daily_brief_tells_what_changed_under_its_speaker() {
    let hostile = FACT.replace("The ship is late.", "\"The *ship* is <b>not</b> late.\"");
    let project =
        three_days().file("briefs/c.yaml", day("2025-03-05", "ship", &hostile.replace("two", "<i>two</i>")));
    for format in ["html", "md"] {
        let run = project.run(&["daily", "2025-03-05", "--format", format]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{format}");
        assert!(run.out.contains("What changed"), "{format}");
        assert!(!run.out.contains("<b>not</b>"), "{format}: {}", run.out);
        let (_, change) = run.out.split_once("Reworded").unwrap();
        let change = change.split("No longer listed").next().unwrap();
        assert!(change.contains("two of the crew"), "{format}: {change}");
    }
}

/// `cargo test --release -- --ignored --nocapture changes` prints the figures.
#[test]
#[ignore = "a measurement; takes seconds in a debug build"]
fn the_changes_of_all_days_grow_with_the_desk() {
    let mut costs = Vec::new();
    for size in [1_000, 10_000] {
        let briefs: Vec<_> = (0..size).map(numbered).collect();
        let best = (0..3)
            .map(|_| {
                let start = Instant::now();
                let mut earlier = Edition::default();
                let mut count = 0;
                for day in briefs.chunk_by(|a, b| a.date.value == b.date.value) {
                    count += since(day, &earlier).len();
                    for brief in day {
                        earlier.add(brief);
                    }
                }
                (start.elapsed(), count)
            })
            .min()
            .unwrap();
        println!("{size} briefs: {:?}, {} changes", best.0, best.1);
        costs.push(best.0);
    }
    assert!(costs[1] < costs[0] * 25, "{costs:?}");
}

/// Twenty briefs a day: stories that go on, and a question that every brief takes up with a position of its own.
fn numbered(index: usize) -> Brief {
    let date = format!("20{:02}-{:02}-{:02}", 10 + index / 6720, index / 560 % 12 + 1, index / 20 % 28 + 1);
    let parts = format!(
        "key_facts:\n  - {{id: late, text: The ship is late by {index} days., status: claimed, said_by: crew}}\n{}",
        question(
            "open",
            &format!("      - {{id: p{index}, stance: asserts, says: Number {index}., said_by: crew}}\n")
        )
    );
    let text = day(&date, &format!("story-{}", index % 200), &parts);
    let file = SourceFile::new(format!("b{index}.yaml").as_ref(), text);
    let validated = validate(&file, &Settings::default().inherited);
    validated.brief.unwrap_or_else(|| panic!("{:#?}", validated.diagnostics))
}

/// Two days on which a fact makes another statement on another's word.
fn ships() -> Project {
    let fact = |words: &str| format!("key_facts:\n  - {{id: ships, {words}}}\n");
    let two = fact("text: Two ships turned back., status: claimed, said_by: crew");
    let many = fact("text: That four hundred ships turned back., status: denied, said_by: port");
    Project::new()
        .file("attache.yaml", "title: Desk\n")
        .file("briefs/a.yaml", day("2025-03-03", "ship", &two))
        .file("briefs/b.yaml", day("2025-03-05", "ship", &many))
}

#[test]
fn no_page_tells_the_old_speaker_with_the_new_words() {
    let project = ships();
    let run = project.run(&["daily", "2025-03-05", "--format", "md"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let told = run.out.replace('\u{a0}', " ");
    let sides = "Claimed: Two ships turned back. → Denial by the party concerned: That four hundred ships turned back.";
    assert!(told.contains(sides), "{told}");
    // One line says all of it.
    assert!(
        !told.contains("Reworded** (TLP:CLEAR) · Key fact") && !told.contains("Attribution changed"),
        "{told}"
    );
    // The status that it had stands with its words, once.
    assert!(told.contains("(before: two unnamed sources (two of the crew))"), "{told}");
    let run = project.run(&["build", "--out", "site"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for page in ["site/days/2025-03-05.html", "site/stories/ship.html"] {
        let html = fs::read_to_string(project.path(page)).unwrap().replace('\u{a0}', " ");
        let text = html.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect::<String>();
        for told in [sides, "(before: two unnamed sources (two of the crew))"] {
            assert!(text.contains(told), "{page}: {text}");
        }
    }
}

#[test]
fn changes_in_several_briefs_of_a_story_say_in_which() {
    let fact =
        |id: &str| format!("key_facts:\n  - {{id: {id}, text: Ship {id}., status: stated, said_by: port}}\n");
    let project = Project::new()
        .file("attache.yaml", "title: Desk\nbase_url: https://desk.example/\n")
        .file("briefs/a.yaml", day("2025-03-03", "ship", &fact("one")))
        .file("briefs/b.yaml", day("2025-03-05", "ship", &fact("two")))
        .file("briefs/c.yaml", day("2025-03-05", "ship", &fact("three")))
        .file("briefs/d.yaml", day("2025-03-06", "ship", &fact("four")));
    let run = project.run(&["build", "--out", "site"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let page = project.read("site/days/2025-03-05.html");
    let changes = page.split("id=\"changes\"").nth(1).unwrap();
    assert!(changes.contains("<a href=\"../stories/ship.html\"><bdi>Ship</bdi></a></h3>"), "{changes}");
    for (id, brief) in [("two", "b"), ("three", "c")] {
        let line = changes.split("<li ").find(|line| line.contains(&format!("Ship {id}."))).unwrap();
        let label = line.split("</p>").next().unwrap();
        assert!(
            label.contains(&format!("<a href=\"../briefs/{brief}.html\"><bdi dir=\"ltr\">ship, 2025-03-05")),
            "{line}"
        );
    }
    let told = project.read("site/days/2025-03-05.md");
    assert!(told.contains("\n### Ship\n") && told.contains(" · “ship, 2025-03-05”\n"), "{told}");
    // What is passed on by itself has whole addresses.
    let told = project.run(&["export", "2025-03-05", "--format", "md", "--links", "--out", "-"]).out;
    assert!(told.contains("\n### [Ship](https://desk.example/stories/ship.html)\n"), "{told}");
    assert!(told.contains(" · [ship, 2025-03-05](https://desk.example/briefs/c.html)\n"), "{told}");
    // Of one brief it is plain.
    let told = project.read("site/days/2025-03-06.md");
    assert!(told.contains("\n### ship, 2025-03-06\n"), "{told}");
    assert!(!told.contains(" · “ship, 2025-03-06”"), "{told}");
}

#[test]
fn what_is_taken_from_the_register_reads_as_what_the_brief_has_itself() {
    let head = "schema: 1\ntitle: Brief\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: \"[It](fact:shut), says the port.\"\n";
    let fact = "key_facts: [{id: shut, text: The bridge is shut., status: stated, said_by: port}]\n";
    let port = "sources: [{id: port, name: Port of Oro, kind: official, descriptor: Invented}]\n";
    let project = Project::new()
        .file("old/briefs/x.yaml", format!("{head}{port}{fact}"))
        .file("new/attache.yaml", port)
        .file("new/briefs/x.yaml", format!("{head}{fact}"));
    let run = project.run(&["diff", "old", "new"]);
    assert_eq!((run.code, run.out.as_str()), (0, "nothing has changed\n"), "{}", run.err);
}

/// Two versions of a brief of which every value is another, with what its parts say in these words.
fn versions(before: &str, after: &str) -> Project {
    let confirmed = "credibility: 1, note: '[The union](source:union) says so.', ";
    let version = |words: &str,
                   [status, on, told, when, expected, likelihood, stands]: [&str; 7],
                   via: &str,
                   confirmed: &str| {
        let facts = format!(
            "key_facts:\n  - {{id: pier, text: The pier {words}., {status}, said_by: port, {via}on: {on}, {told}, {when}}}\n  \
             - {{id: crane, text: The crane {words}., status: claimed, said_by: port, {confirmed}when: 2025-03-01}}\n"
        );
        let position = format!(
            "      - {{id: why, stance: asserts, says: The gate {words}., said_by: port, {via}on: {on}}}\n"
        );
        let asked = question(stands, &position)
            .replace("When will the ship come?", &format!("Is it so that it {words}?"));
        day(
            "2025-03-05",
            "ship",
            &format!(
                "  - {{id: union, name: The Union, kind: official}}\n  - {{id: paper, name: The Paper, kind: outlet}}\n{facts}timeline:\n  \
             - {{id: sails, {when}, text: The ship {words}., {status}, {expected}, said_by: port, on: {on}}}\n{asked}\
             judgements:\n  - {{id: stays, text: It {words}., {likelihood}, basis: [pier]}}\n"
            ),
        )
    };
    let old = [
        "status: claimed",
        "2025-02",
        "credibility: 4",
        "when: 2025-01",
        "expected: true",
        "likelihood: unlikely, confidence: low",
        "open",
    ];
    let new = [
        "status: stated",
        "2025-02-20",
        "credibility: 2",
        "when: 2025-01-10",
        "expected: false",
        "likelihood: likely, confidence: high",
        "narrowed",
    ];
    Project::new()
        .file("old/a.yaml", version(before, old, "", ""))
        .file("new/a.yaml", version(after, new, "via: [paper], ", confirmed))
}

#[test]
fn nothing_is_better_or_worse_than_another_statement_was() {
    let told = |before: &str, after: &str| {
        let run = versions(before, after).run(&["diff", "old", "new", "--format", "json"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        let value: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        value["changes"].as_array().unwrap().clone()
    };
    let kinds = |changes: &[serde_json::Value]| -> Vec<String> {
        let kind = |it: &serde_json::Value| {
            format!("{} {}", it["item"].as_str().unwrap(), it["kind"].as_str().unwrap())
        };
        changes.iter().map(kind).collect()
    };
    // In the same words, however they are spelled, all of it is, but for the event: that it was expected and that it has happened are two;
    // and for the date of the fact, which another speaker gives.
    let same = told("is shut", "IS shut");
    let is_told = |change: &serde_json::Value| change["kind"] != "reworded" && change["kind"] != "details";
    let same: Vec<_> = same.into_iter().filter(is_told).collect();
    assert_eq!(
        kinds(&same),
        [
            "fact status-up",
            "fact attribution",
            "fact date-moved",
            "fact credibility-up",
            "fact new-origin",
            "fact credibility-moved",
            "question moved",
            "position attribution",
            "event status-moved",
            "event said-date-moved",
            "event date-moved",
            "event expectation",
            "judgement likelihood-up",
            "judgement confidence-up",
        ]
    );
    assert!(same.iter().all(|change| change["old_text"].is_null()), "{same:#?}");
    // In others, it may be the contrary, none of it is; and what was is told of the old words.
    for (before, after) in
        [("is shut", "is not shut"), ("is not shut", "is shut"), ("is (not) shut", "is not shut")]
    {
        let changes: Vec<_> = told(before, after).into_iter().filter(is_told).collect();
        assert_eq!(
            kinds(&changes),
            [
                "fact status-moved",
                "fact attribution",
                "fact date-moved",
                "fact credibility-moved",
                "fact credibility-moved",
                "question moved",
                "position attribution",
                "event status-moved",
                "event said-date-moved",
                "event date-moved",
                "event expectation",
                "judgement likelihood-moved",
                "judgement confidence-moved",
            ]
        );
        for change in &changes {
            assert!(change["old_text"].as_str().unwrap().contains(before), "{change:#}");
            assert!(change["text"].as_str().unwrap().contains(after), "{change:#}");
        }
    }
}
