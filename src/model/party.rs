//! By what a party is known again in another brief.
//!
//! This puts words together, or lays one in the place of another: under one heading, as a change of one party's stance, as its last word.
//! It errs on the side of two, so that nobody's words are laid into another's mouth, and nobody's are lost. Counting origins errs the
//! other way, and asks [`super::origins`]; so does a figure of parties, and asks [`super::headcount`].

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::joined::Joined;
use super::matter::Matter;
use super::{Brief, Entity, Id, Line, Source};
use crate::language::spelled::Name;
use crate::span::Spanned;

/// By what a source is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known<'d> {
    /// Its id and its name: another brief may give the id to somebody else.
    Named(&'d Id, Name<'d>),
    /// The entity that it is, by id and one of its names: whoever speaks under two names is one party.
    Entity(&'d Id, Name<'d>),
    /// People without names, by what they belong to and what is said of them.
    Unnamed(Matter<'d>, Unnamed<'d>),
}

/// People without names, known again by their id, how many they are and all that is said of who they are: a clerk of one ministry is none of
/// another.
#[derive(Debug, Clone, Copy)]
pub struct Unnamed<'d>(&'d Source);

impl<'d> Unnamed<'d> {
    fn told(self) -> (&'d Id, Option<u32>, [Option<&'d Line>; 3]) {
        let Source { id, count, name, access, descriptor, .. } = self.0;
        let said = |line: &'d Option<Spanned<Line>>| line.as_ref().map(|line| &line.value);
        (
            &id.value,
            count.as_ref().map(|count| count.value),
            [Some(&name.value), said(access), said(descriptor)],
        )
    }
}

impl PartialEq for Unnamed<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.told() == other.told()
    }
}

impl Eq for Unnamed<'_> {}

impl PartialOrd for Unnamed<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Unnamed<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.told().cmp(&other.told())
    }
}

impl Hash for Unnamed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.told().hash(state);
    }
}

impl<'d> Known<'d> {
    /// A source of a brief by itself. What unnamed people say is told again in their story, where it has them under the same id, as many
    /// and in the same words.
    #[must_use]
    pub fn of(brief: &'d Brief, source: &'d Source) -> Self {
        Self::within(Matter::of(brief), source)
    }

    /// A source of a brief as a party: whether people without names are those of another brief, nobody can say.
    pub(super) fn party(brief: &'d Brief, source: &'d Source) -> Self {
        Self::within(Matter::Brief(&brief.id), source)
    }

    fn within(matter: Matter<'d>, source: &'d Source) -> Self {
        if source.is_anonymous() {
            Self::Unnamed(matter, Unnamed(source))
        } else {
            Self::Named(&source.id.value, source.name.value.spelled())
        }
    }

    /// Everything that a party is known by, first what it is by itself. Nobody knows who unnamed people are.
    pub fn all(brief: &'d Brief, source: &'d Source) -> impl Iterator<Item = Self> + use<'d> {
        std::iter::once(Self::party(brief, source)).chain(Self::names(brief, source))
    }

    /// The names of the entity that a party is.
    fn names(brief: &'d Brief, source: &'d Source) -> impl Iterator<Item = Self> + use<'d> {
        entity(brief, source).into_iter().flat_map(Self::of_entity)
    }

    /// What an entity is known by.
    pub(super) fn of_entity(entity: &'d Entity) -> impl Iterator<Item = Self> + use<'d> {
        entity.every_name().map(move |name| Self::Entity(&entity.id.value, name.spelled()))
    }
}

/// The entity that a source of a brief is, where the brief says so.
pub(super) fn entity<'d>(brief: &'d Brief, source: &'d Source) -> Option<&'d Entity> {
    let id = &source.entity.as_ref()?.value;
    brief.entities.iter().find(|entity| entity.id.value == *id)
}

/// Whether two sources, each with its brief, are certainly one party: whatever the one says later may take the place of what the other
/// said.
#[must_use]
pub fn is_one(one: (&Brief, &Source), other: (&Brief, &Source)) -> bool {
    Known::all(one.0, one.1).any(|known| Known::all(other.0, other.1).any(|it| it == known))
}

/// A source among [several](Voices).
#[derive(Debug, Clone, Copy)]
pub struct Voice(usize);

/// Sources of several briefs, of which those that share anything that they are known by are one party.
#[derive(Debug)]
pub struct Voices<'d> {
    joined: Joined<Known<'d>>,
}

impl<'d> Voices<'d> {
    /// Nobody yet, with room for so many.
    #[must_use]
    pub fn with_room(count: usize) -> Self {
        Self { joined: Joined::with_room(count) }
    }

    /// Takes up a source of a brief, and returns its voice.
    pub fn take(&mut self, brief: &'d Brief, source: &'d Source) -> Voice {
        let own = self.joined.place(Known::party(brief, source));
        for name in Known::names(brief, source) {
            let other = self.joined.place(name);
            self.joined.join_places(own, other);
        }
        Voice(own)
    }

    /// A number for the party that a voice is of, which is the same for all of its voices that have been taken up so far.
    #[must_use]
    pub fn party(&self, voice: Voice) -> usize {
        self.joined.group_at(voice.0).unwrap_or(voice.0)
    }

    /// How many parties there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.joined.groups()
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
        let mut voices = Voices::with_room(0);
        let sources = briefs.iter().flat_map(|brief| brief.sources.iter().map(move |source| (brief, source)));
        let taken: Vec<_> = sources.map(|(brief, source)| voices.take(brief, source)).collect();
        let parties: std::collections::BTreeSet<_> = taken.into_iter().map(|it| voices.party(it)).collect();
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
