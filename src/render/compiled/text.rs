//! Where pages are written to: each kind of file escapes in its own way.

use std::collections::BTreeMap;

use super::leaf::Leaf;
use crate::markdown::{self, Shape};
use crate::model::Prose;
use crate::render::filters::{Anchors, NoAnchors};
use crate::render::landmarks::{Landmarks, Written};
use crate::room;

/// A page while it is written.
pub(super) trait Out {
    /// What is written.
    fn page(&mut self) -> &mut String;

    /// Text of a brief, with whatever it takes to be no more than text here.
    fn escaped(&mut self, text: &str);

    /// A prose field. References lead to `page`, or to the same page where that is empty.
    fn prose(&mut self, prose: &Prose, shape: Shape, page: impl FnOnce() -> String);

    /// What can stand here as it is.
    fn raw(&mut self, text: &str) {
        self.page().push_str(text);
    }

    /// A value.
    fn put(&mut self, value: &(impl Leaf + ?Sized))
    where
        Self: Sized,
    {
        value.write(self);
    }

    /// A prose field without its marks.
    fn plain(&mut self, prose: &Prose) {
        self.escaped(&markdown::as_plain(prose));
    }

    /// The value of a map.
    fn item(&mut self, map: &BTreeMap<&str, impl Leaf>, key: &str)
    where
        Self: Sized,
    {
        debug_assert!(map.contains_key(key), "nothing for {key}");
        if let Some(value) = map.get(key) {
            value.write(self);
        }
    }
}

/// A page in HTML.
#[derive(Debug)]
pub struct HtmlPage {
    text: String,
    landmarks: Landmarks,
}

/// A page in Markdown.
#[derive(Debug)]
pub struct MarkdownPage(String);

impl HtmlPage {
    /// An empty page, with room for so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self { text: room::take(bytes), landmarks: Landmarks::with_room(bytes) }
    }

    /// Notes that the name of a part comes next.
    pub(super) fn part(&mut self) {
        self.landmarks.parts.push(self.text.len());
    }

    /// Notes that the destination of a link comes next.
    pub(super) fn link(&mut self) {
        self.landmarks.links.push(self.text.len());
    }

    pub(super) fn finish(self) -> Written {
        Written { text: self.text, landmarks: Some(self.landmarks) }
    }
}

impl MarkdownPage {
    /// An empty page, with room for so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self(room::take(bytes))
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}

impl Out for HtmlPage {
    fn page(&mut self) -> &mut String {
        &mut self.text
    }

    fn escaped(&mut self, text: &str) {
        markdown::push_html(&mut self.text, text);
    }

    fn prose(&mut self, prose: &Prose, shape: Shape, page: impl FnOnce() -> String) {
        if markdown::is_plain(prose) {
            // Nothing in it leads anywhere.
            return markdown::push_prose_as_html(&mut self.text, prose, shape, &NoAnchors);
        }
        let start = self.text.len();
        markdown::push_prose_as_html(&mut self.text, prose, shape, &Anchors { page: &page() });
        self.landmarks.add_links(&self.text, start);
    }
}

impl Out for MarkdownPage {
    fn page(&mut self) -> &mut String {
        &mut self.0
    }

    fn escaped(&mut self, text: &str) {
        markdown::push_escaped(&mut self.0, text);
    }

    fn prose(&mut self, prose: &Prose, shape: Shape, _: impl FnOnce() -> String) {
        markdown::push_prose_as_markdown(&mut self.0, prose, shape, &NoAnchors);
    }
}

/// A text and a value behind it as one text.
pub(super) fn joined(one: &str, other: &(impl Leaf + ?Sized)) -> String {
    [one, &other.text().unwrap_or_default()].concat()
}
