//! Latin letters with marks, each by the letter that it is found by, so that they need not be taken apart again and again.

use std::sync::LazyLock;

use super::Folder;

/// Where these letters begin, and how many there are: Latin-1 and the two extensions of it.
const FIRST: u32 = 0xC0;
const COUNT: u32 = 0x190;

static LETTERS: LazyLock<Vec<Option<char>>> =
    LazyLock::new(|| (FIRST..FIRST + COUNT).map(|code| found_by(char::from_u32(code)?)).collect());

/// The letter that this one is found by; `None` for what is no letter of these, or comes to more or less than one letter.
pub(super) fn letter(character: char) -> Option<char> {
    let place = u32::from(character).checked_sub(FIRST)?;
    *LETTERS.get(usize::try_from(place).ok()?)?
}

/// What becomes of a character inside of a word when it is taken apart, if it is one letter and nothing besides.
fn found_by(character: char) -> Option<char> {
    const AROUND: &str = "aaa";
    let mut words: Vec<String> = Vec::new();
    let mut folder = Folder::new(|word: &str| words.push(word.to_owned()));
    folder.run(AROUND);
    folder.decomposed(character);
    folder.run(AROUND);
    folder.end();
    let [word] = words.as_slice() else { return None };
    let mut letters = word.strip_prefix(AROUND)?.strip_suffix(AROUND)?.chars();
    letters.next().filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turkish_letters_are_among_them_and_what_is_more_than_a_letter_is_not() {
        let letters: String = "çğıöşüÇĞİÖŞÜâîû".chars().filter_map(letter).collect();
        assert_eq!(letters, "cgiosucgiosuaiu");
        // Two letters, a mark of multiplication, an apostrophe with a letter, a letter of another script.
        assert!("ßæ×ŉب".chars().all(|it| letter(it).is_none()));
    }
}
