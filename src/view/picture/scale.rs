//! From days to places across the picture.

use chrono::NaiveDate;

use super::extent::{Day, Extent};
use super::{Across, Core, End, MarkKind, MarkView};
use crate::locale::Locale;
use crate::model::CivilDate;
use crate::view::parts::Labelled;

/// Where the axis begins.
const LEFT: Across = Across(0);

/// Where the axis ends.
const RIGHT: Across = Across(1000);

/// The least width of a bar: a day in ten years is still to be seen.
const LEAST: u16 = 14;

/// How many events may be left beyond the picture on either side, at most.
const MOST_BEYOND: usize = 20;

/// By how much the rest of the picture must gain in width for an event to be left beyond it.
const WORTH: Day = 4;

/// The days that the axis shows.
pub(super) struct Scale {
    pub(super) first: Day,
    pub(super) last: Day,
}

/// The day of a number.
pub(super) fn date(day: Day) -> Option<CivilDate> {
    CivilDate::from_naive(NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)?)
}

impl Scale {
    /// The days of these events and a little more. Where a few events lie so far off that they would squash the rest, they stay
    /// beyond it.
    pub(super) fn of(extents: &[Extent<'_>]) -> Option<Self> {
        let mut firsts: Vec<_> = extents.iter().filter_map(|it| it.first.or(it.last)).collect();
        let mut lasts: Vec<_> = extents.iter().filter_map(|it| it.last.or(it.first)).collect();
        firsts.sort_unstable();
        lasts.sort_unstable_by(|a, b| b.cmp(a));
        let beyond = (extents.len() / 3).clamp(1, MOST_BEYOND);
        let whole = (*firsts.first()?, *lasts.first()?);
        let (first, last) = narrowed(&firsts, &lasts, beyond).unwrap_or(whole);
        let margin = ((last - first) / 30).max(1);
        Some(Self { first: first - margin, last: last + margin })
    }

    /// How many days the axis shows.
    pub(super) fn days(&self) -> Day {
        self.last - self.first + 1
    }

    /// Where a day begins, held within the axis.
    pub(super) fn start(&self, day: Day) -> Across {
        self.place(2 * (day - self.first))
    }

    /// Where a day is half over, held within the axis.
    pub(super) fn middle(&self, day: Day) -> Across {
        self.place(2 * (day - self.first) + 1)
    }

    /// A place so many half days from the beginning.
    fn place(&self, halves: Day) -> Across {
        let width = Day::from(RIGHT.0 - LEFT.0);
        let from_left = (halves * width / (2 * self.days())).clamp(0, width);
        Across(LEFT.0 + u16::try_from(from_left).unwrap_or_default())
    }

    /// The mark of an event; its lane is still to be found.
    pub(super) fn mark<'v>(&self, extent: &Extent<'_>, locale: &'v Locale) -> MarkView<'v> {
        let (first, last) = (extent.first.unwrap_or(self.first - 1), extent.last.unwrap_or(self.last + 1));
        let nowhere = last < self.first || first > self.last;
        let kind = if nowhere { MarkKind::Beyond } else { extent.kind };
        let (x, end) = match kind {
            MarkKind::Day => (self.middle(first), self.middle(first)),
            MarkKind::Beyond if last < self.first => (LEFT, LEFT),
            MarkKind::Beyond => (RIGHT, RIGHT),
            _ => self.bar(first, last),
        };
        let core = extent.core.filter(|_| !nowhere).and_then(|(from, to)| self.core(from, to, x, end));
        MarkView {
            number: extent.number,
            label: label(extent),
            y: 0,
            kind,
            x,
            end,
            width: Across(end.0 - x.0),
            core,
            from: if first < self.first { beyond(extent.first, extent.from) } else { extent.from },
            to: if last > self.last { beyond(extent.last, extent.to) } else { extent.to },
            expected: extent.event.expected,
            status: extent.event.status.map(|it| Labelled::status(it, locale)),
        }
    }

    /// The beginning of the first day to the end of the last, at least as wide as can be seen.
    fn bar(&self, first: Day, last: Day) -> (Across, Across) {
        let (x, end) = (self.start(first), self.start(last.saturating_add(1)));
        if end.0 - x.0 >= LEAST {
            return (x, end);
        }
        let x = (u16::midpoint(x.0, end.0) - LEAST / 2).clamp(LEFT.0, RIGHT.0 - LEAST);
        (Across(x), Across(x + LEAST))
    }

    /// The certain part of a bar, within the bar; none where it cannot be told from it or is not certain at all.
    fn core(&self, from: Option<Day>, to: Option<Day>, x: Across, end: Across) -> Option<Core> {
        let (from, to) = (from.unwrap_or(self.first), to.unwrap_or(self.last));
        if from > to || to < self.first || from > self.last {
            return None;
        }
        let (start, stop) = self.bar(from, to);
        let (start, stop) = (start.max(x), stop.min(end));
        (start < stop).then(|| Core { x: start, width: Across(stop.0 - start.0) })
    }
}

/// The number of an event, with a sign that there is doubt about its date.
fn label(extent: &Extent<'_>) -> String {
    let mut label = extent.number.to_string();
    if extent.uncertain {
        label.push('?');
    }
    label
}

/// What is open stays so; what has a day goes on beyond the picture.
fn beyond(day: Option<Day>, end: End) -> End {
    if day.is_some() { End::Beyond } else { end }
}

/// The days that are left when the fewest events are put beyond the picture that make it worth it. `firsts` are sorted from the
/// earliest, `lasts` from the latest.
fn narrowed(firsts: &[Day], lasts: &[Day], most: usize) -> Option<(Day, Day)> {
    let whole = lasts.first()? - firsts.first()?;
    let ways = (1..=most).flat_map(|count| (0..=count).map(move |early| (early, count - early)));
    ways.filter_map(|(early, late)| Some((*firsts.get(early)?, *lasts.get(late)?)))
        .find(|(first, last)| first <= last && (last - first + 1).saturating_mul(WORTH) <= whole)
}
