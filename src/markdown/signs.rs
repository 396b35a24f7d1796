//! Signs that a text has for itself, where Markdown would take them for its own: `> 100 ships`, `6. Alay`, `- 5 °C`, `2*3*4`.
//!
//! Whoever writes a text of one line wants no list, quote or heading of it. Read as one, it would lose what its first sign says, or
//! become words to the letter that nobody has said.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// An event, and the bytes that it is about.
type Placed<'t> = (Event<'t>, Range<usize>);

/// The events of a text, with its own signs among them as text.
pub(super) fn kept<'t>(
    text: &'t str,
    events: impl Iterator<Item = Placed<'t>>,
) -> impl Iterator<Item = Placed<'t>> {
    let events = events.map(move |(event, at)| {
        (times(&event, &at, text).map_or(event, |sign| Event::Text(sign.into())), at)
    });
    let is_line = !text.trim().contains(['\n', '\r']);
    let (line, rest) = if is_line { (in_one_line(text, events), None) } else { (Vec::new(), Some(events)) };
    line.into_iter().chain(rest.into_iter().flatten())
}

/// The events of a text of one line: what would mark a block in it is text.
fn in_one_line<'t>(text: &'t str, events: impl Iterator<Item = Placed<'t>>) -> Vec<Placed<'t>> {
    let (of_blocks, inline): (Vec<_>, Vec<_>) = events.partition(|(event, _)| is_of_block(event));
    if !inline.is_empty() && of_blocks.iter().all(|(event, _)| is_of_paragraph(event)) {
        return inline;
    }
    let from = inline.first().map_or(text.len(), |(_, at)| at.start);
    let to = inline.iter().map(|(_, at)| at.end).max().unwrap_or(text.len());
    let sign = |at: Range<usize>| {
        // What is escaped behind a sign has its backslash outside of its place.
        let sign = text.get(at.clone())?.trim_end_matches('\\');
        (!sign.trim().is_empty()).then(|| (Event::Text(sign.into()), at))
    };
    sign(0..from).into_iter().chain(inline).chain(sign(to..text.len())).collect()
}

fn is_of_paragraph(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph))
}

/// Whether an event begins or ends a block, or is one. Raw HTML is told of as such wherever it stands.
fn is_of_block(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
                | Tag::List(_)
                | Tag::Item
        ),
        Event::End(tag) => matches!(
            tag,
            TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::CodeBlock
                | TagEnd::List(_)
                | TagEnd::Item
        ),
        Event::Rule => true,
        _ => false,
    }
}

/// The asterisks that stand between digits, where they would be a mark of emphasis.
fn times(event: &Event<'_>, at: &Range<usize>, text: &str) -> Option<&'static str> {
    let sign = match event {
        Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => "*",
        Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => "**",
        _ => return None,
    };
    let before = text.get(..at.start)?.chars().next_back()?;
    let behind = text.get(at.start..)?.strip_prefix(sign)?.chars().next()?;
    (before.is_ascii_digit() && behind.is_ascii_digit()).then_some(sign)
}

#[cfg(test)]
mod tests {
    use crate::markdown::plain::Nowhere;
    use crate::markdown::{Shape, to_markdown, to_plain};

    #[test]
    fn a_text_of_one_line_keeps_what_it_begins_with() {
        for text in [
            "> 100 ships",
            ">> 5",
            "1984. That was it",
            "+ 30",
            "# 3 quay #",
            "---",
            "``` a",
            "[a]: b",
            "* 5",
            "-",
        ] {
            assert_eq!(to_plain(text), text);
            assert_eq!(to_plain(&format!(" {text}\n")), text);
            assert_eq!(to_plain(&to_markdown(text, Shape::Block, &Nowhere)), text);
        }
    }

    #[test]
    fn blocks_of_several_lines_are_blocks() {
        assert_eq!(to_plain("- one\n- two"), to_plain("* one\n* two"));
        assert_eq!(to_plain("It said:\n\n> So.\n> It is."), "It said: “So. It is.”");
    }

    #[test]
    fn digits_are_multiplied_and_words_emphasised() {
        assert_eq!(to_plain("2*3*4 and 2**3**4"), "2*3*4 and 2**3**4");
        assert_eq!(to_plain("*3* of **4**, a*b*c"), "3 of 4, abc");
    }
}
