//! Dates: which days, months and years an article names, and whether a date of the brief is among them.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use crate::language::dates::{What, When, each};
use crate::model::CivilDate;
use crate::model::FuzzyDate;
use crate::model::date::{Shape, Stated};

/// How far from the date line a day may be that the article tells by the day of the week or as "a week ago", in days.
const DAYS_TOLD: u64 = 14;

/// How far from the date line a month may be that the article tells as "last month", in months.
const MONTHS_TOLD: i32 = 2;

/// The dates of an article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dates {
    /// Month and day, with the year where it is told.
    days: BTreeSet<(u32, u32, Option<i32>)>,
    /// Months, with the year where it is told.
    months: BTreeSet<(u32, Option<i32>)>,
    years: BTreeSet<i32>,
    /// Whether anything is told by its distance from another date.
    relative: bool,
}

/// A date of a brief that can be looked for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Wanted {
    Day(Option<i32>, u32, u32),
    Month(Option<i32>, u32),
    Year(i32),
}

impl Dates {
    /// The dates that a text names.
    pub(super) fn of(text: &str) -> Self {
        let mut dates = Self::default();
        each(text, |find, _, _| match find.what {
            What::Date(when, weekday) => {
                dates.relative |= weekday.is_some();
                dates.add(when);
            }
            What::Relative => dates.relative = true,
        });
        dates
    }

    fn add(&mut self, when: When) {
        match when {
            When::Day { year, month, day } => self.add_day(year, month, day),
            When::Days { year, month, first, last } => {
                (first..=last).for_each(|day| self.add_day(year, month, day));
            }
            When::Month { year, month } => {
                self.months.insert((month, year));
                self.years.extend(year);
            }
            When::Year(year) => {
                self.years.insert(year);
            }
            When::Either { day_first, month_first } => {
                for day in [day_first, month_first] {
                    self.add_day(Some(day.year()), day.month(), day.day());
                }
            }
        }
    }

    fn add_day(&mut self, year: Option<i32>, month: u32, day: u32) {
        self.days.insert((month, day, year));
        self.months.insert((month, year));
        self.years.extend(year);
    }

    /// Whether the article has a date, or may tell it by its distance from one of these date lines.
    pub(crate) fn have(&self, wanted: Wanted, lines: &[CivilDate]) -> bool {
        match wanted {
            Wanted::Day(year, month, day) => {
                self.days.iter().any(|it| (it.0, it.1) == (month, day) && agree(it.2, year))
                    || lines.iter().any(|line| self.near_day(line.as_naive(), year, month, day))
            }
            Wanted::Month(year, month) => {
                self.months.iter().any(|it| it.0 == month && agree(it.1, year))
                    || lines.iter().any(|line| self.near_month(line.as_naive(), year, month))
            }
            Wanted::Year(year) => {
                self.years.contains(&year)
                    || lines.iter().any(|line| line.year().abs_diff(year) <= u32::from(self.relative))
            }
        }
    }

    fn near_day(&self, line: NaiveDate, year: Option<i32>, month: u32, day: u32) -> bool {
        let year = year.unwrap_or(line.year());
        let Some(wanted) = NaiveDate::from_ymd_opt(year, month, day) else { return true };
        let distance = wanted.signed_duration_since(line).num_days().unsigned_abs();
        distance == 0 || (self.relative && distance <= DAYS_TOLD)
    }

    fn near_month(&self, line: NaiveDate, year: Option<i32>, month: u32) -> bool {
        let number = |year: i32, month: u32| year * 12 + i32::try_from(month).unwrap_or_default();
        let distance = number(year.unwrap_or(line.year()), month) - number(line.year(), line.month());
        distance == 0 || (self.relative && distance.abs() <= MONTHS_TOLD)
    }
}

fn agree(one: Option<i32>, other: Option<i32>) -> bool {
    one.is_none() || other.is_none() || one == other
}

impl Wanted {
    /// What of a fuzzy date can be looked for. Nothing of one that is approximate or uncertain, a span, a set, or coarser than a year.
    pub(crate) fn of(date: &FuzzyDate) -> Option<Self> {
        let day = |day: CivilDate| Self::Day(Some(day.year()), day.month().number_from_month(), day.day());
        if date.is_approximate() || date.is_uncertain() {
            return None;
        }
        match date.shape() {
            Shape::Moment(moment) => Some(day(moment.day())),
            Shape::Date(date) => match date.stated() {
                Stated::Day(it) => Some(day(it)),
                Stated::Month { year, month } | Stated::SomeDayOfMonth { year, month } => {
                    Some(Self::Month(Some(year), month.number_from_month()))
                }
                Stated::Year(year) | Stated::SomeMonth { year } | Stated::SomeDayOfYear { year } => {
                    Some(Self::Year(year))
                }
                _ => None,
            },
            Shape::Between(_) | Shape::From { .. } | Shape::Until { .. } | Shape::OneOf(_) => None,
        }
    }

    /// What of a date in running text can be looked for.
    pub(crate) fn of_words(when: When) -> Option<Self> {
        match when {
            When::Day { year, month, day } => Some(Self::Day(year, month, day)),
            When::Month { year, month } => Some(Self::Month(year, month)),
            When::Year(year) => Some(Self::Year(year)),
            When::Days { .. } | When::Either { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(article: &str, date: &str) -> bool {
        let line = CivilDate::parse("2025-03-05").unwrap();
        Wanted::of(&FuzzyDate::parse(date).unwrap())
            .is_none_or(|wanted| Dates::of(article).have(wanted, &[line]))
    }

    #[test]
    fn a_date_is_found_in_any_language_with_or_without_its_year() {
        let articles = ["It began on February 4.", "4 Şubat 2025'te başladı.", "بدأ في 4 شباط/فبراير 2025."];
        for article in articles {
            for date in
                ["2025-02-04", "2025-02", "2025-03-05", "2025", "2025-01-04~", "[2025-01-01..2025-01-09]"]
            {
                assert!(has(article, date), "{article} {date}");
            }
            for date in ["2025-02-05", "2025-01", "2024-02-04T10:00:00"] {
                assert_eq!(
                    has(article, date),
                    article == articles[0] && date.starts_with("2024"),
                    "{article} {date}"
                );
            }
        }
    }

    #[test]
    fn what_is_told_by_distance_is_not_held_against_the_brief() {
        let article = "A week ago, on Wednesday, it began.";
        assert!(has(article, "2025-02-26"));
        assert!(has(article, "2025-02"));
        assert!(!has(article, "2024-12-08"));
    }
}
