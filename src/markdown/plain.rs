//! Prose → plain text.

use std::borrow::Cow;

use super::line::one_line;
use super::simple::Form;
use super::tree::{Inline, Mark};
use super::visible::single_spaced;
use super::{RefKind, Seen, Targets, reader, simple};
use crate::model::Prose;

/// Carries no links.
pub(super) struct Nowhere;

impl Targets for Nowhere {
    fn href(&self, _: RefKind, _: &str) -> Option<Cow<'_, str>> {
        None
    }
}

/// Prose as plain text on one line: marks of emphasis and destinations of links are gone, white space is single.
///
/// What was struck out keeps its tildes, and a quote gets quotation marks: without them, what was withdrawn would stand as if
/// it held, and another's words as if they were the author's.
#[must_use]
pub fn to_plain(text: &str) -> String {
    plain(text, Seen::of(text)).into_owned()
}

/// The same, without a copy of what is plain as it is.
pub(crate) fn as_plain(prose: &Prose) -> Cow<'_, str> {
    plain(prose.as_str(), prose.seen())
}

/// Whether prose is text alone, without a mark or a link.
pub(crate) fn is_plain(prose: &Prose) -> bool {
    prose.seen().form == Form::Plain
}

fn plain(text: &str, seen: Seen) -> Cow<'_, str> {
    match seen.form {
        Form::Plain => Cow::Borrowed(text),
        Form::Linked => Cow::Owned(simple::shown(text)),
        Form::Marked => Cow::Owned(of_tree(text)),
    }
}

fn of_tree(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, &one_line(reader::parsed(text, &Nowhere)));
    single_spaced(&out).trim().to_owned()
}

fn push(out: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Break => out.push(' '),
            Inline::Marked(Mark::Struck, content) => {
                out.push_str("~~");
                push(out, content);
                out.push_str("~~");
            }
            Inline::Marked(_, content) | Inline::Link(_, content) => push(out, content),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_no_tree_is_what_the_tree_would_say() {
        for text in ["4 of 5", "A [b c](fact:d), [e](javascript:f).", "[a](b) [c](d)", "a\u{a0}[b](c)“d”"]
        {
            assert_ne!(Seen::of(text).form, Form::Marked, "{text:?}");
            assert_eq!(to_plain(text), of_tree(text), "{text:?}");
        }
    }
}
