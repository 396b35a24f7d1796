//! Both statements of an item, where a change that shows its old state is told of two.

use std::borrow::Cow;

use super::values::{self, Value, Values, foreign, in_parts, words};
use crate::change::{DateOf, How, Standing, What, same_statement};
use crate::locale::Locale;

/// The old statement of the item, where the new one is another and the change tells of the old state: whoever said the old one has
/// not said the new one, and not with that status or on that day. A rewording shows both anyway. `text` is the item as it stands.
pub(super) fn before<'v>(what: &What<'v>, text: &str) -> Option<Cow<'v, str>> {
    let What::Changed { old, how, .. } = what else { return None };
    let tells_the_old_state = matches!(
        how,
        How::Status(_) | How::Attribution | How::Date(DateOf::Said, _) | How::Expectation | How::Stance
    );
    let before = values::text(*old);
    (tells_the_old_state && !same_statement(&before, text)).then_some(before)
}

/// Each value with the statement that it belongs to.
pub(super) fn whole<'v>(
    values: Values<'v>,
    what: &What<'v>,
    (before, after): (&Cow<'v, str>, &Cow<'v, str>),
    locale: &'v Locale,
) -> Values<'v> {
    match what {
        // A stance has its statement with it.
        What::Changed { how: How::Stance, .. } | What::Came(_) | What::Went(_) => values,
        What::Changed { old, new, .. } => Values {
            before: with_statement(values.before, before, *old, locale),
            after: with_statement(values.after, after, *new, locale),
        },
    }
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
    let said = foreign(said.clone(), standing.brief.lang.as_str());
    let Some(Value { word, label, mut parts }) = value else { return Some(in_parts("", vec![said])) };
    if parts.is_empty() {
        parts.push(words(label));
    }
    parts.extend([words(locale.word("colon")), said]);
    Some(in_parts(word, parts))
}
