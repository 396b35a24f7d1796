//! Lines of a given width, for plain text.

/// Breaks a text at its spaces so that no line is longer than `width` characters, where words allow. Lines after the first begin
/// with `indent`. Line breaks that are there already stay, and so does the space that a line begins with.
pub(super) fn wrap(text: &str, width: usize, indent: &str) -> String {
    let mut wrapped = String::with_capacity(text.len());
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            wrapped.push('\n');
        }
        let own = line.len() - line.trim_start().len();
        wrapped.extend(std::iter::repeat_n(' ', own));
        let mut taken = own;
        let mut is_first = true;
        for word in line.split_whitespace() {
            let length = word.chars().count();
            if std::mem::take(&mut is_first) {
                taken += length;
                wrapped.push_str(word);
                continue;
            }
            if taken + 1 + length > width {
                wrapped.push('\n');
                wrapped.push_str(indent);
                taken = indent.chars().count();
            } else {
                wrapped.push(' ');
                taken += 1;
            }
            wrapped.push_str(word);
            taken += length;
        }
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_are_as_long_as_words_allow() {
        assert_eq!(wrap("one two three four", 9, "  "), "one two\n  three\n  four");
        assert_eq!(wrap("incomprehensibilities ok", 5, ""), "incomprehensibilities\nok");
        assert_eq!(wrap("a\n\nb c", 72, ""), "a\n\nb c");
        assert_eq!(wrap("  - one two", 7, "    "), "  - one\n    two");
        assert_eq!(wrap("ışık şöyle", 4, ""), "ışık\nşöyle");
    }
}
