//! What was made of texts that brief after brief says in the same words, at hand for the next that says them: a thread looks through each
//! of them once.

use std::hash::{BuildHasher as _, Hasher as _};

use foldhash::fast::RandomState;

/// How many texts of one sort a thread has at hand: as many as are said of the matters of a few days.
const AT_HAND: usize = 4096;

/// The longest of them, in bytes.
const LONGEST: usize = 256;

/// What is made of a text, and can be copied instead where the text comes again.
pub(crate) trait Shelved: Clone {
    /// The text that it was made of.
    fn text(&self) -> &str;
}

/// The texts of one sort that a thread has at hand, each in the place that its hash gives it. The next one for a place takes it: there is
/// no end to what a desk says once.
pub(crate) struct Shelf<T> {
    places: Box<[Option<T>]>,
    hasher: RandomState,
}

impl<T: Shelved> Shelf<T> {
    pub(crate) fn new() -> Self {
        Self { places: vec![None; AT_HAND].into(), hasher: RandomState::default() }
    }

    /// What was made of a text that is at hand; of any other what is made of it now, which is then at hand, if anything can be.
    pub(crate) fn take<E>(&mut self, text: &str, make: impl FnOnce(&str) -> Result<T, E>) -> Result<T, E> {
        if text.len() > LONGEST {
            return make(text);
        }
        let Some(place) = self.places.get_mut(self.place(text)) else { return make(text) };
        match place {
            Some(same) if same.text() == text => Ok(same.clone()),
            _ => make(text).map(|made| place.insert(made).clone()),
        }
    }

    /// Where a text is, if it is at hand.
    fn place(&self, text: &str) -> usize {
        // No texts follow each other here, so that no end of one has to be told.
        let mut hasher = self.hasher.build_hasher();
        hasher.write(text.as_bytes());
        usize::try_from(hasher.finish() % AT_HAND as u64).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    impl Shelved for Rc<str> {
        fn text(&self) -> &str {
            self
        }
    }

    #[test]
    fn a_text_that_is_at_hand_is_not_made_again_and_each_is_what_it_says() {
        let mut shelf = Shelf::<Rc<str>>::new();
        let mut made = 0;
        let mut take = |text: &str| {
            shelf.take(text, |text| {
                made += 1;
                if text.is_empty() { Err(()) } else { Ok(text.into()) }
            })
        };
        let [one, same] = [take("one"), take("one")].map(Result::unwrap);
        assert!(Rc::ptr_eq(&one, &same) && &*one == "one", "it is made once");
        assert_eq!([take(""), take("")], [Err(()), Err(())]);
        // More than there are places for.
        for number in (0..3 * AT_HAND).chain(0..AT_HAND) {
            let text = number.to_string();
            assert_eq!(take(&text).as_deref(), Ok(&*text));
        }
        let long = "one ".repeat(LONGEST);
        let [one, other] = [take(&long), take(&long)].map(Result::unwrap);
        assert!(!Rc::ptr_eq(&one, &other) && one == other, "what is long is not kept");
        assert!(made > 3 * AT_HAND + 4);
    }
}
