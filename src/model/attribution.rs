//! Who said what: sources, what can be read of them, and the words that they are answered for.

use std::sync::Arc;

use super::date::FuzzyDate;
use super::id::Id;
use super::lang::{Direction, Lang, is_right_to_left};
use super::name::PartyName;
use super::text::Line;
use super::web::WebAddress;
use super::words::{Marking, Reliability, SourceKind};
use crate::language::wording::same_words;
use crate::span::Spanned;

/// Who said it, or who carried it.
#[derive(Debug, Clone)]
pub struct Source {
    /// The name of the source in references.
    pub id: Spanned<Id>,
    /// Its proper name, or for an anonymous source its description.
    pub name: Spanned<PartyName>,
    /// What sort of party it is; for the anonymous, how many and how they know.
    pub kind: SourceKind,
    /// How many people an anonymous source stands for.
    pub count: Option<Spanned<u32>>,
    /// How the source comes to know: what it saw, read, was told.
    pub access: Option<Spanned<Line>>,
    /// What it is, how direct, with what bias (ICD 206).
    pub descriptor: Option<Spanned<Line>>,
    /// How far it can be relied on; absent is not judged by anyone.
    pub reliability: Option<Reliability>,
    /// The independence group: sources that share one count as one.
    pub origin: Option<Spanned<Id>>,
    /// What of it can be read, if the brief says anything of that. Most sources have spoken and not published, so it is kept apart.
    pub item: Option<Box<Item>>,
    /// The entity of the same brief that the source is.
    pub entity: Option<Spanned<Id>>,
    /// A handling label of its own.
    pub marking: Option<Spanned<Marking>>,
    /// Whether a brief has taken it up from the register, and does not list it itself.
    pub is_taken_up: bool,
}

/// A document, a report or another publication of a source, as ICS 206-01 asks for it.
#[derive(Debug, Clone, Default)]
pub struct Item {
    /// Its title.
    pub title: Option<Spanned<Line>>,
    /// Its author.
    pub author: Option<Spanned<Line>>,
    /// Where it can be read.
    pub url: Option<Spanned<WebAddress>>,
    /// When it was published.
    pub published: Option<Spanned<FuzzyDate>>,
    /// When the analyst read it.
    pub accessed: Option<Spanned<FuzzyDate>>,
    /// The language that it is in.
    pub lang: Option<Lang>,
}

static NO_ITEM: Item =
    Item { title: None, author: None, url: None, published: None, accessed: None, lang: None };

impl Source {
    /// What of it can be read; all of it absent where the brief says nothing of that.
    #[must_use]
    pub fn item(&self) -> &Item {
        self.item.as_deref().unwrap_or(&NO_ITEM)
    }

    /// Whether the people behind it are unnamed.
    #[must_use]
    pub fn is_anonymous(&self) -> bool {
        self.kind == SourceKind::Anonymous
    }

    /// Whether it is the same as another to a reader. Whether they are one party is for [`party`](super::party) to say.
    #[must_use]
    pub fn reads_alike(&self, other: &Source) -> bool {
        let count = |source: &Source| source.count.as_ref().map(|count| count.value);
        same_words(self.name.value.as_str(), other.name.value.as_str())
            && self.is_anonymous() == other.is_anonymous()
            && count(self) == count(other)
    }
}

/// Who said something, through whom, and when.
#[derive(Debug, Clone)]
pub struct Attribution {
    /// The speaker.
    pub said_by: Spanned<Arc<Source>>,
    /// The carriers, in order: first the one who heard the speaker.
    pub via: Box<[Spanned<Arc<Source>>]>,
    /// When it was said.
    pub on: Option<Spanned<FuzzyDate>>,
}

impl Attribution {
    /// The speaker, then the carriers.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        std::iter::once(&self.said_by).chain(&self.via).map(|source| &*source.value)
    }
}

/// Words that a source used, to the letter.
#[derive(Debug, Clone)]
pub struct Quote {
    /// The words, without quotation marks.
    pub text: Spanned<Line>,
    /// The language of the words, where it is not the brief's.
    pub lang: Option<Lang>,
    /// Who said them, where it is not the fact's or position's own speaker.
    pub said_by: Option<Spanned<Arc<Source>>>,
    /// Where it stands in the article's text, once it has been looked for there.
    pub found: Option<Found>,
}

impl Quote {
    /// The direction of the words in a brief of some language. Words without a letter that runs as that language does are in another
    /// one, though nobody says so.
    #[must_use]
    pub fn direction(&self, of_brief: &Lang) -> Direction {
        if let Some(lang) = &self.lang {
            return lang.direction();
        }
        let dir = of_brief.direction();
        let letters = || self.text.value.as_str().chars().filter(|c| c.is_alphabetic());
        let is_along = |c: char| is_right_to_left(c) == (dir == Direction::Rtl);
        if letters().any(is_along) || letters().next().is_none() { dir } else { dir.opposite() }
    }
}

/// The place of a quote in the article's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its bytes in the text.
    pub at: std::ops::Range<usize>,
    /// Whether its words stand nowhere else in the text.
    pub only_there: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    #[test]
    fn a_quote_runs_as_its_language_does() {
        for (lang, quote, of_quote, expected) in [
            ("ar", "Guild \u{642}\u{627}\u{644}\u{62A}", "", Direction::Rtl),
            ("ar", "So it was.", "", Direction::Ltr),
            ("ar", "2025", "", Direction::Rtl),
            ("en", "Guild \u{642}\u{627}\u{644}\u{62A}", "", Direction::Ltr),
            ("en", "Guild \u{642}\u{627}\u{644}\u{62A}", ", lang: ar", Direction::Rtl),
            ("en", "\u{642}\u{627}\u{644}\u{62A}.", "", Direction::Rtl),
        ] {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-01\nlang: {lang}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
                 key_facts: [{{id: f, text: Invented., status: claimed, said_by: port, quotes: [{{text: '{quote}'{of_quote}}}]}}]\n"
            ));
            let quote = brief.quotes().next().unwrap();
            assert_eq!(quote.direction(&brief.lang), expected, "{quote:?} in {lang}");
        }
    }
}
