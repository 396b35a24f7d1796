//! Values as JavaScript, whatever text is in them.

use memchr::memchr2_iter;
use serde::Serialize;

use crate::json;

/// What JSON may have and a script in a page may not: `<` could end the element that it stands in, and the separators end lines in older
/// scripts.
const ESCAPES: [(char, &str); 3] = [('<', "\\u003c"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];

/// The byte that both separators begin with.
const SEPARATOR: u8 = 0xE2;

/// Most values take fewer bytes, or not many times as many.
const ROOM: usize = 1 << 10;

/// A value as JSON that is also a JavaScript literal, and cannot end an element that it might be put into.
pub(crate) fn json(value: &impl Serialize) -> String {
    let mut text = String::with_capacity(ROOM);
    // Text with text for keys can always be written.
    if json::push(&mut text, value).is_err() {
        return "null".to_owned();
    }
    let (mut safe, mut copied) = (String::new(), 0);
    for at in memchr2_iter(b'<', SEPARATOR, text.as_bytes()) {
        let rest = text.get(at..).unwrap_or_default();
        if let Some((character, escape)) = ESCAPES.iter().find(|(character, _)| rest.starts_with(*character))
        {
            safe.extend([text.get(copied..at).unwrap_or_default(), escape]);
            copied = at + character.len_utf8();
        }
    }
    if copied == 0 {
        return text;
    }
    safe.push_str(text.get(copied..).unwrap_or_default());
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_string_or_the_element_that_it_stands_in() {
        let hostile = "\"); alert(1) // </script><!-- \u{2028}\u{2029}\\ \u{201c}a\u{201d}";
        let literal = json(&hostile);
        assert_eq!(
            literal,
            "\"\\\"); alert(1) // \\u003c/script>\\u003c!-- \\u2028\\u2029\\\\ \u{201c}a\u{201d}\""
        );
        assert_eq!(serde_json::from_str::<String>(&literal).unwrap(), hostile);
        assert_eq!(json(&"\u{201c}"), "\"\u{201c}\"");
    }
}
