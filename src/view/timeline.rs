//! The timeline on a page: what happened, what is expected, what has no date.

use schemars::JsonSchema;
use serde::Serialize;

use super::anchor::Anchor;
use super::assessment::BasisView;
use super::attribution::AttributionView;
use super::citations::Numbers;
use super::date::DateView;
use super::parts::{FactView, Labelled};
use crate::locale::Locale;
use crate::markdown::KnownWord;
use crate::model::{Attestation, Brief, Event, FuzzyDate, Ground, Id, Prose, Status};

/// Events that stand together on the page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimelineGroup<'v> {
    /// `happened`, `expected` or `undated`.
    pub group: &'static str,
    /// What a reader sees above the group; none above what happened.
    pub label: Option<&'v str>,
    /// The events, by date as far as dates tell.
    pub events: Vec<EventView<'v>>,
}

/// A timeline event.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EventView<'v> {
    /// Its number in the list and in the picture, from 1.
    pub number: usize,
    /// Its anchor: `event-…`.
    pub anchor: Anchor<'v>,
    /// When; absent is undated.
    pub when: Option<DateView<'v>>,
    /// What, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// Whether it was announced and has not been seen to happen.
    pub expected: bool,
    /// How well it is attested, where the brief says so.
    pub status: Option<Labelled<'v>>,
    /// On whose word, where the brief says so.
    pub attribution: Option<AttributionView<'v>>,
    /// The key fact that it takes its attribution from.
    pub fact: Option<BasisView<'v>>,
    /// A handling label, as high as it and what it stands on are marked; absent where nothing sets it apart from its brief.
    pub marking: Option<KnownWord>,
}

/// A group with what a reader sees above it, and its events in the order of the page.
pub(super) type Group<'b> = (&'static str, Option<&'b str>, Vec<&'b Event>);

/// The groups of a brief's timeline as the page has them.
pub(super) fn groups<'v>(
    groups: Vec<Group<'v>>,
    brief: &Brief,
    facts: &[FactView<'v>],
    numbers: &Numbers<'v>,
    locale: &'v Locale,
) -> Vec<TimelineGroup<'v>> {
    let mut number = 0;
    let view = |(group, label, events): Group<'v>| {
        let view = |event| {
            number += 1;
            EventView::new(number, event, brief, facts, numbers, locale)
        };
        TimelineGroup { group, label, events: events.into_iter().map(view).collect() }
    };
    groups.into_iter().map(view).collect()
}

/// The events of a brief in groups; empty ones are left out.
pub(super) fn in_groups<'b>(brief: &'b Brief, locale: &'b Locale) -> Vec<Group<'b>> {
    let mut events: Vec<_> = brief.timeline.iter().collect();
    events.sort_by_cached_key(|event| sort_key(event));
    let brief_date = FuzzyDate::from(brief.date.value);
    let mut groups = group_labels(locale).map(|(group, label)| (group, label, Vec::new()));
    for event in events {
        let group = group_of(event, &brief_date);
        if let Some((.., events)) = groups.iter_mut().find(|(known, ..)| *known == group) {
            events.push(event);
        }
    }
    groups.into_iter().filter(|(.., events)| !events.is_empty()).collect()
}

/// The group of what has not happened.
pub(super) const EXPECTED: &str = "expected";

/// Every group with what a reader sees above it.
pub(super) fn group_labels(locale: &Locale) -> [(&'static str, Option<&str>); 3] {
    [
        ("happened", None),
        (EXPECTED, Some(locale.word("expected"))),
        ("undated", Some(locale.word("date_not_known"))),
    ]
}

/// By date; what has no date comes last. Events of one date keep the order that they are in, where the sort is stable.
pub(super) fn sort_key(event: &Event) -> (bool, Option<impl Ord + use<>>) {
    (event.when.is_none(), event.when.as_ref().map(|when| when.value.sort_key()))
}

/// What lies after the brief's date has not happened, whatever its author marked.
pub(super) fn group_of(event: &Event, brief_date: &FuzzyDate) -> &'static str {
    match &event.when {
        _ if event.is_expected(brief_date) => EXPECTED,
        None => "undated",
        Some(_) => "happened",
    }
}

impl<'v> EventView<'v> {
    fn new(
        number: usize,
        event: &'v Event,
        brief: &Brief,
        facts: &[FactView<'v>],
        numbers: &Numbers<'v>,
        locale: &'v Locale,
    ) -> Self {
        let (status, attribution, fact) = match &event.ground {
            Ground::Fact(id) => from_fact(&id.value, facts, locale),
            Ground::Own { status, attribution } => (
                status.as_ref().map(|status| {
                    Labelled::status(
                        Attestation::of_event(status.value, attribution, &event.text.value),
                        locale,
                    )
                }),
                Some(AttributionView::new(attribution, numbers, locale)),
                None,
            ),
            Ground::Assessed => {
                (Some(Labelled::new(Status::Assessed, locale)), Some(AttributionView::own(locale)), None)
            }
            Ground::Unattributed => (None, None, None),
        };
        Self {
            number,
            anchor: Anchor::new("event", &event.id),
            when: event.when.as_ref().map(|when| DateView::new(&when.value, locale)),
            text: &event.text.value,
            expected: event.expected,
            status,
            attribution,
            fact,
            marking: brief.levels.label(event),
        }
    }
}

fn from_fact<'v>(
    id: &Id,
    facts: &[FactView<'v>],
    locale: &'v Locale,
) -> (Option<Labelled<'v>>, Option<AttributionView<'v>>, Option<BasisView<'v>>) {
    let Some(fact) = facts.iter().find(|fact| fact.id == id.as_str()) else { return (None, None, None) };
    let link = BasisView { anchor: fact.anchor, label: locale.numbered("part_fact", fact.number) };
    (Some(fact.status), Some(fact.attribution.clone()), Some(link))
}
