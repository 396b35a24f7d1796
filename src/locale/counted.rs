//! Messages with one number in them. Pages say the same few of them over and over, with numbers that are mostly small.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::Locale;
use super::pattern::{Arg, Pattern};
use crate::markdown::{KnownText, stands_as_it_is};

/// Of how many numbers a message keeps what it says, from nought on.
const KEPT: usize = 64;

/// What a message says of a number, made when it is first said.
type Said = OnceLock<KnownText<Box<str>>>;

/// A message, and what it says of numbers that it has been said with.
pub(super) struct Message {
    pub(super) pattern: Pattern,
    /// Whether every kind of file takes its words as they are, seen when they are first said.
    is_plain: OnceLock<bool>,
    said: OnceLock<Box<[Said]>>,
}

impl From<Pattern> for Message {
    fn from(pattern: Pattern) -> Self {
        Self { pattern, is_plain: OnceLock::new(), said: OnceLock::new() }
    }
}

impl Message {
    /// Its words, if it has no variables.
    pub(super) fn words(&self) -> Option<KnownText<&str>> {
        let words = self.pattern.as_text()?;
        Some(KnownText::seen(words, *self.is_plain.get_or_init(|| stands_as_it_is(words))))
    }

    fn said_with(&self, number: usize) -> Option<&Said> {
        self.said.get_or_init(|| (0..KEPT).map(|_| OnceLock::new()).collect()).get(number)
    }
}

impl Locale {
    /// A message with a number in it, in the form of that number.
    #[must_use]
    pub fn counted(&self, id: &str, count: usize) -> Cow<'_, str> {
        self.with_number(id, "count", count).into_text()
    }

    /// What a page calls a part by its number: `fact 3`.
    pub(crate) fn numbered(&self, id: &str, number: usize) -> KnownText<Cow<'_, str>> {
        self.with_number(id, "number", number)
    }

    /// A message with a number in it. In a message the number has one name, whoever says it.
    fn with_number(&self, id: &str, name: &str, number: usize) -> KnownText<Cow<'_, str>> {
        let say = || self.say(id, &[(name, Arg::Count(u64::try_from(number).unwrap_or(u64::MAX)))]);
        let unkept = || KnownText::of(Cow::Owned(say()));
        let Some(message) = self.messages.get(id) else { return unkept() };
        let first_said = || {
            let values = || message.pattern.values();
            debug_assert!(values().into_iter().all(|value| value == name), "{id} takes more than {name}");
            KnownText::of(say().into())
        };
        match message.said_with(number) {
            Some(said) => said.get_or_init(first_said).borrowed().into_cow(),
            None => unkept(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locales;

    #[test]
    fn a_number_is_said_as_its_message_says_it_however_often() {
        for locale in Locales::built_in().iter() {
            for (id, name) in [("count_days", "count"), ("summary_origins", "count"), ("part_fact", "number")]
            {
                for number in (0..2 * KEPT).chain(0..KEPT) {
                    let said = locale.say(id, &[(name, Arg::Count(number as u64))]);
                    assert_eq!(locale.with_number(id, name, number), said);
                }
            }
        }
    }
}
