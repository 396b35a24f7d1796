//! The daily brief: what the briefs of a day, or of several, say together.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::corrections::CorrectedView;
use super::entity::MentionedFact;
use super::entry::{EntryView, LinkView, own_label};
use super::frame::address;
use super::question::QuestionEntry;
use super::story;
use crate::change::Change;
use crate::desk::{Daily, Index, Thread};
use crate::locale::{Arg, Locale, id};
use crate::model::date::Relation;
use crate::model::origins::Origins;
use crate::model::{Brief, Direction, Event, FuzzyDate, Ground, Marking, Status, Words as _};
use crate::settings::Settings;
use crate::view::anchor::anchor;
use crate::view::brief::{MarkingView, TopicView};
use crate::view::parts::Labelled;
use crate::view::summary::sentence;
use crate::view::timeline::group_labels;
use crate::view::{AttributionView, CONTRACT, ChangesView, DateView};

/// A daily brief, or a roll-up of several days.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DayView {
    /// The version of this contract.
    pub contract: u32,
    /// The name of the desk.
    pub desk: String,
    /// The day, or the first of several.
    pub date: DateView,
    /// The last of several days; absent where it is one.
    pub until: Option<DateView>,
    /// The banner: the highest marking of anything in it.
    pub marking: Option<MarkingView>,
    /// The editor's note, in Markdown.
    pub note: Option<NotedView>,
    /// The bottom lines by topic.
    pub topics: Vec<TopicLines>,
    /// The key facts by story.
    pub stories: Vec<StoryFacts>,
    /// The timelines of all briefs in one.
    pub timeline: Vec<DayEvents>,
    /// What changed since the briefs before: by story, or by brief where there is none.
    pub changes: ChangesView,
    /// Questions that these briefs take up.
    pub questions: Vec<QuestionEntry>,
    /// Open questions of earlier days, those that were taken up last first.
    pub carried_over: Vec<QuestionEntry>,
    /// How many more open questions there were, which are not listed.
    pub more_open: usize,
    /// What was put right.
    pub corrections: Vec<CorrectedView>,
    /// What all of it rests on.
    pub summary: DaySummary,
    /// How many briefs the editor left out.
    pub left_out: usize,
    /// What made it.
    pub tool: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// A note with its handling label.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NotedView {
    /// The note, in Markdown.
    pub text: String,
    /// Its handling label.
    pub marking: &'static str,
}

/// The bottom lines of one topic.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicLines {
    /// The topic; absent for briefs that have none.
    pub topic: Option<TopicView>,
    /// The bottom lines, in the order of the day.
    pub lines: Vec<BottomLine>,
}

/// What a brief says above all.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BottomLine {
    /// The brief.
    pub brief: EntryView,
    /// What the reader must know, in Markdown.
    pub text: String,
    /// Whether the editor put it first.
    pub pinned: bool,
    /// The word for how much it matters on its day: `high`, `normal`, `low`.
    pub weight: &'static str,
    /// The story that it belongs to.
    pub story: Option<LinkView>,
}

/// The key facts of one story.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StoryFacts {
    /// The story, or the brief itself where it belongs to none.
    pub story: LinkView,
    /// Its briefs with their key facts.
    pub briefs: Vec<BriefFacts>,
}

/// The key facts of one brief.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BriefFacts {
    /// The brief.
    pub brief: EntryView,
    /// The first facts, in the analyst's order.
    pub facts: Vec<MentionedFact>,
    /// How many more there are.
    pub more: usize,
}

/// Events that stand together.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DayEvents {
    /// `happened`, `expected` or `undated`.
    pub group: &'static str,
    /// What a reader sees above the group; none above what happened.
    pub label: Option<String>,
    /// The events, by date as far as dates tell.
    pub events: Vec<DayEvent>,
}

/// An event of one of the briefs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DayEvent {
    /// When; absent is undated.
    pub when: Option<DateView>,
    /// What, in Markdown.
    pub text: String,
    /// How well it is attested, where the brief says so.
    pub status: Option<Labelled>,
    /// On whose word; absent where the brief names nobody.
    pub attribution: Option<AttributionView>,
    /// The brief.
    pub brief: LinkView,
    /// Where it stands in the brief.
    pub anchor: String,
    /// The direction that the brief's language runs in.
    pub dir: Direction,
    /// A handling label of its own.
    pub marking: Option<&'static str>,
}

/// What the briefs rest on, counted from the same model as their pages.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DaySummary {
    /// In a sentence or two.
    pub text: String,
    /// How many briefs.
    pub briefs: usize,
    /// How many key facts.
    pub facts: usize,
    /// How many key facts of each status; those that none has are left out.
    pub statuses: Vec<Counted>,
    /// How many named sources, each counted once.
    pub named: usize,
    /// How many anonymous sources, each brief's own.
    pub anonymous: usize,
    /// How many independent origins, added up brief by brief.
    pub origins: usize,
    /// How many key facts rest on an anonymous speaker.
    pub anonymous_facts: usize,
}

/// A word with how often it occurs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Counted {
    /// The word.
    pub word: Labelled,
    /// How often.
    pub count: usize,
}

/// How many key facts of a brief a daily brief shows. An analyst puts those that count first; it says how many more there are.
const FACTS: usize = 5;

/// How many changes of a story a daily brief shows; of the others it says how many there are.
const CHANGES: usize = 8;

/// How many open questions of earlier days a daily brief lists.
const CARRIED_OVER: usize = 20;

impl DayView {
    /// The daily brief of a desk.
    #[must_use]
    pub fn new(daily: &Daily<'_>, changes: &[Change<'_>], index: &Index<'_>, settings: &Settings) -> Self {
        let locale = settings.locale();
        let href = |brief: &Brief, part: &str| Some(address::part(&brief.id, part));
        let changes = ChangesView::with_most(changes, CHANGES, &href, locale);
        let corrections = daily.corrections(index);
        let carried = daily.carried_over(index, CARRIED_OVER);
        let questions = daily.questions(index);
        let open_here = questions.iter().filter(|thread| thread.is_unsettled()).count();
        let open = index.open.range(..=daily.to).next_back().map_or(0, |(_, open)| *open);
        let entry = |thread: &Thread<'_>| QuestionEntry::new(thread, Some(daily.to), locale);
        let corrected = corrections.iter().map(|(_, brief)| *brief);
        let asked = questions.iter().chain(&carried).map(|thread| thread.latest().brief);
        Self {
            contract: CONTRACT,
            desk: settings.title.clone(),
            date: DateView::new(&daily.from, locale),
            until: (daily.to != daily.from).then(|| DateView::new(&daily.to, locale)),
            marking: marking(daily, corrected.chain(asked)).max(changes.highest).map(MarkingView::from),
            changes,
            note: note(daily),
            topics: topics(daily, settings, locale),
            stories: stories(daily, settings, locale),
            timeline: timeline(daily, locale),
            questions: questions.iter().map(entry).collect(),
            carried_over: carried.iter().map(entry).collect(),
            more_open: open.saturating_sub(open_here + carried.len()),
            corrections: corrections.into_iter().map(|it| CorrectedView::new(it, locale)).collect(),
            summary: DaySummary::new(daily, locale),
            left_out: daily.left_out,
            tool: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

impl DayView {
    /// The daily brief for programs: what a template sees, as JSON on one line.
    #[must_use]
    pub fn json(&self) -> String {
        // Strings, numbers and lists: nothing in it that JSON could not hold.
        let mut json = serde_json::to_string(self).unwrap_or_default();
        json.push('\n');
        json
    }
}

/// The highest marking of the briefs, of the note and of other briefs that have their words on the page.
fn marking<'b>(daily: &Daily<'_>, others: impl Iterator<Item = &'b Brief>) -> Option<Marking> {
    let note = daily.edition.and_then(|edition| edition.note.as_ref()).map(|(_, marking)| *marking);
    daily.briefs.iter().map(|brief| brief.banner()).chain(others.map(Brief::banner)).chain(note).max()
}

fn note(daily: &Daily<'_>) -> Option<NotedView> {
    let (text, marking) = daily.edition?.note.as_ref()?;
    Some(NotedView { text: text.value.as_str().to_owned(), marking: marking.word() })
}

fn story_link(brief: &Brief, settings: &Settings) -> Option<LinkView> {
    let id = &brief.story.as_ref()?.value;
    Some(LinkView::new(address::story(id, 1), story::title(id, &settings.stories)))
}

/// Bottom lines by the first topic of their briefs. The order of the day decides which topic comes first.
fn topics(daily: &Daily<'_>, settings: &Settings, locale: &Locale) -> Vec<TopicLines> {
    let mut order: Vec<TopicLines> = Vec::new();
    let mut places: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for brief in &daily.briefs {
        let topic = brief.topics.first().map(|topic| TopicView::from(&topic.value));
        let place = *places.entry(topic.as_ref().map(|topic| topic.id.clone())).or_insert(order.len());
        if place == order.len() {
            order.push(TopicLines { topic, lines: Vec::new() });
        }
        if let Some(lines) = order.get_mut(place) {
            lines.lines.push(BottomLine {
                brief: EntryView::new(brief, locale),
                text: brief.bottom_line.value.as_str().to_owned(),
                pinned: daily.is_pinned(brief),
                weight: brief.weight.word(),
                story: story_link(brief, settings),
            });
        }
    }
    order
}

/// Key facts by story, in the order of the day.
fn stories(daily: &Daily<'_>, settings: &Settings, locale: &Locale) -> Vec<StoryFacts> {
    let mut order: Vec<StoryFacts> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for brief in daily.briefs.iter().filter(|brief| !brief.key_facts.is_empty()) {
        let story = story_link(brief, settings).unwrap_or_else(|| LinkView::brief(brief));
        let place = *places.entry(story.href.clone()).or_insert(order.len());
        if place == order.len() {
            order.push(StoryFacts { story, briefs: Vec::new() });
        }
        if let Some(story) = order.get_mut(place) {
            let facts: Vec<_> =
                brief.key_facts.iter().take(FACTS).map(|it| MentionedFact::new(it, locale)).collect();
            let more = brief.key_facts.len() - facts.len();
            story.briefs.push(BriefFacts { brief: EntryView::new(brief, locale), facts, more });
        }
    }
    order
}

/// The events of all briefs in one row. What two briefs of a story tell in the same words stands there once, from the later brief.
fn timeline(daily: &Daily<'_>, locale: &Locale) -> Vec<DayEvents> {
    let mut seen = BTreeSet::new();
    let mut latest_first = daily.briefs.clone();
    latest_first.sort_by_key(|brief| (std::cmp::Reverse(brief.date.value), &brief.id));
    let mut events: Vec<(&Brief, &Event)> = Vec::new();
    for brief in latest_first {
        let story = brief.story.as_ref().map_or(&brief.id, |story| &story.value);
        for event in &brief.timeline {
            let when = event.when.as_ref().map(|when| when.value.canonical());
            if seen.insert((story, event.text.value.as_str(), when)) {
                events.push((brief, event));
            }
        }
    }
    events.sort_by_cached_key(|(_, event)| {
        (event.when.is_none(), event.when.as_ref().map(|when| when.value.sort_key()))
    });
    let group = |(group, label)| {
        let here = events.iter().filter(|(brief, event)| group_of(brief, event) == group);
        let events: Vec<_> = here.map(|(brief, event)| DayEvent::new(brief, event, locale)).collect();
        (!events.is_empty()).then_some(DayEvents { group, label, events })
    };
    group_labels(locale).into_iter().filter_map(group).collect()
}

/// What lies after its brief's date has not happened, whatever its author marked.
fn group_of(brief: &Brief, event: &Event) -> &'static str {
    match &event.when {
        _ if event.expected => "expected",
        None => "undated",
        Some(when) if when.value.relation(&FuzzyDate::from(brief.date.value)) == Relation::After => {
            "expected"
        }
        Some(_) => "happened",
    }
}

impl DayEvent {
    fn new(brief: &Brief, event: &Event, locale: &Locale) -> Self {
        let (status, attribution) = match &event.ground {
            Ground::Fact(id) => brief.fact(&id.value).map_or((None, None), |fact| {
                let attribution = AttributionView::uncited(fact.attribution.as_ref(), locale);
                (Some(Labelled::new(fact.status.value, locale)), Some(attribution))
            }),
            Ground::Own { status, attribution } => (
                status.as_ref().map(|status| Labelled::new(status.value, locale)),
                Some(AttributionView::uncited(Some(attribution), locale)),
            ),
            Ground::Unattributed => (None, None),
        };
        Self {
            when: event.when.as_ref().map(|when| DateView::new(&when.value, locale)),
            text: event.text.value.as_str().to_owned(),
            status,
            attribution,
            brief: LinkView::brief(brief),
            anchor: anchor("event", &event.id),
            dir: brief.lang.direction(),
            marking: own_label(event.marking.as_ref()),
        }
    }
}

impl DaySummary {
    fn new(daily: &Daily<'_>, locale: &Locale) -> Self {
        let briefs = &daily.briefs;
        let facts: Vec<_> = briefs.iter().flat_map(|brief| &brief.key_facts).collect();
        let sources: Vec<_> = briefs.iter().flat_map(|brief| &brief.sources).collect();
        let count = |status: &Status| facts.iter().filter(|fact| fact.status.value == *status).count();
        let statuses = Status::ALL
            .iter()
            .map(|status| Counted { word: Labelled::new(*status, locale), count: count(status) });
        let named: BTreeSet<_> = sources
            .iter()
            .filter(|source| !source.is_anonymous())
            .map(|source| (&source.id.value, source.name.value.as_str()))
            .collect();
        let unnamed_speaker = |fact: &&&crate::model::Fact| {
            fact.attribution.as_ref().is_some_and(|attribution| attribution.said_by.is_anonymous())
        };
        let mut summary = Self {
            text: String::new(),
            briefs: briefs.len(),
            facts: facts.len(),
            statuses: statuses.filter(|it| it.count > 0).collect(),
            named: named.len(),
            anonymous: sources.iter().filter(|source| source.is_anonymous()).count(),
            origins: briefs.iter().map(|brief| Origins::of(brief).count(brief)).sum(),
            anonymous_facts: facts.iter().filter(unnamed_speaker).count(),
        };
        summary.text = summary.sentence(locale);
        summary
    }

    fn sentence(&self, locale: &Locale) -> String {
        let named = locale.counted("summary_named_sources", self.named);
        let origins = locale.counted("summary_origins", self.origins);
        let anonymous = ("count", Arg::Count(u64::try_from(self.anonymous).unwrap_or(u64::MAX)));
        let mut parts = vec![
            locale.counted("count_briefs", self.briefs),
            locale.say("summary_named_and_anonymous", &[("named", Arg::Text(&named)), anonymous]),
            locale.say("summary_added_up", &[("origins", Arg::Text(&origins))]),
        ];
        if self.facts > 0 {
            let word = |it: &Counted| locale.counted(&id("counted", it.word.word), it.count);
            let words = self.statuses.iter().map(word).collect::<Vec<_>>().join(&locale.word("comma"));
            let facts = locale.counted("count_facts", self.facts);
            let args = [("facts", Arg::Text(&facts)), ("statuses", Arg::Text(&words))];
            parts.push(locale.say("summary_statuses", &args));
        }
        if self.anonymous_facts > 0 {
            parts.push(locale.counted("summary_unnamed_word", self.anonymous_facts));
        }
        sentence(&parts, locale)
    }
}
