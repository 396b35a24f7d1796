//! A document → what the index keeps of it.

use super::card::card;
use super::document::Document;
use super::fold;

/// What the index keeps of a document: its words by the field that they stand in, and what a result shows of it.
///
/// To make one takes most of the work, needs nothing but the document, and can be done for many side by side.
#[derive(Debug)]
pub struct Entry {
    /// Every word, one right behind the other.
    words: String,
    /// How long each of them is, and the bit of the field that it stands in.
    places: Vec<(u8, u8)>,
    /// What a result shows, as a JSON array.
    pub(super) card: String,
}

/// How many bytes of text there are to a word, as a rule.
const BYTES_A_WORD: usize = 6;

impl Entry {
    /// What is kept of a document.
    #[must_use]
    pub fn of(document: &Document<'_>) -> Self {
        // Words are hardly ever longer than what they are made from.
        let room = document.fields.iter().map(|(_, text)| text.len()).sum();
        let mut words = String::with_capacity(room);
        let mut places = Vec::with_capacity(room / BYTES_A_WORD);
        for (weight, text) in &document.fields {
            fold::each(text, |word| {
                // No word is longer than `fold::LONGEST`, so that each is taken.
                if let Ok(length) = u8::try_from(word.len()) {
                    words.push_str(word);
                    places.push((length, weight.bit()));
                }
            });
        }
        Self { words, places, card: card(document) }
    }

    /// The words with the bit of the field that each stands in.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, u8)> {
        let mut rest = self.words.as_str();
        self.places.iter().map_while(move |&(length, bit)| {
            let (word, behind) = rest.split_at_checked(length.into())?;
            rest = behind;
            Some((word, bit))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Weight;
    use super::*;

    #[test]
    fn words_come_back_with_their_fields() {
        let fields = [(Weight::Title, "One, two"), (Weight::Name, ""), (Weight::Rest, "Ankara'da b\u{fc}")];
        let fields = fields.map(|(weight, text)| (weight, text.into())).into();
        let entry = Entry::of(&Document { fields, ..Document::default() });
        let words: Vec<_> = entry.words().collect();
        assert_eq!(words, [("one", 8), ("two", 8), ("ankarada", 1), ("ankara", 1), ("bu", 1)]);
    }

    #[test]
    fn the_longest_words_come_back_too() {
        let text = "\u{20000}ab \u{10330}".replace('\u{10330}', &"\u{10330}".repeat(50));
        let entry =
            Entry::of(&Document { fields: [(Weight::Rest, text.into())].into(), ..Document::default() });
        let lengths: Vec<_> = entry.words().map(|(word, _)| word.len()).collect();
        assert_eq!(lengths, [4, 2, 160]);
    }
}
