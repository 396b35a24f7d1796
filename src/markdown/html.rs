//! Prose → safe HTML.

use super::escape::{push_html, push_looked_at};
use super::line::one_line;
use super::links::LeadsTo;
use super::simple::{Form, Piece};
use super::tree::{Block, Inline, Link, List, Mark};
use super::{Seen, Shape, Targets, reader, simple};
use crate::model::Prose;

/// Prose as HTML that holds no elements but `p`, `ul`, `ol`, `li`, `blockquote`, `pre`, `code`, `em`, `strong`, `del`, `br`,
/// `hr` and `a`, and no attributes but `href`, `rel` and `start`; in a line no elements but `code`, `em`, `strong`, `del`
/// and `a`.
#[must_use]
pub fn to_html(text: &str, shape: Shape, targets: &dyn Targets) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    push(&mut out, text, Seen::of(text), shape, targets);
    out
}

/// Adds prose as HTML.
pub(crate) fn push_prose_as_html(out: &mut String, prose: &Prose, shape: Shape, targets: &dyn Targets) {
    push(out, prose.as_str(), prose.seen(), shape, targets);
}

fn push(out: &mut String, text: &str, seen: Seen, shape: Shape, targets: &dyn Targets) {
    let (start, end) = if shape == Shape::Block { ("<p>", "</p>\n") } else { ("", "") };
    match seen.form {
        Form::Plain => {
            out.push_str(start);
            push_looked_at(out, text, seen.found);
            out.push_str(end);
        }
        Form::Linked => {
            out.push_str(start);
            simple::pieces(text).for_each(|piece| push_piece(out, &piece, seen.found, targets));
            out.push_str(end);
        }
        Form::Marked => push_tree(out, reader::parsed(text, targets), shape),
    }
}

fn push_tree(out: &mut String, blocks: Vec<Block>, shape: Shape) {
    match shape {
        Shape::Block => push_blocks(out, &blocks),
        Shape::Inline => push_inlines(out, &one_line(blocks)),
    }
}

/// Adds a piece; `found` is what stands in all of them.
fn push_piece(out: &mut String, piece: &Piece<'_>, found: u8, targets: &dyn Targets) {
    if let Piece::Link { destination, label, .. } = piece
        && let LeadsTo::Page(link) = LeadsTo::read(destination, targets)
    {
        push_link(out, &link, |out| push_looked_at(out, label, found));
    } else {
        push_looked_at(out, piece.shown(), found);
    }
}

fn push_link(out: &mut String, link: &Link, push_label: impl FnOnce(&mut String)) {
    out.push_str("<a href=\"");
    push_html(out, &link.href);
    out.push_str(if link.outside { "\" rel=\"noopener noreferrer\">" } else { "\">" });
    push_label(out);
    out.push_str("</a>");
}

fn push_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => {
                out.push_str("<p>");
                push_inlines(out, inlines);
                out.push_str("</p>\n");
            }
            Block::Quote(blocks) => {
                out.push_str("<blockquote>\n");
                push_blocks(out, blocks);
                out.push_str("</blockquote>\n");
            }
            Block::List(list) => push_list(out, list),
            Block::Code(code) => {
                out.push_str("<pre><code>");
                push_html(out, code);
                out.push_str("\n</code></pre>\n");
            }
            Block::Rule => out.push_str("<hr>\n"),
        }
    }
}

fn push_list(out: &mut String, list: &List) {
    out.push_str(match list.first {
        None => "<ul>\n",
        Some(1) => "<ol>\n",
        Some(_) => "<ol start=\"",
    });
    if let Some(first) = list.number(0).filter(|first| *first != 1) {
        out.push_str(&first.to_string());
        out.push_str("\">\n");
    }
    let compact = list.is_compact();
    for item in &list.items {
        out.push_str("<li>");
        match item.split_first() {
            Some((Block::Paragraph(inlines), rest)) if compact => {
                push_inlines(out, inlines);
                out.push_str(if rest.is_empty() { "" } else { "\n" });
                push_blocks(out, rest);
            }
            Some(_) => {
                out.push('\n');
                push_blocks(out, item);
            }
            None => {}
        }
        out.push_str("</li>\n");
    }
    out.push_str(if list.first.is_some() { "</ol>\n" } else { "</ul>\n" });
}

fn push_inlines(out: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => push_html(out, text),
            Inline::Break => out.push_str("<br>\n"),
            Inline::Code(code) => {
                out.push_str("<code>");
                push_html(out, code);
                out.push_str("</code>");
            }
            Inline::Marked(mark, content) => {
                let (start, end) = tags(*mark);
                out.push_str(start);
                push_inlines(out, content);
                out.push_str(end);
            }
            Inline::Link(link, content) => push_link(out, link, |out| push_inlines(out, content)),
        }
    }
}

fn tags(mark: Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Emphasis => ("<em>", "</em>"),
        Mark::Strong => ("<strong>", "</strong>"),
        Mark::Struck => ("<del>", "</del>"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::RefKind;
    use super::super::plain::Nowhere;
    use super::*;
    use std::borrow::Cow;

    struct Here;

    impl Targets for Here {
        fn href(&self, _: RefKind, id: &str) -> Option<Cow<'_, str>> {
            Some(Cow::Owned(format!("#{id}")))
        }
    }

    #[test]
    fn what_needs_no_tree_is_written_as_a_tree_of_it_would_be() {
        for text in [
            "4 of 5",
            "It's “so”",
            "A [b's c](fact:d), [e](javascript:f).",
            "[a](https://b.example/c) [d](entity:e)[f](source:g)",
            "a\u{a0}[b](question:c)“d” “[e](fact:F)”",
        ] {
            assert_ne!(Seen::of(text).form, Form::Marked, "{text:?}");
            for shape in [Shape::Block, Shape::Inline] {
                for targets in [&Here as &dyn Targets, &Nowhere] {
                    let mut long = String::new();
                    push_tree(&mut long, reader::paragraph(text, targets), shape);
                    assert_eq!(to_html(text, shape, targets), long, "{text:?} {shape:?}");
                }
            }
        }
    }
}
