//! What wording that leans on another date comes to, if it is counted from the day on which it is written.
//!
//! Much of what is found leans on a date in the text instead, "a week later", or is no time at all, "two days before the
//! vote". In doubt it is taken for that.

mod arabic;
mod english;
mod reached;
#[cfg(test)]
mod tests;
mod turkish;

use std::borrow::Cow;
use std::ops::Range;

pub(crate) use reached::Reached;

use crate::language::names::Tongue;
use crate::language::tokens::{Kind, Token, Tokens};

/// How many bytes in front of the wording and behind it are looked at: a few words.
const AROUND: usize = 120;

/// What such wording means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// It leans on something else than the day of writing, or may do so.
    Elsewhere,
    /// It leans on the day of writing, and tells no certain date: "a few days ago", "next Tuesday".
    Vague,
    /// It leans on the day of writing, this far from it.
    Offset(Offset),
}

/// How far a time is from the day of writing: backwards if the number is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Offset {
    /// A single day: "yesterday", "two weeks ago".
    Day(i64),
    /// A week from Monday to Sunday: "last week".
    Week(i64),
    /// A month of the calendar: "next month", "three months ago".
    Month(i64),
    /// A year of the calendar: "this year", "ten years ago".
    Year(i64),
}

/// A unit that times are counted in.
#[derive(Debug, Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
    /// Hours, nights, decades: nothing that gives a date.
    Other,
}

/// A number of units, back or ahead.
fn away(unit: Unit, by: i64) -> Meaning {
    Meaning::Offset(match unit {
        Unit::Day => Offset::Day(by),
        Unit::Week => Offset::Day(by * 7),
        Unit::Month => Offset::Month(by),
        Unit::Year => Offset::Year(by),
        Unit::Other => return Meaning::Vague,
    })
}

/// A whole unit: the last, this, the next.
fn whole(unit: Unit, by: i64) -> Meaning {
    Meaning::Offset(match unit {
        Unit::Week => Offset::Week(by),
        Unit::Month => Offset::Month(by),
        Unit::Year => Offset::Year(by),
        Unit::Day | Unit::Other => return Meaning::Vague,
    })
}

/// Wording with what stands around it.
#[derive(Debug)]
struct Context<'t> {
    raw: &'t str,
    words: Vec<Cow<'t, str>>,
    before: Vec<Token<'t>>,
    after: Vec<Token<'t>>,
}

impl<'t> Context<'t> {
    fn new(text: &'t str, at: &Range<usize>) -> Self {
        let raw = text.get(at.clone()).unwrap_or_default();
        let before = text.get(floor(text, at.start.saturating_sub(AROUND))..at.start).unwrap_or_default();
        let after = text.get(at.end..floor(text, at.end.saturating_add(AROUND))).unwrap_or_default();
        let words = Tokens::new(raw).filter_map(plain).collect();
        // A word that the cut went through says nothing; it is farther away than the few that are looked at.
        Self { words, before: Tokens::new(before).collect(), after: Tokens::new(after).collect(), raw }
    }

    /// A word of the wording; numbers in European digits.
    fn word(&self, place: usize) -> &str {
        self.words.get(place).map_or("", Cow::as_ref)
    }

    /// The word that stands this many tokens before the wording, 0 being next to it; empty if it is none.
    fn before(&self, back: usize) -> &str {
        self.before.iter().rev().nth(back).map_or("", folded)
    }

    /// The word right behind the wording, empty if there is none.
    fn after(&self) -> &str {
        self.after.first().map_or("", folded)
    }

    fn mark_before(&self) -> Option<char> {
        match self.before.last()?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    fn mark_after(&self) -> Option<char> {
        match self.after.first()?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    fn number_before(&self) -> bool {
        matches!(self.before.last(), Some(Token { kind: Kind::Number { .. }, .. }))
    }

    fn capital(&self) -> bool {
        self.raw.starts_with(char::is_uppercase)
    }

    /// Whether it is part of a name, an address or a longer word: "Russia Today", "example.org/today", "today-only".
    fn is_part(&self, text: &str, at: &Range<usize>) -> bool {
        let joins = |mark: char| matches!(mark, '-' | '‑' | '/' | '_' | '@' | '#' | '&' | '=');
        let last = text.get(..at.start).and_then(|text| text.chars().next_back());
        let rest = text.get(at.end..).unwrap_or_default();
        let mut rest = rest.chars();
        let (next, second) = (rest.next(), rest.next());
        let domain = next == Some('.') && second.is_some_and(char::is_alphanumeric);
        // In front of a count a hyphen belongs to the number: "twenty-three days ago".
        let joined = last.is_some_and(|mark| joins(mark) || mark == '.') && self.words.len() == 1;
        let inside = joined || next.is_some_and(joins) || domain;
        let number = next.is_some_and(char::is_numeric) || last.is_some_and(char::is_numeric);
        let within_sentence = match self.before.last().map(|token| &token.kind) {
            None | Some(Kind::Break) => false,
            Some(Kind::Mark(mark)) => matches!(mark, ',' | ';' | '(' | ')' | '’' | '\''),
            Some(Kind::Word { .. } | Kind::Number { .. }) => true,
        };
        inside || number || (self.capital() && within_sentence)
    }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn plain(token: Token<'_>) -> Option<Cow<'_, str>> {
    match token.kind {
        Kind::Word { folded, .. } => Some(folded),
        Kind::Number { value, .. } => Some(Cow::Owned(value.to_string())),
        Kind::Mark(_) | Kind::Break => None,
    }
}

fn folded<'t>(token: &'t Token<'_>) -> &'t str {
    match &token.kind {
        Kind::Word { folded, .. } => folded,
        _ => "",
    }
}

/// What wording found in a text of this language comes to.
pub(crate) fn meaning(text: &str, at: &Range<usize>, tongue: Tongue) -> Meaning {
    let context = Context::new(text, at);
    if context.is_part(text, at) {
        return Meaning::Elsewhere;
    }
    match tongue {
        Tongue::English => english::meaning(&context),
        Tongue::Turkish => turkish::meaning(&context),
        Tongue::Arabic => arabic::meaning(&context),
    }
}

/// The bytes of the wording with the words around it that it belongs to: "the day before yesterday", "أمس الأول".
pub(crate) fn extent(text: &str, at: &Range<usize>, tongue: Tongue) -> Range<usize> {
    let wording = text.get(at.clone()).unwrap_or_default();
    let before = text.get(..at.start).unwrap_or_default();
    let after = text.get(at.end..).unwrap_or_default();
    let stripped = |before: &str, word: &str| before.trim_end().strip_suffix(word).map(str::len);
    match (tongue, wording) {
        (Tongue::English, "yesterday" | "tomorrow") => {
            let word = if wording == "yesterday" { "before" } else { "after" };
            let start = stripped(before, word)
                .and_then(|end| stripped(before.get(..end)?, "day"))
                .map_or(at.start, |start| {
                    before.get(..start).and_then(|it| stripped(it, "the")).unwrap_or(start)
                });
            start..at.end
        }
        (Tongue::Arabic, "أمس" | "امس") => {
            let more = ["الأول", "الاول"].iter().find_map(|word| after.trim_start().strip_prefix(word));
            at.start..more.map_or(at.end, |rest| text.len() - rest.len())
        }
        _ => at.clone(),
    }
}

/// What can stand in place of the wording, if that is sure to be a good sentence: a single day, told by a word or a count
/// alone, as an adverb. In Arabic the names of the months differ by country, so that there is none.
pub(crate) fn instead(
    text: &str,
    at: &Range<usize>,
    tongue: Tongue,
    day: chrono::NaiveDate,
) -> Option<String> {
    let context = Context::new(text, at);
    if context.capital() || context.raw.contains(['\n', '\r']) {
        return None;
    }
    match tongue {
        Tongue::English => english::instead(&context, day),
        Tongue::Turkish => turkish::instead(&context, day),
        Tongue::Arabic => None,
    }
}
