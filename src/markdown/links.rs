//! Where a link may lead.

use std::borrow::Cow;

use super::Targets;
use super::tree::Link;
use crate::model::Id;

/// What a reference in prose refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RefKind {
    /// A key fact: `fact:`.
    Fact,
    /// A person, organisation or place: `entity:`.
    Entity,
    /// A source: `source:`.
    Source,
    /// An open question: `question:`.
    Question,
}

/// What became of a link's destination.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Destination<'r> {
    /// An address that a page may link to.
    Web(String),
    /// A part of the brief. The id is as it was written.
    Part(RefKind, Cow<'r, str>),
    /// Nothing that a page may link to.
    Refused,
}

/// What a link leads to.
pub(super) enum LeadsTo {
    Page(Link),
    /// A part of the brief that has no place where this is written.
    Nothing,
    /// What no page may link to.
    Refused,
}

impl LeadsTo {
    /// By the destination as it was written.
    pub(super) fn read(written: &str, targets: &dyn Targets) -> Self {
        match destination(written) {
            Destination::Web(href) => Self::Page(Link { href, outside: true }),
            Destination::Part(kind, id) if Id::is_one(&id) => match targets.href(kind, &id) {
                Some(href) => Self::Page(Link { href: href.into_owned(), outside: false }),
                None => Self::Nothing,
            },
            Destination::Part(..) | Destination::Refused => Self::Refused,
        }
    }
}

/// Decides by an allow-list.
///
/// Browsers skip control characters, and white space at the ends, before they read the scheme, so these go first. What else
/// cannot be seen stays in its place, encoded; in a scheme it makes one that is not on the list.
pub(super) fn destination(raw: &str) -> Destination<'_> {
    // As nearly all are.
    if raw.bytes().all(|byte| byte.is_ascii_graphic()) {
        return of_address(raw);
    }
    let visible: String = raw.chars().filter(|c| !c.is_control()).collect();
    match of_address(visible.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))) {
        Destination::Web(href) => Destination::Web(href),
        Destination::Part(kind, id) => Destination::Part(kind, id.into_owned().into()),
        Destination::Refused => Destination::Refused,
    }
}

/// The same of an address in which nothing has to go.
fn of_address(address: &str) -> Destination<'_> {
    let Some((scheme, rest)) = split_scheme(address) else { return Destination::Refused };
    let is = |name: &str| scheme.eq_ignore_ascii_case(name);
    if let Some((_, kind)) = PARTS.iter().find(|(name, _)| is(name)) {
        Destination::Part(*kind, rest.into())
    } else if (is("http") || is("https")) && names_host(rest) || is("mailto") && rest.contains('@') {
        Destination::Web(encode(address))
    } else {
        Destination::Refused
    }
}

/// What stands before the first colon and behind it.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let colon = memchr::memchr(b':', address.as_bytes())?;
    Some((address.get(..colon)?, address.get(colon + 1..)?))
}

/// The schemes of references.
const PARTS: [(&str, RefKind); 4] = [
    ("fact", RefKind::Fact),
    ("entity", RefKind::Entity),
    ("source", RefKind::Source),
    ("question", RefKind::Question),
];

fn names_host(rest: &str) -> bool {
    rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', '#', '\\']))
}

/// Percent-encodes what RFC 3986 keeps out of addresses, white space, and what cannot be seen. Letters of any script stay.
pub(super) fn encode(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for character in address.chars() {
        let unfit = matches!(character, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}');
        if unfit || character.is_whitespace() || character.is_control() || is_invisible(character) {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                encoded.push('%');
                encoded.extend([byte >> 4, byte & 15].map(hex));
            }
        } else {
            encoded.push(character);
        }
    }
    encoded
}

fn hex(digit: u8) -> char {
    char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase()
}

/// Zero-width and direction characters, soft hyphens and tags: what a reader cannot see in an address.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFFE}'..='\u{FFFF}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_allowed_pass_unchanged() {
        for raw in [
            "https://example.org/a?b#c",
            "HTTP://example.org",
            "mailto:a@b.example",
            "https://[2001:db8::1]/(x)",
            "https://ar.example/شمال",
        ] {
            assert_eq!(destination(raw), Destination::Web(raw.to_owned()));
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for raw in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "\u{200b}javascript:alert(1)",
            " javascript:alert(1)",
            "javascript&colon;alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://example.org/x",
            "//host/x",
            "\\\\host\\x",
            "../x",
            "#x",
            "x",
            "",
            ":",
            "http:",
            "http://",
            "http:///x",
            "http://\\x",
            "https:example.org",
            "ht\u{200b}tp://example.org",
            "http ://example.org",
            "ｈttp://example.org",
            "mailto:",
        ] {
            assert_eq!(destination(raw), Destination::Refused, "{raw:?}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_dropped_or_encoded() {
        let web =
            |raw: &str, address: &str| assert_eq!(destination(raw), Destination::Web(address.to_owned()));
        web("\u{feff} ht\ntps://example.org/ \u{200b}", "https://example.org/");
        web(" https://a.example ", "https://a.example");
        web("https://fa.example/می\u{200c}خ", "https://fa.example/می%E2%80%8Cخ");
        web("https://example.org/a b\u{202e}", "https://example.org/a%20b");
        web("https://example.org/\"<x>\\|`", "https://example.org/%22%3Cx%3E%5C%7C%60");
    }

    #[test]
    fn parts_keep_their_ids() {
        assert_eq!(destination("fact:a-b"), Destination::Part(RefKind::Fact, "a-b".into()));
        assert_eq!(destination("Question:x"), Destination::Part(RefKind::Question, "x".into()));
        assert_eq!(destination("fact:"), Destination::Part(RefKind::Fact, "".into()));
        assert_eq!(destination("\u{200b}fa\nct: a"), Destination::Part(RefKind::Fact, " a".into()));
    }
}
