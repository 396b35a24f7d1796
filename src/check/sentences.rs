//! Where sentences begin and end.

use std::ops::Range;

/// Short forms behind whose full stop a sentence goes on, in lower case without the stop.
const SHORT_FORMS: [&str; 30] = [
    "lt", "col", "gen", "capt", "maj", "sgt", "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "e.g",
    "i.e", "u.s", "u.k", "u.n", "approx", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "yrd", "doç",
    "vb",
];

/// The sentences of a text, each as its bytes without the white space around it. Works on plain text and on the Markdown of a
/// prose field; ends are full stops, question and exclamation marks, their Arabic forms, and blank lines.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, character) in ends(text) {
        if at < start {
            continue;
        }
        let after = at + character.len_utf8();
        if ends_here(text, at, character, after) && !is_ordinal(text.get(start..at).unwrap_or_default()) {
            let after = after + closing_signs(text.get(after..).unwrap_or_default());
            push(text, start..after, &mut sentences);
            start = after;
        }
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let piece = text.get(range.clone()).unwrap_or_default();
    let lead = piece.len() - piece.trim_start().len();
    let trimmed = piece.trim();
    if trimmed.chars().any(char::is_alphanumeric) {
        let start = range.start + lead;
        sentences.push(start..start + trimmed.len());
    }
}

/// The characters that a sentence can end with, and where they stand. Most bytes begin none of them.
fn ends(text: &str) -> impl Iterator<Item = (usize, char)> {
    let begins_one = |byte: u8| matches!(byte, b'\n' | b'!' | b'?' | b'.' | 0xD8 | 0xDB | 0xE2);
    let places = text.bytes().enumerate().filter(move |(_, byte)| begins_one(*byte)).map(|(at, _)| at);
    let characters = places.filter_map(|at| Some((at, text.get(at..)?.chars().next()?)));
    characters.filter(|(_, character)| may_end(*character))
}

/// Whether a sentence can end with this character.
fn may_end(character: char) -> bool {
    matches!(character, '\n' | '!' | '?' | '\u{61F}' | '\u{6D4}' | '…' | '.')
}

fn ends_here(text: &str, at: usize, character: char, after: usize) -> bool {
    let rest = text.get(after..).unwrap_or_default();
    match character {
        '\n' => rest.starts_with('\n'),
        '.' => closes(rest) && !is_short_form(text.get(..at).unwrap_or_default()),
        _ => closes(rest),
    }
}

/// Whether all that a sentence has before its first mark is a number: `6. Alay` begins with an ordinal.
fn is_ordinal(before: &str) -> bool {
    let number = before.trim();
    !number.is_empty() && number.chars().all(char::is_numeric)
}

/// Whether what follows a mark lets a sentence end: closing signs, then white space or nothing.
fn closes(rest: &str) -> bool {
    let rest = rest.get(closing_signs(rest)..).unwrap_or_default();
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}

/// How many bytes of signs that close a sentence, behind its mark, a text begins with.
fn closing_signs(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches(['"', '\'', '”', '’', '»', ')', ']', '*', '_']).len()
}

/// Whether the word before a full stop is a short form or an initial.
fn is_short_form(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"'))
        .next()
        .unwrap_or_default();
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    initial || SHORT_FORMS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_that_can_end_a_sentence_is_come_upon() {
        for character in ('\0'..=char::MAX).filter(|it| may_end(*it)) {
            assert_eq!(ends(&format!("é{character}")).collect::<Vec<_>>(), [(2, character)]);
        }
    }

    #[test]
    fn sentences_end_where_readers_think_so() {
        let split = |text: &'static str| {
            sentences(text).into_iter().filter_map(|range| text.get(range)).collect::<Vec<_>>()
        };
        assert_eq!(split("Lt. Colonel Göz came. He stayed."), ["Lt. Colonel Göz came.", "He stayed."]);
        assert_eq!(split("A 3.5 % rise. “Why?” he asked!"), ["A 3.5 % rise.", "“Why?”", "he asked!"]);
        assert_eq!(split("One\n\ntwo [three](fact:a.b)."), ["One", "two [three](fact:a.b)."]);
        assert_eq!(split("أين؟ هنا."), ["أين؟", "هنا."]);
        assert_eq!(split("6. Alay çıktı. 1984. yıl. Bitti."), ["6. Alay çıktı.", "1984. yıl.", "Bitti."]);
        assert!(split(" … ").is_empty());
    }
}
