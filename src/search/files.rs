//! The files of a finished index, one after another.

use std::iter::Peekable;
use std::vec::IntoIter;

use serde::Serialize;

use super::builder::Cards;
use super::digits;
use super::postings::{Lists, Postings};
use super::script::Script;
use crate::script::json;

/// How large a file of words may grow, in bytes.
const WORDS: usize = 90_000;

/// The files of an index: those of its documents, those of its words, and at last the manifest that names them.
#[derive(Debug)]
pub struct Files {
    documents: IntoIter<Script>,
    words: Vec<Box<str>>,
    parts: Peekable<Parts>,
    manifest: Option<Manifest>,
}

/// What the search page must know before it loads anything else.
#[derive(Debug, Serialize)]
struct Manifest {
    /// How many documents there are.
    count: u32,
    /// The number of the first document in each file of documents.
    starts: Vec<u32>,
    /// Their names.
    documents: Vec<String>,
    /// From where on words stand in each file of words; a word that is equal to this may also stand at the end of the file before.
    bounds: Vec<String>,
    /// Their names.
    words: Vec<String>,
}

impl Files {
    /// The files of words, which are sorted, with the documents of each.
    pub(super) fn new(words: Vec<Box<str>>, postings: Vec<Postings>, mut cards: Cards) -> Self {
        let documents: Vec<_> = cards.take_files().collect();
        let manifest = Manifest {
            count: cards.count,
            starts: cards.starts,
            documents: documents.iter().map(|script| script.name.clone()).collect(),
            bounds: Vec::new(),
            words: Vec::new(),
        };
        let parts = Parts { word: 0, postings: postings.into_iter(), lists: Lists::default() };
        Self { documents: documents.into_iter(), words, parts: parts.peekable(), manifest: Some(manifest) }
    }

    /// The next file of words: as many as fit, each written as the part that it does not share with the one before.
    fn words(&mut self) -> Option<Script> {
        let Self { words, parts, .. } = self;
        let word = |place: usize| words.get(place).map_or("", |word| word);
        let first = word(parts.peek()?.word);
        let mut text = String::with_capacity(WORDS);
        text.push('"');
        let mut last = "";
        let fits = |text: &str, part: &Part| text.len() + word(part.word).len() + part.text.len() < WORDS;
        while let Some(part) = parts.next_if(|part| fits(&text, part)) {
            if text.len() > 1 {
                text.push(' ');
            }
            let word = word(part.word);
            let (shared, rest) = split(last, word);
            text.push(digits::digit(shared));
            text.push_str(rest);
            text.push_str(&part.text);
            last = word;
        }
        text.push('"');
        let script = Script::of(&text);
        if let Some(manifest) = &mut self.manifest {
            manifest.bounds.push(first.to_owned());
            manifest.words.push(script.name.clone());
        }
        Some(script)
    }
}

impl Iterator for Files {
    type Item = (String, Vec<u8>);

    fn next(&mut self) -> Option<Self::Item> {
        let script = self.documents.next().or_else(|| self.words()).or_else(|| {
            let manifest = self.manifest.take()?;
            Some(Script::named("manifest".to_owned(), &json(&manifest)))
        });
        script.map(Script::into_file)
    }
}

/// How many UTF-16 units the second word shares with the beginning of the first, and what is left of it.
fn split<'w>(last: &str, word: &'w str) -> (usize, &'w str) {
    let same = last.chars().zip(word.chars()).take_while(|(a, b)| a == b).map(|(it, _)| it);
    let (units, bytes) =
        same.fold((0, 0), |(units, bytes), it| (units + it.len_utf16(), bytes + it.len_utf8()));
    (units, word.get(bytes..).unwrap_or_default())
}

/// Of one word after the other the documents as text, part by part.
#[derive(Debug)]
struct Parts {
    /// How many words have been begun.
    word: usize,
    postings: IntoIter<Postings>,
    lists: Lists,
}

/// A part of the text of a word.
#[derive(Debug)]
struct Part {
    /// The place of the word.
    word: usize,
    text: String,
}

impl Iterator for Parts {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        loop {
            if let Some(text) = self.lists.next_part() {
                return Some(Part { word: self.word.saturating_sub(1), text });
            }
            self.lists.take(self.postings.next()?);
            self.word += 1;
        }
    }
}
