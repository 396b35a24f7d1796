//! Documents → the files of the index.

use std::collections::HashMap;

use super::entry::Entry;
use super::files::Files;
use super::postings::Postings;
use super::script::Script;

/// How large a file of documents may grow, in bytes. A result needs the file that its document is in, so they are small.
pub(super) const DOCUMENTS: usize = 32_000;

/// An index in the making. It keeps numbers and what results show, not the texts.
#[derive(Debug, Default)]
pub struct Builder {
    postings: HashMap<Box<str>, Postings, foldhash::fast::RandomState>,
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

impl Builder {
    /// An index of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a document. Among results that are equally good, those that were added later come first.
    pub fn add(&mut self, entry: &Entry) {
        let number = self.cards.add(&entry.card);
        for (word, field) in entry.words() {
            match self.postings.get_mut(word) {
                Some(postings) => postings.add(number, field),
                None => drop(self.postings.insert(word.into(), Postings::of(number, field))),
            }
        }
    }

    /// The files of the index, each by its path relative to the search page, and none larger than 100 kB. The same documents in the
    /// same order make the same bytes.
    #[must_use]
    pub fn finish(self) -> Files {
        let mut terms: Vec<_> = self.postings.into_iter().collect();
        // As JavaScript compares strings.
        terms.sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        Files::new(terms, self.cards)
    }
}

impl Cards {
    /// Adds what is shown of a document, and numbers it.
    fn add(&mut self, card: &str) -> u32 {
        let number = self.count;
        if self.filling.is_empty() || self.filling.len() + card.len() > DOCUMENTS {
            self.close();
            self.starts.push(number);
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
