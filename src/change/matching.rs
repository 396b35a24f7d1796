//! Which item of the old edition is which of the new one.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::pairs::pair;
use crate::desk::last_day::LastDay;
use crate::desk::telling::Telling;
use crate::model::{Attribution, Brief, FuzzyDate, Id};

/// A part of a brief, with the brief.
#[derive(Debug)]
pub(super) struct Held<'d, T> {
    pub(super) brief: &'d Brief,
    pub(super) part: &'d T,
}

impl<T> Clone for Held<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Held<'_, T> {}

/// A part of a brief that several briefs may tell, each in its own way, under one id.
pub(super) trait Retold: Sized {
    /// Those of a brief.
    fn of(brief: &Brief) -> &[Self];

    /// What makes two of them one item.
    fn id(&self) -> &Id;

    /// Whether readers are told the same by both.
    fn alike(one: &Held<'_, Self>, other: &Held<'_, Self>) -> bool;

    /// What it tells, and on whose word.
    fn telling<'d>(held: &Held<'d, Self>) -> Telling<'d>;

    /// Whether whoever told the one and later tells the other has turned round, so that both are told: whoever has denied and says it now,
    /// or the other way round.
    fn turns_round(one: &Held<'_, Self>, later: &Held<'_, Self>) -> bool {
        one.telling().is_contrary_to(&later.telling())
    }

    /// Whether both stand on the word of the same speaker, as far as readers are told.
    fn read_alike(one: &Held<'_, Self>, other: &Held<'_, Self>) -> bool;

    /// Whether it is the word of one speaker that a reader finds changed.
    fn of_one_speaker(one: &Held<'_, Self>, other: &Held<'_, Self>) -> bool {
        one.telling().is_of_party(&other.telling()) || Self::read_alike(one, other)
    }

    /// Its place among those of one day, the one first that is attested least: what is told anew is held against that. Where that does not
    /// tell them apart, what they say does, whatever their files are called.
    fn place<'d>(held: &Held<'d, Self>) -> (u8, &'d str);
}

impl<'d, T: Retold> Held<'d, T> {
    /// What it tells, and on whose word.
    pub(super) fn telling(&self) -> Telling<'d> {
        T::telling(self)
    }

    /// Whether its party tells it [otherwise, or again](Telling::is_followed_by), on a later day.
    pub(super) fn is_followed_by(&self, later: &Self) -> bool {
        self.telling().is_followed_by(&later.telling())
    }
}

/// The order of several tellings of one item, the one first that is attested least; then what they say decides, and on whose word, before
/// anything that tells their briefs apart.
pub(super) fn in_place<T: Retold>(one: &Held<'_, T>, other: &Held<'_, T>) -> Ordering {
    let (telling, that) = (one.telling(), other.telling());
    let when = |telling: &Telling<'_>| telling.when.map(FuzzyDate::canonical);
    T::place(one)
        .cmp(&T::place(other))
        .then_with(|| names(&telling).cmp(names(&that)))
        .then_with(|| when(&telling).cmp(&when(&that)))
        .then_with(|| says(one.brief).cmp(&says(other.brief)))
}

/// The names of speaker and carriers.
fn names<'d>(telling: &Telling<'d>) -> impl Iterator<Item = &'d str> + use<'d> {
    telling.attribution.into_iter().flat_map(Attribution::sources).map(|source| source.name.value.as_str())
}

/// What tells two briefs of one day apart, whatever their files are called.
pub(super) fn says(brief: &Brief) -> (&str, &str) {
    (brief.title.value.as_str(), brief.bottom_line.value.as_str())
}

/// What an item was.
#[derive(Debug)]
pub(super) enum Before<'d, T> {
    /// Nothing that was told.
    Nothing,
    /// This.
    Was(Held<'d, T>),
    /// Nothing, while this is told on as it was: somebody else has another word on it.
    Beside(Held<'d, T>),
    /// This, which somebody else of its origin says again.
    SameOrigin(Held<'d, T>),
}

impl<T> Clone for Before<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Before<'_, T> {}

impl<'d, T> Before<'d, T> {
    /// What it was, if it was anything.
    pub(super) fn known(self) -> Option<Held<'d, T>> {
        match self {
            Self::Was(held) => Some(held),
            Self::Nothing | Self::Beside(_) | Self::SameOrigin(_) => None,
        }
    }

    /// What was told, be it this or beside this.
    pub(super) fn told(self) -> Option<Held<'d, T>> {
        match self {
            Self::Was(held) | Self::Beside(held) | Self::SameOrigin(held) => Some(held),
            Self::Nothing => None,
        }
    }

    /// Whether it seems to be new.
    pub(super) fn is_new(&self) -> bool {
        matches!(self, Self::Nothing | Self::Beside(_))
    }
}

/// The items of two editions, side by side.
pub(super) struct Matched<'d, T> {
    /// The new items in their order, each with what it was.
    pub(super) new: Vec<(Before<'d, T>, Held<'d, T>)>,
    /// The old items that are none of the new, in their order.
    pub(super) went: Vec<Held<'d, T>>,
}

/// Matches items by id, those with one id beside each other on either side. `earlier` knows what was told before the old ones.
pub(super) fn by_id<'e, 'd: 'e, T: Retold + 'd>(
    old: Vec<Held<'d, T>>,
    new: &[Held<'d, T>],
    earlier: impl Fn(&'d Id) -> Option<&'e LastDay<Held<'d, T>>>,
) -> Matched<'d, T> {
    let is_one = |a: &Held<'d, T>, b: &Held<'d, T>| a.part.id() == b.part.id();
    let mut places = HashMap::<_, _, RandomState>::default();
    let mut start = 0;
    for group in old.chunk_by(is_one) {
        places.extend(group.first().map(|first| (first.part.id(), start..start + group.len())));
        start += group.len();
    }
    let mut left: Vec<_> = old.into_iter().map(Some).collect();
    let mut pairs = Vec::with_capacity(new.len());
    for now in new.chunk_by(is_one) {
        let Some(id) = now.first().map(|first| first.part.id()) else { continue };
        if let Some(known) = places.get(id).and_then(|places| left.get_mut(places.clone())) {
            pair(known, now, &mut pairs);
        } else {
            let mut known: Vec<_> = earlier(id).into_iter().flat_map(LastDay::iter).map(Some).collect();
            pair(&mut known, now, &mut pairs);
        }
    }
    Matched { new: pairs, went: left.into_iter().flatten().collect() }
}

/// How many items on a side are looked through for a like one. Whoever changes more at once has written something new.
const MOST: usize = 64;

impl<'d, T: Retold> Matched<'d, T> {
    /// What was there before some days, was told on one of them, and is not on the last.
    pub(super) fn dropped_since(&self, briefs: &[&'d Brief]) -> Vec<Held<'d, T>> {
        let day = |brief: &&Brief| brief.date.value;
        let (Some(first), Some(last)) = (briefs.first().map(day), briefs.last().map(day)) else {
            return Vec::new();
        };
        if first == last {
            return Vec::new();
        }
        let of_last = briefs.iter().rev().take_while(|brief| day(brief) == last);
        let listed: HashSet<_, RandomState> = of_last.flat_map(|brief| T::of(brief)).map(T::id).collect();
        let known = self.new.iter().filter_map(|(before, now)| before.known().map(|_| *now));
        let dropped: Vec<_> = known.filter(|now| !listed.contains(now.part.id())).collect();
        dropped.chunk_by(|one, next| one.part.id() == next.part.id()).flat_map(last_words).collect()
    }
}

/// What each party told last of an item, from the first day to the last.
fn last_words<'d, T: Retold>(told: &[Held<'d, T>]) -> Vec<Held<'d, T>> {
    let mut told = told.to_vec();
    told.sort_by_key(|held| held.brief.date.value);
    let mut last: Vec<Held<'d, T>> = Vec::new();
    for held in told.into_iter().rev() {
        if !last.iter().any(|later| held.is_followed_by(later)) {
            last.push(held);
        }
    }
    last.reverse();
    last
}

impl<'d, T> Matched<'d, T> {
    /// Matches what has been left over, where an item is like exactly one of the other side and that one is like no other; what one
    /// likeness leaves over, by the next. Items are held against each other by what `key` makes of each, once.
    pub(super) fn pair_up<K>(&mut self, key: impl Fn(&'d T) -> K, likenesses: &[fn(&K, &K) -> bool]) {
        if self.went.is_empty() || self.went.len() > MOST {
            return;
        }
        let came = self.new.iter().enumerate().filter(|(_, (old, _))| matches!(old, Before::Nothing));
        let mut came: Vec<_> = came.map(|(place, (_, new))| (place, key(new.part))).collect();
        if came.is_empty() || came.len() > MOST {
            return;
        }
        let mut went: Vec<_> = self.went.drain(..).map(|old| (old, key(old.part))).collect();
        for alike in likenesses {
            let pairs = sole_pairs(&went, &came, alike);
            for (old, new) in &pairs {
                if let (Some((old, _)), Some((place, _))) = (went.get(*old), came.get(*new))
                    && let Some((slot, _)) = self.new.get_mut(*place)
                {
                    *slot = Before::Was(*old);
                }
            }
            drop_places(&mut went, |place| pairs.iter().any(|(old, _)| *old == place));
            drop_places(&mut came, |place| pairs.iter().any(|(_, new)| *new == place));
        }
        self.went.extend(went.into_iter().map(|(old, _)| old));
    }
}

/// Drops what stands at the places that are asked to go.
fn drop_places<T>(list: &mut Vec<T>, goes: impl Fn(usize) -> bool) {
    let mut next = 0;
    list.retain(|_| {
        let place = next;
        next += 1;
        !goes(place)
    });
}

/// The places of those that are like exactly one of the other side, which is like no other.
fn sole_pairs<A, B, K>(
    old: &[(A, K)],
    new: &[(B, K)],
    alike: impl Fn(&K, &K) -> bool,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (old_place, (_, old)) in old.iter().enumerate() {
        let like = new.iter().enumerate().filter(|(_, (_, new))| alike(old, new));
        pairs.extend(like.map(|(new_place, _)| (old_place, new_place)));
    }
    let sole = |(old, new): &&(usize, usize)| pairs.iter().filter(|(a, b)| a == old || b == new).count() == 1;
    pairs.iter().filter(sole).copied().collect()
}
