//! The words of changes: for programs, and for readers.

use super::Labelled;
use crate::change::{DateOf, DateShift, How, Item, Shift, Standing, What};

fn labelled(word: &'static str, label: &'static str) -> Labelled {
    Labelled { word, label }
}

/// What an item is.
pub(super) fn item(item: Item<'_>) -> Labelled {
    match item {
        Item::Brief => labelled("brief", "Brief"),
        Item::Title => labelled("title", "Headline"),
        Item::BottomLine => labelled("bottom-line", "Bottom line"),
        Item::Correction(_) => labelled("correction", "Correction"),
        Item::Fact(_) => labelled("fact", "Key fact"),
        Item::Question(_) => labelled("question", "Question"),
        Item::Position(..) => labelled("position", "Position"),
        Item::Event(_) => labelled("event", "Event"),
        Item::Judgement(_) => labelled("judgement", "Judgement"),
    }
}

/// The anchor of an item on the page of its brief.
pub(super) fn anchor(standing: Standing<'_>) -> String {
    let word = match standing.item {
        Item::Brief | Item::Title => return String::new(),
        Item::BottomLine => return "bottom-line".to_owned(),
        Item::Correction(_) => return "corrections".to_owned(),
        other => item(other).word,
    };
    format!("{word}-{}", standing.id())
}

/// What became of an item. What is listed no more may still hold, and nobody withdrew it.
pub(super) fn kind(what: &What<'_>) -> Labelled {
    match what {
        What::Came(_) => labelled("new", "New"),
        What::Went(Standing { item: Item::Brief, .. }) => labelled("gone", "Gone"),
        What::Went(_) => labelled("dropped", "No longer listed"),
        What::Changed { how, new, .. } => how_label(how, *new),
    }
}

fn how_label(how: &How<'_>, new: Standing<'_>) -> Labelled {
    match how {
        How::Followed => labelled("followed", "New on this story"),
        How::Reworded => labelled("reworded", "Reworded"),
        How::Status(shift) => status(*shift),
        How::Attribution => labelled("attribution", "Attribution changed"),
        How::NewOrigin(_) => labelled("new-origin", "New origin"),
        How::Date(of, shift) => date(*of, *shift),
        How::Expectation => match new.item {
            Item::Event(event) if event.expected => labelled("expectation", "Now marked as expected"),
            _ => labelled("expectation", "No longer marked as expected"),
        },
        How::Moved => labelled("moved", "Moved"),
        How::Reopened => labelled("reopened", "Open again"),
        How::Answered(_) => labelled("answered", "Answered"),
        How::Stance => labelled("stance", "Stance changed"),
        How::Likelihood(shift) => likelihood(*shift),
        How::Confidence(shift) => confidence(*shift),
        How::Marking(shift) => marking(*shift),
        How::Details(_) => labelled("details", "Also changed"),
    }
}

fn status(shift: Shift) -> Labelled {
    match shift {
        Shift::Up => labelled("status-up", "Better attested"),
        Shift::Down => labelled("status-down", "Less well attested"),
        Shift::Moved => labelled("status-moved", "Status changed"),
    }
}

fn date(of: DateOf, shift: DateShift) -> Labelled {
    match (of, shift) {
        (DateOf::Happened, DateShift::Sharpened) => labelled("date-sharpened", "Date known better"),
        (DateOf::Happened, DateShift::Widened) => labelled("date-widened", "Date known less well"),
        (DateOf::Happened, DateShift::Moved) => labelled("date-moved", "Date changed"),
        (DateOf::Said, DateShift::Sharpened) => {
            labelled("said-date-sharpened", "Date of the statement known better")
        }
        (DateOf::Said, DateShift::Widened) => {
            labelled("said-date-widened", "Date of the statement known less well")
        }
        (DateOf::Said, DateShift::Moved) => labelled("said-date-moved", "Date of the statement changed"),
    }
}

fn likelihood(shift: Shift) -> Labelled {
    match shift {
        Shift::Up => labelled("likelihood-up", "Likelihood raised"),
        Shift::Down => labelled("likelihood-down", "Likelihood lowered"),
        Shift::Moved => labelled("likelihood-moved", "Likelihood changed"),
    }
}

fn confidence(shift: Shift) -> Labelled {
    match shift {
        Shift::Up => labelled("confidence-up", "Confidence raised"),
        Shift::Down => labelled("confidence-down", "Confidence lowered"),
        Shift::Moved => labelled("confidence-moved", "Confidence changed"),
    }
}

fn marking(shift: Shift) -> Labelled {
    match shift {
        Shift::Up => labelled("marking-up", "Handling more restricted"),
        Shift::Down => labelled("marking-down", "Handling less restricted"),
        Shift::Moved => labelled("marking-moved", "Handling changed"),
    }
}
