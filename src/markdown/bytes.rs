//! What a byte of a text may do, in one table: a text is looked at once, and what was seen decides what is left to do.

/// A sign that means something in HTML.
pub(super) const MARKUP: u8 = 1;
/// The beginning of a character that may act instead of being seen.
pub(super) const ACTS: u8 = 1 << 1;
/// A tab, or an end of a line.
pub(super) const BREAK: u8 = 1 << 2;
/// What by itself can be anything but copied into a line of Markdown.
pub(super) const SPECIAL: u8 = 1 << 3;
/// A bracket.
pub(super) const BRACKET: u8 = 1 << 4;
/// What may mark something in prose, beside brackets and spaces.
pub(super) const MARKS: u8 = 1 << 5;
/// A space; of all bytes and pairs together, one at the beginning or behind another.
pub(super) const SPACES: u8 = 1 << 6;
/// What the beginning of an address is told by, `://` or `www.`; of all bytes and pairs together, two of these side by side.
pub(super) const ADDRESS: u8 = 1 << 7;
/// What by itself is nothing special.
const PAIRS: u8 = SPACES | ADDRESS;

/// The classes of each byte.
static CLASSES: [u8; 256] = classes();

/// The classes of a byte.
#[inline]
pub(super) fn class(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(u8::MAX)
}

/// The classes of all bytes of a text together.
#[inline]
pub(super) fn all(text: &str) -> u8 {
    let (fours, rest) = text.as_bytes().as_chunks::<4>();
    let found =
        fours.iter().fold(0, |found, [a, b, c, d]| found | class(*a) | class(*b) | class(*c) | class(*d));
    rest.iter().fold(found, |found, byte| found | class(*byte))
}

/// The same, but of what is nothing by itself no more than whether two stand side by side. The beginning counts as a space.
pub(super) fn all_and_pairs(text: &str) -> u8 {
    let (mut found, mut beside, mut before) = (0, 0, SPACES);
    let (fours, rest) = text.as_bytes().as_chunks::<4>();
    for [a, b, c, d] in fours {
        let (a, b, c, d) = (class(*a), class(*b), class(*c), class(*d));
        found |= a | b | c | d;
        beside |= before & a | a & b | b & c | c & d;
        before = d;
    }
    for byte in rest {
        let class = class(*byte);
        found |= class;
        beside |= before & class;
        before = class;
    }
    found & !PAIRS | beside & PAIRS
}

/// The bytes of a class in a text, with their places.
#[inline]
pub(super) fn each(text: &str, of: u8) -> impl Iterator<Item = (usize, u8)> {
    text.bytes().enumerate().filter(move |(_, byte)| class(*byte) & of != 0)
}

#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "it is done by the compiler, and below 256"
)]
const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = classes_of(byte as u8);
        byte += 1;
    }
    classes
}

const fn classes_of(byte: u8) -> u8 {
    let mut classes = 0;
    if matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'') {
        classes |= MARKUP;
    }
    // Controls; and with what bytes the characters begin that `acts` knows.
    if byte < 0x20 && !matches!(byte, b'\t' | b'\n') || matches!(byte, 0x7F | 0xC2 | 0xE2 | 0xEF | 0xF3) {
        classes |= ACTS;
    }
    if matches!(byte, b'\t' | b'\n' | b'\r') {
        classes |= BREAK;
    }
    if is_special(byte) {
        classes |= SPECIAL;
    }
    if matches!(byte, b':' | b'/' | b'.' | b'w' | b'W') {
        classes |= ADDRESS;
    }
    if matches!(byte, b'[' | b']') {
        classes |= BRACKET;
    } else if byte == b' ' {
        classes |= SPACES;
    } else if !is_inert(byte) {
        classes |= MARKS;
    }
    classes
}

/// Whether this byte by itself can be anything but copied into a line of Markdown.
const fn is_special(byte: u8) -> bool {
    matches!(
        byte,
        b'\n' | b'\t' | b'<' | b'&' | b'\\' | b'`' | b'*' | b'[' | b']' | b'|' | b'^' | b'$' | b'_' | b'~'
    )
}

/// Whether a byte never marks anything inside a line of prose.
const fn is_inert(byte: u8) -> bool {
    !byte.is_ascii()
        || byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b',' | b'.'
                | b';'
                | b':'
                | b'?'
                | b'!'
                | b'\''
                | b'"'
                | b'('
                | b')'
                | b'/'
                | b'%'
                | b'-'
                | b'+'
                | b'='
        )
}

#[cfg(test)]
mod tests {
    use super::super::visible::acts;
    use super::*;

    #[test]
    fn no_character_that_acts_is_missed() {
        for character in ('\0'..=char::MAX).filter(|character| acts(*character)) {
            let first = character.to_string().bytes().next().unwrap();
            assert_ne!(class(first) & ACTS, 0, "{character:?}");
        }
    }

    #[test]
    fn all_bytes_are_looked_at() {
        for length in 0..9 {
            for at in 0..length {
                let text: String = (0..length).map(|place| if place == at { '<' } else { 'a' }).collect();
                assert_eq!(all(&text), class(b'<') | class(b'a'), "{text:?}");
                assert_eq!(all_and_pairs(&text), all(&text), "{text:?}");
                assert_eq!(each(&text, MARKUP).collect::<Vec<_>>(), [(at, b'<')]);
            }
        }
        assert_eq!(all_and_pairs("a b c. (w o) d.e f:") & PAIRS, 0);
        for text in [" ", " a", "a  b", "a b  ", "ab  cd", "abc  d", "abcd  "] {
            assert_eq!(all_and_pairs(text) & PAIRS, SPACES, "{text:?}");
        }
        for before in 0..9 {
            for address in ["://", "://d", "www.", "Ww", "w.", "//"] {
                let text = "a".repeat(before) + address;
                assert_eq!(all_and_pairs(&text) & PAIRS, ADDRESS, "{text:?}");
            }
        }
    }
}
