//! Open questions and the positions on them.

use super::names::Kind;
use super::{Validator, each, names};
use crate::diagnostic::{Diagnostic, codes};
use crate::load::raw::{RawPosition, RawQuestion};
use crate::model::{Id, Position, Question, QuestionStatus, Stance, Words as _};
use crate::span::Spanned;

impl Validator<'_, '_, '_> {
    pub(super) fn question(&mut self, raw: &Spanned<RawQuestion>) -> Option<Question> {
        let matters = self.prose(raw.matters.as_ref());
        let note = self.prose(raw.note.as_ref());
        let answered_by = raw.answered_by.clone().filter(|id| self.resolve(id, &[Kind::Fact]).is_some());
        self.answer_fits_status(raw);
        let positions: Vec<_> = each(&raw.positions, |position| self.position(position, raw.id.as_ref()));
        names::distinct(
            positions.iter().map(|position| (&position.id, position.span)),
            "position",
            self.problems,
        );
        Some(Question {
            id: raw.id.clone()?,
            question: raw.question.clone()?,
            matters,
            status: raw.status.clone()?,
            opened: raw.opened.clone(),
            answered_by,
            answered_on: raw.answered_on.clone(),
            positions,
            would_settle: raw.would_settle.to_vec(),
            note,
            marking: raw.marking.clone(),
        })
    }

    fn answer_fits_status(&mut self, raw: &RawQuestion) {
        let Some(status) = &raw.status else { return };
        let answered = status.value == QuestionStatus::Answered;
        if answered && raw.answered_by.is_none() {
            let message = "this question is answered, but not by any key fact";
            let diagnostic = Diagnostic::new(&codes::NO_ANSWER, self.path(), status.span, message)
                .with_help("name the key fact that answers it: `answered_by: …`");
            self.problems.push(diagnostic);
        }
        if let Some(answer) = raw.answered_by.as_ref().filter(|_| !answered) {
            let message = format!("this question has an answer, but its status is `{}`", status.value.word());
            let diagnostic = Diagnostic::new(&codes::NO_ANSWER, self.path(), status.span, message)
                .with_related(answer.span, "the answer")
                .with_help("write `status: answered`, or remove `answered_by`");
            self.problems.push(diagnostic);
        }
    }

    fn position(&mut self, raw: &Spanned<RawPosition>, question: Option<&Spanned<Id>>) -> Option<Position> {
        let says = self.prose(raw.says.as_ref());
        let quotes = self.quotes(&raw.quotes);
        self.position_has_speaker(raw);
        self.position_says_something(raw);
        let attribution = self.attribution(raw.said_by.as_ref(), &raw.via, raw.on.as_ref())?;
        let stance = raw.stance.clone()?;
        let (id, span) = match &raw.id {
            Some(id) => (id.value.clone(), id.span),
            None => (position_id(raw, question?, stance.value)?, raw.said_by.as_ref()?.span),
        };
        Some(Position { id, stance, says, attribution, quotes, span })
    }

    fn position_has_speaker(&mut self, raw: &Spanned<RawPosition>) {
        if raw.said_by.is_none() {
            let span = raw.stance.as_ref().map_or(raw.span, |stance| stance.span);
            let diagnostic =
                Diagnostic::new(&codes::NO_SPEAKER, self.path(), span, "this position has no speaker")
                    .with_help("say whose it is: `said_by: …` with the id of a source");
            self.problems.push(diagnostic);
        }
    }

    fn position_says_something(&mut self, raw: &Spanned<RawPosition>) {
        let Some(stance) = raw.stance.as_ref().filter(|stance| stance.value != Stance::Declines) else {
            return;
        };
        if raw.says.is_none() {
            let message = format!("this position {} something, but does not say what", stance.value.word());
            let diagnostic = Diagnostic::new(&codes::NOTHING_SAID, self.path(), stance.span, message)
                .with_help("add `says: …`");
            self.problems.push(diagnostic);
        }
    }
}

/// Who, what stance, when: a party that takes the same stance twice on a day says one thing.
fn position_id(raw: &RawPosition, question: &Spanned<Id>, stance: Stance) -> Option<Id> {
    let said_by = raw.said_by.as_ref()?;
    let on = raw.on.as_ref().map(|on| on.value.to_string()).unwrap_or_default();
    Id::slug(&format!("{} {} {} {on}", question.value, said_by.value, stance.word()))
}
