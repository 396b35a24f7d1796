//! Prose → safe Markdown that says the same in any renderer.

use super::escape::push_escaped;
use super::events::{Block, Piece, Span, pieces};
use super::links::Destination;
use super::visible::visible;
use super::{Shape, Targets};

/// Prose as CommonMark without HTML. Raw HTML is escaped, refused links are their text, headings are bold, each paragraph is
/// one line. There is no line break at the end.
#[must_use]
pub fn to_markdown(text: &str, shape: Shape, targets: &dyn Targets) -> String {
    let mut writer = Writer {
        out: String::new(),
        shape,
        targets,
        prefixes: Vec::new(),
        lists: Vec::new(),
        links: Vec::new(),
        code: false,
        fresh: true,
    };
    for piece in pieces(text) {
        writer.piece(&piece);
    }
    writer.out.truncate(writer.out.trim_end().len());
    writer.out
}

struct Writer<'a> {
    out: String,
    shape: Shape,
    targets: &'a dyn Targets,
    /// What each line of the open blocks begins with.
    prefixes: Vec<String>,
    /// The numbers of the next items of the open lists; none for bullets.
    lists: Vec<Option<u64>>,
    /// The ends of the open links.
    links: Vec<String>,
    /// Whether a code block is open.
    code: bool,
    /// Whether nothing of the current block has been written yet.
    fresh: bool,
}

impl Writer<'_> {
    fn piece(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(block) => self.open(*block),
            Piece::Close(block) => self.close(*block),
            Piece::Begin(Span::Link(destination)) => self.link(destination),
            Piece::End(Span::Link(_)) => {
                let end = self.links.pop().unwrap_or_default();
                self.write(&end);
            }
            Piece::Begin(span) | Piece::End(span) => self.write(mark(span)),
            Piece::Text(text) if self.code => self.code_lines(text),
            Piece::Text(text) => self.text(text),
            Piece::Code(code) => self.code_span(code),
            Piece::SoftBreak => self.write(" "),
            Piece::HardBreak => self.hard_break(),
            Piece::Rule => {
                if self.shape == Shape::Block {
                    self.begin_block();
                    self.write("***");
                }
            }
        }
    }

    fn write(&mut self, text: &str) {
        if !text.is_empty() {
            self.out.push_str(text);
            self.fresh = false;
        }
    }

    fn text(&mut self, text: &str) {
        // A block that begins with white space could become a code block.
        let text = if self.fresh { text.trim_start() } else { text };
        let fresh = self.fresh;
        push_escaped(&mut self.out, &visible(text), fresh);
        self.fresh &= text.is_empty();
    }

    /// A fence of backticks that is longer than any run of them inside.
    fn code_span(&mut self, code: &str) {
        let code = visible(code).replace(['\n', '\t'], " ");
        let fence = "`".repeat(longest_run(&code) + 1);
        let pad =
            if code.starts_with('`') || code.ends_with('`') || code.starts_with(' ') && code.ends_with(' ') {
                " "
            } else {
                ""
            };
        // A pipe would end a table cell even inside code; outside a table the backslash would be seen, so code with one is text.
        if code.contains('|') || code.trim().is_empty() {
            self.text(&code);
        } else {
            self.write(&format!("{fence}{pad}{code}{pad}{fence}"));
        }
    }

    fn code_lines(&mut self, code: &str) {
        if self.shape == Shape::Inline {
            self.text(code);
            return;
        }
        let code = visible(code);
        let fence = "`".repeat((longest_run(&code) + 1).max(3));
        self.write(&fence);
        for line in code.lines() {
            self.new_line();
            self.write(line);
        }
        self.new_line();
        self.write(&fence);
    }

    fn hard_break(&mut self) {
        if self.shape == Shape::Inline {
            self.write(" ");
        } else {
            self.write("\\");
            self.new_line();
            self.fresh = true;
        }
    }

    fn new_line(&mut self) {
        self.out.push('\n');
        for prefix in &self.prefixes {
            self.out.push_str(prefix);
        }
    }

    /// A blank line before every block but the first of its container.
    fn begin_block(&mut self) {
        if !self.fresh {
            self.out.truncate(self.out.trim_end_matches(' ').len());
            self.out.push('\n');
            let line: String = self.prefixes.concat();
            self.out.push_str(line.trim_end());
            self.new_line();
        }
        self.fresh = true;
    }

    fn open(&mut self, block: Block) {
        if self.shape == Shape::Inline {
            if !self.out.is_empty() && !self.out.ends_with(' ') {
                self.out.push(' ');
            }
            if block == Block::Item {
                self.write("• ");
            }
            return;
        }
        match block {
            Block::Paragraph => self.begin_block(),
            Block::Heading => {
                self.begin_block();
                self.write("**");
            }
            Block::Code => {
                self.begin_block();
                self.code = true;
            }
            Block::Quote => {
                self.begin_block();
                self.out.push_str("> ");
                self.prefixes.push("> ".to_owned());
            }
            Block::List(first) => {
                // A list inside an item follows on the next line; a blank one would set the items apart.
                if self.lists.is_empty() {
                    self.begin_block();
                }
                self.lists.push(first);
            }
            Block::Item => self.item(),
        }
    }

    fn item(&mut self) {
        if !self.fresh {
            self.new_line();
        }
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = format!("{number}. ");
                *number = number.saturating_add(1).min(999_999_999);
                marker
            }
            _ => "- ".to_owned(),
        };
        self.prefixes.push(" ".repeat(marker.len()));
        self.out.push_str(&marker);
        self.fresh = true;
    }

    fn close(&mut self, block: Block) {
        if self.shape == Shape::Inline {
            return;
        }
        match block {
            Block::Paragraph => {}
            Block::Heading => self.write("**"),
            Block::Code => self.code = false,
            Block::Quote | Block::Item => {
                self.prefixes.pop();
                self.fresh = false;
            }
            Block::List(_) => {
                self.lists.pop();
                self.fresh = false;
            }
        }
    }

    fn link(&mut self, destination: &Destination) {
        let href = match destination {
            Destination::Web(address) => Some(address.clone()),
            Destination::Part(kind, id) => self.targets.href(*kind, id).map(std::borrow::Cow::into_owned),
            Destination::Refused => None,
        };
        self.links.push(href.as_deref().map(|href| format!("]({})", bare(href))).unwrap_or_default());
        if href.is_some() {
            self.write("[");
        }
    }
}

fn mark(span: &Span) -> &'static str {
    match span {
        Span::Emphasis => "*",
        Span::Strong => "**",
        Span::Struck => "~~",
        Span::Link(_) | Span::Image => "",
    }
}

fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

/// An address without the characters that could end it in Markdown, in a table or in HTML.
fn bare(address: &str) -> String {
    let mut bare = String::with_capacity(address.len());
    for character in address.chars() {
        match character {
            '(' => bare.push_str("%28"),
            ')' => bare.push_str("%29"),
            '<' => bare.push_str("%3C"),
            '>' => bare.push_str("%3E"),
            '\\' => bare.push_str("%5C"),
            '|' => bare.push_str("%7C"),
            '`' => bare.push_str("%60"),
            '*' => bare.push_str("%2A"),
            '"' => bare.push_str("%22"),
            '&' => bare.push_str("&amp;"),
            other => bare.push(other),
        }
    }
    bare
}
