//! The two sorts of text in a brief, and the tag of the language that it is in.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize, Serializer};

use super::shared::SharedText;
use crate::json;
use crate::markdown::Seen;
use crate::shelf::{Shelf, Shelved};

thread_local! {
    static LINES: RefCell<Shelf<Line>> = RefCell::new(Shelf::new());
    static PROSE: RefCell<Shelf<Prose>> = RefCell::new(Shelf::new());
}

/// One line of plain text: a title, a name. Not Markdown: every character stands for itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(SharedText);

/// Why a text is not a [`Line`] or not [`Prose`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextError {
    /// Nothing but white space.
    Empty,
    /// More than one line where one is wanted.
    SeveralLines,
}

/// A text without the white space around it.
fn trimmed(text: &str) -> &str {
    let is_ink = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    // As nearly all of them are written.
    if is_ink(text.as_bytes().first()) && is_ink(text.as_bytes().last()) { text } else { text.trim() }
}

impl Line {
    /// Takes a text that is one line and not blank; white space around it is dropped.
    ///
    /// # Errors
    /// When the text is blank or has a line break inside.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        LINES.with_borrow_mut(|lines| lines.take(trimmed(text), Self::of))
    }

    /// A text without white space around it as one line.
    fn of(text: &str) -> Result<Self, TextError> {
        if text.is_empty() {
            Err(TextError::Empty)
        } else if memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_some() {
            Err(TextError::SeveralLines)
        } else {
            Ok(Self(text.into()))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text as it is kept for all that say it.
    pub(crate) fn shared(&self) -> &SharedText {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Markdown prose, in which links may refer to parts of the brief: `[the talks](fact:air-base-talks)`.
/// Untrusted: it reaches a page through [`crate::markdown`] only.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Prose {
    text: SharedText,
    /// What stands in the text. It is written a dozen times, and looked through once.
    seen: Seen,
}

impl Prose {
    /// Takes a text that is not blank; white space around it is dropped.
    ///
    /// # Errors
    /// When the text is blank.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        PROSE.with_borrow_mut(|prose| prose.take(trimmed(text), Self::of))
    }

    /// A text without white space around it as prose.
    fn of(text: &str) -> Result<Self, TextError> {
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        Ok(Self { text: text.into(), seen: Seen::of(text) })
    }

    /// The Markdown text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether its words are sure to have single spaces between them and no other white space.
    pub(crate) fn is_evenly_spaced(&self) -> bool {
        self.text.is_ascii() && self.seen.has_single_spaces()
    }

    /// The text as it is kept for all that say it.
    pub(crate) fn shared(&self) -> &SharedText {
        &self.text
    }

    /// What stands in the text.
    pub(crate) fn seen(&self) -> Seen {
        self.seen
    }
}

impl Shelved for Line {
    fn text(&self) -> &str {
        &self.0
    }
}

impl Shelved for Prose {
    fn text(&self) -> &str {
        &self.text
    }
}

impl Serialize for Prose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.seen.is_plain_in_json() {
            json::plain(&self.text, serializer)
        } else {
            serializer.serialize_str(&self.text)
        }
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "blank",
            Self::SeveralLines => "more than one line",
        })
    }
}

// A title like `2025` or `true` is another type to YAML, and text to us: nobody has to quote it.
macro_rules! text_schema {
    ($type:ident, $pattern:literal) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($type))
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": ["string", "number", "boolean"], "pattern": $pattern })
            }
        }
    };
}

macro_rules! text_as_string {
    ($($type:ident),+) => {
        $(impl TryFrom<String> for $type {
            type Error = TextError;

            fn try_from(text: String) -> Result<Self, TextError> {
                Self::parse(&text)
            }
        })+
    };
}

text_as_string!(Line, Prose);

impl From<Line> for String {
    fn from(line: Line) -> Self {
        line.as_str().to_owned()
    }
}

text_schema!(Line, r"^\s*[^\s]([^\n\r]*[^\s])?\s*$");
text_schema!(Prose, r"\S");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_comes_again_is_one_in_memory() {
        let [one, other] = ["Port of Oro", " Port of Oro\n"].map(|text| Line::parse(text).unwrap());
        assert!(std::ptr::eq(one.as_str(), other.as_str()));
        for nothing in ["", " \u{a0}\n"] {
            assert_eq!(Line::parse(nothing), Err(TextError::Empty));
            assert_eq!(Prose::parse(nothing), Err(TextError::Empty));
        }
        assert_eq!(Line::parse("Port\nof Oro"), Err(TextError::SeveralLines));
    }

    #[test]
    fn prose_that_comes_again_is_one_in_memory_with_what_stands_in_it() {
        for text in ["It is said to have sunk.", "*It* has, says [the yard](source:yard)."] {
            let [one, other] = [text, &format!(" {text}\n")].map(|text| Prose::parse(text).unwrap());
            assert!(std::ptr::eq(one.as_str(), other.as_str()));
            assert_eq!(other.seen(), Seen::of(text));
        }
    }
}
