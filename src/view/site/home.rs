//! The home page, and the page of what is not there.

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::EntryView;
use super::frame::PageView;
use super::questions::QuestionEntry;
use crate::desk::{Daily, Desk, Index};
use crate::locale::Locale;
use crate::settings::Limits;

/// The home page: what is new, and what is open.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HomeView<'v> {
    /// The briefs of the latest day, in the order of its daily brief and without what that leaves out.
    pub latest: Vec<EntryView<'v>>,
    /// Where the page of that day is.
    pub latest_href: Option<String>,
    /// Open questions, those that moved last first.
    pub questions: Vec<QuestionEntry<'v>>,
    /// How many open questions there are in all.
    pub open_questions: usize,
    /// The latest briefs before that day, each day as its daily brief has it.
    pub recent: Vec<EntryView<'v>>,
    /// How many briefs there are in all.
    pub briefs: usize,
}

impl PageView for HomeView<'_> {
    const TEMPLATE: &'static str = "home.html";
    const NAME: &'static str = "home";
}

/// How many open questions the home page shows.
const QUESTIONS: usize = 10;

impl<'v> HomeView<'v> {
    /// The home page of a desk.
    #[must_use]
    pub fn new(desk: &'v Desk, index: &Index<'v>, limits: &Limits, locale: &'v Locale) -> Self {
        let today = desk.today();
        let mut open: Vec<_> = index.questions.iter().filter(|thread| thread.is_unsettled()).collect();
        open.sort_by_cached_key(|thread| (std::cmp::Reverse(thread.last_move()), thread.id()));
        let mut days = days(desk, index);
        let latest = days.next();
        let entry = |brief| EntryView::new(brief, locale);
        Self {
            latest_href: latest.as_ref().map(|daily| super::frame::address::day(daily.to)),
            latest: latest.into_iter().flat_map(|daily| daily.briefs).map(entry).collect(),
            questions: open
                .iter()
                .take(QUESTIONS)
                .map(|thread| QuestionEntry::new(thread, today, locale))
                .collect(),
            open_questions: open.len(),
            recent: days.flat_map(|daily| daily.briefs).take(limits.recent_briefs).map(entry).collect(),
            briefs: desk.briefs.len(),
        }
    }
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
