//! Dates as people write them elsewhere, in the form that this program wants.

use super::token::Token::{self, Mark, Number, Word};
use super::{day_text, month_text};
use crate::model::date::civil::CivilDate;

/// The one date that the pieces can be read as: `5 March 2025`, `2025.3.5`, `Q1 2025`, `2025-064`.
pub(super) fn reading(tokens: &[Token<'_>]) -> Option<String> {
    let readings = [numbers, named, division, week_or_ordinal, unseparated, spans];
    readings.iter().find_map(|read| read(tokens))
}

/// Numbers alone, where it is plain which is which.
fn numbers(tokens: &[Token<'_>]) -> Option<String> {
    match *tokens {
        [Number(year, y)] if y.len() == 4 => Some(format!("{year:04}")),
        [Number(year, y), Mark(a), Number(month, _), Mark(b), Number(day, _)]
            if y.len() == 4 && a == b && is_separator(a) =>
        {
            day_text(year, month, day).or_else(|| day_text(year, day, month))
        }
        [Number(year, y), Mark(mark), Number(month, m)]
            if y.len() == 4 && m.len() < 3 && is_separator(mark) =>
        {
            month_text(year, month)
                .or_else(|| (mark == '/').then(|| format!("{year:04}/{:02}{m}", year / 100)))
        }
        [Number(first, _), Mark(a), Number(second, _), Mark(b), Number(year, y)]
            if y.len() == 4 && a == b && is_separator(a) =>
        {
            let day_first = day_text(year, second, first);
            let month_first = day_text(year, first, second);
            // With dots it is the day that comes first; otherwise only one order may be possible.
            if a == '.' || month_first.is_none() || first == second {
                day_first
            } else {
                month_first.xor(day_first)
            }
        }
        [Number(month, _), Mark(mark), Number(year, y)] if y.len() == 4 && is_separator(mark) => {
            month_text(year, month)
        }
        _ => None,
    }
}

/// Both readings of `5/3/2025`, the day-first one before the other.
pub(super) fn either_order(tokens: &[Token<'_>]) -> Option<(String, String)> {
    match *tokens {
        [Number(first, _), Mark(a), Number(second, _), Mark(b), Number(year, y)]
            if y.len() == 4 && a == b && matches!(a, '/' | '-') && first != second =>
        {
            day_text(year, second, first).zip(day_text(year, first, second))
        }
        _ => None,
    }
}

fn is_separator(mark: char) -> bool {
    matches!(mark, '-' | '.' | '/')
}

/// Months by name.
fn named(tokens: &[Token<'_>]) -> Option<String> {
    match *tokens {
        [Number(day, _), Word(month), Number(year, y)]
        | [Word(month), Number(day, _), Number(year, y)]
        | [Number(year, y), Word(month), Number(day, _)]
        | [Number(day, _), Mark('-'), Word(month), Mark('-'), Number(year, y)]
            if y.len() == 4 =>
        {
            day_text(year, month_number(month)?, day)
        }
        [Word(month), Number(year, y)]
        | [Number(year, y), Word(month)]
        | [Number(year, y), Mark('-'), Word(month)]
        | [Word(month), Mark('-'), Number(year, y)]
            if y.len() == 4 =>
        {
            month_text(year, month_number(month)?)
        }
        _ => None,
    }
}

/// The number of an English month, by its name or the first three letters of it.
fn month_number(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    let short =
        |month: &str| word == "sept" && month == "september" || (word.len() == 3 && month.starts_with(&word));
    let at = MONTHS.iter().position(|month| *month == word || short(month))?;
    u32::try_from(at + 1).ok()
}

/// Seasons, quarters and decades.
fn division(tokens: &[Token<'_>]) -> Option<String> {
    match *tokens {
        [Word(q), Number(quarter @ 1..=4, _), Number(year, y)]
        | [Number(year, y), Word(q), Number(quarter @ 1..=4, _)]
        | [Number(year, y), Mark('-'), Word(q), Number(quarter @ 1..=4, _)]
            if y.len() == 4 && q.eq_ignore_ascii_case("q") =>
        {
            Some(format!("{year:04}-{}", 32 + quarter))
        }
        [Word(season), Number(year, y)] | [Number(year, y), Word(season)]
            if y.len() == 4 && season.len() > 1 =>
        {
            Some(format!("{year:04}-{}", season_code(season)?))
        }
        [Number(year, y), Word("s")] if y.len() == 4 && year % 10 == 0 => Some(format!("{:03}X", year / 10)),
        _ => None,
    }
}

fn season_code(word: &str) -> Option<u32> {
    match word.to_ascii_lowercase().as_str() {
        "spring" => Some(21),
        "summer" => Some(22),
        "autumn" | "fall" => Some(23),
        "winter" => Some(24),
        _ => None,
    }
}

/// Week dates and days of the year.
fn week_or_ordinal(tokens: &[Token<'_>]) -> Option<String> {
    let year_of = |year| i32::try_from(year).ok();
    let day = |year, week, number: u8| {
        let weekday = chrono::Weekday::try_from(number).ok()?;
        CivilDate::from_naive(chrono::NaiveDate::from_isoywd_opt(year_of(year)?, week, weekday)?)
    };
    match *tokens {
        [Number(year, y), Mark('-'), Word("W"), Number(week, _)] if y.len() == 4 => {
            Some(format!("{}/{}", day(year, week, 0)?, day(year, week, 6)?))
        }
        [Number(year, y), Mark('-'), Word("W"), Number(week, _), Mark('-'), Number(number @ 1..=7, _)]
            if y.len() == 4 =>
        {
            Some(day(year, week, u8::try_from(number - 1).ok()?)?.to_string())
        }
        [Number(year, y), Mark('-'), Number(ordinal, o)] if y.len() == 4 && o.len() == 3 => {
            let day = chrono::NaiveDate::from_yo_opt(year_of(year)?, ordinal)?;
            Some(CivilDate::from_naive(day)?.to_string())
        }
        _ => None,
    }
}

/// `20250305` and `202503`.
fn unseparated(tokens: &[Token<'_>]) -> Option<String> {
    match *tokens {
        [Number(value, text)] if text.len() == 8 => day_text(value / 10_000, value / 100 % 100, value % 100),
        [Number(value, text)] if text.len() == 6 => month_text(value / 100, value % 100),
        _ => None,
    }
}

/// `4-6 February 2025`, `February-April 2025`, `2025-02-04/06` and `2025-02/04`.
fn spans(tokens: &[Token<'_>]) -> Option<String> {
    match *tokens {
        [Number(first, _), Mark('-'), Number(last, _), Word(month), Number(year, y)]
        | [Word(month), Number(first, _), Mark('-'), Number(last, _), Number(year, y)]
            if y.len() == 4 =>
        {
            let month = month_number(month)?;
            Some(format!("{}/{}", day_text(year, month, first)?, day_text(year, month, last)?))
        }
        [Word(first), Mark('-'), Word(last), Number(year, y)] if y.len() == 4 => {
            let (first, last) = (month_number(first)?, month_number(last)?);
            Some(format!("{}/{}", month_text(year, first)?, month_text(year, last)?))
        }
        [
            Number(year, y),
            Mark('-'),
            Number(month, _),
            Mark('-'),
            Number(first, _),
            Mark('/' | '-'),
            Number(last, _),
        ] if y.len() == 4 => {
            Some(format!("{}/{}", day_text(year, month, first)?, day_text(year, month, last)?))
        }
        [Number(year, y), Mark('-'), Number(first, _), Mark('/'), Number(last, l)]
            if y.len() == 4 && l.len() < 3 =>
        {
            Some(format!("{}/{}", month_text(year, first)?, month_text(year, last)?))
        }
        _ => None,
    }
}
