//! A list in a record.

use std::borrow::Cow;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

use crate::span::Spanned;

/// The values of a list, each at its place. A key with nothing behind it is an empty list.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(PartialEq))]
pub struct List<T> {
    values: Vec<Spanned<T>>,
    is_written: bool,
}

impl<T> List<T> {
    /// Whether there is a list at all: `[]` is one, a key that is left out or has nothing behind it is none.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.is_written
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { values: Vec::new(), is_written: false }
    }
}

impl<T> Deref for List<T> {
    type Target = [Spanned<T>];

    fn deref(&self) -> &Self::Target {
        &self.values
    }
}

impl<T> FromIterator<Spanned<T>> for List<T> {
    fn from_iter<I: IntoIterator<Item = Spanned<T>>>(values: I) -> Self {
        let values = values.into_iter();
        // Few values are refused, so that the most that there can be is what there will be.
        let mut list = Vec::with_capacity(values.size_hint().1.unwrap_or_default());
        list.extend(values);
        list.into()
    }
}

impl<T> IntoIterator for List<T> {
    type Item = Spanned<T>;
    type IntoIter = std::vec::IntoIter<Spanned<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.into_iter()
    }
}

impl<T> From<Vec<Spanned<T>>> for List<T> {
    fn from(values: Vec<Spanned<T>>) -> Self {
        Self { values, is_written: true }
    }
}

impl<T> From<List<T>> for Box<[Spanned<T>]> {
    fn from(list: List<T>) -> Self {
        // Moved, since an allocator gives little back of a short list that shrinks.
        let mut values = Vec::with_capacity(list.values.len());
        values.extend(list.values);
        values.into()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values: Option<Vec<_>> = Option::deserialize(deserializer)?;
        Ok(Self { is_written: values.is_some(), values: values.unwrap_or_default() })
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("List_of_{}", T::schema_name()))
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<Vec<T>>::json_schema(generator)
    }
}
