//! Which of some briefs have the last word on what several of them tell of one story.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use crate::change::Thread;
use crate::desk::telling::Telling;
use crate::desk::telling::last::replaced;
use crate::model::{Brief, Event, Fact, Id};

/// What some briefs tell that a later one of them has [replaced](crate::desk::telling). What two briefs of one day say of one thing, both
/// say last.
#[derive(Default)]
pub(super) struct LastWords<'d> {
    replaced: HashSet<Told<'d>, RandomState>,
}

/// One thing as one brief tells it.
type Told<'d> = (Item<'d>, &'d Id);

/// A fact or an event of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Item<'d> {
    Fact(Thread<'d>, &'d Id),
    Event(Thread<'d>, &'d Id),
}

impl<'d> LastWords<'d> {
    /// The last words of some briefs. Those of one day have them all.
    pub(super) fn of(briefs: &[&'d Brief]) -> Self {
        let first = briefs.first().map(|brief| brief.date.value);
        if briefs.iter().all(|brief| Some(brief.date.value) == first) {
            return Self::default();
        }
        let mut told: HashMap<_, Vec<_>, RandomState> = HashMap::default();
        for brief in briefs {
            for fact in &brief.key_facts {
                told.entry(of_fact(brief, fact)).or_default().push(Telling::of_fact(brief, fact));
            }
            for event in &brief.timeline {
                told.entry(of_event(brief, event)).or_default().push(Telling::of_event(brief, event));
            }
        }
        let of_item =
            |(item, words)| replaced(words, |it| it).into_iter().map(move |it| (item, &it.brief.id));
        Self { replaced: told.into_iter().flat_map(of_item).collect() }
    }

    /// Whether no later brief of the story has another word on this fact in its place.
    pub(super) fn has_fact(&self, brief: &Brief, fact: &Fact) -> bool {
        !self.replaced.contains(&(of_fact(brief, fact), &brief.id))
    }

    /// Whether no later brief of the story has another word on this event in its place.
    pub(super) fn has_event(&self, brief: &Brief, event: &Event) -> bool {
        !self.replaced.contains(&(of_event(brief, event), &brief.id))
    }
}

fn of_fact<'b>(brief: &'b Brief, fact: &'b Fact) -> Item<'b> {
    Item::Fact(Thread::of(brief), &fact.id.value)
}

fn of_event<'b>(brief: &'b Brief, event: &'b Event) -> Item<'b> {
    Item::Event(Thread::of(brief), &event.id)
}
