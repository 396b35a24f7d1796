//! What was seen of texts that brief after brief says, at hand for the next that says them: a thread looks at each of them once.

use crate::model::SharedText;

/// Of how many texts a thread has at hand what was seen: as many as are said of the matters of a few days.
const AT_HAND: usize = 4096;

/// The longest of them, in bytes.
const LONGEST: usize = 256;

/// What was seen of texts, each in the place that it has by where it is kept: that asks for less than its letters do. A text that is kept
/// twice is looked at twice.
pub(super) struct Glances<T> {
    places: Box<[Option<(SharedText, T)>]>,
}

impl<T: Copy> Glances<T> {
    pub(super) fn new() -> Self {
        Self { places: vec![None; AT_HAND].into() }
    }

    /// What was seen of a text; of one that is not at hand what is seen now.
    pub(super) fn take(&mut self, text: &SharedText, look: impl FnOnce(&str) -> T) -> T {
        if text.len() > LONGEST {
            return look(text);
        }
        match self.places.get_mut(place_of(text)) {
            Some(Some((same, seen))) if same.is_one_with(text) => *seen,
            Some(place) => place.insert((text.clone(), look(text))).1,
            None => look(text),
        }
    }
}

/// A place for what is kept here. It is spread over all of them, as what is kept side by side would meet in few.
fn place_of(text: &str) -> usize {
    let spread = (text.as_ptr().addr() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(spread >> (u64::BITS - AT_HAND.ilog2())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_of_a_text_is_not_looked_for_again() {
        let mut glances = Glances::new();
        let mut looks = 0;
        let mut see = |text: &SharedText| {
            glances.take(text, |text| {
                looks += 1;
                text.len()
            })
        };
        let texts: Vec<_> = (0..2 * AT_HAND).map(|number| SharedText::from(&*number.to_string())).collect();
        for text in &texts {
            assert_eq!([see(text), see(text)], [text.len(); 2]);
        }
        let long = SharedText::from(&*"one ".repeat(LONGEST));
        assert_eq!([see(&long), see(&long)], [long.len(); 2]);
        assert_eq!(looks, texts.len() + 2, "what is long is not kept");
    }
}
