//! Independent origins: four outlets that carry one wire story are one origin.

use std::borrow::Borrow;
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use foldhash::fast::RandomState;

use super::attribution::Source;
use super::brief::{Brief, attributions};
use super::id::Id;

/// Which sources of a brief come from one place.
///
/// Two sources are one origin when they declare the same `origin`, when one names the other as its origin, or when one carries
/// what the other said. This errs on the side of fewer origins, so that nothing looks better attested than it is.
#[derive(Debug)]
pub struct Origins<'b>(Joined<&'b Id>);

impl<'b> Origins<'b> {
    /// Joins the sources of a brief.
    #[must_use]
    pub fn of(brief: &'b Brief) -> Self {
        let mut origins = Self::declared(brief);
        for attribution in attributions(brief) {
            for carrier in &attribution.via {
                origins.0.join(&attribution.said_by.id.value, &carrier.id.value);
            }
        }
        origins
    }

    /// Joins the sources that say themselves that they are one: by the same `origin`, or by naming each other as theirs. Two parties
    /// whom the same outlet carries stay two.
    #[must_use]
    pub fn declared(brief: &'b Brief) -> Self {
        let mut joined = Joined::with_room(brief.sources.len());
        for source in &brief.sources {
            joined.place(&source.id.value);
            if let Some(origin) = &source.origin {
                joined.join(&source.id.value, &origin.value);
            }
        }
        Self(joined)
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
        self.0.root_of(id)
    }
}

/// How many independent origins there are among the sources of several briefs. A named source that two of them have is one, and makes
/// one origin of what it belongs to in either; people without names are never known again.
#[must_use]
pub fn independent_of_all<'b>(briefs: impl IntoIterator<Item = &'b Brief>) -> usize {
    let mut joined = Joined::with_room(0);
    let mut sources = Vec::new();
    for (number, brief) in briefs.into_iter().enumerate() {
        let origins = Origins::of(brief);
        for source in &brief.sources {
            let Some(root) = origins.root_of(&source.id.value) else { continue };
            let known = Known::new(source, number);
            joined.join(known, Known::InBrief(number, root));
            sources.push(known);
        }
    }
    sources.iter().filter_map(|known| joined.root_of(known)).collect::<BTreeSet<_>>().len()
}

/// What a source is known by among several briefs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Known<'b> {
    /// One with a name: by that and its id.
    Named(&'b Id, &'b str),
    /// Whatever one brief calls so.
    InBrief(usize, &'b Id),
}

impl<'b> Known<'b> {
    fn new(source: &'b Source, brief: usize) -> Self {
        let id = &source.id.value;
        if source.is_anonymous() {
            Self::InBrief(brief, id)
        } else {
            Self::Named(id, source.name.value.as_str())
        }
    }
}

/// Things of which some are joined.
#[derive(Debug)]
struct Joined<T> {
    /// The place of each in the list below.
    places: HashMap<T, usize, RandomState>,
    /// Each with the place of one that it was joined to; of the least of those that belong together, its own.
    all: Vec<(T, usize)>,
}

impl<T: Copy + Ord + Hash> Joined<T> {
    fn with_room(count: usize) -> Self {
        let places = HashMap::with_capacity_and_hasher(count, RandomState::default());
        Self { places, all: Vec::with_capacity(count) }
    }

    /// The least of those that something belongs to.
    fn root_of<Q: Hash + Eq>(&self, it: &Q) -> Option<T>
    where
        T: Borrow<Q>,
    {
        let (root, _) = self.root(*self.places.get(it)?)?;
        Some(root)
    }

    /// The least of those that belong together, with its place, from the place of any of them.
    fn root(&self, mut place: usize) -> Option<(T, usize)> {
        loop {
            let (it, above) = *self.all.get(place)?;
            if above == place {
                return Some((it, place));
            }
            place = above;
        }
    }

    /// The place of something, which is made if it has none.
    fn place(&mut self, it: T) -> usize {
        let next = self.all.len();
        let place = *self.places.entry(it).or_insert(next);
        if place == next {
            self.all.push((it, next));
        }
        place
    }

    fn join(&mut self, a: T, b: T) {
        let (a, b) = (self.place(a), self.place(b));
        if let (Some(a), Some(b)) = (self.root(a), self.root(b)) {
            // The lesser wins, so that the outcome does not depend on the order of joining.
            let ((_, root), (_, child)) = (a.min(b), a.max(b));
            if let Some((_, above)) = self.all.get_mut(child) {
                *above = root;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    fn brief(sources: &str, said: &str) -> Brief {
        sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{sources}]\nkey_facts: [{{id: crane, text: The crane stands., status: claimed, {said}}}]\n"
        ))
    }

    const UNION: &str = "{id: union, name: Union of Oro, kind: official, descriptor: Invented}";
    const PORT: &str = "{id: port, name: Port of Oro, kind: official, descriptor: Invented}";
    const WIRE: &str = "{id: wire, name: Wire of Oro, kind: agency}";
    const CREW: &str = "{id: crew, kind: anonymous, described_as: the crew, count: 2}";

    #[test]
    fn what_one_named_source_carries_in_several_briefs_is_one_origin() {
        let by_wire =
            |party: &str, id: &str| brief(&[party, WIRE].join(", "), &format!("said_by: {id}, via: [wire]"));
        let (union, port) = (by_wire(UNION, "union"), by_wire(PORT, "port"));
        assert_eq!(independent_of_all([&union]), 1);
        assert_eq!(independent_of_all([&union, &union.clone(), &port]), 1);
        let alone = brief(PORT, "said_by: port");
        assert_eq!(
            (independent_of_all([&union, &alone]), independent_of_all([&union, &port, &alone])),
            (2, 1)
        );
        let namesake = brief(&WIRE.replace("Wire of Oro", "Wire of Lem"), "said_by: wire");
        assert_eq!(independent_of_all([&union, &namesake]), 2);
    }

    #[test]
    fn people_without_names_are_of_their_own_brief() {
        let (crew, other) = (brief(CREW, "said_by: crew"), brief(CREW, "said_by: crew"));
        assert_eq!(independent_of_all([&crew, &other]), 2);
        assert_eq!(independent_of_all([]), 0);
    }
}
