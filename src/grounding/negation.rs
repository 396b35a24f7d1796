//! Whether two passages differ by a negation and nothing else.

use std::collections::HashMap;

use super::words::{fold_case, words};

/// Longer passages are not compared: a message could not show the difference anyway.
const MOST_WORDS: usize = 400;

/// Words that turn what is said, in English, Turkish and Arabic.
const NEGATIONS: [&str; 29] = [
    "not",
    "no",
    "never",
    "none",
    "nothing",
    "nobody",
    "neither",
    "nor",
    "cannot",
    "without",
    "hardly",
    "değil",
    "degil",
    "yok",
    "hiç",
    "hiçbir",
    "asla",
    "لا",
    "لم",
    "لن",
    "لما",
    "ليس",
    "ليست",
    "ليسوا",
    "ما",
    "غير",
    "دون",
    "بلا",
    "عدم",
];

/// Words that a negation brings along or takes away: `did not close` for `closed`, `won't` for `will`.
const HELPERS: [&str; 24] = [
    "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "is",
    "are", "was", "were", "be", "been", "has", "have", "had", "var", "قد", "سوف",
];

/// Whether the one passage denies what the other says, word for word.
pub(super) fn differ_by_negation(one: &str, other: &str) -> bool {
    let (mut only_one, mut only_other) = (Vec::new(), Vec::new());
    let mut counts: HashMap<String, isize> = HashMap::new();
    let mut total = 0;
    for (text, by) in [(one, 1), (other, -1)] {
        for word in words(text).take(MOST_WORDS) {
            *counts.entry(fold_case(word.text)).or_default() += by;
            total += 1;
        }
    }
    if total >= MOST_WORDS {
        return false;
    }
    let mut counts: Vec<_> = counts.into_iter().filter(|(_, count)| *count != 0).collect();
    counts.sort();
    for (word, count) in counts {
        if count > 0 { only_one.push(word) } else { only_other.push(word) }
    }
    turkish_verb(&only_one, &only_other)
        || turned(&only_one) != turned(&only_other) && all_small(&only_one, &only_other)
}

fn turned(words: &[String]) -> bool {
    words.iter().any(|word| is_negation(word))
}

fn all_small(one: &[String], other: &[String]) -> bool {
    one.iter().chain(other).all(|word| is_negation(word) || HELPERS.contains(&word.as_str()))
}

fn is_negation(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    word.ends_with("n't") || NEGATIONS.contains(&word) || NEGATIONS.contains(&bare)
}

/// Whether all that differs is two verbs, and they differ by the Turkish negation inside the word: `kuracak`, `kurmayacak`.
fn turkish_verb(one: &[String], other: &[String]) -> bool {
    match (one, other) {
        ([a], [b]) => is_turned(a, b) || is_turned(b, a),
        _ => false,
    }
}

fn is_turned(plain: &str, negated: &str) -> bool {
    let Some(longer) = negated.len().checked_sub(plain.len()).filter(|longer| (1..=4).contains(longer))
    else {
        return false;
    };
    plain.char_indices().skip(2).any(|(at, _)| {
        let same_start = negated.get(..at).is_some() && negated.get(..at) == plain.get(..at);
        let same_end = negated.get(at + longer..).is_some() && negated.get(at + longer..) == plain.get(at..);
        let inserted = negated.get(at..at + longer).unwrap_or_default();
        same_start
            && same_end
            && matches!(inserted, "m" | "ma" | "me" | "mı" | "mi" | "mu" | "mü" | "may" | "mey")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negation_is_told_from_any_other_change() {
        for (one, other) in [
            ("it would close", "it would not close"),
            ("we agree", "we don’t agree"),
            ("it will close", "It won't close"),
            ("they ever agreed on it", "they never ever agreed on it"),
            ("üs kuracak", "üs kurmayacak"),
            ("doğru", "doğru değil"),
            ("سنوقع الاتفاق", "لن سنوقع الاتفاق"),
            ("يوجد اتفاق", "ولا يوجد اتفاق"),
        ] {
            assert!(differ_by_negation(one, other), "{one} / {other}");
            assert!(differ_by_negation(other, one), "{other} / {one}");
        }
        for (one, other) in [
            ("it would close", "it would close"),
            ("it would close", "it would not open"),
            ("it would not close", "it would never close"),
            ("üs kuracak", "üs kuracaktır"),
            ("a big change", "a small change"),
        ] {
            assert!(!differ_by_negation(one, other), "{one} / {other}");
        }
    }
}
