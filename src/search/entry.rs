//! A document → what the index keeps of it.

use memchr::memchr_iter;

use super::document::Document;
use super::fold;
use super::script::json;
use super::shorten::{cut, sentences};

/// What the index keeps of a document: its words by the field that they stand in, and what a result shows of it.
///
/// To make one takes most of the work, needs nothing but the document, and can be done for many side by side.
#[derive(Debug)]
pub struct Entry {
    /// Every word with a space behind it.
    words: String,
    /// Where the words of each field end, and the field's bit.
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
        let size = document.fields.iter().map(|(_, text)| text.len() + 8).sum();
        let mut words = String::with_capacity(size);
        let mut fields: Vec<(usize, u8)> = Vec::new();
        for (weight, text) in &document.fields {
            fold::each(text, &mut |word| {
                words.push_str(word);
                words.push(' ');
            });
            match fields.last_mut() {
                Some((end, bit)) if *bit == weight.bit() => *end = words.len(),
                _ => fields.push((words.len(), weight.bit())),
            }
        }
        words.shrink_to_fit();
        Self { words, fields, card: card(document) }
    }

    /// The words with the bit of the field that each stands in.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, u8)> {
        let starts = std::iter::once(0).chain(self.fields.iter().map(|&(end, _)| end));
        self.fields.iter().zip(starts).flat_map(|(&(end, bit), start)| {
            let words = self.words.get(start..end).unwrap_or_default();
            let mut begin = 0;
            memchr_iter(b' ', words.as_bytes()).filter_map(move |end| {
                let word = words.get(begin..end)?;
                begin = end + 1;
                Some((word, bit))
            })
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
