//! The words of a text, and sequences of them.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::letters::is_letter_or_number;
use crate::model::Lang;

/// A word of a text.
#[derive(Debug)]
pub(super) struct Word<'t> {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// The word without regard to letter case and vowel signs.
    pub(super) folded: Cow<'t, str>,
    /// Whether it is the first of a clause: punctuation stands before it.
    pub(super) after_stop: bool,
}

/// The languages whose wording rules know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    English,
    Turkish,
    Arabic,
}

impl Tongue {
    /// The language of a brief, if rules know it.
    pub(super) fn of(lang: &Lang) -> Option<Self> {
        match &*lang.primary() {
            "en" => Some(Self::English),
            "tr" => Some(Self::Turkish),
            "ar" => Some(Self::Arabic),
            _ => None,
        }
    }
}

/// How many bytes of text there are to a word, as a rule and not too many.
const BYTES_A_WORD: usize = 5;

/// The words of a text in order. Where links of Markdown lead is no part of the text.
pub(super) fn words(text: &str, tongue: Tongue) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(text.len() / BYTES_A_WORD + 1);
    let (mut at, mut after_stop) = (0, true);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("](") {
            at += rest.find(|c: char| c == ')' || c.is_whitespace()).unwrap_or(rest.len());
            continue;
        }
        let length = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        if let Some(word) = rest.get(..length).filter(|word| !word.is_empty()) {
            words.push(Word { range: at..at + length, folded: fold(word, tongue), after_stop });
            after_stop = false;
            at += length;
        } else {
            let character = rest.chars().next().unwrap_or_default();
            after_stop |=
                matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '—' | '،' | '؛' | '؟');
            at += character.len_utf8();
        }
    }
    words
}

fn belongs(character: char) -> bool {
    is_letter_or_number(character) || is_vowel_sign(character) || matches!(character, '\'' | '’')
}

/// The vowel signs of Arabic and the stroke that stretches a word: both are written or left out at will.
fn is_vowel_sign(character: char) -> bool {
    matches!(character, '\u{640}' | '\u{64B}'..='\u{652}' | '\u{670}')
}

fn fold(word: &str, tongue: Tongue) -> Cow<'_, str> {
    match tongue {
        Tongue::English if !word.is_ascii() && word.contains('’') => {
            Cow::Owned(word.replace('’', "'").to_ascii_lowercase())
        }
        Tongue::English if word.bytes().any(|byte| byte.is_ascii_uppercase()) => {
            Cow::Owned(word.to_ascii_lowercase())
        }
        Tongue::Turkish if word.chars().any(char::is_uppercase) => {
            Cow::Owned(word.replace('İ', "i").replace('I', "ı").to_lowercase())
        }
        Tongue::Arabic if word.chars().any(is_vowel_sign) => {
            Cow::Owned(word.chars().filter(|c| !is_vowel_sign(*c)).collect())
        }
        _ => Cow::Borrowed(word),
    }
}

/// The bytes of the phrase that begins with the word at `index`, if it does. A word of the phrase that ends in `*` stands for every
/// word that begins so.
pub(super) fn phrase_at(words: &[Word<'_>], index: usize, phrase: &str) -> Option<Range<usize>> {
    let first = words.get(index)?;
    let mut last = first;
    for (offset, wanted) in phrase.split(' ').enumerate() {
        last = words.get(index + offset).filter(|word| offset == 0 || !word.after_stop)?;
        let same = match wanted.strip_suffix('*') {
            Some(start) => last.folded.starts_with(start),
            // "And" and "so" are written as one with the Arabic word behind them.
            None if offset == 0 => {
                last.folded == wanted || last.folded.trim_start_matches(['و', 'ف']) == wanted
            }
            None => last.folded == wanted,
        };
        if !same {
            return None;
        }
    }
    Some(first.range.start..last.range.end)
}

/// The longest of these phrases that begins with the word at `index`: its place among them, and its bytes.
pub(super) fn longest_at(
    words: &[Word<'_>],
    index: usize,
    phrases: &[&str],
) -> Option<(usize, Range<usize>)> {
    let word = words.get(index)?.folded.as_ref();
    let (first, joined) = (word.as_bytes().first(), word.starts_with(['و', 'ف']));
    let found = phrases
        .iter()
        .enumerate()
        // Most phrases are out at the first byte.
        .filter(|(_, phrase)| joined || phrase.as_bytes().first() == first)
        .filter_map(|(place, phrase)| Some((place, phrase_at(words, index, phrase)?)));
    found.max_by_key(|(_, range)| range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str, tongue: Tongue) -> Vec<String> {
        words(text, tongue).into_iter().map(|word| word.folded.into_owned()).collect()
    }

    #[test]
    fn words_are_what_a_reader_sees() {
        assert_eq!(
            folded("It [May](fact:might-be) rain — can’t it?", Tongue::English),
            ["it", "may", "rain", "can't", "it"]
        );
        assert_eq!(folded("IŞIK İnci", Tongue::Turkish), ["ışık", "inci"]);
        assert_eq!(folded("رُبَّما", Tongue::Arabic), ["ربما"]);
        assert_eq!(folded("](](](", Tongue::English), Vec::<String>::new());
    }

    #[test]
    fn phrases_do_not_reach_over_punctuation() {
        let text = "It may, well, rain and may well pour.";
        let split = words(text, Tongue::English);
        let found: Vec<_> = (0..split.len()).filter_map(|at| phrase_at(&split, at, "may well")).collect();
        let arabic = words("وربما", Tongue::Arabic);
        assert!(phrase_at(&arabic, 0, "ربما").is_some());
        assert_eq!(found, [text.find("may well").map(|at| at..at + 8).unwrap()]);
    }
}
