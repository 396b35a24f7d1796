//! What to write instead of a text that is no date.
//!
//! All of this is for people to read: nothing here ever becomes a date by itself, and no text is suggested
//! that the parser would refuse.

mod guess;
mod reading;
mod token;

use super::civil::{CivilDate, days_in};
use super::english::month_name;
use super::error::{DateError, DateErrorKind as Kind, Part};
use super::parse::{self, Flaw};
use super::{FuzzyDate, Month};

/// Which type the text was read for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A [`CivilDate`].
    Day,
    /// A [`FuzzyDate`].
    Any,
}

impl Wanted {
    /// Whether the text would be read.
    fn takes(self, text: &str) -> bool {
        match self {
            Self::Day => parse::plain_day(text.as_bytes()).is_some(),
            Self::Any => parse::shape(text).is_ok(),
        }
    }

    /// `write TEXT`, if that would be read.
    fn offer(self, text: &str) -> Option<String> {
        self.takes(text).then(|| format!("write {text}"))
    }
}

/// Makes an error of a flaw, with help where there is any.
pub(super) fn explain(text: &str, flaw: Flaw, wanted: Wanted) -> DateError {
    let help = by_kind(text, &flaw, wanted)
        .or_else(|| guess::guess(text, wanted))
        .or_else(|| general(&flaw.kind, wanted));
    DateError { at: flaw.at, kind: flaw.kind, help }
}

/// Help that follows from what is wrong.
fn by_kind(text: &str, flaw: &Flaw, wanted: Wanted) -> Option<String> {
    let instead = |new: &str| {
        let (before, after) = (text.get(..flaw.at.start)?, text.get(flaw.at.end..)?);
        wanted.offer(&format!("{before}{new}{after}"))
    };
    match &flaw.kind {
        Kind::DayRange { month, year, .. } => {
            Some(format!("{} {year:04} has {} days", month_name(*month), days_in(*year, *month)))
        }
        Kind::Division { code, year } => {
            let (name, months) = division(*code, *year)?;
            wanted.takes(&months).then(|| format!("for {name} write {months}"))
        }
        Kind::HalfUnspecified => instead("XX"),
        Kind::TwoQualifiers => instead(single_qualifier(text.get(flaw.at.clone())?)),
        Kind::ZoneNegativeNought => instead("Z"),
        Kind::SetUnclosed => instead("]"),
        Kind::SetOfOne => wanted.offer(text.trim_matches(['[', ']'])),
        Kind::TimeInside => wanted.offer(&without_times(text)),
        Kind::DayWanted => only_day(text),
        Kind::Reversed => {
            let (start, end) = text.split_once('/')?;
            let turned = format!("{end}/{start}");
            wanted.takes(&turned).then(|| format!("write {turned} if the ends were exchanged"))
        }
        Kind::TimeRange(Part::Hour) => {
            Some("hours run from 00 to 23; midnight is 00:00:00 of the next day".to_owned())
        }
        Kind::TimeRange(Part::Second) => Some("seconds run from 00 to 59, without leap seconds".to_owned()),
        _ => None,
    }
}

/// Help that follows from the kind alone, where the text gave no better idea.
fn general(kind: &Kind, wanted: Wanted) -> Option<String> {
    let help = match kind {
        _ if wanted == Wanted::Day => "write YYYY-MM-DD",
        Kind::YearDigits | Kind::NotADate => "write YYYY-MM-DD, YYYY-MM or YYYY, with the year in full",
        Kind::MonthRange(_) => "months are 01 to 12, seasons 21 to 24, quarters 33 to 36",
        Kind::AllOf => "write [...] if it was one of these; if it was all of them, make an entry of each",
        Kind::Empty | Kind::IntervalEmpty | Kind::SetEmpty => "leave the date out if nothing is known of it",
        Kind::SetOpenInside => "put [..date] at the start and date..] at the end",
        Kind::TimeForm => "write the time as in 2025-03-05T10:30:00Z, or the day alone",
        Kind::TimeWithoutDay => "write the day in full, or leave the time out",
        _ => return None,
    };
    Some(help.to_owned())
}

/// The one qualifier that says what several say.
fn single_qualifier(marks: &str) -> &'static str {
    let (uncertain, approximate) = (marks.contains(['?', '%']), marks.contains(['~', '%']));
    match (uncertain, approximate) {
        (true, false) => "?",
        (false, true) => "~",
        _ => "%",
    }
}

/// The name and the months of a part of the year whose code is not supported.
fn division(code: u32, year: i32) -> Option<(&'static str, String)> {
    let (name, first, length) = match code {
        25 => ("northern spring", 3, 3),
        26 => ("northern summer", 6, 3),
        27 => ("northern autumn", 9, 3),
        28 => ("northern winter", 12, 3),
        29 => ("southern spring", 9, 3),
        30 => ("southern summer", 12, 3),
        31 => ("southern autumn", 3, 3),
        32 => ("southern winter", 6, 3),
        37..=39 => ("that third of the year", 1 + (code - 37) * 4, 4),
        40..=41 => ("that half of the year", 1 + (code - 40) * 6, 6),
        _ => return None,
    };
    let last = first + length - 1;
    let (last_year, last) = if last > 12 { (year + 1, last - 12) } else { (year, last) };
    Some((name, format!("{year:04}-{first:02}/{last_year:04}-{last:02}")))
}

/// An interval without the times of its ends.
fn without_times(text: &str) -> String {
    let day = |end: &'_ str| end.split('T').next().unwrap_or_default().to_owned();
    text.split('/').map(day).collect::<Vec<_>>().join("/")
}

/// The one day that a date of another kind amounts to.
fn only_day(text: &str) -> Option<String> {
    let date = FuzzyDate(parse::shape(text).ok()?);
    let (first, last) = (date.earliest().day()?, date.latest().day()?);
    (first == last).then(|| format!("write {first}"))
}

/// The text of a day, if the calendar has it.
fn day_text(year: u32, month: u32, day: u32) -> Option<String> {
    Some(CivilDate::new(i32::try_from(year).ok()?, month, day)?.to_string())
}

/// The text of a month, if there is such a one.
fn month_text(year: u32, month: u32) -> Option<String> {
    Month::try_from(u8::try_from(month).ok()?).ok()?;
    Some(format!("{year:04}-{month:02}"))
}
