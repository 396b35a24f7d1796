//! Mappings and lists in brackets, and whatever may stand in them.

use std::borrow::Cow;

use super::super::tree::{Entry, Node, Value};
use super::cursor::{Cursor, begins_plain};
use crate::span::Span;

/// How many values stand in brackets, as a rule and not too many.
const USUAL_ITEMS: usize = 4;

impl<'t> Cursor<'t> {
    /// A value in brackets or in quotation marks; the lines it goes on in stand further in than `column`.
    pub(super) fn flow_value(&mut self, column: usize) -> Option<Node<'t>> {
        match self.peek()? {
            b'[' => self.flow_list(column),
            b'{' => self.flow_mapping(column),
            quote @ (b'"' | b'\'') => self.quoted(quote, column),
            _ => self.flow_plain(),
        }
    }

    fn flow_list(&mut self, column: usize) -> Option<Node<'t>> {
        let start = self.at();
        let mut nodes = Vec::with_capacity(USUAL_ITEMS);
        self.descend()?;
        self.bracket(column)?;
        while self.peek() != Some(b']') {
            nodes.push(self.flow_value(column)?);
            if self.is_last(b']', column)? {
                break;
            }
        }
        let span = self.closed(start);
        Some(Node { value: Value::List(nodes), span })
    }

    fn flow_mapping(&mut self, column: usize) -> Option<Node<'t>> {
        let start = self.at();
        let mut entries = Vec::with_capacity(USUAL_ITEMS);
        self.descend()?;
        self.bracket(column)?;
        while self.peek() != Some(b'}') {
            let key = self.new_key(&entries)?;
            if self.spaces() == 0 {
                return None;
            }
            let value = self.flow_value(column)?;
            entries.push(Entry { key, value });
            if self.is_last(b'}', column)? {
                break;
            }
        }
        let span = self.closed(start);
        Some(Node { value: Value::Map(entries), span })
    }

    /// Steps over an opening bracket.
    fn bracket(&mut self, column: usize) -> Option<()> {
        self.move_to(self.at() + 1);
        self.flow_space(column)
    }

    /// Whether the closing bracket follows. A comma is stepped over; behind it something must follow.
    fn is_last(&mut self, close: u8, column: usize) -> Option<bool> {
        self.flow_space(column)?;
        match self.peek()? {
            b',' => {
                self.bracket(column)?;
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
    fn flow_plain(&mut self) -> Option<Node<'t>> {
        let start = self.at();
        // Up to its own end and no further: a line may hold any number of values.
        let length =
            self.rest().iter().take_while(|byte| !matches!(byte, b',' | b']' | b'}' | b'\n')).count();
        let text = self.text(start, start + length).trim_end_matches(' ');
        if !text.bytes().next().is_some_and(begins_plain) || is_doubtful(text.as_bytes()) {
            return None;
        }
        self.move_to(start + length);
        Some(self.scalar(Value::plain(Cow::Borrowed(text)), start, start + text.len()))
    }
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
