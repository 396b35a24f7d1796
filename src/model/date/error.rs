//! Why a text is no date, where, and what to write instead.

use std::fmt;
use std::ops::Range;

use super::civil::Month;
use super::english::month_name;

/// What is wrong with the text of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// The bytes of the text that are at fault; an empty range where something is missing.
    pub at: Range<usize>,
    /// What is wrong there.
    pub kind: DateErrorKind,
    pub(super) help: Option<String>,
}

impl DateError {
    /// What to write instead, where that can be told. A guess, for a person to accept or not: no text is
    /// ever read as what the help says.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl std::error::Error for DateError {}

/// A part of a date or of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Month,
    Day,
    Hour,
    Minute,
    Second,
    ZoneMinute,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Month => "a month",
            Self::Day => "a day",
            Self::Hour => "the hour",
            Self::Minute => "the minute",
            Self::Second => "the second",
            Self::ZoneMinute => "the minute of the zone",
        })
    }
}

/// The kinds of trouble in the text of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateErrorKind {
    /// The text is empty.
    Empty,
    /// A date should stand here, and something else does.
    NotADate,
    /// White space, which no date contains.
    Space,
    /// The text goes on where the date should end.
    Unexpected(char),
    /// The text ends, or a date in it does, where more was to come: this.
    Missing(&'static str),
    /// A day was wanted, and a good date of another kind was found.
    DayWanted,
    /// A year has other than four digits.
    YearDigits,
    /// Year 0000, or years that begin with it.
    YearNought,
    /// A year before year 1.
    YearNegative,
    /// `Y…`: a year of more than four digits.
    YearLong,
    /// `S` or `E` after a year: EDTF level 2, not supported.
    YearScientific,
    /// `X` in a year other than for its last digit or last two.
    YearUnspecified,
    /// One digit, or three, where two belong.
    TwoDigits(Part),
    /// A number that is no month, season or quarter.
    MonthRange(u32),
    /// EDTF codes 25 to 32 (seasons of one hemisphere) and 37 to 41 (thirds and halves of a year), not
    /// supported.
    Division {
        /// The code.
        code: u32,
        /// The year.
        year: i32,
    },
    /// A day that the month does not have.
    DayRange {
        /// The day as written.
        day: u32,
        /// The month.
        month: Month,
        /// The year.
        year: i32,
    },
    /// A day after a season or a quarter.
    DayOfDivision,
    /// `X` for one digit of a month or of a day.
    HalfUnspecified,
    /// Something specified after something unspecified: `2025-XX-04`, `202X-03`.
    SpecifiedAfterUnspecified,
    /// Two qualifiers in a row.
    TwoQualifiers,
    /// A week date, `2025-W10`.
    WeekDate,
    /// An ordinal date, `2025-064`.
    OrdinalDate,
    /// A time of day after less than a whole and certain day.
    TimeWithoutDay,
    /// A time that is not `hh:mm:ss` with an optional zone.
    TimeForm,
    /// A number too large for its part of a time.
    TimeRange(Part),
    /// A distance from UTC that is not in use anywhere.
    ZoneRange,
    /// `-00:00`.
    ZoneNegativeNought,
    /// A time of day inside an interval or a set.
    TimeInside,
    /// An interval without a date at either end.
    IntervalEmpty,
    /// A second `/`.
    SecondSlash,
    /// An interval, or a range in a set, whose end is stated to be before its start.
    Reversed,
    /// `{…}`.
    AllOf,
    /// `[` without `]`.
    SetUnclosed,
    /// `[]`.
    SetEmpty,
    /// A set of one date.
    SetOfOne,
    /// A date twice in a set, or a range from a date to itself.
    SetRepeats,
    /// `..date` other than first in a set, or `date..` other than last.
    SetOpenInside,
}

impl fmt::Display for DateErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unexpected(found) => return write!(f, "unexpected {found:?} in a date"),
            Self::Missing(what) => return write!(f, "{what} is missing here"),
            Self::TwoDigits(part) => return write!(f, "{part} is written with two digits"),
            Self::MonthRange(number) => return write!(f, "{number:02} is not a month"),
            Self::Division { code, .. } => {
                return write!(f, "{code} is not a month, and as a part of the year it is not supported");
            }
            Self::DayRange { day, month, year } => {
                return write!(f, "there is no day {day} in {} {year:04}", month_name(*month));
            }
            Self::TimeRange(part) => return write!(f, "{part} is out of range"),
            Self::Empty => "the date is empty",
            Self::NotADate => "a date is wanted here, such as 2025-03-05, 2025-03 or 2025",
            Self::Space => "a date has no spaces in it",
            Self::DayWanted => "a single day is wanted here, such as 2025-03-05",
            Self::YearDigits => "a year has four digits",
            Self::YearNought => "there is no year 0000; years run from 0001 to 9999",
            Self::YearNegative => "years before year 1 are out of range for news",
            Self::YearLong => "years of more than four digits are out of range for news",
            Self::YearScientific => "years with an exponent or with significant digits are not supported",
            Self::YearUnspecified => "in a year, X stands for the last digit or for the last two",
            Self::DayOfDivision => "a season or a quarter has no days",
            Self::HalfUnspecified => "X stands for both digits of a month or of a day",
            Self::SpecifiedAfterUnspecified => "after an unspecified part nothing finer can be stated",
            Self::TwoQualifiers => "one qualifier is enough",
            Self::WeekDate => "week dates are not part of the format",
            Self::OrdinalDate => "a month has two digits; a day of the year is not part of the format",
            Self::TimeWithoutDay => "a time of day needs a whole and certain day before it",
            Self::TimeForm => "a time is written hh:mm:ss, then nothing, Z or a zone such as +03:00",
            Self::ZoneRange => "zones run from -12:00 to +14:00",
            Self::ZoneNegativeNought => "-00:00 is not a zone",
            Self::TimeInside => "the dates of intervals and sets have no time of day",
            Self::IntervalEmpty => "an interval needs a date at one end at least",
            Self::SecondSlash => "an interval has one slash",
            Self::Reversed => "the end is before the start",
            Self::AllOf => "all-of sets, written {...}, are not supported; a one-of set is written [...]",
            Self::SetUnclosed => "the set is not closed by ]",
            Self::SetEmpty => "the set is empty",
            Self::SetOfOne => "a set of one date leaves no choice",
            Self::SetRepeats => "the same date stands here twice",
            Self::SetOpenInside => {
                "only the first date of a set may begin with .. and only the last end with it"
            }
        })
    }
}
