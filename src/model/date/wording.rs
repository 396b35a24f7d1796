//! What the writers of dates in words have in common.

use super::civil::{CivilDate, Month};
use super::digits::{bare, bare_year};
use super::moment::Moment;
use super::months::{self, Names};
use super::shape::{Choice, PartialDate, Season, Stated};

pub(super) fn is_worded(date: &PartialDate) -> bool {
    let bare = matches!(
        date.stated(),
        Stated::Year(_)
            | Stated::Season { .. }
            | Stated::Quarter { .. }
            | Stated::Month { .. }
            | Stated::Day(_)
    );
    !bare || !date.is_certain()
}

fn same_month(left: Stated, right: Stated) -> bool {
    match (left, right) {
        (Stated::Day(left), Stated::Day(right)) => {
            left.year() == right.year() && left.month() == right.month()
        }
        _ => false,
    }
}

/// Certain days of one month, or months of one year, all but the last without what they share: `4`, `5`, `7 February 2025`.
/// `None` where the choices are other than that.
pub(super) fn grouped(
    choices: &[Choice],
    months: &Names,
    plain: fn(Stated) -> String,
) -> Option<Vec<String>> {
    let certain = |choice: &Choice| match choice {
        Choice::One(date) if date.is_certain() => Some(date.stated()),
        _ => None,
    };
    let dates: Vec<_> = choices.iter().map(certain).collect::<Option<_>>()?;
    let (last, others) = dates.split_last().filter(|(_, others)| !others.is_empty())?;
    let short = |stated: &Stated| match (*stated, *last) {
        (Stated::Day(day), Stated::Day(_)) if same_month(*stated, *last) => Some(day.day().to_string()),
        (Stated::Month { year, month }, Stated::Month { year: of, .. }) if year == of => {
            Some(months::of(months, month).to_owned())
        }
        _ => None,
    };
    let mut phrases: Vec<_> = others.iter().map(short).collect::<Option<_>>()?;
    phrases.push(plain(*last));
    Some(phrases)
}

/// The first of two days or months without what they share.
pub(super) fn shortened(start: Stated, end: Stated, months: &Names) -> Option<String> {
    match (start, end) {
        (Stated::Day(first), Stated::Day(_)) if same_month(start, end) => Some(first.day().to_string()),
        (Stated::Day(first), Stated::Day(last)) if first.year() == last.year() => {
            Some(day_and_month(first, months))
        }
        (Stated::Month { year, month }, Stated::Month { year: last, .. }) if year == last => {
            Some(months::of(months, month).to_owned())
        }
        _ => None,
    }
}

/// Two dates with a dash, what they share said once. Around words of their own it has space.
pub(super) fn dashed(start: Stated, end: Stated, months: &Names, plain: fn(Stated) -> String) -> String {
    let short = shortened(start, end, months);
    let is_one_word = match &short {
        Some(first) => !first.contains(' '),
        None => matches!((start, end), (Stated::Year(_), Stated::Year(_))),
    };
    let dash = if is_one_word { "–" } else { " – " };
    format!("{}{dash}{}", short.unwrap_or_else(|| plain(start)), plain(end))
}

/// Two seasons of one year, and the year.
pub(super) fn seasons(start: Stated, end: Stated) -> Option<(i32, Season, Season)> {
    match (start, end) {
        (Stated::Season { year, season }, Stated::Season { year: last, season: other }) if year == last => {
            Some((year, season, other))
        }
        _ => None,
    }
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

/// The first year whose days are told with their weekday: since then every state of the readers counts days as we do. What is known
/// of an earlier one may be its day in another calendar, and the weekday that we would reckon from it one that it never had.
const FIRST_WITH_WEEKDAYS: i32 = 1926;

/// The day of the week, from a list that begins with Monday; none of a day long ago.
pub(super) fn weekday(day: CivilDate, names: &[&'static str; 7]) -> Option<&'static str> {
    use chrono::Datelike as _;
    if day.year() < FIRST_WITH_WEEKDAYS {
        return None;
    }
    let number = usize::try_from(day.as_naive().weekday().num_days_from_monday()).ok()?;
    names.get(number).copied()
}

/// `5 March`.
fn day_and_month(day: CivilDate, months: &Names) -> String {
    [bare(day.day()), " ", months::of(months, day.month())].concat()
}

/// `5 March 2025`.
pub(super) fn whole_day(day: CivilDate, months: &Names) -> String {
    let [century, year] = bare_year(day.year());
    joined([bare(day.day()), " ", months::of(months, day.month()), " ", century, year])
}

/// `March 2025`, in a language that puts the month first.
pub(super) fn month_and_year(month: Month, year: i32, months: &Names) -> String {
    let [century, year] = bare_year(year);
    joined([months::of(months, month), " ", century, year])
}

/// A few short words as one text.
fn joined<const MANY: usize>(words: [&str; MANY]) -> String {
    // One room for them all, however long they are: to count first takes longer than to write.
    let mut text = String::with_capacity(32);
    text.extend(words);
    text
}
