//! Where pages are written to: each kind of file escapes in its own way.

use std::collections::BTreeMap;

use super::leaf::Leaf;
use crate::markdown::{self, Shape};
use crate::render::filters::{Anchors, NoAnchors};

/// A page while it is written.
pub(super) trait Out {
    /// What is written.
    fn page(&mut self) -> &mut String;

    /// Text of a brief, with whatever it takes to be no more than text here.
    fn escaped(&mut self, text: &str);

    /// A prose field. References lead to `page`, or to the same page where that is empty.
    fn prose(&mut self, text: &str, shape: Shape, page: &str);

    /// What can stand here as it is.
    fn raw(&mut self, text: &str) {
        self.page().push_str(text);
    }

    /// A value.
    fn put(&mut self, value: &(impl Leaf + ?Sized)) {
        if let Some(text) = value.text() {
            self.escaped(&text);
        }
    }

    /// A prose field without its marks.
    fn plain(&mut self, text: &str) {
        self.escaped(&markdown::to_plain(text));
    }

    /// The value of a map.
    fn item(&mut self, map: &BTreeMap<String, String>, key: &str) {
        if let Some(value) = map.get(key) {
            self.escaped(value);
        }
    }
}

/// A page in HTML.
#[derive(Debug)]
pub struct Html(String);

/// A page in Markdown.
#[derive(Debug)]
pub struct Markdown(String);

impl Html {
    /// An empty page, with room for so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}

impl Markdown {
    /// An empty page, with room for so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}

impl Out for Html {
    fn page(&mut self) -> &mut String {
        &mut self.0
    }

    fn escaped(&mut self, text: &str) {
        escape_html(&mut self.0, text);
    }

    fn prose(&mut self, text: &str, shape: Shape, page: &str) {
        self.0.push_str(&markdown::to_html(text, shape, &Anchors { page }));
    }
}

impl Out for Markdown {
    fn page(&mut self) -> &mut String {
        &mut self.0
    }

    fn escaped(&mut self, text: &str) {
        self.0.push_str(&markdown::escape(text));
    }

    fn prose(&mut self, text: &str, shape: Shape, _: &str) {
        self.0.push_str(&markdown::to_markdown(text, shape, &NoAnchors));
    }
}

/// Escapes what the engine escapes. Characters that act instead of being seen are shown as such, as in prose.
pub(super) fn escape_html(page: &mut String, text: &str) {
    // Without a branch for each byte: most names and labels are no more than letters.
    if text.bytes().fold(0, |found, byte| found | markdown::may_act(byte) | u8::from(is_markup(byte))) == 0 {
        page.push_str(text);
        return;
    }
    let text = markdown::visible(text);
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        page.push_str(text.get(copied..at).unwrap_or_default());
        page.push_str(entity);
        copied = at + 1;
    }
    page.push_str(text.get(copied..).unwrap_or_default());
}

/// Whether this byte means something in markup.
fn is_markup(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
}

/// Two texts as one.
pub(super) fn joined(one: &str, other: &str) -> String {
    [one, other].concat()
}
