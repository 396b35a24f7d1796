//! How high each part of a brief is: as high as it is marked itself, and as what it stands on.

use std::collections::BTreeMap;

use super::{
    Attribution, Basis, Brief, Event, Fact, Ground, Id, Judgement, Marking, Note, Part, Position, Prose,
    Question, Quote, Source,
};
use crate::markdown::{RefKind, references};
use crate::span::Spanned;

/// The parts of a brief that are higher than the brief itself. Whoever may read less than that sees nothing of such a part, and whoever
/// reads it is told how high it is.
#[derive(Debug, Clone)]
pub(crate) struct Levels {
    /// How high a part is that nothing is said of.
    floor: Marking,
    sources: BTreeMap<Id, Marking>,
    facts: BTreeMap<Id, Marking>,
    questions: BTreeMap<Id, Marking>,
    /// How high the parts are by the markings that are written at them alone: a part may be marked lower than its brief.
    declared: Option<Box<Levels>>,
    /// Whether other briefs of its desk are marked otherwise.
    is_apart: bool,
}

impl Levels {
    /// Of a brief in which nothing is higher or lower than this.
    pub(crate) fn flat(floor: Marking) -> Self {
        let (sources, facts, questions) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { floor, sources, facts, questions, declared: None, is_apart: false }
    }

    /// Follows every reference of a brief until nothing more is found.
    pub(super) fn of(brief: &Brief) -> Self {
        let declared = Some(Box::new(Self::from_floor(Marking::Clear, brief)));
        Self { declared, ..Self::from_floor(brief.marking.value, brief) }
    }

    fn from_floor(floor: Marking, brief: &Brief) -> Self {
        let mut levels = Self::flat(floor);
        levels.sources =
            levels.above(brief.sources.iter().map(|it| (&it.id.value, levels.own(it.marking.as_ref()))));
        loop {
            let facts = levels.above(brief.key_facts.iter().map(|it| (&it.id.value, levels.fact(it))));
            let is_known = facts == levels.facts;
            levels.facts = facts;
            let questions =
                levels.above(brief.open_questions.iter().map(|it| (&it.id.value, levels.question(it))));
            if is_known && questions == levels.questions {
                return levels;
            }
            levels.questions = questions;
        }
    }

    fn above<'b>(&self, parts: impl Iterator<Item = (&'b Id, Marking)>) -> BTreeMap<Id, Marking> {
        parts.filter(|(_, level)| *level > self.floor).map(|(id, level)| (id.clone(), level)).collect()
    }

    /// The label of a part: how high it is, where that is higher than its brief. Else, where it has a marking of its own, that or the one of
    /// what it stands on.
    pub(super) fn labelled(&self, own: Option<Marking>, level: impl Fn(&Self) -> Marking) -> Option<Marking> {
        let whole = level(self);
        if whole > self.floor {
            return Some(whole);
        }
        own.map(|own| self.declared.as_deref().map_or(own, level))
    }

    /// Settles whether other briefs of its desk are marked otherwise, so that a part without a label cannot stand beside theirs.
    pub(crate) fn set_apart(&mut self, is_apart: bool) {
        self.is_apart = is_apart;
    }

    /// How high a part that nothing is said of is for readers who meet it away from its brief, where they have to be told.
    pub(crate) fn away(&self) -> Option<Marking> {
        self.is_apart.then_some(self.floor)
    }

    /// How high a part is that nothing is said of.
    pub(super) fn floor(&self) -> Marking {
        self.floor
    }

    fn own(&self, marking: Option<&Spanned<Marking>>) -> Marking {
        marking.map_or(self.floor, |marking| marking.value.max(self.floor))
    }

    /// How high a part is by its own marking, or by what it stands on where that is higher. In most briefs nothing is, and then nothing
    /// is looked at.
    fn raised(&self, own: Marking, stands_on: impl FnOnce() -> Marking) -> Marking {
        let nothing_is_higher = [&self.sources, &self.facts, &self.questions].iter().all(|it| it.is_empty());
        if nothing_is_higher { own } else { own.max(stands_on()) }
    }

    fn of_id(&self, levels: &BTreeMap<Id, Marking>, id: &Id) -> Marking {
        levels.get(id).copied().unwrap_or(self.floor)
    }

    fn highest(&self, levels: impl IntoIterator<Item = Marking>) -> Marking {
        levels.into_iter().fold(self.floor, Marking::max)
    }

    /// That of a source.
    pub(crate) fn source(&self, source: &Source) -> Marking {
        self.own(source.marking.as_ref())
    }

    /// That of the source with this id.
    pub(crate) fn source_id(&self, id: &Id) -> Marking {
        self.of_id(&self.sources, id)
    }

    /// That of the fact with this id.
    pub(crate) fn fact_id(&self, id: &Id) -> Marking {
        self.of_id(&self.facts, id)
    }

    /// That of the question with this id.
    pub(crate) fn question_id(&self, id: &Id) -> Marking {
        self.of_id(&self.questions, id)
    }

    /// That of a fact.
    pub(crate) fn fact(&self, fact: &Fact) -> Marking {
        self.raised(self.own(fact.marking.as_ref()), || {
            let spoken = fact.attribution.as_ref().map(|it| self.attribution(it));
            self.highest(spoken.into_iter().chain([self.prose(&fact.text)]))
        })
    }

    /// That of a question: its own, that of its answer, or that of the lowest of everything that anybody has said to it. To show it open,
    /// or with nobody's position, would say what is not so.
    pub(crate) fn question(&self, question: &Question) -> Marking {
        self.raised(self.own(question.marking.as_ref()), || {
            let answer = question.answered_by.as_ref().map(|fact| self.fact_id(&fact.value));
            let said = question.positions.iter().map(|it| self.position(it)).min();
            self.highest(answer.into_iter().chain(said))
        })
    }

    /// That of a position, apart from its question.
    pub(crate) fn position(&self, position: &Position) -> Marking {
        self.raised(self.floor, || {
            let says = position.says.as_ref().map(|says| self.prose(says));
            self.highest(says.into_iter().chain([self.attribution(&position.attribution)]))
        })
    }

    /// That of an event.
    pub(crate) fn event(&self, event: &Event) -> Marking {
        self.raised(self.own(event.marking.as_ref()), || {
            let ground = match &event.ground {
                Ground::Fact(fact) => self.fact_id(&fact.value),
                Ground::Own { attribution, .. } => self.attribution(attribution),
                Ground::Assessed | Ground::Unattributed => self.floor,
            };
            self.highest([ground, self.prose(&event.text)])
        })
    }

    /// That of a judgement.
    pub(crate) fn judgement(&self, judgement: &Judgement) -> Marking {
        self.raised(self.own(judgement.marking.as_ref()), || {
            let basis = judgement.basis.iter().map(|basis| match &basis.value {
                Basis::Fact(id) => self.fact_id(id),
                Basis::Question(id) => self.question_id(id),
            });
            self.highest(basis.chain([self.prose(&judgement.text)]))
        })
    }

    /// That of a note.
    pub(crate) fn note(&self, note: &Note) -> Marking {
        let about = note.about.iter().map(|part| match &part.value {
            Part::Fact(id) => self.fact_id(id),
            Part::Question(id) => self.question_id(id),
            Part::Source(id) => self.source_id(id),
            Part::Entity(_) => self.floor,
        });
        self.highest(about.chain([self.prose(&note.text)]))
    }

    /// That of words to the letter: that of whoever is named with them.
    pub(crate) fn quote(&self, quote: &Quote) -> Marking {
        quote.said_by.as_ref().map_or(self.floor, |source| self.source_id(&source.id.value))
    }

    /// That of a speaker and of all carriers.
    fn attribution(&self, attribution: &Attribution) -> Marking {
        self.highest(attribution.sources().map(|it| self.source_id(&it.id.value)))
    }

    /// That of whatever a text links to.
    pub(crate) fn prose(&self, prose: &Spanned<Prose>) -> Marking {
        self.raised(self.floor, || self.highest(self.linked(prose).map(|(_, level)| level)))
    }

    /// Whatever a text links to, with how high it is.
    pub(crate) fn linked<'l>(
        &'l self,
        prose: &'l Spanned<Prose>,
    ) -> impl Iterator<Item = (Id, Marking)> + 'l {
        references(&prose.value).filter_map(|(kind, id)| {
            let levels = match kind {
                RefKind::Source => &self.sources,
                RefKind::Fact => &self.facts,
                RefKind::Question => &self.questions,
                RefKind::Entity => return None,
            };
            let id = Id::parse(&id)?;
            let level = self.of_id(levels, &id);
            Some((id, level))
        })
    }
}
