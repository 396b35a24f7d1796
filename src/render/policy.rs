//! What a page may load and run.

use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};

use crate::view::site::PageHead;

/// What stands for the files beside a page: `'self'` is the server that the page came from, and in Chromium any file where the page is
/// one. Firefox counts each file as an origin of its own, for which `file:` stands; on a server that allows nothing, since no page from
/// there may load a file.
const BESIDE: &str = "'self' file:";

/// The Content-Security-Policies of pages: nothing from anywhere but what is named here.
#[derive(Debug, Clone)]
pub(super) struct Policies {
    alone: String,
    in_site: String,
    search: String,
}

impl Policies {
    /// Those of pages with this style sheet, and with this script on the search page.
    pub(super) fn new(style: &str, script: &str) -> Self {
        let style = digest(style);
        let with = |styles: &str| {
            format!(
                "default-src 'none'; style-src {styles}; img-src data:; base-uri 'none'; form-action 'none'"
            )
        };
        // A template of a desk may still have the style sheet inside it.
        let in_site = with(&format!("{BESIDE} '{style}'"));
        Self {
            alone: with(&format!("'{style}'")),
            search: format!("{in_site}; script-src {BESIDE} '{}'", digest(script)),
            in_site,
        }
    }

    /// That of a page that stands there, or nowhere: with the style sheet of the site beside it, or with the one inside it alone.
    pub(super) fn of_page(&self, page: Option<&PageHead<'_>>) -> &str {
        if page.is_some_and(|page| !page.alone) { self.in_site() } else { &self.alone }
    }

    /// That of the pages of a site, whose place in it is known.
    pub(super) fn in_site(&self) -> &str {
        &self.in_site
    }

    /// That of the search page: the same, and its one script, known by its digest, with the index from beside it.
    pub(super) fn of_search(&self) -> &str {
        &self.search
    }
}

fn digest(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(text.as_bytes())))
}
