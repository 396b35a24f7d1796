//! The same question in successive briefs.

use std::collections::BTreeMap;

use crate::desk::Desk;
use crate::model::{Brief, Id, Position, Question};

/// A question as it stands in one brief.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence<'d> {
    pub(super) brief: &'d Brief,
    pub(super) question: &'d Question,
}

/// Every question of a desk by its id, from the earliest brief that takes it up to the latest.
pub(super) fn threads(desk: &Desk) -> BTreeMap<&Id, Vec<Occurrence<'_>>> {
    let mut threads: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for brief in desk.briefs.iter().rev() {
        for question in &brief.open_questions {
            threads.entry(&question.id.value).or_default().push(Occurrence { brief, question });
        }
    }
    threads
}

/// What makes a position the same in two briefs: its name, and when it was taken.
pub(super) fn key(position: &Position) -> (&Id, Option<String>) {
    (&position.id, position.attribution.on.as_ref().map(|on| on.value.to_string()))
}
