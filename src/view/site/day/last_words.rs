//! Which of some briefs have the last word on what several of them tell of one story.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::change::Thread;
use crate::desk::telling::{Telling, Word};
use crate::model::{Brief, CivilDate, Event, Fact, Id, Status};

/// The last day of everything that was told, which [replaces](crate::desk::telling) what was told before. What two briefs of one day say
/// of one thing, both say last.
#[derive(Default)]
pub(super) struct LastWords<'d> {
    all: LastDays<'d>,
    /// Of what says that it is not so, or that others say that.
    contrary: LastDays<'d>,
}

type LastDays<'d> = HashMap<Told<'d>, CivilDate, RandomState>;

/// One thing on the word of one speaker.
type Told<'d> = (Item<'d>, Word<'d>);

/// A fact or an event of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Item<'d> {
    Fact(Thread<'d>, &'d Id),
    Event(Thread<'d>, &'d Id),
}

impl<'d> LastWords<'d> {
    /// The last words of some briefs. Those of one day have them all.
    pub(super) fn of(briefs: &[&'d Brief]) -> Self {
        let mut words = Self::default();
        let first = briefs.first().map(|brief| brief.date.value);
        if briefs.iter().any(|brief| Some(brief.date.value) != first) {
            for brief in briefs {
                brief.key_facts.iter().for_each(|fact| words.take(of_fact(brief, fact)));
                brief.timeline.iter().for_each(|event| words.take(of_event(brief, event)));
            }
        }
        words
    }

    fn take(&mut self, (item, telling): (Item<'d>, Telling<'d>)) {
        let day = telling.day();
        let tell = |days: &mut LastDays<'d>| {
            for word in telling.words() {
                days.entry((item, word)).and_modify(|last| *last = day.max(*last)).or_insert(day);
            }
        };
        tell(&mut self.all);
        if telling.is_doubted() {
            tell(&mut self.contrary);
        }
    }

    /// Whether no later brief of the story has another word on this fact in its place.
    pub(super) fn has_fact(&self, brief: &Brief, fact: &Fact) -> bool {
        self.has(of_fact(brief, fact))
    }

    /// Whether no later brief of the story has another word on this event in its place.
    pub(super) fn has_event(&self, brief: &Brief, event: &Event) -> bool {
        self.has(of_event(brief, event))
    }

    fn has(&self, (item, telling): (Item<'_>, Telling<'_>)) -> bool {
        let days = if telling.status == Some(Status::Disputed) { &self.contrary } else { &self.all };
        telling.words().all(|word| days.get(&(item, word)).is_none_or(|last| *last <= telling.day()))
    }
}

fn of_fact<'b>(brief: &'b Brief, fact: &'b Fact) -> (Item<'b>, Telling<'b>) {
    (Item::Fact(Thread::of(brief), &fact.id.value), Telling::of_fact(brief, fact))
}

fn of_event<'b>(brief: &'b Brief, event: &'b Event) -> (Item<'b>, Telling<'b>) {
    (Item::Event(Thread::of(brief), &event.id), Telling::of_event(brief, event))
}
