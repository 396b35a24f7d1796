//! The text of a paragraph, a heading or an item, with what is in it: it is held until it ends, since what must be set apart may begin
//! before an emphasis and end in it.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

use super::html::take;
use super::wholes::Wholes;
use super::{apart, html};
use crate::model::Direction;

/// What stands in one paragraph, heading or item.
#[derive(Default)]
pub(super) struct Line<'m> {
    events: Vec<Event<'m>>,
    text: String,
}

/// An event, and how many elements are open before it and behind it.
struct Piece<'m> {
    event: Event<'m>,
    before: usize,
    after: usize,
}

impl<'m> Line<'m> {
    /// Whether such an event stands in a line, and ends none.
    pub(super) fn holds(event: &Event<'_>) -> bool {
        match event {
            Event::Start(tag) => is_inline(tag.to_end()),
            Event::End(tag) => is_inline(*tag),
            event => shown(event).is_some(),
        }
    }

    pub(super) fn push(&mut self, event: Event<'m>) {
        self.text.push_str(shown(&event).unwrap_or_default());
        self.events.push(event);
    }

    /// The text of the line, without what marks it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds the line. What runs the other way is set apart, so that what stands around it stays where it belongs.
    pub(super) fn write(self, dir: Direction, wholes: &Wholes, out: &mut String) {
        if !self.text.contains(|c| apart::runs_against(c, dir)) {
            self.events.into_iter().for_each(|event| take(event, dir, out));
            return;
        }
        let ranges = wholes.ranges(&self.text);
        let pieces = pieces(self.events, &ranges);
        let (opens, closes) = around(&pieces, &ranges);
        let (mut opens, mut closes) = (opens.into_iter().peekable(), closes.into_iter().peekable());
        for (place, piece) in pieces.into_iter().enumerate() {
            while opens.next_if_eq(&place).is_some() {
                out.push_str(html::apart(dir));
            }
            take(piece.event, dir, out);
            while closes.next_if_eq(&place).is_some() {
                out.push_str("</bdi>");
            }
        }
    }
}

/// What is seen of an event in a line.
fn shown<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Text(text) | Event::InlineHtml(text) | Event::Code(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        _ => None,
    }
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// The events with their texts cut where a range begins or ends.
fn pieces<'m>(events: Vec<Event<'m>>, ranges: &[Range<usize>]) -> Vec<Piece<'m>> {
    let mut cuts = ranges.iter().flat_map(|range| [range.start, range.end]).peekable();
    let (mut at, mut depth) = (0, 0_usize);
    let mut pieces = Vec::new();
    for event in events {
        let before = depth;
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let end = at + shown(&event).map_or(0, str::len);
        if let Event::Text(text) = &event {
            let mut rest = &**text;
            while let Some(cut) = cuts.next_if(|cut| *cut < end) {
                let (piece, behind) = rest.split_at(cut.saturating_sub(at));
                rest = behind;
                at = cut;
                if !piece.is_empty() {
                    let event = Event::Text(piece.to_owned().into());
                    pieces.push(Piece { event, before, after: depth });
                }
            }
            let event = Event::Text(rest.to_owned().into());
            pieces.push(Piece { event, before, after: depth });
        } else {
            while cuts.next_if(|cut| *cut < end).is_some() {}
            pieces.push(Piece { event, before, after: depth });
        }
        at = end;
    }
    pieces
}

/// The places of the pieces that an element opens before and closes behind: one around each range, or, where the range begins in one
/// element and ends in another, one around each text in it.
fn around(pieces: &[Piece<'_>], ranges: &[Range<usize>]) -> (Vec<usize>, Vec<usize>) {
    let (mut opens, mut closes) = (Vec::new(), Vec::new());
    let mut places = pieces.iter().enumerate().scan(0, |at, (place, piece)| {
        let start = *at;
        *at += shown(&piece.event).map_or(0, str::len);
        Some((place, start..*at))
    });
    for range in ranges {
        let inside = places.by_ref().skip_while(|(_, it)| it.end <= range.start);
        let mut texts = Vec::new();
        for (place, it) in inside {
            if !it.is_empty() {
                texts.push(place);
            }
            if it.end >= range.end {
                break;
            }
        }
        if let Some((first, last)) = widened(pieces, &texts) {
            opens.push(first);
            closes.push(last);
        } else {
            opens.extend(&texts);
            closes.extend(&texts);
        }
    }
    (opens, closes)
}

/// The first and the last piece of what holds these texts, with the elements that begin and end with them, if it is whole.
fn widened(pieces: &[Piece<'_>], texts: &[usize]) -> Option<(usize, usize)> {
    let (mut first, mut last) = (*texts.first()?, *texts.last()?);
    let depth = pieces.get(first..=last)?.iter().map(|piece| piece.before).min()?;
    while pieces.get(first)?.before > depth {
        first = first.checked_sub(1).filter(|it| is_start(pieces.get(*it)))?;
    }
    while pieces.get(last)?.after > depth {
        last = Some(last + 1).filter(|it| is_end(pieces.get(*it)))?;
    }
    Some((first, last))
}

fn is_start(piece: Option<&Piece<'_>>) -> bool {
    piece.is_some_and(|piece| matches!(piece.event, Event::Start(_)))
}

fn is_end(piece: Option<&Piece<'_>>) -> bool {
    piece.is_some_and(|piece| matches!(piece.event, Event::End(_)))
}
