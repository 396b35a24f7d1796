//! Which of some briefs have the last word on what several of them tell of one story.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::change::Thread;
use crate::model::party::Known;
use crate::model::{Attribution, Brief, CivilDate, Event, Fact, FuzzyDate, Id, Status};
use crate::view::standing;

/// The last day of everything that was told. A later day replaces what the same party said before; what others say stands beside it.
/// Whether unnamed people are those who spoke before nobody can say: what they say is replaced only by what is told just so, of as many,
/// described in the same words. What two briefs of one day say of one thing, both say last.
#[derive(Default)]
pub(super) struct LastWords<'d>(HashMap<Told<'d>, CivilDate, RandomState>);

/// One thing on the word of one speaker, or our own, or nobody's; of people without names as it is told.
type Told<'d> = (Item<'d>, Option<Known<'d>>, Option<Saying<'d>>);

/// How one thing is told.
type Saying<'d> = (Option<Status>, Option<&'d FuzzyDate>, &'d str);

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
                brief.key_facts.iter().for_each(|fact| words.tell(brief, of_fact(brief, fact)));
                brief.timeline.iter().for_each(|event| words.tell(brief, of_event(brief, event)));
            }
        }
        words
    }

    fn tell(&mut self, brief: &Brief, told: impl Iterator<Item = Told<'d>>) {
        let day = brief.date.value;
        for told in told {
            self.0.entry(told).and_modify(|last| *last = day.max(*last)).or_insert(day);
        }
    }

    /// Whether no later brief of the story has another word on this fact in its place.
    pub(super) fn has_fact(&self, brief: &Brief, fact: &Fact) -> bool {
        self.has(brief, of_fact(brief, fact))
    }

    /// Whether no later brief of the story has another word on this event in its place.
    pub(super) fn has_event(&self, brief: &Brief, event: &Event) -> bool {
        self.has(brief, of_event(brief, event))
    }

    fn has<'b>(&self, brief: &Brief, mut told: impl Iterator<Item = Told<'b>>) -> bool {
        told.all(|told| self.0.get(&told).is_none_or(|last| *last <= brief.date.value))
    }
}

fn of_fact<'b>(brief: &'b Brief, fact: &'b Fact) -> impl Iterator<Item = Told<'b>> {
    let when = fact.when.as_ref().map(|when| &when.value);
    let saying = (Some(fact.status.value), when, fact.text.value.as_str());
    let item = Item::Fact(Thread::of(brief), &fact.id.value);
    by_speaker(brief, item, saying, fact.attribution.as_ref())
}

fn of_event<'b>(brief: &'b Brief, event: &'b Event) -> impl Iterator<Item = Told<'b>> {
    let standing = standing(event, brief);
    let status = standing.as_ref().and_then(|standing| standing.status);
    let when = event.when.as_ref().map(|when| &when.value);
    let item = Item::Event(Thread::of(brief), &event.id);
    let saying = (status, when, event.text.value.as_str());
    by_speaker(brief, item, saying, standing.and_then(|standing| standing.attribution))
}

/// A thing by everything that its speaker is known by.
fn by_speaker<'b>(
    brief: &'b Brief,
    item: Item<'b>,
    saying: Saying<'b>,
    attribution: Option<&'b Attribution>,
) -> impl Iterator<Item = Told<'b>> {
    let speaker = attribution.map(|attribution| &*attribution.said_by.value);
    let named = speaker.filter(|speaker| !speaker.is_anonymous());
    let other = match speaker {
        None => Some((item, None, None)),
        Some(speaker) => {
            speaker.is_anonymous().then(|| (item, Some(Known::of(brief, speaker)), Some(saying)))
        }
    };
    let named = named.into_iter().flat_map(|speaker| Known::all(brief, speaker));
    named.map(move |known| (item, Some(known), None)).chain(other)
}
