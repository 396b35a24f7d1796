//! What a story told before its latest day.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::edition::Thread;
use super::matching::Held;
use crate::desk::last_day::{LastDay, LastDays};
use crate::model::{Brief, Event, Fact, Id};

/// What each story told on the days before its latest.
#[derive(Debug, Clone, Default)]
pub(super) struct Earlier<'d>(HashMap<Thread<'d>, Told<'d>, RandomState>);

/// The facts and events of a story on the last day on which each was told.
#[derive(Debug, Clone, Default)]
struct Told<'d> {
    facts: LastDays<&'d Id, Held<'d, Fact>>,
    events: LastDays<&'d Id, Held<'d, Event>>,
}

impl<'d> Earlier<'d> {
    /// Takes up a brief of a story.
    pub(super) fn add(&mut self, brief: &'d Brief) {
        let (told, day) = (self.0.entry(Thread::of(brief)).or_default(), brief.date.value);
        for part in &brief.key_facts {
            told.facts.tell(&part.id.value, day, Held { brief, part });
        }
        for part in &brief.timeline {
            told.events.tell(&part.id, day, Held { brief, part });
        }
    }

    /// Lets go of a story.
    pub(super) fn forget(&mut self, thread: Thread<'d>) {
        self.0.remove(&thread);
    }

    /// How a fact was told last.
    pub(super) fn fact(&self, thread: Thread<'d>, id: &'d Id) -> Option<&LastDay<Held<'d, Fact>>> {
        self.0.get(&thread)?.facts.get(&id)
    }

    /// How an event was told last.
    pub(super) fn event(&self, thread: Thread<'d>, id: &'d Id) -> Option<&LastDay<Held<'d, Event>>> {
        self.0.get(&thread)?.events.get(&id)
    }
}
