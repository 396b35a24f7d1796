//! The pages that somebody asked for: the current one, or the last good one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::diagnostic::Diagnostic;

/// A page as it was made last.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its content; nothing where it could never be made.
    pub(super) content: Option<Vec<u8>>,
    /// An earlier content, where this one is empty: that of a template that was just being written, most likely.
    earlier: Option<Vec<u8>>,
    /// What was wrong when it was tried last.
    pub(super) found: Vec<Diagnostic>,
    /// The brief that it is of.
    pub(super) brief: Option<PathBuf>,
    /// Whether it is of an earlier version of the desk.
    old: bool,
}

/// Pages by address.
#[derive(Debug, Default)]
pub(super) struct Pages(BTreeMap<String, Page>);

impl Pages {
    /// A page, if it is of the current version.
    pub(super) fn current(&self, path: &str) -> Option<&Page> {
        self.0.get(path).filter(|page| !page.old)
    }

    /// Keeps a page of the current version, with what is wrong with it.
    pub(super) fn keep(
        &mut self,
        path: String,
        content: Vec<u8>,
        found: Vec<Diagnostic>,
        brief: Option<PathBuf>,
    ) {
        let earlier = if content.is_empty() { self.good(&path) } else { None };
        self.0.insert(path, Page { content: Some(content), earlier, found, brief, ..Page::default() });
    }

    /// Keeps what is wrong with a page of which there may be a good one, of an earlier version.
    pub(super) fn fail(&mut self, path: &str, found: Vec<Diagnostic>, brief: Option<PathBuf>) {
        let content = self.good(path);
        self.0.insert(path.to_owned(), Page { content, found, brief, ..Page::default() });
    }

    /// Takes the last good content of a page out.
    fn good(&mut self, path: &str) -> Option<Vec<u8>> {
        let page = self.0.remove(path)?;
        page.content.filter(|content| !content.is_empty()).or(page.earlier)
    }

    /// There is a page no more.
    pub(super) fn forget(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// From now on all pages are of an earlier version.
    pub(super) fn grow_old(&mut self) {
        self.0.values_mut().for_each(|page| page.old = true);
    }
}
