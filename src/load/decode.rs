//! Nodes → values, collecting every problem.

use std::borrow::Cow;

use super::lost;
use super::problems::Problems;
use super::tree::{Entry, Node, Value};
use crate::diagnostic::{Diagnostic, codes};
use crate::span::Spanned;

/// A value that can be read from a node. `None` means that a problem has been reported.
pub(crate) trait Decode: Sized {
    /// Whether it is text to be read by people, of which no part may be lost.
    const IS_TEXT: bool = false;

    fn decode(node: &Node<'_>, problems: &mut Problems<'_>) -> Option<Self>;
}

/// Reports what is lost of a text behind a `#`. Nearly no file has any that could be.
pub(super) fn loses_text<T: Decode>(entry: Option<&Entry<'_>>, problems: &mut Problems<'_>) -> bool {
    T::IS_TEXT && problems.may_lose_text && entry.is_some_and(|entry| lost::of_entry(entry, problems))
}

pub(super) fn decode_item<T: Decode>(node: &Node<'_>, problems: &mut Problems<'_>) -> Option<Spanned<T>> {
    if T::IS_TEXT && problems.may_lose_text {
        lost::of_value(node, problems);
    }
    decode_spanned(node, problems)
}

pub(super) fn decode_spanned<T: Decode>(node: &Node<'_>, problems: &mut Problems<'_>) -> Option<Spanned<T>> {
    T::decode(node, problems).map(|value| Spanned::new(value, node.span))
}

/// The text of a scalar, or a report that there is none.
pub(super) fn scalar<'n>(
    node: &'n Node<'_>,
    noun: &str,
    problems: &mut Problems<'_>,
) -> Option<&'n Cow<'n, str>> {
    match &node.value {
        Value::Scalar(text) => Some(text),
        Value::Broken => None,
        other => {
            let message = format!("{noun} is one text, not {}", shape(other));
            let diagnostic = Diagnostic::new(&codes::WRONG_SHAPE, problems.path(), node.span, message);
            let help = matches!(other, Value::Map(_) | Value::List(_))
                .then_some("text that starts with `[` or `{`, or holds `: `, goes in quotation marks");
            problems.push(diagnostic.with_help_opt(help));
            None
        }
    }
}

pub(super) fn shape(value: &Value<'_>) -> &'static str {
    match value {
        Value::Absent | Value::Broken => "nothing",
        Value::Scalar(_) => "one text",
        Value::List(_) => "a list",
        Value::Map(_) => "keys with values",
    }
}
