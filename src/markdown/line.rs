//! Blocks → one line that still tells them apart.

use super::tree::{Block, Inline, List, push_text};
use super::visible::single_spaced;

/// Runs blocks together. What a reader could no longer tell without the layout is said in signs: a quote is put into quotation
/// marks, so that its words do not become the author's; an item keeps its bullet or number.
pub(super) fn one_line(blocks: Vec<Block>) -> Vec<Inline> {
    let mut line = Vec::new();
    run_together(&mut line, blocks, false);
    line
}

fn run_together(line: &mut Vec<Inline>, blocks: Vec<Block>, quoted: bool) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => {
                separate(line);
                extend(line, inlines);
            }
            Block::Quote(blocks) if quoted => run_together(line, blocks, true),
            Block::Quote(blocks) => {
                separate(line);
                let mut quote = Vec::new();
                run_together(&mut quote, blocks, true);
                push_text(line, "“");
                extend(line, quote);
                push_text(line, "”");
            }
            Block::List(list) => items(line, list, quoted),
            Block::Code(code) => {
                separate(line);
                line.push(Inline::Code(single_spaced(&code).trim().to_owned()));
            }
            Block::Rule => {}
        }
    }
}

fn items(line: &mut Vec<Inline>, mut list: List, quoted: bool) {
    for (nth, item) in std::mem::take(&mut list.items).into_iter().enumerate() {
        let marker = list.number(nth).map_or_else(|| "• ".to_owned(), |number| format!("({number}) "));
        if last_character(line).is_some_and(|last| last != ' ') {
            push_text(line, " ");
        }
        push_text(line, &marker);
        let mut content = Vec::new();
        run_together(&mut content, item, quoted);
        extend(line, content);
    }
}

/// After a full stop or its like a space sets two blocks apart; elsewhere a dot helps.
fn separate(line: &mut Vec<Inline>) {
    if let Some(last) = last_character(line) {
        push_text(
            line,
            if last.is_alphanumeric() {
                " · "
            } else if last == ' ' {
                ""
            } else {
                " "
            },
        );
    }
}

fn last_character(line: &[Inline]) -> Option<char> {
    match line.last()? {
        Inline::Text(text) | Inline::Code(text) => text.chars().next_back(),
        Inline::Break => Some(' '),
        Inline::Marked(_, content) | Inline::Link(_, content) => last_character(content),
    }
}

fn extend(line: &mut Vec<Inline>, inlines: Vec<Inline>) {
    for inline in inlines {
        match unbroken(inline) {
            Inline::Text(text) if last_character(line) == Some(' ') => {
                push_text(line, text.trim_start_matches(' '));
            }
            Inline::Text(text) => push_text(line, &text),
            other => line.push(other),
        }
    }
}

fn unbroken(inline: Inline) -> Inline {
    let all = |content: Vec<Inline>| content.into_iter().map(unbroken).collect();
    match inline {
        Inline::Text(text) if text.contains('\n') => Inline::Text(text.replace('\n', " ")),
        Inline::Break => Inline::Text(" ".to_owned()),
        Inline::Marked(mark, content) => Inline::Marked(mark, all(content)),
        Inline::Link(link, content) => Inline::Link(link, all(content)),
        Inline::Text(_) | Inline::Code(_) => inline,
    }
}
