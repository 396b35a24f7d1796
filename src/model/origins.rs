//! Independent origins: four outlets that carry one wire story are one origin.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::RandomState;

use super::attribution::Source;
use super::brief::{Brief, attributions};
use super::id::Id;
use super::joined::Joined;
use crate::language::spelled::{Name, Names};

/// Which sources of a brief come from one place.
///
/// Two sources are one origin when they are one party, when they declare the same `origin`, when one names the other as its origin,
/// or when one carries what the other said. This errs on the side of fewer origins, so that nothing looks better attested than it is.
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

    /// Joins the sources that say themselves that they are one: by the same `origin`, by naming each other as theirs, by the same name,
    /// or as the same entity. Two parties whom the same outlet carries stay two.
    #[must_use]
    pub fn declared(brief: &'b Brief) -> Self {
        let mut joined = Joined::with_room(brief.sources.len());
        let mut names = Names::default();
        let mut of_name = HashMap::with_capacity_and_hasher(brief.sources.len(), RandomState::default());
        let mut of_entity = HashMap::<_, _, RandomState>::default();
        for source in &brief.sources {
            let id = &source.id.value;
            joined.place(id);
            if let Some(origin) = &source.origin {
                joined.join(id, &origin.value);
            }
            if let Some(entity) = &source.entity {
                joined.join(id, of_entity.entry(&entity.value).or_insert(id));
            }
            if !source.is_anonymous() {
                joined.join(id, of_name.entry(names.known(source.name.value.as_str())).or_insert(id));
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

/// Whether two sources may be one origin, be they of two briefs: one party by id, name or entity, or one that says so. Of unnamed people
/// neither id nor description tells.
#[must_use]
pub(crate) fn may_be_one(one: &Source, other: &Source) -> bool {
    let are_named = !one.is_anonymous() && !other.is_anonymous();
    let is_one_name = || Name(one.name.value.as_str()) == Name(other.name.value.as_str());
    let is_one_entity = || {
        one.entity
            .as_ref()
            .is_some_and(|entity| other.entity.as_ref().is_some_and(|it| it.value == entity.value))
    };
    are_named && (one.id.value == other.id.value || is_one_name())
        || is_one_entity()
        || declares(one, other)
        || declares(other, one)
}

/// Whether a source names the other, or what the other names too, as its origin.
fn declares(one: &Source, other: &Source) -> bool {
    one.origin.as_ref().is_some_and(|origin| {
        origin.value == other.id.value || other.origin.as_ref().is_some_and(|it| it.value == origin.value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    #[test]
    fn sources_of_one_name_or_one_entity_are_one_origin() {
        let brief = sample(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\nsources:\n\
             - {id: min, name: Ministry of Oro, kind: official, entity: ministry}\n\
             - {id: min2, name: The minister, kind: official, entity: ministry}\n\
             - {id: port, name: Port of Oro, kind: official}\n\
             - {id: port2, name: PORT OF ORO, kind: official}\n\
             - {id: crew, kind: anonymous, count: 2, described_as: Port of Oro}\n\
             entities: [{id: ministry, name: Ministry, kind: organization}]\n"
                .to_owned(),
        );
        let origins = Origins::declared(&brief);
        assert_eq!(origins.independent(brief.sources.iter().map(|it| &it.id.value)), 3);
        let may_be_one = |one: usize, other: usize| may_be_one(&brief.sources[one], &brief.sources[other]);
        assert!(may_be_one(0, 1) && may_be_one(2, 3) && !may_be_one(1, 2) && !may_be_one(2, 4));
    }
}
