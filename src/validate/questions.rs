//! Open questions and the positions on them.

use super::names::Kind;
use super::{Validator, each, names};
use crate::diagnostic::{Diagnostic, codes};
use crate::load::raw::{RawPosition, RawQuestion};
use crate::model::id::MAX_ID_BYTES;
use crate::model::{Attribution, Id, Position, Prose, Question, QuestionStatus, Stance, Words as _};
use crate::span::{Span, Spanned};

impl Validator<'_, '_, '_> {
    pub(super) fn question(&mut self, raw: Spanned<RawQuestion>) -> Option<Question> {
        let Spanned { value: raw, span } = raw;
        let matters = self.prose(raw.matters);
        let note = self.prose(raw.note).map(Box::new);
        let answer = raw.answered_by.as_ref();
        let is_found = answer.is_some_and(|id| self.resolve(id, &[Kind::Fact]).is_some());
        self.answer_fits_status(answer, raw.status.as_ref(), span);
        let positions: Box<[_]> = each(raw.positions, |position| self.position(position, raw.id.as_ref()));
        names::distinct(
            positions.iter().map(|position| (&position.id, position.span)),
            "position",
            self.problems,
        );
        Some(Question {
            id: raw.id?,
            question: raw.question?,
            matters,
            status: raw.status?,
            opened: raw.opened,
            answered_by: raw.answered_by.filter(|_| is_found),
            answered_on: raw.answered_on,
            positions,
            would_settle: raw.would_settle.into(),
            note,
            marking: raw.marking,
        })
    }

    fn answer_fits_status(
        &mut self,
        answer: Option<&Spanned<Id>>,
        status: Option<&Spanned<QuestionStatus>>,
        whole: Span,
    ) {
        let Some(status) = status else { return };
        let answered = status.value == QuestionStatus::Answered;
        if answered && answer.is_none() && !self.problems.is_broken("answered_by", whole) {
            let message = "this question is answered, but not by any key fact";
            let diagnostic = Diagnostic::new(&codes::NO_ANSWER, self.path(), status.span, message)
                .with_help("name the key fact that answers it: `answered_by: …`");
            self.problems.push(diagnostic);
        }
        if let Some(answer) = answer.filter(|_| !answered) {
            let message = format!("this question has an answer, but its status is `{}`", status.value.word());
            let diagnostic = Diagnostic::new(&codes::NO_ANSWER, self.path(), status.span, message)
                .with_related(answer.span, "the answer")
                .with_help("write `status: answered`, or remove `answered_by`");
            self.problems.push(diagnostic);
        }
    }

    fn position(&mut self, raw: Spanned<RawPosition>, question: Option<&Spanned<Id>>) -> Option<Position> {
        let Spanned { value: raw, span } = raw;
        let says = self.prose(raw.says);
        let quotes = self.quotes(raw.quotes);
        self.position_has_speaker(raw.said_by.as_ref(), raw.stance.as_ref(), span);
        self.position_says_something(says.as_ref(), raw.stance.as_ref());
        let attribution = self.attribution(raw.said_by.as_ref(), &raw.via, raw.on)?;
        let stance = raw.stance?;
        let (id, span) = match raw.id {
            Some(id) => (id.value, id.span),
            None => (position_id(&attribution, question?, stance.value)?, attribution.said_by.span),
        };
        Some(Position { id, stance, says, attribution, quotes, span })
    }

    fn position_has_speaker(
        &mut self,
        said_by: Option<&Spanned<Id>>,
        stance: Option<&Spanned<Stance>>,
        whole: Span,
    ) {
        if said_by.is_none() && !self.problems.is_broken("said_by", whole) {
            let span = stance.map_or(whole, |stance| stance.span);
            let diagnostic =
                Diagnostic::new(&codes::NO_SPEAKER, self.path(), span, "this position has no speaker")
                    .with_help("say whose it is: `said_by: …` with the id of a source");
            self.problems.push(diagnostic);
        }
    }

    fn position_says_something(&mut self, says: Option<&Spanned<Prose>>, stance: Option<&Spanned<Stance>>) {
        let Some(stance) = stance.filter(|stance| stance.value != Stance::Declines) else { return };
        if says.is_none() {
            let message = format!("this position {} something, but does not say what", stance.value.word());
            let diagnostic = Diagnostic::new(&codes::NOTHING_SAID, self.path(), stance.span, message)
                .with_help("add `says: …`");
            self.problems.push(diagnostic);
        }
    }
}

/// Who, what stance, when: a party that takes the same stance twice on a day says one thing.
fn position_id(attribution: &Attribution, question: &Spanned<Id>, stance: Stance) -> Option<Id> {
    let mut id = String::with_capacity(MAX_ID_BYTES);
    id.push_str(question.value.as_str());
    for part in [attribution.said_by.id.value.as_str(), stance.word()] {
        id.push('-');
        id.push_str(part);
    }
    if let Some(on) = &attribution.on {
        id.push('-');
        on.value.push_canonical(&mut id);
    }
    Id::slug(&id)
}
