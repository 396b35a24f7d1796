//! The text of a template → its tags, in tokens.

use crate::span::Span;

/// The smallest piece of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A name or a word of the language.
    Word(&'t str),
    /// A text, without its quotation marks.
    Text(&'t str),
    /// A number.
    Number,
    /// An operator or a bracket.
    Sign(&'t str),
}

/// What stands in one pair of braces.
#[derive(Debug)]
pub(super) struct Tag<'t> {
    /// Whether it is `{{ … }}`.
    pub(super) prints: bool,
    pub(super) tokens: Vec<(Token<'t>, Span)>,
}

/// The tags of a template in order.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some((start, opening)) = opening(text, at) {
        let inside = start + 2;
        match opening {
            Opening::Comment => at = behind(text, inside, "#}"),
            Opening::Print => at = tag(text, inside, true, &mut tags),
            Opening::Do => {
                at = tag(text, inside, false, &mut tags);
                if tags.last().is_some_and(|tag| is_raw(tag)) {
                    at = end_of_raw(text, at);
                }
            }
        }
    }
    tags
}

enum Opening {
    Comment,
    Print,
    Do,
}

fn opening(text: &str, from: usize) -> Option<(usize, Opening)> {
    let rest = text.get(from..)?;
    rest.match_indices('{').find_map(|(at, _)| {
        let opening = match rest.as_bytes().get(at + 1)? {
            b'#' => Opening::Comment,
            b'{' => Opening::Print,
            b'%' => Opening::Do,
            _ => return None,
        };
        Some((from + at, opening))
    })
}

/// The place behind the next of these signs, or the end.
fn behind(text: &str, from: usize, sign: &str) -> usize {
    let found = text.get(from..).and_then(|rest| rest.find(sign));
    found.map_or(text.len(), |at| from + at + sign.len())
}

fn is_raw(tag: &Tag<'_>) -> bool {
    matches!(tag.tokens.as_slice(), [(Token::Word("raw"), _)])
}

fn end_of_raw(text: &str, from: usize) -> usize {
    let end = text.get(from..).and_then(|rest| rest.find("endraw")).map_or(text.len(), |at| from + at);
    behind(text, end, "%}")
}

/// Reads one tag, and returns the place behind it.
fn tag<'t>(text: &'t str, from: usize, prints: bool, tags: &mut Vec<Tag<'t>>) -> usize {
    let end = if prints { "}}" } else { "%}" };
    let mut tokens = Vec::new();
    let mut at = from;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let trimmed = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
        at += rest.len() - trimmed.len();
        if trimmed.strip_prefix('-').unwrap_or(trimmed).starts_with(end) {
            at = behind(text, at, end);
            break;
        }
        let (token, length) = token(trimmed);
        if let Some(token) = token {
            tokens.push((token, Span::new(at, at + length)));
        }
        at = (at + length.max(1)).min(text.len());
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    // The sign that trims white space stands directly behind the brace.
    if let Some((Token::Sign("-"), span)) = tokens.first()
        && span.start() == from
    {
        tokens.remove(0);
    }
    tags.push(Tag { prints, tokens });
    at
}

/// The signs of more than one character, the longer ones first.
const SIGNS: [&str; 10] = ["...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?["];

/// The token that a text begins with, and how many bytes it has.
fn token(text: &str) -> (Option<Token<'_>>, usize) {
    let Some(first) = text.chars().next() else { return (None, 0) };
    if first == '_' || first.is_ascii_alphabetic() {
        let length = text.bytes().take_while(|byte| *byte == b'_' || byte.is_ascii_alphanumeric()).count();
        return (text.get(..length).map(Token::Word), length);
    }
    if first.is_ascii_digit() {
        let length = text.bytes().take_while(|byte| *byte == b'.' || byte.is_ascii_digit()).count();
        return (Some(Token::Number), length);
    }
    if matches!(first, '"' | '\'' | '`') {
        let length = quoted(text, first);
        return (Some(Token::Text(text.get(1..length.saturating_sub(1)).unwrap_or_default())), length);
    }
    let long = SIGNS.iter().find(|sign| text.starts_with(**sign)).map_or(first.len_utf8(), |sign| sign.len());
    (text.get(..long).map(Token::Sign), long)
}

/// How many bytes a text in quotation marks has, with them.
fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == mark => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_raw_text_and_trimming_signs_are_no_code() {
        let tags = tags("a {# {{ b }} #} {{- c -}} {% raw %}{{ d }}{% endraw %} {{ -e }} {{ \"}}\" }}");
        let words: Vec<_> =
            tags.iter().map(|tag| tag.tokens.iter().map(|(it, _)| *it).collect::<Vec<_>>()).collect();
        assert_eq!(
            words,
            [
                vec![Token::Word("c")],
                vec![Token::Word("raw")],
                vec![Token::Sign("-"), Token::Word("e")],
                vec![Token::Text("}}")],
            ]
        );
    }

    #[test]
    fn no_text_makes_it_stumble() {
        for text in
            ["{{", "{%", "{#", "{{ \"ü", "{{ é }}", "{% raw %}", "{{ 'a\\", "{{ü", "{% - %}", "{{-", "}}{{}}"]
        {
            tags(text);
        }
    }
}
