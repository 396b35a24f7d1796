//! YAML text → a tree in which every key and value carries its place. The only file that names the YAML crate.
//!
//! Briefs do without the parts of YAML that make a text mean something else than it says: aliases, merge keys, tags,
//! several documents, keys that are not plain text. Scalars stay text until the type that wants them asks.

use std::borrow::Cow;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span as YamlSpan};

use super::everyday;
use super::problems::Problems;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::SourceFile;
use crate::span::{Span, Spanned};

/// How deeply values may be nested. A position's quote, the deepest part of a brief, is at 7.
const MAX_DEPTH: usize = 32;

/// How many keys a mapping may have. A brief, the largest record, has 21.
const MAX_KEYS: usize = 256;

/// A value and its place.
pub(crate) type Node<'t> = Spanned<Value<'t>>;

#[derive(Debug)]
#[cfg_attr(test, derive(PartialEq))]
pub(crate) enum Value<'t> {
    /// Nothing was written, or `null` or `~`.
    Absent,
    /// Something was written that has been reported already.
    Broken,
    Scalar(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Map(Vec<Entry<'t>>),
}

impl<'t> Value<'t> {
    /// What a text without quotation marks is: some of them say that there is nothing.
    pub(super) fn plain(text: Cow<'t, str>) -> Self {
        if says_nothing(&text) { Self::Absent } else { Self::Scalar(text) }
    }
}

/// Whether a text without quotation marks says that there is nothing.
pub(super) fn says_nothing(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

#[derive(Debug)]
#[cfg_attr(test, derive(PartialEq))]
pub(crate) struct Entry<'t> {
    pub(crate) key: Spanned<Cow<'t, str>>,
    pub(crate) value: Node<'t>,
}

/// Reads the one document of a file. `None` means that a problem was reported which leaves nothing to read.
pub(crate) fn parse<'t>(problems: &mut Problems<'t>) -> Option<Node<'t>> {
    let file = problems.file;
    everyday::read(&file.text).or_else(|| parse_any(problems))
}

/// Reads a file of which any part may be any form of YAML.
pub(super) fn parse_any<'t>(problems: &mut Problems<'t>) -> Option<Node<'t>> {
    let file = problems.file;
    // What the file itself holds no sign of can be written in quotation marks, with a backslash.
    problems.may_act |= file.text.contains('\\');
    let options = granit_parser::options! { emit_unresolved_aliases: true };
    let mut builder = Builder { file, problems, open: Vec::new(), root: None };
    for event in Parser::new_from_str_with_options(&file.text, options) {
        let taken = match event {
            Ok((event, span)) => builder.take(event, place(&span)),
            Err(error) => Err(builder.syntax(&error).into()),
        };
        if let Err(fatal) = taken {
            builder.problems.push(*fatal);
            return None;
        }
    }
    let root = builder.root;
    if root.is_none() {
        problems.push(
            Diagnostic::of_file(&codes::EMPTY, &file.path, "the file is empty")
                .with_help("`attache new TITLE` writes a first draft to start from"),
        );
    }
    root
}

fn place(span: &YamlSpan) -> Span {
    let range = span.byte_range().unwrap_or_default();
    Span::new(range.start, range.end)
}

/// A collection that has begun and not ended.
struct Open<'t> {
    start: usize,
    items: Items<'t>,
}

enum Items<'t> {
    List(Vec<Node<'t>>),
    Map { entries: Vec<Entry<'t>>, key: Option<Spanned<Cow<'t, str>>> },
}

struct Builder<'t, 'p> {
    file: &'t SourceFile,
    problems: &'p mut Problems<'t>,
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
}

/// `Err` is for what leaves nothing to read; anything else is reported and the reading goes on.
type Taken = Result<(), Box<Diagnostic>>;

impl<'t> Builder<'t, '_> {
    fn take(&mut self, event: Event<'t>, span: Span) -> Taken {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.plain_node(anchor, tag.is_some(), span);
                self.scalar(text, style, span)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.plain_node(anchor, tag.is_some(), span);
                self.begin(Items::List(Vec::new()), span)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.plain_node(anchor, tag.is_some(), span);
                self.begin(Items::Map { entries: Vec::new(), key: None }, span)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end(span);
                Ok(())
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => self.alias(span),
            Event::DocumentStart(..) if self.root.is_some() => Err(self
                .unsupported(span, "a second document begins here")
                .with_help("one file holds one brief")
                .into()),
            _ => Ok(()),
        }
    }

    fn plain_node(&mut self, anchor: usize, tagged: bool, span: Span) {
        let (message, sign) = match (anchor, tagged) {
            (0, false) => return,
            (0, true) => ("a tag (`!name`) is set on this value", '!'),
            _ => ("an anchor (`&name`) is set on this value", '&'),
        };
        let help = format!("remove it; text that starts with `{sign}` goes in quotation marks");
        let diagnostic = self.unsupported(span, message).with_help(help);
        self.problems.push(diagnostic);
    }

    fn alias(&mut self, span: Span) -> Taken {
        let diagnostic = self
            .unsupported(span, "an alias (`*name`) stands for a value written elsewhere")
            .with_help("write the value out; text that starts with `*` goes in quotation marks");
        if self.awaits_key() {
            return Err(diagnostic.into());
        }
        self.problems.push(diagnostic);
        self.place_node(Node { value: Value::Broken, span });
        Ok(())
    }

    /// Whether the next node is the key of a mapping.
    fn awaits_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { items: Items::Map { key: None, .. }, .. }))
    }

    fn begin(&mut self, items: Items<'t>, span: Span) -> Taken {
        if self.awaits_key() {
            return Err(self
                .unsupported(first_byte(span), "a list or a mapping is used as a key")
                .with_help("text that holds `{`, `[` or `: ` goes in quotation marks")
                .into());
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(
                Diagnostic::new(&codes::TOO_DEEP, &self.file.path, first_byte(span), too_deep()).into()
            );
        }
        self.open.push(Open { start: span.start(), items });
        Ok(())
    }

    fn end(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        // A block collection "ends" where the next thing begins; what belongs to it ends with its last value.
        let last = match &open.items {
            Items::List(nodes) => nodes.last().map(|node| node.span.end()),
            Items::Map { entries, .. } => entries.last().map(|entry| entry.value.span.end()),
        };
        let end = if span.end() > span.start() { span.end() } else { last.unwrap_or(span.end()) };
        let span = Span::new(open.start, end);
        let value = match open.items {
            Items::List(nodes) => Value::List(nodes),
            Items::Map { entries, .. } => Value::Map(entries),
        };
        self.place_node(Node { value, span });
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, span: Span) -> Taken {
        let span = self.trimmed(span);
        let plain = style == ScalarStyle::Plain;
        if self.awaits_key() {
            return self.key(Spanned::new(text, span), plain);
        }
        let value = if plain { Value::plain(text) } else { Value::Scalar(text) };
        self.place_node(Node { value, span });
        Ok(())
    }

    fn key(&mut self, new: Spanned<Cow<'t, str>>, plain: bool) -> Taken {
        if plain && new.value == "<<" {
            return Err(self
                .unsupported(new.span, "a merge key (`<<`) brings in keys written elsewhere")
                .with_help("write the keys out")
                .into());
        }
        let Some(Open { items: Items::Map { entries, key }, .. }) = self.open.last_mut() else {
            return Ok(());
        };
        if entries.len() >= MAX_KEYS {
            return Err(self
                .unsupported(new.span, &format!("a mapping has more than {MAX_KEYS} keys"))
                .into());
        }
        if let Some(first) = entries.iter().find(|entry| entry.key.value == new.value) {
            let message = format!("the key `{}` is given twice", new.value);
            let diagnostic = Diagnostic::new(&codes::DUPLICATE_KEY, &self.file.path, new.span, message)
                .with_label("the second time")
                .with_related(first.key.span, "the first time")
                .with_help("keep one of the two");
            self.problems.push(diagnostic);
        }
        *key = Some(new);
        Ok(())
    }

    fn place_node(&mut self, node: Node<'t>) {
        match self.open.last_mut().map(|open| &mut open.items) {
            None => self.root = Some(node),
            Some(Items::List(nodes)) => nodes.push(node),
            Some(Items::Map { entries, key }) => {
                if let Some(key) = key.take() {
                    entries.push(Entry { key, value: node });
                }
            }
        }
    }

    /// A place without the white space behind it: a block scalar's runs to the end of its last line.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.file.text.get(span.range()).unwrap_or_default();
        Span::new(span.start(), span.start() + text.trim_end().len())
    }

    fn unsupported(&self, span: Span, message: &str) -> Diagnostic {
        Diagnostic::new(&codes::UNSUPPORTED, &self.file.path, span, message)
    }

    fn syntax(&self, error: &ScanError) -> Diagnostic {
        let at = error.marker().byte_offset().unwrap_or_default();
        let span = Span::new(at, at);
        // The parser looks ahead, and may come upon the depth before this builder does.
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            return Diagnostic::new(&codes::TOO_DEEP, &self.file.path, span, too_deep());
        }
        let next = self.file.text.get(at..).and_then(|rest| rest.chars().next());
        let help = if self.is_tab(at) {
            "indent with spaces; YAML does not take tabs"
        } else if next.is_some_and(|next| next.is_control() && !next.is_whitespace()) {
            "take out the invisible control character that stands here"
        } else if self.is_glued(at) {
            "a key and its value have a space between them, behind the colon: `title: T`"
        } else if error.info().contains("flow") {
            "inside { } and [ ], text that holds one of , [ ] { } or `: ` or ` #`, or starts with one of & * ! | > ' \" % @ `, goes in quotation marks"
        } else {
            "text that holds `: ` or ` #`, or starts with one of [ ] { } & * ! | > ' \" % @ `, goes in quotation marks"
        };
        Diagnostic::new(&codes::SYNTAX, &self.file.path, span, format!("not YAML: {}", error.info()))
            .with_help(help)
    }

    /// Whether the line of this place, or the one before, is a key with its value right behind the colon. The parser takes that for a text,
    /// and is at a loss at the next colon.
    fn is_glued(&self, at: usize) -> bool {
        let before = self.file.text.get(..at).unwrap_or_default();
        let rest = self.file.text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default().to_owned() + rest;
        [line.as_str(), before.lines().rev().nth(1).unwrap_or_default()].into_iter().any(is_glued)
    }

    /// Whether a tab stands at this place, or indents its line.
    fn is_tab(&self, at: usize) -> bool {
        let text = &self.file.text;
        let line = text.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        line.trim_start_matches(' ').starts_with('\t')
            || text.get(at..).is_some_and(|rest| rest.starts_with('\t'))
    }
}

/// Whether a line is a key with its value right behind the colon. An address is none.
fn is_glued(line: &str) -> bool {
    let entry = line.trim_start_matches([' ', '-']);
    let key =
        entry.split_once(':').filter(|(key, _)| key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_'));
    key.is_some_and(|(key, value)| {
        !key.is_empty() && !value.is_empty() && !value.starts_with([' ', '/', '\r'])
    })
}

fn too_deep() -> String {
    format!("values are nested more than {MAX_DEPTH} deep")
}

fn first_byte(span: Span) -> Span {
    Span::new(span.start(), span.start() + 1)
}
