//! Who is called what, across a desk.

use std::borrow::Cow;
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
pub struct Names<'e> {
    /// The number of each name as it is spelled, which most briefs have from others.
    spelled: HashMap<Spelled<'e>, u32, RandomState>,
    /// The number of each kind with a name.
    keys: HashMap<String, u32, RandomState>,
    /// Which of these numbers are those of one entity.
    joined: Joined<u32>,
    /// The names of each entity, by the number that the above has for it.
    groups: HashMap<usize, Group<'e>, RandomState>,
}

/// A name, with the kind and the id of what has it.
type Spelled<'e> = (EntityKind, &'e str, &'e str);

/// The names of an entity, and the same each on a line.
#[derive(Debug, Default)]
struct Group<'e> {
    names: BTreeSet<&'e str>,
    lines: String,
}

/// How many names an entity may bring along from other briefs. More than this is no person and no place, but a mistake.
const MOST: usize = 40;

impl<'e> Names<'e> {
    /// The names of these entities. Where an entity has too many names, those that come first are kept.
    pub fn of(entities: impl IntoIterator<Item = &'e Entity>) -> Self {
        let mut names = Self {
            spelled: HashMap::default(),
            keys: HashMap::default(),
            joined: Joined::with_room(0),
            groups: HashMap::default(),
        };
        let mut met = Vec::new();
        entities.into_iter().for_each(|entity| names.join(entity, &mut met));
        for (number, name) in met {
            names.spell(number, name);
        }
        names.groups.values_mut().for_each(|group| group.lines = lines(&group.names));
        names
    }

    /// Every name that the desk has for an entity, each on a line.
    #[must_use]
    pub fn all(&self, entity: &Entity) -> Cow<'_, str> {
        let group = self.group(entity);
        let own = entity.every_name().map(PartyName::as_str);
        match group {
            Some(group) if own.clone().all(|name| group.names.contains(name)) => group.lines.as_str().into(),
            _ => lines(&own.chain(group.into_iter().flat_map(|group| group.names.iter().copied())).collect())
                .into(),
        }
    }

    /// Joins all that an entity is known by. Names that are new as they are spelled are added to those that have been met.
    fn join(&mut self, entity: &'e Entity, met: &mut Vec<(u32, &'e str)>) {
        let mut first = None;
        for spelled in spelled(entity) {
            let number = self.spelled.get(&spelled).copied().unwrap_or_else(|| {
                let number = self.take(spelled);
                met.push((number, spelled.2));
                number
            });
            self.joined.join(*first.get_or_insert(number), number);
        }
    }

    /// The number of a name that is new as it is spelled. It is made if no other spelling has one.
    fn take(&mut self, spelled: Spelled<'e>) -> u32 {
        let next = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        let number = *self.keys.entry(key(spelled)).or_insert(next);
        self.spelled.insert(spelled, number);
        number
    }

    /// The number of a name, if it has one.
    fn number(&self, spelled: Spelled<'_>) -> Option<u32> {
        self.spelled.get(&spelled).or_else(|| self.keys.get(&key(spelled))).copied()
    }

    /// Adds a name to those of its entity, as long as these are not too many.
    fn spell(&mut self, number: u32, name: &'e str) {
        let Some(group) = self.joined.group_of(&number) else { return };
        let names = &mut self.groups.entry(group).or_default().names;
        if names.len() < MOST {
            names.insert(name);
        }
    }

    fn group(&self, entity: &Entity) -> Option<&Group<'e>> {
        let group = spelled(entity).find_map(|spelled| self.joined.group_of(&self.number(spelled)?))?;
        self.groups.get(&group)
    }
}

fn spelled(entity: &Entity) -> impl Iterator<Item = Spelled<'_>> {
    entity.every_name().map(|name| (entity.kind, entity.id.value.as_str(), name.as_str()))
}

/// What makes two entities one: a kind with a name.
fn key((kind, id, name): Spelled<'_>) -> String {
    let (mut words, mut count) = (String::with_capacity(name.len()), 0);
    fold::each(name, |word| {
        words.extend([" ", word]);
        count += 1;
    });
    let tells = count > usize::from(kind == EntityKind::Person);
    [kind.word(), " ", if tells { "" } else { id }, &words].concat()
}

fn lines(names: &BTreeSet<&str>) -> String {
    names.iter().copied().collect::<Vec<_>>().join("\n")
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
