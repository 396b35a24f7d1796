//! The brief held against the text of its article: is what it quotes there, and what it counts, dates and names?
//!
//! Quotes are looked for to the letter, after folding what is typography (`fold`), and never by likeness: "would" and "would
//! not" are nearly alike. Figures, dates and names are looked for by what they mean, in English, Turkish and Arabic.
//! These are functions of the texts alone; the rules in [`crate::check`] report what they find.

mod dates;
mod figures;
mod fold;
mod names;
mod nearest;
mod negation;
mod numerals;
pub mod quotes;
mod search;
mod words;

use std::collections::HashSet;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::OnceLock;

pub(crate) use dates::Wanted;
pub use fold::Folded;
pub use nearest::Passage;
use quotes::{Outcome, Search};

use crate::language::dates::{What, each};
use crate::language::names::Tongue;
use crate::model::{Brief, CivilDate, Entity, Found, Lang};
use dates::Dates;
use figures::{Figure, Value};
use names::Names;

/// The text of an article, ready to hold briefs against.
#[derive(Debug, Clone)]
pub struct Article {
    /// The file that it was read from.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
    folded: Folded,
    figures: OnceLock<HashSet<Value>>,
    dates: OnceLock<Dates>,
    names: OnceLock<Names>,
}

impl Article {
    /// Takes the text of an article as it was read from a file.
    #[must_use]
    pub fn new(path: PathBuf, text: String) -> Self {
        let folded = Folded::new(&text);
        Self { path, text, folded, figures: OnceLock::new(), dates: OnceLock::new(), names: OnceLock::new() }
    }

    /// Whether it contains a figure of one of these values, in digits or words of any language.
    pub(crate) fn has_figure(&self, readings: &[Value]) -> bool {
        let values = self.figures.get_or_init(|| figures::values(&self.text));
        readings.iter().any(|value| values.contains(value))
    }

    /// Whether it contains a date, or may tell it by its distance from one of these date lines.
    pub(crate) fn has_date(&self, wanted: Wanted, lines: &[CivilDate]) -> bool {
        self.dates.get_or_init(|| Dates::of(&self.text)).have(wanted, lines)
    }

    /// Whether it mentions an entity; `None` where that cannot be told.
    pub(crate) fn mentions(&self, entity: &Entity) -> Option<bool> {
        self.names.get_or_init(|| Names::of(&self.text)).mention(entity)
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

/// The language of a brief whose figures and dates can be held against its article: that of both is English, Turkish or Arabic,
/// as far as the brief says.
pub(crate) fn comparable(brief: &Brief) -> Option<Tongue> {
    let article = brief.article.lang.as_ref().is_none_or(|lang| tongue(lang).is_some());
    tongue(&brief.lang).filter(|_| article)
}

fn tongue(lang: &Lang) -> Option<Tongue> {
    match &*lang.primary() {
        "en" => Some(Tongue::English),
        "tr" => Some(Tongue::Turkish),
        "ar" => Some(Tongue::Arabic),
        _ => None,
    }
}

/// The figures of prose that state an amount. Destinations of links are not prose.
pub(crate) fn figures(text: &str, tongue: Tongue) -> Vec<Figure> {
    let mut found = figures::stated(text, tongue);
    if !found.is_empty() {
        let except: Vec<_> = times(text).into_iter().map(|(_, at)| at).chain(destinations(text)).collect();
        found.retain(|figure| except.iter().all(|it| figure.at.end <= it.start || it.end <= figure.at.start));
    }
    found
}

/// The dates that prose names.
pub(crate) fn dates_in(text: &str) -> Vec<(Wanted, Range<usize>)> {
    let except = destinations(text);
    times(text)
        .into_iter()
        .filter(|(_, at)| except.iter().all(|it| at.end <= it.start || it.end <= at.start))
        .filter_map(|(what, at)| match what {
            What::Date(when, _) => Some((Wanted::of_words(when)?, at)),
            What::Relative => None,
        })
        .collect()
}

fn times(text: &str) -> Vec<(What, Range<usize>)> {
    let mut found = Vec::new();
    each(text, |find, _, _| found.push((find.what, find.at)));
    found
}

/// The destinations of the links in prose.
fn destinations(text: &str) -> Vec<Range<usize>> {
    let open = text.match_indices("](").map(|(at, mark)| at + mark.len());
    open.map(|start| {
        let length = text.get(start..).and_then(|rest| rest.find(')')).unwrap_or(text.len() - start);
        start..start + length
    })
    .collect()
}
