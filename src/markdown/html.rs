//! Prose → safe HTML.

use super::escape::push_html;
use super::events::{Block, Piece, Span, pieces};
use super::links::Destination;
use super::{Shape, Targets};

/// Prose as HTML that holds no elements but `p`, `ul`, `ol`, `li`, `blockquote`, `pre`, `code`, `em`, `strong`, `del`, `br`,
/// `hr` and `a`, and no attributes but `href`, `rel` and `start`.
#[must_use]
pub fn to_html(text: &str, shape: Shape, targets: &dyn Targets) -> String {
    let mut writer = Writer {
        out: String::with_capacity(text.len() + 32),
        shape,
        targets,
        links: Vec::new(),
        lists: Vec::new(),
    };
    for piece in pieces(text) {
        writer.piece(&piece);
    }
    writer.out
}

struct Writer<'a> {
    out: String,
    shape: Shape,
    targets: &'a dyn Targets,
    /// The links that are open, and whether each became one.
    links: Vec<bool>,
    /// The end tags of the lists that are open.
    lists: Vec<&'static str>,
}

impl Writer<'_> {
    fn piece(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(block) => self.open(*block),
            Piece::Close(block) => self.close(*block),
            Piece::Begin(Span::Link(destination)) => self.link(destination),
            Piece::End(Span::Link(_)) => {
                if self.links.pop() == Some(true) {
                    self.out.push_str("</a>");
                }
            }
            Piece::Begin(span) => self.out.push_str(tag(span).0),
            Piece::End(span) => self.out.push_str(tag(span).1),
            Piece::Text(text) => push_html(&mut self.out, text),
            Piece::Code(code) => {
                self.out.push_str("<code>");
                push_html(&mut self.out, code);
                self.out.push_str("</code>");
            }
            Piece::SoftBreak => self.out.push(if self.shape == Shape::Block { '\n' } else { ' ' }),
            Piece::HardBreak => self.out.push_str(if self.shape == Shape::Block { "<br>\n" } else { " " }),
            Piece::Rule => self.out.push_str(if self.shape == Shape::Block { "<hr>\n" } else { "" }),
        }
    }

    fn open(&mut self, block: Block) {
        if self.shape == Shape::Inline {
            self.separate(block);
            return;
        }
        if let Block::List(first) = block {
            self.lists.push(if first.is_some() { "</ol>\n" } else { "</ul>\n" });
        }
        match block {
            Block::Paragraph => self.out.push_str("<p>"),
            Block::Heading => self.out.push_str("<p><strong>"),
            Block::Quote => self.out.push_str("<blockquote>\n"),
            Block::Code => self.out.push_str("<pre><code>"),
            Block::List(None) => self.out.push_str("<ul>\n"),
            Block::List(Some(1)) => self.out.push_str("<ol>\n"),
            Block::List(Some(first)) => {
                self.out.push_str("<ol start=\"");
                self.out.push_str(&first.to_string());
                self.out.push_str("\">\n");
            }
            Block::Item => self.out.push_str("<li>"),
        }
    }

    fn close(&mut self, block: Block) {
        if self.shape == Shape::Inline {
            if block == Block::Code {
                self.out.push_str("</code>");
            }
            return;
        }
        if block == Block::Paragraph {
            self.out.truncate(self.out.trim_end().len());
        }
        self.out.push_str(match block {
            Block::Paragraph => "</p>\n",
            Block::Heading => "</strong></p>\n",
            Block::Quote => "</blockquote>\n",
            Block::Code => "</code></pre>\n",
            Block::List(_) => self.lists.pop().unwrap_or_default(),
            Block::Item => "</li>\n",
        });
    }

    /// In a line, blocks are set apart by a space, and list items by a bullet.
    fn separate(&mut self, block: Block) {
        if !self.out.is_empty() && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
        match block {
            Block::Item => self.out.push_str("• "),
            Block::Code => self.out.push_str("<code>"),
            _ => {}
        }
    }

    fn link(&mut self, destination: &Destination) {
        let href = match destination {
            Destination::Web(address) => Some((address.clone(), true)),
            Destination::Part(kind, id) => {
                self.targets.href(*kind, id).map(|href| (href.into_owned(), false))
            }
            Destination::Refused => None,
        };
        self.links.push(href.is_some());
        let Some((href, outside)) = href else { return };
        self.out.push_str("<a href=\"");
        push_html(&mut self.out, &href);
        self.out.push_str(if outside { "\" rel=\"noopener noreferrer\">" } else { "\">" });
    }
}

fn tag(span: &Span) -> (&'static str, &'static str) {
    match span {
        Span::Emphasis => ("<em>", "</em>"),
        Span::Strong => ("<strong>", "</strong>"),
        Span::Struck => ("<del>", "</del>"),
        Span::Link(_) | Span::Image => ("", ""),
    }
}
