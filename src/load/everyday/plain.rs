//! Text without quotation marks.

use std::borrow::Cow;

use super::cursor::{Cursor, Gap, Text, begins_plain};

impl<'t> Cursor<'t> {
    /// A plain text outside of brackets, with the lines it goes on in: they stand further in than `column`.
    #[inline]
    pub(super) fn plain(&mut self, column: usize) -> Option<Text<'t>> {
        let start = self.at();
        let line = self.line_of_plain()?;
        let text = self.text(start, line.end);
        self.move_to(line.next);
        let gap = self.go_to_next_thing();
        // As nearly all of them end.
        if self.is_behind(column) {
            return Some(self.written(Cow::Borrowed(text), start, line.end));
        }
        self.plain_lines(start, line, gap, column)
    }

    /// The same of a text that goes on in the next line, from its first.
    fn plain_lines(&mut self, start: usize, mut line: Line, mut gap: Gap, column: usize) -> Option<Text<'t>> {
        let mut text = self.text(start, line.end).to_owned();
        loop {
            if line.has_comment || gap.has_comment {
                return None;
            }
            let start_of_line = self.at();
            line = self.line_of_plain()?;
            break_line(&mut text, gap.blank_lines);
            text.push_str(self.text(start_of_line, line.end));
            self.move_to(line.next);
            gap = self.go_to_next_thing();
            if self.is_behind(column) {
                return Some(self.written(Cow::Owned(text), start, line.end));
            }
        }
    }

    /// Whether the next thing belongs to no text that stands further in than this column.
    fn is_behind(&self, column: usize) -> bool {
        self.column().is_none_or(|next| next <= column)
    }

    /// What of the line belongs to a plain text. The cursor stays.
    #[inline]
    fn line_of_plain(&self) -> Option<Line> {
        let rest = self.rest();
        if !rest.first().copied().is_some_and(begins_plain) {
            return None;
        }
        let is_space = |byte: Option<&u8>| byte == Some(&b' ');
        let mut length = rest.len();
        let mut has_comment = false;
        for at in memchr::memchr3_iter(b':', b'#', b'\n', rest) {
            match rest.get(at) {
                Some(b':') => {
                    let next = rest.get(at + 1);
                    if is_space(next) || matches!(next, None | Some(b'\n')) {
                        return None;
                    }
                }
                Some(b'#') if !is_space(at.checked_sub(1).and_then(|before| rest.get(before))) => {}
                Some(sign) => {
                    length = at;
                    has_comment = *sign == b'#';
                    break;
                }
                None => {}
            }
        }
        let text = rest.get(..length).unwrap_or_default();
        let spaces = text.iter().rev().take_while(|byte| **byte == b' ').count();
        let end = self.at() + length;
        let next = if has_comment { self.line_end() } else { end } + 1;
        Some(Line { end: end - spaces, has_comment, next: next.min(self.at() + rest.len()) })
    }
}

/// A line of a plain text: where the text ends, whether a comment follows, and where the next line begins.
struct Line {
    end: usize,
    has_comment: bool,
    next: usize,
}

/// Adds a line break as YAML folds it: by itself it is a space, and blank lines are the breaks.
pub(super) fn break_line(text: &mut String, blank_lines: usize) {
    match blank_lines {
        0 => text.push(' '),
        _ => text.extend(std::iter::repeat_n('\n', blank_lines)),
    }
}
