//! Web addresses of articles and sources.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An `http` or `https` address that is safe to put into a link: printable ASCII or letters, no white space.
/// Whether anything answers there is nobody's business during a build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline, extend("pattern" = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/]"))]
pub struct WebAddress(Box<str>);

/// Why a text is not a [`WebAddress`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebAddressError {
    /// It starts with neither `http://` nor `https://`.
    Scheme,
    /// It names no host.
    Host,
    /// It holds white space or a control character, at this byte.
    Character(usize),
}

impl WebAddress {
    /// Takes an absolute `http` or `https` address.
    ///
    /// # Errors
    /// When the scheme is another, the host is missing or a character cannot stand in an address.
    pub fn parse(text: &str) -> Result<Self, WebAddressError> {
        let rest = strip_scheme(text).ok_or(WebAddressError::Scheme)?;
        if let Some((at, _)) = text.char_indices().find(|(_, c)| c.is_whitespace() || is_unfit(*c)) {
            return Err(WebAddressError::Character(at));
        }
        if rest.starts_with(['/', '?', '#']) || rest.is_empty() {
            return Err(WebAddressError::Host);
        }
        Ok(Self(text.into()))
    }

    /// The address as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn strip_scheme(text: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let head = text.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| text.get(scheme.len()..)).flatten()
    })
}

/// Characters that RFC 3987 keeps out of addresses and that could end an attribute or mislead a reader.
fn is_unfit(character: char) -> bool {
    character.is_control()
        || matches!(character, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}')
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_pass() {
        for good in ["https://example.org/a?b=c#d", "http://example.org", "HTTPS://пример.example/ü"] {
            assert!(WebAddress::parse(good).is_ok(), "{good}");
        }
        assert_eq!(WebAddress::parse("javascript:alert(1)"), Err(WebAddressError::Scheme));
        assert_eq!(WebAddress::parse("example.org"), Err(WebAddressError::Scheme));
        assert_eq!(WebAddress::parse("//example.org"), Err(WebAddressError::Scheme));
        assert_eq!(WebAddress::parse("https://"), Err(WebAddressError::Host));
        assert_eq!(WebAddress::parse("https:///path"), Err(WebAddressError::Host));
        assert_eq!(WebAddress::parse("https://a b"), Err(WebAddressError::Character(9)));
        assert_eq!(WebAddress::parse("https://a\u{202E}b"), Err(WebAddressError::Character(9)));
    }
}
