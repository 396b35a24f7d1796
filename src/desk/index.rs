//! The same briefs by day, story, question, entity, topic and source.

use std::collections::{BTreeMap, BTreeSet};

use super::Desk;
use super::thread::{Occurrence, Thread};
use super::topic::{self, Topic};
use crate::model::{Brief, CivilDate, Entity, Id, Register, Source};

/// The threads that run through the briefs of a desk. Every list of briefs runs from the earliest to the latest.
#[derive(Debug)]
pub struct Index<'d> {
    /// The briefs of each day, by id.
    pub days: BTreeMap<CivilDate, Vec<&'d Brief>>,
    /// The briefs of each story.
    pub stories: BTreeMap<&'d Id, Vec<&'d Brief>>,
    /// Every question.
    pub questions: BTreeMap<&'d Id, Thread<'d>>,
    /// Every entity with the briefs that list it.
    pub entities: BTreeMap<&'d Id, Party<'d, Entity>>,
    /// Every topic.
    pub topics: BTreeMap<Id, Topic<'d>>,
    /// Every source with the briefs that list it.
    pub sources: BTreeMap<&'d Id, Party<'d, Source>>,
}

/// A source or an entity, and where it stands.
#[derive(Debug)]
pub struct Party<'d, T> {
    /// What the desk's register says of it.
    pub registered: Option<&'d T>,
    /// What each brief says of it.
    pub mentions: Vec<(&'d Brief, &'d T)>,
}

impl<'d, T> Party<'d, T> {
    /// What is said of it with most weight: by the register, or by the latest brief.
    #[must_use]
    pub fn said(&self) -> Option<&'d T> {
        self.registered.or_else(|| self.mentions.last().map(|(_, said)| *said))
    }
}

impl<'d> Index<'d> {
    /// Sorts the briefs of a desk.
    #[must_use]
    pub fn of(desk: &'d Desk, register: &'d Register) -> Self {
        let mut index = Self {
            days: BTreeMap::new(),
            stories: BTreeMap::new(),
            questions: threads(desk),
            entities: BTreeMap::new(),
            topics: topic::topics(desk),
            sources: BTreeMap::new(),
        };
        for brief in desk.briefs.iter().rev() {
            index.file(brief, register);
        }
        for briefs in index.days.values_mut() {
            briefs.sort_by(|a, b| a.id.cmp(&b.id));
        }
        index
    }

    fn file(&mut self, brief: &'d Brief, register: &'d Register) {
        self.days.entry(brief.date.value).or_default().push(brief);
        if let Some(story) = &brief.story {
            self.stories.entry(&story.value).or_default().push(brief);
        }
        for entity in &brief.entities {
            let registered = register.entities.get(&entity.id.value).map(|it| &**it);
            party(&mut self.entities, &entity.id.value, registered).mentions.push((brief, entity));
        }
        for source in &brief.sources {
            let registered = register.sources.get(&source.id.value).map(|it| &**it);
            party(&mut self.sources, &source.id.value, registered).mentions.push((brief, &**source));
        }
    }

    /// Every name that briefs and register give an entity, the one that counts first.
    #[must_use]
    pub fn names_of(&self, entity: &Id) -> Vec<&'d str> {
        let Some(party) = self.entities.get(entity) else { return Vec::new() };
        let said = party.registered.into_iter().chain(party.mentions.iter().rev().map(|(_, said)| *said));
        let mut seen = BTreeSet::new();
        said.flat_map(names).filter(|name| seen.insert(*name)).collect()
    }
}

/// The names of an entity: its own, other spellings, those in its own script.
fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    let own = std::iter::once(entity.name.value.as_str());
    let aliases = entity.aliases.iter().map(|alias| alias.value.as_str());
    own.chain(aliases).chain(entity.names.iter().map(|name| name.name.value.as_str()))
}

fn party<'m, 'd, T>(
    parties: &'m mut BTreeMap<&'d Id, Party<'d, T>>,
    id: &'d Id,
    registered: Option<&'d T>,
) -> &'m mut Party<'d, T> {
    parties.entry(id).or_insert_with(|| Party { registered, mentions: Vec::new() })
}

/// Every question of a desk by its id.
#[must_use]
pub fn threads(desk: &Desk) -> BTreeMap<&Id, Thread<'_>> {
    let mut threads: BTreeMap<_, Thread<'_>> = BTreeMap::new();
    for brief in desk.briefs.iter().rev() {
        for question in &brief.open_questions {
            let occurrence = Occurrence { brief, question };
            threads
                .entry(&question.id.value)
                .and_modify(|thread| thread.push(occurrence))
                .or_insert_with(|| Thread::new(occurrence));
        }
    }
    threads
}
