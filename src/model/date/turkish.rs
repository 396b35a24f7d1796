//! A date as people write it in a Turkish brief. All Turkish words of this module stand here.
//!
//! A suffix on a number follows the sound of its last word, so phrases are built with a noun behind the date, which takes it:
//! `2024 yılından itibaren`.

use super::FuzzyDate;
use super::civil::CivilDate;
use super::doubts::{DoubtWords, Said};
use super::moment::Moment;
use super::months::{self, TURKISH};
use super::shape::{Choice, Missing, PartialDate, Quarter, Season, Shape, Stated};
use super::wording::{
    clock, dashed, grouped, is_worded, listed, month_and_year, seasons, weekday, whole_day,
};

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

const DOUBTS: DoubtWords = DoubtWords {
    about: ["", " dolayları"],
    uncertain: Said::of_all("kesin değil"),
    approximate: Said::of_all("yaklaşık"),
    both: Said::of_all("yaklaşık ve kesin değil"),
    parts: ["yıl", "ay", "gün"],
    season: "mevsim",
    quarter: "çeyrek",
    and: " ve ",
    comma: ", ",
};

/// A phrase such as `5 Mart 2025 Çarşamba`, `Şubat 2025 dolayları`, `4–6 Şubat 2025` or `8 Aralık 2024 tarihinden itibaren`.
///
/// It keeps every doubt: what is approximate is “dolayları”, what is uncertain is “kesin değil”. A single certain day has its weekday.
#[must_use]
pub fn turkish(date: &FuzzyDate) -> String {
    match date.shape() {
        Shape::Date(date) => match date.stated() {
            Stated::Day(day) if date.is_certain() => with_weekday(day),
            _ => phrase(date),
        },
        Shape::Moment(moment) => moment_phrase(moment),
        Shape::Between(ends) => span(&ends.start, &ends.end),
        Shape::From { start, end: Missing::Open } => from(start),
        Shape::From { start, end: Missing::Unknown } => format!("{}, bitişi bilinmiyor", from(start)),
        Shape::Until { start: Missing::Open, end } => to(end),
        Shape::Until { start: Missing::Unknown, end } => format!("{}, başlangıcı bilinmiyor", to(end)),
        Shape::OneOf(choices) => one_of(choices),
    }
}

/// A date as a noun behind it needs it: a month follows its year there, `2013 Ocak ayından`.
fn before_noun(date: &PartialDate) -> String {
    match date.stated() {
        Stated::Month { year, month } if date.is_certain() => {
            format!("{year} {}", months::of(&TURKISH, month))
        }
        _ => phrase(date),
    }
}

/// What the date is, as a noun that takes a suffix: from, and to. What ends in words of its own has none.
fn nouns(date: &PartialDate) -> Option<(&'static str, &'static str)> {
    match date.stated() {
        _ if !date.is_certain() => None,
        Stated::Day(_) => Some(("tarihinden", "tarihine")),
        Stated::Month { .. } => Some(("ayından", "ayına")),
        Stated::Year(_) => Some(("yılından", "yılına")),
        _ => None,
    }
}

/// From a date on. “Beri” would say that it has begun.
fn from(date: &PartialDate) -> String {
    match nouns(date) {
        Some((noun, _)) => format!("{} {noun} itibaren", before_noun(date)),
        None => format!("{} ve sonrası", phrase(date)),
    }
}

/// Up to a date.
fn to(date: &PartialDate) -> String {
    match nouns(date) {
        Some((_, noun)) => format!("{} {noun} kadar", before_noun(date)),
        None => format!("{} ve öncesi", phrase(date)),
    }
}

fn with_weekday(day: CivilDate) -> String {
    let date = plain(Stated::Day(day));
    match weekday(day, &WEEKDAYS) {
        Some(name) => [&date, " ", name].concat(),
        None => date,
    }
}

/// A date with its doubts.
fn phrase(date: &PartialDate) -> String {
    DOUBTS.around(date, plain)
}

/// A date without its doubts.
fn plain(stated: Stated) -> String {
    match stated {
        Stated::Century { first_year } => format!("{first_year}–{} yılları", first_year + 99),
        Stated::Decade { first_year } => format!("{first_year}–{} yılları", first_year + 9),
        Stated::Year(year) => format!("{year}"),
        Stated::SomeMonth { year } => format!("{year} yılının bir ayı"),
        Stated::SomeDayOfYear { year } => format!("{year} yılının bir günü"),
        Stated::Season { year, season } => format!("{year} {}", season_of(season)),
        Stated::Quarter { year, quarter } => format!("{year} yılının {}", quarter_name(quarter)),
        Stated::Month { year, month } => month_and_year(month, year, &TURKISH),
        Stated::SomeDayOfMonth { year, month } => {
            format!("{} {year} içinde bir gün", months::of(&TURKISH, month))
        }
        Stated::Day(day) => whole_day(day, &TURKISH),
    }
}

fn moment_phrase(moment: &Moment) -> String {
    format!("{}, {}", with_weekday(moment.day()), clock(moment))
}

/// A span with both ends. A dash joins them, with space around it where one has words of its own: each keeps its doubts to itself.
fn span(start: &PartialDate, end: &PartialDate) -> String {
    if start == end {
        let whole = phrase(start);
        return if matches!(start.stated(), Stated::Day(_)) { whole } else { format!("{whole} içinde") };
    }
    if is_worded(start) || is_worded(end) {
        return format!("{} – {}", phrase(start), phrase(end));
    }
    let (start, end) = (start.stated(), end.stated());
    match seasons(start, end) {
        Some((year, first, last)) => format!("{year} {}–{}", season_name(first), season_name(last)),
        None => dashed(start, end, &TURKISH, plain),
    }
}

fn one_of(choices: &[Choice]) -> String {
    let phrases = grouped(choices, &TURKISH, plain);
    listed(&phrases.unwrap_or_else(|| choices.iter().map(choice_phrase).collect()), " veya ")
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
