//! By what a party is known again in another brief.
//!
//! This puts words together, or lays one in the place of another: under one heading, as a change of one party's stance, as its last word.
//! It errs on the side of two, so that nobody's words are laid into another's mouth, and nobody's are lost. Counting origins errs the
//! other way, and asks [`super::origins`].

use super::joined::Joined;
use super::matter::Matter;
use super::{Brief, Id, Line, Source};
use crate::language::spelled::Name;

/// By what a source is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known<'d> {
    /// Its id and its name: another brief may give the id to somebody else.
    Named(&'d Id, Name<'d>),
    /// The entity that it is, by id and one of its names: whoever speaks under two names is one party.
    Entity(&'d Id, Name<'d>),
    /// People without names, by what they belong to, their id, how many they are and how they are described.
    Unnamed(Matter<'d>, &'d Id, Option<u32>, &'d str),
}

impl<'d> Known<'d> {
    /// A source of a brief by itself. What unnamed people say is told again in their story, where it has them under the same id, as many
    /// and in the same words.
    #[must_use]
    pub fn of(brief: &'d Brief, source: &'d Source) -> Self {
        Self::within(Matter::of(brief), source)
    }

    /// A source of a brief as a party: whether people without names are those of another brief, nobody can say.
    fn party(brief: &'d Brief, source: &'d Source) -> Self {
        Self::within(Matter::Brief(&brief.id), source)
    }

    fn within(matter: Matter<'d>, source: &'d Source) -> Self {
        let (id, name) = (&source.id.value, source.name.value.as_str());
        if source.is_anonymous() {
            Self::Unnamed(matter, id, source.count.as_ref().map(|count| count.value), name)
        } else {
            Self::Named(id, Name(name))
        }
    }

    /// Everything that a party is known by, first what it is by itself. Nobody knows who unnamed people are.
    pub fn all(brief: &'d Brief, source: &'d Source) -> impl Iterator<Item = Self> + use<'d> {
        let id = source.entity.as_ref().map(|id| &id.value);
        let entity = id.and_then(|id| brief.entities.iter().find(|entity| entity.id.value == *id));
        let names = entity.into_iter().flat_map(|entity| {
            entity.every_name().map(Line::as_str).map(move |name| Self::Entity(&entity.id.value, Name(name)))
        });
        std::iter::once(Self::party(brief, source)).chain(names)
    }
}

/// Whether two sources, each with its brief, are certainly one party: whatever the one says later may take the place of what the other
/// said.
#[must_use]
pub fn is_one(one: (&Brief, &Source), other: (&Brief, &Source)) -> bool {
    Known::all(one.0, one.1).any(|known| Known::all(other.0, other.1).any(|it| it == known))
}

/// Sources of several briefs, of which those that share anything that they are known by are one party.
#[derive(Debug)]
pub struct Voices<'d> {
    joined: Joined<Known<'d>>,
    count: usize,
}

impl Default for Voices<'_> {
    fn default() -> Self {
        Self { joined: Joined::with_room(0), count: 0 }
    }
}

impl<'d> Voices<'d> {
    /// Takes up a source of a brief.
    pub fn take(&mut self, brief: &'d Brief, source: &'d Source) {
        let mut all = Known::all(brief, source);
        let Some(own) = all.next() else { return };
        if self.joined.root_of(&own).is_none() {
            self.joined.join(own, own);
            self.count += 1;
        }
        for other in all {
            let (root, of_other) = (self.joined.root_of(&own), self.joined.root_of(&other));
            self.count -= usize::from(of_other.is_some() && of_other != root);
            self.joined.join(own, other);
        }
    }

    /// What all sources of one party have in common.
    #[must_use]
    pub fn party(&self, brief: &'d Brief, source: &'d Source) -> Known<'d> {
        let own = Known::party(brief, source);
        self.joined.root_of(&own).unwrap_or(own)
    }

    /// How many parties there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    fn brief(id: &str, story: &str, source: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n{story}\
             entities: [{{id: head, kind: person, name: Head of Oro, aliases: [Chief of Oro]}}]\nsources: [{source}]\n"
        ));
        Brief { id: Id::parse(id).unwrap(), ..brief }
    }

    fn count(briefs: &[Brief]) -> usize {
        let mut voices = Voices::default();
        for brief in briefs {
            brief.sources.iter().for_each(|source| voices.take(brief, source));
        }
        let parties = briefs.iter().flat_map(|brief| brief.sources.iter().map(|it| voices.party(brief, it)));
        let parties: std::collections::BTreeSet<_> = parties.collect();
        assert_eq!(parties.len(), voices.count());
        voices.count()
    }

    #[test]
    fn a_source_is_known_again_by_id_and_name_or_by_the_entity_that_it_is() {
        let named = |id: &str, name: &str, entity: &str| {
            brief(
                "a",
                "",
                &format!("{{id: {id}, name: {name}, kind: official, descriptor: Invented{entity}}}"),
            )
        };
        let head = ", entity: head";
        let [port, capitals] = ["Port of Oro", "PORT OF ORO"].map(|name| named("port", name, ""));
        assert_eq!(count(&[port.clone(), capitals]), 1);
        assert_eq!(count(&[port.clone(), named("port", "Port of Ira", "")]), 2);
        assert_eq!(count(&[port.clone(), named("other", "Port of Oro", "")]), 2);
        assert_eq!(count(&[named("one", "The Head", head), named("two", "رئيس", head)]), 1);
        // Whatever joins two comes last.
        let (one, two) = (named("one", "The Head", ""), named("two", "His Office", head));
        assert_eq!(count(&[one.clone(), two.clone(), port]), 3);
        assert_eq!(count(&[one, two, named("one", "The Head", head)]), 1);
    }

    #[test]
    fn what_people_without_names_say_is_known_again_in_their_story_alone_and_they_are_not() {
        let crew = |id: &str, story: &str, count: u32, said: &str| {
            let source = format!("{{id: crew, kind: anonymous, described_as: {said}, count: {count}}}");
            brief(id, story, &source)
        };
        let (pier, gate) = ("story: pier\n", "story: gate\n");
        let known = |one: &Brief, other: &Brief| {
            let [one, other] = [one, other].map(|it| it.sources.first().map(|source| Known::of(it, source)));
            one == other
        };
        let crew_of_pier = crew("a", pier, 2, "the crew");
        for (other, again) in [
            (crew("b", pier, 2, "the crew"), true),
            (crew("b", gate, 2, "the crew"), false),
            (crew("b", pier, 3, "the crew"), false),
            (crew("b", pier, 2, "some of the crew"), false),
            (crew("b", "", 2, "the crew"), false),
        ] {
            assert_eq!(known(&crew_of_pier, &other), again);
            assert!(!is_one((&crew_of_pier, &crew_of_pier.sources[0]), (&other, &other.sources[0])));
            assert_eq!(count(&[crew_of_pier.clone(), other]), 2);
        }
        assert_eq!(count(&[crew_of_pier.clone(), crew_of_pier]), 1);
    }
}
