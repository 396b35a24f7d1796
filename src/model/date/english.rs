//! A date as people write it in an English brief. All English words of this module stand here.

use super::FuzzyDate;
use super::civil::Month;
use super::doubts::{DoubtWords, Said};
use super::moment::Moment;
use super::months::{self, ENGLISH};
use super::shape::{Choice, Missing, PartialDate, Quarter, Season, Shape, Stated};
use super::wording::{clock, dashed, grouped, is_worded, listed, month_and_year, seasons, whole_day};

/// The full name of a month.
pub(super) fn month_name(month: Month) -> &'static str {
    months::of(&ENGLISH, month)
}

const fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

const fn quarter_name(quarter: Quarter) -> &'static str {
    match quarter {
        Quarter::First => "first quarter",
        Quarter::Second => "second quarter",
        Quarter::Third => "third quarter",
        Quarter::Fourth => "fourth quarter",
    }
}

const DOUBTS: DoubtWords = DoubtWords {
    about: ["about ", ""],
    uncertain: Said::of_all("uncertain"),
    approximate: Said::of_all("approximate"),
    both: Said::of_all("approximate and uncertain"),
    parts: ["year", "month", "day"],
    season: "season",
    quarter: "quarter",
    and: " and ",
    comma: ", ",
};

/// A phrase such as `5 March 2025`, `about February 2025`, `4–6 February 2025` or `from 8 December 2024`.
///
/// It keeps every doubt: what is approximate is "about", what is uncertain says so.
#[must_use]
pub fn english(date: &FuzzyDate) -> String {
    match date.shape() {
        Shape::Date(date) => phrase(date),
        Shape::Moment(moment) => moment_phrase(moment),
        Shape::Between(ends) => span(&ends.start, &ends.end),
        // "Since" would say that it has begun.
        Shape::From { start, end: Missing::Open } => format!("from {}", phrase(start)),
        Shape::From { start, end: Missing::Unknown } => format!("from {}, end unknown", phrase(start)),
        Shape::Until { start: Missing::Open, end } => format!("until {}", phrase(end)),
        Shape::Until { start: Missing::Unknown, end } => format!("until {}, start unknown", phrase(end)),
        Shape::OneOf(choices) => one_of(choices),
    }
}

/// A date with its doubts.
fn phrase(date: &PartialDate) -> String {
    DOUBTS.around(date, plain)
}

/// A date without its doubts.
fn plain(stated: Stated) -> String {
    match stated {
        Stated::Century { first_year } => format!("the years {first_year}–{}", first_year + 99),
        // "The 2000s" may be ten years or a hundred, and "the 40s" those of any century.
        Stated::Decade { first_year } if first_year % 100 == 0 || first_year < 100 => {
            format!("the years {first_year}–{}", first_year + 9)
        }
        Stated::Decade { first_year } => format!("the {first_year}s"),
        Stated::Year(year) => format!("{year}"),
        Stated::SomeMonth { year } => format!("some month of {year}"),
        Stated::SomeDayOfYear { year } => format!("some day in {year}"),
        Stated::Season { year, season } => format!("{} {year}", season_name(season)),
        Stated::Quarter { year, quarter } => format!("{} of {year}", quarter_name(quarter)),
        Stated::Month { year, month } => month_and_year(month, year, &ENGLISH),
        Stated::SomeDayOfMonth { year, month } => format!("some day in {} {year}", month_name(month)),
        Stated::Day(day) => whole_day(day, &ENGLISH),
    }
}

fn moment_phrase(moment: &Moment) -> String {
    format!("{}, {}", plain(Stated::Day(moment.day())), clock(moment))
}

/// A span with both ends. A dash joins what is exact; what has words of its own is joined by words.
fn span(start: &PartialDate, end: &PartialDate) -> String {
    if start == end {
        let whole = phrase(start);
        return if matches!(start.stated(), Stated::Day(_)) { whole } else { format!("within {whole}") };
    }
    if is_worded(start) || is_worded(end) {
        return format!("from {} to {}", phrase(start), phrase(end));
    }
    let (start, end) = (start.stated(), end.stated());
    match seasons(start, end) {
        Some((_, first, _)) => format!("{}–{}", season_name(first), plain(end)),
        None => dashed(start, end, &ENGLISH, plain),
    }
}

fn one_of(choices: &[Choice]) -> String {
    if let Some(phrases) = grouped(choices, &ENGLISH, plain) {
        return listed(&phrases, " or ");
    }
    let phrases: Vec<_> = choices.iter().map(choice_phrase).collect();
    let single = choices.iter().all(|choice| matches!(choice, Choice::One(_)));
    listed(&phrases, if single { " or " } else { ", or " })
}

fn choice_phrase(choice: &Choice) -> String {
    match choice {
        Choice::One(date) => phrase(date),
        Choice::UpTo(date) if matches!(date.stated(), Stated::Day(_)) => format!("by {}", phrase(date)),
        // "By March" might be thought to leave March out.
        Choice::UpTo(date) => format!("in or before {}", phrase(date)),
        Choice::From(date) => format!("{} or later", phrase(date)),
        Choice::Range(first, last) if is_worded(first) || is_worded(last) => {
            format!("some time {}", span(first, last))
        }
        Choice::Range(first, last) => format!("some time in {}", span(first, last)),
    }
}
