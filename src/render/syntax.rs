//! What the template engine does not say of a mistake in the form of a template.

use std::ops::Range;

use crate::contract::unclosed;
use crate::span::Span;
use crate::suggest::suggest;

/// The words that tags begin with.
const TAGS: [&str; 17] = [
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "endset",
    "block",
    "endblock",
    "extends",
    "include",
    "filter",
    "endfilter",
    "component",
    "endcomponent",
    "raw",
];

/// A better place for a message of the engine, where its own is not that of the mistake, and what to do.
pub(super) fn better(message: &str, text: &str, at: &Range<usize>) -> (Option<Span>, Option<String>) {
    match message {
        "Unknown tag" => (None, text.get(at.clone()).map(tag)),
        "Unexpected end of input" => {
            let open = unclosed(text);
            let help = open.as_ref().map(|it| format!("this `{}` has no `end{}`", it.value, it.value));
            (open.map(|it| it.span), help)
        }
        _ => (None, None),
    }
}

/// What to do about a tag that there is not.
fn tag(word: &str) -> String {
    match suggest(word, TAGS) {
        Some(near) => format!("did you mean `{near}`?"),
        None if matches!(word, "macro" | "import" | "call") => {
            "what other engines call macros are components: `{% component name(argument) %}…{% endcomponent %}`"
                .to_owned()
        }
        None => format!("there are {}", TAGS.join(", ")),
    }
}
