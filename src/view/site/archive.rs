//! The archive: years, months, days.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::EntryView;
use super::frame::{PageView, address};
use crate::desk::Index;
use crate::locale::Locale;
use crate::model::{Brief, CivilDate};
use crate::view::DateView;

/// The archive: every month that has briefs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ArchiveView {
    /// The years, the latest first.
    pub years: Vec<YearLinks>,
    /// How many briefs there are in all.
    pub briefs: usize,
}

impl PageView for ArchiveView {
    const TEMPLATE: &'static str = "archive.html";
    const NAME: &'static str = "archive";
}

/// The months of a year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct YearLinks {
    /// The year.
    pub year: i32,
    /// How many briefs it has.
    pub briefs: usize,
    /// Its months, the latest first.
    pub months: Vec<MonthLink>,
}

/// A month.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MonthLink {
    /// Where its page is.
    pub href: String,
    /// Its name: `March`.
    pub name: &'static str,
    /// How many briefs it has.
    pub briefs: usize,
}

/// The days of a month.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MonthView<'v> {
    /// Its name with the year: `March 2025`.
    pub name: String,
    /// How many briefs it has.
    pub briefs: usize,
    /// The days, the latest first.
    pub days: Vec<DayEntries<'v>>,
}

impl PageView for MonthView<'_> {
    const TEMPLATE: &'static str = "month.html";
    const NAME: &'static str = "month";
}

/// The briefs of a day.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DayEntries<'v> {
    /// The day.
    pub date: DateView<'v>,
    /// Where its page is.
    pub href: String,
    /// Its briefs.
    pub briefs: Vec<EntryView<'v>>,
}

/// A year and the number of a month in it.
pub type Month = (i32, u32);

/// The days of each month that has any.
#[must_use]
pub fn months<'i, 'd>(index: &'i Index<'d>) -> BTreeMap<Month, Vec<(CivilDate, &'i [&'d Brief])>> {
    let mut months: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (day, briefs) in &index.days {
        let month = (day.year(), day.month().number_from_month());
        months.entry(month).or_default().push((*day, briefs.as_slice()));
    }
    months
}

impl ArchiveView {
    /// The archive of a desk.
    #[must_use]
    pub fn new(index: &Index<'_>, locale: &Locale) -> Self {
        let mut years: BTreeMap<i32, Vec<MonthLink>> = BTreeMap::new();
        for ((year, month), days) in months(index).into_iter().rev() {
            let briefs = days.iter().map(|(_, briefs)| briefs.len()).sum();
            let name = days.first().map_or("", |(day, _)| locale.month(day.month()));
            years.entry(year).or_default().push(MonthLink {
                href: address::month(year, month),
                name,
                briefs,
            });
        }
        let years: Vec<_> = years
            .into_iter()
            .rev()
            .map(|(year, months)| YearLinks {
                year,
                briefs: months.iter().map(|month| month.briefs).sum(),
                months,
            })
            .collect();
        Self { briefs: years.iter().map(|year| year.briefs).sum(), years }
    }
}

impl<'v> MonthView<'v> {
    /// A month of these days.
    #[must_use]
    pub fn new(year: i32, days: &[(CivilDate, &[&'v Brief])], locale: &'v Locale) -> Self {
        let name = days.first().map_or("", |(day, _)| locale.month(day.month()));
        let entries = days.iter().rev().map(|(day, briefs)| DayEntries {
            date: DateView::new(day, locale),
            href: address::day(*day),
            briefs: briefs.iter().map(|brief| EntryView::new(brief, locale)).collect(),
        });
        Self {
            name: format!("{name} {year}"),
            briefs: days.iter().map(|(_, briefs)| briefs.len()).sum(),
            days: entries.collect(),
        }
    }
}
