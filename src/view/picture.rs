//! The picture of a timeline: each event a mark as wide as its date is uncertain.
//!
//! Heights are pixels. What lies across is in tenths of a per cent of the axis ([`Across`]), so that the picture fits any column and
//! its text keeps its size. Room for text is reckoned on the shortest axis that is foreseen. Labels of the first marks stand before
//! the axis and arrows behind it: a page leaves 52 pixels free there and 14 here.

mod axis;
mod extent;
mod key;
mod lanes;
mod scale;
mod title;

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::parts::Labelled;
use super::site::PageView;
use super::timeline::{Group, in_groups};
use super::written::as_text;
use crate::json;
use crate::locale::{Arg, Locale};
use crate::model::{Attestation, Brief, Event, FuzzyDate, Standing};
pub use axis::TickView;
use extent::Extent;
pub use key::KeyView;
use scale::Scale;

/// The least number of dated events that is worth a picture.
const FEWEST: usize = 3;

/// The height of a lane, in pixels.
const LANE: u32 = 20;

/// What stays free above the first lane and below the last, in pixels.
const EDGE: u32 = 6;

/// The height of two rows of labels under the axis, in pixels.
const LABELS: u32 = 34;

/// Of how many events the text alternative names the dates. The rest has the list under the picture.
const NAMED: usize = 12;

/// An event, as far as the picture shows it.
#[derive(Debug, Clone, Copy)]
pub struct Pictured<'e> {
    /// When; what has no date is not drawn.
    pub when: Option<&'e FuzzyDate>,
    /// Whether it stands under "Expected".
    pub expected: bool,
    /// How well it is attested, where the brief says so.
    pub status: Option<Attestation>,
}

/// A place across the picture, in tenths of a per cent of its axis: 0 to 1000. Templates see `12.5%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Across(pub u16);

impl fmt::Display for Across {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}%", self.0 / 10, self.0 % 10)
    }
}

as_text!(Across, "Across", |across, serializer| json::plain(&across.to_string(), serializer));

/// The picture of a timeline.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PictureView<'v> {
    /// Its height, in pixels.
    pub height: u32,
    /// Where the axis lies, in pixels from the top.
    pub axis: u32,
    /// The dates on the axis.
    pub ticks: Vec<TickView>,
    /// The events.
    pub marks: Vec<MarkView<'v>>,
    /// What the picture is, in a few words.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// What is not drawn, if anything.
    pub left_out: Option<String>,
    /// What the shapes in this picture mean.
    pub key: Vec<KeyView<'v>>,
}

/// An event in the picture.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MarkView<'v> {
    /// Its number in the list, from 1.
    pub number: usize,
    /// The number, with a question mark where the date is uncertain.
    pub label: String,
    /// The middle of its lane, in pixels from the top.
    pub y: u32,
    /// What it is drawn as.
    pub kind: MarkKind,
    /// Where it begins; of a day, its middle.
    pub x: Across,
    /// Where it ends; of a day, its middle.
    pub end: Across,
    /// How wide it is.
    pub width: Across,
    /// The part of it that is certain, of what lasted.
    pub core: Option<Core>,
    /// How it begins.
    pub from: End,
    /// How it ends.
    pub to: End,
    /// Whether it is expected: drawn hollow.
    pub expected: bool,
    /// How well it is attested, where the brief says so.
    pub status: Option<Labelled<'v>>,
}

/// The certain part of what lasted.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Core {
    /// Where it begins.
    pub x: Across,
    /// How wide it is.
    pub width: Across,
}

/// What a mark is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// One day.
    Day,
    /// At some time within.
    Within,
    /// All the time, as far as `core` goes.
    Lasting,
    /// One of several dates.
    OneOf,
    /// Nothing of it lies in the picture.
    Beyond,
}

/// How a mark ends on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// With its day.
    Sharp,
    /// About then.
    About,
    /// There is no limit on this side.
    Open,
    /// There is a limit, which is not known.
    Unknown,
    /// It goes on beyond the picture.
    Beyond,
}

impl PageView for PictureView<'_> {
    const TEMPLATE: &'static str = "partials/timeline_picture.html";
    const NAME: &'static str = "picture";
}

impl<'v> PictureView<'v> {
    /// The picture of a brief's timeline, numbered in the order of its page.
    #[must_use]
    pub fn of_brief(brief: &Brief, locale: &'v Locale) -> Option<Self> {
        Self::of_groups(&in_groups(brief, locale), brief, locale)
    }

    /// The same from the groups that its page has.
    pub(super) fn of_groups<'b>(groups: &[Group<'b>], brief: &'b Brief, locale: &'v Locale) -> Option<Self> {
        let pictured = |event: &'b Event, expected| Pictured {
            when: event.when.as_ref().map(|when| &when.value),
            expected,
            status: Standing::of_event(event, brief).and_then(|standing| standing.attestation()),
        };
        let mut events = Vec::with_capacity(brief.timeline.len());
        for (group, _, of_group) in groups {
            events.extend(of_group.iter().map(|event| pictured(event, *group == "expected")));
        }
        Self::of(events, locale)
    }

    /// The picture of these events, which are numbered from 1 as they come. `None` where fewer than three of them have a
    /// date, or all of them the same day.
    #[must_use]
    pub fn of<'e>(events: impl IntoIterator<Item = Pictured<'e>>, locale: &'v Locale) -> Option<Self> {
        let events: Vec<_> = events.into_iter().collect();
        let mut extents: Vec<_> = events
            .iter()
            .zip(1..)
            .filter_map(|(event, number)| Some(Extent::new(number, event.when?, *event)))
            .collect();
        if extents.len() < FEWEST || are_of_one_day(&extents) {
            return None;
        }
        let scale = Scale::of(&extents)?;
        let mut marks: Vec<_> = extents.iter().map(|extent| scale.mark(extent, locale)).collect();
        let lanes = lanes::place(&mut marks);
        let dated = extents.len();
        let mut drawn = marks.iter().map(|mark| mark.number).peekable();
        extents.retain(|extent| drawn.next_if_eq(&extent.number).is_some());
        let axis = 2 * EDGE + lanes * LANE;
        Some(Self {
            height: axis + LABELS,
            axis,
            ticks: axis::ticks(&scale, locale),
            title: title::of(&extents, locale),
            description: description(&events, locale),
            left_out: left_out(events.len() - dated, dated - marks.len(), locale),
            key: key::of(&marks, locale),
            marks,
        })
    }
}

/// Whether all fall on the same day: marks that lie upon each other show nothing that the list does not say.
fn are_of_one_day(extents: &[Extent<'_>]) -> bool {
    let day = |extent: &Extent<'_>| extent.first.filter(|first| extent.last == Some(*first));
    let of_first = extents.first().and_then(day);
    of_first.is_some() && extents.iter().all(|extent| day(extent) == of_first)
}

/// The dates in words and the statuses, as the list has them.
fn description(events: &[Pictured<'_>], locale: &Locale) -> String {
    let dated = events.iter().zip(1..).filter_map(|(event, number)| Some((event, event.when?, number)));
    let mut sentences = locale.word("picture_numbers").to_owned();
    for (event, when, number) in dated.clone().take(NAMED) {
        sentences.push(' ');
        let id = if event.expected { "picture_expected_event" } else { "picture_event" };
        let date = locale.date(when);
        let args = [("number", Arg::Count(number)), ("date", Arg::Text(&date))];
        locale.each(id, &args, &mut |text, _| sentences.push_str(text));
        // The drawing has the shape of the status, which says a denial to those who see it.
        if let Some(status) = event.status {
            sentences.extend([" ", &locale.status(status), "."]);
        }
    }
    let more = dated.count().saturating_sub(NAMED);
    if more > 0 {
        sentences.push(' ');
        sentences.push_str(&locale.counted("picture_more", more));
    }
    sentences
}

fn left_out(undated: usize, crowded: usize, locale: &Locale) -> Option<String> {
    let clauses = [(undated, "picture_without_date"), (crowded, "picture_no_room")];
    let told = clauses.iter().filter(|(count, _)| *count > 0).map(|(count, id)| locale.counted(id, *count));
    let told = told.collect::<Vec<_>>().join(locale.word("comma"));
    (!told.is_empty()).then(|| locale.say("picture_not_drawn", &[("clauses", Arg::Text(&told))]))
}
