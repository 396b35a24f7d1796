//! The parser, set up as a field needs it, and its events cut down to what a field may hold.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};

use super::links::{Destination, destination};

/// The longest prose field that is read as Markdown, in bytes; a longer one is shown as the text that it is. It bounds what the
/// parser can be made to do, and no reader misses the markup of a field of forty pages.
const MAX_BYTES: usize = 128 << 10;

/// How deep lists and quotes may be nested; what is deeper is shown at this depth.
pub(super) const MAX_DEPTH: usize = 8;

/// What a field may hold.
#[derive(Debug)]
pub(super) enum Piece<'t> {
    /// A block begins.
    Open(Block),
    /// A block ends.
    Close(Block),
    /// A span of text begins.
    Begin(Span),
    /// A span of text ends.
    End(Span),
    Text(CowStr<'t>),
    Code(CowStr<'t>),
    SoftBreak,
    HardBreak,
    Rule,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph,
    Heading,
    Quote,
    Code,
    /// A list; ordered ones begin at this number.
    List(Option<u64>),
    Item,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Span {
    Emphasis,
    Strong,
    Struck,
    /// A link with what became of its destination.
    Link(Destination),
    /// An image, which is only its description.
    Image,
}

fn options() -> Options {
    // Heading attributes would let `onclick` through; footnotes and tables have no place in a field.
    Options::ENABLE_STRIKETHROUGH
}

/// The events of the parser with their places, for those who look for links.
pub(super) fn with_places(text: &str) -> impl Iterator<Item = (Event<'_>, std::ops::Range<usize>)> {
    let read = if text.len() <= MAX_BYTES { text } else { "" };
    Parser::new_ext(read, options()).into_offset_iter()
}

/// What a field holds, in order. Neighbouring texts are one.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    if text.len() > MAX_BYTES {
        return vec![Piece::Open(Block::Paragraph), Piece::Text(text.into()), Piece::Close(Block::Paragraph)];
    }
    let events = Parser::new_ext(text, options()).map(html_is_text);
    let mut sifter = Sifter::default();
    TextMergeStream::new(events).filter_map(|event| sifter.piece(event)).collect()
}

fn html_is_text(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        other => other,
    }
}

/// Remembers what is open, so that ends fit their beginnings.
#[derive(Default)]
struct Sifter {
    /// Lists and quotes that are open, and whether each was passed on.
    containers: Vec<bool>,
    items: Vec<bool>,
}

impl Sifter {
    fn piece<'t>(&mut self, event: Event<'t>) -> Option<Piece<'t>> {
        Some(match event {
            Event::Start(tag) => return self.start(tag),
            Event::End(tag) => return self.end(tag),
            Event::Text(text) => Piece::Text(text),
            Event::Code(code) => Piece::Code(code),
            Event::SoftBreak => Piece::SoftBreak,
            Event::HardBreak => Piece::HardBreak,
            Event::Rule => Piece::Rule,
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                Piece::Text(text)
            }
            Event::Html(_) | Event::InlineHtml(_) | Event::TaskListMarker(_) => return None,
        })
    }

    fn start<'t>(&mut self, tag: Tag<'t>) -> Option<Piece<'t>> {
        let shown = self.containers.len() < MAX_DEPTH;
        Some(match tag {
            Tag::Paragraph | Tag::HtmlBlock => Piece::Open(Block::Paragraph),
            Tag::Heading { .. } => Piece::Open(Block::Heading),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => Piece::Open(Block::Code),
            Tag::BlockQuote(_) => {
                self.containers.push(shown);
                return shown.then_some(Piece::Open(Block::Quote));
            }
            Tag::List(first) => {
                self.containers.push(shown);
                return shown.then_some(Piece::Open(Block::List(first)));
            }
            Tag::Item => {
                let shown = self.containers.last().copied().unwrap_or(false);
                self.items.push(shown);
                return shown.then_some(Piece::Open(Block::Item));
            }
            Tag::Emphasis => Piece::Begin(Span::Emphasis),
            Tag::Strong => Piece::Begin(Span::Strong),
            Tag::Strikethrough => Piece::Begin(Span::Struck),
            Tag::Link { link_type, dest_url, .. } => {
                Piece::Begin(Span::Link(destination(&dest_url, link_type == LinkType::Email)))
            }
            Tag::Image { .. } => Piece::Begin(Span::Image),
            _ => return None,
        })
    }

    fn end<'t>(&mut self, tag: TagEnd) -> Option<Piece<'t>> {
        Some(match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => Piece::Close(Block::Paragraph),
            TagEnd::Heading(_) => Piece::Close(Block::Heading),
            TagEnd::CodeBlock => Piece::Close(Block::Code),
            TagEnd::BlockQuote(_) => return self.containers.pop()?.then_some(Piece::Close(Block::Quote)),
            TagEnd::List(_) => return self.containers.pop()?.then_some(Piece::Close(Block::List(None))),
            TagEnd::Item => return self.items.pop()?.then_some(Piece::Close(Block::Item)),
            TagEnd::Emphasis => Piece::End(Span::Emphasis),
            TagEnd::Strong => Piece::End(Span::Strong),
            TagEnd::Strikethrough => Piece::End(Span::Struck),
            TagEnd::Link => Piece::End(Span::Link(Destination::Refused)),
            TagEnd::Image => Piece::End(Span::Image),
            _ => return None,
        })
    }
}
