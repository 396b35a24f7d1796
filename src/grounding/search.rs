//! Looking for one text in another, in linear time on any input.

use std::ops::Range;

/// How many places may be refused before the search takes the way that is linear however many there are.
const REFUSALS: usize = 16;

/// Hands each place where `wanted` stands in `text` to `take`, which says whether it counts: no place that overlaps one that
/// counted comes after it, while all that overlap a refused one do.
pub(super) fn each(text: &str, wanted: &str, mut take: impl FnMut(Range<usize>) -> bool) {
    let (mut from, mut refused) = (0, 0);
    if wanted.is_empty() {
        return;
    }
    while let Some(rest) = text.get(from..) {
        if refused == REFUSALS {
            return each_overlapping(text, from, wanted.as_bytes(), &mut take);
        }
        let Some(at) = rest.find(wanted).map(|at| from + at) else { return };
        let end = at + wanted.len();
        if take(at..end) {
            from = end;
        } else {
            refused += 1;
            from = text.ceil_char_boundary(at + 1);
        }
    }
}

/// The algorithm of Knuth, Morris and Pratt: no byte of the text is looked at again, however far its matches overlap.
fn each_overlapping(text: &str, from: usize, wanted: &[u8], take: &mut impl FnMut(Range<usize>) -> bool) {
    let borders = borders(wanted);
    let mut matched = 0;
    for (at, byte) in text.bytes().enumerate().skip(from) {
        matched = extended(wanted, &borders, matched, byte);
        if matched == wanted.len() {
            let end = at + 1;
            let counts = take(end - matched..end);
            matched = if counts { 0 } else { border(&borders, matched) };
        }
    }
}

/// How much of `wanted` is matched after one more byte.
fn extended(wanted: &[u8], borders: &[usize], mut matched: usize, byte: u8) -> usize {
    while matched > 0 && wanted.get(matched) != Some(&byte) {
        matched = border(borders, matched);
    }
    matched + usize::from(wanted.get(matched) == Some(&byte))
}

/// For each length, how long the longest beginning is that is also an end of as many bytes.
fn borders(wanted: &[u8]) -> Vec<usize> {
    let mut borders = Vec::with_capacity(wanted.len());
    let mut matched = 0;
    for (index, byte) in wanted.iter().enumerate() {
        matched = if index == 0 { 0 } else { extended(wanted, &borders, matched, *byte) };
        borders.push(matched);
    }
    borders
}

fn border(borders: &[usize], matched: usize) -> usize {
    matched.checked_sub(1).and_then(|last| borders.get(last)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str, wanted: &str, accept: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut places = Vec::new();
        each(text, wanted, |at| {
            let counts = accept(at.start);
            places.extend(counts.then_some(at.start));
            counts
        });
        places
    }

    #[test]
    fn places_that_overlap_a_refused_one_are_seen() {
        assert_eq!(places("xaa aa aa", "aa aa", |at| at != 1), [4]);
        assert_eq!(places("aaaa", "aa", |_| true), [0, 2]);
        assert_eq!(places("öö ö", "ö", |at| at != 0), [2, 5]);
        assert!(places("a", "", |_| true).is_empty());
    }

    #[test]
    fn the_linear_way_finds_what_the_short_one_finds() {
        let text = "ab".repeat(60) + "abb ab" + &"aab".repeat(9);
        for wanted in ["ab", "abab", "bab", "abb", "aab", "baa", "ababb"] {
            for odd in [0, 1] {
                let accept = |at: usize| at > 70 && at % 2 == odd;
                let mut plain = Vec::new();
                let mut from = 0;
                while let Some(at) = text.get(from..).unwrap().find(wanted).map(|at| from + at) {
                    plain.extend(accept(at).then_some(at));
                    from = if accept(at) { at + wanted.len() } else { at + 1 };
                }
                assert_eq!(places(&text, wanted, accept), plain, "{wanted}");
            }
        }
    }
}
