//! Things of which some belong together.

use std::hash::Hash;

use crate::few::Few;

/// Things of which some are joined.
#[derive(Debug)]
pub(crate) struct Joined<T> {
    /// The place of each in the list below.
    places: Few<T, usize>,
    /// Of each the place of one that it was joined to; of the first of those that belong together, its own.
    above: Vec<usize>,
    /// How many there are, those that belong together counted once.
    groups: usize,
}

impl<T: Eq + Hash> Joined<T> {
    pub(crate) fn with_room(count: usize) -> Self {
        Self { places: Few::with_room(count), above: Vec::with_capacity(count), groups: 0 }
    }

    /// Makes room for so many more: to find a place for each anew, as a table grows, takes as long as the first time.
    pub(crate) fn make_room(&mut self, count: usize) {
        self.places.make_room(count);
        self.above.reserve(count);
    }

    /// A number for those that something belongs to, which is the same for all of them.
    pub(crate) fn group_of(&self, it: &T) -> Option<usize> {
        self.group_at(*self.places.get(it)?)
    }

    /// The same of what has this place.
    pub(crate) fn group_at(&self, mut place: usize) -> Option<usize> {
        loop {
            let above = *self.above.get(place)?;
            if above == place {
                return Some(place);
            }
            place = above;
        }
    }

    /// How many there are, those that belong together counted once.
    pub(crate) fn groups(&self) -> usize {
        self.groups
    }

    /// The place of something, which is made if it has none.
    pub(crate) fn place(&mut self, it: T) -> usize {
        if let Some(place) = self.places.get(&it) {
            return *place;
        }
        let place = self.above.len();
        self.places.add(it, place);
        self.above.push(place);
        self.groups += 1;
        place
    }

    /// The place of the first of those that belong together. The way there is shortened, which may be long in briefs made for that.
    fn first(&mut self, mut place: usize) -> usize {
        while let Some(&above) = self.above.get(place)
            && above != place
        {
            let further = self.above.get(above).copied().unwrap_or(above);
            if let Some(above) = self.above.get_mut(place) {
                *above = further;
            }
            place = further;
        }
        place
    }

    /// Joins two things, and whatever they were joined to.
    pub(crate) fn join(&mut self, a: T, b: T) {
        let (a, b) = (self.place(a), self.place(b));
        self.join_places(a, b);
    }

    /// The same of those that have these places.
    pub(crate) fn join_places(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        if let Some(above) = self.above.get_mut(a.max(b)).filter(|_| a != b) {
            *above = a.min(b);
            self.groups -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_belong_together_in_whatever_order_they_are_joined() {
        let pairs = [('a', 'b'), ('c', 'd'), ('e', 'e'), ('d', 'b'), ('b', 'a')];
        for turn in 0..pairs.len() {
            let mut joined = Joined::with_room(0);
            let (last, first) = (pairs.iter().skip(turn), pairs.iter().take(turn));
            last.chain(first).for_each(|(a, b)| joined.join(*a, *b));
            let groups = ['a', 'b', 'c', 'd', 'e', 'f'].map(|it| joined.group_of(&it));
            assert!(groups.iter().take(4).all(|group| *group == groups[0]), "{groups:?}");
            assert!(groups[0].is_some() && groups[4].is_some() && groups[4] != groups[0], "{groups:?}");
            assert_eq!((groups[5], joined.groups()), (None, 2));
        }
    }
}
