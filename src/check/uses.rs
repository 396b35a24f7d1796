//! What a brief refers to.

use super::Subject;
use crate::markdown::{RefKind, Reference};
use crate::model::brief::attributions;
use crate::model::{Brief, Id, Part};

/// Which sources and entities of a brief something in it refers to, in the order in which the brief lists them.
pub(super) struct Uses {
    sources: Vec<bool>,
    entities: Vec<bool>,
}

impl Uses {
    /// Collects every reference: attributions, quotes, links, notes, origins, properties.
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let brief = subject.brief;
        let mut uses =
            Self { sources: vec![false; brief.sources.len()], entities: vec![false; brief.entities.len()] };
        uses.attributed(brief);
        for reference in subject.references().flat_map(|(_, references)| references) {
            uses.linked(reference, brief);
        }
        uses.named(brief);
        uses
    }

    /// Whether something refers to the source at this place of the list.
    pub(super) fn source(&self, index: usize) -> bool {
        self.sources.get(index) == Some(&true)
    }

    /// Whether something refers to the entity at this place of the list.
    pub(super) fn entity(&self, index: usize) -> bool {
        self.entities.get(index) == Some(&true)
    }

    fn mark_source(&mut self, id: &str, brief: &Brief) {
        let ids = brief.sources.iter().map(|source| &source.id.value);
        mark(&mut self.sources, ids, id);
    }

    fn mark_entity(&mut self, id: &str, brief: &Brief) {
        let ids = brief.entities.iter().map(|entity| &entity.id.value);
        mark(&mut self.entities, ids, id);
    }

    fn attributed(&mut self, brief: &Brief) {
        let spoken = attributions(brief).flat_map(|it| std::iter::once(&it.said_by).chain(&it.via));
        let quoted = brief.quotes().filter_map(|quote| quote.said_by.as_ref());
        for source in spoken.chain(quoted) {
            self.mark_source(source.id.value.as_str(), brief);
        }
    }

    fn linked(&mut self, reference: &Reference, brief: &Brief) {
        match reference.kind {
            RefKind::Source => self.mark_source(&reference.id, brief),
            RefKind::Entity => self.mark_entity(&reference.id, brief),
            RefKind::Fact | RefKind::Question => {}
        }
    }

    fn named(&mut self, brief: &Brief) {
        for part in brief.notes.iter().flat_map(|note| &note.about) {
            match &part.value {
                Part::Source(id) => self.mark_source(id.as_str(), brief),
                Part::Entity(id) => self.mark_entity(id.as_str(), brief),
                Part::Fact(_) | Part::Question(_) => {}
            }
        }
        for origin in brief.sources.iter().filter_map(|source| source.origin.as_ref()) {
            self.mark_source(origin.value.as_str(), brief);
        }
        let entities = brief.sources.iter().filter_map(|source| source.entity.as_ref());
        let properties = brief.key_facts.iter().filter_map(|fact| fact.property.as_ref()).map(|it| &it.of);
        for id in entities.chain(properties) {
            self.mark_entity(id.value.as_str(), brief);
        }
    }
}

/// Marks whatever has this id: most of what is named has been marked before.
fn mark<'i>(used: &mut [bool], ids: impl Iterator<Item = &'i Id>, id: &str) {
    for (used, _) in used.iter_mut().zip(ids).filter(|(used, it)| !**used && it.as_str() == id) {
        *used = true;
    }
}
