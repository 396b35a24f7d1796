//! A look at the tokens ahead.

use std::ops::Range;

use super::tokens::{Kind, Token, Tokens};

/// How far a pattern may look ahead, in tokens.
const REACH: usize = 24;

/// How many tokens are held at once.
const HELD: usize = 512;

/// How many bytes of text there are to a token, as a rule and not too many.
const BYTES_A_TOKEN: usize = 4;

/// The tokens of a text as they go by: always [`REACH`] of them in view, or as many as are left.
#[derive(Debug)]
pub(crate) struct Reel<'a> {
    tokens: Tokens<'a>,
    held: Vec<Token<'a>>,
    position: usize,
    /// Whether no more tokens follow those that are held.
    is_last: bool,
}

impl<'a> Reel<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let held = Vec::with_capacity(HELD.min(text.len() / BYTES_A_TOKEN + 1));
        Self { tokens: Tokens::new(text), held, position: 0, is_last: false }
    }

    /// What lies ahead; nothing at the end of the text.
    pub(crate) fn window(&mut self) -> Window<'_> {
        if !self.is_last && self.held.len() < self.position + REACH {
            self.held.drain(..self.position.min(self.held.len()));
            self.position = 0;
            let missing = HELD.saturating_sub(self.held.len());
            self.held.extend(self.tokens.by_ref().take(missing));
            self.is_last = self.held.len() < HELD;
        }
        Window(self.held.get(self.position..).unwrap_or_default())
    }

    /// Goes on by this many tokens.
    pub(crate) fn advance(&mut self, by: usize) {
        self.position += by;
    }
}

/// The tokens from here on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window<'t>(&'t [Token<'t>]);

impl<'t> Window<'t> {
    pub(crate) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The folded word at a place; nothing where there is no word.
    pub(crate) fn word(self, place: usize) -> Option<&'t str> {
        match &self.0.get(place)?.kind {
            Kind::Word { folded, .. } => Some(folded),
            _ => None,
        }
    }

    /// Whether a word with a capital first letter is at a place.
    pub(crate) fn capital(self, place: usize) -> bool {
        matches!(self.0.get(place), Some(Token { kind: Kind::Word { capital: true, .. }, .. }))
    }

    /// Whether one of these words is at a place.
    pub(crate) fn is_word(self, place: usize, words: &[&str]) -> bool {
        self.word(place).is_some_and(|word| words.contains(&word))
    }

    /// The number at a place, with how many digits it is written.
    pub(crate) fn number(self, place: usize) -> Option<(u32, usize)> {
        match self.0.get(place)?.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    /// The mark at a place.
    pub(crate) fn mark(self, place: usize) -> Option<char> {
        match self.0.get(place)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether one of these marks is at a place.
    pub(crate) fn is_mark(self, place: usize, marks: &[char]) -> bool {
        self.mark(place).is_some_and(|mark| marks.contains(&mark))
    }

    /// Whether the token at a place follows the one before it without white space.
    pub(crate) fn glued(self, place: usize) -> bool {
        self.0.get(place).is_some_and(|token| token.glued)
    }

    /// The bytes of the text that the tokens up to a place take, that one not included.
    pub(crate) fn bytes(self, tokens: usize) -> Range<usize> {
        let start = self.0.first().map_or(0, |token| token.at.start);
        let end = tokens.checked_sub(1).and_then(|last| self.0.get(last)).map_or(start, |token| token.at.end);
        start..end
    }

    /// The line of the first token.
    pub(crate) fn line(self) -> usize {
        self.0.first().map_or(1, |token| token.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_goes_by_once_and_the_view_is_never_short() {
        let text = (0..5000).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
        let mut reel = Reel::new(&text);
        for n in 0..5000 {
            let window = reel.window();
            assert_eq!(window.number(0).map(|(value, _)| value), Some(n));
            assert_eq!(window.number(REACH - 1).is_some(), n as usize + REACH <= 5000);
            reel.advance(1);
        }
        assert!(reel.window().is_empty());
    }

    #[test]
    fn an_advance_past_the_end_is_the_end() {
        let mut reel = Reel::new("a b");
        reel.window();
        reel.advance(40);
        assert!(reel.window().is_empty());
    }
}
