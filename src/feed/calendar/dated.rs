//! What stands in the calendar, and when.

use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::RandomState;

use crate::desk::Overtaken;
use crate::desk::happened::{self, Happened};
use crate::desk::overtaken::Later;
use crate::desk::telling::{Telling, last};
use crate::feed::time;
use crate::model::date::{Precision, Shape};
use crate::model::{Brief, CivilDate, Doubt, Event, FuzzyDate, Id, Marking, Matter, Standing};
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
    /// The last words of the story on the fact that the event stands on, where these attest it otherwise.
    pub(super) later: Vec<Later<'b>>,
    /// What others say last of the event for that date.
    pub(super) others: Vec<Told<'b>>,
}

impl<'b> Dated<'b> {
    /// The word that doubts most the fact which the event stands on: denies or disputes it, or is held for less credible. What is expected
    /// stands no better than that.
    pub(super) fn taken_back(&self) -> Option<&Later<'b>> {
        let doubts = |later: &&Later<'b>| {
            let [had, now] = [later.fact, later.now].map(Doubt::of_fact);
            (later.now.status.value.is_doubted() || later.is_held_less()) && now <= had
        };
        self.later.iter().filter(doubts).min_by_key(|later| Doubt::of_fact(later.now))
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
        self.later.iter().map(|later| later.brief).chain(self.others.iter().map(|(brief, _)| *brief))
    }
}

/// An event as a brief tells it.
pub(super) type Told<'b> = (&'b Brief, &'b Event);

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
    let mut dated: Vec<_> = told.into_iter().flat_map(|(key, told)| entries(key, told, overtaken)).collect();
    dated.sort_by_key(|dated| (dated.first, dated.last, dated.key));
    dated
}

fn key<'b>(brief: &'b Brief, event: &'b Event) -> Key<'b> {
    (Matter::of(brief), &event.id)
}

/// The event once for each date that somebody's last word gives it, where nobody has told since, as well attested, that it has happened. Where
/// several speak of one date, or somebody says that it will not be, in the words of the one that doubts it most.
fn entries<'b>(key: Key<'b>, told: Vec<Told<'b>>, overtaken: &Overtaken<'b>) -> Vec<Dated<'b>> {
    let last = last::last_of_each(told, |(brief, event)| Telling::of_event(brief, event));
    let mut happened = Happened::default();
    for (brief, event) in &last {
        happened.take(brief, event);
    }
    let stands = |told: &Told<'b>| is_to_come(told) && !happened.since(told.0, told.1);
    let (mut of_dates, mut of_none) = (BTreeMap::<_, Vec<_>>::new(), Vec::new());
    for told in last.into_iter().filter(|told| stands(told) || is_contrary(told)) {
        match told.1.when.as_ref().and_then(|when| exact_days(&when.value)) {
            Some(days) => of_dates.entry(days).or_default().push(told),
            // Whoever says that it will not be need not say when.
            None if is_contrary(&told) => of_none.push(told),
            None => {}
        }
    }
    of_dates.retain(|_, told| told.iter().any(stands));
    let entry = |(place, ((first, last), mut told)): (usize, ((CivilDate, CivilDate), Vec<Told<'b>>))| {
        told.extend(&of_none);
        told.sort_by_cached_key(place_of);
        let (brief, event) = *told.first()?;
        let later = overtaken.of_event(brief, event);
        let others = told.into_iter().skip(1).filter(|it| !is_among(&later, it)).collect();
        Some(Dated { key, again: place > 0, brief, event, first, last, later, others })
    };
    of_dates.into_iter().enumerate().filter_map(entry).collect()
}

/// Whether the fact that an event stands on is among some words.
fn is_among(later: &[Later<'_>], (brief, event): &Told<'_>) -> bool {
    let fact = Standing::of_event(event, brief).and_then(|it| it.fact);
    fact.is_some_and(|fact| later.iter().any(|later| std::ptr::eq(later.now, fact)))
}

/// Whether a brief tells an event as one that is to come.
fn is_to_come((brief, event): &Told<'_>) -> bool {
    happened::is_to_come(brief, event)
}

fn is_contrary((brief, event): &Told<'_>) -> bool {
    Telling::of_event(brief, event).is_doubted()
}

/// The most doubted first; then what they say decides, before the names of their files do.
fn place_of<'b>((brief, event): &Told<'b>) -> impl Ord + use<'b> {
    let attribution = Standing::of_event(event, brief).and_then(|it| it.attribution);
    let speaker = attribution.map(|it| it.said_by.name.value.as_str());
    (Doubt::of_event(event, brief), event.text.value.as_str(), speaker, &brief.id)
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
