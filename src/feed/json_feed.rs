//! The JSON Feed (version 1.1, jsonfeed.org, 2020).

use std::borrow::Cow;

use serde::Serialize;

use super::entry::Entry;
use super::{Site, highest};
use crate::markdown::visible;
use crate::model::Brief;
use crate::view::site::address;

#[derive(Serialize)]
struct Document<'f> {
    version: &'static str,
    title: Cow<'f, str>,
    home_page_url: Cow<'f, str>,
    feed_url: String,
    language: &'f str,
    authors: [Author<'f>; 1],
    #[serde(rename = "_attache")]
    extension: Whole,
    items: Vec<Item<'f>>,
}

#[derive(Serialize)]
struct Author<'f> {
    name: Cow<'f, str>,
}

#[derive(Serialize)]
struct Item<'f> {
    id: String,
    url: String,
    title: Cow<'f, str>,
    content_html: String,
    summary: Cow<'f, str>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<Cow<'f, str>>,
    language: &'f str,
    #[serde(rename = "_attache")]
    extension: Extension<'f>,
}

/// What JSON Feed has no words for, of the feed.
#[derive(Serialize)]
struct Whole {
    /// The highest of its entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    marking: Option<&'static str>,
}

/// What JSON Feed has no words for, of an entry.
#[derive(Serialize)]
struct Extension<'f> {
    brief: &'f str,
    marking: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    story: Option<&'f str>,
}

/// The feed of these briefs, which are sorted and as many as it shall hold.
#[must_use]
pub fn feed<'b>(site: &Site<'b>, briefs: impl IntoIterator<Item = &'b Brief>) -> String {
    let briefs: Vec<_> = briefs.into_iter().collect();
    let feed = Document {
        version: "https://jsonfeed.org/version/1.1",
        title: visible(site.title),
        home_page_url: site.home(),
        feed_url: site.href(address::JSON_FEED),
        language: site.lang,
        authors: [Author { name: visible(site.title) }],
        extension: Whole { marking: highest(briefs.iter().copied()) },
        items: briefs.into_iter().map(|brief| item(brief, site)).collect(),
    };
    // Text with text for keys can always be written.
    let mut text = serde_json::to_string_pretty(&feed).unwrap_or_default();
    text.push('\n');
    text
}

fn item<'b>(brief: &'b Brief, site: &Site<'_>) -> Item<'b> {
    let entry = Entry::new(brief, site);
    Item {
        id: entry.id,
        url: entry.url,
        title: entry.title,
        content_html: entry.html,
        summary: entry.summary,
        date_published: entry.published,
        date_modified: entry.updated,
        tags: entry.topics,
        language: entry.lang,
        extension: Extension {
            brief: brief.id.as_str(),
            marking: entry.marking,
            story: brief.story.as_ref().map(|story| story.value.as_str()),
        },
    }
}
