//! What stands in the calendar, and when.

use crate::desk::last_day::{LastDay, LastDays};
use crate::model::date::{Precision, Shape};
use crate::model::{Brief, CivilDate, Event, FuzzyDate, Id, Matter, Status};
use crate::view::{Moved, standing};

/// What makes an event of one brief the same as an event of another: its id within their matter.
pub(super) type Key<'b> = (Matter<'b>, &'b Id);

/// An event that can stand in a calendar.
pub(super) struct Dated<'b> {
    pub(super) key: Key<'b>,
    /// Whether another entry has the same key: briefs of one day may give an event several dates.
    pub(super) again: bool,
    pub(super) brief: &'b Brief,
    pub(super) event: &'b Event,
    /// The first day.
    pub(super) first: CivilDate,
    /// The last day, which may be the first.
    pub(super) last: CivilDate,
}

/// An event as a brief tells it.
type Told<'b> = (&'b Brief, &'b Event);

/// The events to write, by day.
pub(super) fn dated<'b>(briefs: impl IntoIterator<Item = &'b Brief>) -> Vec<Dated<'b>> {
    let briefs: Vec<_> = briefs.into_iter().collect();
    let moved = Moved::of(briefs.iter().copied());
    let mut latest = LastDays::default();
    for brief in briefs {
        for event in brief.timeline.iter().filter(|event| !moved.has(brief, event)) {
            latest.tell(key(brief, event), brief.date.value, (brief, event));
        }
    }
    let mut dated: Vec<_> = latest.into_iter().flat_map(|(key, last)| of_last_day(key, &last)).collect();
    dated.sort_by_key(|dated| (dated.first, dated.last, dated.key));
    dated
}

fn key<'b>(brief: &'b Brief, event: &'b Event) -> Key<'b> {
    (Matter::of(brief), &event.id)
}

/// The event once for each date that briefs of its last day give it. Where these attest it otherwise, in the words of the one that
/// doubts it most.
fn of_last_day<'b>(key: Key<'b>, told: &LastDay<Told<'b>>) -> Vec<Dated<'b>> {
    let days = |(_, event): &Told<'b>| exact_days(&event.when.as_ref()?.value);
    let to_come = |(brief, event): &Told<'b>| event.is_expected(&FuzzyDate::from(brief.date.value));
    let mut dates: Vec<_> = told.iter().filter(to_come).filter_map(|told| days(&told)).collect();
    dates.sort_unstable();
    dates.dedup();
    let entry = |(place, (first, last)): (usize, (CivilDate, CivilDate))| {
        let of_date = told.iter().filter(|it| days(it) == Some((first, last)) && to_come(it));
        // Whoever says that it will not be need not say when.
        let of_none = told.iter().filter(|it| days(it).is_none() && is_contrary(it));
        let (brief, event) = of_date.chain(of_none).min_by_key(doubt)?;
        Some(Dated { key, again: place > 0, brief, event, first, last })
    };
    dates.into_iter().enumerate().filter_map(entry).collect()
}

fn status((brief, event): &Told<'_>) -> Option<Status> {
    standing(event, brief)?.status
}

fn is_contrary(told: &Told<'_>) -> bool {
    matches!(status(told), Some(Status::Denied | Status::Disputed))
}

/// The most doubted first, of these that of the first brief by id. What has no status is between what is doubted and what is not.
fn doubt<'b>(told: &Told<'b>) -> (u8, &'b Id) {
    (status(told).unwrap_or(Status::Claimed).by_doubt(), &told.0.id)
}

/// The first and the last day of a date that leaves no doubt about either.
fn exact_days(date: &FuzzyDate) -> Option<(CivilDate, CivilDate)> {
    if let Some(day) = date.exact() {
        return Some((day, day));
    }
    let doubted = date.is_approximate() || date.is_uncertain();
    let between_days = matches!(date.shape(), Shape::Between { .. }) && date.precision() == Precision::Day;
    if !between_days || doubted {
        return None;
    }
    Some((date.earliest().day()?, date.latest().day()?))
}
