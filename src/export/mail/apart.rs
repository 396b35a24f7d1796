//! Names, addresses and terms that run against the text around them, each as a whole: `Sample Ministry (S.M.)`,
//! `20–45 %, ICD 203 (2015)`. Markdown has no means to say where one begins and ends, so it is told from its letters.

use std::ops::Range;

use crate::model::{Direction, is_right_to_left};

/// Where the text has runs that go the other way than `dir`.
pub(super) fn runs(text: &str, dir: Direction) -> Vec<Range<usize>> {
    let ends = pieces(text, dir).into_iter().scan(0, |at, (piece, is_other)| {
        let start = *at;
        *at += piece.len();
        Some((start..*at, is_other))
    });
    ends.filter_map(|(range, is_other)| is_other.then_some(range)).collect()
}

/// The text in pieces, each with whether it runs the other way than `dir`.
fn pieces(text: &str, dir: Direction) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.char_indices().find(|(_, c)| runs_against(*c, dir)).map(|(at, _)| at) {
        let (before, from) = rest.split_at(start);
        let (run, after) = from.split_at(end(from, dir));
        let is_other = is_apart(run, dir);
        pieces.extend([(before, false), (run, is_other)]);
        rest = after;
    }
    pieces.push((rest, false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// Whether a letter or a digit runs the other way. A digit of ours runs from left to right everywhere.
pub(super) fn runs_against(c: char, dir: Direction) -> bool {
    c.is_alphanumeric() && is_right_to_left(c) == (dir == Direction::Ltr)
}

/// Whether a letter belongs to the text around. In text from left to right a number may belong to either: it ends nothing, so that
/// numbers between words that run the other way stay in their order.
fn runs_along(c: char, dir: Direction) -> bool {
    let is_rtl = is_right_to_left(c);
    match dir {
        Direction::Rtl => is_rtl,
        Direction::Ltr => !is_rtl && c.is_alphabetic(),
    }
}

/// Where a run ends: before the next letter of the text around, a mark that stands between two names, or a bracket that was opened
/// before it; and behind the last letter or digit that runs the other way, or bracket of its own.
fn end(text: &str, dir: Direction) -> usize {
    let mut open = 0_u32;
    let mut end = 0;
    let mut has_number = false;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '<' => open += 1,
            ')' | ']' | '>' if open == 0 => break,
            ')' | ']' | '>' => open -= 1,
            '·' | '؛' | '،' | ';' | '—' => break,
            '–' if text.get(at..).is_some_and(|rest| rest.starts_with("– ")) => break,
            _ if runs_along(c, dir) => break,
            _ => {}
        }
        let closes = matches!(c, ')' | ']' | '>' | '%' | '/') || c == '.' && is_abbreviated(text, at);
        let is_other = runs_against(c, dir);
        has_number |= c.is_alphanumeric() && !is_other;
        if open == 0 && (is_other || closes && !has_number) {
            end = at + c.len_utf8();
            has_number = false;
        }
    }
    if end == 0 { text.chars().next().map_or(0, char::len_utf8) } else { end }
}

/// Whether the dot ends an abbreviation such as `S.M.`: the letter before it has a dot before it, too.
fn is_abbreviated(text: &str, dot: usize) -> bool {
    let mut before = text.get(..dot).unwrap_or_default().chars().rev();
    before.next().is_some_and(char::is_alphabetic) && before.next() == Some('.')
}

/// Numbers alone stand rightly wherever they are, but for two with a dash between them.
fn is_apart(run: &str, dir: Direction) -> bool {
    run.chars().any(char::is_alphabetic) || dir == Direction::Rtl && run.contains('–')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, dir: Direction) -> String {
        pieces(text, dir)
            .into_iter()
            .map(|(piece, is_other)| if is_other { format!("‹{piece}›") } else { piece.to_owned() })
            .collect()
    }

    #[test]
    fn names_and_terms_are_set_apart_as_a_whole() {
        for (text, expected) in [
            ("قالت Sample Ministry (S.M.) ذلك.", "قالت ‹Sample Ministry (S.M.)› ذلك."),
            ("الوزارة (S.M.) قالت", "الوزارة (‹S.M.›) قالت"),
            ("مرجح (likely) (20–45 %, ICD 203 (2015)).", "مرجح (‹likely›) (‹20–45 %, ICD 203 (2015)›)."),
            ("انظر https://sample.example/a?b=c#d/ هنا", "انظر ‹https://sample.example/a?b=c#d/› هنا"),
            ("Örnek Gazete، الناقل: Sample Agency", "‹Örnek Gazete›، الناقل: ‹Sample Agency›"),
            (
                "أداة الإعداد: attache 0.1.0 · الملف: 2025-03-05-port.yaml",
                "أداة الإعداد: ‹attache 0.1.0› · الملف: ‹2025-03-05-port.yaml›",
            ),
            ("الأحد 5 مارس 2025، [4][2]", "الأحد 5 مارس 2025، [4][2]"),
            ("20–45 %", "‹20–45 %›"),
            ("Sample Desk – موجز", "‹Sample Desk› – موجز"),
            ("عربي (A", "عربي (‹A›"),
            ("A (عربي", "‹A› (عربي"),
            ("", ""),
        ] {
            assert_eq!(marked(text, Direction::Rtl), expected);
        }
    }

    #[test]
    fn so_are_those_that_run_from_right_to_left_in_other_text() {
        for (text, expected) in [
            ("Said by وزارة المثال (و.م.), today.", "Said by ‹وزارة المثال (و.م.)›, today."),
            ("On 5 March 2025 (TLP:CLEAR).", "On 5 March 2025 (TLP:CLEAR)."),
            ("“صحيفة المثال”, 20–45 %", "“‹صحيفة المثال›”, 20–45 %"),
            ("ارتفع العدد من 40 إلى 55 – open", "‹ارتفع العدد من 40 إلى› 55 – open"),
            ("هيئة العينة (2015), 5 March", "‹هيئة العينة› (2015), 5 March"),
        ] {
            assert_eq!(marked(text, Direction::Ltr), expected);
        }
    }
}
