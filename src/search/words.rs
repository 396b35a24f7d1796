//! Texts → the numbers of their words.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::fold;

/// Every word that has been met, by a number, and the texts that were taken apart of late.
///
/// Much of what a brief says has been said before: names, sources, questions that stay open, facts of the day before.
#[derive(Debug, Default)]
pub(super) struct Words<'d> {
    /// The number of each word: how many others had been met before it.
    numbers: HashMap<Box<str>, u32, RandomState>,
    /// Where the words of a text stand in `said`.
    texts: HashMap<&'d str, Range<usize>, RandomState>,
    /// The words of these texts, and of some that will not come again, one text behind the other.
    said: Vec<u32>,
}

/// How many words of texts are kept, before all texts are forgotten: those that come again are soon known again.
const MOST: usize = 1 << 18;

impl<'d> Words<'d> {
    /// The words of a text, in its order, as often as they stand there.
    pub(super) fn of(&mut self, text: &'d str) -> &[u32] {
        let known = self.texts.get(text).cloned();
        let place = known.unwrap_or_else(|| {
            let place = self.take_apart(text);
            self.texts.insert(text, place.clone());
            place
        });
        self.said.get(place).unwrap_or_default()
    }

    /// The same of a text that was made for one document, and hardly comes again.
    pub(super) fn of_passing(&mut self, text: &str) -> &[u32] {
        let place = self.take_apart(text);
        self.said.get(place).unwrap_or_default()
    }

    /// Takes a text apart, and returns where its words stand.
    fn take_apart(&mut self, text: &str) -> Range<usize> {
        if self.said.len() > MOST {
            self.texts.clear();
            self.said.clear();
        }
        let start = self.said.len();
        let (numbers, said) = (&mut self.numbers, &mut self.said);
        fold::each(text, |word| said.push(number(numbers, word)));
        start..said.len()
    }

    /// Every word with its number, in no order.
    pub(super) fn into_numbers(self) -> impl Iterator<Item = (Box<str>, u32)> {
        self.numbers.into_iter()
    }
}

/// The number of a word, which it is given if it has none.
fn number(numbers: &mut HashMap<Box<str>, u32, RandomState>, word: &str) -> u32 {
    if let Some(number) = numbers.get(word) {
        return *number;
    }
    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    numbers.insert(word.into(), next);
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_one_number_each_whether_their_text_is_known_or_not() {
        let mut words = Words::default();
        for _ in 0..2 {
            assert_eq!(words.of("One, two; ONE"), [0, 1, 0]);
            assert_eq!(words.of_passing("Three, two"), [2, 1]);
            assert!(words.of(" – ").is_empty());
        }
        let mut numbers: Vec<_> = words.into_numbers().collect();
        numbers.sort_unstable_by_key(|(_, number)| *number);
        assert_eq!(numbers, [("one".into(), 0), ("two".into(), 1), ("three".into(), 2)]);
    }

    #[test]
    fn what_is_forgotten_is_taken_apart_again() {
        let mut words = Words::default();
        let long = "one two ".repeat(MOST / 2);
        for text in [&*long, "two three", &*long, "one", "two three"] {
            let found: Vec<_> =
                fold::words(text).iter().map(|word| number(&mut words.numbers, word)).collect();
            assert_eq!(words.of(text), found);
            assert!(words.said.len() <= 2 * MOST + 2);
        }
    }
}
