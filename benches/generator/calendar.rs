//! Days, and the fuzzy dates around them.

use super::random::Random;

/// A day, counted from 1 January 2020.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub(super) u32);

const FIRST_YEAR: u32 = 2020;

impl Day {
    pub(super) fn before(self, days: u32) -> Self {
        Self(self.0.saturating_sub(days))
    }

    pub(super) fn after(self, days: u32) -> Self {
        Self(self.0 + days)
    }

    /// Year, month, day of the month.
    fn civil(self) -> (u32, u32, u32) {
        let (mut rest, mut year) = (self.0, FIRST_YEAR);
        while rest >= days_of_year(year) {
            rest -= days_of_year(year);
            year += 1;
        }
        let mut month = 1;
        while rest >= days_of_month(year, month) {
            rest -= days_of_month(year, month);
            month += 1;
        }
        (year, month, rest + 1)
    }

    /// `2025-03-05`
    pub(super) fn iso(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year}-{month:02}-{day:02}")
    }

    /// `2025-03`
    pub(super) fn month(self) -> String {
        let (year, month, _) = self.civil();
        format!("{year}-{month:02}")
    }

    pub(super) fn year(self) -> u32 {
        self.civil().0
    }
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_of_year(year: u32) -> u32 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_of_month(year: u32, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A date as precise as news often is, in EDTF: half of them exact days, the others of every form.
pub(super) fn fuzzy(day: Day, random: &mut Random) -> String {
    let (iso, month, year) = (day.iso(), day.month(), day.year());
    let earlier = day.before(random.between(1, 9)).iso();
    match random.below(30) {
        0 | 1 => month,
        2 | 3 => format!("{month}~"),
        4 => format!("{month}?"),
        5 => format!("{month}-XX"),
        6 => format!("{iso}~"),
        7 => format!("{iso}%"),
        8 if earlier != iso => format!("{earlier}/{iso}"),
        9 => format!("{iso}/.."),
        10 => format!("[..{iso}]"),
        11 if earlier != iso => format!("[{earlier},{iso}]"),
        // Of the year before, so that it is never after the day.
        12 => format!("{}-{}", year - 1, 21 + random.below(4)),
        13 => format!("{}-{}", year - 1, 33 + random.below(4)),
        14 => format!("{month}-~{}", iso.rsplit('-').next().unwrap_or("01")),
        _ => iso,
    }
}
