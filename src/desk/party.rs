//! Sources and entities across briefs.
//!
//! Ids are each brief's own: `ministry` may be one ministry here and another there. What two briefs say is put together only where
//! a name is the same too, so that no page lays one party's words into another's mouth. The people behind an anonymous source are
//! never known again: each stands by itself.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::language::spelled::{Known, Names};
use crate::model::{Brief, Entity, Id, Marking, PartyName, Source};

/// The name of a party in links: its id, and which of the parties that briefs call so it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key<'d> {
    /// The id that briefs give it.
    pub id: &'d Id,
    /// 1 for the first that bore the id, 2 for the next.
    pub turn: usize,
}

/// A source or an entity, and where it stands.
#[derive(Debug)]
pub struct Party<'d, T> {
    /// Its name in links.
    pub key: Key<'d>,
    /// What counts most: what the desk's register says of it, or else the latest brief.
    pub said: &'d T,
    /// What each brief says of it, from the earliest to the latest.
    pub mentions: Vec<(&'d Brief, &'d T)>,
    /// The highest handling label of what the register says of it, which no brief need have. What a brief says is under the banner of
    /// that brief.
    pub marking: Option<Marking>,
    registered: bool,
    names: Vec<Known>,
}

/// What has names by which it is known again.
pub trait Named {
    /// The names, the one that counts first.
    fn names(&self) -> impl Iterator<Item = &PartyName>;
}

impl Named for Entity {
    fn names(&self) -> impl Iterator<Item = &PartyName> {
        self.every_name()
    }
}

impl Named for Source {
    fn names(&self) -> impl Iterator<Item = &PartyName> {
        std::iter::once(&self.name.value)
    }
}

/// Every party of one kind, by the id that briefs give it; of each id those that bore it in turn.
#[derive(Debug)]
pub struct Parties<'d, T> {
    by_id: HashMap<&'d Id, Vec<Party<'d, T>>, RandomState>,
    /// The ids in their order.
    ids: Vec<&'d Id>,
    names: Names<'d>,
}

impl<'d, T: Named> Parties<'d, T> {
    pub(super) fn new() -> Self {
        Self { by_id: HashMap::default(), ids: Vec::new(), names: Names::default() }
    }

    /// Makes room for what the register has, and how it is marked.
    pub(super) fn register(&mut self, id: &'d Id, said: &'d T, marking: Option<Marking>) {
        let party = Party {
            key: Key { id, turn: 1 },
            said,
            mentions: Vec::new(),
            marking,
            registered: true,
            names: self.known(said),
        };
        self.by_id.entry(id).or_default().push(party);
    }

    /// Takes up what a brief says. Briefs come from the earliest to the latest.
    pub(super) fn mention(&mut self, id: &'d Id, brief: &'d Brief, said: &'d T) {
        let names = self.known(said);
        let bearers = self.by_id.entry(id).or_default();
        if let Some(party) = bearers.iter_mut().find(|party| party.is_called(&names)) {
            party.take(names, brief, said);
        } else {
            let key = Key { id, turn: bearers.len() + 1 };
            let mentions = vec![(brief, said)];
            bearers.push(Party { key, said, mentions, marking: None, registered: false, names });
        }
    }

    fn known(&mut self, said: &'d T) -> Vec<Known> {
        said.names().map(|name| self.names.known(name.spelled())).collect()
    }

    /// Drops what the register has and no brief names, and puts the others in their order.
    pub(super) fn settle(&mut self) {
        self.by_id.retain(|_, bearers| {
            bearers.retain(|party| !party.mentions.is_empty());
            !bearers.is_empty()
        });
        self.ids = self.by_id.keys().copied().collect();
        self.ids.sort_unstable();
    }

    /// Every party, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Party<'d, T>> {
        self.ids.iter().filter_map(|id| self.by_id.get(id)).flatten()
    }

    /// The party that a brief means by an id.
    #[must_use]
    pub fn find(&self, id: &Id, said: &T) -> Option<&Party<'d, T>> {
        let bearers = self.by_id.get(id)?;
        if let [only] = bearers.as_slice() {
            return Some(only);
        }
        let names: Vec<_> = said.names().filter_map(|name| self.names.find(name.spelled())).collect();
        bearers.iter().find(|party| party.is_called(&names))
    }
}

impl<'d, T: Named> Party<'d, T> {
    fn is_called(&self, names: &[Known]) -> bool {
        names.iter().any(|name| self.names.contains(name))
    }

    fn take(&mut self, names: Vec<Known>, brief: &'d Brief, said: &'d T) {
        for name in names {
            if !self.names.contains(&name) {
                self.names.push(name);
            }
        }
        if !self.registered {
            self.said = said;
        }
        self.mentions.push((brief, said));
    }

    /// Every name that register and briefs give it, without repetition, the one that counts first.
    #[must_use]
    pub fn all_names(&self) -> Vec<&'d str> {
        let mut names: Vec<&str> = self.said.names().map(PartyName::as_str).collect();
        for name in self.mentions.iter().rev().flat_map(|(_, said)| said.names()).map(PartyName::as_str) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}
