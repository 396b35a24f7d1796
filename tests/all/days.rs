//! What days of a desk do to each other: changes, the roll-up and the calendar.

use std::fs;
use std::path::Path;

use crate::expected::{assert_expected, folder};
use crate::project::Project;

/// The days on which briefs of a case speak, sorted.
fn days(project: &Project) -> Vec<String> {
    let date = |(_, text): (String, Vec<u8>)| {
        let text = String::from_utf8(text).unwrap();
        text.lines().find_map(|line| line.strip_prefix("date: ")).unwrap().to_owned()
    };
    let mut days: Vec<_> = project.tree("briefs").into_iter().map(date).collect();
    days.sort();
    days.dedup();
    days
}

/// The desk of a case, which may have settings of its own.
fn project_of(case: &Path) -> Project {
    let settings = fs::read(case.join("attache.yaml")).unwrap_or_else(|_| b"title: Desk\n".to_vec());
    let mut project = Project::new().file("attache.yaml", settings);
    for file in fs::read_dir(case.join("briefs")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        project = project.file(&format!("briefs/{name}"), fs::read(&path).unwrap());
    }
    project
}

/// A case is a folder with briefs of several days. `diff.txt` has what changed from each day to the next and from the first to the
/// last, `roll-up.md` all days in one, `calendar.ics` what is to come.
#[test]
fn days_follow_each_other_as_expected() {
    let mut cases: Vec<_> = fs::read_dir(folder("days")).unwrap().map(|it| it.unwrap().path()).collect();
    cases.sort();
    for case in cases {
        fs::create_dir_all(case.join("expected")).unwrap();
        let project = project_of(&case);
        let run = |arguments: &[&str]| {
            let run = project.run(arguments);
            assert_eq!(run.code, 0, "{}: {}", case.display(), run.err);
            run.out
        };
        let days = days(&project);
        let (first, last) = (days.first().unwrap(), days.last().unwrap());
        let mut spans: Vec<_> = days.windows(2).map(|pair| (&pair[0], &pair[1])).collect();
        spans.extend((days.len() > 2).then_some((first, last)));
        let changes = spans.iter().map(|(old, new)| format!("# {old} {new}\n{}\n", run(&["diff", old, new])));
        let expected = case.join("expected");
        assert_expected(&expected.join("diff.txt"), &changes.collect::<String>());
        let roll_up = run(&["daily", "--from", first, "--to", last, "--format", "md"]);
        assert_expected(&expected.join("roll-up.md"), &roll_up);
        run(&["build", "--out", "site"]);
        assert_expected(&expected.join("calendar.ics"), &project.read("site/calendar.ics"));
    }
}

#[test]
fn a_correction_is_told_by_the_first_day_with_briefs_that_knows_of_it() {
    let project = project_of(&folder("days").join("corrected-between-days"));
    let told = |from: &str, to: &str| {
        let run = project.run(&["daily", "--from", from, "--to", to, "--format", "md"]);
        let lines = run.out.replace('\u{a0}', " ");
        let told = lines.lines().filter(|line| line.contains("The brief said"));
        told.map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    let [seventh, eighth] = [
        "- 7 March 2025 · **The dam costs sixty** (TLP:CLEAR): The brief said that the guild had counted.",
        "- 8 March 2025 · **The dam costs fifty** (TLP:CLEAR): The brief said fifteen.",
    ];
    // A brief holds what was put right in it later; its own day did not know.
    assert_eq!(told("2025-03-05", "2025-03-05"), [""; 0]);
    assert_eq!(told("2025-03-06", "2025-03-06"), [""; 0]);
    assert_eq!(told("2025-03-09", "2025-03-09"), [seventh, eighth]);
    let new = "- **New** (TLP:CLEAR) · Correction: 7 March 2025 – The brief said that the guild had counted.";
    assert_eq!(told("2025-03-06", "2025-03-09"), [seventh, eighth, new]);
}

/// Of two briefs of one day neither is the later, whatever their files are called.
#[test]
fn what_a_party_said_on_one_day_in_two_ways_is_told_in_one() {
    let brief = |day: u8, said_by: &str, status: &str| {
        format!(
            "schema: 1\ntitle: Invented {status}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: pier\nbottom_line: Invented.\n\
             sources: [{{id: s, name: {said_by} of Oro, kind: official, descriptor: Invented}}]\n\
             key_facts: [{{id: opens, text: The pier opens., status: {status}, said_by: s}}]\n"
        )
    };
    let told = |[one, other]: [&str; 2]| {
        let project = Project::new()
            .file(&format!("briefs/{one}.yaml"), brief(3, "Office", "stated"))
            .file(&format!("briefs/{other}.yaml"), brief(3, "Office", "denied"))
            .file("briefs/c.yaml", brief(4, "Guild", "claimed"))
            .file("briefs/d.yaml", brief(5, "Office", "denied"));
        let run = project.run(&["diff", "2025-03-04", "2025-03-05"]);
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    };
    assert_eq!(told(["a", "b"]), told(["b", "a"]));
}

/// Of two briefs of one day that tell a thing anew, each is held against what it is nearest to, whatever the files of both days are called.
#[test]
fn what_two_briefs_of_one_day_tell_anew_is_paired_by_what_they_say() {
    let brief = |day: u8, says: &str| {
        format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: pier\nbottom_line: Invented.\n\
             sources: [{{id: s, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
             key_facts: [{{id: pier, text: {says}, status: stated, said_by: s}}]\n"
        )
    };
    let told = |[one, other]: [&str; 2], [next, last]: [&str; 2]| {
        let project = Project::new()
            .file(&format!("briefs/{one}.yaml"), brief(3, "The pier is shut at night."))
            .file(&format!("briefs/{other}.yaml"), brief(3, "By day the pier is open to ships."))
            .file(&format!("briefs/{next}.yaml"), brief(4, "The pier is shut at dusk."))
            .file(&format!("briefs/{last}.yaml"), brief(4, "By day the pier is open to boats."));
        let run = project.run(&["diff", "2025-03-03", "2025-03-04"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let told = run.out.lines().skip_while(|line| !line.starts_with("~ key fact"));
        told.map(str::trim).collect::<Vec<_>>().join("\n")
    };
    let (ab, cd) = (["a", "b"], ["c", "d"]);
    let first = told(ab, cd);
    assert!(first.contains("shut at [-night.-] {+dusk.+}"), "{first}");
    assert!(first.contains("open to [-ships.-] {+boats.+}"), "{first}");
    for (old, new) in [(["b", "a"], cd), (ab, ["d", "c"]), (["b", "a"], ["d", "c"])] {
        assert_eq!(told(old, new), first);
    }
}

#[test]
fn a_brief_labels_whatever_stands_on_what_is_marked_higher() {
    let case = folder("days").join("labels-of-what-stands-on-more");
    let project = project_of(&case);
    let run = project.run(&["build", "--out", "site"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let page = project.read("site/briefs/a.md");
    assert_expected(&case.join("expected/brief.md"), &page);
}

/// "Nothing" in place of a likelihood would read as no chance at all.
#[test]
fn a_likelihood_that_is_taken_away_is_not_given() {
    let judged = |day: u8, likelihood: &str| {
        format!(
            "schema: 1\ntitle: T\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: s\nbottom_line: Invented.\n\
             judgements: [{{id: j, text: It opens soon., {likelihood}confidence: low}}]\n"
        )
    };
    for (lang, told) in [("en", "not given"), ("tr", "belirtilmemiş"), ("ar", "غير مذكور")] {
        let project = Project::new()
            .file("attache.yaml", format!("lang: {lang}\n"))
            .file("briefs/a.yaml", judged(3, "likelihood: likely, "))
            .file("briefs/b.yaml", judged(4, ""));
        assert_eq!(project.run(&["build"]).code, 0);
        for page in ["site/days/2025-03-04.html", "site/days/2025-03-04.md"] {
            assert!(project.read(page).contains(told), "{page}: {lang}");
        }
    }
}
