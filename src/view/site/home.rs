//! The home page, and the page of what is not there.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::Serialize;

use super::day::{BottomLine, NotedView};
use super::entry::EntryView;
use super::frame::{PageView, address};
use super::questions::QuestionEntry;
use crate::desk::{Daily, Desk, Index};
use crate::locale::Locale;
use crate::model::{CivilDate, Marking};
use crate::settings::Settings;
use crate::view::DateView;

/// The home page: what is new, and what is open.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HomeView<'v> {
    /// The latest day; absent where no day has a brief to show.
    pub latest: Option<LatestDay<'v>>,
    /// Open questions, those that moved last first.
    pub questions: Vec<QuestionEntry<'v>>,
    /// How many open questions there are in all.
    pub open_questions: usize,
    /// The latest briefs before that day, each day as its daily brief has it.
    pub recent: Vec<EntryView<'v>>,
    /// How many briefs there are in all.
    pub briefs: usize,
    /// The marking of the editor's note, to be compared: the page is no lower.
    #[serde(skip)]
    pub(crate) noted: Option<Marking>,
}

/// What the daily brief of the latest day says above all.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LatestDay<'v> {
    /// The day.
    pub date: DateView<'v>,
    /// Where its page is.
    pub href: String,
    /// The editor's note, in Markdown.
    pub note: Option<NotedView<'v>>,
    /// The first bottom lines, in the order of the day and without what it leaves out.
    pub lines: Vec<BottomLine<'v>>,
    /// How many more there are on its page.
    pub more: usize,
}

impl PageView for HomeView<'_> {
    const TEMPLATE: &'static str = "home.html";
    const NAME: &'static str = "home";
}

/// How many open questions the home page shows.
const QUESTIONS: usize = 10;

/// How many bottom lines of the latest day it shows.
const LINES: usize = 10;

impl<'v> HomeView<'v> {
    /// The home page of a desk.
    #[must_use]
    pub fn new(desk: &'v Desk, index: &Index<'v>, settings: &'v Settings) -> Self {
        let (today, locale) = (desk.today(), settings.locale());
        let mut days = days(desk, index);
        let latest = days.next();
        let before = days.flat_map(|daily| daily.briefs).take(settings.limits.recent_briefs);
        let (questions, open_questions) = open_questions(index, today, locale);
        Self {
            noted: latest.as_ref().and_then(Daily::note).map(|(_, marking)| *marking),
            latest: latest.map(|daily| LatestDay::new(&daily, settings)),
            questions,
            open_questions,
            recent: before.map(|brief| EntryView::new(brief, locale)).collect(),
            briefs: desk.briefs.len(),
        }
    }
}

impl<'v> LatestDay<'v> {
    fn new(daily: &Daily<'v>, settings: &'v Settings) -> Self {
        let shown = daily.briefs.iter().take(LINES);
        let lines: Vec<_> = shown.map(|brief| BottomLine::new(daily, brief, settings)).collect();
        Self {
            date: DateView::new(&daily.to, settings.locale()),
            href: address::day(daily.to),
            note: NotedView::of(daily),
            more: daily.briefs.len() - lines.len(),
            lines,
        }
    }
}

/// The open questions that moved last, and how many there are in all.
fn open_questions<'v>(
    index: &Index<'v>,
    today: Option<CivilDate>,
    locale: &'v Locale,
) -> (Vec<QuestionEntry<'v>>, usize) {
    let mut open: Vec<_> = index.questions.iter().filter(|thread| thread.is_unsettled()).collect();
    open.sort_by_cached_key(|thread| (Reverse(thread.last_move()), thread.id()));
    let shown = open.iter().take(QUESTIONS).map(|thread| QuestionEntry::new(thread, today, locale));
    (shown.collect(), open.len())
}

/// The daily briefs, the latest first; of a day that leaves out all its briefs there is nothing to show.
fn days<'v>(desk: &'v Desk, index: &Index<'v>) -> impl Iterator<Item = Daily<'v>> {
    let days = index.days.keys().rev().map(move |day| Daily::new(desk, index, *day, *day));
    days.filter(|daily| !daily.briefs.is_empty())
}

/// What a web server shows where there is no page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NotFoundView {
    /// The address of the site's root: whole, since nobody knows from where this page is shown.
    pub root: Option<String>,
}

impl PageView for NotFoundView {
    const TEMPLATE: &'static str = "404.html";
    const NAME: &'static str = "not_found";
}
