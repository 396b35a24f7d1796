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

/// Lists of pieces of wording. Without a piece of its list a text cannot hold what a rule seeks. Pieces are in small letters, of three
/// bytes at least, and begin in 21 ways at most, by their first three bytes. ASCII letters count in both cases.
pub(super) struct Pieces {
    /// The pieces that begin in the same way, each with the bit of its list.
    beginnings: Vec<Vec<(&'static [u8], Lists)>>,
    /// For each value of a byte, where it stands in the beginnings: three bits to each of them.
    places: Box<[u64; 256]>,
}

/// Some of the lists, a bit each, from the first on.
pub(super) type Lists = u8;

/// The bit for the first byte of each beginning.
const FIRST: u64 = 0o111_111_111_111_111_111_111;

/// The bit for the third byte of each beginning.
const THIRD: u64 = FIRST << 2;

impl Pieces {
    pub(super) fn new(lists: &[&[&'static str]]) -> Self {
        let mut pieces = Self { beginnings: Vec::new(), places: Box::new([0; 256]) };
        for (list, bit) in lists.iter().zip((0..Lists::BITS).map(|bit| 1 << bit)) {
            list.iter().for_each(|piece| pieces.add(piece.as_bytes(), bit));
        }
        debug_assert!(pieces.beginnings.len() <= 21, "{lists:?}");
        pieces
    }

    fn add(&mut self, piece: &'static [u8], list: Lists) {
        debug_assert!(piece.len() >= 3, "{piece:?}");
        let begins_so =
            |of: &Vec<(&[u8], Lists)>| of.first().is_some_and(|(it, _)| it.get(..3) == piece.get(..3));
        if let Some(beginning) = self.beginnings.iter_mut().find(|of| begins_so(of)) {
            beginning.push((piece, list));
            return;
        }
        for (byte, place) in piece.iter().take(3).zip((3 * self.beginnings.len()..).map(|place| 1 << place)) {
            for byte in [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()] {
                if let Some(places) = self.places.get_mut(usize::from(byte)) {
                    *places |= place;
                }
            }
        }
        self.beginnings.push(vec![(piece, list)]);
    }

    /// The lists of which a piece stands in a text.
    pub(super) fn found_in(&self, text: &str) -> Lists {
        let text = text.as_bytes();
        let (fours, rest) = text.as_chunks::<4>();
        let (mut matched, mut found) = (0, 0);
        for (nth, four) in fours.iter().enumerate() {
            found |= self.go_on(text, 4 * nth, four, &mut matched);
        }
        found | self.go_on(text, text.len() - rest.len(), rest, &mut matched)
    }

    /// The lists of the pieces whose third byte is one of these bytes, which stand at this place of a text.
    #[inline]
    fn go_on(&self, text: &[u8], at: usize, bytes: &[u8], matched: &mut u64) -> Lists {
        let (before, mut ended) = (*matched, 0);
        // Most bytes end no beginning, so that several are looked at before it is asked which of them did.
        for byte in bytes {
            *matched = self.step(*matched, *byte);
            ended |= *matched;
        }
        if ended & THIRD == 0 { 0 } else { self.begun_by(text, at, bytes, before) }
    }

    /// All pieces at once: a bit is set where the text up to this byte ends as a piece does up to this byte of it.
    #[inline]
    fn step(&self, matched: u64, byte: u8) -> u64 {
        let places = self.places.get(usize::from(byte)).copied().unwrap_or_default();
        ((matched << 1) | FIRST) & places
    }

    /// The same where one of them is known to be a third byte.
    #[inline(never)]
    fn begun_by(&self, text: &[u8], at: usize, bytes: &[u8], mut matched: u64) -> Lists {
        let mut found = 0;
        for (third, byte) in (at..).zip(bytes) {
            matched = self.step(matched, *byte);
            if matched & THIRD != 0 {
                found |= self.begin(text.get(third - 2..).unwrap_or_default(), matched & THIRD);
            }
        }
        found
    }

    /// Whether a piece of any list stands in a text.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.found_in(text) != 0
    }

    /// The lists of the pieces that a text begins with, of those whose third bytes these are.
    fn begin(&self, text: &[u8], mut thirds: u64) -> Lists {
        let is_here =
            |piece: &[u8]| text.get(..piece.len()).is_some_and(|start| start.eq_ignore_ascii_case(piece));
        let mut found = 0;
        while let Some(third) = thirds.checked_ilog2() {
            let begun = usize::try_from(third / 3).ok().and_then(|place| self.beginnings.get(place));
            for (_, list) in begun.into_iter().flatten().filter(|(piece, _)| is_here(piece)) {
                found |= list;
            }
            thirds ^= 1 << third;
        }
        found
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
        let stand_in = |text, pieces: &[&'static str]| Pieces::new(&[pieces]).stand_in(text);
        assert!(stand_in("It was YESTERDAY.", &["today", "yester"]));
        assert!(stand_in("DÜN geldi", &["dü", "dÜ"]));
        assert!(stand_in("so long ago", &["ago"]));
        assert!(!stand_in("yeste", &["yester"]));
        assert!(!stand_in("today's", &["tod's"]));
        assert!(!stand_in("", &["ago"]));
    }

    #[test]
    fn all_pieces_at_once_are_as_one_after_the_other() {
        let lists: [&[&str]; 2] = [&["abc", "bca", "aab"], &["abab", "ccc", "abcc"]];
        let all_at_once = Pieces::new(&lists);
        let mut texts = vec![String::new()];
        for length in 0..7 {
            let longer = texts.iter().filter(|text| text.len() == length);
            let longer: Vec<_> =
                longer.flat_map(|text| ['a', 'B', 'c'].map(|letter| format!("{text}{letter}"))).collect();
            texts.extend(longer);
        }
        for text in texts {
            let small = text.to_ascii_lowercase();
            let stands = |list: &[&str]| u8::from(list.iter().any(|piece| small.contains(piece)));
            let found = stands(lists[0]) | stands(lists[1]) << 1;
            assert_eq!(all_at_once.found_in(&text), found, "{text}");
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
