//! Characters that would act instead of being seen.

use std::borrow::Cow;

/// The text with every character that acts on a terminal or reorders its neighbours replaced by U+FFFD, so that a reader sees
/// that something stood there.
///
/// Replaced are the control characters (C0 but tab and line feed, DEL, C1), the line and paragraph separators, the controls
/// that embed, override or isolate a direction (U+202A–202E, U+2066–2069), and the invisible tag characters (U+E0000–E007F).
/// Kept are the marks U+200E, U+200F and U+061C, which reorder nothing but themselves, and the joiners U+200C and U+200D:
/// Arabic and Persian cannot be set right without them.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(acts) {
        Cow::Owned(text.chars().map(|c| if acts(c) { char::REPLACEMENT_CHARACTER } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a character acts instead of being seen.
pub(crate) fn acts(character: char) -> bool {
    match character {
        '\t' | '\n' => false,
        '\u{2028}'
        | '\u{2029}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{E0000}'..='\u{E007F}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_shown_and_what_spells_is_kept() {
        assert_eq!(
            visible("a\u{1b}[31mb\0\u{85}\u{202e}c\u{2066}d"),
            "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}\u{FFFD}c\u{FFFD}d"
        );
        let persian = "می\u{200c}خواهم \u{200f}x\tأمس\n";
        assert!(matches!(visible(persian), Cow::Borrowed(same) if same == persian));
    }
}
