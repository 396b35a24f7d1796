//! What stands at the head of a built-in file that was copied into a desk: which version it is from, so that the copy can be told
//! when the original moves on.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::templates::is_code;

/// What the head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The version of the tool.
    pub version: String,
    /// The digest of the built-in file.
    pub digest: String,
}

/// What a head begins with, behind the sign of a comment.
const BEGINS: &str = " From attache ";

/// How many hexadecimal digits of the digest are written: nobody forges a template of their own.
const DIGITS: usize = 16;

/// The signs of a comment: of a template, and of what goes into the page as it is.
fn comment(name: &str) -> (&'static str, &'static str) {
    if is_code(name) { ("{#", "#}") } else { ("/*", "*/\n") }
}

/// The digest of a built-in file, as heads have it.
#[must_use]
pub fn digest(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes())).chars().take(DIGITS).collect()
}

/// A built-in file with its head. The head adds nothing to the page: the first line of the file goes on behind it.
#[must_use]
pub fn with_header(name: &str, text: &str) -> String {
    let (opens, closes) = comment(name);
    let (version, digest) = (env!("CARGO_PKG_VERSION"), digest(text));
    format!(
        "{opens}{BEGINS}{version}: {name}, digest {digest}.\n   `attache templates diff {name}` shows what differs. {closes}{text}"
    )
}

/// The head of a file and what follows it; a file that was not copied has none.
#[must_use]
pub fn split<'t>(name: &str, text: &'t str) -> (Option<Header>, &'t str) {
    let (opens, closes) = comment(name);
    let parts = text
        .strip_prefix(opens)
        .and_then(|rest| rest.strip_prefix(BEGINS))
        .and_then(|rest| rest.split_once(closes));
    let Some((head, body)) = parts else { return (None, text) };
    let version = head.split(':').next().unwrap_or_default().to_owned();
    let digest = head.split("digest ").nth(1).and_then(|rest| rest.split('.').next()).unwrap_or_default();
    (Some(Header { version, digest: digest.to_owned() }), body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_can_be_read_and_taken_off() {
        for name in ["brief.html", "style.css"] {
            let text = with_header(name, "\ntext");
            let (header, body) = split(name, &text);
            assert_eq!(body, "\ntext");
            assert_eq!(
                header.unwrap(),
                Header { version: env!("CARGO_PKG_VERSION").to_owned(), digest: digest("\ntext") }
            );
        }
        assert_eq!(split("a.html", "{# mine #}text"), (None, "{# mine #}text"));
    }
}
