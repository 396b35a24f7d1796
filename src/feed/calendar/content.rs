//! Content lines: escaped, folded, ended by CR and LF (RFC 5545, section 3.1).

use crate::markdown::visible;

/// The longest a line may be, in octets, without its end.
const OCTETS: usize = 75;

/// Lines that have been written.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// A property whose value needs no escapes.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        if name.len() + 1 + value.len() <= OCTETS {
            self.out.extend([name, ":", value, "\r\n"]);
        } else {
            self.fold(&[name, ":", value].concat());
        }
    }

    /// A property whose value is text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.raw(name, &escaped(&visible(value)));
    }

    /// What has been written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A line goes on behind a space, which counts; no character is torn.
    fn fold(&mut self, line: &str) {
        let (mut rest, mut room) = (line, OCTETS);
        while let Some((here, after)) = rest.split_at_checked(rest.floor_char_boundary(room))
            && !after.is_empty()
        {
            self.out.extend([here, "\r\n "]);
            (rest, room) = (after, OCTETS - 1);
        }
        self.out.extend([rest, "\r\n"]);
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            out.push_str("\\n");
        }
        push_escaped(&mut out, line);
    }
    out
}

/// Adds a line of text.
fn push_escaped(out: &mut String, line: &str) {
    let mut copied = 0;
    for at in memchr::memchr3_iter(b'\\', b';', b',', line.as_bytes()) {
        out.extend([line.get(copied..at).unwrap_or_default(), "\\"]);
        // Behind a backslash the character itself is still to come.
        copied = at;
    }
    out.push_str(line.get(copied..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &str) -> String {
        let mut lines = Lines::default();
        lines.text("X", value);
        lines.finish()
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(written("a, b; c\\n\nd: \"e\"\r"), "X:a\\, b\\; c\\\\n\\nd: \"e\"\u{FFFD}\r\n");
    }

    #[test]
    fn lines_are_as_long_as_they_may_be_and_no_character_is_torn() {
        for text in ["x".repeat(73), "x".repeat(74), "خبر عاجل ".repeat(40), "İĞ".repeat(90), "👩‍💻".repeat(30)]
        {
            let written = written(&text);
            let body = written.strip_suffix("\r\n").unwrap();
            assert!(body.split("\r\n").all(|line| line.len() <= OCTETS), "{written}");
            // Four octets is the longest character.
            let lines: Vec<_> = body.split("\r\n").collect();
            let full = lines[..lines.len() - 1].iter().all(|line| line.len() > OCTETS - 4);
            assert!(full, "{written}");
            assert_eq!(body.replace("\r\n ", ""), format!("X:{text}"));
        }
        assert_eq!(written(&"x".repeat(73)).matches("\r\n").count(), 1);
        assert_eq!(written(&"x".repeat(74)).matches("\r\n").count(), 2);
    }
}
