//! Plain text in Markdown and in HTML.

use super::visible::visible;

/// Plain text as Markdown that shows it as it is, on one line, wherever a template puts it: in a paragraph, a heading, a list
/// item, a table cell, between asterisks.
///
/// Only what can matter at its place is escaped, so that ordinary prose stays readable in the source too. A bare address is
/// left alone: a renderer that makes it a link makes it a link to what is read.
#[must_use]
pub fn escape(text: &str) -> String {
    let text = visible(text);
    let mut escaped = String::with_capacity(text.len() + 8);
    push_escaped(&mut escaped, text.trim(), true);
    escaped
}

/// Escapes a piece of text; `at_start` is whether it begins a block, where more characters matter.
pub(super) fn push_escaped(out: &mut String, text: &str, at_start: bool) {
    if at_start {
        out.push_str(start_of_block(text));
    }
    // An ordered marker is the one case in which the character to escape is not the first.
    let marker = if at_start { ordered_marker(text) } else { None };
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let at = text.len() - rest.len();
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
        match character {
            '\n' | '\t' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' => {
                out.push('\\');
                out.push(character);
            }
            '&' if starts_entity(rest) => out.push_str("\\&"),
            '!' if rest.starts_with('[') => out.push_str("\\!"),
            '.' | ')' if marker == Some(at) => {
                out.push('\\');
                out.push(character);
            }
            other => out.push(other),
        }
    }
}

/// A backslash, where the text begins like a heading, a quote, a list, a rule or an underline.
fn start_of_block(text: &str) -> &'static str {
    match text.chars().next() {
        Some('#' | '>' | '+' | '-' | '=') => "\\",
        _ => "",
    }
}

/// Where the dot or bracket of `1.` or `1)` stands.
fn ordered_marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let follows = text.get(digits..)?;
    (digits > 0 && digits <= 9 && follows.starts_with(['.', ')'])).then_some(digits)
}

/// Whether an ampersand before this text would be read as a character reference.
fn starts_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches('#');
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    length > 0 && name.get(length..).is_some_and(|after| after.starts_with(';'))
}

/// Plain text as HTML, for an element or a quoted attribute.
#[must_use]
pub fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    push_html(&mut escaped, text);
    escaped
}

pub(super) fn push_html(out: &mut String, text: &str) {
    for character in visible(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_prose_stays_as_it_is() {
        for text in [
            "Lt. Colonel Hasan Göz",
            "5–20 %, by 2025-03-05",
            "a hyphenated-word (in brackets): yes",
            "AT&T & Sons",
            "https://example.org/a-b",
            "“quoted” and #tagged",
            "شمال سوريا",
        ] {
            assert_eq!(escape(text), text);
        }
    }

    #[test]
    fn what_would_act_is_escaped() {
        for (text, escaped) in [
            ("a | b", "a \\| b"),
            ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"),
            ("<b>[x](y)", "\\<b>\\[x\\](y)"),
            ("&lt; &#60; &x", "\\&lt; \\&#60; &x"),
            ("# no heading", "\\# no heading"),
            ("- no list", "\\- no list"),
            ("12. no list", "12\\. no list"),
            ("> no quote", "\\> no quote"),
            ("--- no rule", "\\--- no rule"),
            ("two\nlines", "two lines"),
            ("~~kept~~", "\\~\\~kept\\~\\~"),
            ("![x](y)", "\\!\\[x\\](y)"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }
}
