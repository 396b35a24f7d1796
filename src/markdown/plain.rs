//! Prose → plain text.

use super::events::{Block, Piece, pieces};
use super::visible::visible;

/// Prose as plain text on one line: marks of emphasis and destinations of links are gone, white space is single.
#[must_use]
pub fn to_plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) | Piece::Code(text) => out.push_str(&visible(&text)),
            Piece::Open(Block::Item) => out.push_str(" • "),
            Piece::SoftBreak | Piece::HardBreak | Piece::Open(_) | Piece::Close(_) => out.push(' '),
            Piece::Begin(_) | Piece::End(_) | Piece::Rule => {}
        }
    }
    let mut words = out.split_whitespace();
    let mut plain = words.next().unwrap_or_default().to_owned();
    for word in words {
        plain.push(' ');
        plain.push_str(word);
    }
    plain
}
