//! How far what is marked higher reaches: which other parts stand on it.

use crate::model::levels::Levels;
use crate::model::{
    Brief, Event, Fact, Id, Judgement, Marking, Note, Position, Prose, Question, Quote, Source,
};
use crate::span::Spanned;

/// The parts of a brief that cannot be seen.
#[derive(Debug)]
pub(super) struct Reach {
    ceiling: Marking,
    levels: Levels,
}

impl Reach {
    /// Of a brief that is not itself above the ceiling.
    pub(super) fn of(brief: &Brief, ceiling: Marking) -> Self {
        Self { ceiling, levels: brief.levels.clone() }
    }

    /// Whether this source is withheld.
    pub(super) fn source(&self, source: &Source) -> bool {
        self.levels.source(source) > self.ceiling
    }

    /// Whether these words are withheld.
    pub(super) fn quote(&self, quote: &Quote) -> bool {
        self.levels.quote(quote) > self.ceiling
    }

    /// Whether this fact is withheld.
    pub(super) fn fact(&self, fact: &Fact) -> bool {
        self.levels.fact(fact) > self.ceiling
    }

    /// Whether this question is withheld.
    pub(super) fn question(&self, question: &Question) -> bool {
        self.levels.question(question) > self.ceiling
    }

    /// Whether this position is withheld.
    pub(super) fn position(&self, position: &Position) -> bool {
        self.levels.position(position) > self.ceiling
    }

    /// Whether this event is withheld.
    pub(super) fn event(&self, event: &Event) -> bool {
        self.levels.event(event) > self.ceiling
    }

    /// Whether this judgement is withheld.
    pub(super) fn judgement(&self, judgement: &Judgement) -> bool {
        self.levels.judgement(judgement) > self.ceiling
    }

    /// Whether this note is withheld.
    pub(super) fn note(&self, note: &Note) -> bool {
        self.levels.note(note) > self.ceiling
    }

    /// Whether a text links to something that is withheld.
    pub(super) fn prose(&self, prose: &Spanned<Prose>) -> bool {
        self.levels.prose(prose) > self.ceiling
    }

    /// What a text links to that is withheld.
    pub(super) fn linked(&self, prose: &Spanned<Prose>) -> Option<Id> {
        self.levels.linked(prose).find(|(_, level)| *level > self.ceiling).map(|(id, _)| id)
    }
}
