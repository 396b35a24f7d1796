//! The passage of an article that comes nearest to a quote which is not in it: help for the reader of a message, never proof.

use std::collections::HashMap;
use std::ops::Range;

use super::negation::differ_by_negation;
use super::words::{Word, fold_case, words};

/// How many words of a quote the article is looked through for: its longest.
const ANCHORS: usize = 24;

/// A passage that is not the quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its bytes in the article.
    pub at: Range<usize>,
    /// Whether it says yes where the quote says no, or the other way round.
    pub negated: bool,
}

/// The passage of an article that shares most words with a quote, where that is at least half of them.
pub(super) fn passage(article: &str, quote: &str) -> Option<Passage> {
    let wanted: Vec<_> = words(quote).collect();
    let anchors = anchors(&wanted);
    let reach = wanted.len() + wanted.len() / 2 + 3;
    let best = best_window(article, &anchors, reach)?;
    if best.matched * 2 < anchors.len() {
        return None;
    }
    let first = |word: &Word<'_>| anchors.get(&fold_case(word.text)) == Some(&best.first);
    let lead = wanted.iter().position(first).unwrap_or_default();
    let at = widened(article, &best.at, lead, wanted.len());
    let negated = article.get(at.clone()).is_some_and(|passage| differ_by_negation(quote, passage));
    Some(Passage { at, negated })
}

/// The longest words, each with a number.
fn anchors(wanted: &[Word<'_>]) -> HashMap<String, usize> {
    let mut distinct: Vec<_> = wanted.iter().map(|word| fold_case(word.text)).collect();
    distinct.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
    distinct.dedup();
    distinct.truncate(ANCHORS);
    distinct.into_iter().zip(0..).collect()
}

/// The stretch between two anchors.
struct Window {
    at: Range<usize>,
    matched: usize,
    /// The anchor that it begins with.
    first: usize,
}

/// Of all stretches of so many words the one with most different anchors in it, and of those the shortest.
fn best_window(article: &str, anchors: &HashMap<String, usize>, reach: usize) -> Option<Window> {
    let lengths: Vec<_> = anchors.keys().map(String::len).collect();
    let (shortest, longest) = (lengths.iter().min()?, lengths.iter().max()?);
    let mut hits = std::collections::VecDeque::new();
    let mut counts = vec![0_usize; anchors.len()];
    let mut best: Option<Window> = None;
    for (index, word) in words(article).enumerate() {
        // Folding may change the length of a letter, but hardly doubles or halves it.
        if word.text.len() * 2 < *shortest || word.text.len() > longest * 2 {
            continue;
        }
        let Some(anchor) = anchors.get(&fold_case(word.text)) else { continue };
        count(&mut counts, *anchor, 1);
        hits.push_back((index, *anchor, word.at));
        while let Some((first, anchor, _)) = hits.front() {
            let again = counts.get(*anchor).is_some_and(|count| *count > 1);
            if !again && index - first < reach {
                break;
            }
            count(&mut counts, *anchor, -1);
            hits.pop_front();
        }
        let matched = counts.iter().filter(|count| **count > 0).count();
        if let (Some((_, anchor, start)), Some((_, _, end))) = (hits.front(), hits.back()) {
            let at = start.start..end.end;
            let better = best.as_ref().is_none_or(|best| (matched, best.at.len()) > (best.matched, at.len()));
            if better {
                best = Some(Window { at, matched, first: *anchor });
            }
        }
    }
    best
}

fn count(counts: &mut [usize], anchor: usize, by: isize) {
    if let Some(count) = counts.get_mut(anchor) {
        *count = count.saturating_add_signed(by);
    }
}

/// Takes in as many words before the first anchor as the quote has there, and behind the last one until it is as long as the
/// quote; not over the end of a line.
fn widened(article: &str, at: &Range<usize>, lead: usize, length: usize) -> Range<usize> {
    let before = article.get(..at.start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let before = before.get(line..).unwrap_or_default();
    let start = match lead {
        0 => at.start,
        _ => before
            .trim_end()
            .rmatch_indices(char::is_whitespace)
            .nth(lead - 1)
            .map_or(line, |(at, space)| line + at + space.len()),
    };
    // A mark before the first word is not part of it.
    let start = words(article.get(start..at.end).unwrap_or_default())
        .next()
        .map_or(start, |word| start + word.at.start);
    let taken = words(article.get(start..at.end).unwrap_or_default()).count();
    let behind = article.get(at.end..).unwrap_or_default().lines().next().unwrap_or_default();
    let end =
        words(behind).take(length.saturating_sub(taken)).last().map_or(at.end, |word| at.end + word.at.end);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str =
        "The council met on Monday.\nIt said that the bridge would not be closed before summer, and left.\n";

    fn near(quote: &str) -> Option<(&str, bool)> {
        passage(ARTICLE, quote).map(|it| (ARTICLE.get(it.at).unwrap(), it.negated))
    }

    #[test]
    fn the_passage_with_most_of_the_words_is_shown() {
        assert_eq!(near("the bridge would be closed"), Some(("the bridge would not be closed", true)));
        assert_eq!(
            near("the bridge would not be opened before summer"),
            Some(("the bridge would not be closed before summer", false))
        );
        assert_eq!(near("this bridge would not be closed"), Some(("the bridge would not be closed", false)));
        assert_eq!(near("Bridge"), Some(("bridge", false)));
        assert_eq!(near("nothing alike stands anywhere"), None);
        assert_eq!(near("—"), None);
    }
}
