//! The Markdown of a document as plain text that reads well in a mail: headings are underlined, what is strong stands between
//! asterisks, backslashes are gone, and long items stand apart.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::super::Document;
use super::html::events;

/// The width that a mail is read at, in characters: lines under headings are no longer, and longer items stand apart.
const WIDTH: usize = 72;

/// The text part, with the handling label first and last.
pub(super) fn part(document: &Document, markdown: &str) -> String {
    let mut writer = Writer::default();
    for event in events(markdown) {
        writer.take(event);
    }
    writer.end_line();
    match &document.marking {
        Some(marking) => format!("{0}\n\n{1}\n{0}\n", marking.label, writer.out),
        None => writer.out,
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    line: String,
    /// What stands before each line in the lists and quotes that are open.
    margins: Vec<String>,
    /// What stands before the next line instead of the last margin: the mark of a list item.
    mark: Option<String>,
    /// The number of the next item of each list that is open; none in a list without numbers.
    lists: Vec<Option<u64>>,
    /// The links that are open, each with where its text begins in the line.
    links: Vec<(String, usize)>,
    /// Whether an empty line comes before the next.
    apart: bool,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.push(&text);
            }
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak => self.end_line(),
            Event::Rule => self.rule(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.end_line();
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::BlockQuote(_) => {
                self.end_line();
                self.margins.push("> ".to_owned());
            }
            Tag::Link { dest_url, .. } => self.links.push((dest_url.into_string(), self.line.len())),
            Tag::Strong => self.line.push('*'),
            Tag::Strikethrough => self.line.push_str("~~"),
            Tag::Subscript => self.line.push('~'),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::List(_) => {
                self.lists.pop();
                self.apart |= self.lists.is_empty();
            }
            TagEnd::Item => {
                self.end_line();
                self.margins.pop();
                self.mark = None;
            }
            TagEnd::BlockQuote(_) => {
                self.end_line();
                self.margins.pop();
                self.apart = true;
            }
            TagEnd::Link => self.link(),
            TagEnd::Strong => self.line.push('*'),
            TagEnd::Strikethrough => self.line.push_str("~~"),
            TagEnd::Subscript => self.line.push('~'),
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.end_line();
                self.apart = true;
            }
            _ => {}
        }
    }

    /// Adds text, which has several lines in a block of code alone.
    fn push(&mut self, text: &CowStr<'_>) {
        let mut lines = text.split('\n');
        self.line.push_str(lines.next().unwrap_or_default());
        for line in lines {
            self.end_line();
            self.line.push_str(line);
        }
    }

    fn item(&mut self) {
        self.end_line();
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ => "- ".to_owned(),
        };
        self.margins.push(" ".repeat(mark.len()));
        self.mark = Some(mark);
    }

    /// Where a link leads stands behind its text, unless it is the text.
    fn link(&mut self) {
        let Some((href, start)) = self.links.pop() else { return };
        if self.line.get(start..).is_some_and(|text| text != href) {
            self.line.push_str(" <");
            self.line.push_str(&href);
            self.line.push('>');
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let under = match level {
            HeadingLevel::H1 => "=",
            HeadingLevel::H2 => "-",
            _ => "",
        };
        let width = self.line.chars().count().min(WIDTH);
        self.end_line();
        self.line.push_str(&under.repeat(width));
        self.end_line();
        self.apart = true;
    }

    fn rule(&mut self) {
        self.line.push_str("----");
        self.end_line();
        self.apart = true;
    }

    fn end_line(&mut self) {
        if self.line.trim().is_empty() {
            self.line.clear();
            return;
        }
        if std::mem::take(&mut self.apart) && !self.out.is_empty() {
            self.out.push('\n');
        }
        let outer = self.margins.len().saturating_sub(usize::from(self.mark.is_some()));
        self.out.extend(self.margins.iter().take(outer).map(String::as_str));
        self.out.push_str(&self.mark.take().unwrap_or_default());
        self.out.push_str(self.line.trim_end());
        self.out.push('\n');
        self.apart = !self.lists.is_empty() && self.line.chars().count() > WIDTH;
        self.line.clear();
    }
}
