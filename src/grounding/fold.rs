//! The form in which quotes are compared, with the way back to the text that it was made from.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// A text in one Unicode form (NFC), with single spaces, one quotation mark for all, and without what is not seen.
///
/// Letters keep their case, their accents and their vowel marks, and dashes stay what they are: a hyphen and a dash
/// do not mean the same. Nothing that carries meaning is folded away.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    text: String,
    /// Where the way back jumps: an offset here, and the offset in the original that it stands for. Between two of them both
    /// run in step.
    jumps: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds a text, in time proportional to its length.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(original.len()), jumps: Vec::new() };
        let mut rest = original.char_indices().peekable();
        while let Some((at, character)) = rest.next() {
            if character.is_whitespace() {
                while rest.next_if(|&(_, next)| next.is_whitespace() || is_unseen(next)).is_some() {}
                folded.put(at, ' ');
            } else if is_mark(character) {
                folded.put(at, '\'');
            } else if is_unseen(character) {
                // Nothing is put down for it.
            } else if stands_alone(character) && rest.peek().is_none_or(|&(_, next)| stands_alone(next)) {
                folded.put(at, character);
            } else {
                let end = end_of_cluster(&mut rest, original.len());
                folded.mark(at);
                folded.text.extend(original.get(at..end).unwrap_or_default().nfc());
            }
        }
        folded.mark(original.len());
        folded
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that some folded bytes stand for.
    #[must_use]
    pub fn original(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.way_back(range.start);
        start..self.way_back(range.end).max(start)
    }

    fn way_back(&self, offset: usize) -> usize {
        let behind = self.jumps.partition_point(|&(folded, _)| folded <= offset);
        match behind.checked_sub(1).and_then(|last| self.jumps.get(last)) {
            Some(&(folded, original)) => original + (offset - folded),
            None => offset,
        }
    }

    fn put(&mut self, at: usize, character: char) {
        self.mark(at);
        self.text.push(character);
    }

    /// Notes that what comes next stands for the original from this offset on.
    fn mark(&mut self, original: usize) {
        let here = self.text.len();
        if self.way_back_at_end() != original {
            // Two jumps at one place: the later one is where the next character comes from.
            if self.jumps.last().is_some_and(|&(folded, _)| folded == here) {
                self.jumps.pop();
            }
            self.jumps.push((here, original));
        }
    }

    fn way_back_at_end(&self) -> usize {
        let here = self.text.len();
        self.jumps.last().map_or(here, |&(folded, original)| original + (here - folded))
    }
}

/// Takes what belongs to the character before it, and tells where that ends.
fn end_of_cluster(rest: &mut Peekable<CharIndices<'_>>, length: usize) -> usize {
    while rest.next_if(|&(_, next)| !stands_alone(next) && !is_special(next)).is_some() {}
    rest.peek().map_or(length, |&(at, _)| at)
}

fn is_special(character: char) -> bool {
    character.is_whitespace() || is_mark(character) || is_unseen(character)
}

/// Whether a character neither changes under NFC nor joins the one before it.
fn stands_alone(character: char) -> bool {
    // Nothing below the first combining mark does.
    character < '\u{300}'
        || (is_nfc_quick(std::iter::once(character)) == IsNormalized::Yes
            && canonical_combining_class(character) == 0)
}

/// Quotation marks and apostrophes, straight and curly, single and double: which of them a text has is a matter of house style
/// and of nesting. Letters that look like them (ʿ, ʾ) and marks of measure (′, ″) are not among them.
pub(super) fn is_mark(character: char) -> bool {
    matches!(
        character,
        '"' | '\''
            | '`'
            | '´'
            | '«'
            | '»'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‹'
            | '›'
    )
}

/// Characters that neither show nor separate, and that copying from a page leaves behind: soft hyphens, marks of direction. The
/// joiners of Arabic script are letters' shape, and stay.
pub(super) fn is_unseen(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}')
        || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether a character beside a quote would make it part of a longer word.
pub(super) fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || canonical_combining_class(character) != 0
}

/// Whether a character is a mark on the letter before it: an accent, a vowel mark.
pub(super) fn is_mark_on_letter(character: char) -> bool {
    canonical_combining_class(character) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back<'t>(text: &'t str, folded: &str) -> &'t str {
        let all = Folded::new(text);
        let at = all.text().find(folded).unwrap_or_else(|| panic!("{:?} has no {folded:?}", all.text()));
        text.get(all.original(&(at..at + folded.len()))).unwrap()
    }

    #[test]
    fn form_space_and_marks_are_folded_and_nothing_else() {
        let fold = |text| Folded::new(text).text().to_owned();
        assert_eq!(fold("“G\u{f6}z”  said\u{a0}\n‘no’"), "'Göz' said 'no'");
        assert_eq!(fold("Go\u{308}z"), "Göz");
        assert_eq!(fold("co\u{ad}oper\u{200b}ation"), "cooperation");
        for kept in ["No – not a-b", "ʿAlī", "كَتَبَ", "İIıi", "5′ 3″"] {
            assert_eq!(fold(kept), kept.nfc().collect::<String>());
        }
    }

    #[test]
    fn the_way_back_leads_to_whole_characters() {
        assert_eq!(back("He said: “very  good”.", "'very good'"), "“very  good”");
        assert_eq!(back("Lt. Go\u{308}z came", "Göz"), "Go\u{308}z");
        assert_eq!(back("a\u{200b}b “c", "ab"), "a\u{200b}b");
        assert_eq!(back("\u{feff}first", "first"), "first");
        assert_eq!(back("the end\n\n", "end"), "end");
        let plain = Folded::new("plain ASCII text, long enough");
        assert!(plain.jumps.is_empty());
    }

    #[test]
    fn a_text_of_marks_alone_does_no_harm() {
        let text = "\u{301}".repeat(2000) + &"\u{200b}".repeat(2000) + "“”  ";
        let folded = Folded::new(&text);
        assert_eq!(folded.original(&(0..folded.text().len())), 0..text.len());
    }
}
