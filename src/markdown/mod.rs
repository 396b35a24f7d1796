//! Untrusted Markdown prose → safe HTML, safe Markdown, plain text; plain text → Markdown.
//!
//! What a field may hold is CommonMark without HTML: raw HTML is text, images are their description, headings are bold
//! paragraphs (a field must not disturb the outline of the page), and a link leads to http, https or mailto, or to a part
//! of the brief (`[the talks](fact:air-base-talks)`). Everything else keeps its text and loses its destination.

mod escape;
mod events;
mod html;
mod links;
mod plain;
mod scan;
mod source;
mod visible;

use std::borrow::Cow;

pub use escape::{escape, escape_html};
pub use html::to_html;
pub use links::RefKind;
pub use plain::to_plain;
pub use scan::{Reference, Refusal, RefusedLink, Scan, scan};
pub use source::to_markdown;
pub(crate) use visible::acts;
pub use visible::visible;

/// How a field sits in its surroundings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// In a line: paragraphs, lists and code blocks are run together, so that nothing can break out of the line.
    Inline,
    /// On its own: paragraphs, lists, quotes and code blocks are kept.
    Block,
}

/// Where references to parts of a brief lead.
pub trait Targets {
    /// The destination of a link to this part; `None` leaves the text alone.
    fn href(&self, kind: RefKind, id: &str) -> Option<Cow<'_, str>>;
}
