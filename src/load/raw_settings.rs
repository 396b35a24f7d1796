//! The records of `attache.yaml`, as they are written.

use super::decode::record;
use super::raw::{RawEntity, RawSource};
use crate::model::words::words;
use crate::model::{Id, Lang, LikelihoodScale, Line, TimeZone, WebAddress};

record! {
    /// What a desk has settled. Everything has a default.
    RawSettings, "a desk" {
        /// The name of the desk: the head of its pages, the title of its feeds. Default: Briefs.
        optional title: Line,
        /// Where the site will be read, with a slash at its end. Feeds and calendars carry full addresses then.
        optional base_url: WebAddress,
        /// The language of briefs that name none, and of the frame of the site, as a BCP 47 tag. Default: en.
        optional lang: Lang,
        /// The time zone that days are meant in, by its name in the IANA database: Europe/Istanbul. Default: UTC.
        optional time_zone: TimeZone,
        /// The scheme of handling labels. Default, and the only one so far: tlp-2.0.
        optional marking_scheme: MarkingScheme,
        /// The scale of likelihood terms where a brief names none. Default: icd203.
        optional likelihood_scale: LikelihoodScale,
        /// After how many days without a move an open question is stale. Default: 60.
        optional stale_after_days: u32,
        /// Rules whose severity is not the default one.
        list rules: RawRule,
        /// Sources that briefs may name by their ids without listing them.
        list sources: RawSource,
        /// People, organisations and places that briefs may name by their ids without listing them.
        list entities: RawEntity,
        /// Titles of stories.
        list stories: RawStory,
        /// What a build writes besides pages. Default: all of it.
        list outputs: Output,
        /// Sizes of lists on the site.
        optional limits: RawLimits,
    }
}

record! {
    /// A rule and its severity at this desk.
    RawRule, "a rule" {
        /// The code of the rule: A112.
        required rule: Line,
        /// What to make of it.
        required level: RuleLevel,
    }
}

record! {
    /// A developing matter that several briefs belong to.
    RawStory, "a story" {
        /// Its id: what briefs give as `story`.
        required id: Id,
        /// What its page is called. One line of plain text.
        required title: Line,
    }
}

record! {
    /// Sizes of lists on the site.
    RawLimits, "the limits" {
        /// How many briefs a feed holds. Default: 50.
        optional feed_entries: u32,
        /// How many items a page lists before the next page begins. Default: 100.
        optional page_items: u32,
        /// How many briefs the home page lists. Default: 20.
        optional recent_briefs: u32,
    }
}

words! {
    /// What a desk can make of a rule.
    RuleLevel, "a level" {
        /// It is not applied.
        Off = "off",
        /// What it finds is a warning.
        Warning = "warning",
        /// What it finds is an error.
        Error = "error",
    }
}

words! {
    /// A scheme of handling labels.
    MarkingScheme, "a marking scheme" {
        /// FIRST's Traffic Light Protocol, version 2.0.
        Tlp2 = "tlp-2.0",
    }
}

words! {
    /// What a build writes besides pages.
    Output, "an output" {
        /// The pages. They are always written; alone, this word stands for nothing else.
        Pages = "pages",
        /// A Markdown file beside the page of each brief and each day.
        Markdown = "markdown",
        /// The daily briefs as JSON.
        Json = "json",
        /// An Atom feed and a JSON Feed of the latest briefs.
        Feeds = "feeds",
        /// A calendar of what is expected.
        Calendar = "calendar",
        /// Full-text search.
        Search = "search",
        /// One brief a line for a search engine's bulk load.
        Ndjson = "ndjson",
    }
}
