//! Did-you-mean.

/// The one of `known` that `text` most likely meant, if any comes near.
///
/// Near is a Damerau-Levenshtein distance of at most a third of the longer word. The first of equals wins, so that the
/// advice does not depend on anything but the order of `known`.
#[must_use]
pub fn suggest<'k>(text: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    near(text, known).min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
}

/// The only one of `known` that is near, where there is no other: then a key can be mended without asking.
///
/// Digits are never mended: `scale-2` is not a misspelt `scale-1`.
#[must_use]
pub fn only<'k>(text: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let mut near = near(text, known);
    match (near.next(), near.next()) {
        (Some((_, word)), None) => Some(word).filter(|word| digits(word).eq(digits(text))),
        _ => None,
    }
}

/// As [`only`], where the word is one slip of the hand away: two letters exchanged, or one too many, too few or wrong. For words
/// whose neighbours mean something else, such as `asserted` and `assessed`.
#[must_use]
pub fn slip<'k>(text: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    only(text, known).filter(|word| distance(&text.to_lowercase(), word) <= 1)
}

/// As [`slip`], for ids, whose vocabulary is open: the slip is in a group of at least four letters, or it is only hyphens. `fia`
/// may well be another party than `fsa`.
#[must_use]
pub fn slip_of_id<'k>(text: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    const LONG_ENOUGH: usize = 4;
    let word = slip(text, known)?;
    let only_hyphens = text.replace('-', "") == word.replace('-', "");
    let mut unlike = text.split('-').zip(word.split('-')).filter(|(a, b)| a != b);
    let in_long_group = unlike.all(|(a, b)| a.len().min(b.len()) >= LONG_ENOUGH)
        && text.matches('-').count() == word.matches('-').count();
    (only_hyphens || in_long_group).then_some(word)
}

fn near<'k>(text: &str, known: impl IntoIterator<Item = &'k str>) -> impl Iterator<Item = (usize, &'k str)> {
    // Nobody misspells a word of this length; the distance would cost its square.
    const MAX_CHARS: usize = 64;
    let short = text.chars().take(MAX_CHARS + 1).count() <= MAX_CHARS;
    let lowered = if short { text.to_lowercase() } else { String::new() };
    let length = lowered.chars().count();
    let fits = move |distance: usize, word: &str| distance * 3 <= length.max(word.chars().count());
    // The difference in length is cheap, and the distance is never less.
    let candidates =
        known.into_iter().filter(move |word| short && fits(length.abs_diff(word.chars().count()), word));
    candidates
        .map(move |word| (distance(&lowered, word), word))
        .filter(move |(distance, word)| fits(*distance, word))
}

fn distance(lowered: &str, word: &str) -> usize {
    strsim::damerau_levenshtein(lowered, &word.to_lowercase())
}

fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_near_words_are_offered() {
        let known = ["said_by", "status", "sources"];
        assert_eq!(suggest("say_by", known), Some("said_by"));
        assert_eq!(suggest("Status", known), Some("status"));
        assert_eq!(suggest("source", known), Some("sources"));
        assert_eq!(suggest("colour", known), None);
        assert_eq!(suggest(&"x".repeat(100_000), known), None);
    }

    #[test]
    fn a_mend_leaves_nothing_to_decide() {
        assert_eq!(only("sorces", ["sources", "status"]), Some("sources"));
        assert_eq!(only("stat", ["state", "stats"]), None);
        assert_eq!(only("icd206", ["icd203", "phia"]), None);
        assert_eq!(slip("agncy", ["agency", "outlet"]), Some("agency"));
        assert_eq!(slip("Claimed", ["claimed", "stated"]), Some("claimed"));
        assert_eq!(suggest("asserted", ["assessed", "claimed"]), Some("assessed"));
        assert_eq!(slip("asserted", ["assessed", "claimed"]), None);
        assert_eq!(slip_of_id("ministy", ["ministry", "paper"]), Some("ministry"));
        assert_eq!(slip_of_id("airbases", ["air-bases"]), Some("air-bases"));
        assert_eq!(slip_of_id("fia", ["fsa"]), None);
        assert_eq!(slip_of_id("talks-a", ["talks-b"]), None);
        assert_eq!(slip_of_id("brigade-71", ["brigade-72"]), None);
    }
}
