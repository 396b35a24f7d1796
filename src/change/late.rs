//! What is [told late](crate::desk::telling::late), among days that are told together and those before.

use super::matching::{Held, Retold};
use super::told_by::ToldBy;

/// Whether the party of one certainly said it before the other.
pub(super) fn is_said_before<T: Retold>(one: &Held<'_, T>, other: &Held<'_, T>) -> bool {
    let (telling, other) = (one.telling(), other.telling());
    telling.is_said_before(&other) && telling.is_of_party(&other)
}

/// Whether something that is told after a word of its party without a date may be late: without a date of its own it was said when it is
/// told, and what has one is held against those of others one by one.
pub(super) fn may_be_late<T: Retold>(before: &Held<'_, T>, now: &Held<'_, T>) -> bool {
    let is_dated = |held: &Held<'_, T>| held.telling().said_on().is_some();
    is_dated(now) && !is_dated(before) && now.telling().is_of_party(&before.telling())
}

/// Whether its party certainly said it before something that is told on an earlier day.
pub(super) fn is_late<'d, T: Retold>(now: &Held<'d, T>, told: &ToldBy<'_, 'd, T>) -> bool {
    let is_earlier = |it: &Held<'d, T>| it.brief.date.value < now.brief.date.value;
    told.may_be_of_speaker(now).iter().any(|it| is_earlier(it) && is_said_before(now, it))
}
