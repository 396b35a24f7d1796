//! What a desk's site offers to other programs: Atom, JSON Feed, a calendar, JSON-LD, one brief a line.
//!
//! Each is a function from briefs and a [`Site`] to text. All of them take their phrases from [`crate::view`], as pages do, so no
//! claim stands here on another word than there.
//!
//! # Ids
//!
//! What readers remember of an entry is its id, and RFC 4287 wants it never to change. A tag URI (RFC 4151) is made from a host and
//! a site moves; a digest of the text changes with each correction. So an id is a UUID (RFC 9562, version 8) from the SHA-256 of two ids: that
//! of the desk, which is in its settings, and that of the brief, which is the name of its file and of its page. Neither another title, host or
//! text nor another zone moves it. Where a desk has no id, that of the brief stands alone, and two desks can have one entry.

pub mod atom;
pub mod calendar;
mod entry;
pub mod json_feed;
pub mod json_ld;
mod latest;
pub mod ndjson;
pub mod time;
mod urn;

use std::borrow::Cow;

use crate::locale::{Locale, Locales};
use crate::markdown::{self, RefKind, Targets};
use crate::model::{Attribution, Brief, Entity, Id, Line, Marking, Prose, TimeZone, Words as _};
use crate::settings::Settings;
use crate::view::{self, site::address};

pub use latest::latest;

/// What feeds need to know of the desk.
#[derive(Debug, Clone, Copy)]
pub struct Site<'s> {
    /// What the desk is called for ever, where it has said so: ids are made of it.
    pub desk: Option<&'s Id>,
    /// The name of the desk, which is the author of its briefs.
    pub title: &'s str,
    /// Where the site will be read: http or https, with a slash at its end. Without it links are relative to the feed, which stands
    /// in the root of the site.
    pub base_url: Option<&'s str>,
    /// The language of the desk.
    pub lang: &'s str,
    /// The time zone that its days are meant in.
    pub time_zone: TimeZone,
    /// The languages that its pages can be in.
    pub locales: &'s Locales,
    /// That of the site.
    pub locale: &'s Locale,
}

impl<'s> Site<'s> {
    /// What a desk has settled.
    #[must_use]
    pub fn new(settings: &'s Settings) -> Self {
        Self {
            desk: settings.id.as_ref(),
            title: &settings.title,
            base_url: settings.base_url.as_ref().map(crate::model::WebAddress::as_str),
            lang: settings.inherited.lang.as_str(),
            time_zone: settings.time_zone,
            locales: &settings.locales,
            locale: settings.locale(),
        }
    }

    /// The address of a file of the site.
    fn href(&self, path: &str) -> String {
        [self.base_url.unwrap_or_default(), path].concat()
    }

    /// The address of the site itself.
    fn home(&self) -> Cow<'s, str> {
        Cow::Borrowed(self.base_url.unwrap_or(address::HOME))
    }
}

/// References in prose lead to the parts of the brief's page.
struct PartsOf<'p> {
    page: &'p str,
}

impl Targets for PartsOf<'_> {
    fn href(&self, kind: RefKind, id: &str) -> Option<Cow<'_, str>> {
        let kind = match kind {
            RefKind::Fact => "fact",
            RefKind::Entity => "entity",
            RefKind::Source => "source",
            RefKind::Question => "question",
        };
        Some(Cow::Owned([self.page, "#", kind, "-", id].concat()))
    }
}

/// A line without characters that act instead of being seen; what is left can stand in XML 1.0.
fn line(line: &Line) -> Cow<'_, str> {
    markdown::visible(line.as_str())
}

/// Prose as plain text on one line.
fn plain(prose: &Prose) -> Cow<'_, str> {
    markdown::as_plain(prose)
}

/// The highest marking of anything in these briefs; absent where there are none.
fn highest<'b>(briefs: impl IntoIterator<Item = &'b Brief>) -> Option<&'static str> {
    briefs.into_iter().map(Brief::banner).max().map(Marking::word)
}

/// The phrase of an attribution. Without one it is our own assessment.
fn on_whose_word(attribution: Option<&Attribution>, locale: &Locale) -> String {
    let phrase = view::said_by(attribution, locale);
    match markdown::visible(&phrase) {
        Cow::Borrowed(_) => phrase,
        Cow::Owned(visible) => visible,
    }
}

/// Every other name of an entity, those in other scripts too.
fn other_names(entity: &Entity) -> Vec<Cow<'_, str>> {
    entity.every_name().filter(|name| **name != entity.name.value).map(|name| line(name)).collect()
}
