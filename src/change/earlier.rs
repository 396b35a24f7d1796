//! What stories told before their latest day.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::edition::Thread;
use super::matching::Held;
use crate::desk::last_day::{LastDay, LastDays};
use crate::model::{Brief, Event, Fact, Id};

/// What each story told, of the days before its latest.
#[derive(Debug, Clone, Default)]
pub(super) struct Earlier<'d>(HashMap<Thread<'d>, Told<'d>, RandomState>);

/// The facts and events of a story on the last day on which each was told.
#[derive(Debug, Clone)]
pub(super) struct Told<'d> {
    facts: LastDays<&'d Id, Held<'d, Fact>>,
    events: LastDays<&'d Id, Held<'d, Event>>,
}

impl<'d> Earlier<'d> {
    /// Takes up a brief of a story.
    pub(super) fn add(&mut self, brief: &'d Brief) {
        let (told, day) =
            (self.0.entry(Thread::of(brief)).or_insert_with(|| Told::with_room(brief)), brief.date.value);
        for part in &brief.key_facts {
            told.facts.tell(&part.id.value, day, Held { brief, part });
        }
        for part in &brief.timeline {
            told.events.tell(&part.id, day, Held { brief, part });
        }
    }

    /// Lets go of what a story told.
    pub(super) fn forget(&mut self, story: &Thread<'d>) {
        self.0.remove(story);
    }

    /// What a story told, if it has told anything before its latest day.
    pub(super) fn of(&self, story: &Thread<'d>) -> Option<&Told<'d>> {
        self.0.get(story)
    }
}

impl<'d> Told<'d> {
    /// Nothing yet, with room for what a brief tells.
    fn with_room(brief: &Brief) -> Self {
        Self {
            facts: LastDays::with_room(brief.key_facts.len()),
            events: LastDays::with_room(brief.timeline.len()),
        }
    }

    /// How a fact was told last.
    pub(super) fn fact(&self, id: &'d Id) -> Option<&LastDay<Held<'d, Fact>>> {
        self.facts.get(&id)
    }

    /// How an event was told last.
    pub(super) fn event(&self, id: &'d Id) -> Option<&LastDay<Held<'d, Event>>> {
        self.events.get(&id)
    }
}
