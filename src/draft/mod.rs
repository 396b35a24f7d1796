//! The first draft of a brief: a commented YAML scaffold, with what an article's text offers listed in place.
//!
//! The tool lists and the analyst decides. Whatever is a matter of judgement is left blank, so that a check names
//! it as missing; and nothing is listed as more certain than the article has it:
//!
//! - A day without a year is written `????-02-27`. That is no date in any notation, so a check refuses it for as
//!   long as the year has not been written in. The year of the brief is never assumed: an article of January may
//!   speak of December.
//! - `5/3/2025` is the one-of set `[2025-03-05,2025-05-03]`: one of the two days, which is all that it says.
//! - Wording that leans on another date ("a week ago") is listed as an explanation only.
//!
//! Comments are of two kinds. Lines that begin with `##` explain; lines that begin with `# ` are YAML that waits to
//! be used, and taking off those two characters puts them in force. An editor's "toggle comment" does just that,
//! and turns an explanation into a plain comment, so a whole section can be toggled at once.

mod finds;
mod quotes;
mod scaffold;
mod scalar;
mod snippet;

use chrono::NaiveDate;

use crate::language::dates;

/// What a first draft is made of.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The headline. One line; line breaks and other control characters become spaces.
    pub title: &'a str,
    /// The day as of which the brief speaks: YYYY-MM-DD.
    pub date: &'a str,
    /// The language of the brief, as a BCP 47 tag.
    pub lang: &'a str,
    /// Where an editor finds the JSON Schema: an address, or a path relative to the brief.
    pub schema_line: &'a str,
    /// The article that is to be summarised, if its text is at hand.
    pub article: Option<Article<'a>>,
}

/// The text of an article, and where it is kept. The text is untrusted: any characters, any length.
#[derive(Debug, Clone, Copy)]
pub struct Article<'a> {
    /// The path as it should stand in `article.text`: relative to the brief. None where a brief cannot name it.
    pub path: Option<&'a str>,
    /// The whole text.
    pub text: &'a str,
}

impl Draft<'_> {
    /// The scaffold, as YAML text that ends with a line break. It takes time in proportion to the article's length.
    #[must_use]
    pub fn yaml(&self) -> String {
        let day = NaiveDate::parse_from_str(self.date, "%Y-%m-%d").ok();
        let (quotes, dates) = match &self.article {
            Some(article) => (
                finds::quotes(&quotes::find(article.text)),
                finds::dates(&dates::find(article.text), article.text, day),
            ),
            None => (scaffold::QUOTE.to_owned(), String::new()),
        };
        [
            &scaffold::head(self.schema_line),
            &scaffold::opening(self.title, self.date, self.lang),
            &scaffold::article(self.article.and_then(|article| article.path)),
            scaffold::SOURCES,
            scaffold::ENTITIES,
            scaffold::KEY_FACTS,
            &quotes,
            scaffold::TIMELINE,
            &dates,
            scaffold::REST,
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests;
