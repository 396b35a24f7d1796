//! What a date says, in days on a line.

use chrono::Datelike as _;

use super::{End, MarkKind, Pictured};
use crate::model::date::{Bound, Missing, PartialDate, Shape, Stated};
use crate::model::{CivilDate, FuzzyDate};

/// The number of a day: days since the beginning of the calendar.
pub(super) type Day = i64;

/// How far a date reaches.
pub(super) struct Extent<'e> {
    pub(super) number: usize,
    pub(super) event: Pictured<'e>,
    pub(super) kind: MarkKind,
    /// The first day that it leaves possible, if there is one.
    pub(super) first: Option<Day>,
    /// The last day that it leaves possible, if there is one.
    pub(super) last: Option<Day>,
    /// Of what lasted, the days that are certain: the last on which it can have begun, and the first on which it can have ended.
    pub(super) core: Option<(Option<Day>, Option<Day>)>,
    pub(super) from: End,
    pub(super) to: End,
    /// Whether the date may be wrong.
    pub(super) uncertain: bool,
}

pub(super) fn number_of(day: CivilDate) -> Day {
    Day::from(day.as_naive().num_days_from_ce())
}

impl<'e> Extent<'e> {
    pub(super) fn new(number: usize, when: &FuzzyDate, event: Pictured<'e>) -> Self {
        let (from, to) = ends(when);
        Self {
            number,
            event,
            kind: kind(when),
            first: when.earliest().day().map(number_of),
            last: when.latest().day().map(number_of),
            core: core(when),
            from,
            to,
            uncertain: when.is_uncertain(),
        }
    }
}

fn kind(when: &FuzzyDate) -> MarkKind {
    match when.shape() {
        Shape::Moment(_) => MarkKind::Day,
        Shape::Date(date) if matches!(date.stated(), Stated::Day(_)) => MarkKind::Day,
        Shape::Date(_) => MarkKind::Within,
        Shape::Between(_) | Shape::From { .. } | Shape::Until { .. } => MarkKind::Lasting,
        Shape::OneOf(_) => MarkKind::OneOf,
    }
}

/// A span that began in February and ended in March lasted from the end of February to the beginning of March, and may have lasted
/// longer.
fn core(when: &FuzzyDate) -> Option<(Option<Day>, Option<Day>)> {
    let latest = |date: &PartialDate| Some(number_of(date.latest()));
    let earliest = |date: &PartialDate| Some(number_of(date.earliest()));
    match when.shape() {
        Shape::Between(ends) => Some((latest(&ends.start), earliest(&ends.end))),
        Shape::From { start, end: Missing::Open } => Some((latest(start), None)),
        Shape::Until { start: Missing::Open, end } => Some((None, earliest(end))),
        // Where a limit is not known, the one day that is stands alone.
        Shape::From { start: date, .. } | Shape::Until { end: date, .. } => {
            matches!(date.stated(), Stated::Day(_)).then(|| (earliest(date), latest(date)))
        }
        Shape::Date(_) | Shape::Moment(_) | Shape::OneOf(_) => None,
    }
}

fn ends(when: &FuzzyDate) -> (End, End) {
    let about =
        |date: &PartialDate| if date.doubt_of_any().is_approximate() { End::About } else { End::Sharp };
    match when.shape() {
        Shape::Moment(_) => (End::Sharp, End::Sharp),
        Shape::Date(date) => (about(date), about(date)),
        Shape::Between(ends) => (about(&ends.start), about(&ends.end)),
        Shape::From { start, end } => (about(start), missing(*end)),
        Shape::Until { start, end } => (missing(*start), about(end)),
        Shape::OneOf(_) => {
            let about = if when.is_approximate() { End::About } else { End::Sharp };
            let open = |bound: Bound| if bound.day().is_some() { about } else { End::Open };
            (open(when.earliest()), open(when.latest()))
        }
    }
}

fn missing(missing: Missing) -> End {
    match missing {
        Missing::Open => End::Open,
        Missing::Unknown => End::Unknown,
    }
}
