//! Independent origins: four outlets that carry one wire story are one origin.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::RandomState;

use super::brief::{Brief, attributions};
use super::id::Id;

/// Which sources of a brief come from one place.
///
/// Two sources are one origin when they declare the same `origin`, when one names the other as its origin, or when one carries
/// what the other said. This errs on the side of fewer origins, so that nothing looks better attested than it is.
#[derive(Debug)]
pub struct Origins<'b> {
    /// The place of each source in the list below.
    places: HashMap<&'b Id, usize, RandomState>,
    /// Each source with the place of one that it was joined to; of the one with the least id of an origin, its own.
    sources: Vec<(&'b Id, usize)>,
}

impl<'b> Origins<'b> {
    /// Joins the sources of a brief.
    #[must_use]
    pub fn of(brief: &'b Brief) -> Self {
        let mut origins = Self::declared(brief);
        for attribution in attributions(brief) {
            for carrier in &attribution.via {
                origins.join(&attribution.said_by.id.value, &carrier.id.value);
            }
        }
        origins
    }

    /// Joins the sources that say themselves that they are one: by the same `origin`, or by naming each other as theirs. Two parties
    /// whom the same outlet carries stay two.
    #[must_use]
    pub fn declared(brief: &'b Brief) -> Self {
        let places = HashMap::with_capacity_and_hasher(brief.sources.len(), RandomState::default());
        let mut origins = Self { places, sources: Vec::with_capacity(brief.sources.len()) };
        for source in &brief.sources {
            origins.place(&source.id.value);
            if let Some(origin) = &source.origin {
                origins.join(&source.id.value, &origin.value);
            }
        }
        origins
    }

    /// How many independent origins there are among all sources of the brief.
    #[must_use]
    pub fn count(&self, brief: &Brief) -> usize {
        self.independent(brief.sources.iter().map(|source| &source.id.value))
    }

    /// How many independent origins there are among these sources.
    #[must_use]
    pub fn independent<'i>(&self, ids: impl Iterator<Item = &'i Id>) -> usize {
        ids.filter_map(|id| self.root_of(id)).collect::<BTreeSet<_>>().len()
    }

    /// Whether there is exactly one independent origin among these sources.
    #[must_use]
    pub fn are_one<'i>(&self, ids: impl IntoIterator<Item = &'i Id>) -> bool {
        let mut roots = ids.into_iter().filter_map(|id| self.root_of(id));
        roots.next().is_some_and(|first| roots.all(|root| root == first))
    }

    /// One source of the origin that a source comes from: the same for all of its origin.
    #[must_use]
    pub fn root_of(&self, id: &Id) -> Option<&'b Id> {
        let (root, _) = self.root(*self.places.get(id)?)?;
        Some(root)
    }

    /// The source with the least id of an origin, with its place, from the place of any of them.
    fn root(&self, mut place: usize) -> Option<(&'b Id, usize)> {
        loop {
            let (id, above) = *self.sources.get(place)?;
            if above == place {
                return Some((id, place));
            }
            place = above;
        }
    }

    /// The place of a source, which is made if it has none.
    fn place(&mut self, id: &'b Id) -> usize {
        let next = self.sources.len();
        let place = *self.places.entry(id).or_insert(next);
        if place == next {
            self.sources.push((id, next));
        }
        place
    }

    fn join(&mut self, a: &'b Id, b: &'b Id) {
        let (a, b) = (self.place(a), self.place(b));
        if let (Some(a), Some(b)) = (self.root(a), self.root(b)) {
            // The lesser name wins, so that the outcome does not depend on the order of joining.
            let ((_, root), (_, child)) = (a.min(b), a.max(b));
            if let Some((_, above)) = self.sources.get_mut(child) {
                *above = root;
            }
        }
    }
}
