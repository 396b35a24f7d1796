//! Which of some briefs have the last word on what several of them tell of one story.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::change::Thread;
use crate::model::party::Known;
use crate::model::{Brief, CivilDate, Event, Fact, FuzzyDate, Id, Source, Status};
use crate::view::standing;

/// The last day of everything that was told. A later day replaces what the same party said before; what others say stands beside it.
/// Whether unnamed people are those who spoke before nobody can say: what they say is replaced only by what is told just so, of as many,
/// described in the same words. Whoever says again what is disputed has not settled it: that is replaced only by what is contrary too.
/// What two briefs of one day say of one thing, both say last.
#[derive(Default)]
pub(super) struct LastWords<'d> {
    all: LastDays<'d>,
    /// Of what says that it is not so, or that others say that.
    contrary: LastDays<'d>,
}

type LastDays<'d> = HashMap<Told<'d>, CivilDate, RandomState>;

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
                brief.key_facts.iter().for_each(|fact| words.take(&Telling::of_fact(brief, fact)));
                brief.timeline.iter().for_each(|event| words.take(&Telling::of_event(brief, event)));
            }
        }
        words
    }

    fn take(&mut self, telling: &Telling<'d>) {
        let day = telling.brief.date.value;
        let tell = |days: &mut LastDays<'d>| {
            for told in telling.told() {
                days.entry(told).and_modify(|last| *last = day.max(*last)).or_insert(day);
            }
        };
        tell(&mut self.all);
        if telling.saying.0.is_some_and(Status::is_doubted) {
            tell(&mut self.contrary);
        }
    }

    /// Whether no later brief of the story has another word on this fact in its place.
    pub(super) fn has_fact(&self, brief: &Brief, fact: &Fact) -> bool {
        self.has(&Telling::of_fact(brief, fact))
    }

    /// Whether no later brief of the story has another word on this event in its place.
    pub(super) fn has_event(&self, brief: &Brief, event: &Event) -> bool {
        self.has(&Telling::of_event(brief, event))
    }

    fn has(&self, telling: &Telling<'_>) -> bool {
        let is_disputed = telling.saying.0 == Some(Status::Disputed);
        let days = if is_disputed { &self.contrary } else { &self.all };
        telling.told().all(|told| days.get(&told).is_none_or(|last| *last <= telling.brief.date.value))
    }
}

/// A fact or an event as one brief tells it.
struct Telling<'b> {
    brief: &'b Brief,
    item: Item<'b>,
    saying: Saying<'b>,
    speaker: Option<&'b Source>,
}

impl<'b> Telling<'b> {
    fn of_fact(brief: &'b Brief, fact: &'b Fact) -> Self {
        let when = fact.when.as_ref().map(|when| &when.value);
        Self {
            brief,
            item: Item::Fact(Thread::of(brief), &fact.id.value),
            saying: (Some(fact.status.value), when, fact.text.value.as_str()),
            speaker: fact.attribution.as_ref().map(|it| &*it.said_by.value),
        }
    }

    fn of_event(brief: &'b Brief, event: &'b Event) -> Self {
        let standing = standing(event, brief);
        let status = standing.as_ref().and_then(|standing| standing.status);
        let when = event.when.as_ref().map(|when| &when.value);
        Self {
            brief,
            item: Item::Event(Thread::of(brief), &event.id),
            saying: (status, when, event.text.value.as_str()),
            speaker: standing.and_then(|standing| standing.attribution).map(|it| &*it.said_by.value),
        }
    }

    /// The thing by everything that its speaker is known by.
    fn told(&self) -> impl Iterator<Item = Told<'b>> {
        let Self { brief, item, saying, speaker } = *self;
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
}
