//! What of a text is the analyst's own wording, and a quick look at whether a text can hold what a rule seeks.

use std::ops::Range;

use crate::language::names::Tongue;
use crate::model::Brief;

/// The language of a brief, if it is one whose wording is known.
pub(super) fn tongue(brief: &Brief) -> Option<Tongue> {
    match &*brief.lang.primary() {
        "en" => Some(Tongue::English),
        "tr" => Some(Tongue::Turkish),
        "ar" => Some(Tongue::Arabic),
        _ => None,
    }
}

/// Pieces of wording without one of which a text cannot hold what a rule seeks: 21 at most, in small letters, of three bytes at
/// least. ASCII letters count in both cases.
pub(super) struct Pieces {
    pieces: &'static [&'static str],
    /// For each value of a byte, where it stands in the first three bytes of the pieces: three bits a piece.
    places: Box<[u64; 256]>,
}

/// The bit for the first byte of each piece.
const FIRST: u64 = 0o111_111_111_111_111_111_111;

/// The bit for the third byte of each piece.
const THIRD: u64 = FIRST << 2;

impl Pieces {
    pub(super) fn new(pieces: &'static [&'static str]) -> Self {
        debug_assert!(pieces.len() <= 21 && pieces.iter().all(|piece| piece.len() >= 3), "{pieces:?}");
        let mut places = Box::new([0; 256]);
        let bytes = pieces.iter().flat_map(|piece| piece.bytes().take(3));
        for (byte, place) in bytes.zip((0..63).map(|place| 1 << place)) {
            for byte in [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()] {
                if let Some(places) = places.get_mut(usize::from(byte)) {
                    *places |= place;
                }
            }
        }
        Self { pieces, places }
    }

    /// Whether one of the pieces stands in a text.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        let text = text.as_bytes();
        // All pieces at once: a bit is set where the text up to here ends as a piece does up to this byte of it.
        let mut matched = 0;
        text.iter().enumerate().any(|(at, byte)| {
            let places = self.places.get(usize::from(*byte)).copied().unwrap_or_default();
            matched = ((matched << 1) | FIRST) & places;
            matched & THIRD != 0 && text.get(at - 2..).is_some_and(|rest| self.begin(rest, matched & THIRD))
        })
    }

    /// Whether a text begins with one of the pieces whose third bytes these are.
    fn begin(&self, text: &[u8], thirds: u64) -> bool {
        let candidates = self.pieces.iter().zip((2..).step_by(3)).filter(|(_, bit)| thirds & (1 << bit) != 0);
        candidates
            .map(|(piece, _)| piece.as_bytes())
            .any(|piece| text.get(..piece.len()).is_some_and(|start| start.eq_ignore_ascii_case(piece)))
    }
}

/// The parts of a Markdown text that are not the analyst's own wording: what stands between quotation marks, code, and the
/// targets of links. A mark that is not closed reaches to the end of its paragraph.
pub(super) fn set_apart(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut open: Option<(usize, &[char])> = None;
    let mut before = ' ';
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map_or(' ', |&(_, next)| next);
        match open {
            Some((start, closers)) => {
                let ends = closers.contains(&character) && !(character == '’' && next.is_alphanumeric());
                if ends || (character == '\n' && next == '\n') {
                    parts.push(start..at + character.len_utf8());
                    open = None;
                }
            }
            None => open = closers(before, character).map(|closers| (at, closers)),
        }
        before = character;
    }
    parts.extend(open.map(|(start, _)| start..text.len()));
    parts
}

/// What closes a part that this character opens.
fn closers(before: char, character: char) -> Option<&'static [char]> {
    match character {
        '"' => Some(&['"']),
        '“' => Some(&['”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        '‹' => Some(&['›']),
        '‘' => Some(&['’']),
        '`' => Some(&['`']),
        '(' if before == ']' => Some(&[')']),
        _ => None,
    }
}

/// Whether a place lies in one of these parts, which are in order.
pub(super) fn lies_in(parts: &[Range<usize>], at: usize) -> bool {
    let after = parts.partition_point(|part| part.start <= at);
    after.checked_sub(1).and_then(|last| parts.get(last)).is_some_and(|part| at < part.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_found_in_either_case() {
        let stand_in = |text, pieces| Pieces::new(pieces).stand_in(text);
        assert!(stand_in("It was YESTERDAY.", &["today", "yester"]));
        assert!(stand_in("DÜN geldi", &["dü", "dÜ"]));
        assert!(stand_in("so long ago", &["ago"]));
        assert!(!stand_in("yeste", &["yester"]));
        assert!(!stand_in("today's", &["tod's"]));
        assert!(!stand_in("", &["ago"]));
    }

    #[test]
    fn all_pieces_at_once_are_as_one_after_the_other() {
        let pieces: &[&str] = &["abc", "bca", "aab", "abab", "ccc"];
        let all_at_once = Pieces::new(pieces);
        let mut texts = vec![String::new()];
        for length in 0..7 {
            let longer = texts.iter().filter(|text| text.len() == length);
            let longer: Vec<_> =
                longer.flat_map(|text| ['a', 'B', 'c'].map(|letter| format!("{text}{letter}"))).collect();
            texts.extend(longer);
        }
        for text in texts {
            let small = text.to_ascii_lowercase();
            assert_eq!(
                all_at_once.stand_in(&text),
                pieces.iter().any(|piece| small.contains(piece)),
                "{text}"
            );
        }
    }

    #[test]
    fn quotations_links_and_code_are_set_apart() {
        let text = "a “b” c \"d\" e «f» [g](fact:h) (i) `j` ‘don’t k’ l\n\nm “n\n\no";
        let parts = set_apart(text);
        let own = |letter: char| !lies_in(&parts, text.rfind(letter).unwrap());
        for letter in ['g', 'i', 'l', 'm', 'o'] {
            assert!(own(letter), "{letter}");
        }
        for letter in ['b', 'd', 'f', 'h', 'j', 'k', 'n'] {
            assert!(!own(letter), "{letter}");
        }
        assert!(own('e'));
    }
}
