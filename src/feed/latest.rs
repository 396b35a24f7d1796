//! What a feed holds.

use std::cmp::Reverse;

use super::time::updated;
use crate::model::Brief;

/// At most so many briefs of a desk, those first whose word was changed last: a correction brings an old one back, since readers who
/// have it must hear of that. Those of one day keep the desk's order.
#[must_use]
pub fn latest(briefs: &[Brief], most: usize) -> Vec<&Brief> {
    let mut latest: Vec<_> = briefs.iter().map(|brief| (Reverse(updated(brief)), brief)).collect();
    latest.sort_by_key(|(updated, _)| *updated);
    latest.into_iter().take(most).map(|(_, brief)| brief).collect()
}
