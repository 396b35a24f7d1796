//! How high each part of a brief is: as high as it is marked itself, and as what it stands on.

use std::collections::BTreeMap;

use super::{
    Attribution, Basis, Brief, Event, Fact, Ground, Id, Judgement, Marking, Note, Part, Position, Prose,
    Question, Source, Words as _,
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
}

impl Levels {
    /// Of a brief in which nothing is higher or lower than this.
    pub(crate) fn flat(floor: Marking) -> Self {
        let (sources, facts, questions) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { floor, sources, facts, questions, declared: None }
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
    fn label(&self, own: Option<&Spanned<Marking>>, level: impl Fn(&Self) -> Marking) -> Option<Marking> {
        let whole = level(self);
        if whole > self.floor {
            return Some(whole);
        }
        own.map(|own| self.declared.as_deref().map_or(own.value, level))
    }

    /// The label of a fact, if it has one.
    pub(crate) fn fact_label(&self, fact: &Fact) -> Option<&'static str> {
        self.label(fact.marking.as_ref(), |levels| levels.fact(fact)).map(Marking::word)
    }

    /// The label of an event, if it has one.
    pub(crate) fn event_label(&self, event: &Event) -> Option<&'static str> {
        self.label(event.marking.as_ref(), |levels| levels.event(event)).map(Marking::word)
    }

    /// The label of a question, if it has one.
    pub(crate) fn question_label(&self, question: &Question) -> Option<&'static str> {
        self.question_marking(question).map(Marking::word)
    }

    /// The label of a position, where it is higher than that of its question.
    pub(crate) fn position_label(&self, question: &Question, position: &Position) -> Option<&'static str> {
        let of_question = self.question_marking(question).unwrap_or(self.floor);
        self.position_marking(question, position).filter(|label| *label > of_question).map(Marking::word)
    }

    /// The label of a position that is shown apart from its question, if it has one.
    pub(crate) fn lone_position_label(
        &self,
        question: &Question,
        position: &Position,
    ) -> Option<&'static str> {
        self.position_marking(question, position).map(Marking::word)
    }

    /// The label of a judgement, if it has one.
    pub(crate) fn judgement_label(&self, judgement: &Judgement) -> Option<&'static str> {
        self.label(judgement.marking.as_ref(), |levels| levels.judgement(judgement)).map(Marking::word)
    }

    /// The same as a marking.
    pub(crate) fn question_marking(&self, question: &Question) -> Option<Marking> {
        self.label(question.marking.as_ref(), |levels| levels.question(question))
    }

    fn position_marking(&self, question: &Question, position: &Position) -> Option<Marking> {
        let level = |levels: &Self| levels.question(question).max(levels.position(position));
        self.label(question.marking.as_ref(), level)
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
            let answer = question.answered_by.as_ref().map(|fact| self.of_id(&self.facts, &fact.value));
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
                Ground::Fact(fact) => self.of_id(&self.facts, &fact.value),
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
                Basis::Fact(id) => self.of_id(&self.facts, id),
                Basis::Question(id) => self.of_id(&self.questions, id),
            });
            self.highest(basis.chain([self.prose(&judgement.text)]))
        })
    }

    /// That of a note.
    pub(crate) fn note(&self, note: &Note) -> Marking {
        let about = note.about.iter().map(|part| match &part.value {
            Part::Fact(id) => self.of_id(&self.facts, id),
            Part::Question(id) => self.of_id(&self.questions, id),
            Part::Source(id) => self.of_id(&self.sources, id),
            Part::Entity(_) => self.floor,
        });
        self.highest(about.chain([self.prose(&note.text)]))
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

#[cfg(test)]
mod tests {
    use crate::validate::sample;

    #[test]
    fn a_part_is_labelled_as_high_as_what_it_stands_on() {
        let brief = sample(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:GREEN\nbottom_line: Invented.\n\
             sources: [{id: low, name: Low, kind: outlet}, {id: high, name: High, kind: outlet, marking: TLP:RED}]\n\
             key_facts:\n\
             - {id: a, text: A., status: claimed, said_by: high}\n\
             - {id: b, text: 'B, [as is](fact:a).', status: claimed, said_by: low, marking: TLP:AMBER}\n\
             - {id: c, text: C., status: claimed, said_by: low, marking: TLP:CLEAR}\n\
             - {id: d, text: D., status: claimed, said_by: low}\n\
             timeline: [{text: E., fact: b}, {text: F., fact: d}]\n\
             open_questions:\n\
             - {id: q, question: Q?, status: open, opened: 2025-03-01, positions: [\
             {stance: asserts, says: Yes., said_by: high}, {stance: denies, says: No., said_by: low}]}\n\
             - {id: r, question: R?, status: answered, opened: 2025-03-01, answered_by: a, answered_on: 2025-03-01}\n\
             judgements: [{text: J., confidence: low, basis: [r]}, {text: K., confidence: low, basis: [q]}]\n"
                .to_owned(),
        );
        let levels = &brief.levels;
        let facts: Vec<_> = brief.key_facts.iter().map(|it| levels.fact_label(it)).collect();
        assert_eq!(facts, [Some("TLP:RED"), Some("TLP:RED"), Some("TLP:CLEAR"), None]);
        let events: Vec<_> = brief.timeline.iter().map(|it| levels.event_label(it)).collect();
        assert_eq!(events, [Some("TLP:RED"), None]);
        let [open, answered] = &brief.open_questions[..] else { panic!("two questions") };
        assert_eq!([open, answered].map(|it| levels.question_label(it)), [None, Some("TLP:RED")]);
        let positions: Vec<_> = open.positions.iter().map(|it| levels.position_label(open, it)).collect();
        assert_eq!(positions, [Some("TLP:RED"), None]);
        let alone = [open, answered].map(|it| levels.lone_position_label(it, &open.positions[1]));
        assert_eq!(alone, [None, Some("TLP:RED")]);
        let judgements: Vec<_> = brief.judgements.iter().map(|it| levels.judgement_label(it)).collect();
        assert_eq!(judgements, [Some("TLP:RED"), None]);
    }

    #[test]
    fn a_part_that_is_marked_lower_than_its_brief_is_as_high_as_what_it_stands_on_is_marked() {
        let brief = sample(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:AMBER\nbottom_line: Invented.\n\
             sources: [{id: low, name: Low, kind: outlet}, {id: high, name: High, kind: outlet, marking: TLP:AMBER}]\n\
             key_facts:\n\
             - {id: a, text: A., status: claimed, said_by: high, marking: TLP:CLEAR}\n\
             - {id: b, text: B., status: claimed, said_by: low, marking: TLP:CLEAR}\n\
             - {id: c, text: 'C, [as is](fact:a).', status: claimed, said_by: low, marking: TLP:GREEN}\n\
             - {id: d, text: D., status: claimed, said_by: high}\n\
             timeline: [{text: E., fact: a, marking: TLP:CLEAR}, {text: F., fact: b, marking: TLP:CLEAR}]\n\
             open_questions:\n\
             - {id: q, question: Q?, status: open, opened: 2025-03-01, marking: TLP:CLEAR, positions: [\
             {stance: asserts, says: Yes., said_by: high}, {stance: denies, says: No., said_by: low}]}\n\
             judgements: [{text: J., confidence: low, basis: [c], marking: TLP:CLEAR}]\n"
                .to_owned(),
        );
        let levels = &brief.levels;
        let facts: Vec<_> = brief.key_facts.iter().map(|it| levels.fact_label(it)).collect();
        assert_eq!(facts, [Some("TLP:AMBER"), Some("TLP:CLEAR"), Some("TLP:AMBER"), None]);
        let events: Vec<_> = brief.timeline.iter().map(|it| levels.event_label(it)).collect();
        assert_eq!(events, [Some("TLP:AMBER"), Some("TLP:CLEAR")]);
        let question = &brief.open_questions[0];
        assert_eq!(levels.question_label(question), Some("TLP:CLEAR"));
        let positions: Vec<_> =
            question.positions.iter().map(|it| levels.position_label(question, it)).collect();
        assert_eq!(positions, [Some("TLP:AMBER"), None]);
        assert_eq!(levels.judgement_label(&brief.judgements[0]), Some("TLP:AMBER"));
    }
}
