//! Who is called what, across a desk.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::RandomState;

use super::fold;
use crate::model::{Entity, EntityKind, Line, Words as _};

/// All names of a desk's entities, so that a brief is found by a name that another brief uses.
///
/// Entities of different briefs are one where they are of one kind and share a name, in whatever case and with or without accents. A
/// person's name of one word is shared by too many people to say anything, unless the id is the same too. This serves search alone:
/// no page says that two are one.
#[derive(Debug, Default)]
pub struct Names {
    groups: HashMap<String, usize, RandomState>,
    /// For each group the one that it has become part of, or itself.
    parents: Vec<usize>,
    /// The names of each group.
    spellings: Vec<BTreeSet<String>>,
}

/// How many names an entity may bring along from other briefs. More than this is no person and no place, but a mistake.
const MOST: usize = 40;

impl Names {
    /// The names of these entities. Where an entity has too many names, those that come first are kept.
    pub fn of<'e>(entities: impl IntoIterator<Item = &'e Entity>) -> Self {
        let mut names = Self::default();
        entities.into_iter().for_each(|entity| names.add(entity));
        names
    }

    /// Every name that the desk has for an entity, each on a line.
    #[must_use]
    pub fn all(&self, entity: &Entity) -> String {
        let mut all: BTreeSet<&str> = entity.every_name().map(Line::as_str).collect();
        if let Some(group) = self.group(entity) {
            all.extend(self.spellings.get(group).into_iter().flatten().map(String::as_str));
        }
        all.into_iter().collect::<Vec<_>>().join("\n")
    }

    fn add(&mut self, entity: &Entity) {
        let mut joined: Option<usize> = None;
        for key in keys(entity) {
            let new = self.parents.len();
            let group = *self.groups.entry(key).or_insert(new);
            if group == new {
                self.parents.push(new);
                self.spellings.push(BTreeSet::new());
            }
            let root = self.root(group);
            joined = Some(joined.map_or(root, |other| self.join(other, root)));
        }
        if let Some(names) = joined.and_then(|group| self.spellings.get_mut(group)) {
            for name in entity.every_name().map(Line::as_str) {
                if names.len() < MOST && !names.contains(name) {
                    names.insert(name.to_owned());
                }
            }
        }
    }

    /// Makes two groups one, the earlier of the two.
    fn join(&mut self, a: usize, b: usize) -> usize {
        let (kept, gone) = (a.min(b), a.max(b));
        if kept == gone {
            return kept;
        }
        if let Some(parent) = self.parents.get_mut(gone) {
            *parent = kept;
        }
        let more = self.spellings.get_mut(gone).map(std::mem::take).unwrap_or_default();
        if let Some(names) = self.spellings.get_mut(kept) {
            let room = MOST.saturating_sub(names.len());
            names.extend(more.into_iter().take(room));
        }
        kept
    }

    fn group(&self, entity: &Entity) -> Option<usize> {
        keys(entity).find_map(|key| self.groups.get(&key).map(|&group| self.root(group)))
    }

    fn root(&self, group: usize) -> usize {
        let mut root = group;
        while let Some(&parent) = self.parents.get(root).filter(|&&parent| parent != root) {
            root = parent;
        }
        root
    }
}

/// What makes two entities one: a kind with a name.
fn keys(entity: &Entity) -> impl Iterator<Item = String> {
    entity.every_name().map(Line::as_str).map(|name| {
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
