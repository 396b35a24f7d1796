//! Questions of which readers keep the answer.

use super::readers::Readers;
use super::{Left, Whole};
use crate::desk::thread::Occurrence;
use crate::model::{QuestionStatus, Words as _};

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
        (QuestionStatus::Answered, QuestionStatus::Answered) => !at.has_answer_of(now),
        (had, now) => had != now,
    }
}
