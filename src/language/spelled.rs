//! Names as they are compared: letters and digits, without case and marks; where a name has none, its signs.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::fold::fold;
use super::letters::is_letter_or_number;
use super::tokens::unseen;

/// A name that has been seen: two spellings that fold to the same are one.
pub(crate) type Known = usize;

/// Every name that has been seen. Briefs repeat each other's spellings, so that each is folded once.
#[derive(Debug, Default)]
pub(crate) struct Names<'d> {
    spelled: HashMap<&'d str, Known, RandomState>,
    folded: HashMap<Box<str>, Known, RandomState>,
}

impl<'d> Names<'d> {
    /// What a name is known as, from now on.
    pub(crate) fn known(&mut self, name: &'d str) -> Known {
        let Self { spelled, folded } = self;
        *spelled.entry(name).or_insert_with(|| {
            let next = folded.len();
            *folded.entry(letters(name)).or_insert(next)
        })
    }

    /// What a name is known as, if it is.
    pub(crate) fn find(&self, name: &str) -> Option<Known> {
        self.spelled.get(name).or_else(|| self.folded.get(&letters(name))).copied()
    }
}

/// What two spellings of a name have in common.
pub(crate) fn letters(name: &str) -> Box<str> {
    let mut word = String::with_capacity(name.len());
    for letter in name.chars().filter(|letter| is_letter_or_number(*letter)) {
        if letter.is_ascii() {
            fold(&mut word, letter);
        } else {
            letter.to_lowercase().for_each(|letter| fold(&mut word, letter));
        }
    }
    if word.is_empty() { signs(name) } else { word.into() }
}

/// The signs of a name that has nothing else, as channels have that go by an emoji; without what is not seen of them.
fn signs(name: &str) -> Box<str> {
    let is_shown = |sign: &char| !sign.is_whitespace() && !unseen(*sign) && !is_variation(*sign);
    name.chars().filter(is_shown).collect::<String>().into()
}

/// Whether a character only says how the one before it is drawn.
fn is_variation(character: char) -> bool {
    matches!(character, '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_again_by_their_letters() {
        let mut names = Names::default();
        let known = names.known("Şam Limanı");
        assert_eq!(names.known("SAM LİMANI"), known);
        assert_ne!(names.known("Sam"), known);
        assert_eq!(names.find("şam-limanı"), Some(known));
        assert_eq!(names.find("Port"), None);
    }

    #[test]
    fn names_of_signs_alone_are_told_apart_by_them() {
        let mut names = Names::default();
        let eagle = names.known("🦅");
        for same in ["🦅\u{FE0F}", "\u{200F}🦅", "🦅 "] {
            assert_eq!(names.known(same), eagle, "{same:?}");
        }
        assert_ne!(names.known("🔥"), eagle);
        assert_eq!(names.find("🔥🔥"), None);
    }
}
