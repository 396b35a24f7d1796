//! Characters that would act instead of being seen.

use std::borrow::Cow;

use super::bytes::{self, ACTS};

/// The text with every character that acts on a terminal, reorders its neighbours or cannot stand in XML replaced by U+FFFD,
/// so that a reader sees that something stood there.
///
/// Replaced are the control characters (C0 but tab and line feed, DEL, C1), the line and paragraph separators, the controls
/// that embed, override or isolate a direction and their deprecated kin (U+202A–202E, U+2066–206F), the noncharacters U+FFFE
/// and U+FFFF, and the invisible tag characters (U+E0000–E007F).
///
/// Kept are the marks U+200E, U+200F and U+061C, which move nothing but the neutral characters beside them, and the joiners
/// U+200C and U+200D: Arabic and Persian cannot be set right without them.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    // Nearly every text is of printable ASCII alone, which takes one comparison a byte.
    let is_plain = text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'));
    if is_plain || bytes::all(text) & ACTS == 0 { Cow::Borrowed(text) } else { shown(text) }
}

/// The same of a text in which something may act.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    if has_acting(text) {
        Cow::Owned(text.chars().map(|c| if acts(c) { char::REPLACEMENT_CHARACTER } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a text has a character that acts.
pub(crate) fn has_acting(text: &str) -> bool {
    let is_control = |byte: u8| matches!(byte, 0..=0x08 | 0x0B..=0x1F | 0x7F);
    // Without a branch for each byte: whole files are looked through.
    text.bytes().fold(false, |found, byte| found | is_control(byte)) || has_long_acting(text)
}

/// Whether a text has a character of several bytes that acts: all of them begin with one of these bytes.
fn has_long_acting(text: &str) -> bool {
    let acts_from = |at| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(acts);
    memchr::memchr3_iter(0xC2, 0xE2, 0xEF, text.as_bytes()).any(acts_from)
        || memchr::memchr_iter(0xF3, text.as_bytes()).any(acts_from)
}

/// The text with every run of spaces, tabs and line breaks made one space. Other white space, such as a space that does not
/// break, is there for a reason.
pub(super) fn single_spaced(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let doubled = bytes.iter().zip(bytes.iter().skip(1)).any(|(one, next)| *one == b' ' && *next == b' ');
    if !doubled && !bytes.iter().any(|byte| matches!(byte, b'\t' | b'\n' | b'\r')) {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len());
    for (nth, word) in text.split([' ', '\t', '\n', '\r']).enumerate() {
        if nth > 0 && !spaced.ends_with(' ') {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    Cow::Owned(spaced)
}

/// Whether a character acts instead of being seen.
pub(crate) fn acts(character: char) -> bool {
    match character {
        '\t' | '\n' => false,
        '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FFFE}'..='\u{FFFF}'
        | '\u{E0000}'..='\u{E007F}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_what_acts_wherever_a_character_of_it_does() {
        for character in '\0'..=char::MAX {
            assert_eq!(has_acting(&format!("ab{character}c")), acts(character), "{character:?}");
        }
    }

    #[test]
    fn what_acts_is_shown_and_what_spells_is_kept() {
        assert_eq!(
            visible("a\u{1b}[31mb\0\u{85}\u{202e}c\u{2066}d\r\u{7f}\u{ffff}"),
            "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}\u{FFFD}c\u{FFFD}d\u{FFFD}\u{FFFD}\u{FFFD}"
        );
        let persian = "می\u{200c}خواهم \u{200f}x\tأمس\n";
        assert!(matches!(visible(persian), Cow::Borrowed(same) if same == persian));
    }
}
