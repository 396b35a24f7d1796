//! What is [told late](crate::desk::telling::late), among days that are told together and those before.

use super::matching::{Held, Retold};
use crate::model::Brief;

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

/// Whether its party certainly said it before something that briefs of earlier days tell.
pub(super) fn is_late<'d, T: Retold + 'd>(now: &Held<'d, T>, briefs: &[&'d Brief]) -> bool {
    let earlier = briefs.iter().copied().filter(|brief| brief.date.value < now.brief.date.value);
    let of_brief = |brief: &'d Brief| T::of(brief).iter().map(move |part| Held { brief, part });
    earlier.flat_map(of_brief).any(|it| it.part.id() == now.part.id() && is_said_before(now, &it))
}
