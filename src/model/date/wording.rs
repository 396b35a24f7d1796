//! What the writers of dates in words have in common.

use super::civil::CivilDate;
use super::moment::Moment;
use super::shape::{Choice, Doubt, PartialDate, Stated};

pub(super) fn is_worded(date: &PartialDate) -> bool {
    let bare = matches!(
        date.stated(),
        Stated::Year(_)
            | Stated::Season { .. }
            | Stated::Quarter { .. }
            | Stated::Month { .. }
            | Stated::Day(_)
    );
    !bare || !date.doubt_of_any().is_none()
}

pub(super) fn same_month(left: Stated, right: Stated) -> bool {
    match (left, right) {
        (Stated::Day(left), Stated::Day(right)) => {
            left.year() == right.year() && left.month() == right.month()
        }
        _ => false,
    }
}

/// The last and the others of two or more choices, if they are single dates that nothing is doubted of.
pub(super) fn certain_ones(choices: &[Choice]) -> Option<(Stated, Vec<Stated>)> {
    let mut dates = Vec::new();
    for choice in choices {
        match choice {
            Choice::One(date) if date.doubt_of_any().is_none() => dates.push(date.stated()),
            _ => return None,
        }
    }
    let last = dates.pop()?;
    (!dates.is_empty()).then_some((last, dates))
}

/// `a`, `a or b`, `a, b or c`, with the joint before the last.
pub(super) fn listed(phrases: &[String], joint: &str) -> String {
    match phrases {
        [] => String::new(),
        [only] => only.clone(),
        [others @ .., last] => format!("{}{joint}{last}", others.join(", ")),
    }
}

/// The time of day: `10:30 UTC`.
pub(super) fn clock(moment: &Moment) -> String {
    let seconds = if moment.second() == 0 { String::new() } else { format!(":{:02}", moment.second()) };
    let zone = match moment.zone() {
        None => String::new(),
        Some(zone) if zone.minutes_east() == 0 => " UTC".to_owned(),
        Some(zone) => format!(" UTC{zone}"),
    };
    format!("{:02}:{:02}{seconds}{zone}", moment.hour(), moment.minute())
}

/// Every kind of doubt about single parts.
pub(super) const KINDS: [Doubt; 3] = [
    Doubt { approximate: false, uncertain: true },
    Doubt { approximate: true, uncertain: false },
    Doubt { approximate: true, uncertain: true },
];

/// The places of the parts, from the year on, that are doubted in this way beyond what all share.
pub(super) fn doubted(date: &PartialDate, kind: Doubt) -> impl Iterator<Item = usize> {
    let shared = date.doubt_of_all();
    let alike =
        date.doubts().iter().copied().enumerate().filter(move |(_, doubt)| doubt.beyond(shared) == kind);
    alike.map(|(place, _)| place)
}

/// The number of the day of the week, from Monday on.
pub(super) fn weekday(day: CivilDate) -> usize {
    use chrono::Datelike as _;
    usize::try_from(day.as_naive().weekday().num_days_from_monday()).unwrap_or_default()
}

/// The word of a month.
pub(super) fn month_of(names: &[&'static str; 12], month: chrono::Month) -> &'static str {
    names.get(month as usize).copied().unwrap_or_default()
}
