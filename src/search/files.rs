//! The files of a finished index, one after another.

use std::iter::Peekable;
use std::vec::IntoIter;

use serde::Serialize;

use super::builder::Cards;
use super::digits;
use super::postings::Postings;
use super::script::Script;
use crate::script::json;

/// How large a file of words may grow, in bytes.
const WORDS: usize = 90_000;

/// The files of an index: those of its documents, those of its words, and at last the manifest that names them.
#[derive(Debug)]
pub struct Files {
    documents: IntoIter<Script>,
    terms: Peekable<Parts>,
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
    pub(super) fn new(terms: Vec<(Box<str>, Postings)>, mut cards: Cards) -> Self {
        let documents: Vec<_> = cards.take_files().collect();
        let manifest = Manifest {
            count: cards.count,
            starts: cards.starts,
            documents: documents.iter().map(|script| script.name.clone()).collect(),
            bounds: Vec::new(),
            words: Vec::new(),
        };
        let terms = Parts { terms: terms.into_iter(), term: Box::default(), texts: Vec::new().into_iter() };
        Self { documents: documents.into_iter(), terms: terms.peekable(), manifest: Some(manifest) }
    }

    /// The next file of words: as many as fit, each written as the part that it does not share with the one before.
    fn words(&mut self) -> Option<Script> {
        let (first, _) = self.terms.peek()?;
        let first = first.clone();
        let mut text = String::from("\"");
        let mut last: Box<str> = Box::default();
        while let Some((term, part)) =
            self.terms.next_if(|(term, part)| text.len() + term.len() + part.len() < WORDS)
        {
            if text.len() > 1 {
                text.push(' ');
            }
            let (shared, rest) = split(&last, &term);
            text.push(digits::digit(shared));
            text.push_str(rest);
            text.push_str(&part);
            last = term;
        }
        text.push('"');
        let script = Script::of(&text);
        if let Some(manifest) = &mut self.manifest {
            manifest.bounds.push(first.into());
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

/// Words with their documents as text, one part at a time.
#[derive(Debug)]
struct Parts {
    terms: IntoIter<(Box<str>, Postings)>,
    term: Box<str>,
    texts: IntoIter<String>,
}

impl Iterator for Parts {
    type Item = (Box<str>, String);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(text) = self.texts.next() {
                return Some((self.term.clone(), text));
            }
            let (term, postings) = self.terms.next()?;
            self.term = term;
            self.texts = postings.into_parts().into_iter();
        }
    }
}
