//! A look at the words of an English text, which tells "month" from "Monday" and "this was agreed" from "this week": the pieces of
//! wording alone do not.

use crate::language::dates::{ENGLISH_COUNTS, ENGLISH_UNITS};
use crate::language::names::is_weekday;

/// Words that tell a time with a unit behind them.
const WHICH: [&str; 6] = ["last", "next", "this", "past", "coming", "current"];

/// Words that tell a time by themselves, or with what stands before them: "a day from now". Whether it does is for the search to say.
const ALONE: [&str; 7] = ["today", "yesterday", "tomorrow", "tonight", "ago", "hence", "now"];

/// Words that may stand between these and the unit, beside numbers: "last couple of days".
const BETWEEN: [&str; 6] = ["a", "an", "few", "some", "couple", "of"];

/// Whether a text may name a day of the week.
pub(super) fn names_a_day(text: &str) -> bool {
    words(text).any(|word| !word.is_ascii() || is_weekday(word))
}

/// Whether a text may have wording that leans on the day of writing.
pub(super) fn leans(text: &str) -> bool {
    let mut follows = false;
    words(text).any(|word| {
        let may_be_unit = follows;
        follows = is_one_of(&WHICH, word)
            || follows && (is_one_of(&BETWEEN, word) || is_one_of(&ENGLISH_COUNTS, word));
        !word.is_ascii() || is_one_of(&ALONE, word) || may_be_unit && (is_unit(word) || is_weekday(word))
    })
}

/// The words of a text. What is not of ASCII is part of a word: nobody knows here what it is once it is folded.
fn words(text: &str) -> impl Iterator<Item = &[u8]> {
    let words = text.as_bytes().split(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic());
    words.filter(|word| !word.is_empty())
}

fn is_one_of(words: &[&str], word: &[u8]) -> bool {
    words.iter().any(|it| word.eq_ignore_ascii_case(it.as_bytes()))
}

fn is_unit(word: &[u8]) -> bool {
    is_one_of(&ENGLISH_UNITS, word)
        || word.split_last().is_some_and(|(_, one)| is_one_of(&ENGLISH_UNITS, one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_week_is_a_word() {
        for day in ["On Monday, 3 March", "3 March (TUES.)", "sat 1", "the “3rd” of Marchı"] {
            assert!(names_a_day(day), "{day}");
        }
        for none in ["in the 6th month", "3 conversations", "its 2 suns", ""] {
            assert!(!names_a_day(none), "{none}");
        }
    }

    #[test]
    fn wording_that_leans_on_a_day_has_its_unit_behind_it() {
        for leaning in [
            "Today's",
            "the last couple of days",
            "next 3 weeks",
            "this MONDAY",
            "5 days ago",
            "a day from now",
            "É",
        ] {
            assert!(leans(leaning), "{leaning}");
        }
        for none in ["This was agreed for 5 days", "past the last house by night", "days at last", ""] {
            assert!(!leans(none), "{none}");
        }
    }
}
