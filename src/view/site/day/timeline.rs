//! The timeline of a daily brief.

use std::collections::HashSet;

use foldhash::fast::RandomState;
use schemars::JsonSchema;
use serde::Serialize;

use super::happened::Happened;
use super::last_words::LastWords;
use crate::change::Thread;
use crate::desk::{Daily, Overtaken};
use crate::locale::Locale;
use crate::markdown::KnownWord;
use crate::model::date::Relation;
use crate::model::party::Known;
use crate::model::{Brief, Direction, Event, FuzzyDate, Prose, Standing};
use crate::view::Anchor;
use crate::view::parts::Labelled;
use crate::view::site::entity::LaterWord;
use crate::view::site::entry::LinkView;
use crate::view::timeline::{EXPECTED, group_labels, group_of, sort_key};
use crate::view::{AttributionView, DateView, Moved};

/// Events that stand together.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DayEvents<'v> {
    /// `happened`, `overdue`, `expected` or `undated`. Overdue is what was expected for a time that has passed within several days; what
    /// others say has come of it stands among what happened.
    pub group: &'static str,
    /// What a reader sees above the group; none above what happened.
    pub label: Option<&'v str>,
    /// The events, by date as far as dates tell.
    pub events: Vec<DayEvent<'v>>,
}

/// An event of one of the briefs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DayEvent<'v> {
    /// When; absent is undated.
    pub when: Option<DateView<'v>>,
    /// What, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// How well it is attested, where the brief says so.
    pub status: Option<Labelled<'v>>,
    /// On whose word; absent where the brief names nobody.
    pub attribution: Option<AttributionView<'v>>,
    /// The brief.
    pub brief: LinkView<'v>,
    /// Where it stands in the brief.
    pub anchor: Anchor<'v>,
    /// The direction that the brief's language runs in.
    pub dir: Direction,
    /// A handling label, as high as it and what it stands on are marked; absent where nothing sets it apart from its
    /// brief and no brief of the desk is marked otherwise.
    pub marking: Option<KnownWord>,
    /// Of everybody who says something, in these days, of the fact that it stands on the last word, where that attests it otherwise: that of
    /// its own speaker first.
    pub later: Vec<LaterWord<'v>>,
    /// How many more of these words there are.
    pub later_more: Option<usize>,
}

impl<'v> DayEvent<'v> {
    fn new(brief: &'v Brief, event: &'v Event, overtaken: &Overtaken<'v>, locale: &'v Locale) -> Self {
        let standing = Standing::of_event(event, brief);
        let (later, later_more) = LaterWord::first(&overtaken.of_event(brief, event), locale);
        Self {
            when: event.when.as_ref().map(|when| DateView::new(&when.value, locale)),
            text: &event.text.value,
            status: standing.and_then(|it| Labelled::of_standing(it, brief, locale)),
            attribution: standing.map(|it| AttributionView::uncited(it.attribution, locale)),
            brief: LinkView::brief(brief),
            anchor: Anchor::new("event", &event.id),
            dir: brief.lang.direction(),
            marking: brief.levels.label_away(event),
            later,
            later_more,
        }
    }
}

/// The events of all briefs in one row. What two briefs of a story tell under one id or in the same words, with one status on the word
/// of one speaker, stands there once, from the later brief: what was expected may have happened since, or be expected for another date.
pub(super) fn timeline<'v>(
    daily: &Daily<'v>,
    last: &LastWords<'_>,
    overtaken: &Overtaken<'v>,
    locale: &'v Locale,
) -> Vec<DayEvents<'v>> {
    let count = daily.briefs.iter().map(|brief| brief.timeline.len()).sum();
    let mut seen = HashSet::with_capacity_and_hasher(count, RandomState::default());
    // Of a day by itself nothing is announced for another date since, and nothing has happened.
    let of_several = || daily.briefs.iter().copied().filter(|_| daily.from < daily.to);
    let (moved, happened) = (Moved::of(of_several()), Happened::of(of_several(), last));
    let mut latest_first = daily.briefs.clone();
    latest_first.sort_by_key(|brief| (std::cmp::Reverse(brief.date.value), &brief.id));
    let mut events: Vec<(&str, &Brief, &Event)> = Vec::new();
    for brief in latest_first {
        let thread = Thread::of(brief);
        let stands = |event: &&'v Event| {
            last.has_event(brief, event) && !moved.has(brief, event) && !happened.since(brief, event)
        };
        for event in brief.timeline.iter().filter(stands) {
            let when = event.when.as_ref().map(|when| &when.value);
            let voice = Standing::of_event(event, brief).map(|standing| {
                let speaker = standing.attribution.map(|it| Known::of(brief, &it.said_by));
                (standing.doubt(), standing.status, speaker)
            });
            if seen.insert((thread, event.text.value.as_str(), when, voice)) {
                events.push((group(daily, brief, event), brief, event));
            }
        }
    }
    events.sort_by_cached_key(|(.., event)| sort_key(event));
    let in_group = |(group, label)| {
        let here = events.iter().filter(|(its_group, ..)| *its_group == group);
        let events: Vec<_> =
            here.map(|(_, brief, event)| DayEvent::new(brief, event, overtaken, locale)).collect();
        (!events.is_empty()).then_some(DayEvents { group, label, events })
    };
    groups(locale).into_iter().filter_map(in_group).collect()
}

/// What was expected for a time that has passed by the end of several days.
const OVERDUE: &str = "overdue";

/// Every group with what a reader sees above it.
fn groups(locale: &Locale) -> [(&'static str, Option<&str>); 4] {
    let [happened, expected, undated] = group_labels(locale);
    [happened, (OVERDUE, Some(locale.word("was_expected"))), expected, undated]
}

/// The group of an event. Nobody waits at the end of several days for what was expected within them.
fn group(daily: &Daily<'_>, brief: &Brief, event: &Event) -> &'static str {
    let group = group_of(event, &FuzzyDate::from(brief.date.value));
    let (end, when) = (FuzzyDate::from(daily.to), event.when.as_ref());
    let has_passed = || when.is_some_and(|when| when.value.relation(&end) == Relation::Before);
    if group == EXPECTED && daily.from < daily.to && has_passed() { OVERDUE } else { group }
}
