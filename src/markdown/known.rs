//! Texts that come again and again, of which it is known whether every kind of file takes them as they are.
//!
//! The labels of a vocabulary, the dates of a year and the names of languages stand in hundreds of places of a site, and each of these
//! would have to look through them for what means something there. They are looked at once, where they are made.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::bytes::{self, ACTS, ADDRESS, BREAK, MARKUP, SPACES, SPECIAL};
use super::escape::{escape, escape_html, has_plain_ends};
use crate::json;

/// A word of a closed list.
pub type KnownWord = KnownText<&'static str>;

/// A text, and whether it is known that HTML, Markdown and JSON take it as it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct KnownText<T> {
    text: T,
    is_plain: bool,
}

impl<T: AsRef<str>> KnownText<T> {
    /// A text that is looked at now.
    pub(crate) fn of(text: T) -> Self {
        let is_plain = stands_as_it_is(text.as_ref());
        Self { text, is_plain }
    }

    /// A text of which whoever makes it knows that it is plain, as ids, words of vocabularies and tags of languages are.
    pub(crate) fn plain(text: T) -> Self {
        debug_assert!(stands_as_it_is(text.as_ref()), "{:?} is no plain text", text.as_ref());
        Self { text, is_plain: true }
    }

    /// A text of which nothing is known: it is looked at wherever it is written.
    pub(crate) fn any(text: T) -> Self {
        Self::seen(text, false)
    }

    /// A text of which it was seen before whether it is plain.
    pub(crate) fn seen(text: T, is_plain: bool) -> Self {
        Self { text, is_plain }
    }

    /// Whether every kind of file takes it as it is.
    pub(crate) fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.as_ref()
    }

    /// The same, borrowed.
    pub(crate) fn borrowed(&self) -> KnownText<&str> {
        KnownText { text: self.text.as_ref(), is_plain: self.is_plain }
    }
}

impl<'t> KnownText<&'t str> {
    /// The text, for as long as it is there.
    #[must_use]
    pub fn text(self) -> &'t str {
        self.text
    }

    /// The same where others have made theirs.
    pub(crate) fn into_cow(self) -> KnownText<Cow<'t, str>> {
        KnownText { text: Cow::Borrowed(self.text), is_plain: self.is_plain }
    }
}

impl<'t> KnownText<Cow<'t, str>> {
    /// The text alone.
    pub(crate) fn into_text(self) -> Cow<'t, str> {
        self.text
    }
}

impl<T: AsRef<str>> Deref for KnownText<T> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<T: AsRef<str>> fmt::Display for KnownText<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl<'t> From<KnownText<Cow<'t, str>>> for Cow<'t, str> {
    fn from(known: KnownText<Cow<'t, str>>) -> Self {
        known.text
    }
}

impl<T: AsRef<str>> AsRef<str> for KnownText<T> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// By the text alone.
impl<T: AsRef<str>, O: AsRef<str> + ?Sized> PartialEq<O> for KnownText<T> {
    fn eq(&self, other: &O) -> bool {
        self.as_str() == other.as_ref()
    }
}

impl<T: AsRef<str>> Eq for KnownText<T> {}

impl<T: AsRef<str>> Serialize for KnownText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_plain { json::plain(self, serializer) } else { serializer.serialize_str(self) }
    }
}

impl<T> JsonSchema for KnownText<T> {
    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// Whether HTML, Markdown and JSON take a text as it is. JSON escapes nothing that neither of the others does.
pub(crate) fn stands_as_it_is(text: &str) -> bool {
    let found = bytes::all_and_pairs(text);
    let has_nothing = found & (MARKUP | ACTS | BREAK | SPACES | SPECIAL | ADDRESS) == 0;
    has_nothing && has_plain_ends(text) || escape(text) == text && escape_html(text) == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_stands_everywhere_as_it_is() {
        let plain = [
            "",
            "claimed",
            "TLP:AMBER+STRICT",
            "one-of",
            "6",
            "27 March 2020",
            "1–3 April 2020",
            "zh-Hant",
            "İlgili tarafın beyanı",
            "بيان",
            "Stated by the party concerned",
        ];
        for text in plain {
            assert!(stands_as_it_is(text), "{text:?}");
            assert_eq!(serde_json::to_string(text).unwrap(), format!("\"{text}\""));
        }
    }

    #[test]
    fn what_any_kind_of_file_escapes_is_not_plain() {
        let signs = (' '..'\u{100}').filter(|sign| !sign.is_alphanumeric()).map(String::from);
        let more = [
            "",
            " ",
            "  ",
            "a  b",
            "1. a",
            "- a",
            "a!",
            "\u{202e}a",
            "www.a",
            "a://b",
            "a\n",
            "\u{1}",
            "a\tb",
        ];
        for text in signs
            .flat_map(|sign| [format!("{sign}a"), format!("a{sign}b"), format!("a{sign}")])
            .chain(more.map(String::from))
        {
            let json = serde_json::to_string(&text).unwrap();
            let as_it_is =
                escape(&text) == text && escape_html(&text) == text && json == format!("\"{text}\"");
            assert_eq!(stands_as_it_is(&text), as_it_is, "{text:?}");
        }
    }

    #[test]
    fn programs_see_the_text() {
        for text in ["claimed", "a \"b\""] {
            let known = KnownText::of(text);
            let mut ours = String::new();
            json::push(&mut ours, &known).unwrap();
            assert_eq!(ours, serde_json::to_string(text).unwrap());
            assert_eq!(serde_json::to_value(known).unwrap(), text);
        }
    }
}
