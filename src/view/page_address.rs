//! Where pages are, as links on other pages have it.

use std::borrow::Cow;
use std::fmt;

use crate::decimal;
use crate::desk::party::Key;
use crate::json;
use crate::model::Id;
use crate::view::Anchor;
use crate::view::written::as_text;

/// The address of a page, from the root of the site. Templates see `briefs/2025-03-05-oro.html`.
///
/// Most pages are called by an id, and their addresses are put together where they are written: a page has hundreds of links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageAddress<'v> {
    /// The first page in a folder that is called so.
    Named {
        /// The folder, with a slash behind it.
        folder: &'static str,
        /// The id, and which of those that bear it in turn.
        key: Key<'v>,
    },
    /// A part of the page of a brief.
    Part {
        /// The id of the brief.
        brief: &'v Id,
        /// The part.
        part: PagePart<'v>,
    },
    /// Any other.
    Written(Cow<'v, str>),
}

/// What a link leads to on the page of a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PagePart<'v> {
    /// A section that every page has.
    Section(&'static str),
    /// One of the things that the brief tells of.
    Item(Anchor<'v>),
}

impl<'v> PageAddress<'v> {
    /// The page of a brief.
    #[must_use]
    pub fn brief(id: &'v Id) -> Self {
        Self::Named { folder: BRIEFS, key: Key { id, turn: 1 } }
    }

    /// The first page of a story.
    #[must_use]
    pub fn story(id: &'v Id) -> Self {
        Self::Named { folder: "stories/", key: Key { id, turn: 1 } }
    }

    /// The first page of a question.
    #[must_use]
    pub fn question(id: &'v Id) -> Self {
        Self::Named { folder: "questions/", key: Key { id, turn: 1 } }
    }

    /// The first page of an entity.
    #[must_use]
    pub fn entity(key: Key<'v>) -> Self {
        Self::Named { folder: "entities/", key }
    }

    /// The first page of a source.
    #[must_use]
    pub fn source(key: Key<'v>) -> Self {
        Self::Named { folder: "sources/", key }
    }

    /// It as a text.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Written(text) => Cow::Borrowed(text),
            Self::Named { .. } | Self::Part { .. } => {
                let mut text = String::with_capacity(LENGTH);
                self.push_plain(&mut text);
                text.into()
            }
        }
    }

    /// Adds it, if it is one of those that have nothing in them but letters, digits, hyphens, slashes, a point and a number sign.
    pub(crate) fn push_plain(&self, text: &mut String) {
        match self {
            Self::Named { folder, key } => push_named(text, folder, *key),
            Self::Part { brief, part } => {
                push_named(text, BRIEFS, Key { id: brief, turn: 1 });
                text.push('#');
                match part {
                    PagePart::Section(name) => text.push_str(name),
                    PagePart::Item(anchor) => anchor.pieces().iter().for_each(|piece| text.push_str(piece)),
                }
            }
            Self::Written(_) => {}
        }
    }
}

/// The folder of the pages of briefs.
const BRIEFS: &str = "briefs/";

/// Few addresses take more bytes.
const LENGTH: usize = 64;

/// Adds the address of the first page that is called so.
fn push_named(text: &mut String, folder: &str, key: Key<'_>) {
    text.push_str(folder);
    text.push_str(key.id.as_str());
    // No id has two hyphens in a row, so no other party has this name.
    if key.turn != 1 {
        text.push_str("--");
        decimal::push(text, key.turn as u64);
    }
    text.push_str(".html");
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

as_text!(PageAddress<'_>, "PageAddress", |address, serializer| match address {
    PageAddress::Written(text) => serializer.serialize_str(text),
    PageAddress::Named { .. } | PageAddress::Part { .. } => json::plain(&address.text(), serializer),
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::site::address;

    #[test]
    fn what_a_link_has_is_where_the_page_is() {
        let id = Id::parse("oro").unwrap();
        assert_eq!(PageAddress::brief(&id).text(), address::brief(&id));
        assert_eq!(PageAddress::question(&id).text(), address::question(&id, 1));
        let part = |part| PageAddress::Part { brief: &id, part }.to_string();
        assert_eq!(part(PagePart::Section("corrections")), "briefs/oro.html#corrections");
        assert_eq!(part(PagePart::Item(Anchor::new("fact", &id))), "briefs/oro.html#fact-oro");
        for turn in 1..4 {
            let key = Key { id: &id, turn };
            assert_eq!(PageAddress::entity(key).text(), address::entity(key, 1));
            assert_eq!(PageAddress::source(key).text(), address::source(key, 1));
        }
    }
}
