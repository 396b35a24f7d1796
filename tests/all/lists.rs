//! How briefs and questions read in lists, away from their pages.

use crate::project::Project;

/// Two briefs of a story, of which the second settles in Arabic what the first asks otherwise, and expects an event.
fn desk(lang: &str) -> Project {
    let sources = "sources: [{id: yard, name: Yard of Oro, kind: official, descriptor: an invented yard}]\n";
    let head = |day: u32, lang: &str| {
        format!(
            "schema: 1\ntitle: Day {day} (invented)\ndate: 2025-03-0{day}\nlang: {lang}\nmarking: TLP:CLEAR\nstory: quay\n{sources}"
        )
    };
    let first = "bottom_line: Invented.\nopen_questions: [{id: cause, question: What broke the quay?, status: open, opened: 2025-03-01}]\n";
    let second = "bottom_line: 'Invented: [هذا](fact:rust).'\nkey_facts: [{id: rust, text: كان الصدأ سبب ذلك., status: stated, said_by: yard}]\n\
                  timeline: [{id: opens, when: 2025-05-01, text: Invented., expected: true, status: stated, said_by: yard}]\n\
                  open_questions: [{id: cause, question: ما سبب ذلك؟, status: answered, answered_by: rust, answered_on: 2025-03-02}]\n";
    Project::new()
        .file("attache.yaml", format!("title: Desk\nlang: {lang}\n"))
        .file("briefs/a.yaml", head(1, "en") + first)
        .file("briefs/b.yaml", head(2, "ar") + second)
}

/// The site of that desk.
fn built(lang: &str) -> Project {
    let project = desk(lang);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    project
}

#[test]
fn a_list_of_questions_says_what_the_answer_is_in_its_own_language() {
    let project = built("en");
    let answer = "Stated by the party concerned: <bdi>Yard of Oro</bdi> — <bdi lang=\"ar\" dir=\"rtl\">كان الصدأ سبب ذلك.</bdi>";
    for page in ["questions.html", "days/2025-03-02.html", "stories/quay.html"] {
        let html = project.read(&format!("site/{page}"));
        assert!(html.contains(answer), "{page}: {html}");
    }
    let said = "Stated by the party concerned: Yard of Oro — “كان الصدأ سبب ذلك.”";
    assert!(project.run(&["questions", "--all"]).out.contains(said));
    let json = project.run(&["questions", "--all", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let answer = &json["questions"][0]["answer"];
    assert_eq!([&answer["text"], &answer["lang"], &answer["dir"]], ["كان الصدأ سبب ذلك.", "ar", "rtl"]);
    let found = project.tree("site/search");
    assert!(found.iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(said)));
}

#[test]
fn a_brief_in_a_list_left_questions_open_that_may_be_settled_since() {
    for (lang, left) in
        [("en", "left 1 question open"), ("tr", "1 soruyu açık bıraktı"), ("ar", "ترك سؤالًا واحدًا مفتوحًا")]
    {
        let project = built(lang);
        for page in ["index.html", "archive/2025-03.html", "stories/quay.html"] {
            let html = project.read(&format!("site/{page}"));
            assert_eq!(html.matches(left).count(), 1, "{page}: {html}");
        }
    }
}

#[test]
fn what_was_asked_then_stands_before_what_answered_it() {
    let project = desk("en");
    let reworded = project.read("briefs/b.yaml").replace("2025-03-02", "2025-03-03");
    project.write("briefs/c.yaml", reworded.replace("ما سبب ذلك؟", "لماذا؟").replace("Day 2", "Day 3"));
    assert_eq!(project.run(&["build"]).code, 0);
    let html = project.read("site/questions/cause.html");
    let (_, moves) = html.split_once("<h2 id=\"moves\">").unwrap();
    let order = ["ما سبب ذلك؟", "كان الصدأ سبب ذلك.", "What broke the quay?"].map(|text| moves.find(text));
    assert!(order.is_sorted() && order[0].is_some(), "{order:?}: {moves}");
}

#[test]
fn an_event_among_the_changes_is_expected_and_no_heading() {
    for (lang, told, heading) in [
        ("en", " – Expected – ", "**Expected**"),
        ("tr", " – Bekleniyor – ", "**Beklenenler**"),
        ("ar", " – متوقع – ", "**المتوقع**"),
    ] {
        let run = desk(lang).run(&["daily", "2025-03-02"]);
        assert!(run.out.contains(told) && run.out.contains(heading), "{lang}: {}", run.out);
    }
}
