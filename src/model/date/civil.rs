//! A calendar day, as written `2025-03-05`.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate, Weekday};

pub use chrono::Month;

use super::digits::pair;
use super::error::{DateError, DateErrorKind};
use super::{help, parse};

/// The first year that can be written: four digits, and no year nought.
pub(super) const FIRST_YEAR: i32 = 1;
/// The last year that can be written in four digits.
pub(super) const LAST_YEAR: i32 = 9999;

const FIRST_DAY: NaiveDate = known(NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1));
const LAST_DAY: NaiveDate = known(NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31));

/// Unwraps a day at compile time; both uses above are days that exist.
const fn known(day: Option<NaiveDate>) -> NaiveDate {
    match day {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// One day of the Gregorian calendar, in the years 0001 to 9999.
///
/// A day is the day as stated, wherever that was: it carries no time zone. It is written, printed and
/// serialised as `YYYY-MM-DD` and in no other way, so that the order of the texts is the order of the days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate(NaiveDate);

impl CivilDate {
    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// Anything else, with the place of the trouble in `text` and, where it can be guessed, what to write
    /// instead: `2025-2-4`, a month without a day, a day that the month does not have.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if let Some(day) = parse::plain_day(text.as_bytes()) {
            return Ok(day);
        }
        let flaw = match parse::shape(text) {
            Err(flaw) if flaw.kind != DateErrorKind::NotADate => flaw,
            _ => parse::Flaw { at: 0..text.len(), kind: DateErrorKind::DayWanted },
        };
        Err(help::explain(text, flaw, help::Wanted::Day))
    }

    /// The day of a `chrono` date, or `None` outside the years 0001 to 9999.
    #[must_use]
    pub fn from_naive(day: NaiveDate) -> Option<Self> {
        (FIRST_DAY..=LAST_DAY).contains(&day).then_some(Self(day))
    }

    /// The same day as a `chrono` date.
    #[must_use]
    pub const fn as_naive(self) -> NaiveDate {
        self.0
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month.
    #[must_use]
    pub fn month(self) -> Month {
        // chrono numbers the months from 1 to 12, so the fallback is never taken.
        u8::try_from(self.0.month())
            .ok()
            .and_then(|number| Month::try_from(number).ok())
            .unwrap_or(Month::January)
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Hands over the same as `Display` writes.
    pub(crate) fn with_text<T>(self, read: impl FnOnce(&str) -> T) -> T {
        let (year, month, day) = (self.0.year().unsigned_abs(), self.0.month(), self.0.day());
        let mut text = InWords(*b"0000-00-00      ");
        for (at, number) in [(0, year / 100), (2, year), (5, month), (8, day)] {
            if let Some(digits) = text.0.get_mut(at..at + 2) {
                digits.copy_from_slice(&pair(number));
            }
        }
        // Digits, hyphens and spaces are text.
        let text = str::from_utf8(&text.0).unwrap_or_default();
        read(text.get(..LENGTH).unwrap_or_default())
    }

    /// The day of these numbers, if the calendar has it.
    pub(super) fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        Self::from_naive(NaiveDate::from_ymd_opt(year, month, day)?)
    }

    /// The first day of a month; the year is brought into 0001 to 9999.
    pub(super) fn first_of(year: i32, month: Month) -> Self {
        let year = year.clamp(FIRST_YEAR, LAST_YEAR);
        Self(NaiveDate::from_ymd_opt(year, month.number_from_month(), 1).unwrap_or(FIRST_DAY))
    }

    /// The last day of a month; the year is brought into 0001 to 9999.
    pub(super) fn last_of(year: i32, month: Month) -> Self {
        let year = year.clamp(FIRST_YEAR, LAST_YEAR);
        let day = days_in(year, month);
        Self(NaiveDate::from_ymd_opt(year, month.number_from_month(), day).unwrap_or(LAST_DAY))
    }

    /// So many days earlier, or the first day there is.
    pub(super) fn days_earlier(self, days: u64) -> Self {
        Self::from_naive_or(self.0.checked_sub_days(chrono::Days::new(days)), FIRST_DAY)
    }

    /// So many days later, or the last day there is.
    pub(super) fn days_later(self, days: u64) -> Self {
        Self::from_naive_or(self.0.checked_add_days(chrono::Days::new(days)), LAST_DAY)
    }

    /// So many months earlier, or the first day there is. A day that the month lacks becomes its last.
    pub(super) fn months_earlier(self, months: u32) -> Self {
        Self::from_naive_or(self.0.checked_sub_months(Months::new(months)), FIRST_DAY)
    }

    /// So many months later, or the last day there is. The last day of a month stays the last of a month.
    pub(super) fn months_later(self, months: u32) -> Self {
        let moved = Self::from_naive_or(self.0.checked_add_months(Months::new(months)), LAST_DAY);
        if self == Self::last_of(self.year(), self.month()) {
            Self::last_of(moved.year(), moved.month())
        } else {
            moved
        }
    }

    fn from_naive_or(day: Option<NaiveDate>, limit: NaiveDate) -> Self {
        day.and_then(Self::from_naive).unwrap_or(Self(limit))
    }
}

/// How long the text of a day is.
const LENGTH: usize = 10;

/// The text of a day with spaces behind it, up to what is seen in one step to be text: byte by byte that takes longer than to write it.
#[repr(align(8))]
struct InWords([u8; 16]);

/// How many days a month has.
pub(super) fn days_in(year: i32, month: Month) -> u32 {
    month.num_days(year).map_or(31, u32::from)
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_text(|text| f.write_str(text))
    }
}

impl fmt::Debug for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for CivilDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        CivilDate::parse(text).unwrap()
    }

    #[test]
    fn reads_and_prints_one_form_only() {
        assert_eq!(day("2025-03-05").to_string(), "2025-03-05");
        assert_eq!(day("0001-01-01").to_string(), "0001-01-01");
        assert_eq!(day("2024-02-29").weekday(), Weekday::Thu);
        for other in [
            "2025-2-4",
            "2025-03",
            "2025",
            "2025-03-05~",
            "2025-03-XX",
            "2025-03-05T10:30:00",
            " 2025-03-05",
            "",
        ] {
            assert!(CivilDate::parse(other).is_err(), "{other}");
        }
    }

    #[test]
    fn a_coarser_date_is_refused_as_such() {
        let error = CivilDate::parse("2025-03").unwrap_err();
        assert_eq!((error.at, error.kind), (0..7, DateErrorKind::DayWanted));
    }

    #[test]
    fn help_offers_days_only() {
        let help = |text| CivilDate::parse(text).unwrap_err().help().map(str::to_owned);
        assert_eq!(help("2025-3-5").as_deref(), Some("write 2025-03-05"));
        assert_eq!(help("5 March 2025").as_deref(), Some("write 2025-03-05"));
        assert_eq!(help("2025-03-05~").as_deref(), Some("write 2025-03-05"));
        assert_eq!(help("March 2025").as_deref(), Some("write YYYY-MM-DD"));
        assert_eq!(help("2025-03").as_deref(), Some("write YYYY-MM-DD"));
        assert_eq!(help("2025-28").as_deref(), Some("write YYYY-MM-DD"));
    }

    #[test]
    fn days_order_as_their_texts_do() {
        assert!(day("2024-12-31") < day("2025-01-01"));
    }

    #[test]
    fn months_move_and_keep_their_ends() {
        assert_eq!(day("2025-02-28").months_later(1), day("2025-03-31"));
        assert_eq!(day("2025-02-28").months_later(36), day("2028-02-29"));
        assert_eq!(day("2025-01-30").months_later(1), day("2025-02-28"));
        assert_eq!(day("2025-03-31").months_earlier(1), day("2025-02-28"));
    }

    #[test]
    fn arithmetic_stops_at_the_ends_of_the_calendar() {
        assert_eq!(day("0001-01-05").days_earlier(9), day("0001-01-01"));
        assert_eq!(day("9999-12-30").days_later(u64::MAX), day("9999-12-31"));
        assert_eq!(day("0001-06-01").months_earlier(u32::MAX), day("0001-01-01"));
        assert_eq!(day("9999-06-30").months_later(1200), day("9999-12-31"));
        assert_eq!(CivilDate::from_naive(NaiveDate::MAX), None);
    }
}
