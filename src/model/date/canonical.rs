//! The one text that stands for a date: the same date always has the same, and it reads as that date again.
//!
//! Qualifiers that the parts from the year on share are written once, behind the last of them; the others
//! stand before their part. So no text but that of a set begins with a sign that YAML would take for its own.

use std::fmt::{self, Display, Formatter, Write as _};

use super::FuzzyDate;
use super::digits::{bare, of_year, two};
use super::moment::{Moment, Zone};
use super::shape::{Choice, Doubt, Missing, PartialDate, Quarter, Season, Shape, Stated};

/// Room for the text of most dates: a span from one day to another, with its doubts.
const USUAL_LENGTH: usize = 32;

impl FuzzyDate {
    /// The canonical EDTF text, the same as `Display` writes.
    #[must_use]
    pub fn canonical(&self) -> String {
        self.with_canonical(str::to_owned)
    }

    /// The same, for whoever needs no copy of it.
    pub(crate) fn with_canonical<T>(&self, read: impl FnOnce(&str) -> T) -> T {
        // Most dates.
        if let Some(day) = self.certain_day() {
            return day.with_text(read);
        }
        read(&text_of(|text| self.push_canonical(text)))
    }

    /// Adds the canonical text, part by part: the formatter of the standard library takes several times as long.
    pub(crate) fn push_canonical(&self, to: &mut String) {
        match self.shape() {
            Shape::Date(date) => date.push_to(to),
            // A string takes whatever is written.
            Shape::Moment(moment) => write!(to, "{moment}").unwrap_or_default(),
            Shape::Between(ends) => {
                ends.start.push_to(to);
                to.push('/');
                ends.end.push_to(to);
            }
            Shape::From { start, end } => {
                start.push_to(to);
                to.push('/');
                to.push_str(side(*end));
            }
            Shape::Until { start, end } => {
                to.push_str(side(*start));
                to.push('/');
                end.push_to(to);
            }
            Shape::OneOf(choices) => {
                for (index, choice) in choices.iter().enumerate() {
                    to.push(if index == 0 { '[' } else { ',' });
                    choice.push_to(to);
                }
                to.push(']');
            }
        }
    }

    /// Whether the canonical text may stand in the `datetime` attribute of HTML's `time` element, which takes exact values only: a
    /// year, a month, a day, or a moment, none of them doubted.
    #[must_use]
    pub fn is_exact_in_html(&self) -> bool {
        match self.shape() {
            Shape::Moment(_) => true,
            Shape::Date(date) => {
                date.is_certain()
                    && matches!(date.stated(), Stated::Year(_) | Stated::Month { .. } | Stated::Day(_))
            }
            _ => false,
        }
    }

    /// The canonical text for the `datetime` attribute of HTML's `time` element; `None` for a date that cannot stand there.
    #[must_use]
    pub fn html_datetime(&self) -> Option<String> {
        self.is_exact_in_html().then(|| self.canonical())
    }
}

impl Display for FuzzyDate {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.with_canonical(|text| f.write_str(text))
    }
}

/// What is added to a text that is empty.
fn text_of(push: impl FnOnce(&mut String)) -> String {
    let mut text = String::with_capacity(USUAL_LENGTH);
    push(&mut text);
    text
}

const fn side(missing: Missing) -> &'static str {
    match missing {
        Missing::Open => "..",
        Missing::Unknown => "",
    }
}

impl Choice {
    fn push_to(&self, to: &mut String) {
        let (first, last) = match self {
            Self::One(date) => return date.push_to(to),
            Self::Range(first, last) => (Some(first), Some(last)),
            Self::UpTo(date) => (None, Some(date)),
            Self::From(date) => (Some(date), None),
        };
        if let Some(first) = first {
            first.push_to(to);
        }
        to.push_str("..");
        if let Some(last) = last {
            last.push_to(to);
        }
    }
}

impl Display for Choice {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&text_of(|text| self.push_to(text)))
    }
}

impl PartialDate {
    fn push_to(&self, to: &mut String) {
        if let Some(day) = self.certain_day() {
            return day.with_text(|text| to.push_str(text));
        }
        let doubts = self.doubts();
        let shared = doubts.first().copied().unwrap_or_default();
        let leading = doubts.iter().take_while(|doubt| **doubt == shared).count();
        for (part, doubt) in doubts.iter().enumerate() {
            if part > 0 {
                to.push('-');
            }
            if part >= leading {
                to.push_str(mark(*doubt));
            }
            push_part(to, self.stated(), part);
            if part + 1 == leading {
                to.push_str(mark(shared));
            }
        }
    }
}

impl Display for PartialDate {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&text_of(|text| self.push_to(text)))
    }
}

const fn mark(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::None => "",
        Doubt::Uncertain => "?",
        Doubt::Approximate => "~",
        Doubt::Both => "%",
    }
}

/// Adds the year, the month or the day of a date: parts 0, 1 and 2.
fn push_part(to: &mut String, stated: Stated, part: usize) {
    match (part, stated) {
        (0, Stated::Century { first_year }) => {
            to.push_str(century(first_year));
            to.push_str("XX");
        }
        (0, Stated::Decade { first_year }) => {
            to.push_str(century(first_year));
            to.push_str(bare((first_year / 10 % 10).unsigned_abs()));
            to.push('X');
        }
        (0, Stated::Day(day)) => push_year(to, day.year()),
        (
            0,
            Stated::Year(year)
            | Stated::SomeMonth { year }
            | Stated::SomeDayOfYear { year }
            | Stated::Season { year, .. }
            | Stated::Quarter { year, .. }
            | Stated::Month { year, .. }
            | Stated::SomeDayOfMonth { year, .. },
        ) => push_year(to, year),
        (1, Stated::Season { season, .. }) => to.push_str(two(season_code(season))),
        (1, Stated::Quarter { quarter, .. }) => to.push_str(two(quarter_code(quarter))),
        (1, Stated::Month { month, .. } | Stated::SomeDayOfMonth { month, .. }) => {
            to.push_str(two(month.number_from_month()));
        }
        (1, Stated::Day(day)) => to.push_str(two(day.month().number_from_month())),
        (_, Stated::Day(day)) => to.push_str(two(day.day())),
        _ => to.push_str("XX"),
    }
}

fn push_year(to: &mut String, year: i32) {
    for half in of_year(year) {
        to.push_str(half);
    }
}

/// The first two digits of a year.
fn century(year: i32) -> &'static str {
    let [century, _] = of_year(year);
    century
}

const fn season_code(season: Season) -> u32 {
    match season {
        Season::Spring => 21,
        Season::Summer => 22,
        Season::Autumn => 23,
        Season::Winter => 24,
    }
}

const fn quarter_code(quarter: Quarter) -> u32 {
    match quarter {
        Quarter::First => 33,
        Quarter::Second => 34,
        Quarter::Third => 35,
        Quarter::Fourth => 36,
    }
}

impl Display for Moment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}:{:02}", self.day(), self.hour(), self.minute(), self.second())?;
        self.zone().map_or(Ok(()), |zone| zone.fmt(f))
    }
}

impl Display for Zone {
    /// `Z` for UTC, `+03:00` for others.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let minutes = self.minutes_east();
        if minutes == 0 {
            return f.write_char('Z');
        }
        let sign = if minutes < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(text: &str) -> String {
        let date = FuzzyDate::parse(text).unwrap();
        assert_eq!(date.canonical(), date.to_string());
        date.canonical()
    }

    #[test]
    fn qualifiers_are_gathered_from_the_left() {
        assert_eq!(canonical("?2004-?06-?11"), "2004-06-11?");
        assert_eq!(canonical("?2004-06-~11"), "2004?-06-~11");
        assert_eq!(canonical("2004~-~06-11"), "2004-06~-11");
        assert_eq!(canonical("2004?-06~"), "2004%-~06");
        assert_eq!(canonical("~2004~"), "2004~");
        assert_eq!(canonical("2004-~06-~11"), "2004-~06-~11");
        assert_eq!(canonical("2025-~XX"), "2025-~XX");
    }

    #[test]
    fn zones_and_sets_have_one_form() {
        assert_eq!(canonical("2025-03-05T10:30:00+00:00"), "2025-03-05T10:30:00Z");
        assert_eq!(canonical("2025-03-05T10:30:00+03"), "2025-03-05T10:30:00+03:00");
        assert_eq!(canonical("2025-03-05T10:30:00-00:30"), "2025-03-05T10:30:00-00:30");
        assert_eq!(canonical("[2025-02-05,2025-02-04]"), "[2025-02-04,2025-02-05]");
    }

    #[test]
    fn html_takes_exact_values_only() {
        let html = |text| FuzzyDate::parse(text).unwrap().html_datetime();
        for exact in ["2025", "2025-03", "2025-03-05", "2025-03-05T10:30:00Z"] {
            assert_eq!(html(exact).as_deref(), Some(exact));
        }
        for fuzzy in ["2025~", "2025-21", "2025-33", "202X", "2025-XX", "2025/2026", "2025/..", "[2025,2026]"]
        {
            assert_eq!(html(fuzzy), None, "{fuzzy}");
        }
    }
}
