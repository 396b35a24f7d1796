//! Where pages are, as links on other pages have it.

use std::borrow::Cow;
use std::fmt;

use super::frame::address;
use crate::desk::party::Key;
use crate::model::Id;
use crate::view::written::as_text;

/// The address of a page, from the root of the site. Templates see `briefs/2025-03-05-oro.html`.
///
/// Most pages are called by an id, and their addresses are put together where they are written: a page has hundreds of links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageAddress<'v> {
    /// The first page in a folder that is called by this id.
    Named {
        /// The folder, with a slash behind it.
        folder: &'static str,
        /// The id.
        id: &'v Id,
    },
    /// Any other.
    Written(Cow<'v, str>),
}

impl<'v> PageAddress<'v> {
    /// The page of a brief.
    #[must_use]
    pub fn brief(id: &'v Id) -> Self {
        Self::Named { folder: "briefs/", id }
    }

    /// The first page of a question.
    #[must_use]
    pub fn question(id: &'v Id) -> Self {
        Self::Named { folder: "questions/", id }
    }

    /// The first page of an entity.
    #[must_use]
    pub fn entity(key: Key<'v>) -> Self {
        match key.turn {
            1 => Self::Named { folder: "entities/", id: key.id },
            _ => address::entity(key, 1).into(),
        }
    }

    /// The first page of a source.
    #[must_use]
    pub fn source(key: Key<'v>) -> Self {
        match key.turn {
            1 => Self::Named { folder: "sources/", id: key.id },
            _ => address::source(key, 1).into(),
        }
    }

    /// It as a text.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Named { folder, id } => [folder, id.as_str(), Self::ENDING].concat().into(),
            Self::Written(text) => Cow::Borrowed(text),
        }
    }

    /// What pages end in.
    pub(crate) const ENDING: &'static str = ".html";
}

impl<'v, T: Into<Cow<'v, str>>> From<T> for PageAddress<'v> {
    fn from(written: T) -> Self {
        Self::Written(written.into())
    }
}

impl fmt::Display for PageAddress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

as_text!(PageAddress<'_>, "PageAddress", PageAddress::text);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_link_has_is_where_the_page_is() {
        let id = Id::parse("oro").unwrap();
        assert_eq!(PageAddress::brief(&id).text(), address::brief(&id));
        assert_eq!(PageAddress::question(&id).text(), address::question(&id, 1));
        for turn in 1..4 {
            let key = Key { id: &id, turn };
            assert_eq!(PageAddress::entity(key).text(), address::entity(key, 1));
            assert_eq!(PageAddress::source(key).text(), address::source(key, 1));
        }
    }
}
