//! Did-you-mean.

/// The one of `known` that `text` most likely meant, if any comes near.
///
/// Near is a Damerau-Levenshtein distance of at most a third of the longer word. The first of equals wins, so that the
/// advice does not depend on anything but the order of `known`.
#[must_use]
pub fn suggest<'k>(text: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    // Nobody misspells a word of this length; the distance would cost its square.
    const MAX_CHARS: usize = 64;
    if text.chars().take(MAX_CHARS + 1).count() > MAX_CHARS {
        return None;
    }
    let lowered = text.to_lowercase();
    known
        .into_iter()
        .map(|word| (strsim::damerau_levenshtein(&lowered, &word.to_lowercase()), word))
        .filter(|(distance, word)| distance * 3 <= lowered.chars().count().max(word.chars().count()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
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
}
