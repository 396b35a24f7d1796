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
    let Spanned { value, span } = if text.chars().all(is_read_alike) { record(text) } else { None }?;
    Some(Spanned::new(Value::Map(value), span))
}

/// A record whose text is everyday YAML from its first byte to its last, and which nothing is to be reported of: every key is known and
/// has a value, none is missing. The text is one of which every character [is read alike](is_read_alike), as it is where
/// [nothing acts](crate::markdown::has_acting).
pub(super) fn record<'t, T: Keyed<'t>>(text: &'t str) -> Option<Spanned<T>> {
    if !is_everyday(text) {
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

/// Whether YAML takes a character as it stands: no control character but a line feed or a tab, and none that is no character.
fn is_read_alike(character: char) -> bool {
    matches!(character, '\n' | '\t')
        || !(character.is_control() || matches!(character, '\u{FFFE}' | '\u{FFFF}'))
}

/// Whether such a text is also without tabs and byte-order marks.
fn is_everyday(text: &str) -> bool {
    let is_mark = |at| text.get(at..).is_some_and(|rest| rest.starts_with('\u{FEFF}'));
    let mut doubtful = memchr::memchr2_iter(b'\t', MARK, text.as_bytes());
    doubtful.all(|at| text.as_bytes().get(at) == Some(&MARK) && !is_mark(at))
}

/// What a byte-order mark begins with, and letters of Arabic do.
const MARK: u8 = 0xEF;
