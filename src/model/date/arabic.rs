//! A date as people write it in an Arabic brief. All Arabic words of this module stand here.
//!
//! Numbers are in Western digits, as most news services of the Arab world set them and as sources and citations of a page are
//! numbered. Two dates are joined by words: a dash between numbers would be read from the wrong side by some.

use super::FuzzyDate;
use super::civil::CivilDate;
use super::months::ARABIC;
use super::shape::{Choice, Doubt, Missing, PartialDate, Quarter, Season, Shape, Stated};
use super::wording::{KINDS, certain_ones, clock, doubted, month_of, same_month, weekday};

const WEEKDAYS: [&str; 7] = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];

const fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "ربيع",
        Season::Summer => "صيف",
        Season::Autumn => "خريف",
        Season::Winter => "شتاء",
    }
}

const fn quarter_name(quarter: Quarter) -> &'static str {
    match quarter {
        Quarter::First => "الربع الأول",
        Quarter::Second => "الربع الثاني",
        Quarter::Third => "الربع الثالث",
        Quarter::Fourth => "الربع الرابع",
    }
}

/// A phrase such as `الأربعاء 5 مارس 2025`, `نحو فبراير 2025`, `من 4 إلى 6 فبراير 2025` or `منذ 8 ديسمبر 2024`.
///
/// It keeps every doubt: what is approximate is `نحو`, what is uncertain is `غير مؤكد`. A single certain day has its weekday.
#[must_use]
pub fn arabic(date: &FuzzyDate) -> String {
    match date.shape() {
        Shape::Date(date) => match date.stated() {
            Stated::Day(day) if date.doubt_of_any().is_none() => with_weekday(day),
            _ => phrase(date),
        },
        Shape::Moment(moment) => format!("{}، {}", with_weekday(moment.day()), clock(moment)),
        Shape::Between { start, end } => span(start, end),
        Shape::From { start, end: Missing::Open } => format!("منذ {}", phrase(start)),
        Shape::From { start, end: Missing::Unknown } => format!("من {}، والنهاية غير معروفة", phrase(start)),
        Shape::Until { start: Missing::Open, end } => format!("حتى {}", phrase(end)),
        Shape::Until { start: Missing::Unknown, end } => format!("حتى {}، والبداية غير معروفة", phrase(end)),
        Shape::OneOf(choices) => one_of(choices),
    }
}

fn with_weekday(day: CivilDate) -> String {
    let name = WEEKDAYS.get(weekday(day)).copied().unwrap_or_default();
    format!("{name} {}", plain(Stated::Day(day)))
}

/// A date with its doubts: those of the whole around it, those of single parts behind it.
fn phrase(date: &PartialDate) -> String {
    let shared = date.doubt_of_all();
    let about = if shared.approximate { "نحو " } else { "" };
    let mut notes = Vec::new();
    if shared.uncertain {
        notes.push("غير مؤكد".to_owned());
    }
    notes.extend(notes_on_parts(date));
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("، ")) };
    format!("{about}{}{notes}", plain(date.stated()))
}

/// `السنة والشهر: تقريبي`, `اليوم: غير مؤكد`: the doubts that not all parts share, those alike together.
fn notes_on_parts(date: &PartialDate) -> Vec<String> {
    let names = match date.stated() {
        Stated::Season { .. } => ["السنة", "الفصل", ""],
        Stated::Quarter { .. } => ["السنة", "الربع", ""],
        _ => ["السنة", "الشهر", "اليوم"],
    };
    let note = |kind: Doubt| {
        let parts: Vec<_> = doubted(date, kind).filter_map(|place| names.get(place).copied()).collect();
        let word = match (kind.approximate, kind.uncertain) {
            (true, true) => "تقريبي وغير مؤكد",
            (true, false) => "تقريبي",
            _ => "غير مؤكد",
        };
        (!parts.is_empty()).then(|| format!("{}: {word}", parts.join(" و")))
    };
    KINDS.into_iter().filter_map(note).collect()
}

/// A date without its doubts.
fn plain(stated: Stated) -> String {
    match stated {
        Stated::Century { first_year } => format!("الأعوام من {first_year:04} إلى {:04}", first_year + 99),
        Stated::Decade { first_year } => format!("الأعوام من {first_year:04} إلى {:04}", first_year + 9),
        Stated::Year(year) => format!("{year:04}"),
        Stated::SomeMonth { year } => format!("أحد أشهر عام {year:04}"),
        Stated::SomeDayOfYear { year } => format!("أحد أيام عام {year:04}"),
        Stated::Season { year, season } => format!("{} {year:04}", season_name(season)),
        Stated::Quarter { year, quarter } => format!("{} من عام {year:04}", quarter_name(quarter)),
        Stated::Month { year, month } => format!("{} {year:04}", month_of(&ARABIC, month)),
        Stated::SomeDayOfMonth { year, month } => {
            format!("أحد أيام {} {year:04}", month_of(&ARABIC, month))
        }
        Stated::Day(day) => format!("{} {:04}", day_and_month(day), day.year()),
    }
}

fn day_and_month(day: CivilDate) -> String {
    format!("{} {}", day.day(), month_of(&ARABIC, day.month()))
}

/// A span with both ends.
fn span(start: &PartialDate, end: &PartialDate) -> String {
    if start == end {
        let whole = phrase(start);
        return if matches!(start.stated(), Stated::Day(_)) { whole } else { format!("خلال {whole}") };
    }
    let exact = start.doubt_of_any().is_none() && end.doubt_of_any().is_none();
    let short = if exact { shortened(start.stated(), end.stated()) } else { None };
    format!("من {} إلى {}", short.unwrap_or_else(|| phrase(start)), phrase(end))
}

/// The first of two dates without what they share.
fn shortened(start: Stated, end: Stated) -> Option<String> {
    match (start, end) {
        (Stated::Day(first), Stated::Day(_)) if same_month(start, end) => Some(first.day().to_string()),
        (Stated::Day(first), Stated::Day(last)) if first.year() == last.year() => Some(day_and_month(first)),
        (Stated::Month { year, month }, Stated::Month { year: last, .. }) if year == last => {
            Some(month_of(&ARABIC, month).to_owned())
        }
        (Stated::Season { year, season }, Stated::Season { year: last, .. }) if year == last => {
            Some(season_name(season).to_owned())
        }
        _ => None,
    }
}

fn one_of(choices: &[Choice]) -> String {
    if let Some((last, others)) = certain_ones(choices) {
        let short: Option<Vec<_>> = others.into_iter().map(|it| in_group(it, last)).collect();
        if let Some(mut phrases) = short {
            phrases.push(plain(last));
            return phrases.join(" أو ");
        }
    }
    choices.iter().map(choice_phrase).collect::<Vec<_>>().join(" أو ")
}

/// A day beside another of its month, or a month beside another of its year.
fn in_group(stated: Stated, last: Stated) -> Option<String> {
    match (stated, last) {
        (Stated::Day(day), Stated::Day(_)) if same_month(stated, last) => Some(day.day().to_string()),
        (Stated::Month { year, month }, Stated::Month { year: of, .. }) if year == of => {
            Some(month_of(&ARABIC, month).to_owned())
        }
        _ => None,
    }
}

fn choice_phrase(choice: &Choice) -> String {
    match choice {
        Choice::One(date) => phrase(date),
        Choice::UpTo(date) if matches!(date.stated(), Stated::Day(_)) => {
            format!("في موعد أقصاه {}", phrase(date))
        }
        Choice::UpTo(date) => format!("في {} أو قبل ذلك", phrase(date)),
        Choice::From(date) => format!("{} أو بعد ذلك", phrase(date)),
        Choice::Range(first, last) => format!("في وقت ما {}", span(first, last)),
    }
}
