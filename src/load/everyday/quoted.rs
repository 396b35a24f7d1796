//! Text in quotation marks.

use std::borrow::Cow;

use super::cursor::{Cursor, Text};
use super::plain::break_line;

impl<'t> Cursor<'t> {
    /// A text from one quotation mark to the next of its kind, with the lines it goes on in: they stand further in than
    /// `column`.
    pub(super) fn quoted(&mut self, quote: u8, column: usize) -> Option<Text<'t>> {
        let start = self.at();
        self.move_to(start + 1);
        let mut done = String::new();
        loop {
            let from = self.at();
            let to = from + memchr::memchr3(quote, b'\n', b'\\', self.rest())?;
            let chunk = self.text(from, to);
            self.move_to(to + 1);
            match (self.byte(to)?, self.peek()) {
                (b'\n', _) => {
                    done.push_str(chunk.trim_end_matches(' '));
                    break_line(&mut done, self.indented_line(column)?);
                }
                // Two apostrophes are one inside of apostrophes; a backslash is itself there.
                (b'\'', Some(b'\'')) if quote == b'\'' => self.take_with(chunk, "'", &mut done),
                (b'\\', _) if quote == b'\'' => {
                    done.push_str(chunk);
                    done.push('\\');
                }
                (b'\\', Some(b'"')) => self.take_with(chunk, "\"", &mut done),
                (b'\\', Some(b'\\')) => self.take_with(chunk, "\\", &mut done),
                (b'\\', _) => return None,
                _ if done.is_empty() => return Some(self.between(start, Cow::Borrowed(chunk))),
                _ => {
                    done.push_str(chunk);
                    return Some(self.between(start, Cow::Owned(done)));
                }
            }
        }
    }

    /// The text that ends here.
    fn between(&self, start: usize, text: Cow<'t, str>) -> Text<'t> {
        self.written(text, start, self.at())
    }

    /// Adds text and the character behind it that two stand for.
    fn take_with(&mut self, chunk: &str, character: &str, done: &mut String) {
        done.push_str(chunk);
        done.push_str(character);
        self.move_to(self.at() + 1);
    }

    /// From the beginning of a line to where the text goes on, and how many blank lines there were.
    fn indented_line(&mut self, column: usize) -> Option<usize> {
        let mut blank_lines = 0;
        loop {
            let spaces = self.spaces();
            match self.peek()? {
                b'\n' => blank_lines += 1,
                _ => return (spaces > column).then_some(blank_lines),
            }
            self.move_to(self.at() + 1);
        }
    }
}
