//! Topics.

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{EntryView, of_page};
use super::frame::{PageView, address};
use crate::desk::Index;
use crate::desk::topic::Topic;
use crate::locale::Locale;

/// Every topic.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicsView {
    /// The topics, by their ids.
    pub topics: Vec<TopicEntry>,
}

impl PageView for TopicsView {
    const TEMPLATE: &'static str = "topics.html";
    const NAME: &'static str = "topics";
}

/// A topic in the list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicEntry {
    /// Where its page is.
    pub href: String,
    /// Its name.
    pub name: String,
    /// How many briefs it has.
    pub briefs: usize,
}

impl TopicsView {
    /// Every topic of a desk.
    #[must_use]
    pub fn new(index: &Index<'_>) -> Self {
        let entry = |(id, topic): (&crate::model::Id, &Topic<'_>)| TopicEntry {
            href: address::topic(id, 1),
            name: topic.name.to_owned(),
            briefs: topic.briefs.len(),
        };
        Self { topics: index.topics.iter().map(entry).collect() }
    }
}

/// A topic.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicPageView {
    /// Its name.
    pub name: String,
    /// How many briefs it has in all.
    pub total: usize,
    /// The briefs of this page, the latest first.
    pub briefs: Vec<EntryView>,
}

impl PageView for TopicPageView {
    const TEMPLATE: &'static str = "topic.html";
    const NAME: &'static str = "topic";
}

impl TopicPageView {
    /// A page of a topic.
    #[must_use]
    pub fn new(topic: &Topic<'_>, number: usize, size: usize, locale: &Locale) -> Self {
        let here = of_page(topic.briefs.iter().rev(), (number, size));
        Self {
            name: topic.name.to_owned(),
            total: topic.briefs.len(),
            briefs: here.map(|brief| EntryView::new(brief, locale)).collect(),
        }
    }
}
