//! The index page of a desk: its briefs by date.

use serde::Serialize;

use super::brief::MarkingView;
use super::date::DateView;
use crate::model::{Brief, Direction};

/// The index of a desk.
#[derive(Debug, Clone, Serialize)]
pub struct IndexView {
    /// The version of this contract.
    pub contract: u32,
    /// The banner: the highest marking of any brief that is listed.
    pub marking: Option<MarkingView>,
    /// The days, the latest first.
    pub days: Vec<IndexDay>,
    /// How many briefs there are.
    pub briefs: usize,
    /// The name of the tool.
    pub tool: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// The briefs of one day.
#[derive(Debug, Clone, Serialize)]
pub struct IndexDay {
    /// The day.
    pub date: DateView,
    /// Its briefs, by title.
    pub briefs: Vec<IndexEntry>,
}

/// A brief in the index.
#[derive(Debug, Clone, Serialize)]
pub struct IndexEntry {
    /// Where its page is, relative to the index.
    pub href: String,
    /// Where its Markdown is, relative to the index.
    pub markdown_href: String,
    /// Headline.
    pub title: String,
    /// Its language.
    pub lang: String,
    /// The direction that its language runs in.
    pub dir: Direction,
    /// Its banner.
    pub marking: MarkingView,
    /// What the reader must know, in Markdown.
    pub bottom_line: String,
    /// Subjects.
    pub topics: Vec<String>,
    /// How many of its questions are open or narrowed.
    pub open_questions: usize,
}

impl IndexView {
    /// The index of these briefs, which are sorted with the latest first.
    #[must_use]
    pub fn new(briefs: &[Brief], href: impl Fn(&Brief, &str) -> String) -> Self {
        let days = briefs
            .chunk_by(|a, b| a.date.value == b.date.value)
            .filter_map(|day| {
                let date = (&day.first()?.date.value).into();
                let briefs = day.iter().map(|brief| IndexEntry::new(brief, &href)).collect();
                Some(IndexDay { date, briefs })
            })
            .collect();
        Self {
            contract: super::CONTRACT,
            marking: briefs.iter().map(Brief::banner).max().map(MarkingView::from),
            days,
            briefs: briefs.len(),
            tool: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

impl IndexEntry {
    fn new(brief: &Brief, href: &impl Fn(&Brief, &str) -> String) -> Self {
        Self {
            href: href(brief, "html"),
            markdown_href: href(brief, "md"),
            title: brief.title.value.to_string(),
            lang: brief.lang.to_string(),
            dir: brief.lang.direction(),
            marking: brief.banner().into(),
            bottom_line: brief.bottom_line.value.as_str().to_owned(),
            topics: brief.topics.iter().map(|topic| topic.value.to_string()).collect(),
            open_questions: brief.open_questions.iter().filter(|question| question.is_unsettled()).count(),
        }
    }
}
