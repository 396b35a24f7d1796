//! What a brief refers to.

use std::collections::BTreeSet;

use super::Subject;
use crate::markdown::{RefKind, scan};
use crate::model::brief::attributions;
use crate::model::{Id, Part};

/// The ids of the sources and entities that something in a brief refers to.
pub(super) struct Uses {
    sources: BTreeSet<String>,
    entities: BTreeSet<String>,
}

impl Uses {
    /// Collects every reference: attributions, quotes, links, notes, origins, properties.
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let mut uses = Self { sources: BTreeSet::new(), entities: BTreeSet::new() };
        uses.attributed(subject);
        uses.linked(subject);
        uses.named(subject);
        uses
    }

    pub(super) fn source(&self, id: &Id) -> bool {
        self.sources.contains(id.as_str())
    }

    pub(super) fn entity(&self, id: &Id) -> bool {
        self.entities.contains(id.as_str())
    }

    fn attributed(&mut self, subject: &Subject<'_>) {
        for attribution in attributions(subject.brief) {
            let sources = std::iter::once(&attribution.said_by).chain(&attribution.via);
            self.sources.extend(sources.map(|source| source.id.value.to_string()));
        }
        let facts = subject.brief.key_facts.iter().flat_map(|fact| &fact.quotes);
        let positions = subject.brief.open_questions.iter().flat_map(|question| &question.positions);
        let quotes = facts.chain(positions.flat_map(|position| &position.quotes));
        let speakers = quotes.filter_map(|quote| quote.said_by.as_ref());
        self.sources.extend(speakers.map(|source| source.id.value.to_string()));
    }

    fn linked(&mut self, subject: &Subject<'_>) {
        for text in subject.texts() {
            for reference in scan(text.text).references {
                match reference.kind {
                    RefKind::Source => self.sources.insert(reference.id),
                    RefKind::Entity => self.entities.insert(reference.id),
                    RefKind::Fact | RefKind::Question => false,
                };
            }
        }
    }

    fn named(&mut self, subject: &Subject<'_>) {
        let brief = subject.brief;
        for part in brief.notes.iter().flat_map(|note| &note.about) {
            match &part.value {
                Part::Source(id) => self.sources.insert(id.to_string()),
                Part::Entity(id) => self.entities.insert(id.to_string()),
                Part::Fact(_) | Part::Question(_) => false,
            };
        }
        let origins = brief.sources.iter().filter_map(|source| source.origin.as_ref());
        self.sources.extend(origins.map(|origin| origin.value.to_string()));
        let entities = brief.sources.iter().filter_map(|source| source.entity.as_ref());
        let properties = brief.key_facts.iter().filter_map(|fact| fact.property.as_ref()).map(|it| &it.of);
        self.entities.extend(entities.chain(properties).map(|id| id.value.to_string()));
    }
}
