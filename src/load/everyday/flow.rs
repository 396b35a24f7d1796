//! Mappings and lists in brackets, and whatever may stand in them.

use std::borrow::Cow;

use super::cursor::{Cursor, Text, begins_plain};
use super::shape::{Keyed, Place, Written};
use crate::span::{Span, Spanned};

impl<'t> Cursor<'t> {
    pub(super) fn flow_list<T: Written<'t>>(&mut self, column: usize) -> Option<Spanned<Vec<Spanned<T>>>> {
        let start = self.opened(b'[', column)?;
        let mut items = Vec::new();
        while self.peek() != Some(b']') {
            items.push(T::read(self, Place::InBrackets(column))?);
            if self.is_last(b']', column)? {
                break;
            }
        }
        let span = self.closed(start);
        Some(Spanned::new(items, span))
    }

    pub(super) fn flow_mapping<T: Keyed<'t>>(&mut self, column: usize) -> Option<Spanned<T>> {
        let start = self.opened(b'{', column)?;
        let mut mapping = T::default();
        while self.peek() != Some(b'}') {
            let key = self.key()?;
            if self.spaces() == 0 {
                return None;
            }
            mapping.entry(&key, self, Place::InBrackets(column))?;
            if self.is_last(b'}', column)? {
                break;
            }
        }
        let span = self.closed(start);
        if !mapping.is_whole() {
            return None;
        }
        Some(Spanned::new(mapping, span))
    }

    /// A text in quotation marks or without.
    pub(super) fn text_in_brackets(&mut self, column: usize) -> Option<Text<'t>> {
        match self.peek()? {
            quote @ (b'"' | b'\'') => self.quoted(quote, column),
            _ => self.flow_plain(),
        }
    }

    /// Steps over this opening bracket, and tells where it stands.
    fn opened(&mut self, bracket: u8, column: usize) -> Option<usize> {
        let start = self.at();
        if self.peek() != Some(bracket) {
            return None;
        }
        self.descend()?;
        self.next_in_brackets(column)?;
        Some(start)
    }

    /// Steps over a bracket or a comma, to what follows.
    fn next_in_brackets(&mut self, column: usize) -> Option<()> {
        self.move_to(self.at() + 1);
        self.flow_space(column)
    }

    /// Whether the closing bracket follows. A comma is stepped over; behind it something must follow.
    fn is_last(&mut self, close: u8, column: usize) -> Option<bool> {
        self.flow_space(column)?;
        match self.peek()? {
            b',' => {
                self.next_in_brackets(column)?;
                (self.peek() != Some(close)).then_some(false)
            }
            byte => (byte == close).then_some(true),
        }
    }

    /// Steps over the closing bracket.
    fn closed(&mut self, start: usize) -> Span {
        self.depth -= 1;
        self.move_to(self.at() + 1);
        Span::new(start, self.at())
    }

    /// Steps over spaces and at most one line break.
    fn flow_space(&mut self, column: usize) -> Option<()> {
        self.spaces();
        if self.peek() != Some(b'\n') {
            return Some(());
        }
        self.move_to(self.at() + 1);
        (self.spaces() > column && self.peek() != Some(b'\n')).then_some(())
    }

    /// A plain text of one line, up to the comma or bracket behind it.
    fn flow_plain(&mut self) -> Option<Text<'t>> {
        let start = self.at();
        // Up to its own end and no further: a line may hold any number of values.
        let mut signs = 0;
        let is_of_text = |byte: &&u8| {
            let sign = sign(**byte);
            signs |= sign;
            sign & ENDS == 0
        };
        let length = self.rest().iter().take_while(is_of_text).count();
        let text = self.text(start, start + length).trim_end_matches(' ');
        let is_doubtful = signs & DOUBTFUL != 0 && is_doubtful(text.as_bytes());
        if !text.bytes().next().is_some_and(begins_plain) || is_doubtful {
            return None;
        }
        self.move_to(start + length);
        Some(self.written(Cow::Borrowed(text), start, start + text.len()))
    }
}

/// A sign that a plain text in brackets ends at.
const ENDS: u8 = 1;

/// A sign that may mean something else in such a text.
const DOUBTFUL: u8 = 1 << 1;

/// What sort of sign a byte is.
#[inline]
fn sign(byte: u8) -> u8 {
    SIGNS.get(usize::from(byte)).copied().unwrap_or(ENDS)
}

/// The same of each byte.
static SIGNS: [u8; 256] = signs();

#[expect(clippy::indexing_slicing, reason = "it is done by the compiler, and below 256")]
const fn signs() -> [u8; 256] {
    let mut signs = [0; 256];
    let mut sign = 0;
    let ends = b",]}\n";
    while sign < ends.len() {
        signs[ends[sign] as usize] = ENDS;
        sign += 1;
    }
    let mut sign = 0;
    let doubtful = b"[{#:";
    while sign < doubtful.len() {
        signs[doubtful[sign] as usize] = DOUBTFUL;
        sign += 1;
    }
    signs
}

/// Whether a plain text holds what could mean something else in brackets.
fn is_doubtful(text: &[u8]) -> bool {
    text.windows(2).any(|pair| match pair {
        [_, b'[' | b'{'] | [b' ', b'#'] => true,
        // The colon of a web address goes on in a letter or a slash; any other could be that of a key.
        [b':', next] => !(next.is_ascii_alphanumeric() || *next == b'/'),
        _ => false,
    }) || text.ends_with(b":")
}
