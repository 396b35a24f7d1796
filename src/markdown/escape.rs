//! Plain text in Markdown and in HTML.

use super::bytes::{self, ACTS, ADDRESS, BREAK, MARKUP, SPACES, SPECIAL};
use super::visible::{shown, single_spaced};

/// Plain text as Markdown that shows it as it is, on one line, wherever a template puts it: in a paragraph, a heading, a list
/// item, a table cell, the text of a link, between asterisks.
///
/// White space becomes single spaces, and none at the ends. Characters that act instead of being seen become U+FFFD (see
/// [`visible`](super::visible())). Of the rest, only what can matter at its place is escaped, so that ordinary prose stays readable in
/// the source: `-`, `1.` and their like at the beginning alone, `<` before a letter, `&` before what reads as a character reference.
/// `<` and `&` become character references, since not every renderer takes a backslash there.
///
/// A bare address (`https://…`, `www.…`) gets a backslash that keeps GitHub's and others' renderers from making it a link: HTML
/// made of the same text has none there, and the backslashes that the rest of an address may need would lead the link astray.
/// Mail addresses, `@names` and `:emoji:` are left alone.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    push_escaped(&mut escaped, text);
    escaped
}

/// Adds plain text as Markdown.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    let found = bytes::all_and_pairs(text);
    if found & (BREAK | SPACES | ACTS | SPECIAL | ADDRESS) == 0 && has_plain_ends(text) {
        out.push_str(text);
    } else if found & (BREAK | SPACES) != 0 {
        push_line(out, &shown(single_spaced(text).trim()), found);
    } else if found & ACTS != 0 {
        push_line(out, &shown(text.trim()), found);
    } else {
        push_line(out, text.trim(), found);
    }
}

/// Whether a text begins with a letter, and ends with a sign that is neither white space nor acts on what follows, as most do.
pub(super) fn has_plain_ends(text: &str) -> bool {
    // No character of two bytes is white space that begins so.
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, 0xC3..=0xDF);
    let is_inert = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'!' | b'}' | b'#');
    text.as_bytes().first().is_some_and(is_letter) && text.as_bytes().last().is_some_and(is_inert)
}

/// Adds a line of text; `found` is what stands in it.
fn push_line(out: &mut String, text: &str, found: u8) {
    let start = out.len();
    push_first(out, text, found);
    guard_end(out, start);
    guard_start(out, start);
}

/// Adds the text that a line begins with as [`push_text`] does; `found` is what stands in it.
pub(super) fn push_first(out: &mut String, text: &str, found: u8) {
    if found & (SPECIAL | ADDRESS) == 0 {
        out.push_str(text);
    } else {
        push_text(out, text, Before::Nothing);
    }
}

/// What stands before a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing: the text begins a block.
    Nothing,
    /// Something else in the same line.
    Something,
}

/// Adds text with escapes for what can matter anywhere in a line. What matters at its ends is left to [`guard_start`] and
/// [`guard_end`].
pub(super) fn push_text(out: &mut String, text: &str, before: Before) {
    let mut copied = 0;
    for (at, byte) in bytes::each(text, SPECIAL | ADDRESS) {
        let head = text.get(..at).unwrap_or_default();
        let rest = text.get(at + 1..).unwrap_or_default();
        let instead = match byte {
            b'\n' | b'\t' => " ",
            b'<' if may_open_tag(rest) => "&lt;",
            b'&' if may_be_reference(rest) => "&amp;",
            b'<' | b'&' => continue,
            _ if acts(head, char::from(byte), rest, before) => "\\",
            _ => continue,
        };
        out.push_str(text.get(copied..at).unwrap_or_default());
        out.push_str(instead);
        // Behind a backslash the character itself is still to come.
        copied = if instead == "\\" { at } else { at + 1 };
    }
    out.push_str(text.get(copied..).unwrap_or_default());
}

/// Whether a character could act where it stands, between `head` and `rest`.
fn acts(head: &str, character: char, rest: &str, before: Before) -> bool {
    let in_word = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
    let (previous, next) = (head.chars().next_back(), rest.chars().next());
    match character {
        // `|` ends a table cell; `^` and `$` are superscripts and mathematics to some.
        '\\' | '`' | '*' | '[' | ']' | '|' | '^' | '$' => true,
        // Inside a word an underscore marks nothing.
        '_' => !(in_word(previous) && in_word(next)),
        // A tilde that only opens finds nothing that closes: `~20 km`.
        '~' => {
            let opens = previous.map_or(before == Before::Nothing, char::is_whitespace) && in_word(next);
            !opens
        }
        // Bare addresses.
        ':' => in_word(previous) && rest.starts_with("//"),
        '.' => in_word(next) && ends_in_www(head),
        _ => false,
    }
}

fn ends_in_www(head: &str) -> bool {
    let mut back = head.chars().rev();
    back.by_ref().take(3).filter(|c| c.eq_ignore_ascii_case(&'w')).count() == 3
        && !back.next().is_some_and(char::is_alphanumeric)
}

/// Whether a renderer could take `<` before this text for the beginning of a tag or of a mail address. At the end, what follows is
/// not known.
fn may_open_tag(rest: &str) -> bool {
    let mut inside = rest.chars().take_while(|c| !c.is_whitespace() && !matches!(c, '<' | '>'));
    rest.chars().next().is_none_or(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
        || inside.any(|c| c == '@')
}

/// Whether `&` before this text could begin a character reference. At the end, what follows is not known.
fn may_be_reference(rest: &str) -> bool {
    let name = rest.trim_start_matches('#');
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match name.as_bytes().get(length) {
        Some(after) => length > 0 && *after == b';',
        None => true,
    }
}

/// A backslash before the last character of the line that begins at `start`, if something after it could make it act: `!` before a
/// link makes an image, and at the end of a heading `#` closes it and `}` gives it attributes.
pub(super) fn guard_end(out: &mut String, start: usize) {
    let line = out.get(start..).unwrap_or_default();
    let acts = match line.bytes().next_back() {
        Some(b'!' | b'}') => true,
        Some(b'#') => {
            let closes = line.trim_end_matches('#');
            closes.is_empty() || closes.ends_with(' ')
        }
        _ => false,
    };
    if acts {
        out.insert(out.len() - 1, '\\');
    }
}

/// A backslash, if the line that begins at `start` begins like a heading, a quote, a list, a rule, an underline or a definition.
pub(super) fn guard_start(out: &mut String, start: usize) {
    let line = out.get(start..).unwrap_or_default();
    let second = || line.chars().nth(1);
    match line.bytes().next() {
        Some(b'#' | b'>' | b':') => out.insert(start, '\\'),
        Some(b'-' | b'+' | b'=') if !second().is_some_and(char::is_alphanumeric) => out.insert(start, '\\'),
        Some(b'0'..=b'9') => {
            let marker = line.trim_start_matches(|c: char| c.is_ascii_digit());
            if let Some(after) = marker.strip_prefix(['.', ')'])
                && (after.is_empty() || after.starts_with(' '))
            {
                out.insert(out.len() - marker.len(), '\\');
            }
        }
        _ => {}
    }
}

/// Plain text as HTML, for an element or a quoted attribute.
#[must_use]
pub fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    push_html(&mut escaped, text);
    escaped
}

/// Adds plain text as HTML. Pages have some hundreds of places that do: the loop over a text stands once, and not in each of them.
#[inline(never)]
pub(crate) fn push_html(out: &mut String, text: &str) {
    push_looked_at(out, text, bytes::all(text));
}

/// Adds plain text as HTML; `found` is what stands in it.
#[inline]
pub(super) fn push_looked_at(out: &mut String, text: &str, found: u8) {
    // As nearly all texts are.
    if found & (MARKUP | ACTS) == 0 {
        out.push_str(text);
    } else {
        push_guarded(out, text, found);
    }
}

/// Adds text in which something may mean something in HTML, or act.
fn push_guarded(out: &mut String, text: &str, found: u8) {
    if found & ACTS == 0 {
        push_with_references(out, text);
    } else {
        push_with_references(out, &shown(text));
    }
}

/// Adds text with character references for what means something in HTML.
fn push_with_references(out: &mut String, text: &str) {
    let mut copied = 0;
    for (at, byte) in bytes::each(text, MARKUP) {
        out.push_str(text.get(copied..at).unwrap_or_default());
        out.push_str(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        copied = at + 1;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_prose_stays_as_it_is() {
        for text in [
            "Lt. Colonel Hasan Göz",
            "5–20 %, by 2025-03-05, ~20 km or -5 °C",
            "1.5 million; 0.1.0 (in brackets): yes!\u{a0}(1) no",
            "a hyphenated-word; snake_case_name; 10 < 20 > 5, <5 %",
            "AT&T & Sons, R&D, it's “quoted” and #tagged, C#",
            "a@b.example, @name, :emoji:, 12:30, ratio 1:2",
            "{{ braces }} inside",
            "شمال سوريا، می\u{200c}خواهم",
            "",
        ] {
            assert_eq!(escape(text), text);
        }
    }

    #[test]
    fn what_is_left_out_for_lack_of_need_would_change_nothing() {
        for text in [
            "Word",
            " two  words\n",
            "a\u{202e}b",
            "“c”",
            "12. d",
            "e #",
            "f & g; \"h\"",
            "-",
            "i!",
            "\u{a0}j",
            "k://l, now. www.m.example",
            "WWW.n: o/p",
            "q w://r",
            "st://u",
            "vx www.y",
            "zab www.c",
            "d 12",
            "e.",
            "f\u{a0}",
            "4 g",
            "élan.",
            "ا (ب)",
            "× 5",
            "\u{85}k.",
            "\u{2003}l,",
            "m}",
            "n!",
            "o-",
        ] {
            let mut long = String::new();
            push_line(&mut long, &shown(single_spaced(text).trim()), u8::MAX);
            assert_eq!(escape(text), long, "{text:?}");
            let mut long = String::new();
            push_looked_at(&mut long, text, u8::MAX);
            assert_eq!(escape_html(text), long, "{text:?}");
        }
    }

    #[test]
    fn what_would_act_is_escaped() {
        for (text, escaped) in [
            ("a | b", r"a \| b"),
            ("*bold* _it_ `code` __x__", r"\*bold\* \_it\_ \`code\` \_\_x\_\_"),
            ("<b>[x](y)</b> <", r"&lt;b>\[x\](y)&lt;/b> &lt;"),
            ("<1@a.example>", "&lt;1@a.example>"),
            ("&lt; &#60; &x &x; &", "&amp;lt; &amp;#60; &x &amp;x; &amp;"),
            ("~~gone~~ 2025-02~ a~b", r"\~\~gone\~\~ 2025-02\~ a\~b"),
            ("$5 and x^2", r"\$5 and x\^2"),
            (r"C:\Users\x", r"C:\\Users\\x"),
            ("see https://a.example/b", r"see https\://a.example/b"),
            ("WWW.a.example, awww.a", r"WWW\.a.example, awww.a"),
            ("two\r\n\tlines\n", "two lines"),
            ("\u{1b}[0m\u{202e}", "\u{fffd}\\[0m\u{fffd}"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn blocks_do_not_begin() {
        for (text, escaped) in [
            ("# heading", r"\# heading"),
            ("- list", r"\- list"),
            ("+", r"\+"),
            ("+++", r"\+++"),
            ("12. list", r"12\. list"),
            ("2025.", r"2025\."),
            ("1) list", r"1\) list"),
            ("> quote", r"\> quote"),
            ("--- rule", r"\--- rule"),
            ("=== underline", r"\=== underline"),
            (": definition", r"\: definition"),
            ("    code", "code"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn ends_do_not_act_on_what_follows() {
        for (text, escaped) in [
            ("Hello!", r"Hello\!"),
            ("a heading {#id}", r"a heading {#id\}"),
            ("closed #", r"closed \#"),
            ("closed ##", r"closed #\#"),
            ("#", r"\#"),
            ("C#", "C#"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn html_is_escaped_for_elements_and_attributes() {
        assert_eq!(
            escape_html("<a b=\"c\" d='e'>&\0"),
            "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\u{fffd}"
        );
    }
}
