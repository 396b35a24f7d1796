//! What prose refers to, and what of it a page will not carry.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::links::{Destination, RefKind, destination};
use super::simple::{self, Form, Piece};
use super::{Seen, parser, tables};
use crate::model::{Id, Prose};

/// A reference to a part of the brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What it refers to.
    pub kind: RefKind,
    /// The id as it was written; not yet known to be one.
    pub id: String,
    /// The bytes of the destination in the prose, or of the whole link where the destination stands elsewhere.
    pub range: Range<usize>,
}

/// A link that is shown as text only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedLink {
    /// The bytes of the destination in the prose, or of the whole link.
    pub range: Range<usize>,
    /// The destination, read but not cleaned: as hostile as its author.
    pub destination: String,
    /// Why.
    pub reason: Refusal,
}

/// Why a link is shown as text only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Its destination is not on the allow-list.
    Destination,
    /// It refers to a part without naming one.
    MalformedReference,
    /// Images are not carried over; their description is.
    Image,
}

/// What was found in prose.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// References, in order.
    pub references: Vec<Reference>,
    /// Links that are shown as text only, in order.
    pub refused: Vec<RefusedLink>,
    /// Raw HTML, in order: tags, and blocks as a whole.
    pub raw_html: Vec<Range<usize>>,
    /// The row of dashes of the first table. A table is shown as text.
    pub table: Option<Range<usize>>,
    /// Whether the text is too long or too deeply nested to be read as Markdown. Nothing is found in it, and it is shown as it is.
    pub unread: bool,
}

/// Looks through prose. Text without a bracket or an angle holds nothing, and is not parsed; nor is text with no more than simple
/// links.
#[must_use]
pub fn scan(text: &str) -> Scan {
    of_form(text, Seen::of(text).form)
}

/// The same of prose that has been looked at.
pub(crate) fn scan_prose(prose: &Prose) -> Scan {
    of_form(prose.as_str(), prose.seen().form)
}

/// Whether nothing is to be reported of prose: it has no more than simple links, each to a page of the web or to a part that is there.
pub(crate) fn is_sound(prose: &Prose, is_there: impl Fn(RefKind, &str) -> bool) -> bool {
    match prose.seen().form {
        Form::Plain => true,
        Form::Linked => simple::pieces(prose.as_str()).all(|piece| match piece {
            Piece::Link { destination: written, .. } => match destination(written) {
                Destination::Web(_) => true,
                Destination::Part(kind, id) => !id.is_empty() && is_there(kind, &id),
                Destination::Refused => false,
            },
            Piece::Text(_) => true,
        }),
        Form::Marked => false,
    }
}

/// What prose refers to, in order, with the ids as they were written: as in a scan, without a list of them where the links are simple.
pub(crate) fn references(prose: &Prose) -> impl Iterator<Item = (RefKind, Cow<'_, str>)> {
    let (simple, listed) = match prose.seen().form {
        Form::Plain => ("", Vec::new()),
        Form::Linked => (prose.as_str(), Vec::new()),
        Form::Marked => ("", scan_prose(prose).references),
    };
    let of_pieces = simple::pieces(simple).filter_map(|piece| match piece {
        Piece::Link { destination: written, .. } => match destination(written) {
            Destination::Part(kind, id) if !id.is_empty() => Some((kind, id)),
            _ => None,
        },
        Piece::Text(_) => None,
    });
    of_pieces.chain(listed.into_iter().map(|reference| (reference.kind, reference.id.into())))
}

/// Whether prose refers to this part of its brief.
pub(crate) fn refers(prose: &Prose, kind: RefKind, id: &Id) -> bool {
    // Plain prose refers to nothing.
    !matches!(prose.seen().form, Form::Plain)
        && references(prose).any(|(to, part)| to == kind && part == id.as_str())
}

/// Whether a text has no sign that a link or HTML begins with.
pub(super) fn holds_nothing(text: &str) -> bool {
    memchr::memchr2(b'[', b'<', text.as_bytes()).is_none()
}

fn of_form(text: &str, form: Form) -> Scan {
    match form {
        Form::Plain => Scan::default(),
        Form::Linked => of_pieces(text),
        Form::Marked if holds_nothing(text) => Scan { table: tables::delimiter(text), ..Scan::default() },
        Form::Marked => Scan { table: tables::delimiter(text), ..parsed(text) },
    }
}

fn of_pieces(text: &str) -> Scan {
    let mut found = Scan::default();
    for piece in simple::pieces(text) {
        if let Piece::Link { destination, at, .. } = piece {
            found.link(destination, at..at + destination.len());
        }
    }
    found
}

fn parsed(text: &str) -> Scan {
    let mut scanner = Scanner { text, found: Scan::default(), link: None, images: 0 };
    match parser::read(text) {
        Some(events) => events.for_each(|(event, range)| scanner.event(event, range)),
        None => scanner.found.unread = true,
    }
    scanner.found.refused.sort_by_key(|link| link.range.start);
    scanner.found
}

struct Scanner<'t> {
    text: &'t str,
    found: Scan,
    /// The link that is open.
    link: Option<OpenLink>,
    /// The images that are open. What looks like a link in one is text.
    images: usize,
}

struct OpenLink {
    range: Range<usize>,
    destination: String,
    kind: LinkType,
    /// Where its text ends, as far as it has been seen.
    end_of_text: usize,
}

impl Scanner<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) if self.images == 0 => {
                let end_of_text = range.start + 1;
                let destination = dest_url.into_string();
                self.link = Some(OpenLink { range, destination, kind: link_type, end_of_text });
                return;
            }
            Event::End(TagEnd::Link) if self.images == 0 => {
                if let Some(link) = self.link.take() {
                    self.close(&link);
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.images += 1;
                let destination = dest_url.into_string();
                self.found.refused.push(RefusedLink {
                    range: range.clone(),
                    destination,
                    reason: Refusal::Image,
                });
            }
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                let html = self.text.get(range.clone()).unwrap_or_default();
                self.found.raw_html.push(range.start..range.start + html.trim_end().len());
            }
            _ => {}
        }
        if let Some(link) = &mut self.link {
            link.end_of_text = link.end_of_text.max(range.end);
        }
    }

    fn close(&mut self, link: &OpenLink) {
        if link.kind != LinkType::Email {
            let range = link.place(self.text);
            self.found.link(&link.destination, range);
        }
    }
}

impl Scan {
    /// Takes a link, with the destination as it was written.
    fn link(&mut self, written: &str, range: Range<usize>) {
        let reason = match destination(written) {
            Destination::Web(_) => return,
            Destination::Part(kind, id) if !id.is_empty() => {
                self.references.push(Reference { kind, id: id.into_owned(), range });
                return;
            }
            Destination::Part(..) => Refusal::MalformedReference,
            Destination::Refused => Refusal::Destination,
        };
        self.refused.push(RefusedLink { range, destination: written.to_owned(), reason });
    }
}

impl OpenLink {
    /// The bytes of the destination, if it stands behind the text as it was read; otherwise of the link.
    fn place(&self, text: &str) -> Range<usize> {
        let from = match self.kind {
            LinkType::Inline => self.end_of_text,
            LinkType::Autolink | LinkType::Email => self.range.start,
            _ => return self.range.clone(),
        };
        let behind = text.get(from..self.range.end).unwrap_or_default();
        match behind.find(&self.destination) {
            Some(at) if !self.destination.is_empty() => {
                let start = from + at;
                start..start + self.destination.len()
            }
            _ => self.range.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> (Vec<&str>, Vec<&str>, Vec<&str>) {
        let found = scan(text);
        let at = |range: &Range<usize>| text.get(range.clone()).unwrap();
        (
            found.references.iter().map(|it| at(&it.range)).collect(),
            found.refused.iter().map(|it| at(&it.range)).collect(),
            found.raw_html.iter().map(at).collect(),
        )
    }

    #[test]
    fn references_and_refusals_have_places() {
        let text =
            "The [talks](fact:talks) of [him](entity:x), [a](javascript:b), <b>c</b>, [d](fact:), ![e](f)";
        let (references, refused, html) = places(text);
        assert_eq!(references, ["fact:talks", "entity:x"]);
        assert_eq!(refused, ["javascript:b", "fact:", "![e](f)"]);
        assert_eq!(html, ["<b>", "</b>"]);
    }

    #[test]
    fn simple_links_are_found_as_by_the_parser() {
        for destination in ["fact:a", "fact:", "Entity:b", "javascript:a", "https://a.example", "a"] {
            for text in [format!("a [b]({destination})"), format!("[{destination}]({destination}), [a](b) c")]
            {
                assert_eq!(Seen::of(&text).form, Form::Linked, "{text:?}");
                assert_eq!(scan(&text), parsed(&text), "{text:?}");
                let parts = parsed(&text).references;
                let is_there = |kind, id: &str| kind == RefKind::Entity && id == "b";
                let is_known = parts.iter().all(|it| is_there(it.kind, &it.id));
                let is_sound = is_sound(&Prose::parse(&text).unwrap(), is_there);
                assert_eq!(is_sound, is_known && parsed(&text).refused.is_empty(), "{text:?}");
                let listed = parts.into_iter().map(|it| (it.kind, it.id.into()));
                assert!(references(&Prose::parse(&text).unwrap()).eq(listed), "{text:?}");
            }
        }
    }

    #[test]
    fn the_destination_is_not_looked_for_in_the_text() {
        let text = "[fact:a](fact:a \"fact:a\")";
        assert_eq!(scan(text).references, [Reference { kind: RefKind::Fact, id: "a".into(), range: 9..15 }]);
        assert_eq!(places("[*fact:a*](\n<fact:a>)").0, ["fact:a"]);
        assert_eq!(places("<fact:a>").0, ["fact:a"]);
    }

    #[test]
    fn destinations_that_stand_elsewhere_or_otherwise_give_the_link() {
        assert_eq!(places("[a][x]\n\n[x]: source:y").0, ["[a][x]"]);
        assert_eq!(places("[a](fact&#58;y)").0, ["[a](fact&#58;y)"]);
        assert_eq!(places("[a]()").1, ["[a]()"]);
    }

    #[test]
    fn links_inside_images_are_text() {
        let (references, refused, _) = places("![a [b](fact:b)](c) [![d](e)](fact:f)");
        assert_eq!(references, ["fact:f"]);
        assert_eq!(refused, ["![a [b](fact:b)](c)", "![d](e)"]);
    }

    #[test]
    fn addresses_are_fine_and_html_blocks_are_one() {
        assert_eq!(scan("<https://a.example> <a@b.example> [c](mailto:c@d.example)"), Scan::default());
        assert_eq!(places("<div>\na\n</div>\n\nb").2, ["<div>\na\n</div>"]);
        assert_eq!(scan("a: b"), Scan::default());
        assert_eq!(scan(&"[".repeat(1 << 20)), Scan { unread: true, ..Scan::default() });
    }

    #[test]
    fn prose_refers_to_the_part_whose_whole_id_it_links() {
        let refers = |text: &str| {
            let prose = Prose::parse(text).unwrap();
            refers(&prose, RefKind::Entity, &Id::parse("port").unwrap())
        };
        for text in [
            "The [port](entity:port) shut.",
            "The [port](Entity:port) shut.",
            "[a](fact:b) [Port](entity:port \"Port\")",
            "The [*port*](entity:port) shut.",
            "The [port] shut.\n\n[port]: entity:port",
        ] {
            assert!(refers(text), "{text}");
        }
        for text in [
            "port",
            "(entity:port)",
            "[a](entity:port-2)",
            "[a](entity:airport)",
            "[*a*](source:port)",
            "`[a](entity:port)`",
        ] {
            assert!(!refers(text), "{text}");
        }
    }
}
