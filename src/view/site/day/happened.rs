//! What was expected and has happened since.

use super::last_words::LastWords;
use crate::change::Thread;
use crate::desk::last_day::LastDays;
use crate::desk::telling::Telling;
use crate::model::{Brief, Event, FuzzyDate, Id};

/// The last day on which each event of a story was told as one that has happened, in a last word that does not doubt it.
pub(super) struct Happened<'d>(LastDays<(Thread<'d>, &'d Id), ()>);

impl<'d> Happened<'d> {
    /// What some briefs tell, as far as it is the `last` word of whoever says it.
    pub(super) fn of(briefs: impl IntoIterator<Item = &'d Brief>, last: &LastWords<'_>) -> Self {
        let mut happened = LastDays::default();
        for brief in briefs {
            let is_doubted = |event: &Event| Telling::of_event(brief, event).is_doubted();
            let has_happened = |event: &&Event| {
                !is_to_come(brief, event) && !is_doubted(event) && last.has_event(brief, event)
            };
            for event in brief.timeline.iter().filter(has_happened) {
                happened.tell((Thread::of(brief), &event.id), brief.date.value, ());
            }
        }
        Self(happened)
    }

    /// Whether a brief announces an event that a later one tells as one that has happened.
    pub(super) fn since(&self, brief: &'d Brief, event: &'d Event) -> bool {
        let is_later =
            || self.0.get(&(Thread::of(brief), &event.id)).is_some_and(|last| last.day > brief.date.value);
        is_to_come(brief, event) && is_later()
    }
}

fn is_to_come(brief: &Brief, event: &Event) -> bool {
    event.is_expected(&FuzzyDate::from(brief.date.value))
}
