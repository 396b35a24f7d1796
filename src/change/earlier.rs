//! What stories told before their latest day, and what each party said there last.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::edition::Thread;
use super::late::is_said_before;
use super::matching::{Held, Retold, in_place};
use super::sources::Graded;
use super::speakers::FEW;
use crate::desk::last_day::{Known, LastDay, LastDays};
use crate::desk::telling::late::LastSaid;
use crate::desk::telling::{Telling, Word};
use crate::few::Few;
use crate::model::{Brief, Event, Fact, Id, Judgement};

/// What each story told, of the days before its latest.
#[derive(Debug, Clone, Default)]
pub(super) struct Earlier<'d>(HashMap<Thread<'d>, Told<'d>, RandomState>);

/// The facts, events and judgements of a story, as they were told, and how its sources were graded.
#[derive(Debug, Clone)]
pub(super) struct Told<'d> {
    pub(super) facts: ToldParts<'d, Fact>,
    pub(super) events: ToldParts<'d, Event>,
    pub(super) judgements: ToldParts<'d, Judgement>,
    pub(super) sources: Graded<'d>,
}

/// Parts of one sort.
#[derive(Debug, Clone)]
pub(super) struct ToldParts<'d, T> {
    /// On the last day on which each was told.
    last: LastDays<&'d Id, Held<'d, T>>,
    /// What each party said last of a part that somebody else has told on a later day: of most parts nothing.
    own: HashMap<&'d Id, LastOfParty<'d, T>, RandomState>,
    /// What parties denied or disputed in briefs that readers were not shown.
    overheard: HashMap<&'d Id, LastOfParty<'d, T>, RandomState>,
}

/// The last word of each party on one part, by everything that the party is known by.
type LastOfParty<'d, T> = Few<Word<'d>, LastWord<'d, T>>;

/// The last word of a party on one part.
#[derive(Debug, Clone)]
struct LastWord<'d, T> {
    held: Held<'d, T>,
    /// When it said anything of it last: a word without a date may have been told since.
    said: LastSaid<'d>,
}

impl<'d> Earlier<'d> {
    /// Takes up a brief of a story.
    pub(super) fn add(&mut self, brief: &'d Brief) {
        let told = self.0.entry(Thread::of(brief)).or_insert_with(|| Told::with_room(brief));
        told.facts.add(brief);
        told.events.add(brief);
        told.judgements.add(brief);
        told.sources.add(brief);
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
        Self {
            facts: ToldParts::with_room(brief),
            events: ToldParts::with_room(brief),
            judgements: ToldParts::with_room(brief),
            sources: Graded::default(),
        }
    }
}

impl<'d, T: Retold> ToldParts<'d, T> {
    fn with_room(brief: &Brief) -> Self {
        let last = LastDays::with_room(T::of(brief).len());
        Self { last, own: HashMap::default(), overheard: HashMap::default() }
    }

    fn add(&mut self, brief: &'d Brief) {
        for part in T::of(brief) {
            let now = Held { brief, part };
            match self.last.tell(part.id(), brief.date.value, now) {
                Known::Before(before) => {
                    for word in before.iter().filter(|it| is_kept(it, &now)) {
                        follow(self.own.entry(part.id()).or_default(), word);
                    }
                }
                // Of what more than a few tell each is looked up.
                Known::OfDay(FEW) => {
                    for word in self.last.get(&part.id()).into_iter().flat_map(LastDay::iter) {
                        follow(self.own.entry(part.id()).or_default(), word);
                    }
                }
                Known::OfDay(_) | Known::Nothing => {}
            }
            if let Some(own) = self.own.get_mut(part.id()) {
                follow(own, now);
            }
        }
    }

    fn overhear(&mut self, brief: &'d Brief) {
        for part in T::of(brief) {
            let held = Held { brief, part };
            if held.telling().is_doubted() {
                follow(self.overheard.entry(part.id()).or_default(), held);
            }
        }
    }

    /// How a part was told last.
    pub(super) fn last(&self, id: &'d Id) -> Option<&LastDay<Held<'d, T>>> {
        self.last.get(&id)
    }

    /// Whether its party certainly said before it what had been told by then.
    pub(super) fn is_said_before_known(&self, now: &Held<'d, T>) -> bool {
        let (id, telling) = (now.part.id(), now.telling());
        let is_after = |last: &LastWord<'d, T>| last.said.is_after(telling.said_on());
        match self.own.get(id) {
            Some(own) => telling.words().any(|known| own.get(&known).is_some_and(is_after)),
            None => self.last(id).is_some_and(|last| last.iter().any(|it| is_said_before(now, &it))),
        }
    }

    /// The last word of the party that says this now, where it has turned round since: of what readers were shown, or else a denial that
    /// they were not.
    pub(super) fn turned_from(&self, now: &Held<'d, T>) -> Option<Held<'d, T>> {
        let (id, telling) = (now.part.id(), now.telling());
        let is_contrary = |it: &Held<'d, T>| {
            let before = it.telling();
            before.is_contrary_to(&telling) && !telling.is_said_before(&before)
        };
        let (own, overheard) = (self.own.get(id), self.overheard.get(id));
        let last = || self.last.get(&id).into_iter().flat_map(LastDay::iter);
        // As nearly always. What very many tell each has for their own.
        if own.is_none() && overheard.is_none() && !last().any(|it| is_contrary(&it)) {
            return None;
        }
        let shown = match own {
            Some(own) => last_of(own, &telling),
            None => last().filter(|it| it.telling().is_of_party(&telling)).min_by(in_place),
        };
        let is_since =
            |it: &Held<'d, T>| shown.is_none_or(|shown| shown.brief.date.value < it.brief.date.value);
        let overheard = || last_of(overheard?, &telling).filter(|it| is_since(it) && is_contrary(it));
        shown.filter(is_contrary).or_else(overheard)
    }
}

/// Whether a word is worth keeping besides one that is told after it: that of somebody else, and one with a date that another without
/// follows, as the next may have been said before it.
fn is_kept<T: Retold>(word: &Held<'_, T>, now: &Held<'_, T>) -> bool {
    let is_dated = |held: &Held<'_, T>| held.telling().said_on().is_some();
    !word.is_followed_by(now) || is_dated(word) && !is_dated(now)
}

/// Takes up a word as the last of its party, unless it was certainly said before one that is known. Of two of one day none is the later: then it
/// is the one that is attested less, whatever their files are called. Whether people without names spoke before nobody can say.
fn follow<'d, T: Retold>(last: &mut LastOfParty<'d, T>, word: Held<'d, T>) {
    let telling = word.telling();
    for known in telling.words().filter(|_| !telling.is_unnamed()) {
        let Some(last) = last.get_mut(&known) else {
            let mut said = LastSaid::default();
            said.take(telling.said_on());
            last.add(known, LastWord { held: word, said });
            continue;
        };
        let is_of_one_day = last.held.brief.date.value == word.brief.date.value;
        let stays =
            last.said.is_after(telling.said_on()) || is_of_one_day && in_place(&last.held, &word).is_le();
        if !stays {
            last.held = word;
        }
        last.said.take(telling.said_on());
    }
}

/// The last word of a party.
fn last_of<'d, T: Retold>(last: &LastOfParty<'d, T>, of: &Telling<'d>) -> Option<Held<'d, T>> {
    let last = of.words().filter_map(|known| last.get(&known));
    last.map(|it| it.held).max_by_key(|it| it.brief.date.value)
}
