//! All briefs together.

pub mod carried;
pub mod daily;
pub mod editions;
pub mod happened;
pub mod index;
pub mod last_day;
pub mod overtaken;
pub mod party;
mod reading;
pub mod stories;
pub mod telling;
pub mod thread;
pub mod topic;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, codes};
use crate::model::{Brief, CivilDate, Edition, Id};

pub use daily::Daily;
pub use index::Index;
pub use overtaken::Overtaken;
pub use reading::{Inspect, Inspection, One, Open, Reading, one, read};
pub use stories::Stories;
pub use thread::Thread;

/// The briefs of a desk, the latest first.
#[derive(Debug, Default)]
pub struct Desk {
    /// The briefs, by date from the latest, then by id.
    pub briefs: Vec<Brief>,
    /// The editor's hand in daily briefs, by day.
    pub editions: BTreeMap<CivilDate, Edition>,
}

impl Desk {
    /// The briefs from the earliest to the latest; those of a day by id.
    #[must_use]
    pub fn chronological(&self) -> Vec<&Brief> {
        let days: Vec<_> = self.briefs.chunk_by(|a, b| a.date.value == b.date.value).collect();
        days.into_iter().rev().flatten().collect()
    }

    /// The day of the latest brief: what a desk without a clock takes for today.
    #[must_use]
    pub fn today(&self) -> Option<CivilDate> {
        self.briefs.first().map(|brief| brief.date.value)
    }

    /// The briefs that editors left out of the daily briefs of their days.
    pub fn left_out(&self) -> impl Iterator<Item = &Id> {
        self.editions.values().flat_map(|edition| &edition.leave_out).map(|id| &id.value)
    }

    /// Puts the briefs in their order, and tells each whether others are marked otherwise.
    pub fn sort(&mut self) {
        self.briefs.sort_by(in_order);
        self.set_apart();
    }

    /// Tells each brief whether others are marked otherwise: their parts then have labels wherever they stand side by side.
    pub(crate) fn set_apart(&mut self) {
        let mut markings = self.briefs.iter().map(|brief| brief.marking.value);
        let first = markings.next();
        let is_apart = markings.any(|marking| Some(marking) != first);
        self.briefs.iter_mut().for_each(|brief| brief.levels.set_apart(is_apart));
    }
}

/// How two briefs of a desk follow each other.
fn in_order(a: &Brief, b: &Brief) -> Ordering {
    (b.date.value, &a.id, &a.path).cmp(&(a.date.value, &b.id, &b.path))
}

/// Two briefs with one id would be written to one page.
#[must_use]
pub fn same_ids(briefs: &[Brief]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut ids: Vec<_> = briefs.iter().map(|brief| &brief.id).collect();
    ids.sort_unstable();
    // As nearly always: paths are long to compare.
    if ids.is_sorted_by(|one, other| one < other) {
        return found;
    }
    let mut seen = BTreeMap::new();
    // By path, so that it is always the same one of the two that is reported.
    let mut by_path: Vec<_> = briefs.iter().collect();
    by_path.sort_by(|a, b| a.path.cmp(&b.path));
    for brief in by_path {
        if let Some(first) = seen.insert(&brief.id, &brief.path) {
            let message = format!("the id `{}` is also that of {}", brief.id, first.display());
            found.push(
                Diagnostic::of_file(&codes::DUPLICATE_BRIEF, &brief.path, message)
                    .with_help("rename one of the files, or give one of the briefs an `id` of its own"),
            );
        }
    }
    found
}
