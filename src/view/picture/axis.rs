//! Dates on the axis.

use chrono::{Datelike as _, Months, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::Serialize;

use super::Across;
use super::extent::{Day, number_of};
use super::lanes::{BEHIND, DIGIT, SHORTEST};
use super::scale::{Scale, date};
use crate::locale::Locale;
use crate::model::CivilDate;

/// A date on the axis.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TickView {
    /// Where it stands.
    pub x: Across,
    /// The day, month or year: `5 Mar`, `Mar`, `2025`.
    pub label: String,
    /// The year, where the label has none and it is not that of the tick before.
    pub year: Option<String>,
}

/// The distance between ticks.
#[derive(Clone, Copy)]
enum Step {
    Days(Day),
    Weeks(Day),
    Months(u32),
    Years(u32),
}

/// Every distance, from the finest on.
const STEPS: [Step; 19] = [
    Step::Days(1),
    Step::Days(2),
    Step::Weeks(1),
    Step::Weeks(2),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(2000),
];

impl Step {
    /// About how many days it has.
    fn days(self) -> Day {
        match self {
            Self::Days(days) => days,
            Self::Weeks(weeks) => 7 * weeks,
            Self::Months(months) => 30 * Day::from(months),
            Self::Years(years) => 365 * Day::from(years),
        }
    }

    /// How many labels have room beside each other on the shortest axis.
    fn most(self) -> Day {
        match self {
            Self::Days(_) | Self::Weeks(_) => 5,
            Self::Months(_) => 7,
            Self::Years(_) => 6,
        }
    }

    /// The first tick on or after a day.
    fn first(self, day: CivilDate) -> Option<NaiveDate> {
        let naive = day.as_naive();
        let start = match self {
            Self::Days(_) => return Some(naive),
            Self::Weeks(_) => {
                let late = (7 - naive.weekday().days_since(Weekday::Mon)) % 7;
                return naive.checked_add_days(chrono::Days::new(late.into()));
            }
            Self::Months(months) => {
                NaiveDate::from_ymd_opt(day.year(), naive.month0() / months * months + 1, 1)
            }
            Self::Years(years) => {
                let years = i32::try_from(years).ok()?;
                NaiveDate::from_ymd_opt((day.year() / years * years).max(1), 1, 1)
            }
        }?;
        if start < naive { self.next(start) } else { Some(start) }
    }

    /// The tick after this one. The first year there is stands for the year nought.
    fn next(self, tick: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(_) | Self::Weeks(_) => {
                tick.checked_add_days(chrono::Days::new(self.days().unsigned_abs()))
            }
            Self::Months(months) => tick.checked_add_months(Months::new(months)),
            Self::Years(years) => {
                let years = i32::try_from(years).ok()?;
                NaiveDate::from_ymd_opt((tick.year() / years + 1) * years, 1, 1)
            }
        }
    }

    fn label(self, tick: CivilDate, locale: &Locale) -> String {
        let month = locale.short_month(tick.month());
        match self {
            Self::Days(_) | Self::Weeks(_) => format!("{} {month}", tick.day()),
            Self::Months(_) => month.to_string(),
            Self::Years(_) => tick.year().to_string(),
        }
    }

    /// A day is marked where it is half over, as events on it are; a month where it begins.
    fn place(self, scale: &Scale, tick: CivilDate) -> Across {
        match self {
            Self::Days(_) | Self::Weeks(_) => scale.middle(number_of(tick)),
            Self::Months(_) | Self::Years(_) => scale.start(number_of(tick)),
        }
    }
}

/// The ticks of an axis: as many as have room.
pub(super) fn ticks(scale: &Scale, locale: &Locale) -> Vec<TickView> {
    let fitting = STEPS.into_iter().find(|step| scale.days() <= step.most() * step.days());
    let step = fitting.unwrap_or(Step::Years(2000));
    // The margin of the scale may reach beyond the calendar.
    let Some(first) = date(scale.first.max(1)) else { return Vec::new() };
    let days = std::iter::successors(step.first(first), |tick| step.next(*tick));
    let days = days.map_while(CivilDate::from_naive).take_while(|day| number_of(*day) <= scale.last);
    let mut ticks = Vec::new();
    let mut year_told = None;
    for day in days {
        let (x, label) = (step.place(scale, day), step.label(day, locale));
        if !fits(x, &label) {
            continue;
        }
        let told = matches!(step, Step::Years(_)) || year_told == Some(day.year());
        year_told = Some(day.year());
        ticks.push(TickView { x, label, year: (!told).then(|| day.year().to_string()) });
    }
    ticks
}

/// Whether a label that is centred here stays in the narrowest picture.
fn fits(x: Across, label: &str) -> bool {
    let half = u32::try_from(label.chars().count()).unwrap_or(u32::MAX).saturating_mul(DIGIT) / 2;
    u32::from(x.0) * SHORTEST / 1000 + half <= SHORTEST + BEHIND
}
