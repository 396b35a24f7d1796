//! What wording that tells a time begins with: a number or one of few words, so that most places of a text need no second look.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::{alone, relative, written};
use crate::language::names;
use crate::language::window::Window;

/// Which kinds of wording can begin at a place, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Begins(u8);

impl Begins {
    /// A date, a month with its year.
    pub(super) const DATED: Self = Self(1);
    /// A month or a year alone.
    pub(super) const ALONE: Self = Self(1 << 1);
    /// Wording in English that leans on another date.
    pub(super) const ENGLISH: Self = Self(1 << 2);
    /// Such wording in Turkish.
    pub(super) const TURKISH: Self = Self(1 << 3);
    /// Such wording in Arabic.
    pub(super) const ARABIC: Self = Self(1 << 4);
    /// Each of these.
    pub(super) const ANY: Self = Self((1 << 5) - 1);

    /// What can begin here.
    pub(super) fn at(window: Window<'_>) -> Self {
        match window.word(0) {
            Some(word) => WORDS.get(word).copied().unwrap_or_default(),
            None if window.number(0).is_some() => Self::ANY,
            None => Self::default(),
        }
    }

    /// Whether wording that leans on another date is among them.
    pub(super) fn is_relative(self) -> bool {
        self.has_any_of(Self(Self::ENGLISH.0 | Self::TURKISH.0 | Self::ARABIC.0))
    }

    /// Whether one of these kinds is among them.
    pub(super) fn has_any_of(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }
}

/// Every first word, folded, with the kinds of wording that it begins: taken from the lists that the wording is told by.
static WORDS: LazyLock<HashMap<String, Begins, RandomState>> = LazyLock::new(|| {
    let mut words: HashMap<String, Begins, RandomState> = HashMap::default();
    let mut add = |word: String, kind: Begins| words.entry(word).or_default().0 |= kind.0;
    for word in dated() {
        add(word, Begins::DATED);
    }
    for word in turkish_months().chain(alone::BEGINNINGS.into_iter().flatten().map(|word| (*word).to_owned()))
    {
        add(word, Begins::ALONE);
    }
    for (language, lists) in relative::BEGINNINGS {
        lists.iter().copied().flatten().for_each(|word| add((*word).to_owned(), language));
    }
    words
});

/// The first words of dates.
fn dated() -> impl Iterator<Item = String> {
    let lists = [
        names::ENGLISH_MONTHS,
        names::ARABIC_UNITS,
        names::ARABIC_TENS,
        names::WEEKDAYS,
        names::SHORT_WEEKDAYS,
        &[written::DAY, names::ARABIC_AUGUST],
    ];
    let plain = lists.into_iter().flatten().map(|word| (*word).to_owned());
    plain.chain(turkish_months()).chain(arabic_months())
}

/// The Turkish months, each with the endings that they bear.
fn turkish_months() -> impl Iterator<Item = String> {
    let with_endings =
        |month| std::iter::once("").chain(names::TURKISH_PLACES).map(move |end| format!("{month}{end}"));
    names::TURKISH_MONTHS.into_iter().flat_map(with_endings)
}

/// The first words of Arabic months, each with the letters that are joined to it.
fn arabic_months() -> impl Iterator<Item = String> {
    let pairs = names::ARABIC_PAIRS.into_iter().map(|(first, ..)| first);
    let months = names::ARABIC_MONTHS.iter().copied().chain(pairs);
    months.flat_map(|month| {
        let joined = names::ARABIC_JOINED.into_iter().map(move |letter| format!("{letter}{month}"));
        std::iter::once(month.to_owned()).chain(joined)
    })
}
