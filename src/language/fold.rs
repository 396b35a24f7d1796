//! Letters as they are compared: without case, and without the marks that writers leave out.

/// Adds a letter to a word that is to be compared, in the form that [`plain`] gives it.
pub(crate) fn fold(word: &mut String, letter: char) {
    if let Some(plain) = plain(letter) {
        word.push(plain);
    }
}

/// A letter as it is compared; nothing where it is a mark that is not.
///
/// Both Turkish i's become `i` and other Turkish letters their plain ones, so that `MAYIS`, `Mayıs` and `mayis` are
/// one word in any locale; marks that combine (also of a text in decomposed form) are dropped. In Arabic the forms
/// of alef become one, alef maqsura and the Persian letters become those that they stand for, and vowel marks and
/// tatweel are dropped.
pub(crate) fn plain(letter: char) -> Option<char> {
    Some(match letter {
        ascii if ascii.is_ascii() => ascii.to_ascii_lowercase(),
        'İ' | 'ı' | 'î' | 'Î' => 'i',
        'Ş' | 'ş' => 's',
        'Ğ' | 'ğ' => 'g',
        'Ü' | 'ü' | 'û' | 'Û' => 'u',
        'Ö' | 'ö' => 'o',
        'Ç' | 'ç' => 'c',
        'Â' | 'â' => 'a',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        other if combines(other) => return None,
        other => other,
    })
}

/// Marks that belong to the letter before them, and the tatweel that stretches an Arabic word.
pub(crate) fn combines(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{640}')
}

/// The value of a digit: European, Arabic-Indic or Persian.
pub(crate) fn digit(character: char) -> Option<u32> {
    let zero = match character {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        _ => return None,
    };
    Some(u32::from(character) - u32::from(zero))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut word = String::new();
        text.chars().for_each(|letter| fold(&mut word, letter));
        word
    }

    #[test]
    fn turkish_words_are_one_in_every_case_and_form() {
        for text in ["ŞUBAT", "Şubat", "şubat", "Subat", "S\u{327}ubat"] {
            assert_eq!(folded(text), "subat");
        }
        for text in ["MAYIS", "Mayıs", "mayis", "MAYİS"] {
            assert_eq!(folded(text), "mayis");
        }
        assert_eq!(folded("Ağustos"), folded("AG\u{306}USTOS"));
        assert_eq!(folded("i\u{307}"), "i");
    }

    #[test]
    fn arabic_words_are_one_with_and_without_their_marks() {
        assert_eq!(folded("آذَار"), folded("اذار"));
        assert_eq!(folded("شبــاط"), folded("شباط"));
        assert_eq!(folded("إبريل"), folded("أبريل"));
    }

    #[test]
    fn digits_of_three_scripts() {
        assert_eq!("0٣۹x".chars().map(digit).collect::<Vec<_>>(), [Some(0), Some(3), Some(9), None]);
    }
}
