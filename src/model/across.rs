//! Independent origins among several briefs.

use std::collections::BTreeSet;

use super::attribution::Source;
use super::brief::{Brief, Entity, attributions};
use super::id::Id;
use super::joined::Joined;
use super::matter::Matter;
use crate::language::spelled::{Known as Name, Names};

/// Which sources of several briefs come from one place.
///
/// Sources of two briefs are one where they have the same id or the same name, or are an entity of the same id and name, and people
/// without names where one story has them under one id. This errs on the side of fewer: briefs may well mean two by one id.
#[derive(Debug)]
pub(crate) struct Across<'b> {
    joined: Joined<Known<'b>>,
    names: Names<'b>,
}

impl<'b> Across<'b> {
    /// Joins the sources of these briefs.
    pub(crate) fn of(briefs: impl IntoIterator<Item = &'b Brief>) -> Self {
        let mut across = Self { joined: Joined::with_room(0), names: Names::default() };
        briefs.into_iter().for_each(|brief| across.add(brief));
        across
    }

    /// A number for the origin that a source of one of the briefs comes from, which is the same for all of its origin.
    pub(crate) fn group_of(&self, brief: &'b Brief, source: &'b Source) -> Option<usize> {
        self.joined.group_of(&known(Matter::of(brief), source))
    }

    /// How many independent origins there are among these sources, each with its brief.
    pub(crate) fn independent(&self, sources: impl IntoIterator<Item = (&'b Brief, &'b Source)>) -> usize {
        let groups = sources.into_iter().filter_map(|(brief, source)| self.group_of(brief, source));
        groups.collect::<BTreeSet<_>>().len()
    }

    fn add(&mut self, brief: &'b Brief) {
        let matter = Matter::of(brief);
        let unnamed = brief.sources.iter().filter(|source| source.is_anonymous());
        let unnamed: BTreeSet<_> = unnamed.map(|source| &source.id.value).collect();
        for source in &brief.sources {
            let one = known(matter, source);
            self.joined.place(one);
            if !source.is_anonymous() {
                let name = self.names.known(source.name.value.as_str());
                self.joined.join(one, Known::Name(name));
            }
            if let Some(origin) = source.origin.as_ref().map(|origin| &origin.value) {
                let is_unnamed = unnamed.contains(origin);
                self.joined
                    .join(one, if is_unnamed { Known::Unnamed(matter, origin) } else { Known::Id(origin) });
            }
            let entity = source.entity.as_ref().map(|entity| &entity.value);
            if let Some(entity) = entity.and_then(|id| brief.entities.iter().find(|it| it.id.value == *id)) {
                self.is_entity(one, entity);
            }
        }
        for attribution in attributions(brief) {
            for carrier in &attribution.via {
                self.joined.join(known(matter, &attribution.said_by), known(matter, carrier));
            }
        }
    }

    /// Joins a source and the entity that it is, by each of its names.
    fn is_entity(&mut self, source: Known<'b>, entity: &'b Entity) {
        for name in entity.every_name() {
            let name = self.names.known(name.as_str());
            self.joined.join(source, Known::Entity(&entity.id.value, name));
        }
    }
}

/// What a source is known by among several briefs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Known<'b> {
    /// Its id, or that of an origin that is no source.
    Id(&'b Id),
    /// Its name.
    Name(Name),
    /// The id of people without names in a story, or in a brief that belongs to none.
    Unnamed(Matter<'b>, &'b Id),
    /// The id and a name of the entity that it is.
    Entity(&'b Id, Name),
}

fn known<'b>(matter: Matter<'b>, source: &'b Source) -> Known<'b> {
    let id = &source.id.value;
    if source.is_anonymous() { Known::Unnamed(matter, id) } else { Known::Id(id) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::reached::Sources;
    use crate::validate::sample;

    fn count<'b>(briefs: impl IntoIterator<Item = &'b Brief, IntoIter: Clone>) -> usize {
        let briefs = briefs.into_iter();
        let sources = briefs
            .clone()
            .flat_map(|brief| Sources::of(brief).named.into_iter().map(move |source| (brief, source)));
        Across::of(briefs).independent(sources)
    }

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
        assert_eq!(count([&union]), 1);
        assert_eq!(count([&union, &union.clone(), &port]), 1);
        let alone = brief("pier", PORT, "said_by: port");
        assert_eq!((count([&union, &alone]), count([&union, &port, &alone])), (2, 1));
        for (id, name, origins) in [("wire", "Other", 1), ("other", "Wire of Oro", 1), ("other", "Other", 2)]
        {
            let source = format!("{{id: {id}, name: {name}, kind: agency}}");
            let other = brief("pier", &source, &format!("said_by: {id}"));
            assert_eq!(count([&union, &other]), origins, "{id} {name}");
        }
    }

    #[test]
    fn a_declared_origin_joins_briefs_too() {
        let from = |id: &str, origin: &str| {
            let source =
                format!("{{id: {id}, name: {id}, kind: outlet, descriptor: Invented, origin: {origin}}}");
            brief("pier", &source, &format!("said_by: {id}"))
        };
        assert_eq!(count([&from("paper", "statement"), &from("station", "statement")]), 1);
        assert_eq!(count([&from("paper", "statement"), &from("station", "paper")]), 1);
        assert_eq!(count([&from("paper", "statement"), &from("station", "other")]), 2);
    }

    #[test]
    fn people_without_names_are_of_their_own_story() {
        let crew = |story| brief(story, CREW, "said_by: crew");
        assert_eq!(count([&crew("pier"), &crew("pier")]), 1);
        assert_eq!(count([&crew("pier"), &crew("gate")]), 2);
        assert_eq!(count([]), 0);
    }

    #[test]
    fn one_party_under_two_ids_is_one_origin() {
        let by = |id: &str, name: &str, entity: &str, named: &str| {
            sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: {id}, name: {name}, kind: official, descriptor: Invented{entity}}}]\n\
                 entities:\n- {{id: office, name: {named}, kind: organization, aliases: [The Office]}}\n\
                 - {{id: bureau, name: {named}, kind: organization}}\n\
                 key_facts: [{{id: crane, text: The crane stands., status: claimed, said_by: {id}}}]\n"
            ))
        };
        let ministry = by("min", "Ministry of Oro", ", entity: office", "Office of Oro");
        let spelled = by("moo", "MİNİSTRY  of Oro", "", "Other");
        assert_eq!(count([&ministry, &spelled]), 1);
        for (entity, named, origins) in
            [("office", "OFFICE OF ORO", 1), ("office", "Bureau", 1), ("bureau", "Office of Oro", 2)]
        {
            let other = by("minister", "The minister", &format!(", entity: {entity}"), named);
            assert_eq!(count([&ministry, &other]), origins, "{entity} {named}");
        }
    }

    #[test]
    fn a_story_is_not_a_brief_that_is_called_so() {
        let of_story = brief("crew", CREW, "said_by: crew");
        let mut alone = of_story.clone();
        alone.story = None;
        alone.id = Id::parse("crew").unwrap();
        assert_eq!(count([&of_story, &alone]), 2);
    }
}
