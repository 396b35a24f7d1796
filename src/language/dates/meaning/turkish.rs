//! "Dün", "geçen ay", "üç gün önce".

use chrono::{Datelike as _, NaiveDate};

use super::{Context, Meaning, Offset, Unit, away, whole};

const COUNTS: [&str; 10] = ["bir", "iki", "uc", "dort", "bes", "alti", "yedi", "sekiz", "dokuz", "on"];

pub(super) fn meaning(context: &Context<'_>) -> Meaning {
    match context.word(0) {
        "bugun" | "bugunku" => Meaning::Offset(Offset::Day(0)),
        // Without its ü it is a word of another language.
        "dun" | "dunku" if context.raw.contains(['ü', 'Ü', '\u{308}']) => Meaning::Offset(Offset::Day(-1)),
        "yarin" | "yarinki" => Meaning::Offset(Offset::Day(1)),
        "evvelsi" if context.word(1) == "gun" => Meaning::Offset(Offset::Day(-2)),
        "gecen" => led(context, -1, false),
        "gectigimiz" => led(context, -1, true),
        "gelecek" => led(context, 1, false),
        "onumuzdeki" => led(context, 1, true),
        "bu" => led(context, 0, false),
        _ => counted(context),
    }
}

/// "Geçen ayın başında", "önümüzdeki günlerde". Some words for which also mean "passing", "coming" or "these", and are taken
/// for times only before a single unit.
fn led(context: &Context<'_>, by: i64, sure: bool) -> Meaning {
    match context.word(1) {
        "hafta" | "haftaki" | "haftanin" => whole(Unit::Week, by),
        "ay" | "ayki" | "ayin" => whole(Unit::Month, by),
        "yil" | "yilki" | "yilin" | "sene" | "seneki" | "senenin" => whole(Unit::Year, by),
        "haftasonu" => Meaning::Vague,
        "gun" | "gunu" | "gunun" | "gunku" | "saat" if by == 0 || !sure => Meaning::Elsewhere,
        "gun" | "gunler" | "gunlerde" | "haftalar" | "haftalarda" | "aylar" | "aylarda" | "yillar"
        | "yillarda" | "saatlerde"
            if sure =>
        {
            Meaning::Vague
        }
        "gunler" | "gunlerde" | "haftalar" | "haftalarda" | "aylar" | "aylarda" | "yillar" | "yillarda"
        | "saatlerde" | "gun" | "gunu" | "gunun" | "gunku" | "saat" => Meaning::Elsewhere,
        // A day of the week, told from a market by its capital.
        _ => {
            let day = context.raw.split_whitespace().nth(1).unwrap_or_default();
            if day.starts_with(char::is_uppercase) { Meaning::Vague } else { Meaning::Elsewhere }
        }
    }
}

/// "İki hafta önce", unless it is before something: "seçimden iki hafta önce".
fn counted(context: &Context<'_>) -> Meaning {
    if !matches!(context.word(2), "once" | "evvel") {
        return Meaning::Elsewhere;
    }
    let from = |word: &str| ["dan", "den", "tan", "ten"].iter().any(|ending| word.ends_with(ending));
    if context.before(0) != "bundan" && (from(context.before(0)) || from(context.before(1))) {
        return Meaning::Elsewhere;
    }
    let unit = match context.word(1) {
        "gun" => Unit::Day,
        "hafta" => Unit::Week,
        "ay" => Unit::Month,
        "yil" | "sene" => Unit::Year,
        _ => Unit::Other,
    };
    match number(context.word(0)).filter(|_| !is_composed(context)) {
        Some(count) => away(unit, -count),
        None => Meaning::Vague,
    }
}

/// Whether the number goes on in front: "on iki", "yirmi üç", "2-3".
fn is_composed(context: &Context<'_>) -> bool {
    const WORDS: [&str; 20] = [
        "yirmi",
        "otuz",
        "kirk",
        "elli",
        "altmis",
        "yetmis",
        "seksen",
        "doksan",
        "yuz",
        "bin",
        "ya",
        "veya",
        "yaklasik",
        "bucuk",
        "neredeyse",
        "yarim",
        "en",
        "az",
        "fazla",
        "ila",
    ];
    let marked = matches!(context.mark_before(), Some('-' | '‑' | '–' | '—' | '.' | '/' | '~' | '≈'));
    let word = context.before(0);
    marked || context.number_before() || WORDS.contains(&word) || COUNTS.contains(&word)
}

fn number(word: &str) -> Option<i64> {
    (1..)
        .zip(COUNTS)
        .find_map(|(number, name)| (name == word).then_some(number))
        .or_else(|| word.parse().ok())
}

/// "4 Mart 2025’te" for an adverb before its verb. "Bugün" may mean these days, so that it is left.
pub(super) fn instead(context: &Context<'_>, day: NaiveDate) -> Option<String> {
    const BEFORE: [&str; 15] = [
        "daha", "ve", "veya", "ya", "bugun", "dun", "yarin", "hem", "en", "ilk", "sanki", "hala", "ile",
        "bundan", "tam",
    ];
    const AFTER: [&str; 31] = [
        "aksam",
        "aksami",
        "gece",
        "gecesi",
        "sabah",
        "sabahi",
        "ogle",
        "ogleden",
        "ogleyin",
        "ikindi",
        "gunduz",
        "itibariyla",
        "itibariyle",
        "icin",
        "kadar",
        "ile",
        "ve",
        "veya",
        "ya",
        "gibi",
        "degil",
        "de",
        "da",
        "bile",
        "mi",
        "saat",
        "saatlerinde",
        "gun",
        "gunu",
        "oldugu",
        "bu",
    ];
    let days_ago = context.words.len() == 3 && context.word(1) == "gun";
    let word = context.words.len() == 1 && matches!(context.word(0), "dun" | "yarin");
    let behind = context.after();
    let weekday =
        matches!(behind, "pazartesi" | "sali" | "carsamba" | "persembe" | "cuma" | "cumartesi" | "pazar");
    let before = context.before(0);
    let adverb = !behind.is_empty() && !AFTER.contains(&behind) && !weekday;
    (adverb && !before.is_empty() && !BEFORE.contains(&before) && (days_ago || word)).then_some(())?;
    let year = day.year();
    Some(format!("{} {} {year}’{}", day.day(), month(day.month())?, ending(year)))
}

fn month(number: u32) -> Option<&'static str> {
    const MONTHS: [&str; 12] = [
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım",
        "Aralık",
    ];
    MONTHS.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
}

/// The ending that says "in" of a year: it follows the sounds of the last number that is spoken.
fn ending(year: i32) -> &'static str {
    match (year % 10, year % 100, year % 1000) {
        (3..=5, ..) | (0, 70, _) => "te",
        (6 | 9, ..) | (0, 10 | 30 | 90, _) => "da",
        (0, 40 | 60, _) => "ta",
        _ => "de",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_follows_the_sound_of_the_year() {
        let endings = [
            (2025, "te"),
            (2024, "te"),
            (2023, "te"),
            (2026, "da"),
            (2029, "da"),
            (2021, "de"),
            (2022, "de"),
            (2027, "de"),
            (2028, "de"),
            (2010, "da"),
            (2020, "de"),
            (2030, "da"),
            (2040, "ta"),
            (2050, "de"),
            (2060, "ta"),
            (2070, "te"),
            (2080, "de"),
            (2090, "da"),
            (2000, "de"),
            (1900, "de"),
        ];
        for (year, expected) in endings {
            assert_eq!(ending(year), expected, "{year}");
        }
    }
}
