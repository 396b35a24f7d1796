//! Mappings and lists whose shape is their indentation.

use std::borrow::Cow;

use super::super::tree::{Entry, Node, Value};
use super::cursor::Cursor;
use super::{MAX_DEPTH, MAX_KEYS};
use crate::span::{Span, Spanned};

/// How many keys a block mapping has, as a rule.
const USUAL_KEYS: usize = 8;

impl<'t> Cursor<'t> {
    /// The mapping whose keys stand in this column, from the first of them.
    pub(super) fn mapping(&mut self, column: usize) -> Option<Node<'t>> {
        let key = self.new_key(&[])?;
        self.mapping_from(key, column)
    }

    /// The same, behind the colon of its first key.
    fn mapping_from(&mut self, mut key: Spanned<Cow<'t, str>>, column: usize) -> Option<Node<'t>> {
        let start = key.span.start();
        let mut entries = Vec::with_capacity(USUAL_KEYS);
        self.descend()?;
        loop {
            let value = self.value_of_key(column)?;
            entries.push(Entry { key, value });
            if !self.goes_on_in(column)? {
                break;
            }
            key = self.new_key(&entries)?;
        }
        self.depth -= 1;
        let end = entries.last()?.value.span.end();
        Some(Node { value: Value::Map(entries), span: Span::new(start, end) })
    }

    /// The list whose hyphens stand in this column, from the first of them, under a key of its own column or further out.
    fn list(&mut self, column: usize, of_key: usize) -> Option<Node<'t>> {
        // As the YAML crate tells it: a list no further in than its key begins behind its first hyphen.
        let start = if column == of_key { self.behind_hyphen() } else { self.at() };
        let mut nodes = Vec::new();
        self.descend()?;
        while self.peek() == Some(b'-') {
            nodes.push(self.item(column)?);
            if !self.goes_on_in(column)? {
                break;
            }
        }
        self.depth -= 1;
        let end = nodes.last()?.span.end();
        Some(Node { value: Value::List(nodes), span: Span::new(start, end) })
    }

    /// An item behind its hyphen: a mapping that begins on the same line, or any other value.
    fn item(&mut self, column: usize) -> Option<Node<'t>> {
        let (hyphen, start) = (self.at(), self.behind_hyphen());
        let inner = column + start - hyphen;
        self.move_to(start);
        if start == hyphen + 1 {
            return None;
        }
        match self.new_key(&[]) {
            Some(key) if matches!(self.peek(), Some(b' ' | b'\n')) => self.mapping_from(key, inner),
            _ => {
                self.move_to(start);
                self.value(column)
            }
        }
    }

    fn behind_hyphen(&self) -> usize {
        self.at() + 1 + self.rest().iter().skip(1).take_while(|byte| **byte == b' ').count()
    }

    fn value_of_key(&mut self, column: usize) -> Option<Node<'t>> {
        let spaces = self.spaces();
        match self.peek()? {
            b'\n' => {}
            _ if spaces == 0 => return None,
            b'#' => {}
            _ => return self.value(column),
        }
        self.go_to_next_line();
        self.go_to_next_thing();
        let next = self.column()?;
        match self.peek()? {
            b'-' if next >= column => self.list(next, column),
            _ if next > column => self.mapping(next),
            _ => None,
        }
    }

    /// A value that begins on the line of its key or hyphen, whose own column is given.
    fn value(&mut self, column: usize) -> Option<Node<'t>> {
        match self.peek()? {
            b'[' | b'{' | b'"' | b'\'' => {
                let node = self.flow_value(column)?;
                self.end_of_line()?;
                Some(node)
            }
            b'>' | b'|' => self.block_text(column),
            _ => self.plain(column),
        }
    }

    /// Whether the next thing is in this column too. `None` if it is further in: nothing here can be what it belongs to.
    fn goes_on_in(&self, column: usize) -> Option<bool> {
        match self.column() {
            Some(next) if next > column => None,
            next => Some(next == Some(column)),
        }
    }

    /// A key that is not among these yet.
    pub(super) fn new_key(&mut self, entries: &[Entry<'t>]) -> Option<Spanned<Cow<'t, str>>> {
        let (key, span) = self.key()?;
        let is_new = entries.len() < MAX_KEYS && entries.iter().all(|entry| entry.key.value != key);
        is_new.then(|| Spanned::new(Cow::Borrowed(key), span))
    }

    pub(super) fn descend(&mut self) -> Option<()> {
        self.depth += 1;
        (self.depth <= MAX_DEPTH).then_some(())
    }
}
