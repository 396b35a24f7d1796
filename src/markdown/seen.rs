//! What is seen in prose at one look.

use super::bytes::{self, ACTS, BREAK, MARKUP, SPACES, SPECIAL};
use super::simple::Form;
use super::visible;

/// What stands in prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen {
    /// The classes of its bytes and pairs; of what may act, only where something does.
    pub(super) found: u8,
    /// What it is.
    pub(super) form: Form,
}

impl Seen {
    /// What stands in this text.
    pub(crate) fn of(text: &str) -> Self {
        let mut found = bytes::all_and_pairs(text);
        if found & ACTS != 0 && !visible::has_acting(text) {
            found &= !ACTS;
        }
        Self { found, form: Form::of(text, found) }
    }

    /// Whether it is plain text alone, in which nothing is linked, marked or refused.
    pub(crate) fn is_plain(self) -> bool {
        self.form == Form::Plain
    }

    /// Whether JSON takes it as it is: a control acts or breaks a line, a quotation mark is one of markup, a backslash is special.
    pub(crate) fn is_plain_in_json(self) -> bool {
        self.found & (ACTS | BREAK | MARKUP | SPECIAL) == 0
    }

    /// Whether no white space of ASCII stands there but single spaces behind words.
    pub(crate) fn has_single_spaces(self) -> bool {
        self.found & (SPACES | BREAK | ACTS) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_act_is_told_from_what_does() {
        let acts = |text| Seen::of(text).found & ACTS != 0;
        assert!(!acts("“a”, b\u{a0}\u{2014} c"));
        assert!(acts("“a”\u{202e}"));
    }

    #[test]
    fn what_json_escapes_is_seen() {
        for sign in ('\0'..='\u{100}').filter(|sign| Seen::of(&format!("a{sign}b")).is_plain_in_json()) {
            assert_eq!(serde_json::to_string(&sign).unwrap(), format!("\"{sign}\""));
        }
        assert!(Seen::of("It’s 5 % – “so”.").is_plain_in_json());
    }

    #[test]
    fn white_space_of_ascii_is_seen() {
        let is_even = |text: &str| Seen::of(text).has_single_spaces();
        for white in ('\0'..='\x7f').filter(|it| it.is_whitespace() && *it != ' ') {
            assert!(!is_even(&format!("a{white}b")), "{white:?}");
        }
        assert!(!is_even("a  b") && !is_even(" a") && is_even("a b, c"));
    }
}
