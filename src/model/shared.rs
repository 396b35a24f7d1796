//! Texts that brief after brief says in the same words: ids, names, questions, what is said to them. They are kept once for all that say
//! them.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::hash::{BuildHasher as _, Hash, Hasher};
use std::ops::Deref;

use arcstr::ArcStr;
use foldhash::fast::RandomState;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many texts of one sort a thread has at hand: as many as are said of the matters of a few days.
const AT_HAND: usize = 4096;

/// The longest of them, in bytes.
const LONGEST: usize = 256;

thread_local! {
    static SHORT: RefCell<Shelf<SharedText>> = RefCell::new(Shelf::new());
}

/// A text that is not changed, in one word. Most of those that are alike are one in memory, so that a copy of it is none.
#[derive(Debug, Clone, Eq)]
pub(super) struct SharedText(ArcStr);

impl SharedText {
    fn is_one_with(&self, other: &Self) -> bool {
        ArcStr::ptr_eq(&self.0, &other.0)
    }
}

impl Shelved for SharedText {
    fn of(text: &str) -> Self {
        Self(text.into())
    }

    fn text(&self) -> &str {
        self
    }
}

// What is one in memory is not looked at.
impl PartialEq for SharedText {
    fn eq(&self, other: &Self) -> bool {
        self.is_one_with(other) || **self == **other
    }
}

impl PartialOrd for SharedText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SharedText {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.is_one_with(other) { Ordering::Equal } else { (**self).cmp(&**other) }
    }
}

impl Hash for SharedText {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        str::hash(self, state);
    }
}

impl From<&str> for SharedText {
    fn from(text: &str) -> Self {
        SHORT.with_borrow_mut(|shelf| shelf.take(text))
    }
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Serialize for SharedText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for SharedText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<str>::deserialize(deserializer).map(|text| Self::from(&*text))
    }
}

/// What is made of a text, and can be copied instead where the text comes again.
pub(super) trait Shelved: Clone {
    /// Makes it.
    fn of(text: &str) -> Self;

    /// The text.
    fn text(&self) -> &str;
}

/// The texts of one sort that a thread has at hand, each in the place that its hash gives it. The next one for a place takes it: there is
/// no end to what a desk says once.
pub(super) struct Shelf<T> {
    places: Box<[Option<T>]>,
    hasher: RandomState,
}

impl<T: Shelved> Shelf<T> {
    pub(super) fn new() -> Self {
        Self { places: vec![None; AT_HAND].into(), hasher: RandomState::default() }
    }

    /// What is made of a text.
    pub(super) fn take(&mut self, text: &str) -> T {
        if text.len() > LONGEST {
            return T::of(text);
        }
        let hash = usize::try_from(self.hasher.hash_one(text) % AT_HAND as u64).unwrap_or_default();
        let Some(place) = self.places.get_mut(hash) else { return T::of(text) };
        match place {
            Some(same) if same.text() == text => same.clone(),
            _ => place.insert(T::of(text)).clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_at_hand_is_one_in_memory_and_every_text_says_what_it_says() {
        let [one, other] = ["Port of Oro"; 2].map(SharedText::from);
        assert!(one.is_one_with(&other));
        // More than there are places for.
        for number in (0..3 * AT_HAND).chain(0..AT_HAND) {
            let text = number.to_string();
            assert_eq!(*SharedText::from(text.as_str()), *text);
        }
        assert_eq!(one, SharedText::from("Port of Oro"));
        let long = "Port of Oro ".repeat(LONGEST);
        let [one, other] = [&long; 2].map(|text| SharedText::from(text.as_str()));
        assert!(!one.is_one_with(&other) && one == other, "what is long is not kept");
    }
}
