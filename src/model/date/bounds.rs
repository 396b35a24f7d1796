//! The first and the last day that a date's statement leaves possible.

use std::fmt;

use super::FuzzyDate;
use super::civil::{CivilDate, LAST_YEAR, Month};
use super::shape::{Choice, Missing, PartialDate, Quarter, Season, Shape, Stated};

/// A limit of what a date states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// This day, itself included.
    Day(CivilDate),
    /// `..`: the statement sets no limit on this side.
    Open,
    /// An interval's empty end: there is a limit, which is not known.
    Unknown,
}

impl Bound {
    /// The day, if it is one.
    #[must_use]
    pub const fn day(self) -> Option<CivilDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl fmt::Display for Bound {
    /// The day, `open` or `unknown`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Open => f.write_str("open"),
            Self::Unknown => f.write_str("unknown"),
        }
    }
}

impl From<Missing> for Bound {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::Open => Self::Open,
            Missing::Unknown => Self::Unknown,
        }
    }
}

impl FuzzyDate {
    /// The first day of what is stated.
    ///
    /// Qualifiers do not move it: the format gives `~`, `?` and `%` no width, and none is invented here. Ask
    /// [`is_approximate`](Self::is_approximate) and [`is_uncertain`](Self::is_uncertain) beside it, and
    /// compare dates with [`relation`](Self::relation), never by these days alone.
    ///
    /// A season is given the months of the northern meteorological one: spring is March to May, and winter
    /// December of its year to February of the next. That is a convention for drawing and sorting, for the
    /// codes name no hemisphere; `relation` does not rely on it.
    #[must_use]
    pub fn earliest(&self) -> Bound {
        match self.shape() {
            Shape::Date(date) => Bound::Day(date.earliest()),
            Shape::Moment(moment) => Bound::Day(moment.day()),
            Shape::Between(both) => Bound::Day(ends(&both.start, &both.end).0),
            Shape::From { start, .. } => Bound::Day(start.earliest()),
            Shape::Until { start, .. } => (*start).into(),
            Shape::OneOf(choices) => {
                choices.iter().map(Choice::earliest).min().flatten().map_or(Bound::Open, Bound::Day)
            }
        }
    }

    /// The last day of what is stated, on the terms of [`earliest`](Self::earliest).
    #[must_use]
    pub fn latest(&self) -> Bound {
        match self.shape() {
            Shape::Date(date) => Bound::Day(date.latest()),
            Shape::Moment(moment) => Bound::Day(moment.day()),
            Shape::Between(both) => Bound::Day(ends(&both.start, &both.end).1),
            Shape::Until { end, .. } => Bound::Day(end.latest()),
            Shape::From { end, .. } => (*end).into(),
            Shape::OneOf(choices) => {
                let days: Option<Vec<_>> = choices.iter().map(Choice::latest).collect();
                days.and_then(|days| days.into_iter().max()).map_or(Bound::Open, Bound::Day)
            }
        }
    }
}

/// The first and the last day of a span. From autumn to spring of one year is a span of the south; with the
/// months of the north, its ends stand the other way round.
fn ends(start: &PartialDate, end: &PartialDate) -> (CivilDate, CivilDate) {
    let (first, last) = (start.earliest(), end.latest());
    if first <= last { (first, last) } else { (end.earliest(), start.latest()) }
}

impl Choice {
    /// The first day of this choice; `None` if it is open on that side, which sorts before every day.
    pub(super) fn earliest(&self) -> Option<CivilDate> {
        match self {
            Self::One(date) | Self::From(date) => Some(date.earliest()),
            Self::Range(first, last) => Some(ends(first, last).0),
            Self::UpTo(_) => None,
        }
    }

    /// The last day of this choice; `None` if it is open on that side.
    pub(super) fn latest(&self) -> Option<CivilDate> {
        match self {
            Self::One(date) | Self::UpTo(date) => Some(date.latest()),
            Self::Range(first, last) => Some(ends(first, last).1),
            Self::From(_) => None,
        }
    }
}

impl PartialDate {
    /// The first day of what is stated; see [`FuzzyDate::earliest`].
    #[must_use]
    pub fn earliest(&self) -> CivilDate {
        first_day(self.stated())
    }

    /// The last day of what is stated; see [`FuzzyDate::latest`].
    #[must_use]
    pub fn latest(&self) -> CivilDate {
        last_day(self.stated())
    }
}

fn first_day(stated: Stated) -> CivilDate {
    match stated {
        Stated::Century { first_year: year }
        | Stated::Decade { first_year: year }
        | Stated::Year(year)
        | Stated::SomeMonth { year }
        | Stated::SomeDayOfYear { year } => CivilDate::first_of(year, Month::January),
        Stated::Season { year, season } => CivilDate::first_of(year, season_start(season)),
        Stated::Quarter { year, quarter } => CivilDate::first_of(year, quarter_start(quarter)),
        Stated::Month { year, month } | Stated::SomeDayOfMonth { year, month } => {
            CivilDate::first_of(year, month)
        }
        Stated::Day(day) => day,
    }
}

fn last_day(stated: Stated) -> CivilDate {
    match stated {
        Stated::Century { first_year } => CivilDate::last_of(first_year + 99, Month::December),
        Stated::Decade { first_year } => CivilDate::last_of(first_year + 9, Month::December),
        Stated::Year(year) | Stated::SomeMonth { year } | Stated::SomeDayOfYear { year } => {
            CivilDate::last_of(year, Month::December)
        }
        Stated::Season { year: LAST_YEAR, season: Season::Winter } => {
            CivilDate::last_of(LAST_YEAR, Month::December)
        }
        Stated::Season { year, season: Season::Winter } => CivilDate::last_of(year + 1, Month::February),
        Stated::Season { year, season } => CivilDate::last_of(year, season_start(season).succ().succ()),
        Stated::Quarter { year, quarter } => CivilDate::last_of(year, quarter_start(quarter).succ().succ()),
        Stated::Month { year, month } | Stated::SomeDayOfMonth { year, month } => {
            CivilDate::last_of(year, month)
        }
        Stated::Day(day) => day,
    }
}

const fn season_start(season: Season) -> Month {
    match season {
        Season::Spring => Month::March,
        Season::Summer => Month::June,
        Season::Autumn => Month::September,
        Season::Winter => Month::December,
    }
}

const fn quarter_start(quarter: Quarter) -> Month {
    match quarter {
        Quarter::First => Month::January,
        Quarter::Second => Month::April,
        Quarter::Third => Month::July,
        Quarter::Fourth => Month::October,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(text: &str) -> (String, String) {
        let date = FuzzyDate::parse(text).unwrap();
        (date.earliest().to_string(), date.latest().to_string())
    }

    fn days(first: &str, last: &str) -> (String, String) {
        (first.to_owned(), last.to_owned())
    }

    #[test]
    fn qualifiers_do_not_move_the_bounds() {
        for text in ["2024-02", "2024-02~", "2024-02?", "2024-02%", "2024-~02", "?2024-02"] {
            assert_eq!(bounds(text), days("2024-02-01", "2024-02-29"), "{text}");
        }
    }

    #[test]
    fn seasons_are_drawn_as_northern_and_meteorological() {
        assert_eq!(bounds("2025-21"), days("2025-03-01", "2025-05-31"));
        assert_eq!(bounds("2027-24"), days("2027-12-01", "2028-02-29"));
        assert_eq!(bounds("9999-24"), days("9999-12-01", "9999-12-31"));
    }

    #[test]
    fn a_span_of_southern_seasons_still_runs_forwards() {
        assert_eq!(bounds("2025-23/2025-21"), days("2025-03-01", "2025-11-30"));
        assert_eq!(bounds("[2025-23..2025-21]"), days("2025-03-01", "2025-11-30"));
    }

    #[test]
    fn a_set_reaches_from_its_first_choice_to_its_last() {
        assert_eq!(bounds("[2025-02,2025-01-15]"), days("2025-01-15", "2025-02-28"));
        assert_eq!(bounds("[..2024,2026]"), days("open", "2026-12-31"));
        assert_eq!(bounds("[2024,2026..]"), days("2024-01-01", "open"));
        assert_eq!(bounds("[2025,2025-03]"), days("2025-01-01", "2025-12-31"));
    }
}
