//! Figures: the numbers of a text by their value, however they are written.

use std::collections::HashSet;
use std::ops::Range;

use super::numerals::{self, Numeral};
use crate::language::names::Tongue;
use crate::language::window::{Reel, Window};

/// A number, exactly: `mantissa` × 10 to the power of `exponent`, with no nought at the mantissa's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Value {
    mantissa: u64,
    exponent: i32,
}

impl Value {
    fn new(mut mantissa: u64, mut exponent: i32) -> Self {
        while mantissa != 0 && mantissa.is_multiple_of(10) {
            (mantissa, exponent) = (mantissa / 10, exponent + 1);
        }
        Self { mantissa, exponent: if mantissa == 0 { 0 } else { exponent } }
    }

    fn times(self, scale: u64) -> Option<Self> {
        Some(Self::new(self.mantissa.checked_mul(scale)?, self.exponent))
    }

    /// Whether it is nought or one, which many words mean that are no numerals.
    fn is_trivial(self) -> bool {
        self.mantissa == 0 || (self.mantissa == 1 && self.exponent == 0)
    }
}

/// A number in a text.
#[derive(Debug)]
pub(crate) struct Figure {
    /// What it can mean: `1.000` is a thousand or one.
    pub(crate) readings: Vec<Value>,
    /// Its bytes.
    pub(crate) at: Range<usize>,
    /// Whether it is written in words.
    words: bool,
}

/// Every value that a text may be said to contain. Generous: what could be read in two ways counts in both.
pub(super) fn values(text: &str) -> HashSet<Value> {
    let mut values = HashSet::new();
    let mut reel = Reel::new(text);
    loop {
        let window = reel.window();
        if window.is_empty() {
            return values;
        }
        let mut step = 1;
        if let Some((figure, tokens)) = figure(window, None) {
            values.extend(figure.readings);
            // The parts of what was read as one count too, as does what a scale behind a range applies to.
            values.extend(window.number(0).map(|(value, _)| Value::new(value.into(), 0)));
            values.extend(of_range(window, tokens));
            if window.number(0).is_none() {
                step = tokens;
            }
        } else {
            values.extend(window.word(0).and_then(numerals::implied).map(|value| Value::new(value, 0)));
        }
        reel.advance(step);
    }
}

/// `5 to 6 million` has five million.
fn of_range(window: Window<'_>, tokens: usize) -> Option<Value> {
    let joins = window.is_mark(tokens, &['-', '–', '—'])
        || window.is_word(tokens, &["to", "or", "and", "ila", "veya", "الي", "او"]);
    let (_, used) = digits(window, tokens + 1).filter(|_| joins)?;
    let (scale, _) = scale(window, tokens + 1 + used)?;
    digits(window, 0)?.0.first()?.times(scale)
}

/// The figures of a text that state an amount: not dates, times, years, ordinals, names with digits, and not `one`.
pub(super) fn stated(text: &str, tongue: Tongue) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut reel = Reel::new(text);
    let mut before = Before::default();
    loop {
        let window = reel.window();
        if window.is_empty() {
            return found;
        }
        let mut step = 1;
        if let Some((figure, tokens)) = figure(window, Some(tongue)) {
            if !before.rules_out(&figure, window)
                && !behind_rules_out(window, tokens)
                && !is_plain_year(window, tokens)
            {
                found.push(figure);
            }
            step = tokens;
        }
        before = Before::of(window, step);
        reel.advance(step);
    }
}

/// What stands before a figure.
#[derive(Default)]
struct Before {
    word: Option<String>,
    /// A word that the figure is joined to by what follows, as in `F-16`.
    joins: bool,
}

impl Before {
    fn of(window: Window<'_>, step: usize) -> Self {
        let last = step.saturating_sub(1);
        let word = window.word(last).map(str::to_owned);
        let joins =
            word.is_some() || window.is_mark(last, &['-', '/', '=', '_', '#', ':', '&', '?', '.', '‑']);
        Self { word, joins }
    }

    /// Whether the figure is part of a name or a time, or counts what has been named: `the two ministers`.
    fn rules_out(&self, figure: &Figure, window: Window<'_>) -> bool {
        const DEFINITE: [&str; 16] = [
            "the", "these", "those", "its", "their", "his", "her", "our", "all", "other", "bu", "su", "o",
            "diger", "tum", "no",
        ];
        let definite = self.word.as_deref().is_some_and(|word| DEFINITE.contains(&word));
        (self.joins && window.glued(0))
            || (figure.words && (definite || figure.readings.iter().all(|it| it.is_trivial())))
            || figure.readings.iter().all(|it| it.is_trivial())
    }
}

/// Whether what follows makes the figure something else than an amount: `5th`, `3D`, `14:30`, `two-thirds`, `3. tur`, `5'inci`.
fn behind_rules_out(window: Window<'_>, tokens: usize) -> bool {
    const FRACTIONS: [&str; 12] = [
        "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "ulke", "taraf",
        "lider", "ulkenin",
    ];
    let glued = window.glued(tokens);
    let next = tokens + usize::from(window.is_mark(tokens, &['-', '‑']));
    let ordinal = |place| {
        window
            .word(place)
            .is_some_and(|word| ["inc", "nc", "unc"].iter().any(|ending| word.starts_with(ending)))
    };
    (glued && window.word(tokens).is_some())
        || (glued && window.is_mark(tokens, &[':', '/', '_']) && window.glued(tokens + 1))
        || (glued && window.is_mark(tokens, &['\'', '’']) && ordinal(tokens + 1))
        || (glued
            && window.is_mark(tokens, &['.'])
            && window.word(tokens + 1).is_some()
            && !window.capital(tokens + 1))
        || window.is_word(next, &FRACTIONS)
}

/// Whether it is four digits that are more likely a year.
fn is_plain_year(window: Window<'_>, tokens: usize) -> bool {
    tokens == 1
        && window.number(0).is_some_and(|(value, digits)| digits == 4 && (1900..2100).contains(&value))
}

/// The figure that begins here, and how many tokens it takes.
fn figure(window: Window<'_>, tongue: Option<Tongue>) -> Option<(Figure, usize)> {
    if let Some((mut readings, mut tokens)) = digits(window, 0) {
        if let Some((times, used)) = scale(window, tokens) {
            readings = readings.into_iter().filter_map(|value| value.times(times)).collect();
            tokens += used;
        }
        return Some((Figure { readings, at: window.bytes(tokens), words: false }, tokens));
    }
    let (value, tokens) = in_words(window, tongue)?;
    Some((Figure { readings: vec![Value::new(value, 0)], at: window.bytes(tokens), words: true }, tokens))
}

/// How many groups of digits one number may have: enough for trillions.
const MOST_GROUPS: usize = 6;

/// What a number in digits can mean, and how many tokens it takes.
fn digits(window: Window<'_>, place: usize) -> Option<(Vec<Value>, usize)> {
    let (first, length) = window.number(place)?;
    if length > 9 {
        return Some((Vec::new(), 1));
    }
    let mut groups = vec![(' ', u64::from(first), length)];
    let mut at = place + 1;
    while groups.len() < MOST_GROUPS {
        let spaced = window.number(at).filter(|(_, length)| *length == 3 && !window.glued(at));
        let marked = window
            .mark(at)
            .filter(|mark| ".,٫٬’'".contains(*mark) && window.glued(at) && window.glued(at + 1));
        let (mark, (value, length), used) =
            match (spaced, marked.and_then(|mark| Some((mark, window.number(at + 1)?)))) {
                (Some(number), _) if length <= 3 => (' ', number, 1),
                (_, Some((mark, number))) if number.1 <= 9 => (mark, number, 2),
                _ => break,
            };
        groups.push((mark, u64::from(value), length));
        at += used;
    }
    Some((readings(&groups), at - place))
}

fn readings(groups: &[(char, u64, usize)]) -> Vec<Value> {
    let Some(((_, first, first_length), rest)) = groups.split_first() else { return Vec::new() };
    let Some((last, middle)) = rest.split_last() else { return vec![Value::new(*first, 0)] };
    let mut readings = Vec::new();
    let thousands = |groups: &[(char, u64, usize)]| {
        let mark = groups.first().map(|group| group.0);
        let grouped = *first_length <= 3 && groups.iter().all(|group| group.2 == 3 && Some(group.0) == mark);
        grouped
            .then(|| {
                groups.iter().try_fold(*first, |value, group| value.checked_mul(1000)?.checked_add(group.1))
            })
            .flatten()
    };
    readings.extend(thousands(rest).map(|value| Value::new(value, 0)));
    if last.0 != ' '
        && middle.iter().all(|group| group.0 != last.0)
        && let Some(whole) = thousands(middle)
        && let Some(power) = u32::try_from(last.2).ok().and_then(|length| 10_u64.checked_pow(length))
        && let Some(mantissa) = whole.checked_mul(power).and_then(|whole| whole.checked_add(last.1))
    {
        readings.push(Value::new(mantissa, -i32::try_from(last.2).unwrap_or_default()));
    }
    if last.0 == ' ' {
        readings.push(Value::new(*first, 0));
    }
    readings
}

/// The scale behind a number in digits: `million`, `bin`, `bn`.
fn scale(window: Window<'_>, place: usize) -> Option<(u64, usize)> {
    let word = window.word(place)?;
    if let Some(Numeral::Scale(times)) = numeral(word, None) {
        return Some((times, 1));
    }
    let times = match word {
        "k" if window.glued(place) => 1000,
        "m" | "mn" | "mln" | "mio" if window.glued(place) || word != "m" => 1_000_000,
        "bn" | "mlr" | "mrd" => 1_000_000_000,
        _ => return None,
    };
    Some((times, 1))
}

fn numeral(word: &str, tongue: Option<Tongue>) -> Option<Numeral> {
    match tongue {
        Some(Tongue::English) => numerals::english(word),
        Some(Tongue::Turkish) => numerals::turkish(word),
        Some(Tongue::Arabic) => numerals::arabic(word),
        None => {
            numerals::english(word).or_else(|| numerals::turkish(word)).or_else(|| numerals::arabic(word))
        }
    }
}

/// How many tokens a number in words may take.
const MOST_TOKENS: usize = 14;

/// The number in words that begins here: `twenty-five`, `iki yüz bin`, `خمسة وعشرون`.
fn in_words(window: Window<'_>, tongue: Option<Tongue>) -> Option<(u64, usize)> {
    let first = numeral(window.word(0)?, tongue)?;
    // A scale by itself is no number of anything: "a thousand" is, but so are Bin in a name and the Arabic for "wrote".
    let (mut total, mut current) = match first {
        Numeral::Add(value) => (0_u64, value),
        Numeral::Hundred if tongue != Some(Tongue::Turkish) => (0, 100),
        Numeral::Hundred | Numeral::Scale(_) => return None,
    };
    let mut end = 1;
    while end < MOST_TOKENS {
        let joint = usize::from(window.is_mark(end, &['-', '‑']) && window.glued(end))
            + usize::from(current >= 100 && window.is_word(end, &["and"]));
        let Some(next) = window.word(end + joint).and_then(|word| numeral(word, tongue)) else { break };
        match next {
            Numeral::Add(value) if fits(current, value) => current += value,
            Numeral::Hundred if (1..10).contains(&current) => current *= 100,
            Numeral::Scale(times) if (1..1000).contains(&current) => {
                total += current * times;
                current = 0;
            }
            _ => break,
        }
        end += joint + 1;
    }
    Some((total + current, end))
}

/// Whether a value can be added to a number: a unit where there is none, a ten where there is none.
fn fits(current: u64, value: u64) -> bool {
    match value {
        0..10 => current.is_multiple_of(10) && current % 100 != 10 || current == 0,
        10..100 => current % 100 < 10 && (current.is_multiple_of(100) || current < 10),
        _ => current < 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_text(text: &str, tongue: Tongue) -> Vec<&str> {
        stated(text, tongue).into_iter().map(|figure| text.get(figure.at).unwrap()).collect()
    }

    fn same(one: &str, other: &str, tongue: Tongue) -> bool {
        let values = values(one);
        stated(other, tongue).iter().all(|figure| figure.readings.iter().any(|it| values.contains(it)))
    }

    #[test]
    fn one_value_in_any_notation() {
        for (one, other, tongue) in [
            ("2,500,000 tonnes", "2.5 million tonnes", Tongue::English),
            ("25 people", "twenty-five people", Tongue::English),
            ("one hundred and five men", "105 men", Tongue::English),
            ("3.500 asker", "3,500 men", Tongue::English),
            ("iki yüz elli bin ton", "250,000 tonnes", Tongue::English),
            ("قاعدتين في البادية", "two bases", Tongue::English),
            ("٣٥٠٠ جندي", "3,500 men", Tongue::English),
            ("خمسة وعشرون رجلا", "25 men", Tongue::English),
            ("twenty-five", "خمسة وعشرون رجلا", Tongue::Arabic),
            ("5 to 6 million people", "5 million people", Tongue::English),
            ("three hundred", "üç yüz", Tongue::Turkish),
            ("1 000 ships", "1,000 ships", Tongue::English),
            ("both bases", "two bases", Tongue::English),
            ("$3bn", "3 billion dollars", Tongue::English),
        ] {
            assert!(same(one, other, tongue), "{one} / {other}");
        }
        for (one, other) in
            [("2.5 million", "2.5 billion"), ("15 men", "14 men"), ("5 thousand", "5 million"), ("12", "1.2")]
        {
            assert!(!same(one, other, Tongue::English), "{one} / {other}");
        }
    }

    #[test]
    fn only_amounts_are_figures() {
        let english = "One of the two ministers flew an F-16 at 14:30 in 2024, the 5th time, on route M4 with 12 men and three-quarters of $7.";
        assert_eq!(in_text(english, Tongue::English), ["12", "7"]);
        assert_eq!(in_text("bir kişi, 3. tur, 5'inci gün, iki ülke, dört gemi", Tongue::Turkish), ["dört"]);
        assert!(in_text("nothing here", Tongue::English).is_empty());
    }
}
