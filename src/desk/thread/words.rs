//! The briefs that have a word on what answers a question.

use crate::desk::overtaken::Told;
use crate::model::{Brief, CivilDate};

/// Briefs that have a word on a fact which answers a question, from the earliest to the latest.
#[derive(Debug, Default, Clone)]
pub(super) struct Words<'d>(Vec<Heard<'d>>);

/// A brief, and what it and those before it may hold against a fact that is told later.
#[derive(Debug, Clone, Copy)]
struct Heard<'d> {
    brief: &'d Brief,
    /// Whether one of them denies or disputes anything.
    doubts: bool,
    /// The last day on which anything in them was said.
    said: Option<CivilDate>,
}

impl<'d> Words<'d> {
    /// Takes up a brief, which is not earlier than those before.
    pub(super) fn push(&mut self, brief: &'d Brief) {
        let before = self.0.last().copied();
        if before.is_some_and(|last| std::ptr::eq(last.brief, brief)) {
            return;
        }
        let days = brief.key_facts.iter().filter_map(|fact| {
            let on = fact.attribution.as_ref()?.on.as_ref()?;
            on.value.latest().day()
        });
        self.0.push(Heard {
            brief,
            doubts: before.is_some_and(|it| it.doubts)
                || brief.key_facts.iter().any(|fact| fact.status.value.is_doubted()),
            said: days.max().max(before.and_then(|it| it.said)),
        });
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'d Brief> + '_ {
        self.0.iter().map(|it| it.brief)
    }

    /// Those up to a day.
    pub(super) fn until(&self, day: CivilDate) -> Self {
        let known = self.0.partition_point(|it| it.brief.date.value <= day);
        Self(self.0.get(..known).unwrap_or_default().to_vec())
    }

    /// What they say of a fact of a brief, as far as it can stand beside that: as nearly always, nothing that was told before can.
    pub(super) fn on(&self, (brief, fact): Told<'d>) -> Vec<Told<'d>> {
        let since = self.0.partition_point(|it| it.brief.date.value < brief.date.value);
        let before = since.checked_sub(1).and_then(|last| self.0.get(last));
        let on = fact.attribution.as_ref().and_then(|it| it.on.as_ref()?.value.earliest().day());
        let may_stand = before.is_some_and(|it| it.doubts || on.is_some_and(|on| it.said > Some(on)));
        let words = self.0.get(if may_stand { 0 } else { since }..).unwrap_or_default();
        words.iter().filter_map(|it| self::on(it.brief, (brief, fact))).collect()
    }
}

/// What another brief of its story says of a fact, or its own.
pub(super) fn on<'d>(other: &'d Brief, (brief, fact): Told<'_>) -> Option<Told<'d>> {
    let story = &brief.story.as_ref()?.value;
    let is_of_story = other.story.as_ref().is_some_and(|it| it.value == *story);
    Some((other, other.fact(&fact.id.value).filter(|_| is_of_story)?))
}
