//! What a template can print or compare, as the text that the engine makes of it.

use std::borrow::Cow;

use super::text::Out;
use crate::decimal;
use crate::markdown::KnownText;
use crate::model::{Direction, FuzzyDate};
use crate::view::Anchor;
use crate::view::PageAddress;
use crate::view::picture::{Across, End, MarkKind};

/// A value without parts.
pub(super) trait Leaf {
    /// Its text, if it is there.
    fn text(&self) -> Option<Cow<'_, str>>;

    /// Writes its text, if it is there.
    fn write(&self, out: &mut impl Out);
}

impl Leaf for str {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }

    fn write(&self, out: &mut impl Out) {
        out.escaped(self);
    }
}

impl Leaf for String {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }

    fn write(&self, out: &mut impl Out) {
        out.escaped(self);
    }
}

impl Leaf for Cow<'_, str> {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }

    fn write(&self, out: &mut impl Out) {
        out.escaped(self);
    }
}

impl<T: AsRef<str>> Leaf for KnownText<T> {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }

    fn write(&self, out: &mut impl Out) {
        if self.is_plain() {
            out.raw(self);
        } else {
            out.escaped(self);
        }
    }
}

impl Leaf for FuzzyDate {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(self.canonical()))
    }

    fn write(&self, out: &mut impl Out) {
        match self.certain_day() {
            // Digits and hyphens are what they are in any kind of file.
            Some(day) => day.with_text(|text| out.raw(text)),
            None => self.with_canonical(|text| out.escaped(text)),
        }
    }
}

impl Leaf for Anchor<'_> {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(self.to_string()))
    }

    // No kind of file takes small letters, digits and hyphens for anything else.
    fn write(&self, out: &mut impl Out) {
        self.pieces().iter().for_each(|piece| out.raw(piece));
    }
}

impl Leaf for PageAddress<'_> {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(PageAddress::text(self))
    }

    // Nor for one of these with slashes and a point.
    fn write(&self, out: &mut impl Out) {
        match self {
            Self::Written(text) => out.escaped(text),
            Self::Named { .. } | Self::Part { .. } => self.push_plain(out.page()),
        }
    }
}

impl<T: Leaf> Leaf for Option<T> {
    fn text(&self) -> Option<Cow<'_, str>> {
        self.as_ref().and_then(Leaf::text)
    }

    fn write(&self, out: &mut impl Out) {
        if let Some(value) = self {
            value.write(out);
        }
    }
}

impl<T: Leaf + ?Sized> Leaf for &T {
    fn text(&self) -> Option<Cow<'_, str>> {
        (**self).text()
    }

    fn write(&self, out: &mut impl Out) {
        (**self).write(out);
    }
}

macro_rules! printed {
    ($($name:ty: $push:expr;)+) => {
        $(impl Leaf for $name {
            fn text(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Owned(self.to_string()))
            }

            // No kind of file takes digits and a point for anything else.
            fn write(&self, out: &mut impl Out) {
                let push: fn(&mut String, Self) = $push;
                push(out.page(), *self);
            }
        })+
    };
}

printed! {
    usize: |page, number| decimal::push(page, number as u64);
    u32: |page, number| decimal::push(page, number.into());
    i32: |page, number| decimal::push_signed(page, number.into());
    i64: decimal::push_signed;
    Across: push_across;
}

fn push_across(page: &mut String, Across(thousandths): Across) {
    decimal::push(page, (thousandths / 10).into());
    page.push('.');
    decimal::push(page, (thousandths % 10).into());
    page.push('%');
}

macro_rules! words {
    ($($name:ident { $($variant:ident = $word:literal,)+ })+) => {
        $(impl Leaf for $name {
            fn text(&self) -> Option<Cow<'_, str>> {
                let word = match self { $(Self::$variant => $word,)+ };
                Some(Cow::Borrowed(word))
            }

            // They are no more than small letters and a hyphen inside.
            fn write(&self, out: &mut impl Out) {
                let word = match self { $(Self::$variant => $word,)+ };
                out.raw(word);
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

#[cfg(test)]
mod tests {
    use super::super::text::{HtmlPage, MarkdownPage};
    use super::*;
    use crate::markdown::{escape, escape_html};
    use crate::model::Id;

    #[test]
    fn no_kind_of_file_takes_an_anchor_for_anything_else() {
        for id in ["1", "007", "a-1-b", "x", "2025-03-05-damascus-attache"] {
            let id = Id::parse(id).unwrap();
            let anchor = Anchor::new("fact", &id);
            let (mut html, mut markdown) = (HtmlPage::with_room(0), MarkdownPage::with_room(0));
            html.put(&anchor);
            markdown.put(&anchor);
            let text = anchor.to_string();
            assert_eq!(text, format!("fact-{id}"));
            assert_eq!((html.finish().text, markdown.into_text()), (escape_html(&text), escape(&text)));
        }
    }

    #[test]
    fn no_kind_of_file_takes_an_address_for_anything_else() {
        for id in ["1", "007", "a-1-b", "x", "2025-03-05-damascus-attache"] {
            let id = Id::parse(id).unwrap();
            let (mut html, mut markdown) = (HtmlPage::with_room(0), MarkdownPage::with_room(0));
            for address in [PageAddress::brief(&id), PageAddress::question(&id)] {
                html.put(&address);
                markdown.put(&address);
            }
            let text = format!("briefs/{id}.htmlquestions/{id}.html");
            assert_eq!((html.finish().text, markdown.into_text()), (escape_html(&text), escape(&text)));
        }
    }

    #[test]
    fn numbers_are_written_as_the_library_writes_them() {
        fn same(value: &(impl Leaf + ToString)) {
            let mut page = MarkdownPage::with_room(0);
            page.put(value);
            assert_eq!(page.into_text(), value.to_string());
        }
        (0..=u16::MAX).for_each(|it| same(&Across(it)));
        (0..2000).chain([u32::MAX]).for_each(|it| same(&it));
        [0, 9, 10, usize::MAX].iter().for_each(same);
        [0, -1, 10, -10, i32::MIN, i32::MAX].iter().for_each(same);
        [0, -99, i64::MIN, i64::MAX].iter().for_each(same);
    }
}
