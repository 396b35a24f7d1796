//! The scaffold of `attache new`, held to what is expected of it: `tests/draft/NAME.txt` is an article whose first line
//! is `title | date | lang`, and `tests/draft/NAME.yaml` is the scaffold that it makes, to the byte.
//!
//! `BLESS=1 cargo test` writes what comes out today as what is expected; read the diff before you commit it.

use std::fs;
use std::path::{Path, PathBuf};

use attache::draft::{Article, Draft};
use serde_yaml::{Mapping, Value};

/// Every top-level key of a brief.
const KEYS: [&str; 20] = [
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

fn files(extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/draft");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == extension))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no .{extension} in {}", folder.display());
    files
}

struct Case {
    path: PathBuf,
    title: String,
    yaml: String,
}

/// Every case with the scaffold that it makes.
fn cases() -> Vec<Case> {
    files("txt")
        .into_iter()
        .map(|path| {
            let whole = fs::read_to_string(&path).unwrap();
            let (header, text) = whole.split_once('\n').unwrap();
            let [lang, date, title] = header.rsplitn(3, " | ").collect::<Vec<_>>().try_into().unwrap();
            let name = path.file_name().unwrap().to_str().unwrap();
            let named = format!("articles/{name}");
            let article = Article { path: Some(&named), text };
            let schema_line = "../docs/brief.schema.json";
            let yaml = Draft { title, date, lang, schema_line, article: Some(article) }.yaml();
            Case { title: title.to_owned(), path, yaml }
        })
        .collect()
}

/// Whether expectations are to be written instead of compared.
#[expect(clippy::disallowed_methods, reason = "the one switch of the tests")]
fn blessing() -> bool {
    std::env::var("BLESS").is_ok_and(|value| value == "1")
}

#[test]
fn scaffolds_are_as_expected() {
    for Case { path, yaml, .. } in cases() {
        let path = path.with_extension("yaml");
        if blessing() {
            #[expect(clippy::disallowed_methods, reason = "a test fixture, not an output of the tool")]
            fs::write(&path, &yaml).unwrap();
            continue;
        }
        let expected =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for (number, (wanted, got)) in (1..).zip(expected.lines().zip(yaml.lines())) {
            assert_eq!(got, wanted, "{}, line {number}; BLESS=1 writes it anew", path.display());
        }
        assert_eq!(yaml, expected, "{}; BLESS=1 writes it anew", path.display());
    }
}

#[test]
fn every_expectation_has_its_article() {
    for path in files("yaml") {
        assert!(path.with_extension("txt").exists(), "{} has no article", path.display());
    }
}

#[test]
fn scaffolds_parse_before_and_after_their_examples_are_put_in_force() {
    for Case { path, title, yaml } in cases() {
        let read = |yaml: &str| -> Mapping {
            serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        let brief = read(&yaml);
        assert_eq!(brief["title"], Value::from(title));
        assert!(brief["marking"].is_null() && brief["bottom_line"].is_null());
        let (first, rest) = yaml.split_once('\n').unwrap();
        let used: String =
            rest.lines().flat_map(|line| [line.strip_prefix("# ").unwrap_or(line), "\n"]).collect();
        let brief = read(&format!("{first}\n{used}"));
        assert!(brief.keys().map(|key| key.as_str().unwrap()).eq(KEYS), "{}", path.display());
    }
}
