//! Text that YAML takes for a comment: `gate #4` without quotation marks ends in `gate`.

use super::problems::Problems;
use super::tree::{Entry, Node, Value};
use crate::diagnostic::{Diagnostic, codes};
use crate::span::Span;

/// Keys whose text is a word of a list: nothing that a reader would miss stands behind it.
const OF_WORDS: [&str; 2] = ["rule", "likelihood"];

/// Whether any `#` of a file is one that text can be lost at. Of most files this is all that is asked.
pub(super) fn is_possible(text: &str) -> bool {
    memchr::memchr_iter(b'#', text.as_bytes()).any(|at| begins_word(text, at))
}

/// Whether a `#` with a space before it has none behind it. Nobody begins a comment so by habit.
fn begins_word(text: &str, at: usize) -> bool {
    let is_behind_space =
        text.get(..at).is_some_and(|before| before.ends_with(is_space) || before.is_empty());
    let rest = || text.get(at..).unwrap_or_default().trim_start_matches('#');
    is_behind_space && rest().starts_with(|next| !is_space(next))
}

fn is_space(character: char) -> bool {
    character.is_ascii_whitespace()
}

/// Reports what is lost of the text of an entry, and says whether anything is.
pub(super) fn of_entry(entry: &Entry<'_>, problems: &mut Problems<'_>) -> bool {
    if OF_WORDS.contains(&entry.key.value.as_ref()) {
        return false;
    }
    if let Value::Absent = entry.value.value {
        let lost = in_place_of_value(&problems.file.text, entry.key.span);
        return lost.is_some_and(|lost| report(lost, problems));
    }
    of_value(&entry.value, problems)
}

/// Reports what is lost of a text, and says whether anything is.
pub(super) fn of_value(node: &Node<'_>, problems: &mut Problems<'_>) -> bool {
    let text = &problems.file.text;
    let written = text.get(node.span.range()).unwrap_or_default();
    if !matches!(node.value, Value::Scalar(_)) || written.starts_with(['"', '\'']) {
        return false;
    }
    let lost = on_line(text, node.span.end()).or_else(|| on_next_line(text, node.span));
    lost.is_some_and(|lost| report(lost, problems))
}

/// The comment where a key without a value has its text: behind it, or below it and further in.
fn in_place_of_value(text: &str, key: Span) -> Option<Span> {
    let rest = text.get(key.end()..)?;
    let behind = rest.trim_start_matches([' ', '\t']).strip_prefix(':')?;
    let end = text.len() - behind.len();
    let below = || {
        let (at, column) = on_line_below(text, end)?;
        comment(text, at).filter(|_| column > text_column(text, key.start()).unwrap_or_default())
    };
    on_line(text, end).or_else(below)
}

/// The comment behind a value that ends here, up to the end of its line.
fn on_line(text: &str, end: usize) -> Option<Span> {
    let rest = text.get(end..)?;
    let at = end + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    comment(text, at)
}

/// The comment on the line below a value, where it stands so far in that the text would go on there.
fn on_next_line(text: &str, value: Span) -> Option<Span> {
    let (at, column) = on_line_below(text, value.end())?;
    let first = text_column(text, value.start())?;
    // Below a key a comment stands in the column of the key, below a text of its own in that of the text.
    let from = text.get(..value.start())?.rfind('\n').map_or(0, |at| at + 1);
    let is_within = if from + first == value.start() { column >= first } else { column > first };
    comment(text, at).filter(|_| is_within)
}

/// Where the next line that is not blank begins behind its indentation, and how deep that is; nothing where something else stands on
/// this one. A line may hold any number of values, so that no more of it is looked at.
fn on_line_below(text: &str, end: usize) -> Option<(usize, usize)> {
    let rest = text.get(end..)?;
    let white = rest.get(..rest.len() - rest.trim_start_matches(is_space).len())?;
    let line = white.rfind('\n')? + 1;
    Some((end + white.len(), white.len() - line))
}

/// The column in which the text of the line around a place begins, behind the dashes of lists.
fn text_column(text: &str, place: usize) -> Option<usize> {
    let from = text.get(..place)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(from..)?;
    Some(line.len() - line.trim_start_matches([' ', '-']).len())
}

fn comment(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    if !rest.starts_with('#') || !begins_word(text, at) {
        return None;
    }
    let line = rest.lines().next().unwrap_or_default();
    Some(Span::new(at, at + line.trim_end().len()))
}

fn report(lost: Span, problems: &mut Problems<'_>) -> bool {
    let message = "this text ends before the `#`: YAML takes the rest of the line for a comment";
    let diagnostic = Diagnostic::new(&codes::LOST_TEXT, problems.path(), lost, message)
        .with_label("read by nobody")
        .with_help(
            "put the whole text in quotation marks; if this is a comment, write a space behind the `#`",
        );
    problems.push(diagnostic);
    true
}
