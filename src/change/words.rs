//! Two wordings of one text, word by word.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use crate::language::wording::{bare, same_words};

/// Words of a rewording that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of both wordings.
    Kept(String),
    /// Words of the old wording alone.
    Gone(String),
    /// Words of the new wording alone.
    Come(String),
}

/// How many pairs of words are compared: some 200 words on either side.
const MOST_PAIRS: usize = 40_000;

/// A text whose words are told apart once, when it is first held against another.
pub(super) struct Worded<'t> {
    text: &'t str,
    /// The words in small letters, without the signs around them, in one order.
    words: OnceCell<Vec<Word>>,
}

/// The digest of a word, which stands for it: if two of some billions were the same, two texts would be alike by one word more.
type Word = u64;

impl<'t> Worded<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, words: OnceCell::new() }
    }

    fn words(&self) -> &[Word] {
        self.words.get_or_init(|| {
            let mut words = Vec::with_capacity(self.text.len() / BYTES_A_WORD + 1);
            let small = self.text.split_whitespace().map(bare).map(in_small_letters);
            words.extend(small.map(|word| DIGEST.hash_one(&*word)));
            words.sort_unstable();
            words
        })
    }

    /// Whether two texts are the same but for white space.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        same_words(self.text, other.text)
    }

    /// How much of two texts is the same words, from 0 to 100; their order does not matter.
    pub(super) fn likeness(&self, other: &Self) -> usize {
        let (words, others) = (self.words(), other.words());
        let all = words.len() + others.len();
        (200 * in_common(words, others)).checked_div(all).unwrap_or(100)
    }
}

/// How many bytes of text there are to a word, as a rule and not too many.
const BYTES_A_WORD: usize = 5;

const DIGEST: FixedState = FixedState::with_seed(0);

fn in_small_letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// How many words of two sorted lists are the same, each counted as often as both have it.
fn in_common(mut words: &[Word], mut others: &[Word]) -> usize {
    let mut common = 0;
    while let ([word, after @ ..], [other, after_other @ ..]) = (words, others) {
        let order = word.cmp(other);
        common += usize::from(order.is_eq());
        if order.is_le() {
            words = after;
        }
        if order.is_ge() {
            others = after_other;
        }
    }
    common
}

/// Both wordings in one, with what has gone and come marked. `None` where that would be no easier to read than the two beside each
/// other: where less than half of the words stayed, or there are very many.
#[must_use]
pub fn marked(old: &str, new: &str) -> Option<Vec<Piece>> {
    let (old, new): (Vec<_>, Vec<_>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        return None;
    }
    let pieces = pieces(&old, &new);
    let kept: usize =
        pieces.iter().map(|piece| if let Piece::Kept(text) = piece { words(text) } else { 0 }).sum();
    (kept * 2 >= old.len().max(new.len())).then_some(pieces)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Along the longest common run of words.
fn pieces(old: &[&str], new: &[&str]) -> Vec<Piece> {
    let lengths = common_lengths(old, new);
    let length = |a: usize, b: usize| lengths.get(a * (new.len() + 1) + b).copied().unwrap_or(0);
    let (mut a, mut b) = (0, 0);
    let mut pieces = Vec::new();
    loop {
        match (old.get(a), new.get(b)) {
            (Some(one), Some(other)) if one == other => {
                push(&mut pieces, Piece::Kept((*one).to_owned()));
                (a, b) = (a + 1, b + 1);
            }
            (Some(word), other) if other.is_none() || length(a + 1, b) >= length(a, b + 1) => {
                push(&mut pieces, Piece::Gone((*word).to_owned()));
                a += 1;
            }
            (_, Some(word)) => {
                push(&mut pieces, Piece::Come((*word).to_owned()));
                b += 1;
            }
            _ => return pieces,
        }
    }
}

/// How many words the rests of both texts share in order, for each pair of places.
fn common_lengths(old: &[&str], new: &[&str]) -> Vec<usize> {
    let width = new.len() + 1;
    let mut lengths = vec![0; (old.len() + 1) * width];
    for (a, one) in old.iter().enumerate().rev() {
        for (b, other) in new.iter().enumerate().rev() {
            let at = |place: usize| lengths.get(place).copied().unwrap_or(0);
            let place = a * width + b;
            let length =
                if one == other { at(place + width + 1) + 1 } else { at(place + width).max(at(place + 1)) };
            if let Some(slot) = lengths.get_mut(place) {
                *slot = length;
            }
        }
    }
    lengths
}

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), &piece) {
        (Some(Piece::Kept(text)), Piece::Kept(more))
        | (Some(Piece::Gone(text)), Piece::Gone(more))
        | (Some(Piece::Come(text)), Piece::Come(more)) => {
            text.push(' ');
            text.push_str(more);
        }
        _ => pieces.push(piece),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_where_most_of_them_stayed() {
        let kept = |text: &str| Piece::Kept(text.to_owned());
        assert_eq!(
            marked("The talks include  two bases.", "The talks may include two air bases."),
            Some(vec![
                kept("The talks"),
                Piece::Come("may".to_owned()),
                kept("include two"),
                Piece::Come("air".to_owned()),
                kept("bases.")
            ])
        );
        assert_eq!(
            marked("one two three", "one 2 three"),
            Some(vec![
                kept("one"),
                Piece::Gone("two".to_owned()),
                Piece::Come("2".to_owned()),
                kept("three")
            ])
        );
        assert_eq!(marked("one two", "three four"), None);
        assert_eq!(marked(&"a ".repeat(201), &"a ".repeat(200)), None);
    }

    #[test]
    fn likeness_counts_words() {
        let likeness = |one, other| Worded::new(one).likeness(&Worded::new(other));
        assert_eq!(likeness("The ferry stops.", "the ferry stops"), 100);
        assert_eq!(likeness("", ""), 100);
        assert_eq!(likeness("a a b", "a c c"), 33);
        assert_eq!(likeness("— a", "a —"), 100);
        assert_eq!(likeness("ŞAM", "şam"), 100);
        assert_eq!(likeness("a b", "c d"), 0);
        assert_eq!(likeness("a b c d", "a b x y"), 50);
    }
}
