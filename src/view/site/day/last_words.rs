//! Which of some briefs have the last word on what several of them tell of one story.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::change::Thread;
use crate::model::{Brief, CivilDate, Event, Fact, Id};

/// The last day on which each fact and each event of a story was told. What two briefs of one day say of it, both say last.
pub(super) struct LastWords<'d> {
    facts: HashMap<(Thread<'d>, &'d Id), CivilDate, RandomState>,
    events: HashMap<(Thread<'d>, &'d Id), CivilDate, RandomState>,
}

impl<'d> LastWords<'d> {
    /// The last words of some briefs. Those of one day have them all.
    pub(super) fn of(briefs: &[&'d Brief]) -> Self {
        let mut words = Self { facts: HashMap::default(), events: HashMap::default() };
        let first = briefs.first().map(|brief| brief.date.value);
        if briefs.iter().any(|brief| Some(brief.date.value) != first) {
            for brief in briefs {
                words.take(brief);
            }
        }
        words
    }

    fn take(&mut self, brief: &'d Brief) {
        let (thread, date) = (Thread::of(brief), brief.date.value);
        for fact in &brief.key_facts {
            self.facts
                .entry((thread, &fact.id.value))
                .and_modify(|last| *last = date.max(*last))
                .or_insert(date);
        }
        for event in &brief.timeline {
            self.events.entry((thread, &event.id)).and_modify(|last| *last = date.max(*last)).or_insert(date);
        }
    }

    /// Whether no later brief of the story has this fact.
    pub(super) fn has_fact(&self, brief: &Brief, fact: &Fact) -> bool {
        self.facts.get(&(Thread::of(brief), &fact.id.value)).is_none_or(|last| *last == brief.date.value)
    }

    /// Whether no later brief of the story has this event.
    pub(super) fn has_event(&self, brief: &Brief, event: &Event) -> bool {
        self.events.get(&(Thread::of(brief), &event.id)).is_none_or(|last| *last == brief.date.value)
    }
}
