//! Questions to which readers have one side alone.

use std::collections::BTreeSet;

use super::readers::Readers;
use super::{Left, Whole};
use crate::desk::Thread;
use crate::desk::thread::Occurrence;
use crate::model::{Position, Question, Stance, Words as _};
use crate::span::Span;

/// The questions that wait for an answer and to which these readers have positions of one side, while one of the other is withheld from
/// them: what is contested looks as if nobody said otherwise.
pub(super) fn left<'d>(whole: &Whole<'d>, readers: &mut Readers<'d>) -> Vec<Left<'d>> {
    let of_both = |thread: &&Thread<'d>| {
        let says = |stance| {
            thread.occurrences().any(|at| at.question.positions.iter().any(|it| it.stance.value == stance))
        };
        says(Stance::Asserts) && (says(Stance::Denies) || says(Stance::Cautions))
    };
    let unsettled = whole.threads().filter(|thread| thread.is_unsettled()).filter(of_both);
    unsettled.filter_map(|thread| one_side(thread, readers)).collect()
}

/// A position where it stands.
#[derive(Clone, Copy)]
struct Taken<'d> {
    at: Occurrence<'d>,
    stance: Stance,
    span: Span,
}

fn one_side<'d>(thread: &Thread<'d>, readers: &mut Readers<'d>) -> Option<Left<'d>> {
    let (mut left, mut withheld) = (Vec::new(), Vec::new());
    let mut is_open = false;
    for at in thread.occurrences() {
        let shown = readers.see_question(at);
        is_open = shown.map_or(is_open, Question::is_unsettled);
        for position in &at.question.positions {
            let taken = Taken { at, stance: position.stance.value, span: position.stance.span };
            let is_shown = shown.is_some_and(|shown| shown.positions.iter().any(|it| is_same(it, position)));
            if is_shown { left.push(taken) } else { withheld.push(taken) }
        }
    }
    // What has an answer is told by that; who declines to speak takes no side.
    left.retain(|it| it.stance != Stance::Declines);
    let had = left.last().copied().filter(|_| is_open)?;
    let stances: BTreeSet<Stance> = left.iter().map(|it| it.stance).collect();
    let is_other = |other: &&Taken<'_>| stances.iter().all(|stance| are_opposed(*stance, other.stance));
    let now = withheld.iter().rev().find(is_other)?;
    Some(Left {
        brief: had.at.brief,
        span: had.span,
        had: format!("whoever {} this alone", had.stance.word()),
        now: match now.stance {
            Stance::Cautions => "somebody cautions against it".to_owned(),
            stance => format!("somebody {} it", stance.word()),
        },
        later: now.at.brief,
    })
}

fn is_same(one: &Position, other: &Position) -> bool {
    one.id == other.id
}

/// Whether one of two stances says what the other does not let stand.
fn are_opposed(one: Stance, other: Stance) -> bool {
    let against = |stance| matches!(stance, Stance::Denies | Stance::Cautions);
    one == Stance::Asserts && against(other) || against(one) && other == Stance::Asserts
}
