//! Stories: successive briefs on one developing matter.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{EntryView, of_page};
use super::frame::{PageView, address};
use super::questions::QuestionEntry;
use crate::change::{self, Change, Item};
use crate::desk::{Index, Thread};
use crate::locale::Locale;
use crate::model::{Brief, CivilDate, Id, Line, Prose};
use crate::view::{ChangeGroup, ChangesView, DateView, Shown};

/// Every story.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StoriesView<'v> {
    /// The stories of this page, those that were taken up last first.
    pub stories: Vec<StoryEntry<'v>>,
    /// How many there are in all.
    pub total: usize,
}

impl PageView for StoriesView<'_> {
    const TEMPLATE: &'static str = "stories.html";
    const NAME: &'static str = "stories";
}

/// A story in the list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StoryEntry<'v> {
    /// Where its page is.
    pub href: String,
    /// Its title.
    pub title: Cow<'v, str>,
    /// How many briefs it has.
    pub briefs: usize,
    /// The day of its first brief.
    pub first: DateView<'v>,
    /// Its latest brief.
    pub latest: EntryView<'v>,
}

/// The title that the desk gives a story, or its id in words.
#[must_use]
pub fn title<'v>(id: &Id, titles: &'v BTreeMap<Id, Line>) -> Cow<'v, str> {
    titles.get(id).map_or_else(|| in_words(id).into(), |title| title.as_str().into())
}

fn in_words(id: &Id) -> String {
    let mut words = id.as_str().replace('-', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

impl<'v> StoryEntry<'v> {
    /// A story by its briefs, from the earliest to the latest.
    #[must_use]
    pub fn new(
        id: &Id,
        briefs: &[&'v Brief],
        titles: &'v BTreeMap<Id, Line>,
        locale: &'v Locale,
    ) -> Option<Self> {
        let (first, latest) = (briefs.first()?, briefs.last()?);
        Some(Self {
            href: address::story(id, 1),
            title: title(id, titles),
            briefs: briefs.len(),
            first: DateView::new(&first.date.value, locale),
            latest: EntryView::new(latest, locale),
        })
    }
}

/// The stories of a desk, those that were taken up last first.
#[must_use]
pub fn latest_first<'i, 'd>(index: &'i Index<'d>) -> Vec<(&'d Id, &'i [&'d Brief])> {
    let mut stories: Vec<_> = index.stories.iter().map(|(id, briefs)| (*id, briefs.as_slice())).collect();
    stories.sort_by_key(|(id, briefs)| (std::cmp::Reverse(briefs.last().map(|it| it.date.value)), *id));
    stories
}

impl<'v> StoriesView<'v> {
    /// A page of the list.
    #[must_use]
    pub fn new(
        stories: &[(&Id, &[&'v Brief])],
        total: usize,
        titles: &'v BTreeMap<Id, Line>,
        locale: &'v Locale,
    ) -> Self {
        let entries = stories.iter().filter_map(|(id, briefs)| StoryEntry::new(id, briefs, titles, locale));
        Self { stories: entries.collect(), total }
    }
}

/// A story.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StoryPageView<'v> {
    /// Its title.
    pub title: Cow<'v, str>,
    /// How many briefs it has in all.
    pub total: usize,
    /// Its open questions, and those that were settled last, on the first page. On the others there are none.
    pub questions: Vec<QuestionEntry<'v>>,
    /// How many more of its questions are settled. They stand in the register.
    pub more_settled: usize,
    /// The briefs of this page, the latest first, with what each changed.
    pub steps: Vec<StoryStep<'v>>,
}

impl PageView for StoryPageView<'_> {
    const TEMPLATE: &'static str = "story.html";
    const NAME: &'static str = "story";
}

/// A brief of a story.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StoryStep<'v> {
    /// The brief.
    pub brief: EntryView<'v>,
    /// What the reader must know, in Markdown.
    #[schemars(with = "String")]
    pub bottom_line: &'v Prose,
    /// What it changed in those before it; nothing for the first.
    pub changes: Option<ChangeGroup<'v>>,
}

/// A story, as its pages are made from it.
#[derive(Debug)]
pub struct Story<'s, 'd> {
    /// Its title.
    pub title: Cow<'d, str>,
    /// Its briefs, from the earliest to the latest.
    pub briefs: &'s [&'d Brief],
    /// What each of them changed in those before it.
    pub changes: &'s [Vec<Change<'d>>],
    /// Its questions, in the order of the register: open ones, then settled ones, each from the latest move.
    pub questions: &'s [&'s Thread<'d>],
    /// The day up to which ages are counted.
    pub today: Option<CivilDate>,
}

/// How many changes of a brief its story shows; of the others it says how many there are.
const CHANGES: usize = 6;

/// How many settled questions of a story its first page shows; of the others it says how many there are.
const SETTLED: usize = 20;

impl<'s, 'd> Story<'s, 'd> {
    /// Every open question and some settled ones, and how many settled ones there are besides.
    fn first_questions(&self) -> (&'s [&'s Thread<'d>], usize) {
        let open = self.questions.partition_point(|thread| thread.is_unsettled());
        let (shown, others) =
            self.questions.split_at_checked(open + SETTLED).unwrap_or((self.questions, &[]));
        (shown, others.len())
    }
}

impl<'v> StoryPageView<'v> {
    /// A page of a story.
    #[must_use]
    pub fn new(story: &Story<'_, 'v>, page: (usize, usize), locale: &'v Locale) -> Self {
        let (questions, more_settled) = if page.0 == 1 { story.first_questions() } else { (&[] as &[_], 0) };
        let steps = of_page(story.briefs.iter().zip(story.changes).enumerate().rev(), page);
        let steps = steps.map(|(at, (brief, changes))| StoryStep {
            brief: EntryView::new(brief, locale),
            bottom_line: &brief.bottom_line.value,
            changes: if at == 0 { None } else { step(changes, locale) },
        });
        Self {
            title: story.title.clone(),
            total: story.briefs.len(),
            questions: questions
                .iter()
                .map(|thread| QuestionEntry::new(thread, story.today, locale))
                .collect(),
            more_settled,
            steps: steps.collect(),
        }
    }
}

/// What a brief changed in its story. That it came is plain to see, and its bottom line stands beside it.
fn step<'v>(changes: &[Change<'v>], locale: &'v Locale) -> Option<ChangeGroup<'v>> {
    let told = |change: &&Change<'_>| !matches!(change.what.standing().item, Item::Brief | Item::BottomLine);
    let shown = Shown { most: CHANGES, place: |_: &change::Thread<'_>| (), story: |_: &Id| None };
    let changes = ChangesView::in_short(changes.iter().filter(told), shown, locale);
    changes.groups.into_iter().next()
}
