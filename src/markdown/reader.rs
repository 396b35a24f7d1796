//! Events of the parser → the tree of what a field may hold.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::links::LeadsTo;
use super::simple::{self, Piece};
use super::tree::{Block, Inline, Link, List, Mark, is_blank, push_text, trim};
use super::visible::{single_spaced, visible};
use super::{Targets, parser};

/// How deep lists and quotes may be nested; what is deeper is shown at this depth.
const MAX_DEPTH: usize = 8;

/// Reads prose that is plain but for simple links.
pub(super) fn paragraph(text: &str, targets: &dyn Targets) -> Vec<Block> {
    let mut inlines = Vec::new();
    for piece in simple::pieces(text) {
        match piece {
            Piece::Text(text) => push_text(&mut inlines, text),
            Piece::Link { label, destination, .. } => match LeadsTo::read(destination, targets) {
                LeadsTo::Page(link) => inlines.push(Inline::Link(link, vec![Inline::Text(label.to_owned())])),
                LeadsTo::Nothing | LeadsTo::Refused => push_text(&mut inlines, label),
            },
        }
    }
    vec![Block::Paragraph(inlines)]
}

/// Reads prose with the parser. A text that it is not let loose on is one paragraph of plain text.
pub(super) fn parsed(text: &str, targets: &dyn Targets) -> Vec<Block> {
    let mut reader = Reader { containers: vec![Container::new(Kind::Root)], ..Reader::new(targets) };
    match parser::read(text) {
        Some(events) => events.for_each(|(event, _)| reader.event(event)),
        None => reader.text(text),
    }
    reader.finish()
}

/// What has been read, with what is still open. Whatever the order of the events, what they say ends up in the tree.
struct Reader<'a> {
    targets: &'a dyn Targets,
    /// Lists, items and quotes that are open, in a root.
    containers: Vec<Container>,
    /// For each list and quote that is open, whether it became a container.
    kept: Vec<bool>,
    /// The paragraph that is open.
    paragraph: Vec<Inline>,
    /// Marks and links that are open in it.
    spans: Vec<Span>,
    /// For each mark and link that is open, whether it became a span.
    spanned: Vec<bool>,
    /// The images that are open. An image is its description, without marks and links.
    images: usize,
    /// The code block that is open.
    code: Option<String>,
}

struct Container {
    kind: Kind,
    blocks: Vec<Block>,
}

enum Kind {
    Root,
    Quote,
    List(List),
    Item,
}

impl Container {
    fn new(kind: Kind) -> Self {
        Self { kind, blocks: Vec::new() }
    }
}

/// A span with what has been read of its content.
struct Span {
    kind: SpanKind,
    content: Vec<Inline>,
}

enum SpanKind {
    Mark(Mark),
    /// A link, if it leads anywhere, with its destination as it was written.
    Link(Option<Link>, String),
}

impl<'a> Reader<'a> {
    fn new(targets: &'a dyn Targets) -> Self {
        Self {
            targets,
            containers: Vec::new(),
            kept: Vec::new(),
            paragraph: Vec::new(),
            spans: Vec::new(),
            spanned: Vec::new(),
            images: 0,
            code: None,
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code.is_some() => self.code_text(&text),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(code) => self.code(&code),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule => {
                self.close_paragraph();
                self.push_block(Block::Rule);
            }
            // The rest are extensions that are off.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(&text);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.open_mark(Mark::Emphasis),
            Tag::Strong => self.open_mark(Mark::Strong),
            Tag::Strikethrough => self.open_mark(Mark::Struck),
            Tag::Subscript => self.text("~"),
            Tag::Link { link_type, dest_url, .. } => {
                let email = link_type == pulldown_cmark::LinkType::Email;
                self.open_link(if email { format!("mailto:{dest_url}") } else { dest_url.into_string() });
            }
            Tag::Image { .. } => self.images += 1,
            Tag::BlockQuote(_) => self.open_container(Kind::Quote),
            Tag::List(first) => self.open_container(Kind::List(List { first, items: Vec::new() })),
            Tag::Item => self.open_item(),
            Tag::Heading { .. } => {
                self.close_paragraph();
                self.open_mark(Mark::Strong);
            }
            Tag::CodeBlock(_) => {
                self.close_paragraph();
                self.code = Some(String::new());
            }
            _ => self.close_paragraph(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                if self.spanned.pop() == Some(true) {
                    self.close_span();
                }
            }
            TagEnd::Subscript => self.text("~"),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::BlockQuote(_) | TagEnd::List(_) => {
                self.close_paragraph();
                if self.kept.pop() == Some(true) {
                    self.close_container();
                }
            }
            TagEnd::Item => {
                self.close_paragraph();
                if self.kept.last() == Some(&true) {
                    self.close_container();
                }
            }
            TagEnd::CodeBlock => self.close_code(),
            _ => self.close_paragraph(),
        }
    }

    // Blocks.

    fn open_container(&mut self, kind: Kind) {
        self.close_paragraph();
        let depth = self.kept.iter().filter(|kept| **kept).count();
        self.kept.push(depth < MAX_DEPTH);
        if depth < MAX_DEPTH {
            self.containers.push(Container::new(kind));
        }
    }

    fn open_item(&mut self) {
        self.close_paragraph();
        if self.kept.last() == Some(&true) {
            self.containers.push(Container::new(Kind::Item));
        }
    }

    fn close_container(&mut self) {
        let Some(Container { kind, blocks }) = self.containers.pop() else { return };
        match kind {
            Kind::Quote if blocks.is_empty() => {}
            Kind::Quote => self.push_block(Block::Quote(blocks)),
            Kind::List(list) => self.push_block(Block::List(list)),
            Kind::Item => match self.containers.last_mut() {
                Some(Container { kind: Kind::List(list), .. }) => list.items.push(blocks),
                Some(parent) => parent.blocks.extend(blocks),
                None => {}
            },
            Kind::Root => self.containers.push(Container { kind, blocks }),
        }
    }

    fn push_block(&mut self, block: Block) {
        if let Some(container) = self.containers.last_mut() {
            container.blocks.push(block);
        }
    }

    fn close_paragraph(&mut self) {
        while !self.spans.is_empty() {
            self.close_span();
        }
        self.spanned.clear();
        self.images = 0;
        let mut paragraph = std::mem::take(&mut self.paragraph);
        trim(&mut paragraph);
        if !paragraph.is_empty() {
            self.push_block(Block::Paragraph(paragraph));
        }
    }

    fn code_text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(&visible(&text.replace('\r', "")));
        }
    }

    fn close_code(&mut self) {
        let code = self.code.take().unwrap_or_default();
        let code = code.trim_end_matches('\n');
        if !code.trim().is_empty() {
            self.push_block(Block::Code(code.to_owned()));
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.close_paragraph();
        while self.containers.len() > 1 {
            self.close_container();
        }
        self.containers.pop().map(|root| root.blocks).unwrap_or_default()
    }

    // Spans.

    fn open_mark(&mut self, mark: Mark) {
        let inside = self.spans.iter().any(|span| matches!(span.kind, SpanKind::Mark(open) if open == mark));
        self.open_span((!inside).then_some(SpanKind::Mark(mark)));
    }

    fn open_link(&mut self, written: String) {
        let inside = self.spans.iter().any(|span| matches!(span.kind, SpanKind::Link(..)));
        let leads_to = if inside { LeadsTo::Refused } else { LeadsTo::read(&written, self.targets) };
        self.open_span(match leads_to {
            LeadsTo::Page(link) => Some(SpanKind::Link(Some(link), written)),
            LeadsTo::Nothing => Some(SpanKind::Link(None, written)),
            LeadsTo::Refused => None,
        });
    }

    fn open_span(&mut self, kind: Option<SpanKind>) {
        let kind = kind.filter(|_| self.images == 0);
        self.spanned.push(kind.is_some());
        self.spans.extend(kind.map(|kind| Span { kind, content: Vec::new() }));
    }

    fn close_span(&mut self) {
        let Some(Span { kind, mut content }) = self.spans.pop() else { return };
        match kind {
            SpanKind::Mark(mark) if !is_blank(&content) => self.push(Inline::Marked(mark, content)),
            SpanKind::Mark(_) => content.into_iter().for_each(|inline| self.push(inline)),
            SpanKind::Link(link, written) => {
                // Nobody can see a link without text, let alone where it leads.
                if is_blank(&content) {
                    let written = single_spaced(&written);
                    content = vec![Inline::Text(visible(written.trim()).into_owned())];
                }
                match link {
                    Some(link) => self.push(Inline::Link(link, content)),
                    None => content.into_iter().for_each(|inline| self.push(inline)),
                }
            }
        }
    }

    fn content(&mut self) -> &mut Vec<Inline> {
        match self.spans.last_mut() {
            Some(span) => &mut span.content,
            None => &mut self.paragraph,
        }
    }

    fn push(&mut self, inline: Inline) {
        match inline {
            Inline::Text(text) => push_text(self.content(), &text),
            other => self.content().push(other),
        }
    }

    /// Text, with its white space made single spaces; line breaks in it come from character references and raw HTML.
    fn text(&mut self, text: &str) {
        let content = self.content();
        let mut spaced = matches!(content.last(), Some(Inline::Text(last)) if last.ends_with([' ', '\n']));
        let mut clean = String::with_capacity(text.len());
        for character in text.chars() {
            let space = matches!(character, ' ' | '\t' | '\n' | '\r');
            if !(space && spaced) {
                clean.push(if space { ' ' } else { character });
            }
            spaced = space;
        }
        push_text(content, &visible(&clean));
    }

    fn soft_break(&mut self) {
        let content = self.content();
        if let Some(Inline::Text(last)) = content.last_mut() {
            last.truncate(last.trim_end_matches(' ').len());
        }
        push_text(content, "\n");
    }

    fn code(&mut self, code: &str) {
        let code = visible(&code.replace(['\n', '\t', '\r'], " ")).into_owned();
        if code.trim().is_empty() {
            self.text(&code);
        } else {
            self.push(Inline::Code(code));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::plain::Nowhere;
    use super::super::simple::Form;
    use super::super::{RefKind, Seen};
    use super::*;

    /// For writers that lead references somewhere.
    struct Somewhere;

    impl Targets for Somewhere {
        fn href(&self, _: RefKind, id: &str) -> Option<Cow<'_, str>> {
            Some(Cow::Owned(format!("#{id}")))
        }
    }

    #[test]
    fn what_needs_no_parser_is_read_as_by_the_parser() {
        let signs = ('!'..='~').filter(|sign| !sign.is_alphabetic());
        let signs: Vec<_> = signs.chain(['a', ' ', 'İ', 'ش', '\u{a0}', '“', '\u{202e}']).collect();
        let mut simple = 0;
        let mut check = |text: &str| {
            if Seen::of(text).form != Form::Marked {
                simple += 1;
                assert_eq!(paragraph(text, &Nowhere), parsed(text, &Nowhere), "{text:?}");
                assert_eq!(paragraph(text, &Somewhere), parsed(text, &Somewhere), "{text:?}");
            }
        };
        for one in &signs {
            for two in &signs {
                for three in &signs {
                    check(&format!("{one}{two}{three}b"));
                    check(&format!("www{one}{two} {three}"));
                }
                for destination in ["fact:b", "https://b.example/c", "b", "fact:B", "http://", "mailto:b"] {
                    check(&format!("a{one}[{two}]({destination})"));
                    check(&format!("[a{one}b]({destination}){two}"));
                    check(&format!("1{one} [a](fact:b) [b{two}]({destination}) c"));
                    check(&format!("[a](fact:b){one}[{two}b]({destination}{one})"));
                }
            }
        }
        assert!(simple > 10_000, "{simple}");
    }

    #[test]
    fn what_looks_plain_is_one_text() {
        for text in ["a", "Yes: 5 % (in “2025”), isn't it?", "4 of 5", "12", "2025-03-05 it was"] {
            assert_eq!(Seen::of(text).form, Form::Plain);
            let same = vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])];
            assert_eq!(parsed(text, &Nowhere), same);
        }
    }
}
