//! What each day changed.

use std::collections::BTreeMap;

use crate::change::{Change, Edition, since};
use crate::desk::{Daily, Desk, Index};
use crate::model::CivilDate;

/// The changes of each day against all days before it. One walk through the desk: the cost of a day is that of its briefs.
#[must_use]
pub fn by_day<'d>(desk: &'d Desk, index: &Index<'d>) -> BTreeMap<CivilDate, Vec<Change<'d>>> {
    let mut earlier = Edition::default();
    let mut changes = BTreeMap::new();
    for (day, briefs) in &index.days {
        let shown = Daily::new(desk, index, *day, *day).briefs;
        changes.insert(*day, since(by_id(shown), &earlier));
        for brief in briefs {
            earlier.add(brief);
        }
    }
    changes
}

/// What the briefs of some days change in what was known before.
#[must_use]
pub fn of_days<'d>(daily: &Daily<'d>, index: &Index<'d>) -> Vec<Change<'d>> {
    let before = index.days.range(..daily.from).flat_map(|(_, briefs)| briefs.iter().copied());
    let mut shown = by_id(daily.briefs.clone());
    shown.sort_by_key(|brief| brief.date.value);
    since(shown, &Edition::of(before))
}

fn by_id(mut briefs: Vec<&crate::model::Brief>) -> Vec<&crate::model::Brief> {
    briefs.sort_by(|a, b| a.id.cmp(&b.id));
    briefs
}
