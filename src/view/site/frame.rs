//! What surrounds every page of a site.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{LinkView, Pager};
use crate::desk::Index;
use crate::markdown::KnownText;
use crate::model::{Brief, Direction, Marking};
use crate::settings::{Output, Settings};
use crate::view::PageAddress;
use crate::view::PageWords;
use crate::view::brief::MarkingView;

/// The site, as every page of it sees it. Absent where a brief is rendered by itself.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question that templates ask")]
pub struct SiteView {
    /// The name of the desk.
    pub title: String,
    /// Where the site will be read, with a slash at its end.
    pub base_url: Option<String>,
    /// For whom it is, where it is published to a target that says so.
    pub audience: Option<String>,
    /// The language of the frame.
    pub lang: String,
    /// The direction that it runs in.
    pub dir: Direction,
    /// The words of the frame, by the ids of their messages: `site.words.archive`.
    pub words: PageWords,
    /// Whether there are Markdown files beside the pages of briefs and days.
    pub markdown: bool,
    /// Whether there is an Atom feed and a JSON Feed.
    pub feeds: bool,
    /// Whether there is a calendar.
    pub calendar: bool,
    /// Whether there is a search page.
    pub search: bool,
    /// The name of the tool.
    pub tool: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl SiteView {
    /// The frame of a desk's site.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        let locale = settings.locale();
        let has = |output| settings.outputs.contains(&output);
        Self {
            title: settings.title.clone(),
            base_url: settings.base_url.as_ref().map(|url| url.as_str().to_owned()),
            audience: settings.audience.as_ref().map(ToString::to_string),
            lang: locale.lang().as_str().to_owned(),
            dir: locale.direction(),
            words: locale.into(),
            markdown: has(Output::Markdown),
            feeds: has(Output::Feeds),
            calendar: has(Output::Calendar),
            search: has(Output::Search),
            tool: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

/// One page in the site: where it stands, and what is around it.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct PageHead<'v> {
    /// What leads from the page to the root of the site: nothing, `../`, `../../`.
    pub root: KnownText<String>,
    /// The part of the site that the page belongs to: `home`, `days`, `stories`, `questions`, `entities`, `topics`, `sources`,
    /// `archive`, `corrections`, `search`, `briefs`.
    pub section: &'static str,
    /// The pages above it, from the home page on.
    pub trail: Vec<LinkView<'v>>,
    /// The banner: the highest marking of anything on the page; absent where nothing on it is marked.
    pub marking: Option<MarkingView>,
    /// How many parts of the brief are withheld, where readers may know that some are.
    pub withheld_parts: Option<usize>,
    /// How many briefs of the desk are withheld, where readers may know that some are: on the home page.
    pub withheld_briefs: Option<usize>,
    /// The page before it in its row.
    pub previous: Option<LinkView<'v>>,
    /// The page after it in its row.
    pub next: Option<LinkView<'v>>,
    /// The story that it belongs to.
    pub story: Option<LinkView<'v>>,
    /// Where it stands in a list that is spread over pages.
    pub pager: Option<Pager>,
    /// For a brief: where its entities and sources have pages of their own, by their ids.
    pub threads: Option<ThreadLinks<'v>>,
    /// Whether nobody knows under which address the page is shown: a link into the site needs its whole address, which `root` then has.
    pub alone: bool,
    /// What the page says to programs (schema.org), as JSON that can stand in a `script` element.
    pub json_ld: Option<String>,
}

impl<'v> PageHead<'v> {
    /// The head of the page at this address.
    #[must_use]
    pub fn new(address: &str, section: &'static str, marking: Option<Marking>) -> Self {
        let depth = address.bytes().filter(|byte| *byte == b'/').count();
        Self {
            root: KnownText::plain("../".repeat(depth)),
            section,
            marking: marking.map(MarkingView::from),
            ..Self::default()
        }
    }

    /// With the pages above it.
    #[must_use]
    pub fn under(mut self, trail: impl IntoIterator<Item = LinkView<'v>>) -> Self {
        self.trail = trail.into_iter().collect();
        self
    }
}

/// Where the parts of a brief have pages of their own, from the root of the site, by their ids. Anonymous sources have none.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct ThreadLinks<'v> {
    /// Its entities.
    pub entities: BTreeMap<&'v str, PageAddress<'v>>,
    /// Its sources.
    pub sources: BTreeMap<&'v str, PageAddress<'v>>,
}

impl<'v> ThreadLinks<'v> {
    /// The pages of a brief's parts.
    #[must_use]
    pub fn of(brief: &'v Brief, index: &Index<'v>) -> Self {
        let entities = brief.entities.iter().filter_map(|entity| {
            let party = index.entities.find(&entity.id.value, entity)?;
            Some((entity.id.value.as_str(), PageAddress::entity(party.key)))
        });
        let named = brief.sources.iter().filter(|source| !source.is_anonymous());
        let sources = named.filter_map(|source| {
            let party = index.sources.find(&source.id.value, source)?;
            Some((source.id.value.as_str(), PageAddress::source(party.key)))
        });
        Self { entities: entities.collect(), sources: sources.collect() }
    }
}

/// A page that a template of its own renders.
pub trait PageView: Serialize + JsonSchema {
    /// The template.
    const TEMPLATE: &'static str;
    /// The name that the template knows the view by.
    const NAME: &'static str;
}

/// Where things are, relative to the root of the site.
pub mod address {
    use crate::decimal;
    use crate::desk::party::Key;
    use crate::model::{CivilDate, Id};

    /// The home page.
    pub const HOME: &str = "index.html";
    /// Days by year.
    pub const ARCHIVE: &str = "archive.html";
    /// Every story.
    pub const STORIES: &str = "stories.html";
    /// Every question.
    pub const QUESTIONS: &str = "questions.html";
    /// Every entity.
    pub const ENTITIES: &str = "entities.html";
    /// Every topic.
    pub const TOPICS: &str = "topics.html";
    /// Every source.
    pub const SOURCES: &str = "sources.html";
    /// Every anonymous source.
    pub const UNNAMED: &str = "unnamed.html";
    /// What was put right.
    pub const CORRECTIONS: &str = "corrections.html";
    /// Full-text search.
    pub const SEARCH: &str = "search.html";
    /// What a web server shows where there is no page.
    pub const NOT_FOUND: &str = "404.html";
    /// The Atom feed.
    pub const ATOM: &str = "feed.atom";
    /// The JSON Feed.
    pub const JSON_FEED: &str = "feed.json";
    /// The calendar.
    pub const CALENDAR: &str = "calendar.ics";
    /// One brief a line.
    pub const NDJSON: &str = "briefs.ndjson";

    /// The folder that the style sheet stands in, by itself: so it is put in place before the pages.
    pub const STYLE: &str = "style";

    /// The style sheet with this digest.
    #[must_use]
    pub fn style_sheet(digest: &str) -> String {
        format!("{STYLE}/{digest}.css")
    }

    /// The page of a brief.
    #[must_use]
    pub fn brief(id: &Id) -> String {
        ["briefs/", id.as_str(), ".html"].concat()
    }

    /// The page of a day.
    #[must_use]
    pub fn day(date: CivilDate) -> String {
        format!("days/{date}.html")
    }

    /// The page of a month.
    #[must_use]
    pub fn month(year: i32, month: u32) -> String {
        format!("archive/{year:04}-{month:02}.html")
    }

    /// A page of a story.
    #[must_use]
    pub fn story(id: &Id, number: usize) -> String {
        numbered("stories", id.as_str(), number)
    }

    /// A page of a question.
    #[must_use]
    pub fn question(id: &Id, number: usize) -> String {
        numbered("questions", id.as_str(), number)
    }

    /// A page of an entity.
    #[must_use]
    pub fn entity(key: Key<'_>, number: usize) -> String {
        of_party("entities", key, number)
    }

    /// A page of a topic.
    #[must_use]
    pub fn topic(id: &Id, number: usize) -> String {
        numbered("topics", id.as_str(), number)
    }

    /// A page of a source.
    #[must_use]
    pub fn source(key: Key<'_>, number: usize) -> String {
        of_party("sources", key, number)
    }

    /// A page of one of the parties that bear an id in turn. No id has two hyphens in a row, so no other party has this name.
    fn of_party(folder: &str, key: Key<'_>, number: usize) -> String {
        if key.turn == 1 {
            return numbered(folder, key.id.as_str(), number);
        }
        let mut name = String::with_capacity(key.id.as_str().len() + 8);
        name.extend([key.id.as_str(), "--"]);
        decimal::push(&mut name, key.turn as u64);
        numbered(folder, &name, number)
    }

    /// A page of a list that stands at the root: `questions.html`, `questions/all/2.html`.
    #[must_use]
    pub fn list(first: &str, number: usize) -> String {
        let stem = first.trim_end_matches(".html");
        // An id has no underscore, so no thread has this folder.
        if number == 1 { first.to_owned() } else { format!("{stem}/_all/{number}.html") }
    }

    /// The first page bears the name, the others stand in a folder of that name, where no other id can come in their way.
    fn numbered(folder: &str, id: &str, number: usize) -> String {
        if number == 1 { [folder, "/", id, ".html"].concat() } else { format!("{folder}/{id}/{number}.html") }
    }
}
