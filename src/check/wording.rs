//! What of a text is the analyst's own wording, and a cheap look at whether a text can hold what a rule seeks.

use std::ops::Range;

use crate::language::names::Tongue;
use crate::model::Brief;

/// The language of a brief, if it is one whose wording is known.
pub(super) fn tongue(brief: &Brief) -> Option<Tongue> {
    match brief.lang.primary().as_str() {
        "en" => Some(Tongue::English),
        "tr" => Some(Tongue::Turkish),
        "ar" => Some(Tongue::Arabic),
        _ => None,
    }
}

/// Whether one of these pieces stands in a text; ASCII letters count in both cases. The pieces are in small letters.
pub(super) fn mentions(text: &str, pieces: &[&str]) -> bool {
    let text = text.as_bytes();
    let mut firsts = [false; 256];
    for first in pieces.iter().filter_map(|piece| piece.as_bytes().first()) {
        for byte in [first.to_ascii_lowercase(), first.to_ascii_uppercase()] {
            if let Some(marked) = firsts.get_mut(usize::from(byte)) {
                *marked = true;
            }
        }
    }
    let begins = |rest: &[u8], piece: &&str| {
        rest.get(..piece.len()).is_some_and(|start| start.eq_ignore_ascii_case(piece.as_bytes()))
    };
    text.iter().enumerate().any(|(at, &byte)| {
        firsts.get(usize::from(byte)) == Some(&true)
            && text.get(at..).is_some_and(|rest| pieces.iter().any(|piece| begins(rest, piece)))
    })
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
        assert!(mentions("It was YESTERDAY.", &["today", "yester"]));
        assert!(mentions("DÜN geldi", &["dü", "dÜ"]));
        assert!(!mentions("yeste", &["yester"]));
        assert!(!mentions("", &["a"]));
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
