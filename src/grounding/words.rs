//! The words of a text.

use std::ops::Range;

/// A word and its place.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) at: Range<usize>,
}

/// The words of a text: letters, digits and marks on them; an apostrophe between two letters belongs to the word.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(in_word)?;
        let mut end = start;
        let mut rest = text.get(start..)?.char_indices().peekable();
        while let Some((at, character)) = rest.next() {
            let joins = is_apostrophe(character) && rest.peek().is_some_and(|&(_, next)| in_word(next));
            if !in_word(character) && !joins {
                break;
            }
            end = start + at + character.len_utf8();
        }
        from = end;
        Some(Word { text: text.get(start..end)?, at: start..end })
    })
}

fn in_word(character: char) -> bool {
    super::fold::is_of_word(character)
}

pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ')
}

/// A word in small letters with straight apostrophes, both Turkish i's as one: near enough to look for help with.
pub(super) fn fold_case(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            'İ' | 'ı' => folded.push('i'),
            letter if letter.is_ascii() => folded.push(letter.to_ascii_lowercase()),
            letter if is_apostrophe(letter) => folded.push('\''),
            letter => folded.extend(letter.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_digits_and_what_joins_them() {
        let list = |text| words(text).map(|word| word.text).collect::<Vec<_>>();
        assert_eq!(list("“Don’t!” he said – F-16s, 3.5 %"), ["Don’t", "he", "said", "F", "16s", "3", "5"]);
        assert_eq!(list("'quoted' كَتَبَ،"), ["quoted", "كَتَبَ"]);
        assert!(list(" … ").is_empty());
        assert_eq!(fold_case("IŞIĞIN’"), fold_case("işiğin'"));
    }
}
