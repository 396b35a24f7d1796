//! Which item of the old edition is which of the new one.

use std::collections::BTreeMap;

use crate::model::{Brief, Id};

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

/// The parts of several briefs in the order of their pages, once each: of two with one id, the later stands in the place of the
/// earlier.
pub(super) fn gather<'d, T>(
    briefs: &[&'d Brief],
    parts: impl Fn(&'d Brief) -> &'d [T],
    id: impl Fn(&'d T) -> &'d Id,
) -> Vec<Held<'d, T>> {
    let mut gathered: Vec<Held<'d, T>> = Vec::new();
    let mut places: BTreeMap<&Id, usize> = BTreeMap::new();
    for brief in briefs {
        for part in parts(brief) {
            let held = Held { brief, part };
            if let Some(earlier) = places.get(id(part)).and_then(|place| gathered.get_mut(*place)) {
                *earlier = held;
            } else {
                places.insert(id(part), gathered.len());
                gathered.push(held);
            }
        }
    }
    gathered
}

/// The items of two editions, side by side.
pub(super) struct Matched<'d, T> {
    /// The new items in their order, each with the old one that it was.
    pub(super) new: Vec<(Option<Held<'d, T>>, Held<'d, T>)>,
    /// The old items that are none of the new, in their order.
    pub(super) went: Vec<Held<'d, T>>,
}

/// Matches items by id.
pub(super) fn by_id<'d, T>(
    old: Vec<Held<'d, T>>,
    new: Vec<Held<'d, T>>,
    id: impl Fn(&'d T) -> &'d Id,
) -> Matched<'d, T> {
    let mut known: BTreeMap<_, _> = old.iter().map(|held| (id(held.part), *held)).collect();
    let new = new.into_iter().map(|held| (known.remove(id(held.part)), held)).collect();
    Matched { new, went: old.into_iter().filter(|held| known.contains_key(id(held.part))).collect() }
}

/// How many items on a side are looked through for a like one. Whoever changes more at once has written something new.
const MOST: usize = 64;

impl<'d, T> Matched<'d, T> {
    /// Matches what has been left over, where an item is like exactly one of the other side and that one is like no other. Items are
    /// held against each other by what `key` makes of each, once.
    pub(super) fn pair_up<K>(&mut self, key: impl Fn(&'d T) -> K, alike: impl Fn(&K, &K) -> bool) {
        let came = self.new.iter().enumerate().filter(|(_, (old, _))| old.is_none());
        let came: Vec<_> = came.map(|(place, (_, new))| (place, key(new.part))).collect();
        if came.is_empty() || came.len() > MOST || self.went.len() > MOST {
            return;
        }
        let mut pairs = Vec::new();
        for (place, old) in self.went.iter().enumerate() {
            let old = key(old.part);
            let like = came.iter().filter(|(_, new)| alike(&old, new));
            pairs.extend(like.map(|(new_place, _)| (place, *new_place)));
        }
        let sole =
            |(old, new): &(usize, usize)| pairs.iter().filter(|(a, b)| a == old || b == new).count() == 1;
        let sure: Vec<_> = pairs.iter().copied().filter(|pair| sole(pair)).collect();
        for (old, new) in &sure {
            if let Some((slot, _)) = self.new.get_mut(*new) {
                *slot = self.went.get(*old).copied();
            }
        }
        let mut place = 0;
        self.went.retain(|_| {
            place += 1;
            sure.iter().all(|(old, _)| old + 1 != place)
        });
    }
}
