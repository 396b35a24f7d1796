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
    /// Every word, one behind another.
    words: String,
    /// Where each word ends, and the bit of the field that it stands in.
    ends: Vec<(u32, u8)>,
    /// What a result shows, as a JSON array.
    pub(super) card: String,
}

/// How many characters of a title a result shows. No title of a brief comes near.
const TITLE: usize = 300;

/// How long a word is with what parts it from the next, in most texts.
const USUAL: usize = 6;

impl Entry {
    /// What is kept of a document.
    #[must_use]
    pub fn of(document: &Document<'_>) -> Self {
        let size = document.fields.iter().map(|(_, text)| text.len()).sum();
        let mut words = String::with_capacity(size);
        let mut ends = Vec::with_capacity(size / USUAL);
        for (weight, text) in &document.fields {
            fold::each(text, |word| {
                words.push_str(word);
                // No document comes near four gigabytes.
                ends.push((u32::try_from(words.len()).unwrap_or(u32::MAX), weight.bit()));
            });
        }
        Self { words, ends, card: card(document) }
    }

    /// The words with the bit of the field that each stands in.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, u8)> {
        let mut begin = 0;
        self.ends.iter().filter_map(move |&(end, bit)| {
            let end = end as usize;
            let word = self.words.get(begin..end)?;
            begin = end;
            Some((word, bit))
        })
    }
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
