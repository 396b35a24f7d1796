//! Documents → the files of the index.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::card::card;
use super::document::Document;
use super::files::Files;
use super::postings::Postings;
use super::script::Script;
use super::words::Words;

/// How large a file of documents may grow, in bytes. A result needs the file that its document is in, so they are small.
pub(super) const DOCUMENTS: usize = 32_000;

/// An index in the making. It keeps numbers and what results show, not the texts.
#[derive(Debug, Default)]
pub struct Builder<'d> {
    words: Words<'d>,
    /// The documents of each word, by its number.
    postings: Vec<Postings>,
    cards: Cards,
}

/// What results show, by document, in files that are not larger than they should be.
#[derive(Debug, Default)]
pub(super) struct Cards {
    /// How many documents there are.
    pub(super) count: u32,
    /// The number of the first document in each file.
    pub(super) starts: Vec<u32>,
    /// The files that are full.
    full: Vec<String>,
    /// The file being filled, a JSON array that is not closed yet.
    filling: String,
}

impl<'d> Builder<'d> {
    /// An index of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a document. Among results that are equally good, those that were added later come first.
    pub fn add(&mut self, document: &Document<'d>) {
        let number = self.cards.add(&card(document));
        for (weight, text) in &document.fields {
            let field = weight.bit();
            let words = match text {
                Cow::Borrowed(text) => self.words.of(text),
                Cow::Owned(text) => self.words.of_passing(text),
            };
            for word in words {
                match self.postings.get_mut(*word as usize) {
                    Some(postings) => postings.add(number, field),
                    // It has just been given the next number.
                    None => self.postings.push(Postings::of(number, field)),
                }
            }
        }
    }

    /// The files of the index, each by its path relative to the search page, and none larger than 100 kB. The same documents in the
    /// same order make the same bytes.
    #[must_use]
    pub fn finish(self) -> Files {
        let Self { words, mut postings, cards } = self;
        let mut of = |number: u32| postings.get_mut(number as usize).map(std::mem::take).unwrap_or_default();
        let mut words: Vec<_> = words.into_numbers().collect();
        if words.iter().any(|(word, _)| word.bytes().any(|byte| byte >= FIRST_OF_TWO_UNITS)) {
            words.sort_unstable_by(|(a, _), (b, _)| as_javascript(a, b));
        } else {
            words.sort_unstable();
        }
        let (words, postings) = words.into_iter().map(|(word, number)| (word, of(number))).unzip();
        Files::new(words, postings, cards)
    }
}

/// The order of words as JavaScript compares strings: by UTF-16. By bytes it is another only where a character takes two units there, for
/// these come before the last of those that take one.
fn as_javascript(a: &str, b: &str) -> Ordering {
    let differing = a.bytes().zip(b.bytes()).find(|(a, b)| a != b);
    match differing {
        Some((a_byte, b_byte)) if a_byte.max(b_byte) >= FIRST_OF_TWO_UNITS => {
            a.encode_utf16().cmp(b.encode_utf16())
        }
        Some((a_byte, b_byte)) => a_byte.cmp(&b_byte),
        None => a.len().cmp(&b.len()),
    }
}

/// The least byte that a character begins with which takes two units of UTF-16.
const FIRST_OF_TWO_UNITS: u8 = 0xF0;

impl Cards {
    /// Adds what is shown of a document, and numbers it.
    fn add(&mut self, card: &str) -> u32 {
        let number = self.count;
        if self.filling.is_empty() || self.filling.len() + card.len() > DOCUMENTS {
            self.close();
            self.starts.push(number);
            self.filling.reserve(DOCUMENTS);
        }
        self.filling.push(if self.filling.is_empty() { '[' } else { ',' });
        self.filling.push_str(card);
        self.count += 1;
        number
    }

    fn close(&mut self) {
        if !self.filling.is_empty() {
            self.filling.push(']');
            self.full.push(std::mem::take(&mut self.filling));
        }
    }

    /// The files, of which the numbers stay behind.
    pub(super) fn take_files(&mut self) -> impl Iterator<Item = Script> + use<> {
        self.close();
        std::mem::take(&mut self.full).into_iter().map(|value| Script::of(&value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_the_order_of_javascript() {
        let words = [
            "",
            "a",
            "ab",
            "b",
            "é",
            "ب",
            "ا",
            "新",
            "\u{E000}",
            "\u{FF21}",
            "\u{FF21}a",
            "\u{20000}",
            "\u{10330}b",
        ];
        for a in words {
            for b in words {
                assert_eq!(as_javascript(a, b), a.encode_utf16().cmp(b.encode_utf16()), "{a:?} {b:?}");
            }
        }
    }
}
