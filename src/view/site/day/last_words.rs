//! Which of some briefs have the last word on what several of them tell of one story.

use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::RandomState;

use crate::change::Thread;
use crate::model::{Attribution, Brief, CivilDate, Event, Fact, FuzzyDate, Id, Status};
use crate::view::standing;

/// The last day of everything that was told. A later day replaces what the same speaker said before, and what was told just so; what
/// others say stands beside it. What two briefs of one day say of one thing, both say last.
pub(super) struct LastWords<'d> {
    voices: LastDays<Voice<'d>>,
    sayings: LastDays<Saying<'d>>,
}

/// One thing on the word of one speaker: a source by its id and name, or ourselves, or nobody.
type Voice<'d> = (Item<'d>, Option<(&'d Id, &'d str)>);

/// One thing as it is told.
type Saying<'d> = (Item<'d>, Option<Status>, Option<&'d FuzzyDate>, &'d str);

/// A fact or an event of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Item<'d> {
    Fact(Thread<'d>, &'d Id),
    Event(Thread<'d>, &'d Id),
}

struct LastDays<K>(HashMap<K, CivilDate, RandomState>);

impl<K> Default for LastDays<K> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<K: Hash + Eq> LastDays<K> {
    fn tell(&mut self, told: K, day: CivilDate) {
        self.0.entry(told).and_modify(|last| *last = day.max(*last)).or_insert(day);
    }

    /// Whether it was told on no later day.
    fn is_last(&self, told: &K, day: CivilDate) -> bool {
        self.0.get(told).is_none_or(|last| *last <= day)
    }
}

impl<'d> LastWords<'d> {
    /// The last words of some briefs. Those of one day have them all.
    pub(super) fn of(briefs: &[&'d Brief]) -> Self {
        let mut words = Self { voices: LastDays::default(), sayings: LastDays::default() };
        let first = briefs.first().map(|brief| brief.date.value);
        if briefs.iter().any(|brief| Some(brief.date.value) != first) {
            for brief in briefs {
                let facts = brief.key_facts.iter().map(|fact| of_fact(brief, fact));
                let events = brief.timeline.iter().map(|event| of_event(brief, event));
                for (voice, saying) in facts.chain(events) {
                    words.voices.tell(voice, brief.date.value);
                    words.sayings.tell(saying, brief.date.value);
                }
            }
        }
        words
    }

    /// Whether no later brief of the story has another word on this fact in its place.
    pub(super) fn has_fact(&self, brief: &Brief, fact: &Fact) -> bool {
        self.has(&of_fact(brief, fact), brief.date.value)
    }

    /// Whether no later brief of the story has another word on this event in its place.
    pub(super) fn has_event(&self, brief: &Brief, event: &Event) -> bool {
        self.has(&of_event(brief, event), brief.date.value)
    }

    fn has(&self, (voice, saying): &(Voice<'_>, Saying<'_>), day: CivilDate) -> bool {
        self.voices.is_last(voice, day) && self.sayings.is_last(saying, day)
    }
}

fn of_fact<'b>(brief: &'b Brief, fact: &'b Fact) -> (Voice<'b>, Saying<'b>) {
    let item = Item::Fact(Thread::of(brief), &fact.id.value);
    let when = fact.when.as_ref().map(|when| &when.value);
    let saying = (item, Some(fact.status.value), when, fact.text.value.as_str());
    ((item, speaker(fact.attribution.as_ref())), saying)
}

fn of_event<'b>(brief: &'b Brief, event: &'b Event) -> (Voice<'b>, Saying<'b>) {
    let item = Item::Event(Thread::of(brief), &event.id);
    let when = event.when.as_ref().map(|when| &when.value);
    let standing = standing(event, brief);
    let status = standing.as_ref().and_then(|standing| standing.status);
    let voice = speaker(standing.and_then(|standing| standing.attribution));
    ((item, voice), (item, status, when, event.text.value.as_str()))
}

/// Who says it; ourselves, or nobody, where there is no attribution.
pub(super) fn speaker(attribution: Option<&Attribution>) -> Option<(&Id, &str)> {
    let source = &attribution?.said_by;
    Some((&source.id.value, source.name.value.as_str()))
}
