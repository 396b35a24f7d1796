//! Values as JavaScript, whatever text is in them.

use data_encoding::HEXLOWER;
use memchr::memchr2;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::FOLDER;

/// How much of a digest is a file's name, in bytes.
const NAME: usize = 6;

/// A value as JSON that is also a JavaScript literal, and cannot end an element that it might be put into.
pub(super) fn json(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned());
    // The separators of lines and paragraphs begin with this byte.
    if memchr2(b'<', 0xE2, text.as_bytes()).is_none() {
        return text;
    }
    text.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// A file that hands a value to the search page under the file's name.
#[derive(Debug)]
pub(super) struct Script {
    /// The name, without folder and ending.
    pub(super) name: String,
    pub(super) content: Vec<u8>,
}

impl Script {
    /// A file whose name is that of its content: one that a browser kept from yesterday never stands for today's.
    pub(super) fn of(value: &str) -> Self {
        let digest = Sha256::digest(value.as_bytes());
        Self::named(HEXLOWER.encode(digest.get(..NAME).unwrap_or_default()), value)
    }

    pub(super) fn named(name: String, value: &str) -> Self {
        let content = format!("attacheSearch(\"{name}\",{value});\n").into_bytes();
        Self { name, content }
    }

    pub(super) fn into_file(self) -> (String, Vec<u8>) {
        (format!("{FOLDER}/{}.js", self.name), self.content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_string_or_the_element_that_it_stands_in() {
        let hostile = "\"); alert(1) // </script><!-- \u{2028}\u{2029}\\";
        let literal = json(&hostile);
        assert_eq!(literal, r#""\"); alert(1) // \u003c/script>\u003c!-- \u2028\u2029\\""#);
        assert_eq!(serde_json::from_str::<String>(&literal).unwrap(), hostile);
    }
}
