//! Guesses at what was meant, from the text as a whole.

use super::reading::{either_order, reading};
use super::token::Token::{self, Mark, Number, Word};
use super::token::tokens;
use super::{Wanted, day_text};
use crate::model::date::{FuzzyDate, Shape, Stated, english, parse};

/// What to write instead of this text.
pub(super) fn guess(text: &str, wanted: Wanted) -> Option<String> {
    let folded = fold(text);
    if folded != text
        && let Some(help) = wanted.offer(&folded)
    {
        return Some(help);
    }
    let tokens = tokens(&folded)?;
    if let Some(help) = reading(&tokens).and_then(|reading| wanted.offer(&reading)) {
        return Some(help);
    }
    let guesses = [ambiguous, moment, clock, phrase, vague, relative];
    guesses.iter().find_map(|guess| guess(&tokens, wanted)).or_else(|| join(&folded, wanted))
}

/// The same text in the characters that the format uses.
fn fold(text: &str) -> String {
    let mut folded: String = text.trim().chars().map(plain).collect();
    if folded.starts_with(['[', '{']) {
        folded.retain(|c| !c.is_whitespace());
    }
    for (old, new) in [("unknown", ""), ("open", "..")] {
        if let Some((start, end)) = folded.split_once('/') {
            let side = |side: &str| if side.trim() == old { new.to_owned() } else { side.trim().to_owned() };
            folded = format!("{}/{}", side(start), side(end));
        }
    }
    if folded.chars().all(|c| !c.is_alphabetic() || matches!(c, 'x' | 'X' | 'u')) {
        folded = folded.replace(['x', 'u'], "X");
    }
    if folded.chars().all(|c| !c.is_alphabetic() || matches!(c, 't' | 'T' | 'z' | 'Z')) {
        folded = folded.to_ascii_uppercase();
    }
    folded
}

/// The ASCII character that was meant by another: dashes, and digits of other scripts.
fn plain(c: char) -> char {
    const NOUGHTS: [char; 3] = ['\u{660}', '\u{6f0}', '\u{ff10}'];
    if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}') {
        return '-';
    }
    let digit = NOUGHTS.iter().find_map(|nought| {
        let value = u32::from(c).checked_sub(u32::from(*nought))?;
        char::from_digit(value, 10)
    });
    digit.unwrap_or(c)
}

/// `5/3/2025`, of which nobody but the writer knows what it means.
fn ambiguous(tokens: &[Token<'_>], _: Wanted) -> Option<String> {
    let (day_first, month_first) = either_order(tokens)?;
    let spoken = |text: &str| FuzzyDate::parse(text).ok().map(|date| english(&date));
    Some(format!(
        "write {day_first} for {}, {month_first} for {}",
        spoken(&day_first)?,
        spoken(&month_first)?
    ))
}

/// A day and a time in another form.
fn moment(tokens: &[Token<'_>], wanted: Wanted) -> Option<String> {
    let [Number(year, y), Mark('-'), Number(month, _), Mark('-'), Number(day, _), time @ ..] = tokens else {
        return None;
    };
    let day = day_text(*year, *month, *day).filter(|_| y.len() == 4)?;
    let time = if let [Word("T"), time @ ..] = time { time } else { time };
    let text = match *time {
        [Number(hour, _), Mark(':'), Number(minute, _)] => format!("{day}T{hour:02}:{minute:02}:00"),
        [Number(hour, _), Mark(':'), Number(minute, _), Word("Z")] => {
            format!("{day}T{hour:02}:{minute:02}:00Z")
        }
        [
            Number(hour, _),
            Mark(':'),
            Number(minute, _),
            Mark(':'),
            Number(second, _),
            Mark('.'),
            Number(..),
        ]
        | [Number(hour, _), Mark(':'), Number(minute, _), Mark(':'), Number(second, _)] => {
            return wanted.offer(&format!("{day}T{hour:02}:{minute:02}:{second:02}"));
        }
        _ => return None,
    };
    let seconds = wanted.takes(&text);
    seconds.then(|| format!("write {day}, or with the seconds, as in {text}")).or_else(|| wanted.offer(&day))
}

/// A time of day alone.
fn clock(tokens: &[Token<'_>], wanted: Wanted) -> Option<String> {
    match *tokens {
        [Number(hour @ 0..=23, _), Mark(':'), Number(minute @ 0..=59, _), ..] if wanted == Wanted::Any => {
            Some(format!(
                "a time stands behind its day and has seconds, as in 2025-03-05T{hour:02}:{minute:02}:00"
            ))
        }
        _ => None,
    }
}

/// A date with a word before it for which the format has a sign.
fn phrase(tokens: &[Token<'_>], wanted: Wanted) -> Option<String> {
    let [Word(word), rest @ ..] = tokens else { return None };
    let date = reading(rest)?;
    wanted.offer(&match word.to_ascii_lowercase().as_str() {
        "about" | "around" | "approximately" | "roughly" | "circa" | "ca" | "c" => format!("{date}~"),
        "possibly" | "perhaps" | "maybe" | "probably" => format!("{date}?"),
        "since" | "from" => format!("{date}/.."),
        "until" | "till" => format!("../{date}"),
        "by" => format!("[..{date}]"),
        "in" | "on" => date,
        _ => return None,
    })
}

/// Early, mid and late, for which the format has nothing.
fn vague(tokens: &[Token<'_>], wanted: Wanted) -> Option<String> {
    let (word, rest) = match tokens {
        [Word(word), Mark('-'), rest @ ..] | [Word(word), rest @ ..] => (word.to_ascii_lowercase(), rest),
        _ => return None,
    };
    let third = ["early", "mid", "late"].iter().position(|known| *known == word)?;
    let base = reading(rest)?;
    let parsed = FuzzyDate(parse::shape(&base).ok()?);
    let Shape::Date(date) = parsed.shape() else { return None };
    let choice = match date.stated() {
        Stated::Month { .. } => days_of_third(&base, third, date.latest().day()),
        Stated::Year(_) => format!("[{base}-{:02}..{base}-{:02}]", third * 4 + 1, third * 4 + 4),
        _ => return None,
    };
    wanted
        .takes(&choice)
        .then(|| format!("the format has no \"{word}\": write {base}, or a choice such as {choice}"))
}

fn days_of_third(month: &str, third: usize, last_day: u32) -> String {
    let last = if third == 2 { last_day } else { [10, 20].get(third).copied().unwrap_or(last_day) };
    format!("[{month}-{:02}..{month}-{last:02}]", third * 10 + 1)
}

/// Words that mean another day tomorrow.
fn relative(tokens: &[Token<'_>], _: Wanted) -> Option<String> {
    let [Word(word)] = tokens else { return None };
    match word.to_ascii_lowercase().as_str() {
        "today" | "yesterday" | "tomorrow" | "now" => {
            Some("write which day that is: the file is read on other days too".to_owned())
        }
        "unknown" | "none" | "undated" => Some("leave the date out if it is not known".to_owned()),
        _ => None,
    }
}

/// Dates joined in another way, or dates in another form joined by a slash.
fn join(text: &str, wanted: Wanted) -> Option<String> {
    let both = |span: &str, set: &str| wanted.takes(span) && wanted.takes(set);
    let set = format!("[{text}]");
    if let Some(date) = text.strip_suffix("..") {
        let span = format!("{date}/..");
        return both(&span, &set)
            .then(|| format!("write {span} if it goes on, {set} if it was then or later"));
    }
    if let Some(date) = text.strip_prefix("..") {
        let span = format!("../{date}");
        return both(&span, &set)
            .then(|| format!("write {span} if it lasted until then, {set} if it was then or before"));
    }
    let date = |side: &str| {
        let side = side.trim();
        if parse::shape(side).is_ok() { Some(side.to_owned()) } else { reading(&tokens(side)?) }
    };
    let joined = |(start, end): (&str, &str)| wanted.offer(&format!("{}/{}", date(start)?, date(end)?));
    for joint in [" to ", " - ", "..", "/"] {
        if text.matches(joint).count() == 1 {
            return joined(text.split_once(joint)?);
        }
    }
    if text.contains(',') {
        return wanted.offer(&set);
    }
    text.match_indices('-').find_map(|(at, _)| joined((text.get(..at)?, text.get(at + 1..)?)))
}
