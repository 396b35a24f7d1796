//! Ids: what links, anchors and file names are made of.

use std::borrow::{Borrow, Cow};
use std::cell::RefCell;
use std::fmt;

use data_encoding::HEXLOWER;
use deunicode::deunicode_char;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::shared::SharedText;
use crate::markdown::KnownText;
use crate::shelf::{Shelf, Shelved};

thread_local! {
    static IDS: RefCell<Shelf<Id>> = RefCell::new(Shelf::new());
}

/// A stable name of a part: lower-case ASCII letters and digits in groups joined by single hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(SharedText);

/// The longest id, in bytes: short enough for any file system with a suffix behind it.
pub const MAX_ID_BYTES: usize = 100;

impl Id {
    /// Takes an id in its exact form; anything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // What is at hand is in the form.
        let read = |text: &str| if Self::is_one(text) { Ok(Self(text.into())) } else { Err(NotInForm) };
        IDS.with_borrow_mut(|ids| ids.take(text, read)).ok()
    }

    /// Whether a text is an id in its exact form.
    pub(crate) fn is_one(text: &str) -> bool {
        let mut before = b'-';
        let in_form = text.bytes().all(|byte| {
            let fits = matches!(byte, b'a'..=b'z' | b'0'..=b'9') || byte == b'-' && before != b'-';
            before = byte;
            fits
        });
        in_form && before != b'-' && text.len() <= MAX_ID_BYTES
    }

    /// The id nearest to a free text: letters are spelled in ASCII, everything else becomes a hyphen.
    /// `None` when nothing of the text can be spelled so.
    #[must_use]
    pub fn slug(text: &str) -> Option<Self> {
        // As what is put together from ids and dates.
        if let Some(id) = Self::parse(text) {
            return Some(id);
        }
        let mut slug = String::with_capacity(text.len().min(MAX_ID_BYTES));
        let mut rest = text;
        loop {
            let (plain, behind) = plain_start(rest);
            slug.push_str(plain.get(..MAX_ID_BYTES - slug.len()).unwrap_or(plain));
            let mut characters = behind.chars();
            match characters.next().filter(|_| slug.len() < MAX_ID_BYTES) {
                None => break,
                Some(ascii) if ascii.is_ascii() => join(&mut slug, ascii),
                Some(other) => {
                    spelled(other).unwrap_or_default().chars().for_each(|ascii| join(&mut slug, ascii));
                }
            }
            rest = characters.as_str();
        }
        let slug = slug.trim_end_matches('-');
        debug_assert!(slug.is_empty() || Self::is_one(slug), "{slug}");
        if slug.is_empty() { None } else { Self::parse(slug) }
    }

    /// An id for a text that cannot be spelled: a letter and eight hexadecimal digits of its SHA-256.
    #[must_use]
    pub fn digest(text: &str) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        Self(format!("x{}", HEXLOWER.encode(digest.get(..4).unwrap_or_default())).as_str().into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same, which every kind of file takes as it is.
    #[must_use]
    pub fn known(&self) -> KnownText<&str> {
        KnownText::plain(self.as_str())
    }
}

/// That a text is not in the form of an id.
struct NotInForm;

impl Shelved for Id {
    fn text(&self) -> &str {
        &self.0
    }
}

// An id like `007` is a number to YAML, and an id to us.
impl JsonSchema for Id {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Id")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer"],
            "maxLength": MAX_ID_BYTES,
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        })
    }
}

// An id is found by its text: both have the same hash and the same order.
impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// What a text begins with that an id takes as it is, and the rest.
fn plain_start(text: &str) -> (&str, &str) {
    let length = text.bytes().take_while(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9')).count();
    text.split_at_checked(length).unwrap_or((text, ""))
}

/// Adds an ASCII character to a slug that is not full: letters and digits, and a hyphen for whatever separates words.
fn join(slug: &mut String, ascii: char) {
    if slug.len() >= MAX_ID_BYTES {
        return;
    }
    if ascii.is_ascii_alphanumeric() {
        slug.push(ascii.to_ascii_lowercase());
    } else if ascii != '\'' && !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
}

/// A character beyond ASCII in ASCII letters; what has none (a symbol, an emoji) separates words.
fn spelled(character: char) -> Option<&'static str> {
    match character {
        // Modifier letters and apostrophes inside a word leave no trace: "Türkiye’s" → "turkiyes".
        '\u{2018}' | '\u{2019}' | '\u{02BB}'..='\u{02BF}' => None,
        _ if character.is_alphanumeric() => deunicode_char(character),
        _ => Some("-"),
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_keeps_to_the_form() {
        for good in ["a", "air-bases", "2025-03-05-damascus", "007"] {
            assert!(Id::parse(good).is_some(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "Air", "air_bases", "şam", "a b", "../a"] {
            assert!(Id::parse(bad).is_none(), "{bad}");
        }
        assert!(Id::parse(&"a".repeat(MAX_ID_BYTES + 1)).is_none());
        let [one, other] = ["air-bases"; 2].map(|text| Id::parse(text).unwrap());
        assert!(std::ptr::eq(one.as_str(), other.as_str()), "an id that comes again is one in memory");
    }

    #[test]
    fn a_slug_has_the_letters_of_ascii_as_they_are() {
        for letter in ('\0'..='\x7F').filter(char::is_ascii_alphanumeric) {
            assert_eq!(deunicode_char(letter), Some(letter.to_string().as_str()));
        }
        assert_eq!(Id::slug("2025-03-05-a").map(|id| id.to_string()).as_deref(), Some("2025-03-05-a"));
        assert_eq!(Id::slug("\x7Fa'b\0 \n-_C!").map(|id| id.to_string()).as_deref(), Some("ab-c"));
        for letter in ["щ", "a", "B", "ab", "éa", "aé-"] {
            let long = Id::slug(&letter.repeat(MAX_ID_BYTES)).map(|id| id.as_str().len());
            assert!(long.is_some_and(|long| long <= MAX_ID_BYTES && long > MAX_ID_BYTES - 2), "{letter}");
        }
    }

    #[test]
    fn a_slug_spells_names_of_many_scripts() {
        let slug = |text| Id::slug(text).map(|id| id.to_string());
        assert_eq!(slug("Türkiye's attaché").as_deref(), Some("turkiyes-attache"));
        assert_eq!(slug("Iğdır, Şırnak & Çankırı").as_deref(), Some("igdir-sirnak-cankiri"));
        assert_eq!(slug("İSTANBUL").as_deref(), Some("istanbul"));
        assert_eq!(slug("ʿAyn al-ʿArab").as_deref(), Some("ayn-al-arab"));
        assert!(slug("دمشق").is_some());
        assert_eq!(slug("—!?"), None);
        assert_eq!(slug(&"word ".repeat(100)).map(|s| s.len() <= MAX_ID_BYTES), Some(true));
    }
}
