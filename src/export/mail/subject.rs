//! The subject: the handling label, and what the document is.

use data_encoding::BASE64;
use mail_builder::headers::HeaderType;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;

use super::super::Document;
use crate::markdown::visible;

/// The most bytes of a text that one encoded word holds: behind the name of the header, its 52 characters and the 12 around them
/// stay within the 76 of a line (RFC 2047, 2).
const WORD: usize = 39;

/// `[TLP:AMBER] Title`, in one line of characters that are seen.
pub(super) fn of(document: &Document) -> String {
    let title: Vec<_> = document.title.split_whitespace().collect();
    let title = visible(&title.join(" ")).into_owned();
    match &document.marking {
        Some(marking) => format!("[{}] {title}", marking.label),
        None => title,
    }
}

/// A subject as a header. What looks like an encoded word would be decoded on arrival, and be another title.
pub(super) fn header(subject: &str) -> HeaderType<'static> {
    if subject.contains("=?") {
        Raw::new(encoded(subject)).into()
    } else {
        Text::new(subject.to_owned()).into()
    }
}

/// A text in encoded words (RFC 2047), no letter of it in two of them.
fn encoded(text: &str) -> String {
    let mut words = vec![String::new()];
    for letter in text.chars() {
        match words.last_mut() {
            Some(word) if word.len() + letter.len_utf8() <= WORD => word.push(letter),
            _ => words.push(letter.to_string()),
        }
    }
    let words: Vec<_> =
        words.iter().map(|word| format!("=?utf-8?B?{}?=", BASE64.encode(word.as_bytes()))).collect();
    words.join(" ")
}
