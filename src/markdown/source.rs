//! Prose → safe Markdown that says the same in any renderer.

use super::escape::{self, Before, guard_end, guard_start};
use super::line::one_line;
use super::links::{LeadsTo, encode};
use super::marks;
use super::simple::{self, Form, Piece};
use super::tree::{Block, Inline, Link, List};
use super::{Seen, Shape, Targets, reader};
use crate::model::Prose;

/// Prose as CommonMark without HTML, of one form: each paragraph is one line, bullets are `-`, code blocks are fenced, emphasis is
/// asterisks, links carry their destination with them. Raw HTML is escaped, refused links are their text, headings are bold. There
/// is no line break at the end, and in a line there is none at all.
#[must_use]
pub fn to_markdown(text: &str, shape: Shape, targets: &dyn Targets) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push(&mut out, text, Seen::of(text), shape, targets);
    out
}

/// Adds prose as Markdown.
pub(crate) fn push_prose_as_markdown(out: &mut String, prose: &Prose, shape: Shape, targets: &dyn Targets) {
    push(out, prose.as_str(), prose.seen(), shape, targets);
}

fn push(out: &mut String, text: &str, seen: Seen, shape: Shape, targets: &dyn Targets) {
    let blocks = match seen.form {
        Form::Plain => return push_line(out, text, seen.found, shape),
        Form::Linked => match without_links(text, targets) {
            Some(text) => return push_line(out, &text, u8::MAX, shape),
            None => reader::paragraph(text, targets),
        },
        Form::Marked => reader::parsed(text, targets),
    };
    if let [Block::Paragraph(inlines)] = blocks.as_slice()
        && let [Inline::Text(text)] = inlines.as_slice()
    {
        push_line(out, text, u8::MAX, shape);
        return;
    }
    push_blocks(out, blocks, shape);
}

/// What is left of prose that is plain but for simple links, where none of them leads anywhere: our own files link no parts.
fn without_links(text: &str, targets: &dyn Targets) -> Option<String> {
    let mut left = String::with_capacity(text.len());
    for piece in simple::pieces(text) {
        if let Piece::Link { destination, .. } = piece
            && let LeadsTo::Page(_) = LeadsTo::read(destination, targets)
        {
            return None;
        }
        left.push_str(piece.shown());
    }
    Some(left)
}

fn push_blocks(out: &mut String, blocks: Vec<Block>, shape: Shape) {
    match shape {
        Shape::Block => out.push_str(&lines(&blocks).join("\n")),
        Shape::Inline => {
            let start = out.len();
            out.push_str(&paragraph(&one_line(blocks)));
            guard_end(out, start);
        }
    }
}

/// Adds a paragraph that is no more than text; `found` is what may stand in it.
fn push_line(out: &mut String, text: &str, found: u8, shape: Shape) {
    let start = out.len();
    escape::push_first(out, text, found);
    guard_start(out, start);
    if shape == Shape::Inline {
        guard_end(out, start);
    }
}

/// Blocks as lines, with blank lines between them.
fn lines(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut markers = Markers::default();
    for block in blocks {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(block_lines(block, &mut markers));
    }
    lines
}

fn block_lines(block: &Block, markers: &mut Markers) -> Vec<String> {
    let list = if let Block::List(list) = block { Some(list) } else { None };
    markers.next(list);
    match block {
        Block::Paragraph(inlines) => paragraph(inlines).split('\n').map(str::to_owned).collect(),
        Block::Quote(blocks) => lines(blocks).into_iter().map(|line| indented(">", &line)).collect(),
        Block::List(list) => list_lines(list, markers),
        Block::Code(code) => {
            let fence = "`".repeat(longest_run(code).max(2) + 1);
            let code = code.split('\n').map(str::to_owned);
            std::iter::once(fence.clone()).chain(code).chain([fence.clone()]).collect()
        }
        // Not hyphens, which begin a block of metadata, nor asterisks, which are bullets too.
        Block::Rule => vec!["___".to_owned()],
    }
}

/// How list items are marked. Two lists in a row differ in it, or they would be one.
#[derive(Debug, Default)]
struct Markers {
    /// Whether the block before was a list, and whether an ordered one.
    previous: Option<bool>,
    /// Whether the second kind of marker is in turn.
    second: bool,
}

impl Markers {
    fn next(&mut self, list: Option<&List>) {
        let ordered = list.map(|list| list.first.is_some());
        self.second = ordered.is_some() && ordered == self.previous && !self.second;
        self.previous = ordered;
    }

    fn marker(&self, number: Option<u64>) -> String {
        match (number, self.second) {
            (None, false) => "-".to_owned(),
            (None, true) => "*".to_owned(),
            (Some(number), false) => format!("{number}."),
            (Some(number), true) => format!("{number})"),
        }
    }
}

fn list_lines(list: &List, markers: &Markers) -> Vec<String> {
    let compact = list.is_compact();
    let mut all = Vec::new();
    for (nth, item) in list.items.iter().enumerate() {
        if nth > 0 && !compact {
            all.push(String::new());
        }
        let marker = markers.marker(list.number(nth));
        let content = if compact { compact_lines(item) } else { lines(item) };
        let indent = " ".repeat(marker.len());
        let mut content = content.iter();
        all.push(indented(&marker, content.next().map_or("", String::as_str)));
        all.extend(content.map(|line| indented(&indent, line)));
    }
    all
}

/// An item without blank lines inside.
fn compact_lines(item: &[Block]) -> Vec<String> {
    item.iter().flat_map(|block| block_lines(block, &mut Markers::default())).collect()
}

/// A line behind a prefix and a space, without white space at its end.
fn indented(prefix: &str, line: &str) -> String {
    if line.is_empty() { prefix.trim_end().to_owned() } else { format!("{prefix} {line}") }
}

/// A paragraph; it has a line break where the author insisted on one.
fn paragraph(inlines: &[Inline]) -> String {
    let mut line = marks::Line::default();
    push_inlines(&mut line, inlines);
    let source = line.finish();
    let mut lines: Vec<_> = source.split('\n').map(|line| line.trim_matches(' ').to_owned()).collect();
    for line in &mut lines {
        guard_start(line, 0);
    }
    lines.join("\n")
}

fn push_inlines(line: &mut marks::Line, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => push_text(line, text),
            Inline::Break => line.push("\\\n".to_owned()),
            Inline::Code(code) if may_be_code(line, code) => line.push(code_span(code)),
            Inline::Code(code) => push_text(line, code),
            Inline::Marked(mark, content) => {
                line.open(*mark);
                push_inlines(line, content);
                line.close();
            }
            Inline::Link(to, content) => push_link(line, to, content),
        }
    }
}

/// Whether code can be told from what stands around it. A pipe would end a table cell even inside code, and where there is no table
/// its backslash would be seen; backticks would be one with those before them.
fn may_be_code(line: &mut marks::Line, code: &str) -> bool {
    !code.contains('|') && !line.last_source().is_some_and(|last| last.ends_with('`'))
}

fn push_text(line: &mut marks::Line, text: &str) {
    let before = if line.is_empty() { Before::Nothing } else { Before::Something };
    let spaced = line.last_source().is_some_and(|last| last.ends_with(' '));
    let mut escaped = String::with_capacity(text.len() + 8);
    escape::push_text(&mut escaped, if spaced { text.trim_start_matches([' ', '\n']) } else { text }, before);
    line.push(escaped);
}

fn push_link(line: &mut marks::Line, to: &Link, content: &[Inline]) {
    if let Some(source) = line.last_source()
        && source.ends_with('!')
    {
        source.pop();
        source.push_str("\\!");
    }
    let destination = destination(&to.href);
    // An address that is its own text needs to be read only once.
    if to.outside && destination == to.href && matches!(content, [Inline::Text(text)] if *text == to.href) {
        line.push(format!("<{}>", to.href));
    } else {
        line.push("[".to_owned());
        push_inlines(line, content);
        line.push(format!("]({destination})"));
    }
}

/// An address as the destination of a link.
fn destination(href: &str) -> String {
    let has_references = href.contains(';');
    let mut destination = String::with_capacity(href.len());
    for character in encode(href).chars() {
        match character {
            '(' | ')' => destination.extend(['\\', character]),
            '&' if has_references => destination.push_str("&amp;"),
            other => destination.push(other),
        }
    }
    destination
}

/// A fence of backticks that is longer than any run of them inside.
fn code_span(code: &str) -> String {
    let fence = "`".repeat(longest_run(code) + 1);
    let pad = code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']);
    let pad = if pad { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
}

fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::plain::Nowhere;
    use super::*;

    fn tree_of(text: &str) -> Vec<Block> {
        match Seen::of(text).form {
            Form::Plain | Form::Linked => reader::paragraph(text, &Nowhere),
            Form::Marked => reader::parsed(text, &Nowhere),
        }
    }

    #[test]
    fn a_text_is_written_as_a_tree_of_it_would_be() {
        for text in [
            "4 of 5, www.a.example!",
            "a [b](fact:c): https://d.example #",
            "[ww](fact:c)w.d [e](entity:f)!",
            "- a",
            "1\\. a",
            "\\# a\nb & c *",
            "+",
            "2025\\.",
            "> ",
            "a <b> c_d~ {e}",
            "# a",
        ] {
            for shape in [Shape::Block, Shape::Inline] {
                let mut long = String::from("# ");
                push_blocks(&mut long, tree_of(text), shape);
                let mut short = String::from("# ");
                push(&mut short, text, Seen::of(text), shape, &Nowhere);
                assert_eq!(short, long, "{text:?} {shape:?}");
            }
        }
    }
}
