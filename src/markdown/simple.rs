//! Prose that needs no parser, as most does not: plain text in one line, and in it no more than links of the simplest form.

use super::bytes::{ACTS, BRACKET, MARKS, SPACES};
use super::{parser, visible};
use crate::language::letters::is_letter;

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

/// What a reader sees of pieces that together are no longer than so many bytes.
pub(super) fn shown(pieces: &[Piece<'_>], most: usize) -> String {
    let mut text = String::with_capacity(most);
    text.extend(pieces.iter().map(Piece::shown));
    text
}

/// Whether a text is, to a quick look, one paragraph of plain text that reads as it is written. `found` is what stands in it. What only
/// might be something else is not: a text begins with a letter or a number, goes on in one line with single spaces, and holds no sign
/// that marks.
pub(super) fn is_plain(text: &str, found: u8) -> bool {
    found & (MARKS | BRACKET | SPACES) == 0 && begins_plainly(text) && is_one_line(text, found)
}

/// Whether nothing at the end of a text or hidden in it makes it another; of its signs nothing is said.
fn is_one_line(text: &str, found: u8) -> bool {
    !text.ends_with(char::is_whitespace) && (found & ACTS == 0 || !visible::has_acting(text))
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

/// The pieces of prose that is plain but for simple links; `found` is what stands in it. `None` is for what only the parser can tell.
pub(super) fn pieces(text: &str, found: u8) -> Option<Vec<Piece<'_>>> {
    let is_simple = found & (MARKS | SPACES) == 0
        && (text.starts_with('[') || begins_plainly(text))
        && is_one_line(text, found)
        && parser::fits(text);
    if !is_simple {
        return None;
    }
    // Room for three links, and for what stands around them.
    let mut pieces = Vec::with_capacity(7);
    let mut brackets = memchr::memchr2_iter(b'[', b']', text.as_bytes());
    let mut from = 0;
    while let Some(open) = brackets.next() {
        let close = brackets.next()?;
        let before = text.get(from..open)?;
        let label = text.get(open..=close)?.strip_prefix('[')?.strip_suffix(']')?;
        let at = close + 2;
        let behind = text.get(close + 1..)?.strip_prefix('(')?;
        let destination = behind.get(..memchr::memchr(b')', behind.as_bytes())?)?;
        // Behind an exclamation mark it is an image.
        if before.ends_with('!') || !is_label(label) || !is_address(destination) {
            return None;
        }
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(Piece::Link { label, destination, at });
        from = at + destination.len() + 1;
    }
    let rest = text.get(from..)?;
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    Some(pieces)
}

/// Whether the text of a link is no more than text.
fn is_label(label: &str) -> bool {
    !label.is_empty() && label.trim().len() == label.len()
}

/// Whether a destination is one as it stands, without a title behind it.
fn is_address(destination: &str) -> bool {
    !destination.is_empty()
        && destination.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':' | b'/' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::super::bytes;
    use super::*;

    fn is_plain(text: &str) -> bool {
        super::is_plain(text, bytes::all_and_pairs(text))
    }

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
            assert!(!is_plain(text), "{text:?}");
        }
        for text in ["Yes: 5 % (in “2025”), isn't it?", "4 of 5", "2025-03-05 it was", "12", "1st."] {
            assert!(is_plain(text), "{text:?}");
        }
    }

    #[test]
    fn links_are_taken_out_where_they_are_simple() {
        let pieces = |text: &'static str| pieces(text, bytes::all_and_pairs(text));
        let link = |label, destination, at| Piece::Link { label, destination, at };
        assert_eq!(
            pieces("a [b c](fact:d), [e](f)").unwrap(),
            [Piece::Text("a "), link("b c", "fact:d", 8), Piece::Text(", "), link("e", "f", 21)]
        );
        assert_eq!(pieces("ab.").unwrap(), [Piece::Text("ab.")]);
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
        ] {
            assert_eq!(pieces(text), None, "{text:?}");
        }
    }
}
