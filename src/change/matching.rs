//! Which item of the old edition is which of the new one.

use std::collections::HashMap;

use foldhash::fast::RandomState;

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
    let held = |brief: &&'d Brief| {
        let brief = *brief;
        parts(brief).iter().map(move |part| Held { brief, part })
    };
    // No brief has two parts with one id (A021).
    if let [brief] = briefs {
        return held(brief).collect();
    }
    let mut gathered = Vec::new();
    let mut places = HashMap::<_, _, RandomState>::default();
    for held in briefs.iter().flat_map(held) {
        let place = *places.entry(id(held.part)).or_insert(gathered.len());
        match gathered.get_mut(place) {
            Some(earlier) => *earlier = held,
            None => gathered.push(held),
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

/// Matches items by id, of which each stands once on either side.
pub(super) fn by_id<'d, T>(
    old: Vec<Held<'d, T>>,
    new: Vec<Held<'d, T>>,
    id: impl Fn(&'d T) -> &'d Id,
) -> Matched<'d, T> {
    let places: HashMap<_, _, RandomState> = old.iter().map(|held| id(held.part)).zip(0_usize..).collect();
    let mut left: Vec<_> = old.into_iter().map(Some).collect();
    let mut known = |held: &Held<'d, T>| left.get_mut(*places.get(id(held.part))?)?.take();
    let new = new.into_iter().map(|held| (known(&held), held)).collect();
    Matched { new, went: left.into_iter().flatten().collect() }
}

/// How many items on a side are looked through for a like one. Whoever changes more at once has written something new.
const MOST: usize = 64;

impl<'d, T> Matched<'d, T> {
    /// Matches what has been left over, where an item is like exactly one of the other side and that one is like no other; what one
    /// likeness leaves over, by the next. Items are held against each other by what `key` makes of each, once.
    pub(super) fn pair_up<K>(&mut self, key: impl Fn(&'d T) -> K, likenesses: &[fn(&K, &K) -> bool]) {
        if self.went.is_empty() || self.went.len() > MOST {
            return;
        }
        let came = self.new.iter().enumerate().filter(|(_, (old, _))| old.is_none());
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
                    *slot = Some(*old);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    #[test]
    fn the_parts_of_one_brief_are_those_of_the_same_brief_twice() {
        let brief = sample(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{id: a, name: A, kind: outlet, descriptor: Invented}]\n\
             key_facts: [{id: b, text: B, status: claimed, said_by: a}, {id: a, text: A, status: claimed, said_by: a}]\n"
                .to_owned(),
        );
        let ids = |briefs: &[&Brief]| {
            let facts = gather(briefs, |brief| &brief.key_facts, |fact| &fact.id.value);
            facts.iter().map(|held| held.part.id.value.as_str().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&[&brief]), ["b", "a"]);
        assert_eq!(ids(&[&brief]), ids(&[&brief, &brief]));
    }
}
