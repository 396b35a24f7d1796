//! Dates that name their month, with the day of the week if it stands beside them.

use chrono::Weekday;

use super::numeric;
use super::when::When;
use crate::language::names::{self, Month, Tongue};
use crate::language::window::Window;

/// The Arabic word for "day", before its name.
pub(super) const DAY: &str = "يوم";

const DASHES: [char; 4] = ['-', '‑', '–', '—'];

/// The date that begins here, in words or digits, the day of the week that goes with it, and how many tokens both
/// take.
pub(crate) fn dated(window: Window<'_>) -> Option<(When, Option<Weekday>, usize)> {
    if let Some((weekday, place)) = weekday_before(window) {
        let (when, end) = day(window, place)?;
        return Some((when, Some(weekday), end));
    }
    if let Some((when, end)) = day(window, 0) {
        let behind = end + usize::from(window.is_mark(end, &['(']));
        return Some(match names::weekday(window, behind, false) {
            Some((weekday, tokens)) => (when, Some(weekday), behind + tokens),
            None => (when, None, end),
        });
    }
    let (when, end) = month_and_year(window, 0).or_else(|| year_and_month(window))?;
    Some((when, None, end))
}

/// The day of the week that begins here and the place where its date would begin.
fn weekday_before(window: Window<'_>) -> Option<(Weekday, usize)> {
    let start = usize::from(window.is_word(0, &[DAY]));
    let (weekday, tokens) = names::weekday(window, start, true)?;
    let mut place = start + tokens;
    place += usize::from(window.is_mark(place, &[',', '،', '(']));
    place += usize::from(window.is_word(place, &["the", "الموافق"]));
    Some((weekday, place))
}

/// A single day, or days of one month, at a place.
fn day(window: Window<'_>, place: usize) -> Option<(When, usize)> {
    numeric::date(window, place)
        .or_else(|| day_and_month(window, place))
        .or_else(|| ordinal_and_month(window, place))
        .or_else(|| month_and_day(window, place))
}

/// `5 March 2025`, `5th of March`, `4–6 February`, `5 Mart'ta`, `5 آذار/مارس 2025`.
fn day_and_month(window: Window<'_>, place: usize) -> Option<(When, usize)> {
    let (first, last, place) = days(window, place)?;
    let month = month_behind(window, place)?;
    let place = month.1;
    // "yüzde 5 Mart ayında": the number belongs to what stands before it.
    if month.0.tongue == Tongue::Turkish && is_turkish_month_word(window, place) {
        return None;
    }
    let (year, place) = year_behind(window, place);
    Some((When::days(year, month.0.number, first, last)?, place))
}

/// `الثامن من كانون الأول 2024`.
fn ordinal_and_month(window: Window<'_>, place: usize) -> Option<(When, usize)> {
    let (day, tokens) = names::arabic_ordinal(window, place)?;
    let (month, place) = month_behind(window, place + tokens)?;
    let (year, place) = year_behind(window, place);
    Some((When::day(year, month.number, day)?, place))
}

/// The month behind a day, and the place behind it.
fn month_behind(window: Window<'_>, place: usize) -> Option<(Month, usize)> {
    let place = place + usize::from(window.is_word(place, &["of", "من"]));
    let place = place + usize::from(window.is_word(place, &["شهر"]));
    let month = names::month(window, place)?;
    Some((month, place + month.tokens))
}

/// `March 5, 2025`, `February 4–6`, `Dec. 8th`. Not Turkish, in which a number behind a month is an amount.
pub(crate) fn month_and_day(window: Window<'_>, place: usize) -> Option<(When, usize)> {
    let month = names::month(window, place).filter(|month| month.tongue != Tongue::Turkish)?;
    let place = place + month.tokens;
    let place = place + usize::from(window.is_word(place, &["the"]));
    let (first, last, place) = days(window, place)?;
    if is_amount(window, place) {
        return None;
    }
    let (year, place) = year_behind(window, place);
    Some((When::days(year, month.number, first, last)?, place))
}

/// One or two numbers of days, and the place behind them.
fn days(window: Window<'_>, place: usize) -> Option<(u32, Option<u32>, usize)> {
    let (first, place) = day_number(window, place)?;
    if window.is_mark(place, &DASHES)
        && let Some((last, behind)) = day_number(window, place + 1)
        && last > first
    {
        return Some((first, Some(last), behind));
    }
    Some((first, None, place))
}

/// The number of a day, with its English ending, and the place behind it.
fn day_number(window: Window<'_>, place: usize) -> Option<(u32, usize)> {
    let (value, digits) = window.number(place)?;
    if digits > 2 || !(1..=31).contains(&value) {
        return None;
    }
    let ending = window.glued(place + 1) && window.is_word(place + 1, &["st", "nd", "rd", "th"]);
    Some((value, place + 1 + usize::from(ending)))
}

/// Whether what follows a number makes it something else than a day: `5,000`, `5.5`, `5:30`, `5%`, `5-year`.
fn is_amount(window: Window<'_>, place: usize) -> bool {
    let Some(mark) = window.mark(place).filter(|_| window.glued(place)) else { return false };
    let joined = window.glued(place + 1);
    match mark {
        '%' | '٪' => true,
        '.' | ':' => joined && window.number(place + 1).is_some(),
        // `March 5,2025` is a date in spite of its missing space.
        ',' => joined && window.number(place + 1).is_some_and(|number| numeric::year(number).is_none()),
        '-' => joined && window.word(place + 1).is_some() && names::month(window, place + 1).is_none(),
        _ => false,
    }
}

/// The year behind a month or a day, if one follows, and the place behind it.
fn year_behind(window: Window<'_>, place: usize) -> (Option<i32>, usize) {
    let mut at = place + usize::from(window.is_mark(place, &[',', '،']));
    for _ in 0..2 {
        at += usize::from(window.is_word(at, &["of", "من", "عام", "سنة", "العام", "لعام", "للعام"]));
    }
    match window.number(at).and_then(numeric::year) {
        Some(year) => (Some(year), at + 1),
        None => (None, place),
    }
}

/// `March 2025`, `Şubat 2025`, `شباط/فبراير 2025`.
pub(crate) fn month_and_year(window: Window<'_>, place: usize) -> Option<(When, usize)> {
    let month = names::month(window, place)?;
    let (year, end) = year_behind(window, place + month.tokens);
    year.map(|year| (When::Month { year: Some(year), month: month.number }, end))
}

/// `2025 Şubat ayında`, `2025 yılının Şubat ayında`, `2025'in Şubat ayında`.
fn year_and_month(window: Window<'_>) -> Option<(When, usize)> {
    let year = window.number(0).and_then(numeric::year)?;
    let mut place = 1;
    if is_apostrophe(window, place) {
        place += 2;
    }
    place += usize::from(window.is_word(place, &["yili", "yilinin", "yilin"]));
    let month = names::month(window, place).filter(|month| month.tongue == Tongue::Turkish)?;
    Some((When::Month { year: Some(year), month: month.number }, place + month.tokens))
}

/// Whether an ending is joined here by an apostrophe.
pub(crate) fn is_apostrophe(window: Window<'_>, place: usize) -> bool {
    window.is_mark(place, &['\'', '’', '‘', 'ʼ']) && window.glued(place) && window.glued(place + 1)
}

/// Whether the Turkish word for "month" stands here, which often follows the name of one.
pub(crate) fn is_turkish_month_word(window: Window<'_>, place: usize) -> bool {
    window.is_word(place, &["ayi", "ayinda", "ayindaki", "ayinin", "ayindan", "ayina", "ayini"])
}
