//! A brief as an entry: what Atom and JSON Feed both say of it.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::{PartsOf, Site, line, plain, time, urn};
use crate::locale::Locale;
use crate::markdown::{self, Shape};
use crate::model::{Brief, Correction, FuzzyDate, Words as _};
use crate::view::site::address;

/// An entry of a feed.
pub(super) struct Entry<'b> {
    /// Its id, which never changes.
    pub(super) id: String,
    /// The address of the brief's page.
    pub(super) url: String,
    /// Headline.
    pub(super) title: Cow<'b, str>,
    /// When it was published.
    pub(super) published: String,
    /// When it last changed its word.
    pub(super) updated: String,
    /// Its language.
    pub(super) lang: &'b str,
    /// The highest marking of anything in the brief.
    pub(super) marking: &'static str,
    /// Its subjects.
    pub(super) topics: Vec<Cow<'b, str>>,
    /// The bottom line as plain text, and what was put right.
    pub(super) summary: Cow<'b, str>,
    /// The same as HTML.
    pub(super) html: String,
}

impl<'b> Entry<'b> {
    pub(super) fn new(brief: &'b Brief, site: &Site<'_>) -> Self {
        let url = site.href(&address::brief(&brief.id));
        let mut html =
            markdown::to_html(brief.bottom_line.value.as_str(), Shape::Block, &PartsOf { page: &url });
        let mut summary = plain(&brief.bottom_line.value);
        // An entry comes again when its brief is corrected: readers hear why.
        for correction in latest_first(&brief.corrections) {
            let locale = site.locales.of(&brief.lang);
            let heading = heading(correction, locale);
            let text = &correction.text.value;
            let shown = markdown::to_html(text.as_str(), Shape::Block, &PartsOf { page: &url });
            let said = markdown::escape_html(&heading);
            html.extend(["<p lang=\"", locale.lang().as_str(), "\">", &said, "</p>\n", &shown]);
            summary = [&summary, " · ", &heading, " – ", &plain(text)].concat().into();
        }
        Self {
            id: urn::of_brief(site.desk, &brief.id),
            title: line(&brief.title.value),
            published: time::rfc3339(brief.date.value, site.time_zone),
            updated: time::rfc3339(time::updated(brief), site.time_zone),
            lang: brief.lang.as_str(),
            marking: brief.banner().word(),
            topics: brief.topics.iter().map(|topic| line(&topic.value)).collect(),
            summary,
            html,
            url,
        }
    }
}

/// Corrections, the latest first.
fn latest_first(corrections: &[Correction]) -> Vec<&Correction> {
    let mut sorted: Vec<_> = corrections.iter().collect();
    sorted.sort_by_key(|correction| Reverse(correction.on.value));
    sorted
}

/// What stands before a correction: `corrected 10 March 2025`.
fn heading(correction: &Correction, locale: &Locale) -> String {
    let day = locale.date(&FuzzyDate::from(correction.on.value));
    [locale.word("corrected"), " ", &day].concat()
}
