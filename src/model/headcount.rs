//! How many parties there are, as a figure.
//!
//! A figure lays nobody's words into another's mouth, so it errs on the side of fewer, as [`super::origins`] do: nothing looks better
//! attested than it is. What puts words together asks [`super::party`], and keeps apart what may be two.

use super::joined::Joined;
use super::party::{Known, entity};
use super::{Brief, Source};
use crate::language::spelled::Name;

/// Whom a source is counted as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Counted<'d> {
    /// Whoever bears the name, under whatever id.
    Name(Name<'d>),
    /// What a party is known by besides.
    Known(Known<'d>),
}

/// Sources of several briefs, counted: those that bear one name, or are one entity, once.
#[derive(Debug)]
pub struct Headcount<'d> {
    joined: Joined<Counted<'d>>,
}

impl<'d> Headcount<'d> {
    /// Nobody yet, with room for so many.
    #[must_use]
    pub fn with_room(count: usize) -> Self {
        Self { joined: Joined::with_room(count) }
    }

    /// Counts a source of a brief. Nobody knows who unnamed people are: those of each brief are counted.
    pub fn take(&mut self, brief: &'d Brief, source: &'d Source) {
        if source.is_anonymous() {
            self.joined.place(Counted::Known(Known::party(brief, source)));
            return;
        }
        let own = self.joined.place(Counted::Name(source.name.value.spelled()));
        let Some(entity) = entity(brief, source) else { return };
        let name = self.joined.place(Counted::Name(entity.name.value.spelled()));
        self.joined.join_places(own, name);
        for known in Known::of_entity(entity) {
            let other = self.joined.place(Counted::Known(known));
            self.joined.join_places(own, other);
        }
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
    use crate::model::Id;
    use crate::validate::sample;

    fn brief(id: &str, source: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: pier\n\
             entities: [{{id: head, kind: person, name: Head of Oro, aliases: [The Chief]}}]\nsources: [{{{source}}}]\n"
        ));
        Brief { id: Id::parse(id).unwrap(), ..brief }
    }

    fn count(sources: [&str; 2]) -> usize {
        let briefs = [brief("a", sources[0]), brief("b", sources[1])];
        let mut heads = Headcount::with_room(2);
        for brief in &briefs {
            heads.take(brief, &brief.sources[0]);
        }
        heads.count()
    }

    #[test]
    fn whoever_bears_one_name_is_counted_once_and_unnamed_people_are_not_one() {
        let port = "id: port, name: Port of Oro, kind: official";
        for (other, is) in [
            (port, 1),
            ("id: harbour, name: PORT OF ORO, kind: official", 1),
            ("id: port, name: Port of Ira, kind: official", 2),
            ("id: office, name: His Office, kind: official, entity: head", 2),
        ] {
            assert_eq!(count([port, other]), is, "{other}");
        }
        let office = "id: office, name: His Office, kind: official, entity: head";
        assert_eq!(count([office, "id: chief, name: رئيس, kind: person, entity: head"]), 1);
        assert_eq!(count([office, "id: chief, name: Head of Oro, kind: person"]), 1);
        // Many a one is the chief.
        assert_eq!(count([office, "id: chief, name: The Chief, kind: person"]), 2);
        let crew = "id: crew, kind: anonymous, described_as: the crew, count: 2";
        assert_eq!(count([crew, crew]), 2);
    }
}
