//! Questions of which readers keep the answer.

use super::readers::Readers;
use super::{Left, Whole};
use crate::change::same_statement;
use crate::desk::thread::Occurrence;
use crate::model::{Fact, QuestionStatus, Status, Words as _};

/// The questions of which less is settled now, or that are settled otherwise, where these readers do not see it.
pub(super) fn left<'d>(whole: &Whole<'d>, readers: &mut Readers<'d>) -> Vec<Left<'d>> {
    let mut left = Vec::new();
    for thread in whole.threads() {
        let now = thread.latest();
        if !thread.occurrences().any(|at| stands_otherwise(at, now)) {
            continue;
        }
        let seen = thread.occurrences().rev().find(|at| readers.see_question(*at).is_some());
        left.extend(seen.filter(|at| stands_otherwise(*at, now)).map(|at| told(at, now)));
    }
    left
}

fn told<'d>(had: Occurrence<'d>, now: Occurrence<'d>) -> Left<'d> {
    let (before, after) = (had.question.status.value, now.question.status.value);
    let stands = match after {
        QuestionStatus::Open => "open again",
        _ if before == after => "answered otherwise",
        _ => after.word(),
    };
    Left {
        brief: had.brief,
        span: had.question.status.span,
        had: format!("this question as {}", before.word()),
        now: format!("it is {stands}"),
        later: now.brief,
    }
}

/// Whether less of a question is settled where it stood last than in a brief, or it is settled otherwise.
fn stands_otherwise(at: Occurrence<'_>, now: Occurrence<'_>) -> bool {
    match (at.question.status.value, now.question.status.value) {
        (QuestionStatus::Open, _) | (QuestionStatus::Narrowed, QuestionStatus::Narrowed) => false,
        (QuestionStatus::Narrowed, now) => now == QuestionStatus::Open,
        (QuestionStatus::Answered, QuestionStatus::Answered) => !says_the_same(answer(at), answer(now)),
        (had, now) => had != now,
    }
}

/// The fact that answers a question, by what it says.
pub(in crate::check) fn answer(at: Occurrence<'_>) -> Option<&Fact> {
    at.brief.fact(&at.question.answered_by.as_ref()?.value)
}

pub(in crate::check) fn says_the_same(one: Option<&Fact>, other: Option<&Fact>) -> bool {
    let is_denied = |fact: &Fact| fact.status.value == Status::Denied;
    match (one, other) {
        (Some(one), Some(other)) => {
            is_denied(one) == is_denied(other)
                && same_statement(one.text.value.as_str(), other.text.value.as_str())
        }
        (one, other) => one.is_none() && other.is_none(),
    }
}
