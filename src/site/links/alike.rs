//! The first links of pages, most of which are those of every page beside it: the style sheet, the feeds and the menu.

use super::known::Job;

/// The first links of a page, as they are written there. On the other pages of its folder they lead to the same.
#[derive(Debug)]
pub(super) struct Alike {
    /// The first job that need not look for what they lead to.
    pub(super) since: Job,
    /// Each up to and with its quotation mark; nothing for what leads to another place from each page.
    links: Vec<Option<Box<[u8]>>>,
}

/// How many links of a page are kept: it has about as many before its own begin.
const FIRST: usize = 20;

impl Alike {
    /// Those of a page of which these texts begin with its links. A job has looked for what they lead to.
    pub(super) fn of<'t>(links: impl Iterator<Item = &'t [u8]>, job: Job) -> Self {
        let whole = |link: &[u8]| match link {
            [b'#' | b'"', ..] => None,
            _ => Some(link.split_inclusive(|byte| *byte == b'"').next()?.into()),
        };
        Self { since: job, links: links.take(FIRST).map(whole).collect() }
    }

    /// Whether a text begins with the link that has this place among those of a page.
    pub(super) fn begins(&self, text: &[u8], place: usize) -> bool {
        let known = self.links.get(place).and_then(Option::as_deref);
        known.is_some_and(|link| text.starts_with(link))
    }
}
