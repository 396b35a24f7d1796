//! Who is called what, across a desk.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::RandomState;

use super::fold;
use crate::model::joined::Joined;
use crate::model::{Entity, EntityKind, PartyName, Words as _};

/// All names of a desk's entities, so that a brief is found by a name that another brief uses.
///
/// Entities of different briefs are one where they are of one kind and share a name, in whatever case and with or without accents. A
/// person's name of one word is shared by too many people to say anything, unless the id is the same too. This serves search alone:
/// no page says that two are one.
#[derive(Debug)]
pub struct Names {
    /// Each kind with a name, by its number.
    keys: HashMap<String, u32, RandomState>,
    /// Which of these numbers are those of one entity.
    joined: Joined<u32>,
    /// The names of each entity, by the number that the above has for it.
    spellings: HashMap<usize, BTreeSet<String>, RandomState>,
}

/// How many names an entity may bring along from other briefs. More than this is no person and no place, but a mistake.
const MOST: usize = 40;

impl Names {
    /// The names of these entities. Where an entity has too many names, those that come first are kept.
    pub fn of<'e>(entities: impl IntoIterator<Item = &'e Entity>) -> Self {
        let mut names =
            Self { keys: HashMap::default(), joined: Joined::with_room(0), spellings: HashMap::default() };
        let all: Vec<_> = entities.into_iter().map(|entity| (names.join(entity), entity)).collect();
        for (key, entity) in all {
            names.spell(key, entity);
        }
        names
    }

    /// Every name that the desk has for an entity, each on a line.
    #[must_use]
    pub fn all(&self, entity: &Entity) -> String {
        let mut all: BTreeSet<&str> = entity.every_name().map(PartyName::as_str).collect();
        if let Some(group) = self.group(entity) {
            all.extend(self.spellings.get(&group).into_iter().flatten().map(String::as_str));
        }
        all.into_iter().collect::<Vec<_>>().join("\n")
    }

    /// Joins all that an entity is known by, and returns the number of the first.
    fn join(&mut self, entity: &Entity) -> Option<u32> {
        let mut first = None;
        for key in keys(entity) {
            let next = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
            let key = *self.keys.entry(key).or_insert(next);
            self.joined.join(*first.get_or_insert(key), key);
        }
        first
    }

    fn spell(&mut self, key: Option<u32>, entity: &Entity) {
        let Some(group) = key.and_then(|key| self.joined.group_of(&key)) else { return };
        let spelled = self.spellings.entry(group).or_default();
        for name in entity.every_name().map(PartyName::as_str) {
            if spelled.len() < MOST && !spelled.contains(name) {
                spelled.insert(name.to_owned());
            }
        }
    }

    fn group(&self, entity: &Entity) -> Option<usize> {
        keys(entity).find_map(|key| self.joined.group_of(self.keys.get(&key)?))
    }
}

/// What makes two entities one: a kind with a name.
fn keys(entity: &Entity) -> impl Iterator<Item = String> {
    entity.every_name().map(PartyName::as_str).map(|name| {
        let (mut words, mut count) = (String::with_capacity(name.len()), 0);
        fold::each(name, |word| {
            words.extend([" ", word]);
            count += 1;
        });
        let tells = count > usize::from(entity.kind == EntityKind::Person);
        let id = if tells { "" } else { entity.id.value.as_str() };
        [entity.kind.word(), " ", id, &words].concat()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    #[test]
    fn whoever_is_named_in_common_is_one_in_whatever_order_they_come() {
        let entity = |name: &str, alias: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 entities: [{{id: gate, kind: place, name: {name}, aliases: [{alias}]}}]\n"
            ));
            brief.entities.into_iter().next().unwrap()
        };
        let parts = [entity("North Gate", "Gate A"), entity("Gate B", "Gate C"), entity("GATE A", "Gate B")];
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let names = Names::of(order.map(|place| &parts[place]));
            for part in &parts {
                assert_eq!(names.all(part), "GATE A\nGate A\nGate B\nGate C\nNorth Gate", "{order:?}");
            }
        }
        assert_eq!(Names::of([]).all(&parts[0]), "Gate A\nNorth Gate");
    }
}
