//! Mappings and lists whose shape is their indentation.

use super::super::tree::{Node, Value, says_nothing};
use super::MAX_DEPTH;
use super::cursor::{Cursor, Key, Text};
use super::shape::{Keyed, Place, Start, Written};
use crate::span::{Span, Spanned};

/// How many items a list has room for from the beginning: records are large, and to move them as their list grows takes long.
const USUAL_ITEMS: usize = 12;

impl<'t> Cursor<'t> {
    /// Goes to where a value begins.
    pub(in super::super) fn start(&mut self, place: Place) -> Option<Start<'t>> {
        match place {
            Place::OfKey(column) => self.start_of_key(column),
            Place::OfItem(column) => self.start_of_item(column),
            Place::InBrackets(column) => Some(Start::InBrackets(column)),
        }
    }

    fn start_of_key(&mut self, column: usize) -> Option<Start<'t>> {
        let spaces = self.spaces();
        match self.peek()? {
            b'\n' => {}
            _ if spaces == 0 => return None,
            b'#' => {}
            _ => return Some(Start::OnLine(column)),
        }
        self.go_to_next_line();
        self.go_to_next_thing();
        let next = self.column()?;
        match self.peek()? {
            b'-' if next >= column => Some(Start::Hyphen { column: next, of_key: column }),
            _ if next > column => Some(Start::Key(self.key()?, next)),
            _ => None,
        }
    }

    /// An item is a mapping that begins on the line of its hyphen, or any other value.
    fn start_of_item(&mut self, column: usize) -> Option<Start<'t>> {
        let (hyphen, start) = (self.at(), self.behind_hyphen());
        if start == hyphen + 1 {
            return None;
        }
        self.move_to(start);
        match self.key() {
            Some(key) if matches!(self.peek(), Some(b' ' | b'\n')) => {
                Some(Start::Key(key, column + start - hyphen))
            }
            _ => {
                self.move_to(start);
                Some(Start::OnLine(column))
            }
        }
    }

    fn behind_hyphen(&self) -> usize {
        self.at() + 1 + self.rest().iter().skip(1).take_while(|byte| **byte == b' ').count()
    }

    /// Keys with values, from where they begin.
    pub(in super::super) fn mapping<T: Keyed<'t>>(&mut self, start: &Start<'t>) -> Option<Spanned<T>> {
        match start {
            Start::Key(key, column) => self.block_mapping(key, *column),
            Start::OnLine(column) => {
                let mapping = self.flow_mapping(*column)?;
                self.end_of_line()?;
                Some(mapping)
            }
            Start::InBrackets(column) => self.flow_mapping(*column),
            Start::Hyphen { .. } => None,
        }
    }

    /// A list, from where it begins.
    pub(in super::super) fn list<T: Written<'t>>(
        &mut self,
        start: &Start<'t>,
    ) -> Option<Spanned<Vec<Spanned<T>>>> {
        match start {
            Start::Hyphen { column, of_key } => self.block_list(*column, *of_key),
            Start::OnLine(column) => {
                let list = self.flow_list(*column)?;
                self.end_of_line()?;
                Some(list)
            }
            Start::InBrackets(column) => self.flow_list(*column),
            Start::Key(..) => None,
        }
    }

    /// A text or a word for nothing, from where it begins.
    pub(super) fn text_node(&mut self, start: &Start<'t>) -> Option<Node<'t>> {
        let is_plain = self.is_at_plain();
        let Spanned { value: text, span } = self.text_from(start)?;
        let value = if is_plain { Value::plain(text) } else { Value::Scalar(text) };
        Some(Spanned::new(value, span))
    }

    /// A text at a place; `None` for whatever says that there is nothing, too.
    pub(in super::super) fn scalar(&mut self, place: Place) -> Option<Text<'t>> {
        let start = match place {
            // What begins further down is no text.
            Place::OfKey(column) => (self.spaces() > 0).then_some(Start::OnLine(column))?,
            Place::OfItem(_) | Place::InBrackets(_) => self.start(place)?,
        };
        let is_plain = self.is_at_plain();
        let text = self.text_from(&start)?;
        (!is_plain || !says_nothing(&text.value)).then_some(text)
    }

    /// Whether a text that begins here has neither quotation marks nor the sign of a block before it.
    fn is_at_plain(&self) -> bool {
        !matches!(self.peek(), Some(b'"' | b'\'' | b'>' | b'|'))
    }

    #[inline]
    fn text_from(&mut self, start: &Start<'t>) -> Option<Text<'t>> {
        match start {
            Start::OnLine(column) => self.text_on_line(*column),
            Start::InBrackets(column) => self.text_in_brackets(*column),
            Start::Key(..) | Start::Hyphen { .. } => None,
        }
    }

    #[inline]
    fn text_on_line(&mut self, column: usize) -> Option<Text<'t>> {
        match self.peek()? {
            quote @ (b'"' | b'\'') => {
                let text = self.quoted(quote, column)?;
                self.end_of_line()?;
                Some(text)
            }
            b'>' | b'|' => self.block_text(column),
            _ => self.plain(column),
        }
    }

    /// The mapping whose keys stand in this column, from behind the colon of its first key.
    pub(super) fn block_mapping<T: Keyed<'t>>(
        &mut self,
        first: &Key<'t>,
        column: usize,
    ) -> Option<Spanned<T>> {
        let mut mapping = T::default();
        let start = first.span.start();
        self.descend()?;
        let mut end = mapping.entry(first, self, Place::OfKey(column))?;
        while self.goes_on_in(column)? {
            let key = self.key()?;
            end = mapping.entry(&key, self, Place::OfKey(column))?;
        }
        self.depth -= 1;
        if !mapping.is_whole() {
            return None;
        }
        Some(Spanned::new(mapping, Span::new(start, end)))
    }

    /// The list whose hyphens stand in this column, from the first of them, under a key of its own column or further out.
    fn block_list<T: Written<'t>>(
        &mut self,
        column: usize,
        of_key: usize,
    ) -> Option<Spanned<Vec<Spanned<T>>>> {
        // As the YAML crate tells it: a list no further in than its key begins behind its first hyphen.
        let start = if column == of_key { self.behind_hyphen() } else { self.at() };
        let mut items = Vec::with_capacity(USUAL_ITEMS);
        self.descend()?;
        while self.peek() == Some(b'-') {
            items.push(T::read(self, Place::OfItem(column))?);
            if !self.goes_on_in(column)? {
                break;
            }
        }
        self.depth -= 1;
        let end = items.last()?.span.end();
        Some(Spanned::new(items, Span::new(start, end)))
    }

    /// Whether the next thing is in this column too. `None` if it is further in: nothing here can be what it belongs to.
    fn goes_on_in(&self, column: usize) -> Option<bool> {
        match self.column() {
            Some(next) if next > column => None,
            next => Some(next == Some(column)),
        }
    }

    pub(super) fn descend(&mut self) -> Option<()> {
        self.depth += 1;
        (self.depth <= MAX_DEPTH).then_some(())
    }
}
