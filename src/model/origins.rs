//! Independent origins: four outlets that carry one wire story are one origin.

use std::collections::{BTreeMap, BTreeSet};

use super::brief::{Brief, attributions};
use super::id::Id;

/// Which sources of a brief come from one place.
///
/// Two sources are one origin when they declare the same `origin`, when one names the other as its origin, or when one carries
/// what the other said. This errs on the side of fewer origins, so that nothing looks better attested than it is.
#[derive(Debug)]
pub struct Origins<'b> {
    parents: BTreeMap<&'b Id, &'b Id>,
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
        let mut origins = Self { parents: BTreeMap::new() };
        for source in &brief.sources {
            origins.parents.entry(&source.id.value).or_insert(&source.id.value);
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
        let (mut id, mut parent) = self.parents.get_key_value(id)?;
        while parent != id {
            id = parent;
            parent = self.parents.get(id)?;
        }
        Some(id)
    }

    fn join(&mut self, a: &'b Id, b: &'b Id) {
        self.parents.entry(a).or_insert(a);
        self.parents.entry(b).or_insert(b);
        if let (Some(a), Some(b)) = (self.root_of(a), self.root_of(b)) {
            // The lesser name wins, so that the outcome does not depend on the order of joining.
            let (root, child) = if a <= b { (a, b) } else { (b, a) };
            self.parents.insert(child, root);
        }
    }
}
