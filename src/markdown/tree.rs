//! What a field may hold, as a tree. Its depth is bounded by whoever builds it, so writers may recurse.

/// Something on lines of its own. None is empty but an item.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Vec<Inline>),
    Quote(Vec<Block>),
    List(List),
    /// Code, without a line break at its end.
    Code(String),
    /// A line across, between two matters.
    Rule,
}

/// A list of items; an ordered one begins at a number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct List {
    pub(super) first: Option<u64>,
    pub(super) items: Vec<Vec<Block>>,
}

/// Something in a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Inline {
    /// Text without control characters. White space in it is single spaces, and line feeds where the author broke the line.
    Text(String),
    /// Code on one line, not blank.
    Code(String),
    /// A line break that the author insisted on.
    Break,
    /// Marked text, not blank. A mark never stands inside its like.
    Marked(Mark, Vec<Inline>),
    /// A link with its text, which is not blank and holds no link.
    Link(Link, Vec<Inline>),
}

/// How text is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Emphasis,
    Strong,
    Struck,
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) href: String,
    /// Whether it leads to the web.
    pub(super) outside: bool,
}

impl List {
    /// Whether all items are one paragraph, or one and a list as simple, so that no blank lines are needed between them.
    pub(super) fn is_compact(&self) -> bool {
        self.items.iter().all(|item| match item.as_slice() {
            [Block::Paragraph(_)] => true,
            // In Markdown a list that interrupts a paragraph begins at 1.
            [Block::Paragraph(_), Block::List(list)] => {
                list.first.is_none_or(|n| n == 1) && list.is_compact()
            }
            _ => false,
        })
    }

    /// The number of the nth item, counted from zero; Markdown allows nine digits.
    pub(super) fn number(&self, nth: usize) -> Option<u64> {
        let nth = u64::try_from(nth).unwrap_or(u64::MAX);
        self.first.map(|first| first.saturating_add(nth).min(999_999_999))
    }
}

/// Whether a reader would see nothing.
pub(super) fn is_blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Code(_) | Inline::Marked(..) | Inline::Link(..) => false,
    })
}

/// Adds text to what stands last, if that is text too.
pub(super) fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.push_str(text);
    } else if !text.is_empty() {
        inlines.push(Inline::Text(text.to_owned()));
    }
}

/// Drops white space and line breaks at both ends.
pub(super) fn trim(inlines: &mut Vec<Inline>) {
    trim_start(inlines);
    trim_end(inlines);
}

fn trim_start(inlines: &mut Vec<Inline>) {
    let blank = inlines.iter().take_while(|it| is_blank(std::slice::from_ref(*it))).count();
    inlines.drain(..blank);
    match inlines.first_mut() {
        Some(Inline::Text(text)) => *text = text.trim_start().to_owned(),
        Some(Inline::Marked(_, content) | Inline::Link(_, content)) => trim_start(content),
        _ => {}
    }
}

fn trim_end(inlines: &mut Vec<Inline>) {
    let blank = inlines.iter().rev().take_while(|it| is_blank(std::slice::from_ref(*it))).count();
    inlines.truncate(inlines.len() - blank);
    match inlines.last_mut() {
        Some(Inline::Text(text)) => text.truncate(text.trim_end().len()),
        Some(Inline::Marked(_, content) | Inline::Link(_, content)) => trim_end(content),
        _ => {}
    }
}
