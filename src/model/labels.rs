//! The handling labels of the parts of a brief: what tells a reader that a part is not as high as its brief.

use super::levels::Levels;
use super::{Event, Fact, Judgement, Marking, Note, Position, Prose, Question, Quote, Words as _};
use crate::markdown::KnownWord;
use crate::span::Spanned;

/// A part of a brief that has a label where it is not as high as the brief.
pub(crate) trait Marked {
    /// The marking that is written at it.
    fn own(&self) -> Option<Marking>;
    /// How high it is.
    fn level(&self, levels: &Levels) -> Marking;
}

macro_rules! marked {
    ($($part:ty, |$levels:ident, $it:ident| $level:expr;)+) => {
        $(impl Marked for $part {
            fn own(&self) -> Option<Marking> {
                self.marking.as_ref().map(|marking| marking.value)
            }

            fn level(&self, $levels: &Levels) -> Marking {
                let $it = self;
                $level
            }
        })+
    };
}

marked! {
    Fact, |levels, it| levels.fact_id(&it.id.value);
    Event, |levels, it| levels.event(it);
    Question, |levels, it| levels.question_id(&it.id.value);
    Judgement, |levels, it| levels.judgement(it);
}

impl Marked for Note {
    fn own(&self) -> Option<Marking> {
        None
    }

    fn level(&self, levels: &Levels) -> Marking {
        levels.note(self)
    }
}

/// A text that is no part of another, such as a correction: it stands on what it links to.
impl Marked for Spanned<Prose> {
    fn own(&self) -> Option<Marking> {
        None
    }

    fn level(&self, levels: &Levels) -> Marking {
        levels.prose(self)
    }
}

/// A position with the question that it is on: it is no lower than that.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said<'b>(pub(crate) &'b Question, pub(crate) &'b Position);

impl Marked for Said<'_> {
    fn own(&self) -> Option<Marking> {
        self.0.own()
    }

    fn level(&self, levels: &Levels) -> Marking {
        self.0.level(levels).max(levels.position(self.1))
    }
}

impl<T: Marked> Marked for &T {
    fn own(&self) -> Option<Marking> {
        (**self).own()
    }

    fn level(&self, levels: &Levels) -> Marking {
        (**self).level(levels)
    }
}

/// What a part can be shown without, where it is higher than the part.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Detail<'b> {
    /// A note, or why a question matters.
    Text(&'b Spanned<Prose>),
    /// Words to the letter, which may be another's than the speaker's.
    Quote(&'b Quote),
    /// One party's position on a question.
    Position(&'b Position),
}

impl Detail<'_> {
    fn level(self, levels: &Levels) -> Marking {
        match self {
            Self::Text(text) => levels.prose(text),
            Self::Quote(quote) => levels.quote(quote),
            Self::Position(position) => levels.position(position),
        }
    }
}

impl Levels {
    /// The label of a part, if it has one.
    pub(crate) fn label(&self, part: &impl Marked) -> Option<KnownWord> {
        self.marking(part).map(Marking::label)
    }

    /// The label of a part where it stands away from its brief, among parts of others: it has one wherever these are marked otherwise.
    pub(crate) fn label_away(&self, part: &impl Marked) -> Option<KnownWord> {
        self.marking(part).or_else(|| self.away()).map(Marking::label)
    }

    /// That of a part as a marking.
    pub(crate) fn marking(&self, part: &impl Marked) -> Option<Marking> {
        self.labelled(part.own(), |levels| part.level(levels))
    }

    /// The label of a text that a part can be shown without, if it has one.
    pub(crate) fn label_of_text(
        &self,
        part: &impl Marked,
        text: Option<&Spanned<Prose>>,
    ) -> Option<KnownWord> {
        self.label_of(part, Detail::Text(text?))
    }

    /// The label of a detail, where it is higher than the part that it is of.
    pub(crate) fn label_of(&self, part: &impl Marked, detail: Detail<'_>) -> Option<KnownWord> {
        let with_detail = self.labelled(part.own(), |levels| part.level(levels).max(detail.level(levels)))?;
        let of_part = self.marking(part).unwrap_or(self.floor());
        (with_detail > of_part).then(|| with_detail.label())
    }
}

impl Marking {
    /// What it is called, which every kind of file takes as it is.
    pub(crate) fn label(self) -> KnownWord {
        KnownWord::plain(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    /// The label of a part.
    fn label(levels: &Levels, part: &impl Marked) -> Option<&'static str> {
        levels.label(part).map(KnownWord::text)
    }

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
        let facts: Vec<_> = brief.key_facts.iter().map(|it| label(levels, it)).collect();
        assert_eq!(facts, [Some("TLP:RED"), Some("TLP:RED"), Some("TLP:CLEAR"), None]);
        let events: Vec<_> = brief.timeline.iter().map(|it| label(levels, it)).collect();
        assert_eq!(events, [Some("TLP:RED"), None]);
        let [open, answered] = &brief.open_questions[..] else { panic!("two questions") };
        assert_eq!([open, answered].map(|it| label(levels, it)), [None, Some("TLP:RED")]);
        let positions: Vec<_> = open
            .positions
            .iter()
            .map(|it| levels.label_of(open, Detail::Position(it)).map(KnownWord::text))
            .collect();
        assert_eq!(positions, [Some("TLP:RED"), None]);
        let alone = [open, answered].map(|it| label(levels, &Said(it, &open.positions[1])));
        assert_eq!(alone, [None, Some("TLP:RED")]);
        let judgements: Vec<_> = brief.judgements.iter().map(|it| label(levels, it)).collect();
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
        let facts: Vec<_> = brief.key_facts.iter().map(|it| label(levels, it)).collect();
        assert_eq!(facts, [Some("TLP:AMBER"), Some("TLP:CLEAR"), Some("TLP:AMBER"), None]);
        let events: Vec<_> = brief.timeline.iter().map(|it| label(levels, it)).collect();
        assert_eq!(events, [Some("TLP:AMBER"), Some("TLP:CLEAR")]);
        let question = &brief.open_questions[0];
        assert_eq!(label(levels, question), Some("TLP:CLEAR"));
        let positions: Vec<_> = question
            .positions
            .iter()
            .map(|it| levels.label_of(question, Detail::Position(it)).map(KnownWord::text))
            .collect();
        assert_eq!(positions, [Some("TLP:AMBER"), None]);
        assert_eq!(label(levels, &brief.judgements[0]), Some("TLP:AMBER"));
    }
}
