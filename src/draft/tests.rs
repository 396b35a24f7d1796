use serde_yaml::{Mapping, Value};

use super::*;

fn draft(title: &str, article: Option<&str>) -> String {
    Draft {
        title,
        date: "2025-03-05",
        lang: "en",
        schema_line: "../docs/brief.schema.json",
        article: article.map(|text| Article { path: Some("articles/a.txt"), text }),
    }
    .yaml()
}

/// The scaffold with all its examples put in force.
fn uncommented(yaml: &str) -> String {
    let (first, rest) = yaml.split_once('\n').unwrap();
    let lines = rest.lines().map(|line| line.strip_prefix("# ").unwrap_or(line));
    std::iter::once(first).chain(lines).flat_map(|line| [line, "\n"]).collect()
}

fn read(yaml: &str) -> Mapping {
    serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}\n{yaml}"))
}

fn keys(mapping: &Mapping) -> Vec<&str> {
    mapping.keys().map(|key| key.as_str().unwrap()).collect()
}

const TOP: [&str; 20] = [
    "schema",
    "id",
    "title",
    "date",
    "lang",
    "marking",
    "likelihood_scale",
    "story",
    "topics",
    "bottom_line",
    "article",
    "sources",
    "entities",
    "key_facts",
    "timeline",
    "open_questions",
    "judgements",
    "notes",
    "corrections",
    "disclosure",
];

const ARTICLE: &str =
    "Invented.\nOn May 5, 2024 it was “close”, on Friday, May 9 not; a week ago 5/6/2024 came.\n";

#[test]
fn as_written_only_what_the_tool_knows_has_a_value() {
    let required = ["schema", "title", "date", "lang", "marking", "bottom_line"];
    let yaml = draft("A title", None);
    let brief = read(&yaml);
    assert_eq!(keys(&brief), required);
    assert!(brief["marking"].is_null() && brief["bottom_line"].is_null());
    assert_eq!((&brief["title"], &brief["date"]), (&Value::from("A title"), &Value::from("2025-03-05")));
    assert!(
        yaml.starts_with("# yaml-language-server: $schema=../docs/brief.schema.json\n")
            && yaml.ends_with('\n')
    );

    let brief = read(&draft("A title", Some(ARTICLE)));
    assert_eq!(keys(&brief), [&required[..], &["article"]].concat());
    assert_eq!(keys(brief["article"].as_mapping().unwrap()), ["text"]);
    assert_eq!(brief["article"]["text"], Value::from("articles/a.txt"));
}

#[test]
fn every_top_level_key_is_there_once_its_comment_is_off() {
    for article in [None, Some(ARTICLE), Some("")] {
        assert_eq!(keys(&read(&uncommented(&draft("A title", article)))), TOP);
    }
}

/// The keys of schema 1 that each example may use.
#[test]
fn the_examples_use_the_keys_of_the_schema() {
    let known: [(&str, &[&str]); 8] = [
        (
            "sources",
            &[
                "id",
                "name",
                "kind",
                "count",
                "described_as",
                "access",
                "descriptor",
                "reliability",
                "origin",
                "url",
            ],
        ),
        ("entities", &["id", "name", "kind", "role", "aliases", "names", "note"]),
        (
            "key_facts",
            &["id", "text", "status", "said_by", "via", "on", "when", "credibility", "quotes", "note"],
        ),
        ("timeline", &["when", "text", "expected", "fact"]),
        ("open_questions", &["id", "question", "matters", "status", "opened", "positions", "would_settle"]),
        ("judgements", &["text", "likelihood", "confidence", "basis"]),
        ("notes", &["kind", "text", "about"]),
        ("corrections", &["on", "text"]),
    ];
    for article in [None, Some(ARTICLE)] {
        let brief = read(&uncommented(&draft("A title", article)));
        for (section, known) in known {
            let items = brief[section].as_sequence().unwrap();
            let mut seen = Vec::new();
            for item in items {
                seen.extend(keys(item.as_mapping().unwrap()));
            }
            assert!(seen.iter().all(|key| known.contains(key)), "{section}: {seen:?}");
            assert!(known.iter().all(|key| seen.contains(key)), "{section}: {seen:?}");
        }
        let position = brief["open_questions"][0]["positions"][0].as_mapping().unwrap();
        assert_eq!(keys(position), ["stance", "says", "said_by", "via", "on"]);
        let article = brief["article"].as_mapping().unwrap();
        assert_eq!(
            keys(article),
            ["outlet", "title", "url", "author", "published", "accessed", "lang", "text"]
        );
    }
}

/// A placeholder that reads like text could end up on a page.
#[test]
fn no_example_brings_a_text_of_its_own() {
    fn texts<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::String(text) => found.push(text),
            Value::Sequence(items) => items.iter().for_each(|item| texts(item, found)),
            Value::Mapping(items) => items.values().for_each(|item| texts(item, found)),
            _ => {}
        }
    }
    let brief = Value::Mapping(read(&uncommented(&draft("A title", None))));
    let mut found = Vec::new();
    texts(&brief, &mut found);
    assert_eq!(found, ["A title", "2025-03-05", "en", "icd203", "anonymous"]);
}

#[test]
fn finds_stand_in_their_place() {
    let yaml = draft("A title", Some(ARTICLE));
    assert!(yaml.contains("\n#       - text: close   # line 2\n"));
    assert!(yaml.contains("\n## relative: “a week ago” (line 2) – write the absolute date\n"));
    let brief = read(&uncommented(&yaml));
    assert_eq!(brief["key_facts"][0]["quotes"][0]["text"], Value::from("close"));
    let when: Vec<_> =
        brief["timeline"].as_sequence().unwrap().iter().map(|event| event["when"].as_str()).collect();
    assert_eq!(when, [None, Some("2024-05-05"), Some("????-05-09"), Some("[2024-05-06,2024-06-05]")]);
    assert!(!yaml.contains("2025-05-09"), "the year of the brief is not supposed");
}

#[test]
fn one_find_can_be_put_in_force_by_itself() {
    let yaml = draft("A title", Some(ARTICLE));
    let used: String = yaml
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(yaml) if yaml == "timeline:" || yaml.contains("2024-05-05") => format!("{yaml}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    let brief = read(&used);
    assert_eq!(brief["timeline"].as_sequence().unwrap().len(), 1);
}

#[test]
fn an_article_without_finds_says_so() {
    let yaml = draft("A title", Some("nothing here"));
    assert!(yaml.contains("\n## No phrase in quotation marks was found in the article.\n"));
    assert!(yaml.contains("\n## No date was found in the article.\n"));
}

#[test]
fn what_is_left_out_is_counted() {
    let article = (0..1200)
        .map(|n| format!("“word {n}” in the year {n}: since {}\n", 1800 + n % 300))
        .collect::<Vec<_>>()
        .concat();
    let yaml = draft("A title", Some(&article));
    assert!(yaml.contains("\n## 1150 more phrases were left out.\n"));
    assert!(yaml.contains("\n## 200 more dates were left out.\n"));
    read(&uncommented(&yaml));
}

#[test]
fn titles_survive() {
    for title in [
        "NO",
        "yes",
        "~",
        "null",
        "true",
        "010",
        "06:30",
        "1e3",
        "2025-03-05",
        "a: b",
        "# x",
        "a # b",
        "'",
        "\"",
        "it's \"so\"",
        "- a",
        "---",
        "...",
        "? a",
        "!t",
        "&a",
        "*a",
        "| a",
        "> a",
        "%a",
        "@a",
        "`a`",
        "[a]",
        "{a}",
        "a\\b",
        "<<",
        "Türkiye’nin ataşesi: İĞÜŞÖÇ ığüşöç",
        "الملحق العسكري: «دمشق»",
        "👩‍👩‍👧 😀 🏴",
        "\u{fffd}",
    ] {
        for article in [None, Some(ARTICLE)] {
            let yaml = draft(title, article);
            assert_eq!(read(&yaml)["title"], Value::from(title));
            assert_eq!(read(&uncommented(&yaml))["title"], Value::from(title));
        }
    }
}

#[test]
fn control_characters_in_a_title_become_spaces() {
    let yaml = draft("a\nmarking: TLP:CLEAR\r\n\u{85}\u{2028}b\u{0}\u{1b}[31m", None);
    assert_eq!(read(&yaml)["title"], Value::from("a marking: TLP:CLEAR b [31m"));
    assert!(read(&yaml)["marking"].is_null());
}

#[test]
fn other_values_cannot_leave_their_line() {
    let bad = "x\nmarking: TLP:CLEAR\n\u{2028}\u{85}#";
    let yaml = Draft {
        title: bad,
        date: bad,
        lang: bad,
        schema_line: bad,
        article: Some(Article { path: Some(bad), text: "Wednesday, March 5" }),
    }
    .yaml();
    let brief = read(&yaml);
    assert!(brief["marking"].is_null());
    assert_eq!(brief["article"]["text"], Value::from(bad));
    assert!(yaml.contains("; called a Wednesday: "), "no year is worked out without a date");
    assert_eq!(keys(&read(&uncommented(&yaml))), TOP);
}

/// Article texts that try to leave their comment, or to bring the reader or the finder down.
#[test]
fn hostile_articles_yield_a_scaffold_that_parses() {
    let every: String = (0..0x3000)
        .chain(0xD7FF..0xE010)
        .chain(0xFD00..0x11000)
        .chain(0xE0000..0xE0080)
        .filter_map(char::from_u32)
        .flat_map(|c| [c, 'x'])
        .collect();
    let breaks = [
        "\n",
        "\r",
        "\r\n",
        "\u{85}",
        "\u{2028}",
        "\u{2029}",
        "\u{b}",
        "\u{c}",
        "\0",
        "\u{feff}",
        "\u{1b}]0;x\u{7}",
    ];
    let mut articles = vec![every.clone(), format!("“{every}” March 5, 2025 {every}")];
    for end in breaks {
        articles.push(format!(
            "“a{end}marking: x{end}b” {end}March{end}5,{end}2025{end}marking: x{end}A week{end}ago"
        ));
        articles.push(format!("today{end}March 5{end}  - {{id: x}}{end}marking: x # “{end}”{end}"));
    }
    for piece in [
        "“", "”", "\"", "«", "„", "(", "{", "[", "- ", "# ", "' ", "\\", "\u{202e}", "5", "March ",
        "March 5 ", "5/", "…",
    ] {
        articles.push(piece.repeat(3000));
    }
    for article in &articles {
        let yaml = draft("A title", Some(article));
        let shown = yaml
            .chars()
            .all(|c| c == '\n' || !c.is_control() && !"\u{2028}\u{2029}\u{202e}\u{feff}".contains(c));
        assert!(shown, "{article:?}");
        let brief = read(&yaml);
        assert_eq!(
            keys(&brief),
            ["schema", "title", "date", "lang", "marking", "bottom_line", "article"],
            "{article:?}"
        );
        assert!(brief["marking"].is_null());
        assert_eq!(keys(&read(&uncommented(&yaml))), TOP, "{article:?}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(draft("A title", Some(ARTICLE)), draft("A title", Some(ARTICLE)));
}
