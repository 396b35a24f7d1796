//! The words of a language that pages print, by their places: they are looked up and escaped once, and put together with the text around
//! them that templates write out.

use super::written::{HTML_RUNS, MARKDOWN_RUNS, SITE_RUNS, WORDS};
use crate::markdown;
use crate::render::words::is_joint;
use crate::view::PageWords;

/// A piece of what pages write in one go.
#[derive(Debug)]
pub(super) enum Piece {
    /// Text of a template.
    Text(&'static str),
    /// A word, by its place.
    Word(usize),
}

/// Words with what a kind of page prints for them.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    words: Vec<(String, String)>,
    runs: Vec<String>,
}

impl Table {
    /// Words of a language on pages in HTML.
    pub(super) fn html(words: &PageWords) -> Self {
        Self::of(
            words,
            HTML_RUNS,
            |word| {
                if is_joint(word) { word.to_owned() } else { markdown::escape_html(word) }
            },
        )
    }

    /// Words of a language on pages in Markdown.
    pub(super) fn markdown(words: &PageWords) -> Self {
        Self::of(
            words,
            MARKDOWN_RUNS,
            |word| {
                if is_joint(word) { word.to_owned() } else { markdown::escape(word) }
            },
        )
    }

    /// The words of the frame, which is on pages in HTML alone.
    pub(super) fn of_site(words: &PageWords) -> Self {
        Self::of(words, SITE_RUNS, markdown::escape_html)
    }

    fn of(words: &PageWords, runs: &[&[Piece]], printed: impl Fn(&str) -> String) -> Self {
        let words = WORDS.iter().map(|name| words.get(name).unwrap_or_default());
        let words = words.map(|word| (word.to_owned(), printed(word))).collect();
        let table = Self { words, runs: Vec::new() };
        let runs = runs.iter().map(|run| run.iter().map(|piece| table.piece(piece)).collect()).collect();
        Self { runs, ..table }
    }

    fn piece<'t>(&'t self, piece: &Piece) -> &'t str {
        match piece {
            Piece::Text(text) => text,
            Piece::Word(at) => self.printed(*at),
        }
    }

    /// A word as it is.
    pub(super) fn plain(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |(word, _)| word)
    }

    /// What a page prints for it.
    pub(super) fn printed(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |(_, printed)| printed)
    }

    /// What a page writes in one go.
    pub(super) fn run(&self, at: usize) -> &str {
        self.runs.get(at).map_or("", String::as_str)
    }
}
