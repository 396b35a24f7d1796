//! A date as people write it in an English brief. All English words of this module stand here.

use super::FuzzyDate;
use super::civil::{CivilDate, Month};
use super::moment::Moment;
use super::shape::{Choice, Doubt, Missing, PartialDate, Quarter, Season, Shape, Stated};
use super::wording::{certain_ones, clock, is_worded, listed, same_month};

/// The full name of a month.
pub(super) const fn month_name(month: Month) -> &'static str {
    match month {
        Month::January => "January",
        Month::February => "February",
        Month::March => "March",
        Month::April => "April",
        Month::May => "May",
        Month::June => "June",
        Month::July => "July",
        Month::August => "August",
        Month::September => "September",
        Month::October => "October",
        Month::November => "November",
        Month::December => "December",
    }
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

/// The names of the parts of a date, from the year on.
const PARTS: [&str; 3] = ["year", "month", "day"];

/// A phrase such as `5 March 2025`, `about February 2025`, `4–6 February 2025` or `since 8 December 2024`.
///
/// It keeps every doubt: what is approximate is "about", what is uncertain says so. Years have four digits.
#[must_use]
pub fn english(date: &FuzzyDate) -> String {
    match date.shape() {
        Shape::Date(date) => phrase(date),
        Shape::Moment(moment) => moment_phrase(moment),
        Shape::Between { start, end } => span(start, end),
        Shape::From { start, end: Missing::Open } => format!("since {}", phrase(start)),
        Shape::From { start, end: Missing::Unknown } => format!("from {}, end unknown", phrase(start)),
        Shape::Until { start: Missing::Open, end } => format!("until {}", phrase(end)),
        Shape::Until { start: Missing::Unknown, end } => format!("until {}, start unknown", phrase(end)),
        Shape::OneOf(choices) => one_of(choices),
    }
}

/// A date with its doubts: those of the whole around it, those of single parts behind it.
fn phrase(date: &PartialDate) -> String {
    let shared = date.doubt_of_all();
    let about = if shared.approximate { "about " } else { "" };
    let mut notes = Vec::new();
    if shared.uncertain {
        notes.push("uncertain".to_owned());
    }
    notes.extend(notes_on_parts(date, shared));
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
    format!("{about}{}{notes}", plain(date.stated()))
}

/// `year and month approximate`, `day uncertain`: the doubts that not all parts share, those alike together.
fn notes_on_parts(date: &PartialDate, shared: Doubt) -> Vec<String> {
    let names = match date.stated() {
        Stated::Season { .. } => ["year", "season", ""],
        Stated::Quarter { .. } => ["year", "quarter", ""],
        _ => PARTS,
    };
    let kinds =
        [(false, true, "uncertain"), (true, false, "approximate"), (true, true, "approximate and uncertain")];
    let mut notes = Vec::new();
    for (approximate, uncertain, word) in kinds {
        let kind = Doubt { approximate, uncertain };
        let alike = date.doubts().iter().zip(names).filter(|(doubt, _)| doubt.beyond(shared) == kind);
        let parts: Vec<_> = alike.map(|(_, name)| name.to_owned()).collect();
        if !parts.is_empty() {
            notes.push(format!("{} {word}", listed(&parts, " and ")));
        }
    }
    notes
}

/// A date without its doubts.
fn plain(stated: Stated) -> String {
    match stated {
        Stated::Century { first_year } => format!("the years {first_year:04}–{:04}", first_year + 99),
        // "The 2000s" may be ten years or a hundred.
        Stated::Decade { first_year } if first_year % 100 == 0 => {
            format!("the years {first_year:04}–{:04}", first_year + 9)
        }
        Stated::Decade { first_year } => format!("the {first_year:04}s"),
        Stated::Year(year) => format!("{year:04}"),
        Stated::SomeMonth { year } => format!("some month of {year:04}"),
        Stated::SomeDayOfYear { year } => format!("some day in {year:04}"),
        Stated::Season { year, season } => format!("{} {year:04}", season_name(season)),
        Stated::Quarter { year, quarter } => format!("{} of {year:04}", quarter_name(quarter)),
        Stated::Month { year, month } => format!("{} {year:04}", month_name(month)),
        Stated::SomeDayOfMonth { year, month } => format!("some day in {} {year:04}", month_name(month)),
        Stated::Day(day) => format!("{} {:04}", day_and_month(day), day.year()),
    }
}

fn day_and_month(day: CivilDate) -> String {
    format!("{} {}", day.day(), month_name(day.month()))
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
    dashed(start.stated(), end.stated())
}

/// Two dates with a dash, what they share said once.
fn dashed(start: Stated, end: Stated) -> String {
    match (start, end) {
        (Stated::Year(_), Stated::Year(_)) => format!("{}–{}", plain(start), plain(end)),
        (Stated::Day(first), Stated::Day(_)) if same_month(start, end) => {
            format!("{}–{}", first.day(), plain(end))
        }
        (Stated::Day(first), Stated::Day(last)) if first.year() == last.year() => {
            format!("{} – {}", day_and_month(first), plain(end))
        }
        (Stated::Month { year, month }, Stated::Month { year: last, .. }) if year == last => {
            format!("{}–{}", month_name(month), plain(end))
        }
        (Stated::Season { year, season }, Stated::Season { year: last, .. }) if year == last => {
            format!("{}–{}", season_name(season), plain(end))
        }
        _ => format!("{} – {}", plain(start), plain(end)),
    }
}

fn one_of(choices: &[Choice]) -> String {
    if let Some(short) = days_of_a_month(choices).or_else(|| months_of_a_year(choices)) {
        return short;
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

/// `4, 5 or 7 February 2025`, if the choices are certain days of one month.
fn days_of_a_month(choices: &[Choice]) -> Option<String> {
    let (last, others) = certain_ones(choices)?;
    let mut phrases = Vec::new();
    for stated in others {
        match stated {
            Stated::Day(day) if same_month(stated, last) => phrases.push(day.day().to_string()),
            _ => return None,
        }
    }
    phrases.push(plain(last));
    Some(listed(&phrases, " or "))
}

/// `February or March 2025`, if the choices are certain months of one year.
fn months_of_a_year(choices: &[Choice]) -> Option<String> {
    let (last, others) = certain_ones(choices)?;
    let Stated::Month { year: of, .. } = last else { return None };
    let mut phrases = Vec::new();
    for stated in others {
        match stated {
            Stated::Month { year, month } if year == of => phrases.push(month_name(month).to_owned()),
            _ => return None,
        }
    }
    phrases.push(plain(last));
    Some(listed(&phrases, " or "))
}
