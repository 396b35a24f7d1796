//! Messages with one number in them. Pages say the same few of them over and over, with numbers that are mostly small.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::Locale;
use super::pattern::{Arg, Pattern};

/// Of how many numbers a message keeps what it says, from nought on.
const KEPT: usize = 64;

/// A message, and what it says of numbers that it has been said with.
pub(super) struct Message {
    pub(super) pattern: Pattern,
    said: OnceLock<Box<[OnceLock<Box<str>>]>>,
}

impl From<Pattern> for Message {
    fn from(pattern: Pattern) -> Self {
        Self { pattern, said: OnceLock::new() }
    }
}

impl Message {
    fn said_with(&self, number: usize) -> Option<&OnceLock<Box<str>>> {
        self.said.get_or_init(|| (0..KEPT).map(|_| OnceLock::new()).collect()).get(number)
    }
}

impl Locale {
    /// A message with a number in it, in the form of that number.
    #[must_use]
    pub fn counted(&self, id: &str, count: usize) -> Cow<'_, str> {
        self.with_number(id, "count", count)
    }

    /// What a page calls a part by its number: `fact 3`.
    pub(crate) fn numbered(&self, id: &str, number: usize) -> Cow<'_, str> {
        self.with_number(id, "number", number)
    }

    /// A message with a number in it. In a message the number has one name, whoever says it.
    fn with_number(&self, id: &str, name: &str, number: usize) -> Cow<'_, str> {
        let say = || self.say(id, &[(name, Arg::Count(u64::try_from(number).unwrap_or(u64::MAX)))]);
        let Some(message) = self.messages.get(id) else { return Cow::Owned(say()) };
        let first_said = || {
            let values = || message.pattern.values();
            debug_assert!(values().into_iter().all(|value| value == name), "{id} takes more than {name}");
            say().into()
        };
        match message.said_with(number) {
            Some(said) => Cow::Borrowed(said.get_or_init(first_said)),
            None => Cow::Owned(say()),
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
