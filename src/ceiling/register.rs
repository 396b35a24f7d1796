//! The register under a ceiling.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::markdown::{RefKind, scan_prose};
use crate::model::{Brief, Entity, Id, Marking, Prose, Register, Source};

/// The sources of a register that are marked higher than a ceiling.
#[derive(Debug, Default)]
pub(super) struct Hidden(BTreeSet<Id>);

impl Hidden {
    pub(super) fn of(register: &Register, ceiling: Marking) -> Self {
        let hidden = register.sources.values().filter(|source| is_above(source, ceiling));
        Self(hidden.map(|source| source.id.value.clone()).collect())
    }

    /// Whether a brief holds anything that shows one of them, be it not named by the brief itself.
    pub(super) fn show_in(&self, brief: &Brief) -> bool {
        !self.0.is_empty()
            && (brief.sources.iter().any(|source| self.is_origin_of(source, &brief.sources))
                || brief.entities.iter().any(|entity| self.in_note_on(entity)))
    }

    /// Whether the origin of one of the sources of a brief is one of them. Where the brief lists a source of that id itself, it is
    /// that one.
    pub(super) fn is_origin_of(&self, source: &Source, listed: &[Arc<Source>]) -> bool {
        let is_own = |id: &Id| listed.iter().any(|it| it.id.value == *id && !it.is_taken_up);
        source.origin.as_ref().is_some_and(|origin| self.0.contains(&origin.value) && !is_own(&origin.value))
    }

    /// Whether a note that comes from the register links to one of them.
    pub(super) fn in_note_on(&self, entity: &Entity) -> bool {
        entity.is_taken_up && entity.note.as_deref().is_some_and(|note| self.links(note))
    }

    fn links(&self, text: &Prose) -> bool {
        let references = scan_prose(text).references;
        let mut sources = references.iter().filter(|it| it.kind == RefKind::Source);
        sources.any(|it| Id::parse(&it.id).is_some_and(|id| self.0.contains(&id)))
    }

    /// Takes them out of the register, and out of what is left there. Its entities are shown where a brief names them.
    pub(super) fn take_out_of(&self, register: &mut Register) {
        register.sources.retain(|id, _| !self.0.contains(id));
        for source in register.sources.values_mut() {
            if source.origin.as_ref().is_some_and(|origin| self.0.contains(&origin.value)) {
                Arc::make_mut(source).origin = None;
            }
        }
        for entity in register.entities.values_mut() {
            if entity.note.as_deref().is_some_and(|note| self.links(note)) {
                Arc::make_mut(entity).note = None;
            }
        }
    }
}

fn is_above(source: &Source, ceiling: Marking) -> bool {
    source.marking.as_ref().is_some_and(|marking| marking.value > ceiling)
}
