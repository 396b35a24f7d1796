//! A desk's own catalogues of words: what is wrong with them, and what they make of a site.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use attache::locale::{Locale, Locales};
use attache::model::{Direction, FuzzyDate, Lang};

use crate::expected::{assert_expected, folder};
use crate::project::{Project, brief};
use crate::site::built;

/// A case is a folder in `tests/locales` with the catalogues of a desk; `expected.txt` is what `check` says of them.
#[test]
fn catalogues_are_checked_as_expected() {
    let mut cases: Vec<_> =
        fs::read_dir(folder("locales")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    for case in cases {
        let project = Project::new().file("briefs/sample.yaml", brief(4));
        for entry in fs::read_dir(case.join("locales")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy();
            project.write(&format!("locales/{name}"), fs::read(&path).unwrap());
        }
        let run = project.run(&["check"]);
        let text = format!("{}{}exit code {}\n", run.out, run.err, run.code);
        assert_expected(&case.join("expected.txt"), &text);
    }
}

/// Elements that have no end.
const VOID: [&str; 5] = ["meta", "link", "br", "input", "img"];

/// An element that has begun: its name and its attributes.
#[derive(Debug, Clone, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
}

impl Element {
    fn of(tag: &str) -> Self {
        let (name, mut rest) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        let mut attributes = BTreeMap::new();
        while let Some((key, after)) = rest.trim_start().split_once("=\"") {
            let (value, after) = after.split_once('"').unwrap();
            attributes.insert(key.rsplit(' ').next().unwrap().to_owned(), value.to_owned());
            rest = after;
        }
        Self { name: name.to_owned(), attributes }
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.attributes.get(key).map(String::as_str)
    }

    fn is(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|it| it == class))
    }
}

/// Calls `element` for each element and `text` for each text, both with everything that they stand in, the innermost last.
fn walk(page: &str, element: &mut dyn FnMut(&[Element]), text: &mut dyn FnMut(&[Element], &str)) {
    let mut open: Vec<Element> = Vec::new();
    let mut rest = page.split_once("<html").map(|(_, rest)| format!("<html{rest}")).unwrap();
    for raw in ["style", "script"] {
        while let Some((before, after)) = rest.split_once(&format!("<{raw}")) {
            rest = format!("{before}{}", after.split_once(&format!("</{raw}>")).unwrap().1);
        }
    }
    for piece in rest.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().map(|it| it.name).as_deref(), Some(name));
        } else {
            open.push(Element::of(tag.trim_end_matches('/')));
            element(&open);
            if tag.ends_with('/') || VOID.contains(&open.last().unwrap().name.as_str()) {
                open.pop();
            }
        }
        if !after.trim().is_empty() {
            text(&open, after.trim());
        }
    }
    assert!(open.is_empty());
}

/// The language that something is in by the elements around it.
fn lang_of(open: &[Element]) -> &str {
    open.iter().rev().find_map(|it| it.get("lang")).unwrap()
}

/// A language tag's direction as an attribute has it.
fn dir_of(lang: &str) -> &'static str {
    if Lang::parse(lang).unwrap().direction() == Direction::Rtl { "rtl" } else { "ltr" }
}

/// Whether a file has this extension.
fn is(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == extension)
}

/// The pages of a desk in `tests/desks`, and the language of each.
fn pages(desk: &str) -> Vec<(String, String, String)> {
    let folder = folder("desks").join(desk);
    let lang_in = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        text.lines().find_map(|line| line.strip_prefix("lang: ")).unwrap().to_owned()
    };
    let own = lang_in(&folder.join("attache.yaml"));
    let project = built(&folder);
    let mut pages = Vec::new();
    for (name, bytes) in project.tree("site") {
        let of_brief = name.strip_prefix("briefs/").and_then(|it| it.rsplit_once('.'));
        let lang = of_brief.map(|(id, _)| lang_in(&folder.join("briefs").join(id).with_extension("yaml")));
        if is(&name, "html") || is(&name, "md") {
            pages.push((name, lang.unwrap_or_else(|| own.clone()), String::from_utf8(bytes).unwrap()));
        }
    }
    assert!(pages.len() > 20);
    pages
}

#[test]
fn every_element_says_its_language_and_direction() {
    for (desk, own) in [("turkish", "tr"), ("arabic", "ar")] {
        for (name, lang, page) in pages(desk).iter().filter(|(name, _, _)| is(name, "html")) {
            let (mut frames, mut banners) = (0, 0);
            let mut look = |open: &[Element]| {
                let it = open.last().unwrap();
                let told = format!("{desk}, {name}: {it:?}");
                let own_lang = it.get("lang");
                if it.name == "html" {
                    assert_eq!(own_lang, Some(lang.as_str()), "{told}");
                }
                if it.is("site") {
                    frames += 1;
                    assert_eq!(own_lang, Some(own), "the frame is in the language of the site: {told}");
                }
                if it.is("tlp") || it.is("part-tlp") {
                    banners += usize::from(it.is("tlp"));
                    assert_eq!((own_lang, it.get("dir")), (Some("en"), Some("ltr")), "{told}");
                }
                if let Some(lang) = own_lang {
                    assert_eq!(it.get("dir"), Some(dir_of(lang)), "{told}");
                }
            };
            walk(page, &mut look, &mut |open, text| {
                let is_label = open.iter().any(|it| it.is("tlp") || it.is("part-tlp"));
                let labels = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT"];
                assert_eq!(is_label, labels.contains(&text), "{desk}, {name}: {text}");
                assert!(is_label || !text.contains("TLP"), "{desk}, {name}: {text}");
            });
            assert_eq!(frames, if name == "404.html" { 0 } else { 2 }, "{desk}, {name}");
            assert!([0, 2].contains(&banners), "{desk}, {name}");
        }
    }
}

/// A brief that says one thing wherever it can, in a language.
fn saying(day: u32, lang: &str, text: &str) -> String {
    format!(
        "schema: 1\ntitle: {text}\ndate: 2025-03-0{day}\nlang: {lang}\nmarking: TLP:CLEAR\nstory: quay\nbottom_line: {text}.\n\
         sources: [{{id: port, name: Port of Oro, kind: official, descriptor: {text}., access: {text}.}}]\n\
         entities: [{{id: oro, kind: organization, name: Port of Oro, role: {text}, note: {text}.}}]\n\
         key_facts:\n  - {{id: f, text: '[{text}](entity:oro) {day}.', status: claimed, said_by: port, note: {text}.,\n\
         \x20    property: {{of: oro, name: saying, value: {text} {day}}},\n\
         \x20    quotes: [{{text: VPA اتهمت, lang: ar}}, {{text: {text} {text}}}]}}\n\
         timeline:\n  - {{id: e, when: 2025-04-01, text: {text}., said_by: port, status: claimed, expected: true}}\n\
         open_questions:\n  - {{id: q, question: {text}?, status: open, matters: {text}., would_settle: [{text}], note: {text}.,\n\
         \x20    positions: [{{stance: asserts, says: {text} {day}., said_by: port}}]}}\n\
         judgements:\n  - {{id: j, text: {text}., likelihood: likely, confidence: low, basis: [f]}}\n\
         notes: [{{kind: comment, text: {text}.}}]\n\
         corrections: [{{on: 2025-03-0{day}, text: {text}.}}]\n"
    )
}

/// The direction that something is given by the elements around it: `auto` where a browser has to guess.
fn direction_in(open: &[Element]) -> &str {
    open.iter().rev().find_map(|it| it.get("dir").or((it.name == "bdi").then_some("auto"))).unwrap()
}

#[test]
fn a_text_runs_as_its_language_does_whatever_its_first_word() {
    for own in ["en", "ar"] {
        let project = Project::new()
            .file("attache.yaml", format!("title: Sample\nlang: {own}\n"))
            .file("briefs/a.yaml", saying(3, "ar", "VPA اتهمت Guild"))
            .file("briefs/b.yaml", saying(4, "ar", "Guild اتهمت VPA"))
            .file("briefs/c.yaml", saying(5, "en", "سلطة accused نقابة"))
            .file("briefs/d.yaml", saying(6, "en", "نقابة accused سلطة"))
            .file("briefs/e.yaml", saying(7, "ar", "VPA اتهمت Guild"));
        let run = project.run(&["build"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let mut seen = 0;
        for (name, bytes) in project.tree("site").into_iter().filter(|(name, _)| is(name, "html")) {
            let page = String::from_utf8(bytes).unwrap();
            walk(&page, &mut |_| {}, &mut |open, text| {
                let dir = match (text.contains("اتهمت"), text.contains("accused")) {
                    // The title of a page has no element around it that could say so.
                    _ if open.iter().any(|it| it.name == "title") => return,
                    (false, false) => return,
                    (is_arabic, _) => {
                        if is_arabic {
                            "rtl"
                        } else {
                            "ltr"
                        }
                    }
                };
                seen += 1;
                assert_eq!(direction_in(open), dir, "{own}, {name}: {text} in {open:?}");
            });
        }
        assert!(seen > 200, "{seen}");
    }
}

/// Whether words stand in a text, and not within other words.
fn says(text: &str, words: &str) -> bool {
    let part_of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        let (before, after) = text.split_at(at);
        let (before, after) = (before.chars().next_back(), after.chars().nth(words.chars().count()));
        !part_of_word(before) && !part_of_word(after)
    })
}

#[test]
fn no_english_word_of_a_page_is_left_in_another_language() {
    let english = Locale::english().words();
    for desk in ["turkish", "arabic"] {
        for (name, lang, page) in pages(desk) {
            // A day's Markdown has the words of all briefs, and cannot say in which language each is.
            if lang == "en" || name.starts_with("days/") && is(&name, "md") {
                continue;
            }
            let own = Locales::built_in().of(&Lang::parse(&lang).unwrap()).words();
            // The terms of the scales stand in English beside the others.
            let foreign: Vec<_> = english
                .iter()
                .filter(|(id, _)| !id.starts_with("likelihood_"))
                .map(|(_, word)| word.trim().trim_end_matches(':'))
                .filter(|word| word.len() > 3 && own.values().all(|it| !says(it, word)))
                .collect();
            let check = |text: &str| {
                let found: Vec<_> = foreign.iter().filter(|word| says(text, word)).collect();
                assert!(found.is_empty(), "{desk}, {name}: {found:?} in {text:?}");
            };
            if is(&name, "md") {
                page.lines().for_each(check);
                continue;
            }
            let mut labels = |open: &[Element]| {
                let it = open.last().unwrap();
                let shown = ["aria-label", "title", "alt", "data-count", "data-none", "data-failed"];
                shown.into_iter().filter_map(|key| it.get(key)).for_each(check);
            };
            walk(&page, &mut labels, &mut |open, text| {
                // The title of a page has the words of its subject in it, and can hold no elements.
                if lang_of(open) != "en" && open.last().unwrap().name != "title" {
                    check(text);
                }
            });
        }
    }
}

/// A brief of one fact in a language.
fn in_language(lang: &str) -> String {
    format!(
        "schema: 1\ntitle: Sample\ndate: 2025-02-04\nlang: {lang}\nmarking: TLP:CLEAR\n\
         bottom_line: \"Sample House: [invented](fact:a).\"\n\
         sources:\n\
         \x20 - {{id: agency, name: Sample Wire, kind: agency, descriptor: Invented}}\n\
         \x20 - {{id: body, name: Sample House, kind: official, descriptor: Invented}}\n\
         key_facts:\n  - {{id: a, text: Invented., status: claimed, said_by: body, via: [agency], on: 2025-02-04}}\n\
         judgements:\n  - {{text: Invented., likelihood: likely, confidence: low, basis: [a]}}\n\
         \x20 - {{text: Invented too., likelihood: unlikely, confidence: low, basis: [a]}}\n"
    )
}

#[test]
fn a_desk_gives_messages_other_words_and_adds_a_language() {
    let project = Project::new()
        .file("attache.yaml", "title: Sample\nlang: de\n")
        .file("briefs/turkce.yaml", in_language("tr"))
        .file("briefs/deutsch.yaml", in_language("de-AT"))
        .file("locales/tr.ftl", "key_facts = Başlıca bilgiler\n")
        .file(
            "locales/de.ftl",
            "key_facts = Wichtigste Angaben\nsaid_via = {\", \"}über {$carrier}\nhome = Anfang\nlikelihood_likely = wahrscheinlich\n\
             count_briefs =\n    { $count ->\n        [one] {$count} Meldung\n       *[other] {$count} Meldungen\n    }\n",
        );
    let run = project.run(&["build"]);
    assert_eq!((run.code, run.err.contains("error")), (0, false), "{}", run.err);

    let turkish = project.read("site/briefs/turkce.html");
    for said in [
        "<html lang=\"tr\" dir=\"ltr\">",
        // The words of the page are in its language, which need not be said again.
        "<h2 id=\"key-facts\">Başlıca bilgiler</h2>",
        "<h2 id=\"judgements\">Değerlendirmeler</h2>",
        "<bdi>Sample House</bdi>, aktaran: <bdi>Sample Wire</bdi>, 4 Şubat 2025 Salı",
        "olası <span lang=\"en\" dir=\"ltr\">(likely)</span>",
        // The frame is that of the site, whose dates nobody has taught us.
        "<header class=\"site\" lang=\"de\" dir=\"ltr\">",
        "<li><a href=\"../index.html\"><bdi>Anfang</bdi></a></li>",
        "<bdi lang=\"en\" dir=\"ltr\">4 February 2025</bdi>",
    ] {
        assert!(turkish.contains(said), "{said}\n{turkish}");
    }

    let german = project.read("site/briefs/deutsch.html");
    for said in [
        // The page is in the language of the brief, its words are those of the nearest catalogue.
        "<html lang=\"de-AT\" dir=\"ltr\">",
        "<h2 id=\"key-facts\" lang=\"de\" dir=\"ltr\">Wichtigste Angaben</h2>",
        "<bdi>Sample House</bdi>, über <bdi>Sample Wire</bdi>, <bdi lang=\"en\" dir=\"ltr\">4 February 2025</bdi>",
        "<time lang=\"en\" dir=\"ltr\" datetime=\"2025-02-04\">4 February 2025</time>",
        "wahrscheinlich <span lang=\"en\" dir=\"ltr\">(likely)</span>",
        // What the catalogue does not say is said in English.
        "<h2 id=\"judgements\" lang=\"de\" dir=\"ltr\">Judgements</h2>",
        "<span class=\"label\">Likelihood</span> <span lang=\"en\" dir=\"ltr\">unlikely</span>",
    ] {
        assert!(german.contains(said), "{said}\n{german}");
    }
    assert!(project.read("site/index.html").contains("<p class=\"kicker\">2 Meldungen · "));
    assert!(project.read("site/archive.html").contains(" lang=\"en\" dir=\"ltr\">February</a>"));

    let alone = project.run(&["render", "briefs/deutsch.yaml", "--format", "md"]);
    assert!(alone.out.contains("## Wichtigste Angaben"), "{}", alone.out);
    let daily = project.run(&["daily", "--format", "md"]);
    assert!(
        daily.out.contains("## Wichtigste Angaben") && daily.out.contains("2 Meldungen"),
        "{}",
        daily.out
    );
    // The terminal speaks English.
    assert!(project.run(&["check"]).err.contains("2 files checked: nothing to report"));
}

#[test]
fn the_guide_writes_dates_as_pages_do() {
    let guide = fs::read_to_string(folder("../docs/languages.md")).unwrap();
    let mut rows = 0;
    for row in guide.lines().filter_map(|line| line.strip_prefix("| `")) {
        let cells: Vec<_> = row.trim_end_matches(" |").split(" | ").collect();
        let date: FuzzyDate = cells[0].trim_end_matches('`').parse().unwrap();
        let written =
            ["en", "tr", "ar"].map(|lang| Locales::built_in().of(&Lang::parse(lang).unwrap()).date(&date));
        assert_eq!(written, cells[1..], "{row}");
        rows += 1;
    }
    assert_eq!(rows, 6);
}
