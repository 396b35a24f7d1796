//! Wording that tells a time by another: "a week ago". What it comes to is for the analyst to work out.

mod arabic;
mod english;
mod turkish;

use crate::language::window::Window;

/// How many tokens such wording takes, if it begins here.
pub(crate) fn find(window: Window<'_>) -> Option<usize> {
    english::find(window).or_else(|| turkish::find(window)).or_else(|| arabic::find(window))
}

/// Whether a number stands at a place that can count days or years.
fn is_count(window: Window<'_>, place: usize) -> bool {
    window.number(place).is_some_and(|(_, digits)| digits <= 4)
}
