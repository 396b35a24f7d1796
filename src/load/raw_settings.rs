//! The records of `attache.yaml`, as they are written.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use super::raw::{RawEntity, RawSource};
use super::record::record;
use crate::model::words::{Words as _, words};
use crate::model::{Id, Lang, LikelihoodScale, Line, Marking, TimeZone, WebAddress};

record! {
    /// What a desk has settled. Everything has a default.
    RawSettings, "a desk" {
        /// A name of this desk that never changes and that no other desk of its readers has: small letters a–z and digits, joined by hyphens. Feed readers and calendars know entries by it. Default: none, and entries are known by the ids of their briefs alone.
        optional id: Id,
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
        /// What a build writes besides pages; [] is nothing. Default: all of it, which the names of templates alone do not change.
        list outputs: OutputName,
        /// What holds for the templates of the desk.
        optional templates: RawTemplates,
        /// Sizes of lists on the site.
        optional limits: RawLimits,
        /// Where the site is published to, each place by its name.
        list targets: RawTarget,
    }
}

record! {
    /// A place that the site is published to.
    RawTarget, "a target" {
        /// What it is called: `attache publish intranet`.
        required name: Id,
        /// Where it is: `file:/srv/www/briefs`, `ssh://user@host/srv/www/briefs`, `webdav:https://host/folder` or `s3://bucket/folder`. A relative folder is meant from the desk. No credentials stand in it.
        required url: Line,
        /// The highest handling label that may be seen there. Whatever is marked higher is left out, as if it did not exist.
        required ceiling: Marking,
        /// For whom it is: said on its pages. One line of plain text.
        optional audience: Line,
        /// What readers may know of what is withheld. Default: nothing, as if it did not exist.
        optional show_withheld: ShowWithheld,
        /// What is published besides pages; [] is nothing. Default: what a build writes.
        list include: Output,
        /// Where the site will be read there, with a slash at its end. Default: the `base_url` of the desk.
        optional base_url: WebAddress,
        /// How many releases are kept to go back to, where the folder is switched at once. Default: 5.
        optional keep: u32,
        /// How many files in a hundred may be deleted without asking. Default: 20.
        optional most_deleted: u32,
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
        /// How many briefs of earlier days the home page lists, beside those of the latest day. Default: 20.
        optional recent_briefs: u32,
    }
}

record! {
    /// What holds for the templates of the desk.
    RawTemplates, "the settings of templates" {
        /// What templates may hide that a reader must know, each with the reason.
        list allow: RawHiding,
    }
}

record! {
    /// Something that a template may hide.
    RawHiding, "an allowance" {
        /// What it hides.
        required hides: Hidden,
        /// The name of the template: brief.flash.html.
        required r#in: Line,
        /// Why a reader can do without it.
        required reason: Line,
    }
}

words! {
    /// What a template can hide that a reader must know.
    Hidden, "something that a template can hide" {
        /// Who said it.
        Attribution = "attribution",
        /// How well it is attested.
        Status = "status",
        /// What is not known.
        OpenQuestions = "open-questions",
        /// Who says what to it.
        Positions = "positions",
        /// How it may be handled.
        Marking = "marking",
        /// What was put right.
        Corrections = "corrections",
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
    /// What readers may know of what is withheld.
    ShowWithheld, "a way to show what is withheld" {
        /// How much it is.
        Count = "count",
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
        /// An Atom feed and a JSON Feed of the briefs that are new or were corrected last.
        Feeds = "feeds",
        /// A calendar of what is expected on a known day; a month has no place in one.
        Calendar = "calendar",
        /// Full-text search.
        Search = "search",
        /// One brief a line for a search engine's bulk load.
        Ndjson = "ndjson",
    }
}

/// Whether a template of this name makes a file of each brief: `brief.NAME.EXT`.
#[must_use]
pub fn is_output(template: &str) -> bool {
    let mut parts = template.split('.');
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let word = |part: Option<&str>| part.is_some_and(|part| !part.is_empty() && part.bytes().all(fits));
    parts.next() == Some("brief") && word(parts.next()) && word(parts.next()) && parts.next().is_none()
}

/// Something that a build writes besides pages: a word for it, or the template that makes it of each brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutputName {
    /// What attache knows to write.
    Word(Output),
    /// A template of the desk: `brief.NAME.EXT`.
    Template(String),
}

impl OutputName {
    /// The output of this name.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        let template = || is_output(name).then(|| Self::Template(name.to_owned()));
        Output::from_word(name).map(Self::Word).or_else(template)
    }
}

impl<'de> Deserialize<'de> for OutputName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::from_name(&name).ok_or_else(|| serde::de::Error::custom("no output"))
    }
}

impl JsonSchema for OutputName {
    fn schema_name() -> Cow<'static, str> {
        "OutputName".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let words = generator.subschema_for::<Output>();
        json_schema!({
            "description": "What a build writes besides pages: a word, or the name of a template that makes a file of each brief.",
            "anyOf": [words, {
                "type": "string",
                "pattern": r"^brief\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$",
                "description": "A template in templates/: brief.NAME.EXT."
            }]
        })
    }
}
