//! A142: a probability in per cent that no term, or another term, covers.

use std::ops::Range;

use super::words::{Tongue, Word, words};
use super::{Field, Findings, Rule, Subject, TextField};
use crate::diagnostic::{Code, Severity};
use crate::model::{Judgement, LikelihoodScale};

static CODE: Code = Code {
    id: "A142",
    severity: Severity::Warning,
    title: "a probability in per cent that the likelihood term does not cover",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

/// A probability as a text states it.
struct Stated {
    low: f64,
    high: f64,
    range: Range<usize>,
}

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(tongue) = Tongue::of(&subject.brief.lang) else { return };
    for judgement in &subject.brief.judgements {
        let text = judgement.text.value.as_str();
        if !text.contains(|c: char| c.is_numeric()) {
            continue;
        }
        let field = TextField::prose(Field::Judgement, &judgement.text);
        for stated in stated(text, tongue) {
            let place = subject.place(&field, &stated.range);
            let scale = subject.brief.likelihood_scale;
            if let Some(finding) = contradiction(judgement, &stated) {
                let finding = findings.at(subject.path(), place, finding);
                let related = judgement.likelihood.as_ref().map(|it| it.span).unwrap_or_default();
                findings.push(
                    finding.with_related(related, "the likelihood").with_help("make both say the same"),
                );
            } else if in_gap(scale, &stated) {
                let message = format!("no term of the scale {} covers this", scale.title());
                let finding = findings.at(subject.path(), place, message);
                let help = "the scale leaves gaps between its terms on purpose: choose a term, and give its band if any number";
                findings.push(finding.with_help_opt(neighbours(scale, &stated)).with_help(help));
            }
        }
    }
}

fn contradiction(judgement: &Judgement, stated: &Stated) -> Option<String> {
    let likelihood = judgement.likelihood.as_ref()?;
    let (low, high) = (f64::from(likelihood.percent.0), f64::from(likelihood.percent.1));
    let outside = stated.high < low || stated.low > high;
    outside.then(|| format!("`{}` stands for {}, which this is not", likelihood.term, likelihood.band))
}

/// Whether the number lies wholly between two bands. Below the lowest and above the highest there is no gap.
fn in_gap(scale: LikelihoodScale, stated: &Stated) -> bool {
    let below = scale.bands().any(|band| f64::from(band.percent.1) < stated.low);
    let above = scale.bands().any(|band| stated.high < f64::from(band.percent.0));
    let covered = scale.bands().any(|band| {
        // "Less than 50" is written as 49, and 49.5 is less than 50.
        stated.low.floor() <= f64::from(band.percent.1) && f64::from(band.percent.0) <= stated.high
    });
    below && above && !covered
}

fn neighbours(scale: LikelihoodScale, stated: &Stated) -> Option<String> {
    let below = scale.bands().filter(|band| f64::from(band.percent.1) < stated.low).last()?;
    let above = scale.bands().find(|band| stated.high < f64::from(band.percent.0))?;
    Some(format!("the nearest are `{}` ({}) and `{}` ({})", below.term, below.band, above.term, above.band))
}

/// The numbers in per cent that a text gives as a probability. A share or a growth in per cent is none.
fn stated(text: &str, tongue: Tongue) -> Vec<Stated> {
    let words = words(text, tongue);
    let mut found: Vec<Stated> = Vec::new();
    for index in 0..words.len() {
        let Some(number) = number_at(text, &words, index) else { continue };
        if found.last().is_some_and(|last| number.start < last.range.end) {
            continue;
        }
        let Some(stated) = percent(text, &words, &number, tongue) else { continue };
        found.push(stated);
    }
    found
}

/// A number in a text: its value, its words, its bytes.
#[derive(Clone)]
struct Number {
    value: f64,
    /// The words that it is made of.
    words: Range<usize>,
    start: usize,
    end: usize,
}

fn number_at(text: &str, words: &[Word<'_>], index: usize) -> Option<Number> {
    let word = words.get(index)?;
    let mut value = digits(&word.folded)?;
    let (mut last, mut after) = (index, word.range.end);
    // 37.5 and 37,5 are one number.
    if let Some(next) =
        words.get(index + 1).filter(|next| matches!(text.get(after..next.range.start), Some("." | ",")))
        && let (Some(fraction), Ok(places)) =
            (digits(&next.folded), i32::try_from(next.folded.chars().count()))
    {
        value += fraction / 10_f64.powi(places.min(12));
        (last, after) = (index + 1, next.range.end);
    }
    (value <= 100.0).then_some(Number { value, words: index..last + 1, start: word.range.start, end: after })
}

/// Digits of any script that news in the three languages uses; not more than a percentage can have.
fn digits(word: &str) -> Option<f64> {
    let mut value = 0_u32;
    for (count, character) in word.chars().enumerate() {
        let digit = match character {
            '٠'..='٩' => u32::from(character) - u32::from('٠'),
            _ => character.to_digit(10)?,
        };
        if count >= 8 {
            return None;
        }
        value = value * 10 + digit;
    }
    (!word.is_empty()).then(|| f64::from(value))
}

/// What a number and what follows it state, if that is a probability: a number, or a range.
fn percent(text: &str, words: &[Word<'_>], first: &Number, tongue: Tongue) -> Option<Stated> {
    let second = range_end(text, words, first);
    let last = second.clone().unwrap_or_else(|| first.clone());
    let sign = sign_after(text, words, &last)
        .or_else(|| sign_before(text, words, first).then_some((last.words.end, last.end)))?;
    let (next, end) = sign;
    let before = first.words.start.checked_sub(1);
    is_probability(words, before, next, tongue).then(|| {
        let (low, high) = (first.value.min(last.value), first.value.max(last.value));
        Stated { low, high, range: first.start..end }
    })
}

/// The second number of "30–40", "30 to 40", "30 and 40".
fn range_end(text: &str, words: &[Word<'_>], first: &Number) -> Option<Number> {
    let index = first.words.end;
    let between = |at: usize| {
        text.get(first.end..words.get(at)?.range.start).map(|gap| gap.trim_matches(['%', '٪', ' ', '\u{A0}']))
    };
    if matches!(between(index), Some("-" | "–" | "—")) {
        return number_at(text, words, index);
    }
    let joined = words
        .get(index)
        .is_some_and(|word| matches!(word.folded.as_ref(), "to" | "and" | "ile" | "ila" | "إلى" | "و"));
    if joined { number_at(text, words, index + 1) } else { None }
}

/// The index of the word behind a sign of per cent that follows the number, and where the sign ends.
fn sign_after(text: &str, words: &[Word<'_>], number: &Number) -> Option<(usize, usize)> {
    let rest = text.get(number.end..)?;
    let trimmed = rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    if let Some(sign) = trimmed.chars().next().filter(|c| matches!(c, '%' | '٪')) {
        return Some((number.words.end, number.end + (rest.len() - trimmed.len()) + sign.len_utf8()));
    }
    let word = |offset: usize| words.get(number.words.end + offset);
    let count = match (word(0)?.folded.as_ref(), word(1).map(|word| word.folded.as_ref())) {
        ("percent" | "pct" | "بالمئة" | "بالمائة", _) => 1,
        ("per", Some("cent")) | ("في", Some("المئة" | "المائة")) => 2,
        _ => return None,
    };
    let end = word(count - 1)?.range.end;
    Some((number.words.end + count, end))
}

/// Turkish writes the sign first: %37, yüzde 37.
fn sign_before(text: &str, words: &[Word<'_>], number: &Number) -> bool {
    text.get(..number.start).is_some_and(|before| before.ends_with('%'))
        || number
            .words
            .start
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .is_some_and(|word| word.folded == "yüzde")
}

/// Words that stand between "probability" and its number and change nothing.
const FILLERS: [&str; 17] = [
    "of",
    "is",
    "at",
    "about",
    "around",
    "roughly",
    "approximately",
    "between",
    "be",
    "as",
    "to",
    "yüzde",
    "yaklaşık",
    "بنسبة",
    "قدره",
    "نحو",
    "حوالي",
];

/// Whether the words around a number make it a probability.
fn is_probability(words: &[Word<'_>], before: Option<usize>, next: usize, tongue: Tongue) -> bool {
    let next = words.get(next).filter(|word| !word.after_stop).map(|word| word.folded.as_ref());
    if next.is_some_and(|word| is_chance(word, tongue) || matches!(word, "likely" | "certain" | "sure")) {
        return true;
    }
    let goes_on = next.is_none_or(|word| {
        matches!(
            word,
            "that"
                | "of"
                | "for"
                | "to"
                | "by"
                | "in"
                | "on"
                | "and"
                | "or"
                | "with"
                | "over"
                | "within"
                | "before"
                | "after"
                | "this"
                | "dir"
                | "dır"
                | "أن"
                | "بأن"
        )
    });
    let lead =
        before.into_iter().flat_map(|last| words.get(..=last).unwrap_or_default().iter().rev().take(5));
    let chance = lead.map(|word| word.folded.as_ref()).find(|word| !FILLERS.contains(word));
    goes_on && chance.is_some_and(|word| is_chance(word, tongue))
}

fn is_chance(word: &str, tongue: Tongue) -> bool {
    match tongue {
        Tongue::English => matches!(word, "chance" | "chances" | "probability" | "likelihood" | "odds"),
        Tongue::Turkish => ["olasılı", "ihtimal", "şans"].iter().any(|start| word.starts_with(start)),
        Tongue::Arabic => matches!(word, "احتمال" | "باحتمال" | "الاحتمال" | "احتمالية" | "احتماله" | "فرصة"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, tongue: Tongue) -> Vec<(f64, f64)> {
        stated(text, tongue).iter().map(|it| (it.low, it.high)).collect()
    }

    #[test]
    fn probabilities_are_told_from_shares() {
        let english = |text| found(text, Tongue::English);
        assert_eq!(english("There is a 37 % chance of rain."), [(37.0, 37.0)]);
        assert_eq!(english("The chances are about 30–40% that it rains."), []);
        assert_eq!(english("A probability of 37.5 per cent."), [(37.5, 37.5)]);
        assert_eq!(english("With a likelihood between 30 and 40 percent."), [(30.0, 40.0)]);
        assert_eq!(english("It is likely that prices rise by 37 %."), []);
        assert_eq!(english("A chance of a 37 % fall, and odds of 5 to 3."), []);
        assert_eq!(
            found("%37 olasılıkla yağar; ihtimali yüzde 40.", Tongue::Turkish),
            [(37.0, 37.0), (40.0, 40.0)]
        );
        assert_eq!(found("باحتمال ٣٧ في المئة", Tongue::Arabic), [(37.0, 37.0)]);
    }

    #[test]
    fn gaps_lie_between_bands() {
        let gap = |scale, low, high| in_gap(scale, &Stated { low, high, range: 0..0 });
        for (low, high) in [(37.0, 37.0), (6.0, 9.0), (50.0, 54.0), (92.5, 92.5)] {
            assert!(gap(LikelihoodScale::Phia, low, high), "{low}–{high}");
            assert!(!gap(LikelihoodScale::Icd203, low, high), "{low}–{high}");
        }
        for (low, high) in
            [(0.0, 0.0), (100.0, 100.0), (49.5, 49.5), (35.0, 40.0), (36.0, 41.0), (10.0, 10.0)]
        {
            assert!(!gap(LikelihoodScale::Phia, low, high), "{low}–{high}");
        }
    }
}
