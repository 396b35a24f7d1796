//! "Bir hafta önce", "geçen ayın başında", "Salı günü".

use super::is_count;
use crate::language::names;
use crate::language::window::Window;

const COUNTS: [&str; 11] =
    ["bir", "iki", "uc", "dort", "bes", "alti", "yedi", "sekiz", "dokuz", "on", "birkac"];

const UNITS: [&str; 27] = [
    "gun",
    "gunu",
    "gunun",
    "gunku",
    "gunler",
    "gunlerde",
    "hafta",
    "haftaki",
    "haftanin",
    "haftasonu",
    "haftalar",
    "haftalarda",
    "ay",
    "ayki",
    "ayin",
    "aylar",
    "aylarda",
    "yil",
    "yilki",
    "yilin",
    "yillar",
    "yillarda",
    "sene",
    "seneki",
    "senenin",
    "saat",
    "saatlerde",
];

const NEAR_DAYS: [&str; 6] = ["bugun", "bugunku", "dun", "dunku", "yarin", "yarinki"];

const LEADS: [&str; 8] =
    ["gecen", "gectigimiz", "onumuzdeki", "gelecek", "bu", "onceki", "evvelsi", "ertesi"];

const WHOLE: [&str; 3] = ["ayin", "haftanin", "yilin"];

/// The words that such wording begins with, where it is no number.
pub(super) const BEGINNINGS: [&[&str]; 5] = [&NEAR_DAYS, &LEADS, &COUNTS, &WHOLE, names::WEEKDAYS];

pub(super) fn find(window: Window<'_>) -> Option<usize> {
    if window.is_word(0, &NEAR_DAYS) {
        return Some(1);
    }
    if window.is_word(0, &LEADS) {
        let weekday = usize::from(names::weekday(window, 1, false).is_some());
        let unit = 1 + weekday;
        let named = window.is_word(unit, &UNITS);
        return (named || weekday > 0).then(|| part(window, unit + usize::from(named)));
    }
    if (is_count(window, 0) || window.is_word(0, &COUNTS)) && window.is_word(1, &UNITS) {
        return window.is_word(2, &["once", "evvel", "sonra", "icinde"]).then_some(3);
    }
    if names::weekday(window, 0, false).is_some() && window.is_word(1, &["gunu", "gunku", "gununden"]) {
        return Some(2);
    }
    (window.is_word(0, &WHOLE) && part(window, 1) > 1).then_some(2)
}

/// The place behind "at the beginning", "at the end".
fn part(window: Window<'_>, place: usize) -> usize {
    const PARTS: [&str; 9] =
        ["basi", "basinda", "basindan", "ortasi", "ortasinda", "sonu", "sonunda", "sonuna", "icinde"];
    place + usize::from(window.is_word(place, &PARTS))
}
