//! A document → what the index keeps of it.

use super::document::Document;
use super::fold;
use super::shorten::{cut, sentences};
use crate::script::json;

/// What the index keeps of a document: its words by the field that they stand in, and what a result shows of it.
///
/// To make one takes most of the work, needs nothing but the document, and can be done for many side by side.
#[derive(Debug)]
pub struct Entry {
    /// Every word, with a space behind it.
    words: String,
    /// Where the words of each field end, and the bit of the field.
    fields: Vec<(usize, u8)>,
    /// What a result shows, as a JSON array.
    pub(super) card: String,
}

/// How many characters of a title a result shows. No title of a brief comes near.
const TITLE: usize = 300;

impl Entry {
    /// What is kept of a document.
    #[must_use]
    pub fn of(document: &Document<'_>) -> Self {
        // Words are hardly ever longer than what they are made from.
        let mut words = String::with_capacity(document.fields.iter().map(|(_, text)| text.len() + 1).sum());
        let mut fields = Vec::with_capacity(document.fields.len());
        for (weight, text) in &document.fields {
            fold::each(text, |word| {
                words.push_str(word);
                words.push(' ');
            });
            fields.push((words.len(), weight.bit()));
        }
        Self { words, fields, card: card(document) }
    }

    /// The words with the bit of the field that each stands in.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, u8)> {
        let mut begin = 0;
        self.fields.iter().flat_map(move |&(end, bit)| {
            let words = self.words.get(begin..end).unwrap_or_default();
            begin = end;
            each(words).map(move |word| (word, bit))
        })
    }
}

/// The words of a text in which a space stands behind each.
fn each(words: &str) -> impl Iterator<Item = &str> {
    let mut rest = words;
    std::iter::from_fn(move || {
        // Words are too short for anything quicker.
        let (word, behind) = rest.split_at_checked(rest.bytes().position(|byte| byte == b' ')?)?;
        rest = behind.get(1..)?;
        Some(word)
    })
}

/// `templates/search.js` reads these by their place.
fn card(document: &Document<'_>) -> String {
    json(&(
        document.kind.as_ref(),
        &document.href,
        cut(&document.title, TITLE),
        &document.date,
        document.marking,
        &document.lang,
        document.dir,
        sentences(&document.snippet),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::Weight;
    use super::*;

    #[test]
    fn words_come_back_with_their_fields() {
        let fields = [(Weight::Title, "One, two"), (Weight::Name, ""), (Weight::Rest, "Ankara'da b\u{fc}")];
        let fields = fields.map(|(weight, text)| (weight, text.into())).into();
        let entry = Entry::of(&Document { fields, ..Document::default() });
        let words: Vec<_> = entry.words().collect();
        assert_eq!(words, [("one", 8), ("two", 8), ("ankarada", 1), ("ankara", 1), ("bu", 1)]);
    }
}
