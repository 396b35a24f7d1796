//! The names of months and days in English, Turkish and Arabic, folded as [`fold`](super::fold) does.

use chrono::Weekday;

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
pub(crate) fn is_latin(word: &str) -> bool {
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

/// The number of an English month, and whether it is a short form.
fn read_english_month(word: &str) -> Option<(u32, bool)> {
    Some(match word {
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
        _ => return None,
    })
}

/// The number of a Turkish month, and whether it carries an ending without an apostrophe, as careless writing has it.
fn turkish_month(word: &str) -> Option<(u32, bool)> {
    const MONTHS: [&str; 12] = [
        "ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim", "kasim",
        "aralik",
    ];
    (1..).zip(MONTHS).find_map(|(number, name)| {
        let ending = word.strip_prefix(name)?;
        let placed = turkish_place(ending);
        (ending.is_empty() || placed).then_some((number, placed))
    })
}

/// Whether this is a Turkish ending that says "in", "from" or "of that time".
pub(crate) fn turkish_place(ending: &str) -> bool {
    matches!(
        ending,
        "ta" | "te" | "da" | "de" | "tan" | "ten" | "dan" | "den" | "taki" | "teki" | "daki" | "deki"
    )
}

/// The number of an Arabic month, by its Levantine or its Gregorian name, and how many words it takes. One letter
/// that means "and" or "in" may be joined to its front.
fn arabic_month(window: Window<'_>, place: usize) -> Option<(u32, usize)> {
    let word = window.word(place)?;
    let bare = word.strip_prefix(['و', 'ب']).unwrap_or(word);
    let second = window.word(place + 1);
    // The letters of "آب" are those of "father" and, with one before them, of "door".
    if word == "اب" {
        return Some((8, 1));
    }
    if let Some(number) = arabic_pair(word, second).or_else(|| arabic_pair(bare, second)) {
        return Some((number, 2));
    }
    arabic_single(word).or_else(|| arabic_single(bare)).map(|number| (number, 1))
}

fn arabic_pair(first: &str, second: Option<&str>) -> Option<u32> {
    match (first, second?) {
        ("كانون", "الثاني") => Some(1),
        ("تشرين", "الاول") => Some(10),
        ("تشرين", "الثاني") => Some(11),
        ("كانون", "الاول") => Some(12),
        _ => None,
    }
}

fn arabic_single(word: &str) -> Option<u32> {
    Some(match word {
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
        _ => return None,
    })
}

/// The day of a month in Arabic words, "الثامن" or "السابع والعشرين", and how many words it takes.
pub(crate) fn arabic_ordinal(window: Window<'_>, place: usize) -> Option<(u32, usize)> {
    const UNITS: [&str; 10] =
        ["الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"];
    let word = window.word(place).filter(|word| !is_latin(word))?;
    match word {
        "العشرين" | "العشرون" => return Some((20, 1)),
        "الثلاثين" | "الثلاثون" => return Some((30, 1)),
        _ => {}
    }
    let unit = match word {
        "الحادي" => 1,
        _ => (1..).zip(UNITS).find_map(|(number, unit)| (unit == word).then_some(number))?,
    };
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

fn full_weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "pazartesi" | "الاثنين" => Weekday::Mon,
        "tuesday" | "sali" | "الثلاثاء" => Weekday::Tue,
        "wednesday" | "carsamba" | "الاربعاء" => Weekday::Wed,
        "thursday" | "persembe" | "الخميس" => Weekday::Thu,
        "friday" | "cuma" | "الجمعة" => Weekday::Fri,
        "saturday" | "cumartesi" | "السبت" => Weekday::Sat,
        "sunday" | "pazar" | "الاحد" => Weekday::Sun,
        _ => return None,
    })
}

fn short_weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" => Weekday::Mon,
        "tue" | "tues" => Weekday::Tue,
        "wed" => Weekday::Wed,
        "thu" | "thur" | "thurs" => Weekday::Thu,
        "fri" => Weekday::Fri,
        "sat" => Weekday::Sat,
        "sun" => Weekday::Sun,
        _ => return None,
    })
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
