//! Names as they are compared: letters and digits, without case and marks; where a name has none, its signs.

use std::char::ToLowercase;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::str::Chars;

use foldhash::fast::RandomState;

use super::fold::plain;
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
            *folded.entry(folded_name(name)).or_insert(next)
        })
    }

    /// What a name is known as, if it is.
    pub(crate) fn find(&self, name: &str) -> Option<Known> {
        self.spelled.get(name).or_else(|| self.folded.get(&folded_name(name))).copied()
    }
}

/// What the spellings of a name have in common.
pub(crate) fn folded_name(name: &str) -> Box<str> {
    Name(name).folded().collect::<String>().into()
}

/// A name, which is one with every other that folds to the same.
#[derive(Debug, Clone, Copy)]
pub struct Name<'d>(pub &'d str);

impl Name<'_> {
    fn folded(self) -> impl Iterator<Item = char> {
        let mut letters = letters(self.0).peekable();
        let signs = if letters.peek().is_some() { "" } else { self.0 };
        letters.chain(self::signs(signs))
    }
}

impl PartialEq for Name<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Name<'_> {}

impl PartialOrd for Name<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        // Briefs repeat each other's spellings.
        if self.0 == other.0 { Ordering::Equal } else { self.folded().cmp(other.folded()) }
    }
}

impl Hash for Name<'_> {
    /// Its letters as one number: many parties may have one id, and names that begin alike.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let sum = letters(self.0).fold(0_u64, |sum, letter| sum.wrapping_mul(31).wrapping_add(letter.into()));
        state.write_u64(sum);
    }
}

/// The letters and numbers of a name, folded.
struct Letters<'n> {
    rest: Chars<'n>,
    /// What is left of a letter that is several in lower case.
    lower: Option<ToLowercase>,
}

impl Iterator for Letters<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            if let Some(letter) = self.lower.as_mut().and_then(Iterator::next) {
                match plain(letter) {
                    Some(letter) => return Some(letter),
                    None => continue,
                }
            }
            let letter = self.rest.next()?;
            // Most are of ASCII, and need no table.
            if letter.is_ascii_alphanumeric() {
                return Some(letter.to_ascii_lowercase());
            }
            self.lower = (!letter.is_ascii() && is_letter_or_number(letter)).then(|| letter.to_lowercase());
        }
    }
}

fn letters(name: &str) -> Letters<'_> {
    Letters { rest: name.chars(), lower: None }
}

/// The signs of a name that has nothing else, as channels have that go by an emoji; without what is not seen of them.
fn signs(name: &str) -> impl Iterator<Item = char> {
    let is_shown = |sign: &char| !sign.is_whitespace() && !unseen(*sign) && !is_variation(*sign);
    name.chars().filter(is_shown)
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
        assert_eq!(Name("Şam Limanı"), Name("SAM-LİMANI"));
        assert_ne!(Name("Sam"), Name("Sam 2"));
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
        assert_eq!(Name("🦅"), Name("🦅\u{FE0F}"));
        assert_ne!(Name("🦅"), Name("🔥"));
        assert_ne!(names.known("🔥"), eagle);
        assert_eq!(names.find("🔥🔥"), None);
    }
}
