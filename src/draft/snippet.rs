//! A few words around a find, in one line.

use std::ops::Range;

use super::scalar::comment;

/// How far a snippet reaches to either side of what it shows, in characters.
const REACH: usize = 36;

/// The longest wording that is shown, in characters. A date takes a fraction of that, unless someone has filled the
/// place between its words with characters that are not seen.
const LONGEST: usize = 80;

/// The bytes `at` of the text with a little of their line to either side, safe to stand in a comment. An ellipsis
/// shows where the line goes on.
pub(super) fn snippet(text: &str, at: &Range<usize>) -> String {
    let before = text.get(..at.start).unwrap_or_default();
    let after = text.get(at.end..).unwrap_or_default();
    let whole = [lead(before), wording(text, at), tail(after)].concat();
    comment(whole.trim())
}

/// The bytes `at` of the text by themselves, safe to stand in a comment.
pub(super) fn wording(text: &str, at: &Range<usize>) -> String {
    let whole = comment(text.get(at.clone()).unwrap_or_default());
    let mut short: String = whole.chars().take(LONGEST).collect();
    if short.len() < whole.len() {
        short.push('…');
    }
    short
}

fn breaks_line(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn lead(before: &str) -> String {
    let mut reversed = before.chars().rev().take_while(|&character| !breaks_line(character));
    let near: Vec<char> = reversed.by_ref().take(REACH).collect();
    let cut = reversed.next().is_some();
    let mut near: Vec<char> = near.into_iter().rev().collect();
    if cut {
        // Begin with a whole word where there is one.
        match near.iter().position(|character| character.is_whitespace()) {
            Some(gap) => near.splice(..gap, ['…']),
            None => near.splice(..0, ['…']),
        };
    }
    near.into_iter().collect()
}

fn tail(after: &str) -> String {
    let mut rest = after.chars().take_while(|&character| !breaks_line(character));
    let mut near: Vec<char> = rest.by_ref().take(REACH).collect();
    if rest.next().is_some() {
        if let Some(gap) = near.iter().rposition(|character| character.is_whitespace()) {
            near.truncate(gap + 1);
        }
        near.push('…');
    }
    near.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, what: &str) -> String {
        let start = text.find(what).expect("the text holds it");
        snippet(text, &(start..start + what.len()))
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(around("first\nIt began on May 5.\nlast", "May 5"), "It began on May 5.");
        assert_eq!(around("May 5", "May 5"), "May 5");
    }

    #[test]
    fn a_long_line_is_cut_between_words() {
        let line = "The invented ministry of an invented land has said that on May 5 an invented delegation of nobody will leave.";
        assert_eq!(
            around(line, "May 5"),
            "… an invented land has said that on May 5 an invented delegation of nobody …"
        );
    }

    #[test]
    fn a_line_without_gaps_is_cut_where_it_must_be() {
        let line = format!("{}X{}", "ب".repeat(100), "é".repeat(100));
        assert_eq!(around(&line, "X"), format!("…{}X{}…", "ب".repeat(REACH), "é".repeat(REACH)));
    }

    #[test]
    fn long_wording_is_cut() {
        let text = format!("March {} 5", "\u{200b}".repeat(1000));
        assert_eq!(wording(&text, &(0..text.len())).chars().count(), LONGEST + 1);
    }

    #[test]
    fn what_acts_is_made_visible_and_no_break_is_left() {
        let text = "a\u{2028}b\u{202e}c\u{0} March\n5 \u{1b}d\u{85}e";
        assert_eq!(around(text, "March\n5"), "b\u{fffd}c\u{fffd} March 5 \u{fffd}d");
    }
}
