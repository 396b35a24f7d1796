//! "A week ago", "beginning of last month", "on Tuesday".

use super::is_count;
use crate::language::window::Window;

/// Words that count as numbers do.
pub(crate) const COUNTS: [&str; 13] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "several",
];

const PARTS_OF: [&str; 5] = ["beginning", "start", "end", "middle", "close"];

const PARTS: [&str; 5] = ["early", "late", "mid", "earlier", "later"];

const NEAR_DAYS: [&str; 4] = ["today", "yesterday", "tomorrow", "tonight"];

const WHICH: [&str; 8] = ["last", "next", "this", "past", "coming", "previous", "following", "current"];

const WITHIN: [&str; 2] = ["in", "within"];

const A_FEW: [&str; 4] = ["a", "an", "few", "some"];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The words that such wording begins with, where it is no number.
pub(super) const BEGINNINGS: [&[&str]; 8] =
    [&PARTS_OF, &PARTS, &NEAR_DAYS, &WHICH, &WITHIN, &A_FEW, &COUNTS, &WEEKDAYS];

pub(super) fn find(window: Window<'_>) -> Option<usize> {
    let place = part(window);
    if place > 0 && window.is_word(place, &["the"]) && is_unit(window, place + 1) {
        return Some(place + 2);
    }
    let place = place + usize::from(place > 0 && window.is_word(place, &["the"]));
    core(window, place)
}

/// The tokens of "beginning of", "early", "mid-".
fn part(window: Window<'_>) -> usize {
    if window.is_word(0, &PARTS_OF) && window.is_word(1, &["of"]) {
        2
    } else if window.is_word(0, &PARTS) {
        1 + usize::from(window.is_mark(1, &['-', '‑', '–']))
    } else {
        0
    }
}

/// The place behind wording that names a time by itself.
fn core(window: Window<'_>, place: usize) -> Option<usize> {
    if window.is_word(place, &NEAR_DAYS) || is_weekday(window, place) {
        return Some(place + 1);
    }
    if window.is_word(place, &WHICH) {
        let unit = count(window, place + 1).unwrap_or(place + 1);
        return (is_unit(window, unit) || is_weekday(window, unit)).then_some(unit + 1);
    }
    if window.is_word(place, &WITHIN) {
        let unit = count(window, place + 1).filter(|&unit| is_unit(window, unit))?;
        return Some(unit + 1);
    }
    let unit = count(window, place).filter(|&unit| is_unit(window, unit))?;
    if window.is_word(unit + 1, &["ago", "earlier", "later", "before", "hence"]) {
        Some(unit + 2)
    } else if window.is_word(unit + 1, &["from"]) && window.is_word(unit + 2, &["now", "today"]) {
        Some(unit + 3)
    } else {
        None
    }
}

/// The place behind "a", "two", "a few", "a couple of", "10".
fn count(window: Window<'_>, place: usize) -> Option<usize> {
    if window.is_word(place, &["a"]) && window.is_word(place + 1, &["few", "couple"]) {
        return Some(place + 2 + usize::from(window.is_word(place + 2, &["of"])));
    }
    let counts = is_count(window, place) || window.is_word(place, &A_FEW) || window.is_word(place, &COUNTS);
    counts.then_some(place + 1)
}

/// What times are counted in, and named by, in the singular.
pub(crate) const UNITS: [&str; 17] = [
    "hour",
    "day",
    "night",
    "morning",
    "afternoon",
    "evening",
    "week",
    "weekend",
    "fortnight",
    "month",
    "quarter",
    "year",
    "decade",
    "summer",
    "winter",
    "spring",
    "autumn",
];

fn is_unit(window: Window<'_>, place: usize) -> bool {
    window.word(place).is_some_and(|word| UNITS.contains(&word.strip_suffix('s').unwrap_or(word)))
}

fn is_weekday(window: Window<'_>, place: usize) -> bool {
    window.is_word(place, &WEEKDAYS)
}
