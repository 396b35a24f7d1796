//! A brief as an entry: what Atom and JSON Feed both say of it.

use std::borrow::Cow;

use super::{PartsOf, Site, line, plain, time, urn};
use crate::markdown::{self, Shape};
use crate::model::{Brief, Words as _};
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
    /// The bottom line as plain text.
    pub(super) summary: Cow<'b, str>,
    /// The bottom line as HTML.
    pub(super) html: String,
}

impl<'b> Entry<'b> {
    pub(super) fn new(brief: &'b Brief, site: &Site<'_>) -> Self {
        let url = site.href(&address::brief(&brief.id));
        let html = markdown::to_html(brief.bottom_line.value.as_str(), Shape::Block, &PartsOf { page: &url });
        Self {
            id: urn::of_brief(&brief.id),
            title: line(&brief.title.value),
            published: time::rfc3339(brief.date.value, site.time_zone),
            updated: time::rfc3339(time::updated(brief), site.time_zone),
            lang: brief.lang.as_str(),
            marking: brief.banner().word(),
            topics: brief.topics.iter().map(|topic| line(&topic.value)).collect(),
            summary: plain(&brief.bottom_line.value),
            html,
            url,
        }
    }
}
