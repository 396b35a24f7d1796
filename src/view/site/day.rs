//! The daily brief: what the briefs of a day, or of several, say together.

mod happened;
mod judgements;
mod last_words;
mod lines;
mod places;
mod summary;
mod timeline;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

pub use self::judgements::DayJudgement;
use self::last_words::LastWords;
pub use self::summary::{Counted, DaySummary};
use self::summary::{held_doubtful, in_words, statuses};
use self::timeline::timeline;
pub use self::timeline::{DayEvent, DayEvents};
use super::corrections::CorrectedView;
use super::entity::MentionedFact;
use super::entry::{EntryView, LinkView};
use super::questions::QuestionEntry;
use super::story;
use crate::change::{self, Change, Item};
use crate::desk::{Daily, Index, Overtaken, Thread};
use crate::json;
use crate::locale::Locale;
use crate::markdown::KnownWord;
use crate::model::{Brief, Fact, Id, Marking, Prose};
use crate::room;
use crate::settings::Settings;
use crate::view::brief::{MarkingView, TopicView};
use crate::view::{CONTRACT, ChangesView, DateView, PageAddress, Shown};

/// A daily brief, or a roll-up of several days.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DayView<'v> {
    /// The version of this contract.
    pub contract: u32,
    /// The name of the desk.
    pub desk: &'v str,
    /// The day, or the first of several.
    pub date: DateView<'v>,
    /// The last of several days; absent where it is one.
    pub until: Option<DateView<'v>>,
    /// The banner: the highest marking of anything in it.
    pub marking: Option<MarkingView>,
    /// The editor's note, in Markdown.
    pub note: Option<NotedView<'v>>,
    /// The bottom lines by topic.
    pub topics: Vec<TopicLines<'v>>,
    /// The key facts by story.
    pub stories: Vec<StoryFacts<'v>>,
    /// What the desk itself holds: the first judgements, in the order of the day.
    pub judgements: Vec<DayJudgement<'v>>,
    /// How many more judgements the briefs have.
    pub more_judgements: usize,
    /// The timelines of all briefs in one.
    pub timeline: Vec<DayEvents<'v>>,
    /// What changed since the briefs before: by story, or by brief where there is none, in the order of the day.
    pub changes: ChangesView<'v>,
    /// Questions that these briefs take up.
    pub questions: Vec<QuestionEntry<'v>>,
    /// Open questions of earlier days, those that were taken up last first.
    pub carried_over: Vec<QuestionEntry<'v>>,
    /// How many more open questions there were, which are not listed.
    pub more_open: usize,
    /// What was put right since the last day with briefs before.
    pub corrections: Vec<CorrectedView<'v>>,
    /// What all of it rests on.
    pub summary: DaySummary<'v>,
    /// How many briefs the editor left out.
    pub left_out: usize,
    /// What made it.
    pub tool: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// A note with its handling label.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NotedView<'v> {
    /// The note, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// Its handling label.
    pub marking: KnownWord,
}

impl<'v> NotedView<'v> {
    /// The note of the editor, where the day has one.
    pub(super) fn of(daily: &Daily<'v>) -> Option<Self> {
        let (text, marking) = daily.note()?;
        Some(Self { text: &text.value, marking: marking.label() })
    }
}

/// Bottom lines of one topic. A topic comes a second time where what stands between weighs more or was put there by the editor.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicLines<'v> {
    /// The topic; absent for briefs that have none.
    pub topic: Option<TopicView<'v>>,
    /// The bottom lines, in the order of the day.
    pub lines: Vec<BottomLine<'v>>,
}

/// What a brief says above all.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BottomLine<'v> {
    /// The brief.
    pub brief: EntryView<'v>,
    /// What the reader must know, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// Whether the editor put it first.
    pub pinned: bool,
    /// The word for how much it matters on its day: `high`, `normal`, `low`.
    pub weight: KnownWord,
    /// The story that it belongs to.
    pub story: Option<LinkView<'v>>,
}

/// The key facts of one story.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StoryFacts<'v> {
    /// The story, or the brief itself where it belongs to none.
    pub story: LinkView<'v>,
    /// Its briefs with their key facts.
    pub briefs: Vec<BriefFacts<'v>>,
}

/// The key facts of one brief.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BriefFacts<'v> {
    /// The brief.
    pub brief: EntryView<'v>,
    /// The first facts, in the analyst's order.
    pub facts: Vec<MentionedFact<'v>>,
    /// How many more there are.
    pub more: usize,
    /// How well these are attested, `21 stated, 4 denied`; absent where there are none.
    pub more_statuses: Option<String>,
}

/// How many key facts of a brief a daily brief shows. An analyst puts those that count first; it says how many more there are.
const FACTS: usize = 5;

/// How many changes of a story a daily brief shows; of the others it says how many there are.
const CHANGES: usize = 8;

/// How much JSON there is to a brief, with room to spare: what outgrows its room is copied, page by page.
const BYTES_A_BRIEF: usize = 24 * 1024;

/// How many open questions of earlier days a daily brief lists.
pub(crate) const CARRIED_OVER: usize = 20;

impl<'v> DayView<'v> {
    /// The daily brief of a desk.
    #[must_use]
    pub fn new(daily: &Daily<'v>, changes: &[Change<'v>], index: &Index<'v>, settings: &'v Settings) -> Self {
        let locale = settings.locale();
        let places = places::of(daily);
        let place = |thread: &change::Thread<'v>| places.get(thread).copied();
        let story = |id| Some(story_page(id, settings));
        let shown = Shown { most: CHANGES, place, story };
        let changes = ChangesView::in_short(known_at_its_end(changes, daily), shown, locale);
        let last = LastWords::of(&daily.briefs);
        let overtaken = Overtaken::among(daily.briefs.iter().copied());
        let corrections = daily.corrections(index);
        let carried = daily.carried_over(index, CARRIED_OVER);
        let questions = daily.questions(index);
        let (judgements, more_judgements) = judgements::judgements(daily, &overtaken, locale);
        let entry = |thread: &Thread<'v>| QuestionEntry::new(thread, Some(daily.to), locale);
        let corrected = corrections.iter().map(|(_, brief)| *brief);
        let asked = questions.iter().chain(&carried).flat_map(Thread::told_by);
        Self {
            contract: CONTRACT,
            desk: &settings.title,
            date: DateView::new(&daily.from, locale),
            until: (daily.to != daily.from).then(|| DateView::new(&daily.to, locale)),
            marking: marking(daily, corrected.chain(asked)).max(changes.highest).map(MarkingView::from),
            changes,
            note: NotedView::of(daily),
            topics: lines::by_topic(daily, settings),
            stories: stories(daily, &last, settings, locale),
            judgements,
            more_judgements,
            timeline: timeline(daily, &last, &overtaken, locale),
            questions: questions.iter().map(entry).collect(),
            carried_over: carried.iter().map(entry).collect(),
            more_open: daily.more_open(index, &questions, &carried),
            corrections: corrections.into_iter().map(|it| CorrectedView::new(it, locale)).collect(),
            summary: DaySummary::new(daily, &last, locale),
            left_out: daily.left_out,
            tool: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

impl DayView<'_> {
    /// The daily brief for programs: what a template sees, as JSON on one line, without what is absent and without pieces of phrases.
    #[must_use]
    pub fn json(&self) -> String {
        let mut json = room::take(self.summary.briefs * BYTES_A_BRIEF);
        // Strings, numbers and lists: nothing in it that JSON could not hold. If there were, no half of a file would be taken for all.
        if json::push(&mut json, self).is_err() {
            return String::new();
        }
        json.push('\n');
        json
    }
}

/// What had changed by the end of its last day: a brief holds what was put right in it later, too.
fn known_at_its_end<'c, 'd>(
    changes: &'c [Change<'d>],
    daily: &Daily<'_>,
) -> impl Iterator<Item = &'c Change<'d>> {
    changes.iter().filter(|change| match change.what.standing().item {
        Item::Correction(correction) => correction.on.value <= daily.to,
        _ => true,
    })
}

/// The highest marking of the briefs, of the note and of other briefs that have their words on the page.
fn marking<'b>(daily: &Daily<'_>, others: impl Iterator<Item = &'b Brief>) -> Option<Marking> {
    let note = daily.note().map(|(_, marking)| *marking);
    daily.briefs.iter().map(|brief| brief.banner()).chain(others.map(Brief::banner)).chain(note).max()
}

fn story_link<'v>(brief: &'v Brief, settings: &'v Settings) -> Option<LinkView<'v>> {
    Some(story_page(&brief.story.as_ref()?.value, settings))
}

fn story_page<'v>(id: &'v Id, settings: &'v Settings) -> LinkView<'v> {
    LinkView::new(PageAddress::story(id), story::title(id, &settings.stories))
}

/// Key facts by story, in the order of the day.
fn stories<'v>(
    daily: &Daily<'v>,
    last: &LastWords<'_>,
    settings: &'v Settings,
    locale: &'v Locale,
) -> Vec<StoryFacts<'v>> {
    let mut order: Vec<StoryFacts<'v>> = Vec::new();
    let mut places: BTreeMap<change::Thread<'_>, usize> = BTreeMap::new();
    for brief in &daily.briefs {
        let facts: Vec<_> = brief.key_facts.iter().filter(|fact| last.has_fact(brief, fact)).collect();
        if facts.is_empty() {
            continue;
        }
        let place = *places.entry(change::Thread::of(brief)).or_insert(order.len());
        if place == order.len() {
            let story = story_link(brief, settings).unwrap_or_else(|| LinkView::brief(brief));
            order.push(StoryFacts { story, briefs: Vec::new() });
        }
        if let Some(story) = order.get_mut(place) {
            story.briefs.push(brief_facts(&facts, brief, locale));
        }
    }
    order
}

/// The first facts of a brief.
fn brief_facts<'v>(facts: &[&'v Fact], brief: &'v Brief, locale: &'v Locale) -> BriefFacts<'v> {
    let (shown, others) = facts.split_at(facts.len().min(FACTS));
    BriefFacts {
        brief: EntryView::new(brief, locale),
        facts: shown.iter().map(|it| MentionedFact::new(it, brief, locale)).collect(),
        more: others.len(),
        more_statuses: (!others.is_empty())
            .then(|| in_words(&statuses(others, locale), held_doubtful(others), locale)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Desk;
    use crate::model::{CivilDate, Id, Register};
    use crate::validate::sample;

    fn brief(day: u32, story: &str, status: &str, event: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: {story} {day}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: {story}\n\
             sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
             key_facts: [{{id: crane, text: The crane stands., status: {status}, said_by: port}}]\n\
             timeline: [{{id: hearing, when: 2025-03-02, said_by: port, status: stated, {event}}}]\n"
        ));
        Brief { id: Id::parse(&format!("{story}-{day}")).unwrap(), ..brief }
    }

    #[test]
    fn parts_have_labels_wherever_briefs_are_marked_differently() {
        let labels = |marking: &str| {
            let brief = |id: &str, marking: &str| {
                let brief = sample(format!(
                    "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: {marking}\nbottom_line: Invented.\n\
                     sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
                     key_facts: [{{id: crane, text: The crane stands., status: claimed, said_by: port}}]\n\
                     timeline: [{{id: hearing, when: 2025-02-02, text: It was heard by {id}., said_by: port}}]\n"
                ));
                Brief { id: Id::parse(id).unwrap(), ..brief }
            };
            let briefs = vec![brief("gate", "TLP:CLEAR"), brief("pier", marking)];
            let mut desk = Desk { briefs, ..Desk::default() };
            desk.sort();
            let register = Register::default();
            let index = Index::of(&desk, &register);
            let day = desk.today().unwrap();
            let daily = Daily::new(&desk, &index, day, day);
            let last = LastWords::of(&daily.briefs);
            let settings = Settings::default();
            let facts: Vec<_> = stories(&daily, &last, &settings, Locale::english())
                .into_iter()
                .flat_map(|story| story.briefs)
                .flat_map(|brief| brief.facts)
                .map(|fact| fact.marking.map(KnownWord::text))
                .collect();
            let events =
                timeline(&daily, &last, &Overtaken::among(daily.briefs.iter().copied()), Locale::english())
                    .into_iter()
                    .flat_map(|group| group.events);
            (facts, events.map(|event| event.marking.map(KnownWord::text)).collect::<Vec<_>>())
        };
        let (clear, amber) = (Some("TLP:CLEAR"), Some("TLP:AMBER"));
        assert_eq!(labels("TLP:CLEAR"), (vec![None, None], vec![None, None]));
        assert_eq!(labels("TLP:AMBER"), (vec![clear, amber], vec![clear, amber]));
    }

    #[test]
    fn facts_that_are_not_shown_are_counted_by_how_they_are_attested() {
        let facts = |count: usize| {
            let fact = |number| {
                let status = if number % 3 == 0 { "denied" } else { "stated" };
                format!("  - {{id: f{number}, text: Ship {number} sank., status: {status}, said_by: port}}\n")
            };
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\nkey_facts:\n{}",
                (0..count).map(fact).collect::<String>()
            ));
            let view = brief_facts(&brief.key_facts.iter().collect::<Vec<_>>(), &brief, Locale::english());
            (view.facts.len(), view.more, view.more_statuses)
        };
        assert_eq!(facts(5), (5, 0, None));
        assert_eq!(facts(9), (5, 4, Some("3 stated, 1 denied".to_owned())));
    }

    #[test]
    fn several_days_tell_the_latest_word_of_each_story() {
        let (to_come, past) = ("text: It is to be heard., expected: true", "text: It was heard.");
        let mut briefs = vec![
            brief(3, "gate", "disputed", past),
            brief(1, "gate", "claimed", to_come),
            brief(1, "pier", "claimed", to_come),
        ];
        let (one, other) = (brief(5, "dam", "claimed", past), brief(5, "dam", "disputed", past));
        let other = Brief { id: Id::parse("dam-5-other").unwrap(), ..other };
        briefs.splice(0..0, [other, one, brief(4, "dam", "stated", to_come)]);
        let desk = Desk { briefs, ..Desk::default() };
        let register = Register::default();
        let index = Index::of(&desk, &register);
        let settings = Settings::default();
        let view = |from, to| {
            let [from, to] = [from, to].map(|day| CivilDate::parse(day).unwrap());
            let daily = Daily::new(&desk, &index, from, to);
            let last = LastWords::of(&daily.briefs);
            let facts: Vec<_> = stories(&daily, &last, &settings, Locale::english())
                .into_iter()
                .flat_map(|story| story.briefs)
                .flat_map(|brief| {
                    brief.facts.into_iter().map(move |fact| (brief.brief.title, fact.status.word.text()))
                })
                .collect();
            let events =
                timeline(&daily, &last, &Overtaken::among(daily.briefs.iter().copied()), Locale::english())
                    .into_iter();
            let events: Vec<_> = events
                .flat_map(|group| group.events.into_iter().map(move |event| (group.group, event.brief.label)))
                .collect();
            (facts, events)
        };
        let (facts, events) = view("2025-03-01", "2025-03-01");
        assert_eq!(facts, [("gate 1", "claimed"), ("pier 1", "claimed")]);
        assert_eq!(events, [("expected", "gate 1".into()), ("expected", "pier 1".into())]);
        let (facts, events) = view("2025-03-01", "2025-03-03");
        assert_eq!(facts, [("gate 3", "disputed"), ("pier 1", "claimed")]);
        assert_eq!(events, [("happened", "gate 3".into()), ("overdue", "pier 1".into())]);
        // Of two briefs of one day none has the last word.
        let (facts, _) = view("2025-03-04", "2025-03-05");
        assert_eq!(facts, [("dam 5", "claimed"), ("dam 5", "disputed")]);
    }
}
