//! Independent origins: four outlets that carry one wire story are one origin.

use std::borrow::Borrow;
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use foldhash::fast::RandomState;

use super::brief::{Brief, attributions};
use super::id::Id;
use super::mentions::sources_it_rests_on;

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

/// How many independent origins there are among the sources of several briefs.
///
/// Sources of two briefs are one where they have the same id or the same name, and people without names where one story has them under
/// one id. This, too, errs on the side of fewer: briefs may well mean two by one id.
#[must_use]
pub fn independent_of_all<'b>(briefs: impl IntoIterator<Item = &'b Brief>) -> usize {
    let mut joined = Joined::with_room(0);
    let mut sources = Vec::new();
    for brief in briefs {
        let origins = Origins::of(brief);
        let story = brief.story.as_ref().map_or(&brief.id, |story| &story.value);
        let unnamed = brief.sources.iter().filter(|source| source.is_anonymous());
        let unnamed: BTreeSet<_> = unnamed.map(|source| &source.id.value).collect();
        let known = |id| if unnamed.contains(id) { Known::Unnamed(story, id) } else { Known::Id(id) };
        for source in &brief.sources {
            let id = &source.id.value;
            if !source.is_anonymous() {
                joined.join(known(id), Known::Name(source.name.value.as_str()));
            }
            // The root is one source of this brief; what is declared may be known in another.
            let declared = source.origin.as_ref().map(|origin| &origin.value);
            for other in origins.root_of(id).into_iter().chain(declared) {
                joined.join(known(id), known(other));
            }
        }
        sources.extend(sources_it_rests_on(brief).into_iter().map(|source| known(&source.id.value)));
    }
    sources.iter().filter_map(|known| joined.root_of(known)).collect::<BTreeSet<_>>().len()
}

/// What a source is known by among several briefs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Known<'b> {
    /// Its id, or that of an origin that is no source.
    Id(&'b Id),
    /// Its name.
    Name(&'b str),
    /// The id of people without names in a story, or in a brief that belongs to none.
    Unnamed(&'b Id, &'b Id),
}

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
        let mut place = *self.places.get(it)?;
        loop {
            let (it, above) = *self.all.get(place)?;
            if above == place {
                return Some(it);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    fn brief(story: &str, sources: &str, said: &str) -> Brief {
        sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: {story}\n\
             sources: [{sources}]\nkey_facts: [{{id: crane, text: The crane stands., status: claimed, {said}}}]\n"
        ))
    }

    const UNION: &str = "{id: union, name: Union of Oro, kind: official, descriptor: Invented}";
    const PORT: &str = "{id: port, name: Port of Oro, kind: official, descriptor: Invented}";
    const WIRE: &str = "{id: wire, name: Wire of Oro, kind: agency}";
    const CREW: &str = "{id: crew, kind: anonymous, described_as: the crew, count: 2}";

    #[test]
    fn what_one_named_source_carries_in_several_briefs_is_one_origin() {
        let by_wire = |party: &str, id: &str| {
            brief("pier", &[party, WIRE].join(", "), &format!("said_by: {id}, via: [wire]"))
        };
        let (union, port) = (by_wire(UNION, "union"), by_wire(PORT, "port"));
        assert_eq!(independent_of_all([&union]), 1);
        assert_eq!(independent_of_all([&union, &union.clone(), &port]), 1);
        let alone = brief("pier", PORT, "said_by: port");
        assert_eq!(
            (independent_of_all([&union, &alone]), independent_of_all([&union, &port, &alone])),
            (2, 1)
        );
        for (id, name, origins) in [("wire", "Other", 1), ("other", "Wire of Oro", 1), ("other", "Other", 2)]
        {
            let source = format!("{{id: {id}, name: {name}, kind: agency}}");
            let other = brief("pier", &source, &format!("said_by: {id}"));
            assert_eq!(independent_of_all([&union, &other]), origins, "{id} {name}");
        }
    }

    #[test]
    fn a_declared_origin_joins_briefs_too() {
        let from = |id: &str, origin: &str| {
            let source =
                format!("{{id: {id}, name: {id}, kind: outlet, descriptor: Invented, origin: {origin}}}");
            brief("pier", &source, &format!("said_by: {id}"))
        };
        assert_eq!(independent_of_all([&from("paper", "statement"), &from("station", "statement")]), 1);
        assert_eq!(independent_of_all([&from("paper", "statement"), &from("station", "paper")]), 1);
        assert_eq!(independent_of_all([&from("paper", "statement"), &from("station", "other")]), 2);
    }

    #[test]
    fn people_without_names_are_of_their_own_story() {
        let crew = |story| brief(story, CREW, "said_by: crew");
        assert_eq!(independent_of_all([&crew("pier"), &crew("pier")]), 1);
        assert_eq!(independent_of_all([&crew("pier"), &crew("gate")]), 2);
        assert_eq!(independent_of_all([]), 0);
    }
}
