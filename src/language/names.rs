//! The names of months and days in English, Turkish and Arabic, folded as [`fold`](super::fold) does.

use chrono::Weekday;

use super::tokens::{Kind, Tokens};
use super::window::Window;
use crate::model::date::months;

/// The language that a name of a month belongs to, as far as it tells what may stand around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    Turkish,
    Arabic,
}

/// A name of a month in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Month {
    /// 1 to 12.
    pub(crate) number: u32,
    pub(crate) tongue: Tongue,
    /// How many tokens it takes, with a second name of the same month: "شباط/فبراير".
    pub(crate) tokens: usize,
    /// Whether a Turkish ending says "in" or "from" the month, without an apostrophe.
    pub(crate) placed: bool,
}

/// Declares what words mean, and the list of these words.
macro_rules! meanings {
    ($(#[$doc:meta])* $name:ident -> $meaning:ty, $list:ident { $($($word:literal)|+ => $value:expr,)+ }) => {
        pub(super) const $list: &[&str] = &[$($($word),+),+];

        $(#[$doc])*
        fn $name(word: &str) -> Option<$meaning> {
            Some(match word {
                $($($word)|+ => $value,)+
                _ => return None,
            })
        }
    };
}

/// The month named at a place.
pub(crate) fn month(window: Window<'_>, place: usize) -> Option<Month> {
    let word = window.word(place)?;
    if is_latin(word) {
        return latin_month(window, place, word);
    }
    let (number, tokens) = arabic_month(window, place)?;
    let again = second_name(window, place + tokens, number);
    Some(Month { number, tongue: Tongue::Arabic, tokens: tokens + again, placed: false })
}

/// Whether a folded word can be an English or Turkish one that is known here, and no Arabic one.
fn is_latin(word: &str) -> bool {
    word.bytes().next().is_some_and(|first| first.is_ascii())
}

/// The English or Turkish month that this word names. Once folded, all of them are in ASCII letters.
fn latin_month(window: Window<'_>, place: usize, word: &str) -> Option<Month> {
    if let Some((number, short)) = read_english_month(word) {
        // "may" and "march" are words of other meaning, and short forms are too short to be sure of.
        let sure = !short && !matches!(word, "march" | "may" | "august");
        if sure || window.capital(place) {
            let dot = short && window.is_mark(place + 1, &['.']) && window.glued(place + 1);
            return Some(Month {
                number,
                tongue: Tongue::English,
                tokens: 1 + usize::from(dot),
                placed: false,
            });
        }
    }
    let (number, placed) = turkish_month(word)?;
    Some(Month { number, tongue: Tongue::Turkish, tokens: 1, placed })
}

/// The tokens of a second name of the same month: "/فبراير" or "(فبراير)".
fn second_name(window: Window<'_>, place: usize, number: u32) -> usize {
    let bracket = window.is_mark(place, &['(']);
    if !bracket && !window.is_mark(place, &['/', '-', '–']) {
        return 0;
    }
    match arabic_month(window, place + 1) {
        Some((same, tokens)) if same == number => {
            let closed = bracket && window.is_mark(place + 1 + tokens, &[')']);
            1 + tokens + usize::from(closed)
        }
        _ => 0,
    }
}

meanings! {
    /// The number of an English month, and whether it is a short form.
    read_english_month -> (u32, bool), ENGLISH_MONTHS {
        "january" => (1, false),
        "february" => (2, false),
        "march" => (3, false),
        "april" => (4, false),
        "may" => (5, false),
        "june" => (6, false),
        "july" => (7, false),
        "august" => (8, false),
        "september" => (9, false),
        "october" => (10, false),
        "november" => (11, false),
        "december" => (12, false),
        "jan" => (1, true),
        "feb" => (2, true),
        "mar" => (3, true),
        "apr" => (4, true),
        "jun" => (6, true),
        "jul" => (7, true),
        "aug" => (8, true),
        "sep" | "sept" => (9, true),
        "oct" => (10, true),
        "nov" => (11, true),
        "dec" => (12, true),
    }
}

/// The Turkish months in their order.
pub(super) const TURKISH_MONTHS: [&str; 12] = [
    "ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim", "kasim",
    "aralik",
];

/// Turkish endings that say "in", "from" or "of that time".
pub(super) const TURKISH_PLACES: [&str; 12] =
    ["ta", "te", "da", "de", "tan", "ten", "dan", "den", "taki", "teki", "daki", "deki"];

/// The number of a Turkish month, and whether it carries an ending without an apostrophe, as careless writing has it.
fn turkish_month(word: &str) -> Option<(u32, bool)> {
    (1..).zip(TURKISH_MONTHS).find_map(|(number, name)| {
        let ending = word.strip_prefix(name)?;
        let placed = turkish_place(ending);
        (ending.is_empty() || placed).then_some((number, placed))
    })
}

/// Whether this is a Turkish ending that says "in", "from" or "of that time".
pub(crate) fn turkish_place(ending: &str) -> bool {
    TURKISH_PLACES.contains(&ending)
}

/// Letters that mean "and" and "in" and are joined to the front of an Arabic month.
pub(super) const ARABIC_JOINED: [char; 2] = ['و', 'ب'];

/// Arabic months of two words.
pub(super) const ARABIC_PAIRS: [(&str, &str, u32); 4] =
    [("كانون", "الثاني", 1), ("تشرين", "الاول", 10), ("تشرين", "الثاني", 11), ("كانون", "الاول", 12)];

/// An Arabic month whose letters are those of "father" and, with one before them, of "door": nothing is joined to it.
pub(super) const ARABIC_AUGUST: &str = "اب";

/// The number of an Arabic month, by its Levantine or its Gregorian name, and how many words it takes. One letter
/// that means "and" or "in" may be joined to its front.
fn arabic_month(window: Window<'_>, place: usize) -> Option<(u32, usize)> {
    let word = window.word(place)?;
    let bare = word.strip_prefix(ARABIC_JOINED).unwrap_or(word);
    let second = window.word(place + 1);
    if word == ARABIC_AUGUST {
        return Some((8, 1));
    }
    if let Some(number) = arabic_pair(word, second).or_else(|| arabic_pair(bare, second)) {
        return Some((number, 2));
    }
    arabic_single(word).or_else(|| arabic_single(bare)).map(|number| (number, 1))
}

fn arabic_pair(first: &str, second: Option<&str>) -> Option<u32> {
    let second = second?;
    let found = ARABIC_PAIRS.iter().find(|(one, other, _)| *one == first && *other == second);
    found.map(|(.., number)| *number)
}

meanings! {
    /// The number of an Arabic month of one word.
    arabic_single -> u32, ARABIC_MONTHS {
        "يناير" => 1,
        "شباط" | "فبراير" => 2,
        "اذار" | "مارس" => 3,
        "نيسان" | "ابريل" => 4,
        "ايار" | "مايو" => 5,
        "حزيران" | "يونيو" | "يونيه" => 6,
        "تموز" | "يوليو" | "يوليه" => 7,
        "اغسطس" => 8,
        "ايلول" | "سبتمبر" => 9,
        "اكتوبر" => 10,
        "نوفمبر" => 11,
        "ديسمبر" => 12,
    }
}

meanings! {
    /// The Arabic word for a ten of days, which stands alone.
    arabic_ten -> u32, ARABIC_TENS {
        "العشرين" | "العشرون" => 20,
        "الثلاثين" | "الثلاثون" => 30,
    }
}

meanings! {
    /// The Arabic word for a day of the first ten, or for the one of "the eleventh".
    arabic_unit -> u32, ARABIC_UNITS {
        "الاول" | "الحادي" => 1,
        "الثاني" => 2,
        "الثالث" => 3,
        "الرابع" => 4,
        "الخامس" => 5,
        "السادس" => 6,
        "السابع" => 7,
        "الثامن" => 8,
        "التاسع" => 9,
        "العاشر" => 10,
    }
}

/// The day of a month in Arabic words, "الثامن" or "السابع والعشرين", and how many words it takes.
pub(crate) fn arabic_ordinal(window: Window<'_>, place: usize) -> Option<(u32, usize)> {
    let word = window.word(place)?;
    if let Some(ten) = arabic_ten(word) {
        return Some((ten, 1));
    }
    let unit = arabic_unit(word)?;
    match window.word(place + 1) {
        Some("عشر") => Some((10 + unit, 2)),
        Some("والعشرين" | "والعشرون") => Some((20 + unit, 2)),
        Some("والثلاثين" | "والثلاثون") => Some((30 + unit, 2)),
        _ => Some((unit, 1)),
    }
}

/// The day of the week named at a place, and how many tokens it takes. Short forms count only where `short` allows
/// them, since "sun" and "sat" are other words too.
pub(crate) fn weekday(window: Window<'_>, place: usize, short: bool) -> Option<(Weekday, usize)> {
    let word = window.word(place)?;
    if let Some(day) = full_weekday(word) {
        return Some((day, 1));
    }
    let day = short_weekday(word).filter(|_| short && window.capital(place))?;
    let dot = window.is_mark(place + 1, &['.']) && window.glued(place + 1);
    Some((day, 1 + usize::from(dot)))
}

meanings! {
    /// The day of the week whose whole name this is.
    full_weekday -> Weekday, WEEKDAYS {
        "monday" | "pazartesi" | "الاثنين" => Weekday::Mon,
        "tuesday" | "sali" | "الثلاثاء" => Weekday::Tue,
        "wednesday" | "carsamba" | "الاربعاء" => Weekday::Wed,
        "thursday" | "persembe" | "الخميس" => Weekday::Thu,
        "friday" | "cuma" | "الجمعة" => Weekday::Fri,
        "saturday" | "cumartesi" | "السبت" => Weekday::Sat,
        "sunday" | "pazar" | "الاحد" => Weekday::Sun,
    }
}

meanings! {
    /// The day of the week whose short form this is.
    short_weekday -> Weekday, SHORT_WEEKDAYS {
        "mon" => Weekday::Mon,
        "tue" | "tues" => Weekday::Tue,
        "wed" => Weekday::Wed,
        "thu" | "thur" | "thurs" => Weekday::Thu,
        "fri" => Weekday::Fri,
        "sat" => Weekday::Sat,
        "sun" => Weekday::Sun,
    }
}

/// Whether a word of ASCII is a day of the week, by its name or a short form.
pub(crate) fn is_weekday(word: &[u8]) -> bool {
    WEEKDAYS.iter().chain(SHORT_WEEKDAYS).any(|day| word.eq_ignore_ascii_case(day.as_bytes()))
}

/// Whether a text names a day of the week, in any of the languages. A short form counts with its capital.
pub(crate) fn names_weekday(text: &str) -> bool {
    Tokens::new(text).any(|token| match &token.kind {
        Kind::Word { folded, capital } => {
            let short = *capital && short_weekday(folded).is_some();
            short || full_weekday(folded).is_some() || is_turkish_weekday(folded)
        }
        _ => false,
    })
}

/// Whether it is a Turkish day of the week with an ending, which no apostrophe parts from it: "cumadan", "pazartesiye".
fn is_turkish_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["pazartesi", "sali", "carsamba", "persembe", "cuma", "cumartesi", "pazar"];
    let has_ending = |ending: &str| turkish_place(ending) || matches!(ending, "ya" | "ye" | "yi" | "a" | "i");
    DAYS.iter().any(|day| word.strip_prefix(day).is_some_and(has_ending))
}

/// The English name of a month, 1 to 12.
pub(crate) fn english_month(number: u32) -> Option<&'static str> {
    months::ENGLISH.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
}

/// The English name of a day of the week.
pub(crate) fn english_weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
