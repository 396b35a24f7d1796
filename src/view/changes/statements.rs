//! Both statements of an item, where a change that shows its old state is told of two.

use std::borrow::Cow;

use super::PhrasePart;
use super::values::{self, Value, Values};
use crate::change::{DateOf, How, Standing, What};
use crate::locale::Locale;

/// The old statement of the item, where the new one is another and the change tells of the old state: whoever said the old one has
/// not said the new one, and not with that status or on that day; nor was the new one held to be as likely.
pub(super) fn before<'v>(what: &What<'v>) -> Option<Cow<'v, str>> {
    let What::Changed { old, new, how } = what else { return None };
    let (before, now) = (old.statement(), new.statement());
    let is_another = match how {
        // The time of either is just what is told.
        How::Date(DateOf::Happened, _) => !now.has_words_of(before),
        How::Status(_)
        | How::Attribution
        | How::Date(DateOf::Said | DateOf::Opened, _)
        | How::Expectation
        | How::Moved
        | How::Reopened
        | How::Stance
        | How::Credibility(_)
        | How::Likelihood(_)
        | How::AtOdds
        | How::Confidence(_) => !now.repeats(before),
        // A rewording has both anyway, an answer has words of its own, and the others tell nothing that was said.
        How::Reworded
        | How::Value
        | How::Answered(_)
        | How::Followed
        | How::Again
        | How::SaidByAnother
        | How::NewOrigin(_)
        | How::SameOrigin
        | How::Reliability(_)
        | How::Marking(_)
        | How::Details(_) => false,
    };
    is_another.then(|| values::text(*old))
}

/// Each value with the statement that it belongs to.
pub(super) fn whole<'v>(
    values: Values<'v>,
    what: &What<'v>,
    (before, after): (&Cow<'v, str>, &Cow<'v, str>),
    locale: &'v Locale,
) -> Values<'v> {
    let What::Changed { old, new, how } = what else { return values };
    let beside = |one, other| beside(one, other, locale);
    let (beside_old, beside_new) = match how {
        // A stance has its statement with it.
        How::Stance => return values,
        // A date that is told itself is not told once more.
        How::Date(DateOf::Happened, _) => (Vec::new(), Vec::new()),
        _ => (beside(*old, *new), beside(*new, *old)),
    };
    let side = |value: Option<_>, said, standing, beside: Vec<_>| {
        // What has no value any more has words still, and these are not the value.
        let value = value.unwrap_or_else(|| Value::Whole(locale.word("nothing").into()));
        let value = with_statement(Some(value), said, standing, locale)?;
        Some(if beside.is_empty() { value } else { in_brackets(value, beside, locale) })
    };
    Values {
        before: side(values.before, before, *old, beside_old),
        after: side(values.after, after, *new, beside_new),
    }
}

/// What an item says beside its words, where its other state says something else there.
fn beside<'v>(standing: Standing<'v>, other: Standing<'_>, locale: &'v Locale) -> Vec<PhrasePart<'v>> {
    let (statement, other) = (standing.statement(), other.statement());
    let when = statement.when().filter(|when| Some(*when) != other.when());
    let value = statement.value().filter(|value| Some(*value) != other.value());
    let when = when.map(|when| PhrasePart::words(locale.date(when)));
    when.into_iter().chain(value.map(|value| PhrasePart::foreign(value, &standing.brief.lang))).collect()
}

/// A value, and what the item of which it is told says beside its words, where its other state says something else there.
pub(super) fn with_what_differs<'v>(
    value: Value<'v>,
    standing: Standing<'v>,
    other: Standing<'_>,
    locale: &'v Locale,
) -> Value<'v> {
    let beside = beside(standing, other, locale);
    if beside.is_empty() { value } else { in_brackets(value, beside, locale) }
}

/// A value, and behind it in brackets what else there is to say.
fn in_brackets<'v>(value: Value<'v>, beside: Vec<PhrasePart<'v>>, locale: &'v Locale) -> Value<'v> {
    let mut pieces = value.into_pieces();
    for (place, piece) in beside.into_iter().enumerate() {
        say(&mut pieces, if place == 0 { " (" } else { locale.word("comma") });
        add(&mut pieces, piece);
    }
    say(&mut pieces, ")");
    Value::Pieces(pieces)
}

/// A value, a colon, and what is said. Who says nothing has no colon either; where no value is given, what is said stands alone.
pub(super) fn with_statement<'v>(
    value: Option<Value<'v>>,
    said: &Cow<'v, str>,
    standing: Standing<'v>,
    locale: &'v Locale,
) -> Option<Value<'v>> {
    if said.is_empty() {
        return value;
    }
    let said = PhrasePart::foreign(said.clone(), &standing.brief.lang);
    let Some(value) = value else { return Some(Value::Pieces(vec![said])) };
    let mut pieces = value.into_pieces();
    say(&mut pieces, locale.word("colon"));
    pieces.push(said);
    Some(Value::Pieces(pieces))
}

/// Says more words of the page.
fn say<'v>(pieces: &mut Vec<PhrasePart<'v>>, more: &'v str) {
    add(pieces, PhrasePart::words(more));
}

/// Adds a piece: words of the page are in one with those that stand before them.
fn add<'v>(pieces: &mut Vec<PhrasePart<'v>>, more: PhrasePart<'v>) {
    let is_of_page = |piece: &PhrasePart<'_>| !piece.name && piece.lang.is_none();
    match pieces.last_mut() {
        Some(last) if is_of_page(last) && is_of_page(&more) => last.text += more.text,
        _ => pieces.push(more),
    }
}
