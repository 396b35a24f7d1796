//! An article's text as words, numbers and marks, one after the other.

use std::borrow::Cow;
use std::ops::Range;
use std::str::Chars;

use super::fold::{combines, digit, fold};
use super::letters::is_letter;

/// The longest word that is compared, in bytes once folded: no name of a month comes near.
const LONGEST_WORD: usize = 32;

/// What there is room for in a word that is folded letter by letter, in bytes.
const USUAL_WORD: usize = 16;

/// A piece of text.
#[derive(Debug, Clone)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind<'a>,
    /// Its bytes in the text.
    pub(crate) at: Range<usize>,
    /// The line that it begins in, counted from 1.
    pub(crate) line: usize,
    /// Whether it follows the token before it without white space.
    pub(crate) glued: bool,
}

/// What a piece of text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    /// Letters, folded for comparison; empty when the word is too long to be of interest.
    Word { folded: Cow<'a, str>, capital: bool },
    /// Digits in one of three scripts. The value is of no use when there are more than nine.
    Number { value: u32, digits: usize },
    /// Any other character that is seen.
    Mark(char),
    /// A blank line.
    Break,
}

/// Takes a text apart, from the front, in time proportional to its length.
#[derive(Debug)]
pub(crate) struct Tokens<'a> {
    rest: Chars<'a>,
    length: usize,
    line: usize,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { rest: text.chars(), length: text.len(), line: 1 }
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn next_if(&mut self, wanted: impl FnOnce(char) -> bool) -> Option<char> {
        let mut ahead = self.rest.clone();
        let character = ahead.next().filter(|character| wanted(*character))?;
        self.rest = ahead;
        Some(character)
    }

    /// The offset of what comes next.
    fn at(&self) -> usize {
        self.length - self.rest.as_str().len()
    }

    /// Passes over white space and what is not seen. Tells whether there was any white space, and whether it held
    /// a blank line.
    fn gap(&mut self) -> (bool, bool) {
        let rest = self.rest.as_str();
        let spaces = usize::from(rest.starts_with(' '));
        // As it is between most words.
        if rest.as_bytes().get(spaces).is_some_and(u8::is_ascii_graphic) {
            self.rest = rest.get(spaces..).unwrap_or_default().chars();
            return (spaces > 0, false);
        }
        let (mut space, mut breaks) = (false, 0);
        while let Some(character) = self.next_if(|c| c.is_whitespace() || unseen(c)) {
            space |= character.is_whitespace();
            let half = character == '\r' && self.peek() == Some('\n');
            if matches!(character, '\n' | '\r') && !half {
                breaks += 1;
                self.line += 1;
            }
        }
        (space, breaks > 1)
    }

    /// The word that begins with this letter.
    fn word(&mut self, first: char) -> Kind<'a> {
        let capital = first.is_uppercase();
        if let Some(folded) = self.ascii_word() {
            return Kind::Word { folded, capital };
        }
        let mut folded = String::with_capacity(USUAL_WORD);
        while let Some(letter) = self.next_if(|letter| in_word(letter) || unseen(letter)) {
            if folded.len() <= LONGEST_WORD && !unseen(letter) {
                fold(&mut folded, letter);
            }
        }
        if folded.len() > LONGEST_WORD {
            folded.clear();
        }
        Kind::Word { folded: folded.into(), capital }
    }

    /// The word that comes next if it is of ASCII letters alone: most are, and nearly all of them are folded as they stand.
    fn ascii_word(&mut self) -> Option<Cow<'a, str>> {
        let rest = self.rest.as_str();
        let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (word, behind) = rest.split_at_checked(length)?;
        if length > LONGEST_WORD || !behind.bytes().next().is_none_or(|next| next.is_ascii()) {
            return None;
        }
        self.rest = behind.chars();
        let is_small = word.bytes().all(|letter| letter.is_ascii_lowercase());
        Some(if is_small { Cow::Borrowed(word) } else { Cow::Owned(word.to_ascii_lowercase()) })
    }

    fn number(&mut self) -> Kind<'a> {
        let (mut value, mut digits) = (0_u32, 0);
        while let Some(character) = self.next_if(|c| digit(c).is_some() || unseen(c)) {
            if let Some(figure) = digit(character) {
                value = value.saturating_mul(10).saturating_add(figure);
                digits += 1;
            }
        }
        Kind::Number { value, digits }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let (space, blank) = self.gap();
        let (start, first) = (self.at(), self.peek()?);
        let line = self.line;
        if blank {
            return Some(Token { kind: Kind::Break, at: start..start, line, glued: false });
        }
        let kind = if digit(first).is_some() {
            self.number()
        } else if in_word(first) {
            self.word(first)
        } else {
            self.rest.next();
            Kind::Mark(first)
        };
        Some(Token { kind, at: start..self.at(), line, glued: !space })
    }
}

#[inline]
fn in_word(character: char) -> bool {
    (is_letter(character) || combines(character)) && digit(character).is_none()
}

/// Characters that neither show nor separate: they may stand anywhere in a date, in right-to-left text above all.
pub(crate) fn unseen(character: char) -> bool {
    character >= '\u{AD}' && is_unseen_mark(character)
}

fn is_unseen_mark(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(character, '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let show = |token: Token<'_>| {
            let glue = if token.glued { "_" } else { " " };
            let kind = match token.kind {
                Kind::Word { folded, capital: true } => format!("^{folded}"),
                Kind::Word { folded, .. } => folded.into_owned(),
                Kind::Number { value, digits } => format!("{value}/{digits}"),
                Kind::Mark(mark) => mark.to_string(),
                Kind::Break => "BREAK".to_owned(),
            };
            format!("{glue}{kind}@{}", token.line)
        };
        Tokens::new(text).map(show).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(shown("On May 5th,\n٢٠٢٥"), "_^on@1 ^may@1 5/1@1_th@1_,@1 2025/4@2");
        assert_eq!(shown("5 Mart'ta"), "_5/1@1 ^mart@1_'@1_ta@1");
        assert_eq!(shown("05.03"), "_5/2@1_.@1_3/2@1");
    }

    #[test]
    fn what_is_not_seen_does_not_separate() {
        assert_eq!(shown("\u{200f}شبا\u{200c}ط"), "_شباط@1");
        assert_eq!(shown("5\u{200f}/\u{200e}3"), "_5/1@1_/@1_3/1@1");
    }

    #[test]
    fn a_blank_line_breaks() {
        assert_eq!(shown("a\r\n\r\nb\rc"), "_a@1 BREAK@3_b@3 c@4");
        assert_eq!(shown("a\n \t\nb"), "_a@1 BREAK@3_b@3");
        assert_eq!(shown("\n\n  "), "");
    }

    #[test]
    fn a_word_too_long_to_compare_is_empty_and_a_number_does_not_overflow() {
        assert_eq!(shown(&"ب".repeat(1000)), "_@1");
        assert_eq!(shown(&"9".repeat(1000)), format!("_{}/1000@1", u32::MAX));
    }
}
