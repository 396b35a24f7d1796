//! A list in a record.

use std::borrow::Cow;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

use crate::span::Spanned;

/// The values of a list, each at its place. A key with nothing behind it is an empty list.
#[derive(Debug, Clone)]
pub struct List<T>(Vec<Spanned<T>>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for List<T> {
    type Target = [Spanned<T>];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T> FromIterator<Spanned<T>> for List<T> {
    fn from_iter<I: IntoIterator<Item = Spanned<T>>>(values: I) -> Self {
        let values = values.into_iter();
        // Few values are refused, so that the most that there can be is what there will be.
        let mut list = Vec::with_capacity(values.size_hint().1.unwrap_or_default());
        list.extend(values);
        Self(list)
    }
}

impl<T> IntoIterator for List<T> {
    type Item = Spanned<T>;
    type IntoIter = std::vec::IntoIter<Spanned<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T> From<List<T>> for Vec<Spanned<T>> {
    fn from(list: List<T>) -> Self {
        list.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|values| Self(values.unwrap_or_default()))
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
