//! Which characters are letters. The tables of all scripts are long, so the letters of three languages are known here.

/// Whether a character is alphabetic.
#[inline]
pub(crate) fn is_letter(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    is_known(character) || !is_known_sign(character) && character.is_alphabetic()
}

/// Whether a character is alphabetic or a number.
#[inline]
pub(crate) fn is_letter_or_number(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    is_known(character) || !is_known_sign(character) && character.is_alphanumeric()
}

/// A letter of Latin with its marks, or of Arabic.
#[inline]
fn is_known(character: char) -> bool {
    matches!(character, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2C1}' | '\u{620}'..='\u{64A}')
}

/// A sign of these languages beyond ASCII: a quotation mark, a dash, the comma of Arabic.
#[inline]
fn is_known_sign(character: char) -> bool {
    matches!(character, '\u{A0}'..='\u{A9}' | '\u{AB}'..='\u{B1}' | '\u{BB}' | '\u{60C}' | '\u{61B}' | '\u{61F}')
        || matches!(character, '\u{2000}'..='\u{206F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_that_are_known_here_are_letters() {
        for character in '\0'..=char::MAX {
            assert_eq!(is_letter(character), character.is_alphabetic(), "{character:?}");
            assert_eq!(is_letter_or_number(character), character.is_alphanumeric(), "{character:?}");
        }
    }
}
