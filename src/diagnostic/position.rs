//! Lines and columns of byte offsets.

use crate::span::Span;

/// A place as people name it: both count from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// Where a place begins, and where the first character after it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The first character of the place.
    pub start: Position,
    /// The first character after it.
    pub end: Position,
}

/// A text and where its lines begin, so that many places can be named without reading it anew for each.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Where the byte at `offset` stands; past the end, where the text ends.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor(self.text, offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.line_start(line);
        Position { line, column: self.text.get(start..offset).map_or(0, |line| line.chars().count()) + 1 }
    }

    /// Where a span begins and ends.
    #[must_use]
    pub fn extent(&self, span: Span) -> Extent {
        Extent { start: self.position(span.start()), end: self.position(span.end()) }
    }

    /// The byte range of the line that `offset` stands on, without its line break.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> std::ops::Range<usize> {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.line_start(line);
        let end = self.starts.get(line).map_or(self.text.len(), |next| next.saturating_sub(1));
        start..end.max(start)
    }

    fn line_start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default()
    }
}

/// The nearest character boundary at or before `offset`.
#[must_use]
pub fn floor(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset.min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "a: şç\nb: x";
        let lines = Lines::new(text);
        assert_eq!(lines.position(0), Position { line: 1, column: 1 });
        assert_eq!(lines.position(text.find('ç').unwrap()), Position { line: 1, column: 5 });
        assert_eq!(lines.position(text.find('x').unwrap()), Position { line: 2, column: 4 });
        assert_eq!(lines.position(999), Position { line: 2, column: 5 });
        assert_eq!(text.get(lines.line_of(3)), Some("a: şç"));
        assert_eq!(text.get(lines.line_of(999)), Some("b: x"));
    }
}
