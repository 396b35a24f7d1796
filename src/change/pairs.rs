//! Which of several tellings of an item is which of several others.
//!
//! Of two briefs of one day none is the later, and what their files are called says nothing: whose word a telling is decides, then which
//! of the old ones is attested least, as what is told anew is held against that, and then how near the two are to each other.

use std::ops::Range;

use super::matching::{Before, Held, Retold, in_place};
use super::speakers::Speakers;
use super::voices::Voice;
use super::words::Worded;
use crate::model::Attribution;

/// Pairs the tellings of one item. What is still told as it was is nothing else than that; what is told no more has become what is told
/// anew. Where all is told on, whoever says it otherwise has another word on it, too. Of `before` there stays what is none of them and
/// what its speaker says no more: nothing is gone that they say in other words, as two briefs of one day may.
pub(super) fn pair<'d, T: Retold>(
    before: &mut [Option<Held<'d, T>>],
    now: &[Held<'d, T>],
    pairs: &mut Vec<(Before<'d, T>, Held<'d, T>)>,
) {
    if let ([before], [now]) = (&mut *before, now) {
        pairs.push((before.take().map_or(Before::Nothing, Before::Was), *now));
        return;
    }
    let old = Side::of(before.iter().flatten().copied());
    let mut pairing = Pairing { old, new: Side::of(now.iter().copied()) };
    pairing.take(pairing.of_one_speaker());
    pairing.take(pairing.of_others());
    pairs.extend(pairing.told());
    for old in pairing.old.items.iter().filter(|it| pairing.is_told_on(it)) {
        if let Some(it) = before.get_mut(old.order) {
            *it = None;
        }
    }
}

/// A telling among those of its edition.
struct Telling<'d, T> {
    held: Held<'d, T>,
    /// Its place among these as they came.
    order: usize,
    words: Worded<'d>,
    partner: Option<Partner>,
}

/// What a telling was, or has become.
#[derive(Debug, Clone, Copy)]
struct Partner {
    /// Its place on the other side.
    place: usize,
    /// Whether it tells just the same.
    is_same: bool,
}

/// The tellings of an item in one edition, those first that are attested least.
struct Side<'d, T> {
    items: Vec<Telling<'d, T>>,
    speakers: Speakers<'d>,
}

impl<'d, T: Retold> Side<'d, T> {
    fn of(tellings: impl Iterator<Item = Held<'d, T>>) -> Self {
        let telling = |(order, held): (usize, Held<'d, T>)| {
            let words = Worded::new(held.telling().text);
            Telling { held, order, words, partner: None }
        };
        let mut items: Vec<_> = tellings.enumerate().map(telling).collect();
        items.sort_by(|one, other| in_place(&one.held, &other.held));
        let speakers = Speakers::of(items.iter().map(|it| it.held.telling()));
        Self { items, speakers }
    }

    /// The places of what the speaker of a telling tells here.
    fn of_speaker(&self, held: Held<'d, T>) -> impl Iterator<Item = usize> {
        let may_be = self.speakers.may_tell(&held.telling()).into_iter();
        may_be
            .filter(move |place| self.items.get(*place).is_some_and(|it| T::of_one_speaker(&it.held, &held)))
    }

    /// The same; nothing of people without names.
    fn of_named(&self, held: Held<'d, T>) -> impl Iterator<Item = usize> {
        self.of_speaker(held).filter(move |_| !held.telling().is_unnamed())
    }

    /// The places of what is attested much like a telling: where there are very many, not all are held against it.
    fn around(&self, held: &Held<'d, T>) -> Range<usize> {
        let place = self.items.partition_point(|it| in_place(&it.held, held).is_lt());
        place.saturating_sub(AROUND)..self.items.len().min(place + AROUND)
    }

    /// Whether it is told just so in the other edition.
    fn is_same(&self, place: usize) -> bool {
        self.items.get(place).and_then(|it| it.partner).is_some_and(|partner| partner.is_same)
    }
}

/// How many tellings on either side of the place of one are held against it.
const AROUND: usize = 32;

/// The tellings of the old edition and of the new.
struct Pairing<'d, T> {
    old: Side<'d, T>,
    new: Side<'d, T>,
}

/// What two tellings have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kin {
    /// All that readers are told.
    Same,
    /// Their speaker.
    Speaker,
    /// Their item alone.
    Item,
}

impl Kin {
    fn of<T: Retold>(before: &Held<'_, T>, now: &Held<'_, T>) -> Self {
        if T::alike(before, now) {
            Self::Same
        } else if T::of_one_speaker(before, now) {
            Self::Speaker
        } else {
            Self::Item
        }
    }
}

/// An old telling and a new one, by their places, in the order in which they are taken for one: the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    kin: Kin,
    /// Of the old one; the lower, the less it is attested.
    attested: u8,
    is_contrary: bool,
    is_of_another_time: bool,
    /// How many in a hundred words are not in both.
    other_words: usize,
    is_carried_otherwise: bool,
    old: usize,
    new: usize,
}

impl<'d, T: Retold> Pairing<'d, T> {
    fn pair(&self, old: usize, new: usize) -> Option<Pair> {
        let (before, now) = (self.old.items.get(old)?, self.new.items.get(new)?);
        let (then, at) = (before.held.telling(), now.held.telling());
        Some(Pair {
            kin: Kin::of(&before.held, &now.held),
            attested: T::place(&before.held).0,
            is_contrary: then.is_contrary_to(&at),
            is_of_another_time: then.when != at.when,
            other_words: 100 - before.words.likeness(&now.words),
            is_carried_otherwise: are_carried_otherwise(then.attribution, at.attribution),
            old,
            new,
        })
    }

    /// What one speaker tells in both editions.
    fn of_one_speaker(&self) -> Vec<Pair> {
        let of_new = |(new, it): (usize, &Telling<'d, T>)| {
            self.old.of_speaker(it.held).filter_map(move |old| self.pair(old, new))
        };
        self.new.items.iter().enumerate().flat_map(of_new).collect()
    }

    /// What is told no more, and what others tell.
    fn of_others(&self) -> Vec<Pair> {
        if self.old.items.iter().all(|it| it.partner.is_some()) {
            return Vec::new();
        }
        let is_left = |old: &usize| self.old.items.get(*old).is_some_and(|it| it.partner.is_none());
        let fresh = self.new.items.iter().enumerate().filter(|(_, it)| it.partner.is_none());
        let of_new = |(new, it): (usize, &Telling<'d, T>)| {
            self.old.around(&it.held).filter(is_left).filter_map(move |old| self.pair(old, new))
        };
        fresh.flat_map(of_new).collect()
    }

    /// Takes tellings for one, each once.
    fn take(&mut self, mut pairs: Vec<Pair>) {
        pairs.sort_unstable();
        for Pair { old, new, kin, .. } in pairs {
            if let (Some(before), Some(now)) = (self.old.items.get_mut(old), self.new.items.get_mut(new))
                && before.partner.is_none()
                && now.partner.is_none()
            {
                before.partner = Some(Partner { place: new, is_same: kin == Kin::Same });
                now.partner = Some(Partner { place: old, is_same: kin == Kin::Same });
            }
        }
    }

    /// The new tellings, each with what it was: those that are told as they were, then the others, in the order in which they came.
    fn told(&self) -> impl Iterator<Item = (Before<'d, T>, Held<'d, T>)> {
        let mut places: Vec<_> = (0..self.new.items.len()).collect();
        let order = |place: &usize| self.new.items.get(*place).map(|it| it.order);
        places.sort_unstable_by_key(|place| (!self.new.is_same(*place), order(place)));
        let fresh = places.iter().filter(|place| !self.new.is_same(**place)).count();
        // Among several it is not told whose origin the one more has.
        let beside = match self.old.items.as_slice() {
            [only] if fresh == 1 => Before::Beside(only.held),
            _ => Before::Nothing,
        };
        places.into_iter().filter_map(move |new| {
            let was = self.was(new).and_then(|old| self.old.items.get(old));
            Some((was.map_or(beside, |it| Before::Was(it.held)), self.new.items.get(new)?.held))
        })
    }

    /// What a new telling was. One more than there were is held against what is told no more, too, or else against what its speaker tells on;
    /// of people without names nobody knows whether they do.
    fn was(&self, new: usize) -> Option<usize> {
        let it = self.new.items.get(new)?;
        let nearest = |pairs: &mut dyn Iterator<Item = usize>| {
            pairs.filter_map(|old| self.pair(old, new)).min().map(|pair| pair.old)
        };
        it.partner
            .map(|partner| partner.place)
            .or_else(|| nearest(&mut self.old.around(&it.held).filter(|old| !self.old.is_same(*old))))
            .or_else(|| nearest(&mut self.old.of_named(it.held)))
    }

    /// Whether an old telling has become another, or its speaker tells it in other words.
    fn is_told_on(&self, old: &Telling<'d, T>) -> bool {
        old.partner.is_some() || self.new.of_named(old.held).next().is_some()
    }
}

/// Whether readers are told of other speakers or carriers.
fn are_carried_otherwise(one: Option<&Attribution>, other: Option<&Attribution>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Voice::Spoken(one).differs(Voice::Spoken(other)),
        (one, other) => one.is_some() != other.is_some(),
    }
}
