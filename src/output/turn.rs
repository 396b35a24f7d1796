//! The order in which files are put in place, so that no page leads to one that is not there yet.

use super::path::SitePath;

/// When a file is put in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// What pages need: scripts, search data, pictures.
    Asset,
    /// What is led to from elsewhere.
    Page,
    /// What readers come in by, which is all that stands in the root: the home page, the lists, the feeds.
    Entry,
}

impl Turn {
    /// All of them, in their order.
    pub(crate) const ALL: [Self; 3] = [Self::Asset, Self::Page, Self::Entry];

    pub(crate) fn of(path: &SitePath) -> Self {
        let path = path.as_str();
        if memchr::memchr(b'/', path.as_bytes()).is_none() {
            Self::Entry
        } else if [".html", ".md", ".json"].iter().any(|ending| path.ends_with(ending)) {
            Self::Page
        } else {
            Self::Asset
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_need_comes_first() {
        let turn = |path| Turn::of(&SitePath::new(path).unwrap());
        let paths = ["search/0.js", "assets/logo", "briefs/a.html", "days/a.json", "index.html", "feed.atom"];
        assert_eq!(
            paths.map(turn),
            [Turn::Asset, Turn::Asset, Turn::Page, Turn::Page, Turn::Entry, Turn::Entry]
        );
    }
}
