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
use crate::model::PartyName;

/// A name that has been seen: two spellings that fold to the same are one.
pub(crate) type Known = usize;

/// Every name that has been seen.
#[derive(Debug, Default)]
pub(crate) struct Names<'d>(HashMap<Name<'d>, Known, RandomState>);

impl<'d> Names<'d> {
    /// What a name is known as, from now on.
    pub(crate) fn known(&mut self, name: Name<'d>) -> Known {
        let next = self.0.len();
        *self.0.entry(name).or_insert(next)
    }

    /// What a name is known as, if it is.
    pub(crate) fn find(&self, name: Name<'_>) -> Option<Known> {
        self.0.get(&name).copied()
    }
}

/// What the spellings of a name have in common, but for its signs, as one number: many parties may have one id, and names that begin
/// alike.
pub(crate) fn letters_as_number(name: &str) -> u64 {
    let add = |sum: u64, letter: u64| sum.wrapping_mul(31).wrapping_add(letter);
    if name.is_ascii() {
        let letters =
            name.bytes().filter(u8::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase());
        return letters.fold(0, |sum, letter| add(sum, letter.into()));
    }
    letters(name).fold(0, |sum, letter| add(sum, letter.into()))
}

/// A name, which is one with every other that folds to the same.
#[derive(Debug, Clone, Copy)]
pub struct Name<'d>(pub(crate) &'d PartyName);

impl Name<'_> {
    fn folded(self) -> impl Iterator<Item = char> {
        let text = self.0.as_str();
        let mut letters = letters(text).peekable();
        let signs = if letters.peek().is_some() { "" } else { text };
        letters.chain(self::signs(signs))
    }
}

impl PartialEq for Name<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.letters() == other.0.letters() && self.cmp(other) == Ordering::Equal
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
        if **self.0 == **other.0 { Ordering::Equal } else { self.folded().cmp(other.folded()) }
    }
}

impl Hash for Name<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0.letters());
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
    use crate::model::Line;

    fn name(text: &str) -> Name<'static> {
        Name(Box::leak(Box::new(Line::parse(text).unwrap().into())))
    }

    #[test]
    fn names_are_known_again_by_their_letters() {
        let mut names = Names::default();
        assert_eq!(name("Şam Limanı"), name("SAM-LİMANI"));
        assert_ne!(name("Sam"), name("Sam 2"));
        let known = names.known(name("Şam Limanı"));
        assert_eq!(names.known(name("SAM LİMANI")), known);
        assert_ne!(names.known(name("Sam")), known);
        assert_eq!(names.find(name("şam-limanı")), Some(known));
        assert_eq!(names.find(name("Port")), None);
    }

    #[test]
    fn names_of_signs_alone_are_told_apart_by_them() {
        let mut names = Names::default();
        let eagle = names.known(name("🦅"));
        for same in ["🦅\u{FE0F}", "\u{200F}🦅", "🦅 "] {
            assert_eq!(names.known(name(same)), eagle, "{same:?}");
        }
        assert_eq!(name("🦅"), name("🦅\u{FE0F}"));
        assert_ne!(name("🦅"), name("🔥"));
        assert_ne!(names.known(name("🔥")), eagle);
        assert_eq!(names.find(name("🔥🔥")), None);
    }
}
