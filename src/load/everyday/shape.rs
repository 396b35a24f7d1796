//! What is read, by the shape that it has: each type knows its own, so that a record is filled from the text without a tree between.

use super::super::list::List;
use super::super::tree::{Entry, Node, Value};
use super::MAX_KEYS;
use super::cursor::{Cursor, Key};
use crate::span::Spanned;

/// Where a value is to be read.
#[derive(Clone, Copy)]
pub(in super::super) enum Place {
    /// Behind the colon of a key in this column.
    OfKey(usize),
    /// Behind the hyphen of an item, which stands in this column and has been come to.
    OfItem(usize),
    /// In brackets; the lines that it goes on in stand further in than this column.
    InBrackets(usize),
}

/// How a value begins.
pub(in super::super) enum Start<'t> {
    /// With the first key of a block mapping, which has been read and stands in this column.
    Key(Key<'t>, usize),
    /// With the first hyphen of a block list, in a column under a key of its own column or further out.
    Hyphen { column: usize, of_key: usize },
    /// On the line of its key or hyphen, whose own column is given.
    OnLine(usize),
    /// In brackets, as its [place](Place::InBrackets).
    InBrackets(usize),
}

/// A type whose values can be read.
pub(in super::super) trait Written<'t>: Sized {
    fn read(cursor: &mut Cursor<'t>, place: Place) -> Option<Spanned<Self>>;
}

/// What is written as keys with values.
pub(in super::super) trait Keyed<'t>: Default {
    /// Reads the value of a key, and tells where it ends. `None` for a key that is unknown or given twice,
    /// and for a value that is absent, wrong or not everyday.
    fn entry(&mut self, key: &Key<'t>, cursor: &mut Cursor<'t>, place: Place) -> Option<usize>;

    /// Whether every key is there that must be.
    fn is_whole(&self) -> bool;
}

/// What the value of a key is read into: a field of a record.
pub(in super::super) trait Field<'t> {
    /// Reads it, and tells where it ends. `None` for what is given twice, absent, wrong or not everyday.
    fn fill(&mut self, cursor: &mut Cursor<'t>, place: Place) -> Option<usize>;
}

impl<'t, T: Written<'t>> Field<'t> for Option<Spanned<T>> {
    fn fill(&mut self, cursor: &mut Cursor<'t>, place: Place) -> Option<usize> {
        if self.is_some() {
            return None;
        }
        *self = T::read(cursor, place);
        self.as_ref().map(|value| value.span.end())
    }
}

impl<'t, T: Written<'t>> Field<'t> for List<T> {
    fn fill(&mut self, cursor: &mut Cursor<'t>, place: Place) -> Option<usize> {
        if self.is_written() {
            return None;
        }
        let start = cursor.start(place)?;
        let list = cursor.list(&start)?;
        *self = list.value.into();
        Some(list.span.end())
    }
}

impl<'t> Written<'t> for Value<'t> {
    fn read(cursor: &mut Cursor<'t>, place: Place) -> Option<Node<'t>> {
        let start = cursor.start(place)?;
        match (&start, cursor.peek()) {
            (Start::Key(..), _) | (Start::OnLine(_) | Start::InBrackets(_), Some(b'{')) => {
                let Spanned { value, span } = cursor.mapping(&start)?;
                Some(Spanned::new(Self::Map(value), span))
            }
            (Start::Hyphen { .. }, _) | (_, Some(b'[')) => {
                let Spanned { value, span } = cursor.list(&start)?;
                Some(Spanned::new(Self::List(value), span))
            }
            _ => cursor.text_node(&start),
        }
    }
}

impl<'t> Keyed<'t> for Vec<Entry<'t>> {
    fn entry(&mut self, key: &Key<'t>, cursor: &mut Cursor<'t>, place: Place) -> Option<usize> {
        if self.len() >= MAX_KEYS || self.iter().any(|entry| entry.key.value == key.value) {
            return None;
        }
        let value = Value::read(cursor, place)?;
        let end = value.span.end();
        self.push(Entry { key: Spanned::new(key.value.into(), key.span), value });
        Some(end)
    }

    fn is_whole(&self) -> bool {
        true
    }
}
