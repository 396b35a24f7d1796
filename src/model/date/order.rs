//! Which of two dates came first, where that can be known; and an order for display.

use std::cmp::Ordering;

use super::FuzzyDate;
use super::civil::CivilDate;
use super::moment::{Moment, Zone};
use super::shape::{Choice, Doubt, PartialDate, Shape, Stated};

/// How long "about" a day may be off, in comparisons.
const DAYS_ABOUT: u64 = 7;

/// What is known of the order of two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The first is over before the second begins.
    Before,
    /// The first begins after the second is over.
    After,
    /// Both are exactly the same day, or exactly the same moment.
    Same,
    /// None of these is certain: they overlap, or may.
    Unknown,
}

impl FuzzyDate {
    /// Which came first, where that is certain. `a.relation(b)` is [`Before`](Relation::Before) just when
    /// `b.relation(a)` is [`After`](Relation::After).
    ///
    /// Before means wholly before: every day that the one may be lies before every day that the other may be.
    /// So that nothing doubtful is called certain, the days that a date *may be* are for this purpose
    ///
    /// - of a part marked `?` or `%`, all that its coarser parts allow: with a doubted day the whole month,
    ///   with a doubted month the whole year, with a doubted year any time at all;
    /// - of a part marked `~` or `%`, one unit more on either side: a month for a month, a year for a year,
    ///   three months for a season or a quarter, ten years for a decade. "About" a day is taken to be within
    ///   a week of it. Where `~` stands behind several parts they are one approximate value, and its unit is
    ///   that of the finest;
    /// - of a season, the whole year with three months on either side, since the hemisphere is not stated;
    /// - of an open or unknown end, any time at all.
    ///
    /// The standard gives no figures for any of these: they are this program's, chosen to err towards
    /// [`Unknown`](Relation::Unknown).
    ///
    /// Days without a zone are compared as stated, as if all of one place. Two moments with a zone each are
    /// compared as instants; against anything else, such a moment may be on every day that it is somewhere in
    /// the world. Moments without a zone are ordered by their days alone: a clock without a place orders nothing.
    #[must_use]
    pub fn relation(&self, other: &Self) -> Relation {
        match (self.shape(), other.shape()) {
            (Shape::Moment(left), Shape::Moment(right)) => relation_of_moments(left, right),
            (Shape::Date(left), Shape::Date(right)) => relation_of_dates(left, right),
            (left, right) => Reach::of(left).relation(Reach::of(right)),
        }
    }

    /// The place of this date in a list. An order for display only: it says nothing of what came first, and
    /// orders dates whose [`relation`](Self::relation) is unknown.
    ///
    /// Dates stand by their first day as in [`earliest`](Self::earliest), or by their last where they have no
    /// first; of those on one day the ones without a first day lead; then by their last day, those without
    /// one at the end; then by time of day as stated; then by their text.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        let (earliest, latest) = (self.earliest().day(), self.latest().day());
        let second = if let Shape::Moment(moment) = self.shape() { moment.second_of_day() } else { 0 };
        let place = Place {
            day: earliest.or(latest),
            has_start: earliest.is_some(),
            endless: latest.is_none(),
            last: latest,
            second,
        };
        SortKey { place, date: self.clone() }
    }
}

/// An order of dates for display; see [`FuzzyDate::sort_key`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortKey {
    place: Place,
    date: FuzzyDate,
}

/// What dates are put in order by before their text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    day: Option<CivilDate>,
    has_start: bool,
    endless: bool,
    last: Option<CivilDate>,
    second: u32,
}

impl Ord for SortKey {
    fn cmp(&self, other: &Self) -> Ordering {
        // The texts are made for the few dates that have one place and are not the same.
        let by_text = || {
            if self.date == other.date {
                Ordering::Equal
            } else {
                self.date.with_canonical(|one| other.date.with_canonical(|other| one.cmp(other)))
            }
        };
        self.place.cmp(&other.place).then_with(by_text)
    }
}

impl PartialOrd for SortKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether what is stated runs backwards: the last day of the end before the first of the start, whatever the
/// doubts, and whichever side of the equator a season is on.
pub(super) fn is_reversed(start: &PartialDate, end: &PartialDate) -> bool {
    Reach::of_stated(end.stated()).relation(Reach::of_stated(start.stated())) == Relation::Before
}

/// The order in which the choices of a set are kept: an open start first, an open end last, days between.
pub(super) fn choice_key(choice: &Choice) -> (bool, Option<CivilDate>, Option<CivilDate>, String) {
    (choice.latest().is_none(), choice.earliest(), choice.latest(), choice.to_string())
}

/// The relation of two dates that are neither spans nor sets nor moments.
pub(super) fn relation_of_dates(left: &PartialDate, right: &PartialDate) -> Relation {
    match (left.certain_day(), right.certain_day()) {
        (Some(left), Some(right)) => relation_of_points(&left, &right),
        _ => Reach::of_date(left).relation(Reach::of_date(right)),
    }
}

/// The relation of two times that are known to the point.
fn relation_of_points<T: Ord>(left: &T, right: &T) -> Relation {
    match left.cmp(right) {
        std::cmp::Ordering::Less => Relation::Before,
        std::cmp::Ordering::Equal => Relation::Same,
        std::cmp::Ordering::Greater => Relation::After,
    }
}

fn relation_of_moments(left: &Moment, right: &Moment) -> Relation {
    if left == right {
        return Relation::Same;
    }
    if let (Some(left), Some(right)) = (instant(left), instant(right)) {
        return relation_of_points(&left, &right);
    }
    Reach::of_moment(left).relation(Reach::of_moment(right))
}

/// Seconds from a fixed moment in UTC, of a moment whose zone is stated.
fn instant(moment: &Moment) -> Option<i64> {
    let zone = moment.zone()?;
    let days = i64::from(moment.day().as_naive().to_epoch_days());
    Some(days * 86_400 + i64::from(moment.second_of_day()) - i64::from(zone.minutes_east()) * 60)
}

/// The days that a date may be, doubts included. `None` is no limit.
#[derive(Clone, Copy)]
struct Reach {
    first: Option<CivilDate>,
    last: Option<CivilDate>,
}

impl Reach {
    const ANY: Self = Self { first: None, last: None };

    fn of_moment(moment: &Moment) -> Self {
        let day_at = |east: i32| {
            let Some(zone) = moment.zone() else { return moment.day() };
            let minutes = i64::from(east) - i64::from(zone.minutes_east());
            let days = (i64::from(moment.second_of_day()) + minutes * 60).div_euclid(86_400);
            if days < 0 {
                moment.day().days_earlier(days.unsigned_abs())
            } else {
                moment.day().days_later(days.unsigned_abs())
            }
        };
        Self { first: Some(day_at(Zone::WESTERNMOST)), last: Some(day_at(Zone::EASTERNMOST)) }
    }

    fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Date(date) => Self::of_date(date),
            Shape::Moment(moment) => Self::of_moment(moment),
            Shape::Between(ends) => {
                Self { first: Self::of_date(&ends.start).first, last: Self::of_date(&ends.end).last }
            }
            Shape::From { start, .. } => Self { last: None, ..Self::of_date(start) },
            Shape::Until { end, .. } => Self { first: None, ..Self::of_date(end) },
            Shape::OneOf(choices) => {
                choices.iter().map(Self::of_choice).reduce(Self::with).unwrap_or(Self::ANY)
            }
        }
    }

    fn of_choice(choice: &Choice) -> Self {
        match choice {
            Choice::One(date) => Self::of_date(date),
            Choice::Range(first, last) => {
                Self { first: Self::of_date(first).first, last: Self::of_date(last).last }
            }
            Choice::UpTo(date) => Self { first: None, ..Self::of_date(date) },
            Choice::From(date) => Self { last: None, ..Self::of_date(date) },
        }
    }

    fn of_date(date: &PartialDate) -> Self {
        if let Some(day) = date.certain_day() {
            return Self { first: Some(day), last: Some(day) };
        }
        let doubts = date.doubts();
        let mut reach = match doubts.iter().position(|doubt| doubt.is_uncertain()) {
            Some(0) => Self::ANY,
            Some(part) => {
                Self::of_stated((part..doubts.len()).fold(date.stated(), |stated, _| coarser(stated)))
            }
            None => Self::of_stated(date.stated()),
        };
        let behind = doubts.iter().skip(1).chain([&Doubt::None]);
        for (part, (doubt, next)) in doubts.iter().zip(behind).enumerate() {
            if doubt.is_approximate() && !next.is_approximate() {
                reach = reach.widened(date.stated(), part);
            }
        }
        reach
    }

    fn of_stated(stated: Stated) -> Self {
        if let Stated::Season { year, .. } = stated {
            return Self::of_stated(Stated::Year(year)).months_wider(3);
        }
        let date = PartialDate::certain(stated);
        Self { first: Some(date.earliest()), last: Some(date.latest()) }
    }

    /// Wider by the unit of a part of the date, numbered from the year as 0.
    fn widened(self, stated: Stated, part: usize) -> Self {
        match (part, stated) {
            (0, Stated::Century { .. }) => self.months_wider(1200),
            (0, Stated::Decade { .. }) => self.months_wider(120),
            (0, _) => self.months_wider(12),
            (1, Stated::Season { .. } | Stated::Quarter { .. }) => self.months_wider(3),
            (1, _) => self.months_wider(1),
            _ => Self {
                first: self.first.map(|day| day.days_earlier(DAYS_ABOUT)),
                last: self.last.map(|day| day.days_later(DAYS_ABOUT)),
            },
        }
    }

    fn months_wider(self, months: u32) -> Self {
        Self {
            first: self.first.map(|day| day.months_earlier(months)),
            last: self.last.map(|day| day.months_later(months)),
        }
    }

    /// What either may be.
    fn with(self, other: Self) -> Self {
        Self {
            first: self.first.zip(other.first).map(|(left, right)| left.min(right)),
            last: self.last.zip(other.last).map(|(left, right)| left.max(right)),
        }
    }

    fn relation(self, other: Self) -> Relation {
        let over =
            |left: Self, right: Self| left.last.zip(right.first).is_some_and(|(last, first)| last < first);
        if over(self, other) {
            Relation::Before
        } else if over(other, self) {
            Relation::After
        } else {
            Relation::Unknown
        }
    }
}

/// What is left of a statement without its finest part. Without the season, "spring 2025" is still some season
/// that goes by the name of 2025, and reaches as far.
fn coarser(stated: Stated) -> Stated {
    match stated {
        Stated::Day(day) => Stated::Month { year: day.year(), month: day.month() },
        Stated::SomeDayOfMonth { year, month } => Stated::Month { year, month },
        Stated::SomeDayOfYear { year }
        | Stated::SomeMonth { year }
        | Stated::Quarter { year, .. }
        | Stated::Month { year, .. } => Stated::Year(year),
        Stated::Season { .. } | Stated::Year(_) | Stated::Decade { .. } | Stated::Century { .. } => stated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> FuzzyDate {
        FuzzyDate::parse(text).unwrap()
    }

    fn relation(left: &str, right: &str) -> Relation {
        date(left).relation(&date(right))
    }

    #[test]
    fn dates_of_any_precision_compare_when_they_do_not_overlap() {
        assert_eq!(relation("2025-02", "2025-03-01"), Relation::Before);
        assert_eq!(relation("2025-03-01", "2025-02"), Relation::After);
        assert_eq!(relation("2025-03", "2025-03-01"), Relation::Unknown);
        assert_eq!(relation("202X", "2030"), Relation::Before);
        assert_eq!(relation("2025-02", "2025-02"), Relation::Unknown);
        assert_eq!(relation("2025-02-04", "2025-02-04"), Relation::Same);
    }

    #[test]
    fn about_a_date_is_not_certainly_before_its_neighbours() {
        assert_eq!(relation("2025-02~", "2025-03-31"), Relation::Unknown);
        assert_eq!(relation("2025-02~", "2025-04-01"), Relation::Before);
        assert_eq!(relation("2024-12-31", "2025-02~"), Relation::Before);
        assert_eq!(relation("2025-02-04~", "2025-02-06"), Relation::Unknown);
        assert_eq!(relation("2025-02-04~", "2025-02-11"), Relation::Unknown);
        assert_eq!(relation("2025-02-04~", "2025-02-12"), Relation::Before);
        assert_eq!(relation("2025-02-04~", "2025-02-04~"), Relation::Unknown);
        assert_eq!(relation("2020~", "2021-12"), Relation::Unknown);
        assert_eq!(relation("2020~", "2022"), Relation::Before);
    }

    #[test]
    fn two_approximate_dates_are_both_widened() {
        assert_eq!(relation("2025-02~", "2025-04~"), Relation::Unknown);
        assert_eq!(relation("2025-02~", "2025-05~"), Relation::Before);
    }

    #[test]
    fn an_uncertain_date_is_ordered_only_by_what_is_certain_of_it() {
        assert_eq!(relation("1999?", "2025"), Relation::Unknown);
        assert_eq!(relation("2025-02-?04", "2025-02-28"), Relation::Unknown);
        assert_eq!(relation("2025-02-?04", "2025-03-01"), Relation::Before);
        assert_eq!(relation("2025-?02-04", "2025-12-31"), Relation::Unknown);
        assert_eq!(relation("2025-?02-04", "2026"), Relation::Before);
        assert_eq!(relation("?2025-02-04", "2099"), Relation::Unknown);
        assert_eq!(relation("2025-?23", "2026-04"), Relation::Before);
        assert_eq!(relation("2025-?23", "2026-03"), Relation::Unknown);
    }

    #[test]
    fn a_qualified_part_is_widened_by_its_own_unit() {
        assert_eq!(relation("2025-~02-04", "2025-03-04"), Relation::Unknown);
        assert_eq!(relation("2025-~02-04", "2025-03-05"), Relation::Before);
        assert_eq!(relation("2025~-02-04", "2026-02-04"), Relation::Unknown);
        assert_eq!(relation("2025~-02-04", "2026-02-05"), Relation::Before);
        assert_eq!(relation("2025-%02-04", "2026-01-31"), Relation::Unknown);
        assert_eq!(relation("2025-%02-04", "2026-02-01"), Relation::Before);
    }

    #[test]
    fn a_season_may_be_that_of_either_hemisphere() {
        assert_eq!(relation("2025-21", "2025-09"), Relation::Unknown);
        assert_eq!(relation("2025-24", "2025-01"), Relation::Unknown);
        assert_eq!(relation("2025-24", "2026-04"), Relation::Before);
        assert_eq!(relation("2025-33", "2025-04"), Relation::Before);
    }

    #[test]
    fn spans_compare_by_their_certain_ends() {
        assert_eq!(relation("2024-12-08/..", "2024-12-07"), Relation::After);
        assert_eq!(relation("2024-12-08/..", "2030"), Relation::Unknown);
        assert_eq!(relation("2024-12-08/", "2030"), Relation::Unknown);
        assert_eq!(relation("../2025-02-06", "2025-02-07"), Relation::Before);
        assert_eq!(relation("/2025-02-06", "2025-02-07"), Relation::Before);
        assert_eq!(relation("2025-02-04/2025-02-06", "2025-02-05"), Relation::Unknown);
        assert_eq!(relation("2025-02-04/2025-02-06", "2025-02-04/2025-02-06"), Relation::Unknown);
        assert_eq!(relation("[2025-02-04,2025-02-09]", "2025-02-10"), Relation::Before);
        assert_eq!(relation("[2025-02-04,2025-02-09]", "2025-02-06"), Relation::Unknown);
        assert_eq!(relation("[..2025-02-06]", "2025-02-07"), Relation::Before);
        assert_eq!(relation("[2025-02-06..]", "2025-02-05"), Relation::After);
    }

    #[test]
    fn moments_compare_as_instants_where_both_have_a_zone() {
        assert_eq!(relation("2025-03-05T23:00:00-05:00", "2025-03-06T00:30:00+03:00"), Relation::After);
        assert_eq!(relation("2025-03-05T10:00:00Z", "2025-03-05T13:00:00+03"), Relation::Same);
        assert_eq!(relation("2025-03-05T10:00:00", "2025-03-05T13:00:00"), Relation::Unknown);
        assert_eq!(relation("2025-03-05T10:00:00", "2025-03-05T10:00:00"), Relation::Same);
        assert_eq!(relation("2025-03-05T10:00:00Z", "2025-03-05T13:00:00"), Relation::Unknown);
        assert_eq!(relation("2025-03-05T10:00:00", "2025-03-06T09:00:00"), Relation::Before);
        assert_eq!(relation("2025-03-05T10:00:00Z", "2025-03-05"), Relation::Unknown);
        assert_eq!(relation("2025-03-05T09:59:59Z", "2025-03-06"), Relation::Before);
        assert_eq!(relation("2025-03-05T10:00:00Z", "2025-03-06"), Relation::Unknown);
        assert_eq!(relation("2025-03-05T12:00:00Z", "2025-03-04"), Relation::After);
        assert_eq!(relation("2025-03-05T11:59:59Z", "2025-03-04"), Relation::Unknown);
    }

    #[test]
    fn the_display_order_is_by_first_day_then_last_then_text() {
        let sorted = [
            "../2024-12-31",
            "2024-12-31",
            "2025-01-01",
            "2025-01-01T09:00:00",
            "2025-01-01T10:00:00",
            "2025-01",
            "2025",
            "2025~",
            "2025-01-01/",
            "2025-01-01/..",
            "[2025-01-01..]",
            "/2025-02-06",
            "[..2025-02-06]",
            "2025-02-06",
        ];
        let mut again = sorted;
        again.reverse();
        again.sort_by_key(|text| date(text).sort_key());
        assert_eq!(again, sorted);
    }
}
