//! What was known of a question as of each of its briefs.

use super::moves::Told;
use super::{Occurrence, Since, Thread};
use crate::model::CivilDate;
use crate::model::headcount::Headcount;

/// What is known of a question as of one of its briefs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) opened: Since,
    pub(super) reopened: Option<Since>,
    pub(super) last_move: CivilDate,
    pub(super) parties: usize,
}

/// What was known as of each brief on a question, from the first.
pub(super) fn of<'d>(thread: &Thread<'d>) -> Vec<Known> {
    let first = thread.first.brief.date.value;
    let mut known = Known { opened: Since::By(first), reopened: None, last_move: first, parties: 0 };
    let (mut told, mut heads, mut settled) = (Told::default(), Headcount::with_room(0), None);
    let as_of = |(at, of_day): (Occurrence<'d>, Occurrence<'d>)| {
        let step = told.step(at, of_day);
        let stands = step.stands;
        let moved = step.is_any().then_some(at.brief.date.value);
        let positions = at.question.positions.iter();
        let said = positions.filter_map(|position| position.attribution.on.as_ref()?.exact());
        known.last_move = said.chain(moved).fold(known.last_move, CivilDate::max);
        known.opened = step.opened.map_or(known.opened, |(_, day)| Since::Given(day));
        if stands && at.question.is_unsettled() {
            known.reopened = settled.take().map(|day| at.opened_after(day)).or(known.reopened);
        } else if stands {
            settled.get_or_insert(at.settled_on());
        }
        for position in step.positions {
            heads.take(at.brief, &position.attribution.said_by);
        }
        known.parties = heads.count();
        known
    };
    thread.with_days().into_iter().map(as_of).collect()
}
