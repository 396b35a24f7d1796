//! What pages call their parts by number. Each is said many times on a page, and few briefs have many.

use std::borrow::Cow;

use super::Locale;
use super::pattern::Arg;

/// What has a number on its page.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Numbered {
    Fact,
    Question,
    Source,
    /// A source where it is cited.
    Citation,
}

impl Numbered {
    const ALL: [Self; 4] = [Self::Fact, Self::Question, Self::Source, Self::Citation];

    /// The message that calls it.
    fn message(self) -> &'static str {
        match self {
            Self::Fact => "part_fact",
            Self::Question => "part_question",
            Self::Source => "part_source",
            Self::Citation => "cite_source",
        }
    }

    fn say(self, number: usize, locale: &Locale) -> String {
        let number = Arg::Count(u64::try_from(number).unwrap_or(u64::MAX));
        locale.say(self.message(), &[("number", number)])
    }
}

/// How many of each have their names at hand.
const AT_HAND: usize = 20;

/// The names of the first of each, from nought on.
#[derive(Default)]
pub(super) struct Names([Vec<String>; 4]);

impl Names {
    pub(super) fn of(locale: &Locale) -> Self {
        Self(Numbered::ALL.map(|what| (0..AT_HAND).map(|number| what.say(number, locale)).collect()))
    }

    fn get(&self, what: Numbered, number: usize) -> Option<&str> {
        Some(self.0.get(what as usize)?.get(number)?)
    }
}

impl Locale {
    /// What a page calls the part of this number: `fact 3`.
    pub(crate) fn numbered(&self, what: Numbered, number: usize) -> Cow<'_, str> {
        self.names.get(what, number).map_or_else(|| what.say(number, self).into(), Cow::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locales;

    #[test]
    fn a_name_at_hand_is_what_its_message_says() {
        for locale in Locales::built_in().iter() {
            for (what, number) in Numbered::ALL.into_iter().flat_map(|what| (0..40).map(move |it| (what, it)))
            {
                assert_eq!(locale.numbered(what, number), what.say(number, locale));
            }
        }
    }
}
