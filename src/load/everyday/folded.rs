//! Text of several lines behind `>` or `|`.

use std::borrow::Cow;
use std::ops::Range;

use super::cursor::{Cursor, Text};
use super::plain::break_line;

impl<'t> Cursor<'t> {
    /// A block of text, from its sign on. Its lines stand further in than `column`, and all as far as the first of them.
    pub(super) fn block_text(&mut self, column: usize) -> Option<Text<'t>> {
        let start = self.at();
        let is_folded = self.peek()? == b'>';
        self.move_to(start + 1);
        let is_stripped = self.peek()? == b'-';
        self.move_to(start + 1 + usize::from(is_stripped));
        self.spaces();
        if self.peek()? != b'\n' {
            return None;
        }
        self.move_to(self.at() + 1);
        let (mut text, place) = self.lines_of_block(column, is_folded)?;
        if !is_stripped {
            text.push('\n');
        }
        Some(self.written(Cow::Owned(text), place.start, place.end))
    }

    /// The lines of a block, and where they stand.
    fn lines_of_block(&mut self, column: usize, is_folded: bool) -> Option<(String, Range<usize>)> {
        let inner = self.spaces();
        if inner <= column || self.peek()? == b'\n' {
            return None;
        }
        let start = self.at();
        let mut end = self.line_end();
        let mut text = self.text(start, end).to_owned();
        loop {
            self.go_to_next_line();
            let line = self.at();
            let blank_lines = self.rest().iter().take_while(|byte| **byte == b'\n').count();
            self.move_to(line + blank_lines);
            let spaces = self.spaces();
            // A line of spaces alone could be a part of the text.
            if spaces > 0 && matches!(self.peek(), None | Some(b'\n')) {
                return None;
            }
            if spaces <= column {
                self.move_to(line);
                self.go_to_next_thing();
                return Some((text, start..end));
            }
            if spaces < inner || (is_folded && spaces > inner) {
                return None;
            }
            let from = self.at() - (spaces - inner);
            end = self.line_end();
            if is_folded {
                break_line(&mut text, blank_lines);
            } else {
                text.extend(std::iter::repeat_n('\n', blank_lines + 1));
            }
            text.push_str(self.text(from, end));
        }
    }
}
