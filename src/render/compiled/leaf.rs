//! What a template can print or compare, as the text that the engine makes of it.

use std::borrow::Cow;

use crate::model::Direction;
use crate::view::picture::{Across, End, MarkKind};

/// A value without parts.
pub(super) trait Leaf {
    /// Its text, if it is there.
    fn text(&self) -> Option<Cow<'_, str>>;
}

impl Leaf for str {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Leaf for String {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl<T: Leaf> Leaf for Option<T> {
    fn text(&self) -> Option<Cow<'_, str>> {
        self.as_ref().and_then(Leaf::text)
    }
}

impl<T: Leaf + ?Sized> Leaf for &T {
    fn text(&self) -> Option<Cow<'_, str>> {
        (**self).text()
    }
}

macro_rules! printed {
    ($($name:ty),+) => {
        $(impl Leaf for $name {
            fn text(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Owned(self.to_string()))
            }
        })+
    };
}

printed!(usize, u32, i32, i64, Across);

macro_rules! words {
    ($($name:ident { $($variant:ident = $word:literal,)+ })+) => {
        $(impl Leaf for $name {
            fn text(&self) -> Option<Cow<'_, str>> {
                let word = match self { $(Self::$variant => $word,)+ };
                Some(Cow::Borrowed(word))
            }
        })+
    };
}

words! {
    Direction { Ltr = "ltr", Rtl = "rtl", }
    MarkKind { Day = "day", Within = "within", Lasting = "lasting", OneOf = "one-of", Beyond = "beyond", }
    End { Sharp = "sharp", About = "about", Open = "open", Unknown = "unknown", Beyond = "beyond", }
}

/// A number of things, to be compared.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "what a condition has found is a reference")]
pub(super) fn amount(number: &usize) -> usize {
    *number
}

/// Whether a value is this word.
pub(super) fn is(value: &(impl Leaf + ?Sized), word: &str) -> bool {
    value.text().is_some_and(|text| text == word)
}

/// Whether two values are the same.
pub(super) fn same(one: &(impl Leaf + ?Sized), other: &(impl Leaf + ?Sized)) -> bool {
    one.text() == other.text()
}
