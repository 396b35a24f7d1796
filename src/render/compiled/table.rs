//! The words of a language that pages print, by their places: they are looked up and escaped once.

use super::written::WORDS;
use crate::markdown;
use crate::render::words::is_joint;
use crate::view::PageWords;

/// Words with what a kind of page prints for them.
#[derive(Debug, Clone, Default)]
pub(super) struct Table(Vec<(String, String)>);

impl Table {
    /// Words of a language on pages in HTML.
    pub(super) fn html(words: &PageWords) -> Self {
        Self::of(words, |word| if is_joint(word) { word.to_owned() } else { markdown::escape_html(word) })
    }

    /// Words of a language on pages in Markdown.
    pub(super) fn markdown(words: &PageWords) -> Self {
        Self::of(words, |word| if is_joint(word) { word.to_owned() } else { markdown::escape(word) })
    }

    /// The words of the frame, which is on pages in HTML alone.
    pub(super) fn of_site(words: &PageWords) -> Self {
        Self::of(words, markdown::escape_html)
    }

    fn of(words: &PageWords, printed: impl Fn(&str) -> String) -> Self {
        let words = WORDS.iter().map(|name| words.get(name).unwrap_or_default());
        Self(words.map(|word| (word.to_owned(), printed(word))).collect())
    }

    /// A word as it is.
    pub(super) fn plain(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |(word, _)| word)
    }

    /// What a page prints for it.
    pub(super) fn printed(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |(_, printed)| printed)
    }
}
