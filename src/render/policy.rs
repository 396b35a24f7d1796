//! What a page may load and run.

use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};

/// The Content-Security-Policy of every page: nothing from anywhere, but the one style sheet inside it, known by its digest.
pub(super) fn of_page(style: &str) -> String {
    let digest = digest(style);
    format!(
        "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// The policy of the search page: the same, and its one script, known by its digest, with the index from beside it.
///
/// `'self'` is the server that the page came from, and in Chromium any file where the page is one. Firefox counts each file as an
/// origin of its own, for which `file:` stands; on a server that allows nothing, since no page from there may load a file.
pub(super) fn of_search(style: &str, script: &str) -> String {
    format!("{}; script-src 'self' file: 'sha256-{}'", of_page(style), digest(script))
}

fn digest(text: &str) -> String {
    BASE64.encode(&Sha256::digest(text.as_bytes()))
}
