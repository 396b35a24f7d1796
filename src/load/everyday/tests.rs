//! Held against the YAML crate: whatever is read here, it reads in the same way.

use std::fmt::Debug;
use std::path::Path;

use super::super::decode::{Decode, decode_spanned};
use super::super::tree::{Node, parse_any};
use super::{Keyed, read, record};
use crate::load::Problems;
use crate::load::raw::RawBrief;
use crate::load::raw_edition::RawEdition;
use crate::load::raw_settings::RawSettings;
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

/// The same of a record, which is read without a tree here.
fn agrees_at_once<T>(text: &str) -> bool
where
    T: for<'t> Keyed<'t> + Decode + PartialEq + Debug,
{
    let file = SourceFile { path: "a.yaml".into(), text: text.to_owned(), sha256: String::new() };
    let mut problems = Problems::new(&file);
    if problems.may_hide() {
        return false;
    }
    let Some(ours) = record::<T>(text) else { return false };
    let tree = parse_any(&mut problems);
    let theirs = tree.and_then(|tree| decode_spanned(&tree, &mut problems));
    assert!(problems.found.is_empty(), "{text:?}\nfound {:?}", problems.found);
    assert!(theirs.as_ref() == Some(&ours), "{text:?}\n{ours:#?}\n{theirs:#?}");
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
    let (mut read_here, mut briefs) = (0, 0);
    for folder in ["tests/inputs/ok", "tests/inputs/near", "tests/inputs/bad", "briefs"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for file in std::fs::read_dir(folder).unwrap() {
            if let Ok(text) = std::fs::read_to_string(file.unwrap().path()) {
                read_here += usize::from(agrees(&text));
                briefs += usize::from(agrees_at_once::<RawBrief>(&text));
            }
        }
    }
    assert!(briefs > read_here / 3, "only {briefs} of {read_here} are read at once");
}

/// Whatever files the tests have, each in the place of any record.
#[test]
fn every_record_is_read_at_once_as_from_its_tree() {
    let mut read_here = [0; 3];
    for text in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")) {
        let agree = [agrees_at_once::<RawBrief>, agrees_at_once::<RawSettings>, agrees_at_once::<RawEdition>];
        for (count, agrees) in read_here.iter_mut().zip(agree) {
            *count += usize::from(agrees(&text));
        }
    }
    assert!(read_here.iter().all(|count| *count > 5), "{read_here:?}");
}

/// The YAML files of a folder and of those in it.
fn files(folder: &Path) -> Vec<String> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = paths.flat_map(|path| match path.extension() {
        _ if path.is_dir() => files(&path),
        Some(extension) if extension == "yaml" => std::fs::read_to_string(path).into_iter().collect(),
        _ => Vec::new(),
    });
    texts.collect()
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
    let mut chance = Chance(2025);
    let mut read_here = 0;
    for _ in 0..ROUNDS {
        let form = FORMS[chance.below(FORMS.len())];
        read_here += usize::from(agrees(&chance.changed(form)));
    }
    assert!(read_here > ROUNDS / 10, "only {read_here} of {ROUNDS} were read here");
}

/// A brief in which every form stands.
const BRIEF: &str = "schema: 1\ntitle: \"A title\"\ndate: 2025-03-05\nlang: en\nmarking: TLP:CLEAR\n\
                     topics: [one, 'two']\nbottom_line: >-\n  Invented,\n  here.\narticle: {outlet: The Paper, published: 2025}\n\
                     sources:\n  - id: yard # note\n    name: Yard of\n      Oro\n    kind: outlet\n    count: 2\n\
                     key_facts:\n- {id: rust, text: \"It, rust\", status: claimed, said_by: yard, via: [a, b],\n  quotes: [{text: so}]}\n\
                     timeline: []\nopen_questions:\n  - id: cause\n    question: Why?\n    status: open\n    positions:\n\
                     \n    - stance: asserts\n      says: |\n        So\n      said_by: yard\n      on: 2025-03~\n\
                     judgements:\n  - text: It is.\n    confidence: low\n    basis: [rust]\nallow: []\n";

#[test]
fn a_brief_with_something_put_in_or_taken_out_is_read_at_once_as_from_its_tree() {
    let mut chance = Chance(1453);
    let mut read_here = 0;
    assert!(agrees_at_once::<RawBrief>(BRIEF));
    for _ in 0..ROUNDS / 4 {
        let mut lines: Vec<_> = BRIEF.split_inclusive('\n').collect();
        let at = chance.below(lines.len());
        match chance.below(8) {
            0 => {
                lines.remove(at);
            }
            1 => lines.insert(at, lines[chance.below(lines.len())]),
            2 => lines.swap(at, at / 2),
            _ => {}
        }
        let text = lines.concat();
        let text = if chance.below(4) == 0 { text } else { chance.changed(&text) };
        read_here += usize::from(agrees_at_once::<RawBrief>(&text));
    }
    assert!(read_here > ROUNDS / 40, "only {read_here} of {} were read at once", ROUNDS / 4);
}

/// Numbers in no order, the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    /// A text with something put in or taken out in a few places.
    fn changed(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        for _ in 0..=self.below(3) {
            let places: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let at = places[self.below(places.len())];
            let reach = at + self.below(4);
            let end = places.iter().copied().find(|place| *place >= reach).unwrap_or(at);
            text.replace_range(at..end, ["", PIECES[self.below(PIECES.len())]][self.below(2)]);
            if text.is_empty() {
                break;
            }
        }
        text
    }
}

/// A line of a megabyte, whose values are read without a look at the rest of it: else this test would take minutes.
#[test]
fn any_number_of_values_can_stand_in_a_line() {
    let values = "a, ".repeat(400_000);
    assert!(read(&format!("a: [{values}b]\n")).is_some());
    assert!(read(&format!("a: [{values}b\n")).is_none());
}
