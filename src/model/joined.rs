//! Things of which some belong together.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::RandomState;

/// Things of which some are joined.
#[derive(Debug)]
pub(crate) struct Joined<T> {
    /// The place of each in the list below.
    places: HashMap<T, usize, RandomState>,
    /// Each with the place of one that it was joined to; of the least of those that belong together, its own.
    all: Vec<(T, usize)>,
}

impl<T: Copy + Ord + Hash> Joined<T> {
    pub(crate) fn with_room(count: usize) -> Self {
        let places = HashMap::with_capacity_and_hasher(count, RandomState::default());
        Self { places, all: Vec::with_capacity(count) }
    }

    /// The least of those that something belongs to.
    pub(crate) fn root_of<Q: Hash + Eq>(&self, it: &Q) -> Option<T>
    where
        T: Borrow<Q>,
    {
        let top = self.top(*self.places.get(it)?)?;
        self.all.get(top).map(|(it, _)| *it)
    }

    /// A number for those that something belongs to, which is the same for all of them.
    pub(crate) fn group_of(&self, it: &T) -> Option<usize> {
        self.top(*self.places.get(it)?)
    }

    fn top(&self, mut place: usize) -> Option<usize> {
        loop {
            let (_, above) = *self.all.get(place)?;
            if above == place {
                return Some(place);
            }
            place = above;
        }
    }

    /// The place of something, which is made if it has none.
    pub(crate) fn place(&mut self, it: T) -> usize {
        let next = self.all.len();
        let place = *self.places.entry(it).or_insert(next);
        if place == next {
            self.all.push((it, next));
        }
        place
    }

    /// The place of the least of those that belong together. The way there is shortened, which may be long in briefs made for that.
    fn least(&mut self, it: T) -> usize {
        let mut place = self.place(it);
        while let Some(&(_, above)) = self.all.get(place)
            && above != place
        {
            let further = self.all.get(above).map_or(above, |(_, further)| *further);
            if let Some((_, above)) = self.all.get_mut(place) {
                *above = further;
            }
            place = further;
        }
        place
    }

    /// Joins two things, and whatever they were joined to.
    pub(crate) fn join(&mut self, a: T, b: T) {
        let (a, b) = (self.least(a), self.least(b));
        if let (Some((one, _)), Some((other, _))) = (self.all.get(a), self.all.get(b)) {
            // The lesser wins, so that the outcome does not depend on the order of joining.
            let (root, child) = if one <= other { (a, b) } else { (b, a) };
            if let Some((_, above)) = self.all.get_mut(child) {
                *above = root;
            }
        }
    }
}
