//! Words to the letter of others than the speaker, where the statement that they stand beside is told.

use crate::change::{How, Item, Standing, What};
use crate::locale::Locale;
use crate::model::labels::Said;
use crate::model::{Marking, Quote};
use crate::view::parts::{QuoteView, words_of_others};

/// The words of others that are shown with a change.
pub(super) fn of<'v>(what: &What<'v>, locale: &'v Locale) -> Vec<QuoteView<'v>> {
    let Some(Standing { brief, item }) = quoted(what) else { return Vec::new() };
    match item {
        Item::Fact(fact) => QuoteView::of_others(&fact, brief, locale),
        Item::Position(question, position) => QuoteView::of_others(&Said(question, position), brief, locale),
        _ => Vec::new(),
    }
}

/// The highest marking of these.
pub(super) fn marking(what: &What<'_>) -> Option<Marking> {
    let Standing { brief, item } = quoted(what)?;
    let level = |quote: &Quote| brief.levels.quote(quote);
    match item {
        Item::Fact(fact) => words_of_others(&fact).map(level).max(),
        Item::Position(question, position) => words_of_others(&Said(question, position)).map(level).max(),
        _ => None,
    }
}

/// A fact or a position that is new, says something else, or is attested otherwise or by others.
fn quoted<'v>(what: &What<'v>) -> Option<Standing<'v>> {
    match what {
        What::Came(now)
        | What::Changed {
            new: now,
            how:
                How::Reworded
                | How::Stance
                | How::Status(_)
                | How::Value
                | How::Again
                | How::SameOrigin
                | How::SaidByAnother
                | How::NewOrigin(_),
            ..
        } => Some(*now),
        What::Changed { .. } | What::Went(_) => None,
    }
}
