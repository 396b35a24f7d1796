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
pub struct TopicsView<'v> {
    /// The topics, by their ids.
    pub topics: Vec<TopicEntry<'v>>,
}

impl PageView for TopicsView<'_> {
    const TEMPLATE: &'static str = "topics.html";
    const NAME: &'static str = "topics";
}

/// A topic in the list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicEntry<'v> {
    /// Where its page is.
    pub href: String,
    /// Its name.
    pub name: &'v str,
    /// How many briefs it has.
    pub briefs: usize,
}

impl<'v> TopicsView<'v> {
    /// Every topic of a desk, by name.
    #[must_use]
    pub fn new(index: &Index<'v>, locale: &Locale) -> Self {
        let entry = |(id, topic): (&crate::model::Id, &Topic<'v>)| TopicEntry {
            href: address::topic(id, 1),
            name: topic.name,
            briefs: topic.briefs.len(),
        };
        let mut topics: Vec<_> = index.topics.iter().collect();
        topics.sort_by_cached_key(|(id, topic)| (locale.sort_key(topic.name), *id));
        Self { topics: topics.into_iter().map(entry).collect() }
    }
}

/// A topic.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicPageView<'v> {
    /// Its name.
    pub name: &'v str,
    /// How many briefs it has in all.
    pub total: usize,
    /// The briefs of this page, the latest first.
    pub briefs: Vec<EntryView<'v>>,
}

impl PageView for TopicPageView<'_> {
    const TEMPLATE: &'static str = "topic.html";
    const NAME: &'static str = "topic";
}

impl<'v> TopicPageView<'v> {
    /// A page of a topic.
    #[must_use]
    pub fn new(topic: &Topic<'v>, number: usize, size: usize, locale: &'v Locale) -> Self {
        let here = of_page(topic.briefs.iter().rev(), (number, size));
        Self {
            name: topic.name,
            total: topic.briefs.len(),
            briefs: here.map(|brief| EntryView::new(brief, locale)).collect(),
        }
    }
}
