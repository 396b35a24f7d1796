//! The same diagnostics in every format, to the byte.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use attache::check;
use attache::diagnostic::report::{self, Format, Texts};
use attache::diagnostic::{Diagnostic, codes, sort};
use attache::source;
use attache::span::Span;
use serde_json::Value;

use crate::expected::{assert_expected, folder};
use crate::project::Project;

const FORMATS: [(Format, &str); 5] = [
    (Format::Human, "human.txt"),
    (Format::Short, "short.txt"),
    (Format::Json, "json.jsonl"),
    (Format::Sarif, "sarif.json"),
    (Format::Github, "github.txt"),
];

/// A file whose name and text hold what would act on a terminal, in three scripts.
const TEXT: &str =
    "schema: 1\ntitle: \u{1b}[31mKırmızı\u{202e} أمس 😀\nmarkng: TLP:CLEAR\nbottom_line: |\n  One,\n  two.\n";

fn at(needle: &str) -> Span {
    let start = TEXT.find(needle).unwrap();
    Span::new(start, start + needle.len())
}

/// Errors and warnings, with and without place, label, related places, help, several lines and an edit.
fn diagnostics() -> (Vec<Diagnostic>, Texts) {
    let path = PathBuf::from("briefs/100%, a:b \u{1b}]0;x\u{7}.yaml");
    let mut found = vec![
        Diagnostic::new(&codes::UNKNOWN_KEY, &path, at("markng"), "a brief has no key `markng`")
            .with_help("did you mean `marking`?")
            .with_edit(at("markng"), "marking"),
        Diagnostic::new(&codes::DUPLICATE_ID, &path, at("😀"), "two parts are called `\u{1b}[2Jx\u{2066}`")
            .with_label("the second\u{9b}")
            .with_related(at("Kırmızı"), "the first")
            .with_related(at("schema"), "and the \u{202e}very first")
            .with_help("100 % of them: give one,\r\nor the other, a new id")
            .with_help("a second help"),
        Diagnostic::new(&codes::RAW_HTML, &path, at("|\n  One,\n  two."), "two\nlines\u{E0041}"),
        Diagnostic::of_file(
            &codes::DUPLICATE_BRIEF,
            Path::new("briefs/other.yaml"),
            "the id `x` is also another's",
        )
        .with_help("rename one"),
    ];
    sort(&mut found);
    (found, Texts::from([(path, TEXT.to_owned())]))
}

fn written(format: Format, diagnostics: &[Diagnostic], texts: &Texts) -> String {
    let mut out = Vec::new();
    report::write(&mut out, format, diagnostics, texts).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_format_is_as_committed() {
    let (diagnostics, texts) = diagnostics();
    for (format, name) in FORMATS {
        let out = written(format, &diagnostics, &texts);
        let plain = anstream::adapter::strip_str(&out).to_string().replace(
            &format!("\"semanticVersion\": \"{}\"", env!("CARGO_PKG_VERSION")),
            "\"semanticVersion\": \"VERSION\"",
        );
        assert_expected(&folder("formats").join(name), &plain);
    }
}

#[test]
fn nothing_that_acts_on_a_terminal_is_written() {
    let (diagnostics, texts) = diagnostics();
    for (format, name) in FORMATS {
        let out = written(format, &diagnostics, &texts);
        let mut own = out.as_str();
        let colourless;
        if format == Format::Human {
            // Its own colours are escapes; whatever else is one, stays.
            colourless = anstream::adapter::strip_str(&out).to_string();
            own = &colourless;
            assert!(!out.contains("\u{1b}[31mK") && !out.contains("\u{1b}[2J") && !out.contains("\u{1b}]"));
        }
        let acts = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
        };
        assert_eq!(own.find(acts), None, "{name}");
    }
}

#[test]
fn json_says_where_to_the_byte_and_keeps_every_character() {
    let (diagnostics, texts) = diagnostics();
    let out = written(Format::Json, &diagnostics, &texts);
    let entries: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(entries.len(), diagnostics.len());
    for (entry, diagnostic) in entries.iter().zip(&diagnostics) {
        assert_eq!(entry["message"], diagnostic.message);
        assert_eq!(entry["path"], diagnostic.path.to_str().unwrap());
        assert_eq!(entry["byte_start"].as_u64(), diagnostic.span.map(|span| span.start() as u64));
    }
    let fix = entries.iter().find_map(|entry| entry.get("fix")).unwrap();
    let byte = |key: &str| usize::try_from(fix[key].as_u64().unwrap()).unwrap();
    assert_eq!(TEXT.get(byte("byte_start")..byte("byte_end")), Some("markng"));
    assert_eq!(fix["replacement"], "marking");
}

#[test]
fn sarif_keeps_to_its_schema() {
    let mut schema: Value =
        serde_json::from_str(&std::fs::read_to_string(folder("schemas/sarif-2.1.0.json")).unwrap()).unwrap();
    // The pattern of a language tag is no regular expression to a strict reader: it closes a bracket that is not open.
    for owner in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][owner]["properties"]["language"];
        assert!(language.as_object_mut().unwrap().remove("pattern").is_some());
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    let check = |log: &str, about: &str| {
        let errors: Vec<_> = validator
            .iter_errors(&serde_json::from_str(log).unwrap())
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{about}: {errors:#?}");
    };
    check(&written(Format::Sarif, &[], &Texts::new()), "nothing found");
    let (found, texts) = diagnostics();
    check(&written(Format::Sarif, &found, &texts), "the case");
    let paths = source::find(&[folder("inputs/bad")]).unwrap();
    let reading = check::read(&paths, &check::Options::default(), &AtomicUsize::new(0)).unwrap();
    assert!(reading.diagnostics.len() > 100);
    check(&written(Format::Sarif, &reading.diagnostics, &reading.texts), "every bad input");
}

#[test]
fn the_command_line_offers_every_format() {
    let project = Project::with_briefs(1).file("briefs/x.yaml", "schema: 1\nsorces: []\n");
    let begins = [
        ("human", "error[A010]: a brief has no key `sorces`\n --> briefs/x.yaml:2:1\n"),
        ("short", "briefs/x.yaml:1:1: error[A011]: a brief needs a key `bottom_line`\n"),
        (
            "json",
            "{\"code\":\"A011\",\"severity\":\"error\",\"path\":\"briefs/x.yaml\",\"line\":1,\"column\":1,",
        ),
        ("sarif", "{\n  \"$schema\": "),
        (
            "github",
            "::error file=briefs/x.yaml,line=1,endLine=1,col=1,endColumn=7,title=A011%3A a required key",
        ),
    ];
    for (format, begin) in begins {
        let run = project.run(&["check", "--format", format]);
        assert_eq!((run.code, run.err.as_str()), (1, "2 files checked: 5 errors\n"), "{format}");
        let start =
            if format == "human" { run.out.find(begin) } else { run.out.starts_with(begin).then_some(0) };
        assert!(start.is_some(), "{format}: {}", run.out);
    }
    for (format, _) in begins.iter().filter(|(format, _)| *format != "sarif") {
        let run = project.run(&["check", "briefs/b0.yaml", "--format", format]);
        assert_eq!((run.code, run.out.as_str()), (0, ""), "{format}");
    }
}
