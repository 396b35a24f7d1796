//! Where a link may lead.

/// What a reference in prose refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
pub(super) enum Destination {
    /// An address that a page may link to.
    Web(String),
    /// A part of the brief.
    Part(RefKind, String),
    /// Nothing that a page may link to.
    Refused,
}

/// Decides by an allow-list. Browsers skip control characters and white space in a scheme, so they go before it is read.
pub(super) fn destination(raw: &str, is_email: bool) -> Destination {
    let clean: String =
        raw.chars().filter(|c| !c.is_control() && !c.is_whitespace() && !is_invisible(*c)).collect();
    if is_email {
        return Destination::Web(format!("mailto:{clean}"));
    }
    let Some((scheme, rest)) = clean.split_once(':') else { return Destination::Refused };
    let part = |kind| Destination::Part(kind, rest.to_owned());
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" if rest.starts_with("//") && rest.len() > 2 => Destination::Web(clean),
        "mailto" if rest.contains('@') => Destination::Web(clean),
        "fact" => part(RefKind::Fact),
        "entity" => part(RefKind::Entity),
        "source" => part(RefKind::Source),
        "question" => part(RefKind::Question),
        _ => Destination::Refused,
    }
}

/// Zero-width and direction characters, soft hyphens and tags: nothing that belongs into an address.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_allowed_pass() {
        let web = |raw: &str| destination(raw, false) == Destination::Web(raw.to_owned());
        assert!(web("https://example.org/a?b#c") && web("HTTP://example.org") && web("mailto:a@b.example"));
        for raw in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "\u{200b}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//host/x",
            "../x",
            "x",
            "",
            "http:",
            "http://",
            "https:example.org",
            "mailto:",
        ] {
            assert_eq!(destination(raw, false), Destination::Refused, "{raw:?}");
        }
        assert_eq!(destination("fact:a-b", false), Destination::Part(RefKind::Fact, "a-b".to_owned()));
        assert_eq!(
            destination("ht\ntps://example.org", false),
            Destination::Web("https://example.org".to_owned())
        );
    }
}
