//! A date as people write it in a Turkish brief. All Turkish words of this module stand here.
//!
//! A suffix on a number follows the sound of its last word, so phrases are built with a noun behind the date, which takes it:
//! `2024 yılından beri`.

use super::FuzzyDate;
use super::civil::CivilDate;
use super::moment::Moment;
use super::months::TURKISH;
use super::shape::{Choice, Doubt, Missing, PartialDate, Quarter, Season, Shape, Stated};
use super::wording::{KINDS, certain_ones, clock, doubted, is_worded, listed, month_of, same_month, weekday};

const WEEKDAYS: [&str; 7] = ["Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"];

const fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "ilkbahar",
        Season::Summer => "yaz",
        Season::Autumn => "sonbahar",
        Season::Winter => "kış",
    }
}

const fn season_of(season: Season) -> &'static str {
    match season {
        Season::Spring => "ilkbaharı",
        Season::Summer => "yazı",
        Season::Autumn => "sonbaharı",
        Season::Winter => "kışı",
    }
}

const fn quarter_name(quarter: Quarter) -> &'static str {
    match quarter {
        Quarter::First => "birinci çeyreği",
        Quarter::Second => "ikinci çeyreği",
        Quarter::Third => "üçüncü çeyreği",
        Quarter::Fourth => "dördüncü çeyreği",
    }
}

/// A phrase such as `5 Mart 2025 Çarşamba`, `Şubat 2025 dolayları`, `4–6 Şubat 2025` or `8 Aralık 2024 tarihinden beri`.
///
/// It keeps every doubt: what is approximate is “dolayları”, what is uncertain is “kesin değil”. A single certain day has its weekday.
#[must_use]
pub fn turkish(date: &FuzzyDate) -> String {
    match date.shape() {
        Shape::Date(date) => match date.stated() {
            Stated::Day(day) if date.doubt_of_any().is_none() => with_weekday(day),
            _ => phrase(date),
        },
        Shape::Moment(moment) => moment_phrase(moment),
        Shape::Between { start, end } => span(start, end),
        Shape::From { start, end: Missing::Open } => format!("{} beri", from(start)),
        Shape::From { start, end: Missing::Unknown } => {
            format!("{} itibaren, bitişi bilinmiyor", from(start))
        }
        Shape::Until { start: Missing::Open, end } => format!("{} kadar", to(end)),
        Shape::Until { start: Missing::Unknown, end } => {
            format!("{} kadar, başlangıcı bilinmiyor", to(end))
        }
        Shape::OneOf(choices) => one_of(choices),
    }
}

/// What the date is, as a noun that can take a suffix: from, and to.
fn nouns(date: &PartialDate) -> (&'static str, &'static str) {
    match date.stated() {
        _ if !date.doubt_of_any().is_none() => ("döneminden", "dönemine"),
        Stated::Day(_) => ("tarihinden", "tarihine"),
        Stated::Month { .. } => ("ayından", "ayına"),
        Stated::Year(_) => ("yılından", "yılına"),
        _ => ("döneminden", "dönemine"),
    }
}

fn from(date: &PartialDate) -> String {
    format!("{} {}", phrase(date), nouns(date).0)
}

fn to(date: &PartialDate) -> String {
    format!("{} {}", phrase(date), nouns(date).1)
}

fn with_weekday(day: CivilDate) -> String {
    let name = WEEKDAYS.get(weekday(day)).copied().unwrap_or_default();
    format!("{} {name}", plain(Stated::Day(day)))
}

/// A date with its doubts: those of the whole around it, those of single parts behind it.
fn phrase(date: &PartialDate) -> String {
    let shared = date.doubt_of_all();
    let about = if shared.approximate { " dolayları" } else { "" };
    let mut notes = Vec::new();
    if shared.uncertain {
        notes.push("kesin değil".to_owned());
    }
    notes.extend(notes_on_parts(date));
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
    format!("{}{about}{notes}", plain(date.stated()))
}

/// `yıl ve ay yaklaşık`, `gün kesin değil`: the doubts that not all parts share, those alike together.
fn notes_on_parts(date: &PartialDate) -> Vec<String> {
    let names = match date.stated() {
        Stated::Season { .. } => ["yıl", "mevsim", ""],
        Stated::Quarter { .. } => ["yıl", "çeyrek", ""],
        _ => ["yıl", "ay", "gün"],
    };
    let note = |kind: Doubt| {
        let parts: Vec<_> = doubted(date, kind).filter_map(|place| names.get(place)).collect();
        let parts: Vec<_> = parts.into_iter().map(|name| (*name).to_owned()).collect();
        let word = match (kind.approximate, kind.uncertain) {
            (true, true) => "yaklaşık ve kesin değil",
            (true, false) => "yaklaşık",
            _ => "kesin değil",
        };
        (!parts.is_empty()).then(|| format!("{} {word}", listed(&parts, " ve ")))
    };
    KINDS.into_iter().filter_map(note).collect()
}

/// A date without its doubts.
fn plain(stated: Stated) -> String {
    match stated {
        Stated::Century { first_year } => format!("{first_year:04}–{:04} yılları", first_year + 99),
        Stated::Decade { first_year } => format!("{first_year:04}–{:04} yılları", first_year + 9),
        Stated::Year(year) => format!("{year:04}"),
        Stated::SomeMonth { year } => format!("{year:04} yılının bir ayı"),
        Stated::SomeDayOfYear { year } => format!("{year:04} yılının bir günü"),
        Stated::Season { year, season } => format!("{year:04} {}", season_of(season)),
        Stated::Quarter { year, quarter } => format!("{year:04} yılının {}", quarter_name(quarter)),
        Stated::Month { year, month } => format!("{} {year:04}", month_of(&TURKISH, month)),
        Stated::SomeDayOfMonth { year, month } => {
            format!("{} {year:04} içinde bir gün", month_of(&TURKISH, month))
        }
        Stated::Day(day) => format!("{} {:04}", day_and_month(day), day.year()),
    }
}

fn day_and_month(day: CivilDate) -> String {
    format!("{} {}", day.day(), month_of(&TURKISH, day.month()))
}

fn moment_phrase(moment: &Moment) -> String {
    format!("{}, {}", with_weekday(moment.day()), clock(moment))
}

/// A span with both ends. A dash joins what is exact; what has words of its own is joined by words.
fn span(start: &PartialDate, end: &PartialDate) -> String {
    if start == end {
        let whole = phrase(start);
        return if matches!(start.stated(), Stated::Day(_)) { whole } else { format!("{whole} içinde") };
    }
    if is_worded(start) || is_worded(end) {
        return format!("{} {} kadar", from(start), to(end));
    }
    dashed(start.stated(), end.stated())
}

/// Two dates with a dash, what they share said once.
fn dashed(start: Stated, end: Stated) -> String {
    match (start, end) {
        (Stated::Year(_), Stated::Year(_)) => format!("{}–{}", plain(start), plain(end)),
        (Stated::Day(first), Stated::Day(_)) if same_month(start, end) => {
            format!("{}–{}", first.day(), plain(end))
        }
        (Stated::Day(first), Stated::Day(last)) if first.year() == last.year() => {
            format!("{} – {}", day_and_month(first), plain(end))
        }
        (Stated::Month { year, month }, Stated::Month { year: last, .. }) if year == last => {
            format!("{}–{}", month_of(&TURKISH, month), plain(end))
        }
        (Stated::Season { year, season }, Stated::Season { year: last, season: other }) if year == last => {
            format!("{year:04} {}–{}", season_name(season), season_name(other))
        }
        _ => format!("{} – {}", plain(start), plain(end)),
    }
}

fn one_of(choices: &[Choice]) -> String {
    if let Some(short) = of_one_month(choices).or_else(|| of_one_year(choices)) {
        return short;
    }
    let phrases: Vec<_> = choices.iter().map(choice_phrase).collect();
    listed(&phrases, " veya ")
}

fn choice_phrase(choice: &Choice) -> String {
    match choice {
        Choice::One(date) => phrase(date),
        Choice::UpTo(date) if matches!(date.stated(), Stated::Day(_)) => format!("en geç {}", phrase(date)),
        Choice::UpTo(date) => format!("{} içinde veya öncesinde", phrase(date)),
        Choice::From(date) => format!("{} veya sonrası", phrase(date)),
        Choice::Range(first, last) => format!("{} arasında bir zaman", span(first, last)),
    }
}

/// `4, 5 veya 7 Şubat 2025`, if the choices are certain days of one month.
fn of_one_month(choices: &[Choice]) -> Option<String> {
    let (last, others) = certain_ones(choices)?;
    let short = |stated: Stated| match stated {
        Stated::Day(day) if same_month(stated, last) => Some(day.day().to_string()),
        _ => None,
    };
    let mut phrases: Vec<_> = others.into_iter().map(short).collect::<Option<_>>()?;
    phrases.push(plain(last));
    Some(listed(&phrases, " veya "))
}

/// `Şubat veya Mart 2025`, if the choices are certain months of one year.
fn of_one_year(choices: &[Choice]) -> Option<String> {
    let (last, others) = certain_ones(choices)?;
    let Stated::Month { year: of, .. } = last else { return None };
    let short = |stated: Stated| match stated {
        Stated::Month { year, month } if year == of => Some(month_of(&TURKISH, month).to_owned()),
        _ => None,
    };
    let mut phrases: Vec<_> = others.into_iter().map(short).collect::<Option<_>>()?;
    phrases.push(plain(last));
    Some(listed(&phrases, " veya "))
}
