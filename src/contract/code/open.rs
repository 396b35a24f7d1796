//! Tags that are never closed.

use super::lexer::{Tag, Token, tags};
use crate::span::{Span, Spanned};

/// The last tag of a text that wants an end and has none, by its word.
#[must_use]
pub fn unclosed(text: &str) -> Option<Spanned<String>> {
    let mut open: Vec<Spanned<String>> = Vec::new();
    for tag in tags(text).iter().filter(|tag| !tag.prints) {
        let Some((word, span)) = word(tag) else { continue };
        if word.starts_with("end") {
            open.pop();
        } else if wants_an_end(word, tag) {
            open.push(Spanned::new(word.to_owned(), span));
        }
    }
    open.pop()
}

fn word<'t>(tag: &Tag<'t>) -> Option<(&'t str, Span)> {
    match tag.tokens.first() {
        Some((Token::Word(word), span)) => Some((*word, *span)),
        _ => None,
    }
}

fn wants_an_end(word: &str, tag: &Tag<'_>) -> bool {
    match word {
        "if" | "for" | "block" | "filter" | "component" => true,
        "set" | "set_global" => !tag.tokens.iter().any(|(token, _)| *token == Token::Sign("=")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::unclosed;

    #[test]
    fn the_innermost_is_told() {
        let told = |text| unclosed(text).map(|it| (it.value, it.span.start()));
        assert_eq!(told("{% if a %}{% for b in c %}{% endfor %}"), Some(("if".to_owned(), 3)));
        assert_eq!(told("{% set a = 1 %}{% set b %}x"), Some(("set".to_owned(), 18)));
        assert_eq!(told("{% if a %}{% else %}{% endif %}{% include 'x' %}"), None);
    }
}
