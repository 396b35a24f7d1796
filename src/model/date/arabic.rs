//! A date as people write it in an Arabic brief. All Arabic words of this module stand here.
//!
//! Numbers are in Western digits, as most news services of the Arab world set them and as sources and citations of a page are
//! numbered. Two dates are joined by words: a dash between numbers would be read from the wrong side by some.

use super::FuzzyDate;
use super::civil::CivilDate;
use super::doubts::{DoubtWords, Said};
use super::months::{self, ARABIC};
use super::shape::{Choice, Missing, PartialDate, Quarter, Season, Shape, Stated};
use super::wording::{clock, grouped, month_and_year, seasons, shortened, weekday, whole_day};

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

const DOUBTS: DoubtWords = DoubtWords {
    about: ["نحو ", ""],
    uncertain: Said::agreeing("غير مؤكد", "غير مؤكدة", "غير مؤكدين"),
    approximate: Said::agreeing("تقريبي", "تقريبية", "تقريبيان"),
    both: Said::agreeing("تقريبي وغير مؤكد", "تقريبية وغير مؤكدة", "تقريبيان وغير مؤكدين"),
    parts: ["السنة", "الشهر", "اليوم"],
    season: "الفصل",
    quarter: "الربع",
    and: " و",
    comma: "، ",
};

/// A phrase such as `الأربعاء 5 مارس 2025`, `نحو فبراير 2025`, `من 4 إلى 6 فبراير 2025` or `ابتداءً من 8 ديسمبر 2024`.
///
/// It keeps every doubt: what is approximate is `نحو`, what is uncertain is `غير مؤكد`. A single certain day has its weekday.
#[must_use]
pub fn arabic(date: &FuzzyDate) -> String {
    match date.shape() {
        Shape::Date(date) => match date.stated() {
            Stated::Day(day) if date.is_certain() => with_weekday(day),
            _ => phrase(date),
        },
        Shape::Moment(moment) => format!("{}، {}", with_weekday(moment.day()), clock(moment)),
        Shape::Between(ends) => span(&ends.start, &ends.end),
        // «منذ» would say that it has begun.
        Shape::From { start, end: Missing::Open } => format!("ابتداءً من {}", phrase(start)),
        Shape::From { start, end: Missing::Unknown } => format!("من {}، والنهاية غير معروفة", phrase(start)),
        Shape::Until { start: Missing::Open, end } => format!("حتى {}", phrase(end)),
        Shape::Until { start: Missing::Unknown, end } => format!("حتى {}، والبداية غير معروفة", phrase(end)),
        Shape::OneOf(choices) => one_of(choices),
    }
}

fn with_weekday(day: CivilDate) -> String {
    let date = plain(Stated::Day(day));
    match weekday(day, &WEEKDAYS) {
        Some(name) => [name, " ", &date].concat(),
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
        Stated::Century { first_year } => format!("الأعوام من {first_year} إلى {}", first_year + 99),
        Stated::Decade { first_year } => format!("الأعوام من {first_year} إلى {}", first_year + 9),
        Stated::Year(year) => format!("{year}"),
        Stated::SomeMonth { year } => format!("أحد أشهر عام {year}"),
        Stated::SomeDayOfYear { year } => format!("أحد أيام عام {year}"),
        Stated::Season { year, season } => format!("{} {year}", season_name(season)),
        Stated::Quarter { year, quarter } => format!("{} من عام {year}", quarter_name(quarter)),
        Stated::Month { year, month } => month_and_year(month, year, &ARABIC),
        Stated::SomeDayOfMonth { year, month } => {
            format!("أحد أيام {} {year}", months::of(&ARABIC, month))
        }
        Stated::Day(day) => whole_day(day, &ARABIC),
    }
}

/// A span with both ends.
fn span(start: &PartialDate, end: &PartialDate) -> String {
    if start == end {
        let whole = phrase(start);
        return if matches!(start.stated(), Stated::Day(_)) { whole } else { format!("خلال {whole}") };
    }
    let exact = start.is_certain() && end.is_certain();
    let short = if exact { without_shared(start.stated(), end.stated()) } else { None };
    format!("من {} إلى {}", short.unwrap_or_else(|| phrase(start)), phrase(end))
}

/// The first of two dates without what they share.
fn without_shared(start: Stated, end: Stated) -> Option<String> {
    let season = || seasons(start, end).map(|(_, first, _)| season_name(first).to_owned());
    shortened(start, end, &ARABIC).or_else(season)
}

fn one_of(choices: &[Choice]) -> String {
    let phrases = grouped(choices, &ARABIC, plain);
    phrases.unwrap_or_else(|| choices.iter().map(choice_phrase).collect()).join(" أو ")
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
