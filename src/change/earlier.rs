//! What a story told before its latest day.

use super::edition::Thread;
use super::matching::Held;
use crate::desk::last_day::{LastDay, LastDays};
use crate::model::{Brief, Event, Fact, Id};

/// The facts and events of stories on the last day on which each was told, of the days before the latest.
#[derive(Debug, Clone, Default)]
pub(super) struct Earlier<'d> {
    facts: LastDays<(Thread<'d>, &'d Id), Held<'d, Fact>>,
    events: LastDays<(Thread<'d>, &'d Id), Held<'d, Event>>,
}

impl<'d> Earlier<'d> {
    /// Takes up a brief of a story.
    pub(super) fn add(&mut self, brief: &'d Brief) {
        let (thread, day) = (Thread::of(brief), brief.date.value);
        for part in &brief.key_facts {
            self.facts.tell((thread, &part.id.value), day, Held { brief, part });
        }
        for part in &brief.timeline {
            self.events.tell((thread, &part.id), day, Held { brief, part });
        }
    }

    /// How a fact was told last.
    pub(super) fn fact(&self, thread: Thread<'d>, id: &'d Id) -> Option<&LastDay<Held<'d, Fact>>> {
        self.facts.get(&(thread, id))
    }

    /// How an event was told last.
    pub(super) fn event(&self, thread: Thread<'d>, id: &'d Id) -> Option<&LastDay<Held<'d, Event>>> {
        self.events.get(&(thread, id))
    }
}
