//! What wording that tells a time begins with: a number or one of few words, so that most places of a text need no second look.

use std::sync::LazyLock;

use crate::language::names::is_latin;
use crate::language::window::Window;

/// The first words of English wording. Of longer words the first three letters are looked at.
const ENGLISH: &str = "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun \
    in since until till by during from of before after through last next this early late mid between \
    beginning start end close today yesterday tomorrow tonight within past coming previous following current \
    a an few some one two three four five six seven eight nine ten eleven twelve several";

/// The first words of Turkish wording, folded.
const TURKISH: &str = "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik \
    pazar sali carsamba persembe cuma gecen onumuzdeki gelecek bu bugun dun yarin onceki evvelsi ertesi \
    bir iki uc dort bes alti yedi sekiz dokuz on ayin haftanin yilin";

static BEGINNINGS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut beginnings: Vec<_> =
        ENGLISH.split_whitespace().chain(TURKISH.split_whitespace()).map(beginning).collect();
    beginnings.sort_unstable();
    beginnings.dedup();
    beginnings
});

/// Whether wording that tells a time can begin here. No table is kept of Arabic words: "and" and "in" are joined to their front.
pub(super) fn can_begin(window: Window<'_>) -> bool {
    match window.word(0) {
        Some(word) if is_latin(word) => BEGINNINGS.binary_search(&beginning(word)).is_ok(),
        Some(word) => !word.is_empty(),
        None => window.number(0).is_some(),
    }
}

/// The first three letters of a word as a number.
fn beginning(word: &str) -> u32 {
    let mut letters = word.bytes().chain([0; 3]);
    let mut letter = || u32::from(letters.next().unwrap_or_default());
    letter() << 16 | letter() << 8 | letter()
}
