//! Dates in digits.

use chrono::NaiveDate;

use super::when::When;
use crate::language::window::Window;

/// A year as four digits. Outside of these, four digits are rarely a year.
pub(crate) fn year((value, digits): (u32, usize)) -> Option<i32> {
    if digits == 4 && (1000..3000).contains(&value) { i32::try_from(value).ok() } else { None }
}

/// The date in digits at a place, and the place behind it: `2025-03-05`, `2025/3/5`, `05.03.2025`, `5/3/2025`.
///
/// The year first means the month second. Points mean the day first, as everywhere that they are used. With
/// strokes or hyphens and the year last, the day may come first or the month: both readings are kept.
pub(crate) fn date(window: Window<'_>, place: usize) -> Option<(When, usize)> {
    let separator = window.mark(place + 1).filter(|mark| ['-', '/', '.', '؍'].contains(mark))?;
    let end = place + 5;
    let alike = window.is_mark(place + 3, &[separator]) && (place + 1..end).all(|token| window.glued(token));
    let more = window.is_mark(end, &[separator])
        && window.glued(end)
        && window.glued(end + 1)
        && window.number(end + 1).is_some();
    if !alike || more {
        return None;
    }
    let (first, second, third) =
        (window.number(place)?, window.number(place + 2)?, window.number(place + 4)?);
    let when = if let Some(year) = year(first) {
        When::day(Some(year), short(second)?, short(third)?)?
    } else {
        either(separator, year(third)?, short(first)?, short(second)?)?
    };
    Some((when, end))
}

fn short((value, digits): (u32, usize)) -> Option<u32> {
    (digits <= 2).then_some(value)
}

fn either(separator: char, year: i32, first: u32, second: u32) -> Option<When> {
    let day_first = NaiveDate::from_ymd_opt(year, second, first);
    let month_first = NaiveDate::from_ymd_opt(year, first, second).filter(|_| separator != '.');
    match (day_first, month_first) {
        (Some(day_first), Some(month_first)) if day_first != month_first => {
            Some(When::Either { day_first, month_first })
        }
        (Some(_), _) => When::day(Some(year), second, first),
        (None, _) => When::day(Some(year), first, second).filter(|_| month_first.is_some()),
    }
}

/// How many tokens the digits take that begin here, with all that is joined to them: an amount, a time of day, a
/// version. No date begins inside of them.
pub(crate) fn cluster(window: Window<'_>) -> usize {
    let mut tokens = 1;
    if window.number(0).is_none() {
        return tokens;
    }
    while window.is_mark(tokens, &['.', ',', ':', '/', '-', '٫', '٬'])
        && window.glued(tokens)
        && window.glued(tokens + 1)
        && window.number(tokens + 1).is_some()
    {
        tokens += 2;
    }
    tokens
}
