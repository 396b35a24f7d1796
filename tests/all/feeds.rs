//! What a site offers to other programs, read by programs that are not ours.

use std::path::{Path, PathBuf};

use atom_syndication::Feed;
use attache::desk::Overtaken;
use attache::feed::{Site, atom, calendar, json_feed, json_ld, ndjson};
use attache::locale::{Locale, Locales};
use attache::model::{Brief, Id, TimeZone};
use attache::source;
use attache::validate::{Inherited, validate};
use icalendar::parser::{read_calendar, unfold};
use serde_json::Value;

use crate::expected::{assert_expected, assert_no_orphans, files, folder};
use crate::project::Project;

/// A desk whose name is as awkward as a name may be.
fn site() -> Site<'static> {
    Site {
        desk: None,
        locales: Locales::built_in(),
        locale: Locale::english(),
        title: "Sample & <Desk>; \"one\", two",
        base_url: Some("https://desk.example/o&a/"),
        lang: "en",
        time_zone: TimeZone::parse("Europe/Istanbul").unwrap(),
    }
}

fn read(path: &Path) -> Brief {
    let file = source::read(path).unwrap().unwrap();
    validate(&file, &Inherited::default()).brief.unwrap()
}

/// A brief from its text, as if it stood in a file of this name.
fn brief(name: &str, text: &str) -> Brief {
    let file = source::SourceFile::new(Path::new(name), text.to_owned());
    let validated = validate(&file, &Inherited::default());
    validated.brief.unwrap_or_else(|| panic!("{:#?}", validated.diagnostics))
}

/// The calendar of briefs of which none says more of what another says.
fn calendar_of<'b>(site: &Site<'_>, briefs: impl IntoIterator<Item = &'b Brief>) -> String {
    calendar::calendar(site, briefs, &Overtaken::default())
}

fn ndjson_of(brief: &Brief) -> String {
    ndjson::of_brief(brief, &site())
}

/// Pretty, so that a person can read a difference.
fn pretty(json: &str) -> String {
    format!("{:#}\n", serde_json::from_str::<Value>(json).unwrap())
}

#[test]
fn briefs_become_their_feeds() {
    let to = folder("feeds");
    for path in cases() {
        let brief = read(&path);
        let expected = |extension| to.join(path.file_name().unwrap()).with_extension(extension);
        assert_expected(&expected("atom"), &atom::feed(&site(), [&brief]));
        assert_expected(&expected("json"), &json_feed::feed(&site(), [&brief]));
        assert_expected(&expected("ics"), &calendar_of(&site(), [&brief]));
        assert_expected(&expected("ld.json"), &pretty(&json_ld::brief(&brief, &site())));
        assert_expected(&expected("ndjson"), &ndjson_of(&brief));
    }
    for path in files(&to, "atom") {
        let input = cases().iter().any(|case| case.file_stem() == path.file_stem());
        assert!(input, "{} has no input", path.display());
    }
    assert_no_orphans(&to, "ics", "atom");
}

/// Every good input of the tests, and what only feeds are interested in.
fn cases() -> Vec<PathBuf> {
    files(&folder("inputs/ok"), "yaml").into_iter().chain(files(&folder("feeds"), "yaml")).collect()
}

fn all() -> Vec<Brief> {
    cases().iter().map(|path| read(path)).collect()
}

#[test]
fn atom_is_read_by_a_strict_reader() {
    let briefs = all();
    let text = atom::feed(&site(), &briefs);
    let feed = Feed::read_from(text.as_bytes()).unwrap();
    assert_eq!(feed.title.value, site().title);
    assert_eq!(feed.authors[0].name, site().title);
    assert_eq!(feed.updated, feed.entries.iter().map(|entry| entry.updated).max().unwrap());
    assert_eq!(feed.rights.as_ref().unwrap().value, "TLP:RED");
    assert_eq!(feed.entries.len(), briefs.len());
    for (entry, brief) in feed.entries.iter().zip(&briefs) {
        assert_eq!(entry.title.value, attache::markdown::visible(brief.title.value.as_str()));
        assert_eq!(entry.links[0].href, format!("{}briefs/{}.html", site().base_url.unwrap(), brief.id));
        assert_eq!(entry.rights.as_ref().unwrap().value, label(brief));
        assert!(!entry.summary.as_ref().unwrap().value.is_empty());
        assert_eq!(entry.content.as_ref().unwrap().content_type.as_deref(), Some("html"));
    }
    assert!(text.chars().all(may_stand_in_xml));
}

fn label(brief: &Brief) -> &'static str {
    attache::model::Words::word(brief.banner())
}

/// The production `Char` of XML 1.0.
fn may_stand_in_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

#[test]
fn both_feeds_say_the_same() {
    let briefs = all();
    let feed = Feed::read_from(atom::feed(&site(), &briefs).as_bytes()).unwrap();
    let json: Value = serde_json::from_str(&json_feed::feed(&site(), &briefs)).unwrap();
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["_attache"]["marking"], feed.rights.as_ref().unwrap().value);
    for (entry, item) in feed.entries.iter().zip(json["items"].as_array().unwrap()) {
        assert_eq!(item["id"], entry.id);
        assert_eq!(item["title"], entry.title.value);
        assert_eq!(item["url"], entry.links[0].href);
        assert_eq!(item["summary"], entry.summary.as_ref().unwrap().value);
        assert_eq!(item["content_html"], entry.content.as_ref().unwrap().value.as_ref().unwrap().as_str());
        assert_eq!(item["date_modified"], entry.updated.to_rfc3339());
        assert_eq!(item["_attache"]["marking"], entry.rights.as_ref().unwrap().value);
        let tags = item["tags"].as_array().map_or(0, Vec::len);
        assert_eq!(tags, entry.categories.len());
    }
}

const SMALL: &str =
    "schema: 1\ntitle: A\ndate: 2025-03-05\nmarking: TLP:CLEAR\nbottom_line: An invented line.\n";

#[test]
fn a_correction_moves_the_time_and_leaves_the_id() {
    let before = brief("briefs/a.yaml", SMALL);
    let after = SMALL.replace("title: A", "title: B") + "corrections: [{on: 2025-03-09, text: Wrong.}]\n";
    let after = brief("elsewhere/a.yaml", &after);
    let other = Site { title: "Another", base_url: None, ..site() };
    let read = |site: &Site<'_>, brief| {
        let feed = Feed::read_from(atom::feed(site, [brief]).as_bytes()).unwrap();
        let entry = &feed.entries[0];
        (
            entry.id.clone(),
            entry.published.unwrap().to_rfc3339(),
            entry.updated.to_rfc3339(),
            feed.updated.to_rfc3339(),
        )
    };
    let (id, published, updated, _) = read(&site(), &before);
    assert_eq!(
        (published.as_str(), updated.as_str()),
        ("2025-03-05T00:00:00+03:00", "2025-03-05T00:00:00+03:00")
    );
    let moved = "2025-03-09T00:00:00+03:00".to_owned();
    assert_eq!(read(&other, &after), (id.clone(), published, moved.clone(), moved));
    assert_ne!(read(&site(), &brief("briefs/c.yaml", SMALL)).0, id);
}

/// What readers know a brief, its feed and its dates by: the ids of the Atom feed and of its entry, of the item, of the page and of the
/// date in the calendar.
fn ids(site: &Site<'_>, brief: &Brief) -> [String; 5] {
    let atom = Feed::read_from(atom::feed(site, [brief]).as_bytes()).unwrap();
    let json: Value = serde_json::from_str(&json_feed::feed(site, [brief])).unwrap();
    let page: Value = serde_json::from_str(&json_ld::brief(brief, site)).unwrap();
    let calendar = events(&calendar_of(site, [brief]));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let entry = atom.entries[0].id.clone();
    [atom.id, entry, text(&json["items"][0]["id"]), text(&page["@id"]), value(&calendar[0], "UID").to_owned()]
}

#[test]
fn a_desk_with_an_id_keeps_its_entries_and_shares_none() {
    let dated = SMALL.to_owned() + "timeline: [{id: day, when: 2025-04-30, text: Talks., expected: true}]\n";
    let brief = brief("briefs/a.yaml", &dated);
    let [one, two] = ["one", "two"].map(|id| Id::parse(id).unwrap());
    let of = |id| ids(&Site { desk: Some(id), ..site() }, &brief);
    let moved = Site { desk: Some(&one), title: "Another", base_url: None, ..site() };
    assert_eq!(ids(&moved, &brief), of(&one));
    let without = ids(&site(), &brief);
    for (place, one) in of(&one).iter().enumerate() {
        assert_ne!(*one, of(&two)[place]);
        assert_ne!(*one, without[place]);
    }
    let [feed, entries @ ..] = ids(&Site { title: "Another", base_url: None, ..site() }, &brief);
    assert_ne!(feed, without[0], "a desk without an id has no other name");
    assert_eq!(entries, without[1..]);
}

#[test]
fn the_id_of_a_desk_is_in_all_that_its_site_offers() {
    let build = |settings: &str| {
        let project = Project::new().file("attache.yaml", settings).file("briefs/a.yaml", SMALL);
        let run = project.run(&["build"]);
        assert_eq!(run.code, 0, "{}", run.err);
        ["feed.atom", "feed.json", "briefs.ndjson", "briefs/a.html"]
            .map(|file| project.read(&format!("site/{file}")))
    };
    let [with, without] = ["id: lake-desk\n", ""].map(build);
    for (with, without) in with.iter().zip(&without) {
        assert_ne!(with, without);
    }
    assert!(with[2].starts_with(r#"{"desk":"lake-desk","id":"a","#), "{}", with[2]);
}

/// Readers to whom an entry comes again hear what was put right, the latest first, in both feeds and with links that lead to the brief.
#[test]
fn an_entry_says_what_was_corrected() {
    let corrections =
        "corrections: [{on: 2025-03-07, text: The *yard* said 46.}, {on: 2025-03-09, text: <b> 61.}]\n";
    for (lang, [late, early]) in [
        ("en", ["corrected 9 March 2025", "corrected 7 March 2025"]),
        ("tr", ["düzeltme: 9 Mart 2025 Pazar", "düzeltme: 7 Mart 2025 Cuma"]),
    ] {
        let corrected = brief("briefs/a.yaml", &format!("{SMALL}lang: {lang}\n{corrections}"));
        let summary = format!("An invented line. · {late} – <b> 61. · {early} – The yard said 46.");
        let html = format!(
            "<p>An invented line.</p>\n<p lang=\"{lang}\">{late}</p>\n<p>&lt;b&gt; 61.</p>\n\
             <p lang=\"{lang}\">{early}</p>\n<p>The <em>yard</em> said 46.</p>\n"
        );
        let json: Value = serde_json::from_str(&json_feed::feed(&site(), [&corrected])).unwrap();
        let item = &json["items"][0];
        assert_eq!(
            (item["summary"].as_str(), item["content_html"].as_str()),
            (Some(&*summary), Some(&*html))
        );
        let feed = Feed::read_from(atom::feed(&site(), [&corrected]).as_bytes()).unwrap();
        let entry = &feed.entries[0];
        assert_eq!(entry.summary.as_ref().unwrap().value, summary);
        assert_eq!(entry.content.as_ref().unwrap().value.as_deref(), Some(&*html));
    }
}

#[test]
fn a_correction_brings_an_old_brief_back_into_the_feeds_of_its_site() {
    let dated = |day: u32| SMALL.replace("2025-03-05", &format!("2025-03-{day:02}"));
    let corrected = dated(1) + "corrections: [{on: 2025-03-09, text: Wrong.}]\n";
    let project = Project::new()
        .file("attache.yaml", "limits: {feed_entries: 2}\n")
        .file("briefs/old.yaml", corrected)
        .file("briefs/older.yaml", dated(2))
        .file("briefs/new.yaml", dated(8));
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let feed = Feed::read_from(project.read("site/feed.atom").as_bytes()).unwrap();
    let links: Vec<_> = feed.entries.iter().map(|entry| entry.links[0].href.as_str()).collect();
    assert_eq!(links, ["briefs/old.html", "briefs/new.html"]);
    assert_eq!(feed.updated.to_rfc3339(), "2025-03-09T00:00:00+00:00");
    let json: Value = serde_json::from_str(&project.read("site/feed.json")).unwrap();
    let links: Vec<_> = json["items"].as_array().unwrap().iter().map(|item| &item["url"]).collect();
    assert_eq!(links, ["briefs/old.html", "briefs/new.html"]);
}

#[test]
fn without_an_address_links_are_relative_to_the_feed() {
    let site = Site { base_url: None, ..site() };
    let linked = SMALL.replace("An invented line.", "\"[Why?](question:why)\"")
        + "open_questions: [{id: why, question: Why?, status: open}]\n";
    let brief = brief("a.yaml", &linked);
    let text = atom::feed(&site, [&brief]);
    assert!(text.contains(r#"<link rel="self" href="feed.atom""#), "{text}");
    assert!(text.contains(r#"<link rel="alternate" href="briefs/a.html""#), "{text}");
    assert!(text.contains("&lt;a href=&quot;briefs/a.html#question-why&quot;"), "{text}");
    assert!(!calendar_of(&site, [&brief]).contains("URL:"));
}

#[test]
fn a_feed_of_nothing_is_a_feed() {
    let feed = Feed::read_from(atom::feed(&site(), []).as_bytes()).unwrap();
    assert_eq!(feed.updated.to_rfc3339(), "1970-01-01T00:00:00+00:00");
    let json: Value = serde_json::from_str(&json_feed::feed(&site(), [])).unwrap();
    assert_eq!(json["items"].as_array().unwrap().len(), 0);
    let unfolded = unfold(&calendar_of(&site(), []));
    let components: Vec<_> =
        read_calendar(&unfolded).unwrap().components.iter().map(|it| it.name.to_string()).collect();
    assert_eq!(components, ["VTIMEZONE"], "a calendar without any component is none");
}

/// Name and value of each property of each event, as an independent reader has them.
fn events(text: &str) -> Vec<Vec<(String, String)>> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let event = |component: &icalendar::parser::Component<'_>| {
        let property = |it: &icalendar::parser::Property<'_>| {
            (it.name.to_string(), it.val.clone().unescape_text().to_string())
        };
        component.properties.iter().map(property).collect()
    };
    calendar.components.iter().filter(|it| it.name == "VEVENT").map(event).collect()
}

fn value<'e>(event: &'e [(String, String)], name: &str) -> &'e str {
    event.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value)
}

const SOURCES: &str = "sources: [{id: min, name: \"Ministry; of Samples, 1\", kind: official}, {id: who, kind: anonymous, count: 1, described_as: a clerk}]\n";

#[test]
fn the_calendar_holds_exact_days_to_come_and_on_whose_word() {
    let text = format!(
        "{SMALL}{SOURCES}timeline:\n\
         - {{id: day, when: 2025-04-30, text: \"The *ship*, sails; says \\\\o\", said_by: min}}\n\
         - {{id: days, when: 2025-04-28/2025-04-30, text: Talks., expected: true, said_by: who, via: [min]}}\n\
         - {{id: denied, when: 2025-05-01, text: That it sails., said_by: min, status: denied}}\n\
         - {{id: nobody, when: 9999-12-31, text: The end.}}\n\
         - {{id: past, when: 2025-03-01, text: It sailed., said_by: min}}\n\
         - {{id: month, when: 2025-05, text: A month., said_by: min}}\n\
         - {{id: about, when: 2025-05-02~, text: About., said_by: min}}\n\
         - {{id: open, when: 2025-05-02/.., text: On and on., said_by: min}}\n\
         - {{id: about-days, when: 2025-05-02/2025-05-03~, text: About., said_by: min}}\n\
         - {{id: one-of, when: \"[2025-05-02,2025-05-03]\", text: One., said_by: min}}\n"
    );
    let written = calendar_of(&site(), [&brief("a.yaml", &text)]);
    assert!(written.contains("\r\nDESCRIPTION:TLP:CLEAR\r\nX-WR-CALDESC:TLP:CLEAR\r\n"), "{written}");
    let events = events(&written);
    let told = |name| events.iter().map(|event| value(event, name)).collect::<Vec<_>>();
    assert_eq!(told("DTSTART"), ["20250428", "20250430", "20250501", "99991231"]);
    assert_eq!(told("DTEND"), ["20250501", "20250501", "20250502", ""]);
    assert_eq!(
        told("SUMMARY"),
        [
            "Expected: Talks. (a clerk (one person, unnamed))",
            "Expected: The ship, sails; says \\o (Ministry; of Samples, 1)",
            "Denied: That it sails. (denied by Ministry; of Samples, 1)",
            "Expected: The end. (no source named)",
        ]
    );
    assert_eq!(
        value(&events[0], "DESCRIPTION"),
        "a clerk (one person, unnamed), via Ministry; of Samples, 1\nA (2025-03-05)\n\
         https://desk.example/o&a/briefs/a.html\nTLP:CLEAR"
    );
    assert_eq!(value(&events[0], "DTSTAMP"), "20250304T210000Z");
    assert!(written.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])));
}

#[test]
fn a_calendar_begins_with_the_status_where_an_event_is_not_simply_expected() {
    let text = format!(
        "{SMALL}{SOURCES}timeline:\n\
         - {{id: a, when: 2025-04-01, text: It sails., said_by: min, status: denied}}\n\
         - {{id: b, when: 2025-04-02, text: It sails., said_by: who, status: disputed}}\n\
         - {{id: c, when: 2025-04-03, text: It sails., said_by: min, status: stated}}\n"
    );
    let brief = brief("a.yaml", &text);
    let told = |lang: &str| {
        let locales = Locales::built_in();
        let locale = locales.iter().find(|it| it.lang().as_str() == lang).unwrap();
        let calendar = calendar_of(&Site { locale, ..site() }, [&brief]);
        let summary = |event: &Vec<_>| value(event, "SUMMARY").split(':').next().unwrap().to_owned();
        events(&calendar).iter().map(summary).collect::<Vec<_>>()
    };
    assert_eq!(told("en"), ["Denied", "Disputed", "Expected"]);
    assert_eq!(told("tr"), ["Yalanlanan", "Tartışmalı", "Bekleniyor"]);
    assert_eq!(told("ar"), ["يُنفى", "محل خلاف", "متوقع"]);
}

#[test]
fn a_time_of_day_is_a_moment_where_its_zone_is_stated() {
    let text = format!(
        "{SMALL}{SOURCES}timeline:\n\
         - {{id: a, when: \"2025-04-11T23:30:00Z\", text: It sails., said_by: min}}\n\
         - {{id: b, when: \"2025-04-12T00:30:00+03:00\", text: It sails., said_by: min}}\n\
         - {{id: c, when: \"2025-04-13T23:30:00\", text: It sails., said_by: min}}\n"
    );
    let written = calendar_of(&site(), [&brief("a.yaml", &text)]);
    let events = events(&written);
    let told = |name| events.iter().map(|event| value(event, name)).collect::<Vec<_>>();
    assert_eq!(told("DTSTART"), ["20250411T233000Z", "20250411T213000Z", "20250413"]);
    assert_eq!(told("DTEND"), ["", "", "20250414"]);
    assert_eq!(written.matches("DTSTART;VALUE=DATE:").count(), 1);
}

#[test]
fn the_latest_brief_of_a_story_alone_speaks_of_an_event() {
    let day = |name: &str, date: &str, event: &str| {
        let text = SMALL.replace("2025-03-05", date);
        brief(name, &format!("{text}story: ship\ntimeline: [{{id: sails, text: Sails., {event}}}]\n"))
    };
    let first = day("a.yaml", "2025-03-05", "when: 2025-04-01");
    let moved = day("b.yaml", "2025-03-06", "when: 2025-04-09");
    let vague = day("c.yaml", "2025-03-07", "when: 2025-05, expected: true");
    let of = |briefs: &[&Brief]| events(&calendar_of(&site(), briefs.iter().copied()));
    let (one, two) = (of(&[&first]), of(&[&moved, &first]));
    assert_eq!((value(&two[0], "DTSTART"), two.len()), ("20250409", 1));
    assert_eq!(value(&one[0], "UID"), value(&two[0], "UID"));
    assert_eq!(of(&[&first, &moved]), two);
    assert!(of(&[&first, &vague, &moved]).is_empty());
}

#[test]
fn a_claim_has_its_speaker_and_is_no_statement_of_the_report() {
    let text = format!(
        "{SMALL}{SOURCES}article: {{title: \"</script>\", outlet: O, author: Who}}\nkey_facts:\n\
         - {{id: seen, text: Seen., status: observed, said_by: min}}\n\
         - {{id: ours, text: Ours., status: assessed}}\n\
         - {{id: claim, text: Bases., status: claimed, said_by: who, via: [min]}}\n\
         - {{id: denial, text: That it sails., status: denied, said_by: min}}\n"
    );
    let written = json_ld::brief(&brief("a.yaml", &text), &site());
    assert!(!written.contains(['<', '\u{2028}', '\u{2029}']), "{written}");
    assert!(!written.contains("ClaimReview"));
    let report: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(report["@type"], "Report");
    assert_eq!(report["isBasedOn"]["headline"], "</script>");
    assert_eq!(report["isBasedOn"]["author"]["@type"], "Thing");
    let claims = report["hasPart"].as_array().unwrap();
    assert_eq!(claims.len(), 2);
    assert_eq!(claims[0]["@type"], "Claim");
    assert_eq!(claims[0]["text"], "Bases.");
    let clerk = serde_json::json!({"@type": "Thing", "description": "a clerk (one person, unnamed)"});
    assert_eq!(claims[0]["author"], clerk);
    assert_eq!(claims[0]["appearance"]["@id"], "#article");
    assert_eq!(claims[1]["text"], "Denied: That it sails.");
}

#[test]
fn each_brief_is_one_line_that_says_what_the_brief_says() {
    for brief in all() {
        let line = ndjson_of(&brief);
        assert_eq!(line.matches('\n').count(), 1);
        let record: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(record["id"], brief.id.as_str());
        let facts = record["facts"].as_array().unwrap();
        assert_eq!(facts.len(), brief.key_facts.len());
        assert!(facts.iter().all(|fact| !fact["said_by"].as_str().unwrap().is_empty()));
        assert_eq!(record["questions"].as_array().unwrap().len(), brief.open_questions.len());
    }
}
