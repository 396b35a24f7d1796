//! How far what is marked higher reaches: which other parts stand on it.

use std::collections::BTreeSet;

use crate::markdown::{RefKind, scan};
use crate::model::{
    Attribution, Basis, Brief, Event, Fact, Ground, Id, Judgement, Marking, Note, Part, Position, Prose,
    Question, Source,
};
use crate::span::Spanned;

/// The parts of a brief that cannot be seen.
#[derive(Debug)]
pub(super) struct Reach {
    ceiling: Marking,
    sources: BTreeSet<Id>,
    facts: BTreeSet<Id>,
    questions: BTreeSet<Id>,
}

impl Reach {
    /// Follows every reference of a brief until nothing more is found.
    pub(super) fn of(brief: &Brief, ceiling: Marking) -> Self {
        let mut reach =
            Self { ceiling, sources: BTreeSet::new(), facts: BTreeSet::new(), questions: BTreeSet::new() };
        loop {
            let before = reach.count();
            let sources = brief.sources.iter().filter(|it| reach.source(it)).map(|it| it.id.value.clone());
            let sources: BTreeSet<_> = sources.collect();
            reach.sources = sources;
            let facts = brief.key_facts.iter().filter(|it| reach.fact(it)).map(|it| it.id.value.clone());
            reach.facts = facts.collect();
            let questions =
                brief.open_questions.iter().filter(|it| reach.question(it)).map(|it| it.id.value.clone());
            reach.questions = questions.collect();
            if reach.count() == before {
                return reach;
            }
        }
    }

    fn count(&self) -> usize {
        self.sources.len() + self.facts.len() + self.questions.len()
    }

    fn above(&self, marking: Option<&Spanned<Marking>>) -> bool {
        marking.is_some_and(|marking| marking.value > self.ceiling)
    }

    /// Whether this source is withheld.
    pub(super) fn source(&self, source: &Source) -> bool {
        self.above(source.marking.as_ref())
    }

    /// Whether the source with this id is withheld.
    pub(super) fn source_id(&self, id: &Id) -> bool {
        self.sources.contains(id)
    }

    /// Whether this fact is withheld.
    pub(super) fn fact(&self, fact: &Fact) -> bool {
        self.above(fact.marking.as_ref())
            || fact.attribution.as_ref().is_some_and(|it| self.attribution(it))
            || self.prose(&fact.text)
    }

    /// Whether this question is withheld: itself, with its answer, or with everything that anybody has said to it. To show it
    /// open, or with nobody's position, would say what is not so.
    pub(super) fn question(&self, question: &Question) -> bool {
        let all = !question.positions.is_empty() && question.positions.iter().all(|it| self.position(it));
        let answer = question.answered_by.as_ref().is_some_and(|fact| self.facts.contains(&fact.value));
        self.above(question.marking.as_ref()) || answer || all
    }

    /// Whether this position is withheld.
    pub(super) fn position(&self, position: &Position) -> bool {
        self.attribution(&position.attribution) || position.says.as_ref().is_some_and(|says| self.prose(says))
    }

    /// Whether this event is withheld.
    pub(super) fn event(&self, event: &Event) -> bool {
        let ground = match &event.ground {
            Ground::Fact(fact) => self.facts.contains(&fact.value),
            Ground::Own { attribution, .. } => self.attribution(attribution),
            Ground::Assessed | Ground::Unattributed => false,
        };
        self.above(event.marking.as_ref()) || ground || self.prose(&event.text)
    }

    /// Whether this judgement is withheld.
    pub(super) fn judgement(&self, judgement: &Judgement) -> bool {
        let basis = judgement.basis.iter().any(|basis| match &basis.value {
            Basis::Fact(id) => self.facts.contains(id),
            Basis::Question(id) => self.questions.contains(id),
        });
        self.above(judgement.marking.as_ref()) || basis || self.prose(&judgement.text)
    }

    /// Whether this note is withheld.
    pub(super) fn note(&self, note: &Note) -> bool {
        let about = note.about.iter().any(|part| match &part.value {
            Part::Fact(id) => self.facts.contains(id),
            Part::Question(id) => self.questions.contains(id),
            Part::Source(id) => self.sources.contains(id),
            Part::Entity(_) => false,
        });
        about || self.prose(&note.text)
    }

    /// Whether a speaker or a carrier is withheld.
    fn attribution(&self, attribution: &Attribution) -> bool {
        attribution.sources().any(|it| self.source_id(&it.id.value))
    }

    /// Whether a text links to something that is withheld.
    pub(super) fn prose(&self, prose: &Spanned<Prose>) -> bool {
        self.linked(prose).is_some()
    }

    /// What a text links to that is withheld.
    pub(super) fn linked(&self, prose: &Spanned<Prose>) -> Option<Id> {
        scan(prose.as_str()).references.into_iter().find_map(|reference| {
            let withheld = match reference.kind {
                RefKind::Source => &self.sources,
                RefKind::Fact => &self.facts,
                RefKind::Question => &self.questions,
                RefKind::Entity => return None,
            };
            Id::parse(&reference.id).filter(|id| withheld.contains(id))
        })
    }
}
