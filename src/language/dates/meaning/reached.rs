//! The time that an offset leads to.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::Offset;

/// A time on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reached {
    Day(NaiveDate),
    /// The week that begins on this Monday.
    Week(NaiveDate),
    Month {
        year: i32,
        month: u32,
    },
    Year(i32),
}

impl Offset {
    /// What it comes to, counted from a day; nothing where the calendar ends.
    pub(crate) fn from(self, day: NaiveDate) -> Option<Reached> {
        let reached = match self {
            Self::Day(by) => Reached::Day(days(day, by)?),
            Self::Week(by) => {
                let monday = days(day, -i64::from(day.weekday().num_days_from_monday()))?;
                Reached::Week(days(monday, by.checked_mul(7)?)?)
            }
            Self::Month(by) => {
                // From the first, since not every month has a 31st.
                let first = months(day.with_day(1)?, by)?;
                Reached::Month { year: first.year(), month: first.month() }
            }
            Self::Year(by) => Reached::Year(day.year().checked_add(i32::try_from(by).ok()?)?),
        };
        (1..=9999).contains(&reached.year()).then_some(reached)
    }

    /// Whether it is a time that is still to come.
    pub(crate) fn is_ahead(self) -> bool {
        let (Self::Day(by) | Self::Week(by) | Self::Month(by) | Self::Year(by)) = self;
        by > 0
    }
}

impl Reached {
    /// The first day of it.
    pub(crate) fn first(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) | Self::Week(day) => Some(day),
            Self::Month { year, month } => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
        }
    }

    fn year(self) -> i32 {
        match self {
            Self::Day(day) | Self::Week(day) => day.year(),
            Self::Month { year, .. } | Self::Year(year) => year,
        }
    }
}

fn days(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

fn months(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
    if by < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn reach(offset: Offset, from: &str) -> Option<Reached> {
        offset.from(on(from))
    }

    #[test]
    fn days_pass_leap_days_and_year_ends() {
        assert_eq!(reach(Offset::Day(-1), "2024-03-01"), Some(Reached::Day(on("2024-02-29"))));
        assert_eq!(reach(Offset::Day(-1), "2025-03-01"), Some(Reached::Day(on("2025-02-28"))));
        assert_eq!(reach(Offset::Day(1), "2024-02-28"), Some(Reached::Day(on("2024-02-29"))));
        assert_eq!(reach(Offset::Day(1), "2024-12-31"), Some(Reached::Day(on("2025-01-01"))));
        assert_eq!(reach(Offset::Day(-14), "2025-01-03"), Some(Reached::Day(on("2024-12-20"))));
    }

    #[test]
    fn months_need_no_day_that_they_lack() {
        let month = |year, month| Some(Reached::Month { year, month });
        assert_eq!(reach(Offset::Month(-1), "2025-03-31"), month(2025, 2));
        assert_eq!(reach(Offset::Month(1), "2025-01-31"), month(2025, 2));
        assert_eq!(reach(Offset::Month(-1), "2025-01-15"), month(2024, 12));
        assert_eq!(reach(Offset::Month(1), "2024-12-31"), month(2025, 1));
        assert_eq!(reach(Offset::Month(-14), "2025-01-15"), month(2023, 11));
    }

    #[test]
    fn weeks_run_from_monday_and_years_from_leap_days() {
        assert_eq!(reach(Offset::Week(-1), "2025-03-05"), Some(Reached::Week(on("2025-02-24"))));
        assert_eq!(reach(Offset::Week(0), "2025-03-09"), Some(Reached::Week(on("2025-03-03"))));
        assert_eq!(reach(Offset::Week(0), "2025-01-01"), Some(Reached::Week(on("2024-12-30"))));
        assert_eq!(reach(Offset::Year(-1), "2024-02-29"), Some(Reached::Year(2023)));
    }

    #[test]
    fn where_the_calendar_ends_there_is_nothing() {
        assert_eq!(reach(Offset::Year(-2025), "2025-03-05"), None);
        assert_eq!(reach(Offset::Day(-1), "0001-01-01"), None);
        assert_eq!(reach(Offset::Day(1), "9999-12-31"), None);
        assert_eq!(reach(Offset::Month(i64::MAX), "2025-03-05"), None);
        assert_eq!(reach(Offset::Week(i64::MIN), "2025-03-05"), None);
    }
}
