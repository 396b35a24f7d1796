//! Text without quotation marks.

use std::borrow::Cow;

use super::super::tree::{Node, Value};
use super::cursor::{Cursor, begins_plain};

impl<'t> Cursor<'t> {
    /// A plain text outside of brackets, with the lines it goes on in: they stand further in than `column`.
    pub(super) fn plain(&mut self, column: usize) -> Option<Node<'t>> {
        let start = self.at();
        let mut line = self.line_of_plain()?;
        let mut text = Cow::Borrowed(self.text(start, line.end));
        loop {
            self.go_to_next_line();
            let gap = self.go_to_next_thing();
            if self.column().is_none_or(|next| next <= column) {
                break;
            }
            if line.has_comment || gap.has_comment {
                return None;
            }
            let start = self.at();
            line = self.line_of_plain()?;
            break_line(text.to_mut(), gap.blank_lines);
            text.to_mut().push_str(self.text(start, line.end));
        }
        Some(self.scalar(Value::plain(text), start, line.end))
    }

    /// What of the line belongs to a plain text. The cursor stays.
    fn line_of_plain(&self) -> Option<Line> {
        let line = self.text(self.at(), self.line_end()).as_bytes();
        if !line.first().copied().is_some_and(begins_plain) {
            return None;
        }
        let mut comment = None;
        for at in memchr::memchr2_iter(b':', b'#', line) {
            let (before, here, after) =
                (at.checked_sub(1).and_then(|at| line.get(at)), line.get(at), line.get(at + 1));
            if here == Some(&b'#') && before == Some(&b' ') {
                comment = Some(at);
                break;
            }
            if here == Some(&b':') && matches!(after, None | Some(b' ')) {
                return None;
            }
        }
        let text = line.get(..comment.unwrap_or(line.len())).unwrap_or_default();
        let spaces = text.iter().rev().take_while(|byte| **byte == b' ').count();
        Some(Line { end: self.at() + text.len() - spaces, has_comment: comment.is_some() })
    }
}

/// A line of a plain text: where the text ends, and whether a comment follows.
struct Line {
    end: usize,
    has_comment: bool,
}

/// Adds a line break as YAML folds it: by itself it is a space, and blank lines are the breaks.
pub(super) fn break_line(text: &mut String, blank_lines: usize) {
    match blank_lines {
        0 => text.push(' '),
        _ => text.extend(std::iter::repeat_n('\n', blank_lines)),
    }
}
