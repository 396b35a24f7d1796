//! Words that say a number, in English, Turkish and Arabic, folded as running text is.

/// What a word adds to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numeral {
    /// A unit, a ten, or both: three, twenty, fifteen.
    Add(u64),
    /// Times a hundred.
    Hundred,
    /// Times a thousand, a million, …
    Scale(u64),
}

use Numeral::{Add, Hundred, Scale};

/// An English word.
pub(super) fn english(word: &str) -> Option<Numeral> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    match word {
        "hundred" => Some(Hundred),
        "thousand" => Some(Scale(1000)),
        "million" => Some(Scale(1_000_000)),
        "billion" => Some(Scale(1_000_000_000)),
        "trillion" => Some(Scale(1_000_000_000_000)),
        "dozen" => Some(Add(12)),
        _ => of(word, &SMALL, 0, 1).or_else(|| of(word, &TENS, 20, 10)),
    }
}

/// A Turkish word.
pub(super) fn turkish(word: &str) -> Option<Numeral> {
    const UNITS: [&str; 10] = ["sifir", "bir", "iki", "uc", "dort", "bes", "alti", "yedi", "sekiz", "dokuz"];
    const TENS: [&str; 9] = ["on", "yirmi", "otuz", "kirk", "elli", "altmis", "yetmis", "seksen", "doksan"];
    match word {
        "yuz" => Some(Hundred),
        "bin" => Some(Scale(1000)),
        "milyon" => Some(Scale(1_000_000)),
        "milyar" => Some(Scale(1_000_000_000)),
        "trilyon" => Some(Scale(1_000_000_000_000)),
        _ => of(word, &UNITS, 0, 1).or_else(|| of(word, &TENS, 10, 10)),
    }
}

/// An Arabic word; "and" may be joined to its front.
pub(super) fn arabic(word: &str) -> Option<Numeral> {
    arabic_bare(word).or_else(|| word.strip_prefix('و').and_then(arabic_bare))
}

fn arabic_bare(word: &str) -> Option<Numeral> {
    if let Some(units) =
        word.strip_suffix("مئة").or_else(|| word.strip_suffix("مائة")).filter(|units| !units.is_empty())
    {
        return match arabic_small(units) {
            Some(units) if units < 10 => Some(Add(units * 100)),
            _ => None,
        };
    }
    match word {
        "مئة" | "مائة" => Some(Hundred),
        "مئتان" | "مئتين" | "مائتان" | "مائتين" => Some(Add(200)),
        "الف" | "الاف" | "الفا" => Some(Scale(1000)),
        "الفان" | "الفين" => Some(Add(2000)),
        "مليون" | "ملايين" | "مليونا" => Some(Scale(1_000_000)),
        "مليونان" | "مليونين" => Some(Add(2_000_000)),
        "مليار" | "مليارات" | "مليارا" => Some(Scale(1_000_000_000)),
        _ => arabic_small(word).map(Add),
    }
}

fn arabic_small(word: &str) -> Option<u64> {
    Some(match word {
        "واحد" | "واحدة" | "احد" | "احدي" => 1,
        "اثنان" | "اثنين" | "اثنتان" | "اثنتين" | "اثنا" | "اثني" | "اثنتا" | "اثنتي" => {
            2
        }
        "ثلاثة" | "ثلاث" => 3,
        "اربعة" | "اربع" => 4,
        "خمسة" | "خمس" => 5,
        "ستة" | "ست" => 6,
        "سبعة" | "سبع" => 7,
        "ثمانية" | "ثماني" | "ثمان" => 8,
        "تسعة" | "تسع" => 9,
        "عشرة" | "عشر" => 10,
        "عشرون" | "عشرين" => 20,
        "ثلاثون" | "ثلاثين" => 30,
        "اربعون" | "اربعين" => 40,
        "خمسون" | "خمسين" => 50,
        "ستون" | "ستين" => 60,
        "سبعون" | "سبعين" => 70,
        "ثمانون" | "ثمانين" => 80,
        "تسعون" | "تسعين" => 90,
        _ => return None,
    })
}

/// Numbers that a text may mean by other words than numerals: `both`, `a pair`, the Arabic dual. A text that has one of them is
/// taken to have the number.
pub(super) fn implied(word: &str) -> Option<u64> {
    match word {
        "both" | "pair" | "couple" | "double" | "twice" | "twin" | "cift" | "ikili" | "twins" => Some(2),
        "trio" | "triple" | "thrice" | "uclu" => Some(3),
        "half" | "yarim" => Some(50),
        _ if word.chars().count() > 4 && ["ان", "ين", "تا", "تي"].iter().any(|dual| word.ends_with(dual)) => {
            Some(2)
        }
        _ => turkish_inflected(word),
    }
}

/// A Turkish numeral with endings: `ikisi`, `üçünün`, `beşer`.
fn turkish_inflected(word: &str) -> Option<u64> {
    const LONG: [(&str, u64); 8] = [
        ("iki", 2),
        ("ucu", 3),
        ("dord", 4),
        ("bes", 5),
        ("altis", 6),
        ("yedis", 7),
        ("sekiz", 8),
        ("dokuz", 9),
    ];
    LONG.iter()
        .find(|(stem, _)| word.len() <= stem.len() + 6 && word.starts_with(stem))
        .map(|(_, value)| *value)
}

fn of(word: &str, words: &[&str], first: u64, step: u64) -> Option<Numeral> {
    (0..).zip(words).find(|(_, name)| **name == word).map(|(index, _)| Add(first + index * step))
}
