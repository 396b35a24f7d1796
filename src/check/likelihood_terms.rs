//! Likelihood terms in English prose.

use std::ops::Range;

use super::words::{Word, phrase_at};
use crate::model::{Likelihood, LikelihoodScale, Words as _};

/// A likelihood term that stands in a text.
pub(super) struct Term {
    /// What it is on the scale of the brief, or on another where that has no such term.
    pub(super) likelihood: Likelihood,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
}

/// Words before a term that make something else of it: "more likely", "how likely".
const TURNS: [&str; 16] = [
    "more",
    "less",
    "most",
    "least",
    "as",
    "so",
    "how",
    "not",
    "too",
    "equally",
    "than",
    "extremely",
    "quite",
    "fairly",
    "hardly",
    "n't",
];

/// Words before "likely" and "probable" behind which they say how likely something is, and do not only describe a thing, as in "the
/// likely successor".
const BEFORE: [&str; 14] = [
    "is", "are", "was", "were", "be", "been", "it", "will", "would", "seems", "remains", "looks", "appears",
    "and",
];

/// Words behind them that have the same force.
const AFTER: [&str; 6] = ["that", "to", "be", "will", "not", "is"];

/// The terms in a text, each the longest at its place.
pub(super) fn terms(words: &[Word<'_>], scale: LikelihoodScale) -> Vec<Term> {
    let mut found = Vec::new();
    let mut end = 0;
    for index in 0..words.len() {
        let Some(word) = words.get(index).filter(|word| word.range.start >= end) else { continue };
        if !may_begin(&word.folded) {
            continue;
        }
        let Some(term) = longest(words, index, scale) else { continue };
        end = term.range.end;
        if is_meant(words, index, &term) {
            found.push(term);
        }
    }
    found
}

/// A quick look before the slow one.
fn may_begin(word: &str) -> bool {
    matches!(
        word,
        "almost"
            | "remote"
            | "very"
            | "highly"
            | "unlikely"
            | "improbable"
            | "roughly"
            | "likely"
            | "probable"
            | "probably"
            | "nearly"
            | "realistic"
    )
}

fn longest(words: &[Word<'_>], index: usize, scale: LikelihoodScale) -> Option<Term> {
    let mut longest: Option<Term> = None;
    for scale in [scale].into_iter().chain(LikelihoodScale::ALL.iter().copied().filter(|it| *it != scale)) {
        for term in scale.terms() {
            let adverb = match term {
                "probable" => Some("probably"),
                "almost certain" => Some("almost certainly"),
                "nearly certain" => Some("nearly certainly"),
                _ => None,
            };
            let range = phrase_at(words, index, term).or_else(|| phrase_at(words, index, adverb?));
            let (Some(range), Some(likelihood)) = (range, scale.find(term)) else { continue };
            if longest.as_ref().is_none_or(|longest| longest.range.end < range.end) {
                longest = Some(Term { likelihood, range });
            }
        }
    }
    longest
}

fn is_meant(words: &[Word<'_>], index: usize, term: &Term) -> bool {
    let before = index.checked_sub(1).and_then(|index| words.get(index)).map(|word| word.folded.as_ref());
    let after = words.iter().skip(index).find(|word| word.range.start >= term.range.end);
    let after = after.map(|word| word.folded.as_ref());
    if before.is_some_and(|word| TURNS.contains(&word) || word.ends_with("n't")) {
        return false;
    }
    match term.likelihood.term {
        // A remote village is no likelihood.
        "remote" => matches!(after, Some("chance" | "possibility" | "prospect" | "likelihood")),
        "likely" | "unlikely" | "probable" | "improbable" => {
            words.get(index).is_some_and(|word| word.folded == "probably")
                || before.is_some_and(|word| BEFORE.contains(&word))
                || after.is_some_and(|word| AFTER.contains(&word))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::{Tongue, words};
    use super::*;

    fn found(text: &str) -> Vec<&'static str> {
        terms(&words(text, Tongue::English), LikelihoodScale::Icd203)
            .iter()
            .map(|it| it.likelihood.term)
            .collect()
    }

    #[test]
    fn terms_are_found_where_they_are_meant() {
        assert_eq!(
            found("It is very likely that rain comes, and unlikely to stop."),
            ["very likely", "unlikely"]
        );
        assert_eq!(
            found("It will probably rain; almost certainly at night."),
            ["probable", "almost certain"]
        );
        assert_eq!(found("It is highly likely."), ["highly likely"]);
        assert_eq!(found("A remote chance of rain."), ["remote chance"]);
        for text in [
            "The likely successor met a remote tribe.",
            "More likely than not.",
            "It isn't likely.",
            "Not probable.",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
