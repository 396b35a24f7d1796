//! The everyday part of YAML, read without the YAML crate: what nearly all briefs are written in, at a tenth of the cost.
//!
//! YAML has many more forms than any brief needs, and a reader that knows them all pays for them with every character.
//! This one knows block mappings and lists, flow ones, plain and quoted text, and `>`/`|` blocks, each in its usual form.
//! Whatever it is not sure of it leaves to the YAML crate, the whole file: it never reports a problem, and never reads a text in
//! another way. The tests hold the two against each other.
//!
//! A record that nothing is to be reported of is filled from the text itself. Any other everyday text becomes a tree, the same as the
//! YAML crate makes of it.

mod block;
mod cursor;
mod flow;
mod folded;
mod plain;
mod quoted;
mod shape;
#[cfg(test)]
mod tests;

pub(super) use cursor::{Cursor, Key};
pub(super) use shape::{Field, Keyed, Place, Written};

use super::tree::{Node, Value};
use crate::span::Spanned;

/// How deeply values may be nested here: a brief is at 7.
const MAX_DEPTH: usize = 16;

/// How long a key may be here. YAML has a limit of its own, far above the longest key of a brief.
const MAX_KEY: usize = 64;

/// How many keys a mapping may have here: a brief, the largest record, has 21.
const MAX_KEYS: usize = 64;

/// The tree of a text that is everyday YAML from its first byte to its last.
pub(super) fn read(text: &str) -> Option<Node<'_>> {
    let Spanned { value, span } = record(text)?;
    Some(Spanned::new(Value::Map(value), span))
}

/// A record whose text is everyday YAML from its first byte to its last, and which nothing is to be reported of: every key is known and
/// has a value, none is missing.
pub(super) fn record<'t, T: Keyed<'t>>(text: &'t str) -> Option<Spanned<T>> {
    if !has_everyday_characters(text) {
        return None;
    }
    let mut cursor = Cursor::new(text);
    if cursor.column() != Some(0) {
        return None;
    }
    let first = cursor.key()?;
    let record = cursor.block_mapping(&first, 0)?;
    cursor.column().is_none().then_some(record)
}

/// Whether a text is without tabs, carriage returns, byte-order marks and whatever else YAML treats in a way of its own.
fn has_everyday_characters(text: &str) -> bool {
    // Without a branch for each byte: nearly every text passes here.
    text.bytes().fold(0, |found, byte| found | doubtful(byte)) == 0 || text.chars().all(is_everyday)
}

/// 1 for the first byte of every character that is not everyday, and of some that are; 0 for any other.
fn doubtful(byte: u8) -> u8 {
    u8::from(byte < b' ') & u8::from(byte != b'\n')
        | u8::from(byte == 0x7F)
        | u8::from(byte == 0xC2)
        | u8::from(byte == 0xEF)
}

fn is_everyday(character: char) -> bool {
    let is_apart = character.is_control() || matches!(character, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}');
    character == '\n' || !is_apart
}
