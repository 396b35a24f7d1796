//! Months and years that stand alone. A word beside them has to show that they are meant as a time.

use super::numeric;
use super::when::When;
use super::written::{is_apostrophe, is_turkish_month_word, month_and_day, month_and_year};
use crate::language::names::{self, Month, Tongue};
use crate::language::window::Window;

/// Years alone are looked for in these centuries only: before and after, four digits are more often an amount.
const CENTURIES: std::ops::Range<i32> = 1800..2100;

/// Words before an English month.
const ENGLISH_LEADS: [&str; 19] = [
    "in",
    "since",
    "until",
    "till",
    "by",
    "during",
    "from",
    "of",
    "before",
    "after",
    "through",
    "throughout",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "between",
];

/// Words before a Turkish month.
const TURKISH_LEADS: [&str; 5] = ["gecen", "gectigimiz", "onumuzdeki", "gelecek", "bu"];

/// Words before an Arabic month.
const ARABIC_LEADS: [&str; 14] = [
    "في",
    "شهر",
    "منذ",
    "خلال",
    "حتي",
    "مطلع",
    "بداية",
    "نهاية",
    "منتصف",
    "اوائل",
    "اواخر",
    "قبل",
    "بعد",
    "من",
];

/// Words before a year.
const YEAR_LEADS: [&str; 9] = ["in", "since", "until", "during", "في", "منذ", "عام", "سنة", "العام"];

/// The words that months and years alone begin with, where it is neither a number nor a Turkish month.
pub(super) const BEGINNINGS: [&[&str]; 4] = [&ENGLISH_LEADS, &TURKISH_LEADS, &ARABIC_LEADS, &YEAR_LEADS];

/// The month or the year that begins here, and how many tokens it takes.
pub(super) fn find(window: Window<'_>) -> Option<(When, usize)> {
    english_month(window)
        .or_else(|| turkish_month(window))
        .or_else(|| arabic_month(window))
        .map(|(month, tokens)| (When::Month { year: None, month }, tokens))
        .or_else(|| year(window))
}

/// `in February`, `mid-March`, `the end of May`. The month stands where no day and no year follow it: with them it is
/// a date of its own.
fn english_month(window: Window<'_>) -> Option<(u32, usize)> {
    if !window.is_word(0, &ENGLISH_LEADS) {
        return None;
    }
    let place = 1 + usize::from(window.is_word(0, &["mid"]) && window.is_mark(1, &['-', '‑', '–']));
    named(window, place, Tongue::English)
}

/// `Şubat ayında`, `Şubat'ta`, `şubatta`, `geçen şubat`.
fn turkish_month(window: Window<'_>) -> Option<(u32, usize)> {
    if window.is_word(0, &TURKISH_LEADS) {
        return named(window, 1, Tongue::Turkish);
    }
    let month = month_in(window, 0, Tongue::Turkish)?;
    if is_turkish_month_word(window, 1) {
        return Some((month.number, 2));
    }
    if is_apostrophe(window, 1) && window.word(2).is_some_and(names::turkish_place) {
        return Some((month.number, 3));
    }
    month.placed.then_some((month.number, 1))
}

/// `في شباط`, `شهر فبراير`, `مطلع آذار`.
fn arabic_month(window: Window<'_>) -> Option<(u32, usize)> {
    if !window.is_word(0, &ARABIC_LEADS) {
        return None;
    }
    let place = 1 + usize::from(window.is_word(1, &["شهر"]));
    // "من آب" is written like "from a father".
    let father = window.is_word(0, &["من"]) && window.is_word(place, &["اب"]);
    named(window, place, Tongue::Arabic).filter(|_| !father)
}

fn month_in(window: Window<'_>, place: usize, tongue: Tongue) -> Option<Month> {
    names::month(window, place).filter(|month| month.tongue == tongue)
}

/// The month of a language at a place, unless a day or a year follows it, and the place behind it.
fn named(window: Window<'_>, place: usize, tongue: Tongue) -> Option<(u32, usize)> {
    let month = month_in(window, place, tongue)?;
    let more = month_and_day(window, place).is_some() || month_and_year(window, place).is_some();
    (!more).then_some((month.number, place + month.tokens))
}

/// `since 2011`, `2011 yılında`, `2011'den`, `عام 2011`.
fn year(window: Window<'_>) -> Option<(When, usize)> {
    let year_at =
        |place| window.number(place).and_then(numeric::year).filter(|year| CENTURIES.contains(year));
    if let Some(year) = year_at(0) {
        let word = window.word(1).is_some_and(|word| word.starts_with("yili"));
        let ending = is_apostrophe(window, 1) && window.word(2).is_some_and(names::turkish_place);
        return match (word, ending) {
            (true, _) => Some((When::Year(year), 2)),
            (_, true) => Some((When::Year(year), 3)),
            _ => None,
        };
    }
    let lead = window.is_word(0, &YEAR_LEADS);
    // A number that goes on is an amount or a date in digits.
    let whole = !(window.glued(2) && window.glued(3) && window.number(3).is_some());
    year_at(1).filter(|_| lead && whole).map(|year| (When::Year(year), 2))
}
