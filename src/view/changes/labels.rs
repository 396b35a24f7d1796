//! The words of changes: for programs, and for readers.

use super::Labelled;
use crate::change::{DateOf, DateShift, How, Item, Shift, Standing, What};
use crate::locale::Locale;
use crate::markdown::KnownWord;
use crate::view::Anchor;
use crate::view::{PageAddress, PagePart};

/// A word for programs, and the message that readers have in its place.
pub(super) type Told = (&'static str, &'static str);

/// What an item is.
pub(super) fn item<'v>(item: Item<'_>, locale: &'v Locale) -> Labelled<'v> {
    labelled(told_item(item), locale)
}

pub(super) fn labelled((word, message): Told, locale: &Locale) -> Labelled<'_> {
    Labelled { word: KnownWord::plain(word), label: locale.known(message) }
}

pub(super) fn told_item(item: Item<'_>) -> Told {
    match item {
        Item::Brief => ("brief", "item_brief"),
        Item::Title => ("title", "item_title"),
        Item::BottomLine => ("bottom-line", "item_bottom_line"),
        Item::Correction(_) => ("correction", "item_correction"),
        Item::Fact(_) => ("fact", "item_fact"),
        Item::Question(_) => ("question", "item_question"),
        Item::Position(..) => ("position", "item_position"),
        Item::Event(_) => ("event", "item_event"),
        Item::Judgement(_) => ("judgement", "item_judgement"),
        Item::Source(_) => ("source", "item_source"),
    }
}

/// Where an item stands on the page of its brief.
pub(super) fn address_of(standing: Standing<'_>) -> PageAddress<'_> {
    let part = match standing.item {
        Item::Brief | Item::Title => return PageAddress::brief(&standing.brief.id),
        Item::BottomLine => PagePart::Section("bottom-line"),
        Item::Correction(_) => PagePart::Section("corrections"),
        other => PagePart::Item(Anchor::new(told_item(other).0, standing.id())),
    };
    PageAddress::Part { brief: &standing.brief.id, part }
}

/// What became of an item. What is listed no more may still hold, and nobody withdrew it.
pub(super) fn kind(what: &What<'_>) -> Told {
    match what {
        What::Came(_) => ("new", "change_new"),
        What::Went(Standing { item: Item::Brief, .. }) => ("gone", "change_gone"),
        What::Went(_) => ("dropped", "change_dropped"),
        What::Changed { new, how, .. } => told_how(how, new.item),
    }
}

fn told_how(how: &How<'_>, item: Item<'_>) -> Told {
    match how {
        How::Followed => ("followed", "change_followed"),
        How::Again => ("again", "change_again"),
        How::Reworded => ("reworded", "change_reworded"),
        How::Value => ("value", "change_value"),
        How::Status(shift) => status(*shift),
        How::Attribution => ("attribution", "change_attribution"),
        How::SaidByAnother => ("said-by-another", "change_said_by_another"),
        How::NewOrigin(_) => ("new-origin", "change_new_origin"),
        How::SameOrigin => ("same-origin", "change_same_origin"),
        How::Date(of, shift) => date(*of, *shift),
        How::Expectation => match item {
            Item::Event(event) if event.expected => ("expectation", "change_expected"),
            _ => ("expectation", "change_not_expected"),
        },
        How::Moved => ("moved", "change_moved"),
        How::Reopened => ("reopened", "change_reopened"),
        How::Answered(_) => ("answered", "change_answered"),
        How::Stance => ("stance", "change_stance"),
        How::Credibility(shift) => credibility(*shift),
        How::Reliability(shift) => reliability(*shift),
        How::Likelihood(shift) => likelihood(*shift),
        How::AtOdds => ("at-odds", "change_at_odds"),
        How::Confidence(shift) => confidence(*shift),
        How::Marking(shift) => marking(*shift),
        How::Details(_) => ("details", "change_details"),
    }
}

fn status(shift: Shift) -> Told {
    match shift {
        Shift::Up => ("status-up", "change_status_up"),
        Shift::Down => ("status-down", "change_status_down"),
        Shift::Moved => ("status-moved", "change_status_moved"),
    }
}

fn date(of: DateOf, shift: DateShift) -> Told {
    match (of, shift) {
        (DateOf::Happened, DateShift::Sharpened) => ("date-sharpened", "change_date_sharpened"),
        (DateOf::Happened, DateShift::Widened) => ("date-widened", "change_date_widened"),
        (DateOf::Happened, DateShift::Moved) => ("date-moved", "change_date_moved"),
        (DateOf::Said, DateShift::Sharpened) => ("said-date-sharpened", "change_said_date_sharpened"),
        (DateOf::Said, DateShift::Widened) => ("said-date-widened", "change_said_date_widened"),
        (DateOf::Said, DateShift::Moved) => ("said-date-moved", "change_said_date_moved"),
        (DateOf::Opened, DateShift::Sharpened) => ("opening-sharpened", "change_opening_sharpened"),
        (DateOf::Opened, DateShift::Widened) => ("opening-widened", "change_opening_widened"),
        (DateOf::Opened, DateShift::Moved) => ("opening-moved", "change_opening_moved"),
    }
}

fn credibility(shift: Shift) -> Told {
    match shift {
        Shift::Up => ("credibility-up", "change_credibility_up"),
        Shift::Down => ("credibility-down", "change_credibility_down"),
        Shift::Moved => ("credibility-moved", "change_credibility_moved"),
    }
}

fn reliability(shift: Shift) -> Told {
    match shift {
        Shift::Up => ("reliability-up", "change_reliability_up"),
        Shift::Down => ("reliability-down", "change_reliability_down"),
        Shift::Moved => ("reliability-moved", "change_reliability_moved"),
    }
}

fn likelihood(shift: Shift) -> Told {
    match shift {
        Shift::Up => ("likelihood-up", "change_likelihood_up"),
        Shift::Down => ("likelihood-down", "change_likelihood_down"),
        Shift::Moved => ("likelihood-moved", "change_likelihood_moved"),
    }
}

fn confidence(shift: Shift) -> Told {
    match shift {
        Shift::Up => ("confidence-up", "change_confidence_up"),
        Shift::Down => ("confidence-down", "change_confidence_down"),
        Shift::Moved => ("confidence-moved", "change_confidence_moved"),
    }
}

fn marking(shift: Shift) -> Told {
    match shift {
        Shift::Up => ("marking-up", "change_marking_up"),
        Shift::Down => ("marking-down", "change_marking_down"),
        Shift::Moved => ("marking-moved", "change_marking_moved"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::id;

    #[test]
    fn a_message_is_called_by_the_word_that_it_stands_for() {
        let shifts = [Shift::Up, Shift::Down, Shift::Moved];
        let of_shift = [status, credibility, reliability, likelihood, confidence, marking];
        let dates = [DateShift::Sharpened, DateShift::Widened, DateShift::Moved];
        let told = of_shift.iter().flat_map(|told| shifts.map(told));
        let told = told.chain(
            [DateOf::Happened, DateOf::Said, DateOf::Opened]
                .into_iter()
                .flat_map(|of| dates.map(|shift| date(of, shift))),
        );
        let single = [
            How::Followed,
            How::Again,
            How::SameOrigin,
            How::Reworded,
            How::Attribution,
            How::SaidByAnother,
            How::AtOdds,
            How::Moved,
            How::Reopened,
            How::Stance,
        ];
        let told = told.chain(single.iter().map(|how| told_how(how, Item::Brief)));
        let english = Locale::english();
        for (word, message) in told.chain([told_how(&How::Details(Vec::new()), Item::Brief)]) {
            assert_eq!(message, id("change", word));
            assert!(english.has(message), "{message}");
        }
        for item in [Item::Brief, Item::Title, Item::BottomLine] {
            let (word, message) = told_item(item);
            assert_eq!(message, id("item", word));
        }
    }
}
