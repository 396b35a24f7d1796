//! What can be found.

use std::borrow::Cow;

use crate::model::Lang;

/// A page that can be found, with its text. What is shown of it is plain text, one line each.
#[derive(Debug, Clone, Default)]
pub struct Document<'d> {
    /// What sort of page it is, in a word for readers: `Brief`, `Story`.
    pub kind: Cow<'d, str>,
    /// Where it is, relative to the search page. The page makes no link of anything that is not a plain relative path.
    pub href: String,
    /// Its heading.
    pub title: Cow<'d, str>,
    /// Its day, for people.
    pub date: Option<String>,
    /// The handling label of everything that is shown of it; empty for none.
    pub marking: &'static str,
    /// The language of the heading, where it is known.
    pub title_lang: Option<&'d Lang>,
    /// What it says in short. A result shows it whole, or, where it is too long for any result, nothing of it.
    pub snippet: Cow<'d, str>,
    /// The language of that, where it is known.
    pub snippet_lang: Option<&'d Lang>,
    /// Its text.
    pub fields: Vec<(Weight, Cow<'d, str>)>,
}

/// How much a word counts for a document, by where it stands. One that stands in several places counts for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// In its title: 4.
    Title,
    /// In a name of somebody or something that it is about: 3.
    Name,
    /// In what it says in short: 2.
    Summary,
    /// Anywhere else: 1.
    Rest,
}

impl Weight {
    /// `templates/search.js` knows what each counts.
    pub(super) fn bit(self) -> u8 {
        match self {
            Self::Title => 8,
            Self::Name => 4,
            Self::Summary => 2,
            Self::Rest => 1,
        }
    }
}
