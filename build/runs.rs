//! Runs of text that are the same on all pages of a language: what templates write out, with the words that stand between. A page writes
//! each in one go.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A piece of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    /// A word, by its place in a table of words.
    Word(usize),
}

/// A run that is being put together.
#[derive(Debug, Default)]
pub(crate) struct Run {
    /// The table that its words stand in, if it has any.
    table: Option<&'static str>,
    pieces: Vec<Piece>,
}

impl Run {
    /// Adds text; neighbours become one.
    pub(crate) fn text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }

    /// Whether a word of this table can be added.
    pub(crate) fn takes(&self, table: &str) -> bool {
        self.table.is_none_or(|own| own == table)
    }

    /// Adds a word.
    pub(crate) fn word(&mut self, table: &'static str, at: usize) {
        self.table = Some(table);
        self.pieces.push(Piece::Word(at));
    }

    /// The code that writes it, if there is anything to be written. A run with words is kept among those of its table, on pages of a
    /// kind.
    pub(crate) fn code(self, kind: &'static str, runs: &mut Runs) -> Option<String> {
        if let Some(table) = self.table {
            let of = if table == "words" { kind } else { "SITE" };
            return Some(format!("out.raw(around.{table}.run({}));", runs.place(of, self.pieces)));
        }
        match self.pieces.as_slice() {
            [Piece::Text(text)] => Some(format!("out.raw({text:?});")),
            _ => None,
        }
    }
}

/// The runs with words of all pages, by what kind of words it is.
#[derive(Debug, Default)]
pub(crate) struct Runs(BTreeMap<&'static str, Vec<Vec<Piece>>>);

/// Words on pages in HTML, on pages in Markdown, and those of the frame.
const KINDS: [&str; 3] = ["HTML", "MARKDOWN", "SITE"];

impl Runs {
    /// The place of a run among those of its kind.
    fn place(&mut self, kind: &'static str, run: Vec<Piece>) -> usize {
        let runs = self.0.entry(kind).or_default();
        runs.iter().position(|known| *known == run).unwrap_or_else(|| {
            runs.push(run);
            runs.len() - 1
        })
    }

    /// The code of the lists of runs.
    pub(crate) fn lists(&self) -> String {
        let list = |kind: &str| {
            let mut runs = String::new();
            for run in self.0.get(kind).into_iter().flatten() {
                // Writing to memory cannot fail.
                let _ = writeln!(runs, "&{run:?},");
            }
            format!(
                "/// What pages write in one go.\n\
                 pub(super) const {kind}_RUNS: &[&[super::table::Piece]] = &[\n{runs}];\n"
            )
        };
        KINDS.iter().map(|kind| list(kind)).collect()
    }
}
