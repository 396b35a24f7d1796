//! The words of changes: for programs, and for readers.

use super::Labelled;
use crate::change::{DateOf, DateShift, How, Item, Shift, Standing, What};
use crate::locale::{Locale, id};
use crate::view::anchor::anchor;

/// What an item is.
pub(super) fn item(item: Item<'_>, locale: &Locale) -> Labelled {
    let word = item_word(item);
    Labelled { word, label: locale.word(&id("item", word)) }
}

fn item_word(item: Item<'_>) -> &'static str {
    match item {
        Item::Brief => "brief",
        Item::Title => "title",
        Item::BottomLine => "bottom-line",
        Item::Correction(_) => "correction",
        Item::Fact(_) => "fact",
        Item::Question(_) => "question",
        Item::Position(..) => "position",
        Item::Event(_) => "event",
        Item::Judgement(_) => "judgement",
    }
}

/// The anchor of an item on the page of its brief.
pub(super) fn anchor_of(standing: Standing<'_>) -> String {
    let word = match standing.item {
        Item::Brief | Item::Title => return String::new(),
        Item::BottomLine => return "bottom-line".to_owned(),
        Item::Correction(_) => return "corrections".to_owned(),
        other => item_word(other),
    };
    anchor(word, standing.id())
}

/// What became of an item, as far as labels tell: the word of the kind, and of what may or may not be expected which it is.
pub(super) type Sort = (&'static str, Option<bool>);

pub(super) fn sort(what: &What<'_>) -> Sort {
    let is_expected = matches!(what.standing().item, Item::Event(event) if event.expected);
    let word = kind_word(what);
    (word, (word == "expectation").then_some(is_expected))
}

/// What became of an item. What is listed no more may still hold, and nobody withdrew it.
pub(super) fn kind(what: &What<'_>, locale: &Locale) -> Labelled {
    let (word, is_expected) = sort(what);
    let label = match is_expected {
        Some(true) => locale.word("change_expected"),
        Some(false) => locale.word("change_not_expected"),
        None => locale.word(&id("change", word)),
    };
    Labelled { word, label }
}

fn kind_word(what: &What<'_>) -> &'static str {
    match what {
        What::Came(_) => "new",
        What::Went(Standing { item: Item::Brief, .. }) => "gone",
        What::Went(_) => "dropped",
        What::Changed { how, .. } => how_word(how),
    }
}

fn how_word(how: &How<'_>) -> &'static str {
    match how {
        How::Followed => "followed",
        How::Reworded => "reworded",
        How::Status(shift) => status(*shift),
        How::Attribution => "attribution",
        How::NewOrigin(_) => "new-origin",
        How::Date(of, shift) => date(*of, *shift),
        How::Expectation => "expectation",
        How::Moved => "moved",
        How::Reopened => "reopened",
        How::Answered(_) => "answered",
        How::Stance => "stance",
        How::Likelihood(shift) => likelihood(*shift),
        How::Confidence(shift) => confidence(*shift),
        How::Marking(shift) => marking(*shift),
        How::Details(_) => "details",
    }
}

fn status(shift: Shift) -> &'static str {
    match shift {
        Shift::Up => "status-up",
        Shift::Down => "status-down",
        Shift::Moved => "status-moved",
    }
}

fn date(of: DateOf, shift: DateShift) -> &'static str {
    match (of, shift) {
        (DateOf::Happened, DateShift::Sharpened) => "date-sharpened",
        (DateOf::Happened, DateShift::Widened) => "date-widened",
        (DateOf::Happened, DateShift::Moved) => "date-moved",
        (DateOf::Said, DateShift::Sharpened) => "said-date-sharpened",
        (DateOf::Said, DateShift::Widened) => "said-date-widened",
        (DateOf::Said, DateShift::Moved) => "said-date-moved",
    }
}

fn likelihood(shift: Shift) -> &'static str {
    match shift {
        Shift::Up => "likelihood-up",
        Shift::Down => "likelihood-down",
        Shift::Moved => "likelihood-moved",
    }
}

fn confidence(shift: Shift) -> &'static str {
    match shift {
        Shift::Up => "confidence-up",
        Shift::Down => "confidence-down",
        Shift::Moved => "confidence-moved",
    }
}

fn marking(shift: Shift) -> &'static str {
    match shift {
        Shift::Up => "marking-up",
        Shift::Down => "marking-down",
        Shift::Moved => "marking-moved",
    }
}
