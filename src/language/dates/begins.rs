//! What wording that tells a time begins with: a number or one of few words, so that most places of a text need no second look.

use std::ops::BitOr;
use std::sync::LazyLock;

use crate::language::names::is_latin;
use crate::language::window::Window;

/// Which kinds of wording can begin at a place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Begins {
    /// A date, a month with its year.
    pub(super) dated: bool,
    /// A month or a year alone.
    pub(super) alone: bool,
    /// Wording that leans on another date.
    pub(super) relative: bool,
}

const DATED: Begins = Begins { dated: true, alone: false, relative: false };
const ALONE: Begins = Begins { dated: false, alone: true, relative: false };
const RELATIVE: Begins = Begins { dated: false, alone: false, relative: true };
const ANY: Begins = Begins { dated: true, alone: true, relative: true };

/// The first words of each kind, folded, in English and Turkish. Of longer words the first three letters are looked at.
const WORDS: [(Begins, &str); 6] = [
    (DATED, "jan feb mar apr may jun jul aug sep oct nov dec"),
    (ANY, "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik"),
    (ANY, "mon tue wed thu fri sat sun pazar sali carsamba persembe cuma"),
    (
        ALONE,
        "in since until till by during from of before after through last next this early late mid between \
         gecen gectigimiz onumuzdeki gelecek bu",
    ),
    (
        RELATIVE,
        "beginning start end middle close early late mid today yesterday tomorrow tonight \
         last next this past coming previous following current in within a an few some \
         one two three four five six seven eight nine ten eleven twelve several",
    ),
    (
        RELATIVE,
        "bugun dun yarin gecen gectigimiz onumuzdeki gelecek bu onceki evvelsi ertesi \
         bir iki uc dort bes alti yedi sekiz dokuz on ayin haftanin yilin",
    ),
];

static BEGINNINGS: LazyLock<Vec<(u32, Begins)>> = LazyLock::new(|| {
    let words = WORDS.iter().flat_map(|(kinds, words)| words.split_whitespace().map(|word| (word, *kinds)));
    let mut beginnings: Vec<_> = words.map(|(word, kinds)| (beginning(word), kinds)).collect();
    beginnings.sort_unstable_by_key(|(beginning, _)| *beginning);
    beginnings.dedup_by(|(next, kinds), (kept, all)| {
        let same = next == kept;
        *all = if same { *all | *kinds } else { *all };
        same
    });
    beginnings
});

impl Begins {
    /// What can begin here. No table is kept of Arabic words: "and" and "in" are joined to their front.
    pub(super) fn at(window: Window<'_>) -> Self {
        let Some(word) = window.word(0) else {
            return if window.number(0).is_some() { ANY } else { Self::default() };
        };
        if !is_latin(word) {
            return ANY;
        }
        let found = BEGINNINGS.binary_search_by_key(&beginning(word), |(beginning, _)| *beginning);
        let kinds = found.ok().and_then(|index| BEGINNINGS.get(index)).map(|(_, kinds)| *kinds);
        kinds.unwrap_or_default()
    }
}

impl BitOr for Begins {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self {
            dated: self.dated || other.dated,
            alone: self.alone || other.alone,
            relative: self.relative || other.relative,
        }
    }
}

/// The first three letters of a word as a number.
fn beginning(word: &str) -> u32 {
    let mut letters = word.bytes().chain([0; 3]);
    let mut letter = || u32::from(letters.next().unwrap_or_default());
    letter() << 16 | letter() << 8 | letter()
}
