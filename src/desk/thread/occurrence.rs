//! A question as it stands in one brief.

use std::cmp::Reverse;

use super::Since;
use crate::model::{Brief, CivilDate, Doubt, Fact, Question, Statement, Status};

/// A question as it stands in one brief.
#[derive(Debug, Clone, Copy)]
pub struct Occurrence<'d> {
    /// The brief.
    pub brief: &'d Brief,
    /// The question in it.
    pub question: &'d Question,
}

impl<'d> Occurrence<'d> {
    /// The fact that answers it.
    #[must_use]
    pub fn answer(self) -> Option<&'d Fact> {
        self.question.answer(self.brief)
    }

    /// Whether it has the same answer in another brief: a fact that says the same, under whichever id, and is denied in both or in
    /// neither; or none in either.
    #[must_use]
    pub fn has_answer_of(self, other: Occurrence<'_>) -> bool {
        let is_denied = |fact: &Fact| fact.status.value == Status::Denied;
        match (self.answer(), other.answer()) {
            (Some(one), Some(other)) => {
                is_denied(one) == is_denied(other)
                    && Statement::of_fact(one).is_one_with(Statement::of_fact(other))
            }
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    /// Whether it has the same answer in another brief, attested and held alike.
    pub(super) fn is_answered_as(self, other: Occurrence<'_>) -> bool {
        let attested = |at: Occurrence<'_>| at.answer().map(|fact| (fact.status.value, fact.doubt_in_it()));
        attested(self) == attested(other) && self.has_answer_of(other)
    }

    /// The day since which it counts as settled here.
    pub(super) fn settled_on(self) -> CivilDate {
        self.question.answered_on.as_ref().map_or(self.brief.date.value, |day| day.value)
    }

    /// Since when it is open here, where it was settled on a day: the brief gives that day, or that of its first opening.
    pub(super) fn opened_after(self, settled: CivilDate) -> Since {
        let today = self.brief.date.value;
        let given = self.question.opened.as_ref().map(|day| day.value);
        given.filter(|day| (settled..=today).contains(day)).map_or(Since::By(today), Since::Given)
    }

    /// Whether it stands in another brief just so: with the same status and the same answer.
    pub(super) fn stands_as(self, other: Occurrence<'_>) -> bool {
        self.question.status.value == other.question.status.value && self.has_answer_of(other)
    }

    /// Its place among those of one day, none of which has the last word: the question stands as in the last of them, which settles
    /// less than the others or is worse attested. Where that does not tell them apart, what they say does, whatever their files are
    /// called.
    #[must_use]
    pub fn place_of_day(self) -> impl Ord + use<'d> {
        let answer = self.answer();
        let attested = answer.map(Doubt::of_fact);
        let speaker = answer.and_then(|fact| Some(fact.attribution.as_ref()?.said_by.name.value.as_str()));
        let says = answer.map(|fact| fact.text.value.as_str());
        let asked = (self.question.question.value.as_str(), self.brief.title.value.as_str());
        (self.question.openness(), Reverse(attested), says, speaker, asked)
    }
}
