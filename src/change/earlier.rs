//! What stories told before their latest day, and what is denied there still.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::edition::Thread;
use super::matching::{Held, Telling};
use crate::desk::last_day::{LastDay, LastDays};
use crate::model::{Brief, Event, Fact, Id};

/// What each story told, of the days before its latest.
#[derive(Debug, Clone, Default)]
pub(super) struct Earlier<'d>(HashMap<Thread<'d>, Told<'d>, RandomState>);

/// The facts and events of a story, as they were told.
#[derive(Debug, Clone)]
pub(super) struct Told<'d> {
    pub(super) facts: ToldParts<'d, Fact>,
    pub(super) events: ToldParts<'d, Event>,
}

/// Parts of one sort.
#[derive(Debug, Clone)]
pub(super) struct ToldParts<'d, T> {
    /// On the last day on which each was told.
    last: LastDays<&'d Id, Held<'d, T>>,
    /// What parties with names denied or disputed, and have not told otherwise since.
    denied: HashMap<&'d Id, Vec<Held<'d, T>>, RandomState>,
}

impl<'d> Earlier<'d> {
    /// Takes up a brief of a story.
    pub(super) fn add(&mut self, brief: &'d Brief) {
        let told = self.0.entry(Thread::of(brief)).or_insert_with(|| Told::with_room(brief));
        told.facts.add(brief);
        told.events.add(brief);
    }

    /// Takes up what a brief denies, and nothing else of it.
    pub(super) fn overhear(&mut self, brief: &'d Brief) {
        let told = self.0.entry(Thread::of(brief)).or_insert_with(|| Told::with_room(brief));
        told.facts.overhear(brief);
        told.events.overhear(brief);
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

impl Told<'_> {
    /// Nothing yet, with room for what a brief tells.
    fn with_room(brief: &Brief) -> Self {
        Self { facts: ToldParts::with_room(brief), events: ToldParts::with_room(brief) }
    }
}

impl<'d, T: Telling> ToldParts<'d, T> {
    fn with_room(brief: &Brief) -> Self {
        Self { last: LastDays::with_room(T::of(brief).len()), denied: HashMap::default() }
    }

    fn add(&mut self, brief: &'d Brief) {
        for part in T::of(brief) {
            self.last.tell(part.id(), brief.date.value, Held { brief, part });
        }
        for part in T::of(brief) {
            if let Some(denied) = self.denied.get_mut(part.id()) {
                denied.retain(|it| !it.is_replaced_by(&Held { brief, part }));
            }
        }
        self.overhear(brief);
    }

    fn overhear(&mut self, brief: &'d Brief) {
        for part in T::of(brief) {
            let held = Held { brief, part };
            if T::is_contrary(&held) && !T::is_unnamed(&held) {
                self.denied.entry(part.id()).or_default().push(held);
            }
        }
    }

    /// How a part was told last.
    pub(super) fn last(&self, id: &'d Id) -> Option<&LastDay<Held<'d, T>>> {
        self.last.get(&id)
    }

    /// What the speaker of this denied or disputed, and now says.
    pub(super) fn taken_back_by(&self, now: &Held<'d, T>) -> Option<Held<'d, T>> {
        self.denied.get(now.part.id())?.iter().rev().find(|denied| denied.is_taken_back_by(now)).copied()
    }
}
