//! Prose that needs no parser, as most does not: plain text in one line, and in it no more than links of the simplest form.

use memchr::{memchr, memchr2};

use super::bytes::{ACTS, BRACKET, MARKS, SPACES};
use super::parser;
use crate::language::letters::is_letter;

/// What prose is to a quick look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One paragraph of plain text that reads as it is written.
    Plain,
    /// The same but for links of the simplest form.
    Linked,
    /// What only the parser can tell.
    Marked,
}

impl Form {
    /// The form of a text; `found` is what stands in it. What only might be marked is: a text of the other forms begins with a letter, a
    /// number or a link, goes on in one line with single spaces, and holds no other sign that marks.
    pub(super) fn of(text: &str, found: u8) -> Self {
        if found & (MARKS | SPACES | ACTS) != 0 || text.ends_with(char::is_whitespace) {
            Self::Marked
        } else if found & BRACKET == 0 {
            if begins_plainly(text) { Self::Plain } else { Self::Marked }
        } else if (text.starts_with('[') || begins_plainly(text)) && parser::fits(text) && is_linked(text) {
            Self::Linked
        } else {
            Self::Marked
        }
    }
}

/// Whether brackets make no more than simple links.
fn is_linked(text: &str) -> bool {
    let mut before = "";
    pieces(text).all(|piece| match piece {
        Piece::Text(text) => {
            before = text;
            memchr2(b'[', b']', text.as_bytes()).is_none()
        }
        // Behind an exclamation mark it is an image.
        Piece::Link { label, destination, .. } => {
            !std::mem::take(&mut before).ends_with('!') && is_label(label) && is_address(destination)
        }
    })
}

/// A piece of such prose.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// Text that is shown as it is written.
    Text(&'t str),
    /// `[label](destination)`; the label is text, with something to be seen at both ends.
    Link {
        label: &'t str,
        destination: &'t str,
        /// Where the destination stands, in bytes.
        at: usize,
    },
}

impl<'t> Piece<'t> {
    /// The text that a reader sees.
    pub(super) fn shown(&self) -> &'t str {
        let (Self::Text(text) | Self::Link { label: text, .. }) = self;
        text
    }
}

/// The pieces of prose in one line, of which links are those of the simplest form.
pub(super) struct Pieces<'t> {
    text: &'t str,
    rest: &'t str,
}

/// The pieces of prose that is plain but for simple links.
pub(super) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, rest: text }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        if self.rest.is_empty() {
            return None;
        }
        let (piece, rest) = self.link().unwrap_or_else(|| self.plain());
        self.rest = rest;
        Some(piece)
    }
}

impl<'t> Pieces<'t> {
    /// The link that comes next, if one does, and what stands behind it.
    fn link(&self) -> Option<(Piece<'t>, &'t str)> {
        let inside = self.rest.strip_prefix('[')?;
        let (label, behind) = inside.split_at_checked(memchr(b']', inside.as_bytes())?)?;
        let behind = behind.strip_prefix("](")?;
        let (destination, behind_it) = behind.split_at_checked(memchr(b')', behind.as_bytes())?)?;
        let at = self.text.len() - behind.len();
        Some((Piece::Link { label, destination, at }, behind_it.strip_prefix(')')?))
    }

    /// The text up to where the next link could begin, and what stands behind it.
    fn plain(&self) -> (Piece<'t>, &'t str) {
        let end = memchr(b'[', self.rest.as_bytes()).filter(|end| *end > 0);
        let (text, rest) = end.and_then(|end| self.rest.split_at_checked(end)).unwrap_or((self.rest, ""));
        (Piece::Text(text), rest)
    }
}

/// What a reader sees of prose that is plain but for simple links.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    shown.extend(pieces(text).map(|piece| piece.shown()));
    shown
}

/// Whether a text begins with a letter or a number, which does not number an item of a list.
fn begins_plainly(text: &str) -> bool {
    match text.bytes().next() {
        Some(first) if first.is_ascii_digit() => {
            let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
            !behind.starts_with(['.', ')'])
        }
        Some(first) if first.is_ascii() => first.is_ascii_alphabetic(),
        _ => text.starts_with(is_letter),
    }
}

/// Whether the text of a link is no more than text.
fn is_label(label: &str) -> bool {
    !label.is_empty() && label.trim().len() == label.len() && !label.contains('[')
}

/// Whether a destination is one as it stands, without a title behind it.
fn is_address(destination: &str) -> bool {
    !destination.is_empty()
        && destination.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':' | b'/' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::super::Seen;
    use super::*;

    #[test]
    fn what_marks_is_not_plain() {
        for text in [
            "",
            " a",
            "a ",
            "a  b",
            "1. a",
            "1) a",
            "2025.",
            "- a",
            "a\nb",
            "a *b*",
            "[a](b)",
            "a <b>",
            "a & b",
            "a_b",
            "a\u{202e}b",
            "\u{a0}a",
        ] {
            assert_ne!(Seen::of(text).form, Form::Plain, "{text:?}");
        }
        for text in ["Yes: 5 % (in “2025”), isn't it?", "4 of 5", "2025-03-05 it was", "12", "1st."] {
            assert_eq!(Seen::of(text).form, Form::Plain, "{text:?}");
        }
    }

    #[test]
    fn links_are_taken_out_where_they_are_simple() {
        let link = |label, destination, at| Piece::Link { label, destination, at };
        let text = "a [b c](fact:d), [e](f)";
        assert_eq!(Seen::of(text).form, Form::Linked);
        assert_eq!(
            pieces(text).collect::<Vec<_>>(),
            [Piece::Text("a "), link("b c", "fact:d", 8), Piece::Text(", "), link("e", "f", 21)]
        );
        for text in [
            "a ![b](c)",
            "a [b] (c)",
            "a [b]",
            "a [b](c d)",
            "a [b](c(d))",
            "a [b]()",
            "a [](b)",
            "a [ b](c)",
            "a [b [c](d)",
            "a] [b](c)",
            "a [b](c) d]",
            "a [b](c_d)",
            "- [b](c)",
            "[b] c",
            "[b](c",
        ] {
            assert_eq!(Seen::of(text).form, Form::Marked, "{text:?}");
            let all: usize = pieces(text).map(|piece| piece.shown().len()).sum();
            assert!(all <= text.len(), "{text:?}");
        }
    }
}
