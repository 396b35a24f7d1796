//! What each day changed.

use std::collections::BTreeMap;

use crate::change::{Change, Edition, since};
use crate::desk::{Daily, Desk, Index};
use crate::model::{Brief, CivilDate};

/// Changes by day.
pub(super) type Changes<'d> = BTreeMap<CivilDate, Vec<Change<'d>>>;

/// A walk through the days of a desk, from the first. The cost of a day is that of its briefs.
pub(super) struct Walk<'d> {
    desk: &'d Desk,
    index: &'d Index<'d>,
    earlier: Edition<'d>,
}

impl<'d> Walk<'d> {
    pub(super) fn new(desk: &'d Desk, index: &'d Index<'d>) -> Self {
        Self { desk, index, earlier: Edition::default() }
    }

    /// What these days changed, which are the next of the desk. They are let go before the walk goes on: all changes of a large desk
    /// would take more room than its briefs.
    pub(super) fn days(&mut self, days: &[CivilDate]) -> Changes<'d> {
        let mut changes = BTreeMap::new();
        for day in days {
            let shown = Daily::new(self.desk, self.index, *day, *day).briefs;
            let mut of_day = since(by_id(shown), &self.earlier);
            of_day.shrink_to_fit();
            changes.insert(*day, of_day);
            for brief in self.index.days.get(day).into_iter().flatten() {
                self.earlier.add(brief);
            }
        }
        changes
    }
}

/// What the briefs of some days change in what was known before.
#[must_use]
pub fn of_days<'d>(daily: &Daily<'d>, index: &Index<'d>) -> Vec<Change<'d>> {
    let before = index.days.range(..daily.from).flat_map(|(_, briefs)| briefs.iter().copied());
    let mut shown = by_id(daily.briefs.clone());
    shown.sort_by_key(|brief| brief.date.value);
    since(shown, &Edition::of(before))
}

/// What each brief of a story changed in those before it, by their places in it.
#[must_use]
pub(super) fn of_story<'d>(briefs: &[&'d Brief]) -> Vec<Vec<Change<'d>>> {
    let mut earlier = Edition::default();
    let mut steps = Vec::with_capacity(briefs.len());
    for brief in briefs {
        steps.push(since([*brief], &earlier));
        earlier.add(brief);
    }
    steps
}

fn by_id(mut briefs: Vec<&Brief>) -> Vec<&Brief> {
    briefs.sort_by(|a, b| a.id.cmp(&b.id));
    briefs
}
