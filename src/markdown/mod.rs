//! Untrusted Markdown prose → safe HTML, safe Markdown, plain text; plain text → Markdown.
//!
//! What a field may hold is CommonMark with `~~struck~~` and without HTML: raw HTML is text, images are their description,
//! headings are bold paragraphs (a field must not disturb the outline of the page), and a link leads to http, https or mailto,
//! or to a part of the brief (`[the talks](fact:air-base-talks)`). Everything else keeps its text and loses its destination. A text
//! of one line is one paragraph: `> 100 ships` and `6. Alay` are what they look like (`signs`).
//!
//! ```text
//! prose ─ parser, simple ─▶ reader ─▶ tree ─┬────────▶ html, source (blocks)
//!                         └▶ scan           └─ line ─▶ html, source (in a line), plain
//! ```
//!
//! Most prose is plain text that the writers take as it is, or holds no more than simple links, and needs no parser. Which it is, is seen
//! when it is read, and kept beside it (`seen`).
//!
//! Texts of the tool and of its catalogues are looked at once, and not wherever they are written (`known`).
//!
//! The tree can hold nothing but what is safe, so a writer that prints a tree has nothing left to refuse.

mod bytes;
mod escape;
mod html;
mod known;
mod line;
mod links;
mod marks;
mod parser;
mod plain;
mod reader;
mod scan;
mod seen;
mod signs;
mod simple;
mod source;
mod tables;
mod tree;
mod visible;

use std::borrow::Cow;

pub use escape::{escape, escape_html};
pub(crate) use escape::{push_escaped, push_html};
pub(crate) use html::push_prose_as_html;
pub use html::to_html;
pub(crate) use known::stands_as_it_is;
pub use known::{KnownText, KnownWord};
pub use links::RefKind;
pub use plain::to_plain;
pub(crate) use plain::{as_plain, is_plain};
pub use scan::{Reference, Refusal, RefusedLink, Scan, scan};
pub(crate) use scan::{is_sound, references, refers, scan_prose};
pub(crate) use seen::Seen;
pub(crate) use source::push_prose_as_markdown;
pub use source::to_markdown;
pub use visible::visible;
pub(crate) use visible::{acts, has_acting};

/// How a field sits in its surroundings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// In a line: paragraphs, lists, quotes and code blocks are run together, so that nothing can break out of the line.
    Inline,
    /// On its own: paragraphs, lists, quotes and code blocks are kept.
    Block,
}

/// Where references to parts of a brief lead.
pub trait Targets {
    /// The destination of a link to this part; `None` leaves the text alone. The id has the form of an id; whether there is
    /// such a part is for the implementor to know.
    fn href(&self, kind: RefKind, id: &str) -> Option<Cow<'_, str>>;
}
