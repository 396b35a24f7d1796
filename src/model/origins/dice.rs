//! Briefs made by dice, to hold the counting of origins against an oracle.

use crate::model::Brief;
use crate::validate::sample;

/// Numbers that look random, and are the same each time.
pub(crate) struct Dice(pub(crate) u64);

const IDS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

impl Dice {
    pub(crate) fn of(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.of(of.len())]
    }

    /// Briefs with sources that are named, unnamed, entities, each other's origin, of one name, marked, and carry each other.
    pub(crate) fn briefs(&mut self, count: usize) -> Vec<Brief> {
        (0..count).map(|place| sample(self.brief(place))).collect()
    }

    fn brief(&mut self, place: usize) -> String {
        let ids: Vec<_> = IDS.into_iter().filter(|_| self.of(4) > 0).collect();
        let ids = if ids.is_empty() { vec!["a"] } else { ids };
        let sources: Vec<_> = ids.iter().map(|id| self.source(id)).collect();
        let facts: Vec<_> = (0..3).map(|place| self.fact(place, &ids)).collect();
        let (day, marking) = (self.of(2) + 1, self.one(&["GREEN", "GREEN", "RED"]));
        let story = self.one(&["", "story: pier\n", "story: gate\n"]);
        let alias = self.one(&["", ", aliases: [N b]", ", aliases: [Office]"]);
        format!(
            "schema: 1\nid: b{place}\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:{marking}\n{story}\
             bottom_line: Invented.\nsources: [{}]\nkey_facts: [{}]\n\
             entities: [{{id: x, name: Office, kind: organization}}, {{id: y, name: Bureau, kind: organization{alias}}}]\n",
            sources.join(", "),
            facts.join(", ")
        )
    }

    fn source(&mut self, id: &str) -> String {
        let origin = ["a", "e", "f", "w"][self.of(4)];
        let origin =
            if self.of(3) > 0 || origin == id { String::new() } else { format!(", origin: {origin}") };
        let entity = self.one(&["", "", "", "", "", "", ", entity: x", ", entity: y"]);
        let marking = self.one(&["", "", "", ", marking: TLP:RED"]);
        if self.of(4) == 0 {
            return format!(
                "{{id: {id}, kind: anonymous, count: 1, described_as: one of them{origin}{marking}}}"
            );
        }
        let other = ["N b", "N C", "Office", "Wire"][self.of(4)].to_owned();
        let name = if self.of(6) == 0 { other } else { format!("N {id}") };
        format!("{{id: {id}, name: {name}, kind: outlet, descriptor: Invented{origin}{entity}{marking}}}")
    }

    fn fact(&mut self, place: usize, ids: &[&str]) -> String {
        let (by, via) = (self.one(ids), self.one(ids));
        let via = if self.of(3) == 0 { format!(", via: [{via}]") } else { String::new() };
        let marking = self.one(&["", "", ", marking: TLP:RED"]);
        format!("{{id: f{place}, text: It stands., status: claimed, said_by: {by}{via}{marking}}}")
    }
}
