//! Held against the YAML crate: whatever is read here, it reads in the same way.

use std::path::Path;

use super::super::tree::{Node, parse_any};
use super::read;
use crate::load::Problems;
use crate::source::SourceFile;

/// Panics where the two disagree; says whether the text was read here.
fn agrees(text: &str) -> bool {
    let Some(ours) = read(text) else { return false };
    let file = SourceFile { path: "a.yaml".into(), text: text.to_owned(), sha256: String::new() };
    let mut problems = Problems::new(&file);
    let theirs = parse_any(&mut problems);
    assert!(problems.found.is_empty(), "{text:?}\nfound {:?}", problems.found);
    assert!(
        theirs.as_ref() == Some(&ours),
        "{text:?}\n{:#?}\n{:#?}",
        spans(&ours),
        theirs.as_ref().map(spans)
    );
    true
}

fn spans(node: &Node<'_>) -> String {
    use super::super::tree::Value;
    let inner = match &node.value {
        Value::Map(entries) => entries
            .iter()
            .map(|entry| format!("{}@{:?}: {}", entry.key.value, entry.key.span, spans(&entry.value)))
            .collect::<Vec<_>>()
            .join("\n"),
        Value::List(nodes) => nodes.iter().map(spans).collect::<Vec<_>>().join("\n"),
        other => format!("{other:?}"),
    };
    format!("{:?}({inner})", node.span.range())
}

/// Texts that hold every form that is read here.
const FORMS: &[&str] = &[
    "a: b\nc: d e\n",
    "# note\n\na:   b   # note\n# note\nc: [d, e f, ~, null, [], {}]\ne: {}\n",
    "a: x\n  y\n\n  z z\nb: https://x.example/y#z\n",
    "a:\n- b\n- c: d\n  e: f\n\n  g: h\ni:\n  - j\n  -   k: l\n      m: n\n",
    "a: >-\n  x\n  y\n\n  z\nb: |\n  x\n   y\n\nc: >\n  x y\nd: |-\n  z\n\n# note\n",
    "a: \"x \\\" y\\\\\"\nb: 'x''y\\'\nc: \"x\n  y\n\n  z\" # note\nd: ''\ne: \"\"\n",
    "a: {b: c, d: [e, \"f, g\", {h: i}],\n  j: TLP:CLEAR}\nk: ~\nl: null\n",
    "a: # note\n  b: c\n  d:\n    - {e: 2025-02~}\n    - [..2025-02-06]\n    - ü ş « »\u{a0}\n",
    "a: b\u{a0}\nc: \u{2028}d\u{2028}\ne: |\n  f\u{2003}\n",
];

#[test]
fn the_forms_that_are_known_here_are_read_here() {
    for text in FORMS {
        assert!(agrees(text), "{text:?}");
    }
}

#[test]
fn every_input_of_the_other_tests_is_read_as_the_yaml_crate_reads_it() {
    for folder in ["tests/inputs/ok", "tests/inputs/near", "tests/inputs/bad", "briefs"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for file in std::fs::read_dir(folder).unwrap() {
            if let Ok(text) = std::fs::read_to_string(file.unwrap().path()) {
                agrees(&text);
            }
        }
    }
}

/// What is put into the forms: every character that means something in YAML, and a few that do not.
const PIECES: &[&str] = &[
    " ", "  ", "\n", "\n\n", "\n  ", "\n ", ":", ": ", "- ", "-", "#", " #", "'", "\"", "\\", "[", "]", "{",
    "}", ",", ", ", "|", ">", ">-", "&", "*", "!", "?", "%", "@", "`", "~", "<<", "---", "...", "\t", "\r",
    "x", "ü", "\u{85}", "\u{feff}", "\u{2028}", "\u{a0}", "a: ", "\na: ", "\n- ", "null", "=", "\u{7f}",
    "\0",
];

/// Enough to come upon each pair of a piece and a place.
const ROUNDS: usize = 30_000;

#[test]
fn forms_with_something_put_in_or_taken_out_are_read_as_the_yaml_crate_reads_them() {
    let mut state = 2025_u64;
    let mut below = |end: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % end
    };
    let mut read_here = 0;
    for _ in 0..ROUNDS {
        let mut text = FORMS[below(FORMS.len())].to_owned();
        for _ in 0..=below(3) {
            let places: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let at = places[below(places.len())];
            let end = places.iter().copied().find(|place| *place >= at + below(4)).unwrap_or(at);
            text.replace_range(at..end, ["", PIECES[below(PIECES.len())]][below(2)]);
            if text.is_empty() {
                break;
            }
        }
        read_here += usize::from(agrees(&text));
    }
    assert!(read_here > ROUNDS / 10, "only {read_here} of {ROUNDS} were read here");
}

/// A line of a megabyte, whose values are read without a look at the rest of it: else this test would take minutes.
#[test]
fn any_number_of_values_can_stand_in_a_line() {
    let values = "a, ".repeat(400_000);
    assert!(read(&format!("a: [{values}b]\n")).is_some());
    assert!(read(&format!("a: [{values}b\n")).is_none());
}
