//! What a date in an article says, no more and no less.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::language::names::english_weekday;

/// How many years before and after the brief's are tried for a day of the week.
const YEARS_AROUND: i32 = 10;

/// A leap year, in which every day that a month can have exists.
const ANY_YEAR: i32 = 2000;

/// A date as far as the article states it. Built by the functions below, which refuse days that no calendar has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// A day, perhaps without its year.
    Day { year: Option<i32>, month: u32, day: u32 },
    /// From one day to another of the same month.
    Days { year: Option<i32>, month: u32, first: u32, last: u32 },
    /// A month, perhaps without its year.
    Month { year: Option<i32>, month: u32 },
    /// A year.
    Year(i32),
    /// Digits that are one day when read with the day first, and another with the month first.
    Either { day_first: NaiveDate, month_first: NaiveDate },
}

impl When {
    /// A day, or nothing if there is no such day.
    pub(crate) fn day(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year.unwrap_or(ANY_YEAR), month, day)?;
        Some(Self::Day { year, month, day })
    }

    /// The days from one to another, or the one day if there is no other.
    pub(crate) fn days(year: Option<i32>, month: u32, first: u32, last: Option<u32>) -> Option<Self> {
        let Some(last) = last else { return Self::day(year, month, first) };
        Self::day(year, month, first)?;
        Self::day(year, month, last)?;
        Some(Self::Days { year, month, first, last })
    }

    /// The date as EDTF (ISO 8601-2), level 2 for the one-of set. A year that is not stated is `????`, which EDTF has
    /// no meaning for.
    pub(crate) fn edtf(self) -> String {
        match self {
            Self::Day { year, month, day } => format!("{}-{month:02}-{day:02}", digits(year)),
            Self::Days { year, month, first, last } => {
                let month = format!("{}-{month:02}", digits(year));
                format!("{month}-{first:02}/{month}-{last:02}")
            }
            Self::Month { year, month } => format!("{}-{month:02}", digits(year)),
            Self::Year(year) => digits(Some(year)),
            Self::Either { day_first, month_first } => {
                format!("[{},{}]", day_first.min(month_first), day_first.max(month_first))
            }
        }
    }

    /// Whether the article leaves the year out.
    fn lacks_year(self) -> bool {
        matches!(
            self,
            Self::Day { year: None, .. } | Self::Days { year: None, .. } | Self::Month { year: None, .. }
        )
    }

    /// What the analyst should know before using the date: that it lacks its year, which years the day of the week
    /// would allow, that the day of the week is another, that it can be read in two ways.
    pub(crate) fn remarks(self, weekday: Option<Weekday>, brief: Option<NaiveDate>) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.lacks_year() {
            remarks.push("year not stated".to_owned());
        }
        if let Self::Either { day_first, month_first } = self {
            let read = |day: NaiveDate| format!("{day}, a {}", english_weekday(day.weekday()));
            remarks.push(format!("{} if the day comes first", read(day_first)));
            remarks.push(format!("{} if the month does", read(month_first)));
        }
        if let Some(weekday) = weekday {
            remarks.extend(self.weekday_remark(weekday, brief));
        }
        remarks
    }

    fn weekday_remark(self, weekday: Weekday, brief: Option<NaiveDate>) -> Option<String> {
        let name = english_weekday(weekday);
        match self {
            Self::Day { year: Some(year), month, day } => {
                let actual = NaiveDate::from_ymd_opt(year, month, day)?.weekday();
                (actual != weekday)
                    .then(|| format!("called a {name}, but it is a {}", english_weekday(actual)))
            }
            Self::Day { year: None, month, day } => Some(match brief {
                Some(brief) => years_that_fit(weekday, month, day, brief.year()),
                None => format!("called a {name}"),
            }),
            _ => Some(format!("called a {name}")),
        }
    }
}

fn digits(year: Option<i32>) -> String {
    year.map_or_else(|| "????".to_owned(), |year| format!("{year:04}"))
}

/// In which years around the given one a day of the year falls on a day of the week.
fn years_that_fit(weekday: Weekday, month: u32, day: u32, around: i32) -> String {
    let (from, to) = (around.saturating_sub(YEARS_AROUND), around.saturating_add(YEARS_AROUND));
    let fits =
        |year: &i32| NaiveDate::from_ymd_opt(*year, month, day).is_some_and(|date| date.weekday() == weekday);
    let years: Vec<String> = (from..=to).filter(fits).map(|year| year.to_string()).collect();
    let name = english_weekday(weekday);
    match years.split_last() {
        None => format!("a {name} in no year from {from} to {to}"),
        Some((last, [])) => format!("a {name} in {last}"),
        Some((last, others)) => format!("a {name} in {} and {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_weekday_narrows_the_year() {
        let day = When::day(None, 3, 5).unwrap();
        let remarks = day.remarks(Some(Weekday::Wed), Some(on("2025-03-10")));
        assert_eq!(remarks, ["year not stated", "a Wednesday in 2025 and 2031"]);
        let remarks = day.remarks(Some(Weekday::Wed), Some(on("2020-01-01")));
        assert_eq!(remarks[1], "a Wednesday in 2014 and 2025");
        assert_eq!(day.remarks(Some(Weekday::Wed), None)[1], "called a Wednesday");
    }

    #[test]
    fn a_leap_day_may_fit_one_year_or_none() {
        let day = When::day(None, 2, 29).unwrap();
        assert_eq!(day.remarks(Some(Weekday::Thu), Some(on("2025-03-10")))[1], "a Thursday in 2024");
        assert_eq!(
            day.remarks(Some(Weekday::Fri), Some(on("2025-03-10")))[1],
            "a Friday in no year from 2015 to 2035"
        );
    }

    #[test]
    fn the_years_at_the_ends_of_the_calendar_do_no_harm() {
        for brief in [NaiveDate::MAX, NaiveDate::MIN] {
            let remarks = When::day(None, 3, 5).unwrap().remarks(Some(Weekday::Wed), Some(brief));
            assert_eq!(remarks.len(), 2);
        }
    }

    #[test]
    fn a_wrong_weekday_is_said() {
        let day = When::day(Some(2025), 3, 6).unwrap();
        assert!(day.remarks(Some(Weekday::Thu), None).is_empty());
        assert_eq!(day.remarks(Some(Weekday::Wed), None), ["called a Wednesday, but it is a Thursday"]);
    }

    #[test]
    fn no_day_that_no_calendar_has() {
        assert_eq!(When::day(None, 2, 30), None);
        assert_eq!(When::day(Some(2025), 2, 29), None);
        assert_eq!(When::days(Some(2025), 2, 27, Some(29)), None);
        assert!(When::day(None, 2, 29).is_some());
    }
}
