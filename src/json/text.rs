//! Texts in JSON: in quotes, and with escapes for what cannot stand between them.

use std::fmt;

/// Adds a text in quotes.
pub(super) fn push(out: &mut String, text: &str) {
    // As nearly all texts are.
    if is_plain(text) {
        push_plain(out, text);
    } else {
        out.push('"');
        push_escaped(out, text);
        out.push('"');
    }
}

/// Adds what is written piece by piece, in quotes.
pub(super) fn push_written(out: &mut String, written: &(impl fmt::Display + ?Sized)) -> fmt::Result {
    out.push('"');
    fmt::write(&mut Inside(out), format_args!("{written}"))?;
    out.push('"');
    Ok(())
}

/// Adds a text that has nothing in it which would need an escape, such as the name of a variant.
#[inline]
pub(super) fn push_plain(out: &mut String, text: &str) {
    out.push('"');
    push_bare(out, text);
    out.push('"');
}

/// The same without quotes.
#[inline]
pub(super) fn push_bare(out: &mut String, text: &str) {
    debug_assert!(is_plain(text), "{text:?} needs an escape");
    out.push_str(text);
}

/// What stands between quotes.
struct Inside<'o>(&'o mut String);

impl fmt::Write for Inside<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        push_inside(self.0, text);
        Ok(())
    }
}

fn push_inside(out: &mut String, text: &str) {
    if is_plain(text) {
        out.push_str(text);
    } else {
        push_escaped(out, text);
    }
}

/// Whether all of a text can stand between quotes as it is. Most texts can, and have more bytes than a block.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    all_blocks_are_plain::<16>(bytes)
        .or_else(|| all_blocks_are_plain::<8>(bytes))
        .unwrap_or_else(|| !bytes.iter().any(|byte| needs_escape(*byte)))
}

/// The same, block by block, of a text that is not shorter than one: what stands behind the last is looked at in one that overlaps it.
fn all_blocks_are_plain<const BLOCK: usize>(text: &[u8]) -> Option<bool> {
    let end = text.last_chunk::<BLOCK>()?;
    let (blocks, _) = text.as_chunks();
    // Without a way out among the bytes of a block, so that the compiler takes them all at once.
    let is_plain = |block: &[u8; BLOCK]| !block.iter().fold(false, |found, byte| found | needs_escape(*byte));
    Some(blocks.iter().all(is_plain) && is_plain(end))
}

/// In comparisons: of a pattern the compiler would make branches.
fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

fn push_escaped(out: &mut String, text: &str) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| needs_escape(*byte)) {
        out.push_str(text.get(copied..at).unwrap_or_default());
        push_escape(out, byte);
        copied = at + 1;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
}

fn push_escape(out: &mut String, byte: u8) {
    let short = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0C => b'f',
        _ => {
            let digit = |value| char::from_digit(u32::from(value), 16).unwrap_or('0');
            out.push_str("\\u00");
            out.extend([digit(byte >> 4), digit(byte & 0xF)]);
            return;
        }
    };
    out.extend(['\\', char::from(short)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str) {
        let mut ours = String::new();
        push(&mut ours, text);
        assert_eq!(ours, serde_json::to_string(text).unwrap());
    }

    #[test]
    fn every_character_is_written_as_the_library_writes_it() {
        ('\0'..=char::MAX).for_each(|character| holds(character.encode_utf8(&mut [0; 4])));
    }

    #[test]
    fn what_needs_an_escape_is_seen_wherever_it_stands() {
        for length in 0..50 {
            let plain = "é".repeat(length / 2) + if length % 2 == 0 { "" } else { "x" };
            holds(&plain);
            for sign in ["\"", "\\", "\0", "\u{1f}", "\n", "\u{7f}", "\u{2028}", "<", "\"\"", "\\\""] {
                for (at, _) in plain.char_indices() {
                    let mut text = plain.clone();
                    text.insert_str(at, sign);
                    holds(&text);
                }
                holds(&(plain.clone() + sign));
            }
        }
    }

    #[test]
    fn what_is_written_piece_by_piece_is_one_text() {
        let mut ours = String::new();
        push_written(&mut ours, &format_args!("{}\n\"{}\"", 2025, "a\\")).unwrap();
        assert_eq!(ours, serde_json::to_string("2025\n\"a\\\"").unwrap());
    }
}
