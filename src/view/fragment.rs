//! Links to a passage of a page: text fragments (WICG draft "URL Fragment Text Directives", 2023).

use std::fmt::Write as _;

/// Quotes up to this many characters are named whole; of longer ones the first and last words.
const WHOLE: usize = 300;

/// How many words name either end of a long quote.
const END_WORDS: usize = 8;

/// The longest link that is made, in bytes.
const LONGEST: usize = 4000;

/// The address with the directive that makes a browser go to these words. Nothing where the address has such a directive already,
/// or where the words are too long to name.
pub(super) fn link(address: &str, words: &str) -> Option<String> {
    if address.contains(":~:") {
        return None;
    }
    let mut link = address.to_owned();
    link.push_str(if address.contains('#') { ":~:text=" } else { "#:~:text=" });
    if words.chars().nth(WHOLE).is_none() {
        encode(words, &mut link);
    } else {
        let (first, last) = ends(words)?;
        encode(&first, &mut link);
        link.push(',');
        encode(&last, &mut link);
    }
    (link.len() <= LONGEST).then_some(link)
}

/// The first and the last words of a text that has enough of both.
fn ends(text: &str) -> Option<(String, String)> {
    let first: Vec<_> = text.split_whitespace().take(END_WORDS).collect();
    let mut last: Vec<_> = text.split_whitespace().rev().take(END_WORDS).collect();
    last.reverse();
    let enough = text.split_whitespace().nth(2 * END_WORDS).is_some();
    enough.then(|| (first.join(" "), last.join(" ")))
}

/// Every byte but letters and digits of ASCII and three signs without a meaning. The directive gives `-`, `,` and `&` a meaning.
fn encode(text: &str, link: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            link.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(link, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_is_encoded() {
        assert_eq!(
            link("https://a.example/x", "to-day, “R&D” ç").as_deref(),
            Some("https://a.example/x#:~:text=to%2Dday%2C%20%E2%80%9CR%26D%E2%80%9D%20%C3%A7")
        );
        assert_eq!(link("https://a.example/#p", "x").as_deref(), Some("https://a.example/#p:~:text=x"));
        assert_eq!(link("https://a.example/#:~:text=y", "x"), None);
    }

    #[test]
    fn a_long_quote_is_named_by_its_ends() {
        let words = (0..100).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
        let long = link("https://a.example/", &words).unwrap();
        assert!(long.ends_with(
            "#:~:text=w0%20w1%20w2%20w3%20w4%20w5%20w6%20w7,w92%20w93%20w94%20w95%20w96%20w97%20w98%20w99"
        ));
        assert_eq!(link("https://a.example/", &"x".repeat(301)), None);
        assert_eq!(link("https://a.example/", &format!("{} ", "x".repeat(900)).repeat(20)), None);
    }
}
