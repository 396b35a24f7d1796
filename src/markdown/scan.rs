//! What prose refers to, and what of it a page will not carry.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::events::with_places;
use super::links::{Destination, RefKind, destination};

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
    /// Raw HTML, in order.
    pub raw_html: Vec<Range<usize>>,
}

/// Looks through prose. Text without a bracket or an angle holds nothing, and is not parsed.
#[must_use]
pub fn scan(text: &str) -> Scan {
    let mut scan = Scan::default();
    if !text.contains(['[', '<']) {
        return scan;
    }
    for (event, range) in with_places(text) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => scan.raw_html.push(range),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                scan.link(text, link_type, &dest_url, range);
            }
            Event::Start(Tag::Image { .. }) => {
                scan.refused.push(RefusedLink { range, reason: Refusal::Image });
            }
            _ => {}
        }
    }
    scan
}

impl Scan {
    fn link(&mut self, text: &str, link_type: LinkType, raw: &str, range: Range<usize>) {
        let place = place_of(text, raw, &range);
        match destination(raw, link_type == LinkType::Email) {
            Destination::Web(_) => {}
            Destination::Part(kind, id) if !id.is_empty() => {
                self.references.push(Reference { kind, id, range: place });
            }
            Destination::Part(..) => {
                self.refused.push(RefusedLink { range: place, reason: Refusal::MalformedReference });
            }
            Destination::Refused => {
                self.refused.push(RefusedLink { range: place, reason: Refusal::Destination });
            }
        }
    }
}

/// The bytes of a destination within its link: the last occurrence, since the text of the link comes before it.
fn place_of(text: &str, raw: &str, range: &Range<usize>) -> Range<usize> {
    let link = text.get(range.clone()).unwrap_or_default();
    match link.rfind(raw) {
        Some(at) if !raw.is_empty() => range.start + at..range.start + at + raw.len(),
        _ => range.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_refusals_have_places() {
        let text = "The [talks](fact:talks) of [him](entity:x), [a](javascript:b), <b>c</b>, [d](fact:)";
        let scan = scan(text);
        let at = |range: &Range<usize>| text.get(range.clone()).unwrap().to_owned();
        assert_eq!(
            scan.references.iter().map(|it| at(&it.range)).collect::<Vec<_>>(),
            ["fact:talks", "entity:x"]
        );
        assert_eq!(
            scan.refused.iter().map(|it| at(&it.range)).collect::<Vec<_>>(),
            ["javascript:b", "fact:"]
        );
        assert_eq!(scan.raw_html.iter().map(at).collect::<Vec<_>>(), ["<b>", "</b>"]);
    }
}
