//! Independent origins: four outlets that carry one wire story are one origin.

use std::sync::Arc;

use super::attribution::Source;
use super::brief::{Brief, Entity, attributions};
use super::id::Id;
use super::joined::Joined;
use super::matter::Matter;
use crate::few::Few;
use crate::language::spelled::Name;

/// How many things a source is counted by, as a rule: its id, its name or those of its entity, and its origin.
const KEYS_OF_SOURCE: usize = 3;

/// Among how many sources of a brief one is looked for one by one.
const FIRST: usize = 64;

/// Which sources of some briefs come from one place.
///
/// Two sources are one origin when they share anything that they are counted by: an id, a name, a name of the entity that one of them
/// is, an `origin` that they declare or that one of them is; and when one carries what the other said. People without names have no
/// name to be counted by, and their id is that of their story, or of their brief where it is of none.
///
/// This errs on the side of fewer origins, so that nothing looks better attested than it is: briefs may well mean two by one id.
/// Putting words together errs the other way, and asks [`super::party`].
#[derive(Debug)]
pub struct Origins<'b> {
    joined: Joined<Key<'b>>,
}

impl<'b> Origins<'b> {
    /// Joins the sources of some briefs.
    #[must_use]
    pub fn of(briefs: impl IntoIterator<Item = &'b Brief>) -> Self {
        let mut origins = Self::none();
        for brief in briefs {
            let places = origins.declare(brief);
            origins.carry(brief, &places);
        }
        origins
    }

    /// Joins the sources of a brief that say themselves that they are one: all but those of which one carries the other. Two parties
    /// whom the same outlet carries stay two.
    #[must_use]
    pub fn declared(brief: &'b Brief) -> Self {
        let mut origins = Self::none();
        origins.declare(brief);
        origins
    }

    /// The same, as a number for the origin of each source of the brief, in their order.
    pub(crate) fn declared_by_each(brief: &'b Brief) -> Vec<usize> {
        let mut origins = Self::none();
        let places = origins.declare(brief);
        places.into_iter().map(|place| origins.joined.group_at(place).unwrap_or(place)).collect()
    }

    /// A number for the origin that a source of one of the briefs comes from, which is the same for all of its origin.
    #[must_use]
    pub fn group_of(&self, brief: &Brief, source: &Source) -> Option<usize> {
        self.joined.group_of(&own(Matter::of(brief), source))
    }

    /// How many independent origins there are among these sources, each with its brief. Unnamed people of one brief may be those of another:
    /// of them as many count as any one brief has.
    #[must_use]
    pub fn independent<'s>(&self, sources: impl IntoIterator<Item = (&'s Brief, &'s Source)>) -> usize {
        let (mut named, mut unnamed) = (Vec::new(), Vec::new());
        for (brief, source) in sources {
            let Some(group) = self.group_of(brief, source) else { continue };
            if source.is_anonymous() {
                unnamed.push((&brief.id, group));
            } else {
                named.push(group);
            }
        }
        named.sort_unstable();
        named.dedup();
        unnamed.retain(|(_, group)| named.binary_search(group).is_err());
        unnamed.sort_unstable();
        unnamed.dedup();
        let of_one_brief = unnamed.chunk_by(|(one, _), (other, _)| one == other).map(<[_]>::len);
        named.len() + of_one_brief.max().unwrap_or_default()
    }

    /// Whether there is exactly one independent origin among these sources, each with its brief.
    #[must_use]
    pub fn are_one<'s>(&self, sources: impl IntoIterator<Item = (&'s Brief, &'s Source)>) -> bool {
        let groups = sources.into_iter().filter_map(|(brief, source)| self.group_of(brief, source));
        let mut groups = groups.peekable();
        groups.next().is_some_and(|first| groups.all(|group| group == first))
    }

    fn none() -> Self {
        Self { joined: Joined::with_room(0) }
    }

    /// Joins what each source is counted by, and returns where each stands.
    fn declare(&mut self, brief: &'b Brief) -> Vec<usize> {
        let listing = Listing::of(brief);
        self.joined.make_room(KEYS_OF_SOURCE * brief.sources.len());
        let joined = &mut self.joined;
        let places = brief.sources.iter().map(|source| {
            let own = joined.place(own(listing.matter, source));
            for key in listing.shared(source) {
                let other = joined.place(key);
                joined.join_places(own, other);
            }
            own
        });
        places.collect()
    }

    /// Joins those of a brief of which one carries the other; its sources stand at these places.
    fn carry(&mut self, brief: &'b Brief, places: &[usize]) {
        for attribution in attributions(brief).filter(|it| !it.via.is_empty()) {
            let speaker = self.place_of(&attribution.said_by, brief, places);
            for carrier in &attribution.via {
                let carrier = self.place_of(carrier, brief, places);
                self.joined.join_places(speaker, carrier);
            }
        }
    }

    /// Where a source of a brief stands. Who is named is one of those that are listed: among the first no key is looked up.
    fn place_of(&mut self, source: &'b Arc<Source>, brief: &'b Brief, places: &[usize]) -> usize {
        let listed = brief.sources.iter().take(FIRST).position(|it| Arc::ptr_eq(it, source));
        let place = listed.and_then(|listed| places.get(listed).copied());
        place.unwrap_or_else(|| self.joined.place(own(Matter::of(brief), source)))
    }
}

/// Whether two sources, each with its brief, may be one origin, so far as they say themselves.
#[must_use]
pub(crate) fn may_be_one(one: (&Brief, &Source), other: (&Brief, &Source)) -> bool {
    let ((of_one, one), (of_other, other)) = ((Listing::of(one.0), one.1), (Listing::of(other.0), other.1));
    of_one.keys(one).any(|key| of_other.keys(other).any(|it| it == key))
}

/// What a source is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'b> {
    /// Its id, or that of an origin that is no source.
    Id(&'b Id),
    /// The id of people without names in a story, or in a brief that belongs to none.
    Unnamed(Matter<'b>, &'b Id),
    /// Its name, or one of the entity that it is.
    Name(Name<'b>),
}

/// What no other source of its brief has.
fn own<'b>(matter: Matter<'b>, source: &'b Source) -> Key<'b> {
    let id = &source.id.value;
    if source.is_anonymous() { Key::Unnamed(matter, id) } else { Key::Id(id) }
}

/// A brief, in which the ids that its sources refer to are looked up.
struct Listing<'b> {
    brief: &'b Brief,
    matter: Matter<'b>,
    unnamed: Few<&'b Id, ()>,
}

impl<'b> Listing<'b> {
    fn of(brief: &'b Brief) -> Self {
        let mut unnamed = Few::default();
        for source in brief.sources.iter().filter(|source| source.is_anonymous()) {
            unnamed.insert(&source.id.value);
        }
        Self { brief, matter: Matter::of(brief), unnamed }
    }

    /// Everything that a source is counted by.
    fn keys(&self, source: &'b Source) -> impl Iterator<Item = Key<'b>> {
        std::iter::once(own(self.matter, source)).chain(self.shared(source))
    }

    /// What it is counted by beside its own id.
    fn shared(&self, source: &'b Source) -> impl Iterator<Item = Key<'b>> {
        let name = (!source.is_anonymous()).then_some(&source.name.value);
        let entity = source.entity.as_ref().map(|entity| &entity.value);
        let entity = entity.and_then(|id| self.brief.entities.iter().find(|it| it.id.value == *id));
        let names = name.into_iter().chain(entity.into_iter().flat_map(Entity::every_name));
        let origin = source.origin.as_ref().map(|origin| self.origin(&origin.value));
        origin.into_iter().flatten().flatten().chain(names.map(|name| Key::Name(name.spelled())))
    }

    /// Whom a source means by its origin: where the brief lists no unnamed people by that id, anybody who has it, and those whom another
    /// brief of the story lists by it.
    fn origin(&self, id: &'b Id) -> [Option<Key<'b>>; 2] {
        let is_unnamed = self.unnamed.get(&id).is_some();
        [Some(Key::Unnamed(self.matter, id)), (!is_unnamed).then_some(Key::Id(id))]
    }
}

#[cfg(test)]
pub(crate) mod dice;
#[cfg(test)]
pub(crate) mod oracle;
#[cfg(test)]
mod tests;
