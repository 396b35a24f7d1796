//! A place in the text, and the steps from one thing to the next.

use std::borrow::Cow;

use super::MAX_KEY;
use crate::span::{Span, Spanned};

/// A key and its place.
pub(in super::super) type Key<'t> = Spanned<&'t str>;

/// A text and its place.
pub(in super::super) type Text<'t> = Spanned<Cow<'t, str>>;

/// Where the reading has come to.
pub(in super::super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    /// The column of the thing that begins at `at`; `None` behind the last one.
    column: Option<usize>,
    /// How many collections are open.
    pub(super) depth: usize,
}

/// What lies between a line and the next thing.
pub(super) struct Gap {
    pub(super) blank_lines: usize,
    pub(super) has_comment: bool,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut cursor = Self { text, at: 0, column: None, depth: 0 };
        cursor.go_to_next_thing();
        cursor
    }

    pub(super) fn column(&self) -> Option<usize> {
        self.column
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn move_to(&mut self, at: usize) {
        self.at = at;
    }

    pub(super) fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.byte(self.at)
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    pub(super) fn text(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Where the line that `at` is on ends: at its line break, or at the end of the text.
    pub(super) fn line_end(&self) -> usize {
        self.at + memchr::memchr(b'\n', self.rest()).unwrap_or(self.rest().len())
    }

    /// Steps over spaces, and says how many there were.
    pub(super) fn spaces(&mut self) -> usize {
        let count = self.rest().iter().take_while(|byte| **byte == b' ').count();
        self.at += count;
        count
    }

    /// From the beginning of a line to the next thing that is neither space nor comment.
    pub(super) fn go_to_next_thing(&mut self) -> Gap {
        let mut gap = Gap { blank_lines: 0, has_comment: false };
        loop {
            let column = self.spaces();
            match self.peek() {
                None => {
                    self.column = None;
                    return gap;
                }
                Some(b'\n') => {
                    gap.blank_lines += 1;
                    self.at += 1;
                }
                Some(b'#') => {
                    gap.has_comment = true;
                    self.go_to_next_line();
                }
                Some(_) => {
                    self.column = Some(column);
                    return gap;
                }
            }
        }
    }

    pub(super) fn go_to_next_line(&mut self) {
        self.at = (self.line_end() + 1).min(self.text.len());
    }

    /// From behind a value to the next thing. `None` where anything but a comment follows on the line.
    pub(super) fn end_of_line(&mut self) -> Option<()> {
        let spaces = self.spaces();
        match self.peek() {
            None | Some(b'\n') => {}
            Some(b'#') if spaces > 0 => {}
            Some(_) => return None,
        }
        self.go_to_next_line();
        self.go_to_next_thing();
        Some(())
    }

    /// A key of small letters and its like, with the colon behind it.
    pub(super) fn key(&mut self) -> Option<Key<'t>> {
        let length = self.rest().iter().take_while(|byte| is_of_key(**byte)).count();
        let (start, end) = (self.at, self.at + length);
        let usual = (1..=MAX_KEY).contains(&length) && self.byte(start) != Some(b'-');
        if !usual || self.byte(end) != Some(b':') {
            return None;
        }
        self.at = end + 1;
        Some(Spanned::new(self.text(start, end), Span::new(start, end)))
    }

    /// A text that was written from `start` to `end`.
    #[inline]
    pub(super) fn written(&self, text: Cow<'t, str>, start: usize, end: usize) -> Text<'t> {
        // As nearly all texts end.
        let is_trimmed = end > start && self.byte(end - 1).is_some_and(|byte| byte.is_ascii_graphic());
        let end = if is_trimmed { end } else { start + self.text(start, end).trim_end().len() };
        Spanned::new(text, Span::new(start, end))
    }
}

#[inline]
fn is_of_key(byte: u8) -> bool {
    OF_KEY.get(usize::from(byte)).copied().unwrap_or_default()
}

/// Which bytes a key is made of.
static OF_KEY: [bool; 256] = of_key();

#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "it is done by the compiler, and below 256"
)]
const fn of_key() -> [bool; 256] {
    let mut of_key = [false; 256];
    let mut byte = 0;
    while byte < of_key.len() {
        of_key[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'_' | b'-');
        byte += 1;
    }
    of_key
}

/// Whether a plain text can begin with this byte without a look at the next one.
pub(super) fn begins_plain(byte: u8) -> bool {
    !matches!(
        byte,
        b'-' | b'?'
            | b':'
            | b','
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'#'
            | b'&'
            | b'*'
            | b'!'
            | b'|'
            | b'>'
            | b'\''
            | b'"'
            | b'%'
            | b'@'
            | b'`'
            | b' '
            | b'\n'
    )
}
