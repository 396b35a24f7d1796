//! What was expected and has happened since, in each story.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::last_words::LastWords;
use crate::change::Thread;
use crate::desk::happened;
use crate::model::{Brief, Event, Id};

/// The events of some briefs that are told as having happened.
pub(super) struct Happened<'d>(HashMap<(Thread<'d>, &'d Id), happened::Happened, RandomState>);

impl<'d> Happened<'d> {
    /// What some briefs tell, as far as it is the `last` word of whoever says it.
    pub(super) fn of(briefs: impl IntoIterator<Item = &'d Brief>, last: &LastWords<'_>) -> Self {
        let mut happened: HashMap<_, happened::Happened, RandomState> = HashMap::default();
        for brief in briefs {
            let has_happened =
                |event: &&Event| !happened::is_to_come(brief, event) && last.has_event(brief, event);
            for event in brief.timeline.iter().filter(has_happened) {
                happened.entry((Thread::of(brief), &event.id)).or_default().take(brief, event);
            }
        }
        Self(happened)
    }

    /// Whether a brief announces an event that a later one tells as one that has happened.
    pub(super) fn since(&self, brief: &'d Brief, event: &'d Event) -> bool {
        self.0.get(&(Thread::of(brief), &event.id)).is_some_and(|happened| happened.since(brief, event))
    }
}
