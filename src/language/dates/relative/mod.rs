//! Wording that tells a time by another: "a week ago". What it comes to is for the analyst to work out.

mod arabic;
mod english;
mod turkish;

pub(crate) use english::{COUNTS as ENGLISH_COUNTS, UNITS as ENGLISH_UNITS};

use super::begins::Begins;
use crate::language::window::Window;

/// The words that such wording begins with in each language, where it is no number.
pub(super) const BEGINNINGS: [(Begins, &[&[&str]]); 3] = [
    (Begins::ENGLISH, &english::BEGINNINGS),
    (Begins::TURKISH, &turkish::BEGINNINGS),
    (Begins::ARABIC, &arabic::BEGINNINGS),
];

/// How many tokens such wording takes, if it begins here: of the languages that it may be in, the first that knows it.
pub(super) fn find(window: Window<'_>, begins: Begins) -> Option<usize> {
    let in_language = |language, find: fn(Window<'_>) -> Option<usize>| {
        if begins.has_any_of(language) { find(window) } else { None }
    };
    in_language(Begins::ENGLISH, english::find)
        .or_else(|| in_language(Begins::TURKISH, turkish::find))
        .or_else(|| in_language(Begins::ARABIC, arabic::find))
}

/// Whether a number stands at a place that can count days or years.
fn is_count(window: Window<'_>, place: usize) -> bool {
    window.number(place).is_some_and(|(_, digits)| digits <= 4)
}
