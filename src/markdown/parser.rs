//! The parser, set up as a field needs it, and the bounds within which it is let loose on a text.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

use super::signs;

/// The longest prose field that is read as Markdown, in bytes. No reader misses the markup of a field of forty pages.
const MAX_BYTES: usize = 128 << 10;

/// How far the marks of quotes and lists, and white space, may push a line in, in columns.
///
/// The parser looks at every open container for each line that goes on lazily, so ten thousand list markers in one line and ten
/// thousand lines after it would keep it busy for minutes. A container takes at least one column of the line that opens it.
const MAX_INDENT: usize = 200;

/// The events of the parser with their places; `None` for a text beyond the bounds, which is shown as the text that it is.
pub(super) fn read(text: &str) -> Option<impl Iterator<Item = (Event<'_>, Range<usize>)>> {
    // Heading attributes would let `onclick` through; footnotes and tables have no place in a field. With subscripts on, a
    // single tilde is told from a double one, and need not strike out what stands between `~5 km` and `2025~`.
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SUBSCRIPT;
    fits(text).then(|| signs::kept(text, Parser::new_ext(text, options).into_offset_iter()))
}

/// Whether a text is within the bounds.
pub(super) fn fits(text: &str) -> bool {
    let ends = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).map(|end| end + 1);
    text.len() <= MAX_BYTES
        && std::iter::once(0)
            .chain(ends)
            .all(|start| indent(text.get(start..).unwrap_or_default()) <= MAX_INDENT)
}

/// The columns that white space, marks of quotes and marks of list items take at the beginning of the first line; never too few.
fn indent(text: &str) -> usize {
    let bytes = text.as_bytes();
    let marks = bytes
        .iter()
        .take_while(|b| matches!(b, b' ' | b'\t' | b'>' | b'*' | b'+' | b'-' | b'.' | b')' | b'0'..=b'9'));
    let columns = marks.enumerate().map(|(at, mark)| match mark {
        b' ' | b'>' => 1,
        b'\t' => 4,
        b'0'..=b'9' => 0,
        _ => usize::from(bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace)),
    });
    columns.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_up_to_the_text() {
        assert_eq!(indent("  > - 1. a - b"), 8);
        assert_eq!(indent("\ta"), 4);
        assert_eq!(indent("-----"), 1);
        assert_eq!(indent("2025-03-05 it was"), 1);
        assert_eq!(indent(""), 0);
    }

    #[test]
    fn what_would_keep_the_parser_busy_is_not_parsed() {
        let nested = "- ".repeat(30_000) + "a\n" + &"b\n".repeat(30_000);
        assert!(read(&nested).is_none());
        assert!(read(&">".repeat(201)).is_none());
        assert!(read(&"a".repeat(MAX_BYTES + 1)).is_none());
        assert!(read(&"a ".repeat(1000)).is_some());
    }
}
