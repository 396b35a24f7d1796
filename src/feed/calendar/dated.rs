//! What stands in the calendar, and when.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use crate::desk::Overtaken;
use crate::desk::overtaken::Later;
use crate::desk::telling::{self, Telling};
use crate::feed::time;
use crate::model::date::{Precision, Shape};
use crate::model::{Brief, CivilDate, Event, FuzzyDate, Id, Marking, Matter, Standing, Status};
use crate::view::Moved;

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
    /// The last words of the story on the fact that the event stands on, where later briefs attest it otherwise.
    pub(super) later: Vec<Later<'b>>,
}

impl<'b> Dated<'b> {
    /// A later word that denies or disputes the fact which the event stands on: what is expected stands no better than that.
    pub(super) fn taken_back(&self) -> Option<&Later<'b>> {
        self.later.iter().find(|later| {
            let [had, now] = [later.fact, later.now].map(|fact| fact.status.value);
            now.is_doubted() && now.by_doubt() <= had.by_doubt()
        })
    }

    /// How all that is told of it may be handled.
    pub(super) fn marking(&self) -> Marking {
        self.told_by().map(Brief::banner).fold(self.brief.banner(), Marking::max)
    }

    /// The day on which a brief last changed what is told of it.
    pub(super) fn updated(&self) -> CivilDate {
        self.told_by().map(time::updated).fold(time::updated(self.brief), CivilDate::max)
    }

    fn told_by(&self) -> impl Iterator<Item = &'b Brief> {
        self.later.iter().map(|later| later.brief)
    }
}

/// An event as a brief tells it.
type Told<'b> = (&'b Brief, &'b Event);

/// The events to write, by day.
pub(super) fn dated<'b>(
    briefs: impl IntoIterator<Item = &'b Brief>,
    overtaken: &Overtaken<'b>,
) -> Vec<Dated<'b>> {
    let briefs: Vec<_> = briefs.into_iter().collect();
    let moved = Moved::of(briefs.iter().copied());
    // Of the events of a desk, few are to come: nothing is kept of the others.
    let to_come = briefs.iter().flat_map(|brief| brief.timeline.iter().map(|event| (*brief, event)));
    let to_come: HashSet<_, RandomState> =
        to_come.filter(is_to_come).map(|(brief, event)| key(brief, event)).collect();
    let mut told: HashMap<_, Vec<_>, RandomState> = HashMap::default();
    for brief in briefs {
        for event in &brief.timeline {
            let key = key(brief, event);
            if to_come.contains(&key) && !moved.has(brief, event) {
                told.entry(key).or_default().push((brief, event));
            }
        }
    }
    let mut dated: Vec<_> =
        told.into_iter().flat_map(|(key, told)| of_last_day(key, told, overtaken)).collect();
    dated.sort_by_key(|dated| (dated.first, dated.last, dated.key));
    dated
}

fn key<'b>(brief: &'b Brief, event: &'b Event) -> Key<'b> {
    (Matter::of(brief), &event.id)
}

/// The event once for each date that briefs of its last day give it. Where these attest it otherwise, or somebody has denied or disputed
/// it for that date before and has not said otherwise since, in the words of the one that doubts it most.
fn of_last_day<'b>(key: Key<'b>, told: Vec<Told<'b>>, overtaken: &Overtaken<'b>) -> Vec<Dated<'b>> {
    let standing = telling::standing(told, |(brief, event)| Telling::of_event(brief, event));
    let day = standing.first().map(|(brief, _)| brief.date.value);
    let of_last_day = standing.iter().filter(|(brief, _)| Some(brief.date.value) == day);
    let days = |(_, event): &Told<'b>| exact_days(&event.when.as_ref()?.value);
    let mut dates: Vec<_> = of_last_day.filter(|it| is_to_come(it)).filter_map(days).collect();
    dates.sort_unstable();
    dates.dedup();
    let entry = |(place, (first, last)): (usize, (CivilDate, CivilDate))| {
        let of_date = standing.iter().filter(|it| days(it) == Some((first, last)) && is_to_come(it));
        // Whoever says that it will not be need not say when.
        let of_none = standing.iter().filter(|it| days(it).is_none() && is_contrary(it));
        let (brief, event) = *of_date.chain(of_none).min_by_key(|it| doubt(it))?;
        let later = overtaken.of_event(brief, event);
        Some(Dated { key, again: place > 0, brief, event, first, last, later })
    };
    dates.into_iter().enumerate().filter_map(entry).collect()
}

/// Whether a brief tells an event as one that is to come.
fn is_to_come((brief, event): &Told<'_>) -> bool {
    event.is_expected(&FuzzyDate::from(brief.date.value))
}

fn status((brief, event): &Told<'_>) -> Option<Status> {
    Standing::of_event(event, brief)?.status
}

fn is_contrary(told: &Told<'_>) -> bool {
    status(told).is_some_and(Status::is_doubted)
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
    let between_days = matches!(date.shape(), Shape::Between(_)) && date.precision() == Precision::Day;
    if !between_days || doubted {
        return None;
    }
    Some((date.earliest().day()?, date.latest().day()?))
}
