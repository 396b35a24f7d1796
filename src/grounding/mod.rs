//! The brief held against the text of its article: is what it quotes there, and what it counts, dates and names?
//!
//! Quotes are looked for to the letter, after folding what is typography ([`fold`]), and never by likeness: "would" and "would
//! not" are nearly alike. Figures, dates and names are looked for by what they mean, in English, Turkish and Arabic.
//! These are functions of the texts alone; the rules in [`crate::check`] report what they find.

mod fold;
mod nearest;
mod negation;
pub mod quotes;
mod search;
mod words;

use std::path::PathBuf;

pub use fold::Folded;
pub use nearest::Passage;
use quotes::{Outcome, Search};

use crate::model::{Brief, Found};

/// The text of an article, ready to hold briefs against.
#[derive(Debug, Clone)]
pub struct Article {
    /// The file that it was read from.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
    folded: Folded,
}

impl Article {
    /// Takes the text of an article as it was read from a file.
    #[must_use]
    pub fn new(path: PathBuf, text: String) -> Self {
        let folded = Folded::new(&text);
        Self { path, text, folded }
    }

    /// The line that a byte of the text is in, counted from 1.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }
}

/// Looks for every quote of a brief, and keeps the place of those that are found. The outcomes are in the order of
/// [`Brief::quotes`].
pub fn quotes(brief: &mut Brief, article: &Article) -> Vec<Outcome> {
    let mut search = Search::new(&article.text, &article.folded);
    let mut outcomes = Vec::new();
    for quote in brief.quotes_mut() {
        let outcome = search.look_up(quote.text.value.as_str());
        quote.found = match &outcome {
            Outcome::Verified { at, only_there } | Outcome::Repaired { at, only_there, .. } => {
                Some(Found { at: at.clone(), only_there: *only_there })
            }
            Outcome::Ambiguous { .. } | Outcome::NotFound { .. } | Outcome::NotLookedFor => None,
        };
        outcomes.push(outcome);
    }
    outcomes
}
