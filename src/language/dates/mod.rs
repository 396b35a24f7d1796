//! The dates that an article names, in English, Turkish and Arabic.
//!
//! Every place of the text is tried for a date, then for a month or a year alone, then for wording that leans on
//! another date. All three languages are tried everywhere: an article quotes across languages, and its language is
//! not known for certain.

mod alone;
mod begins;
pub(crate) mod meaning;
mod numeric;
mod relative;
mod when;
mod written;

use std::ops::Range;

use chrono::Weekday;

use begins::Begins;
pub(crate) use relative::{ENGLISH_COUNTS, ENGLISH_UNITS};
pub(crate) use when::When;

use super::shortlist::Shortlist;
use super::window::{Reel, Window};

/// How many finds are listed.
const MOST: usize = 100;

/// Wording that tells a time.
#[derive(Debug)]
pub(crate) struct Find {
    pub(crate) what: What,
    /// The bytes of the text that it takes.
    pub(crate) at: Range<usize>,
    /// The line that it begins in, counted from 1.
    pub(crate) line: usize,
}

/// What the wording tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A date, with the day of the week if the article names it.
    Date(When, Option<Weekday>),
    /// A time that leans on a date which stands elsewhere.
    Relative,
}

/// Every wording of a text that tells a time.
pub(crate) fn all(text: &str) -> Vec<Find> {
    let mut finds = Vec::new();
    each(text, |find, _, _| finds.push(find));
    finds
}

/// The dates of a text, in order of appearance, each once.
pub(crate) fn find(text: &str) -> Shortlist<Find> {
    let mut list = Shortlist::new(MOST);
    each(text, |find, window, tokens| {
        let what = find.what;
        list.offer(key(what, window, tokens), find);
        if let What::Date(when, Some(_)) = what {
            // The same day told again without its day of the week is no news.
            list.pass_over(when.edtf());
        }
    });
    list
}

/// Every wording that tells a time, in order of appearance, as often as it stands there.
pub(crate) fn each(text: &str, mut take: impl FnMut(Find, Window<'_>, usize)) {
    let mut reel = Reel::new(text);
    loop {
        let window = reel.window();
        if window.is_empty() {
            return;
        }
        let step = match what(window) {
            Some((what, tokens)) => {
                take(Find { what, at: window.bytes(tokens), line: window.line() }, window, tokens);
                tokens
            }
            None => numeric::cluster(window),
        };
        reel.advance(step.max(1));
    }
}

/// The wording that begins here, and how many tokens it takes.
fn what(window: Window<'_>) -> Option<(What, usize)> {
    let begins = Begins::at(window);
    debug_assert!(begins.has_any_of(Begins::DATED) || written::dated(window).is_none(), "{window:?}");
    debug_assert!(begins.has_any_of(Begins::ALONE) || alone::find(window).is_none(), "{window:?}");
    debug_assert_eq!(relative::find(window, begins), relative::find(window, Begins::ANY), "{window:?}");
    if begins.has_any_of(Begins::DATED)
        && let Some((when, weekday, tokens)) = written::dated(window)
    {
        return Some((What::Date(when, weekday), tokens));
    }
    if begins.has_any_of(Begins::ALONE)
        && let Some((when, tokens)) = alone::find(window)
    {
        return Some((What::Date(when, None), tokens));
    }
    let tokens = if begins.is_relative() { relative::find(window, begins)? } else { return None };
    Some((What::Relative, tokens))
}

/// What makes two finds the same. A day without a year is another find where its day of the week is told, since
/// that narrows the year.
fn key(what: What, window: Window<'_>, tokens: usize) -> String {
    match what {
        What::Date(when @ When::Day { year: None, .. }, Some(weekday)) => {
            format!("{} {weekday}", when.edtf())
        }
        What::Date(when, _) => when.edtf(),
        What::Relative => {
            let part = |place| match window.number(place) {
                Some((value, _)) => Some(value.to_string()),
                None => window.word(place).map(str::to_owned),
            };
            (0..tokens).filter_map(part).collect::<Vec<_>>().join(" ")
        }
    }
}

#[cfg(test)]
mod tests;
