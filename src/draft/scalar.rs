//! Foreign text on its way into YAML: as a value, or as part of a comment.

use std::fmt::Write as _;

/// Whether a character acts instead of being seen, or cannot stand in a YAML file as it is: controls (with the line
/// breaks), line and paragraph separators, what embeds, overrides or isolates a direction, byte order marks,
/// non-characters and the invisible tags. Kept are the joiners and the marks U+200E, U+200F and U+061C, without
/// which Arabic and Persian cannot be set right.
fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || matches!(character, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E007F}')
}

/// The text as a YAML scalar on one line, fit for block context: as plain as it can be, quoted where it must be.
/// Characters that act are written as escapes, so that the value is kept and the file shows them.
pub(super) fn scalar(text: &str) -> String {
    if text.chars().any(acts) {
        return double_quoted(text);
    }
    match serde_yaml::to_string(text) {
        Ok(yaml) => yaml.trim_end_matches('\n').to_owned(),
        Err(_) => double_quoted(text),
    }
}

fn double_quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        // Writing to a string cannot fail.
        let _ = match character {
            '"' | '\\' => write!(out, "\\{character}"),
            other if !acts(other) => write!(out, "{other}"),
            other => match u32::from(other) {
                code @ ..=0xFF => write!(out, "\\x{code:02X}"),
                code @ ..=0xFFFF => write!(out, "\\u{code:04X}"),
                code => write!(out, "\\U{code:08X}"),
            },
        };
    }
    out.push('"');
    out
}

/// The text in one line that cannot leave a comment: runs of white space become one space, what acts becomes U+FFFD.
pub(super) fn comment(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        let shown = match character {
            ' ' | '\t' | '\n' | '\r' => ' ',
            other if acts(other) => char::REPLACEMENT_CHARACTER,
            other if other.is_whitespace() => ' ',
            other => other,
        };
        if shown != ' ' || !out.ends_with(' ') {
            out.push(shown);
        }
    }
    out
}

/// The text in one line, as a title is: control characters and runs of white space become one space.
pub(super) fn one_line(text: &str) -> String {
    let gap = |character: char| character.is_control() || character.is_whitespace();
    text.split(gap).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str) -> String {
        serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{yaml}: {error}"))
    }

    #[test]
    fn any_text_survives_as_a_scalar_on_one_line() {
        let every_acting: String =
            (0..=char::MAX as u32).filter_map(char::from_u32).filter(|&c| acts(c)).collect();
        for text in [
            "NO",
            "no",
            "~",
            "null",
            "true",
            "010",
            "06:30",
            "1e3",
            "0x1F",
            ".inf",
            "2025-03-05",
            "",
            " ",
            " a ",
            "a: b",
            "a:",
            ": a",
            "# x",
            "a # b",
            "a #",
            "'",
            "\"",
            "it's",
            "\\",
            "- a",
            "-",
            "---",
            "...",
            "? a",
            "?",
            "!tag",
            "&a",
            "*a",
            "|",
            ">",
            "%",
            "@",
            "`",
            "[a]",
            "{a}",
            "a, b",
            "a]",
            "<<",
            "=",
            "İstanbul’da ığüşöç",
            "دمشق: الملحق، «العسكري»",
            "👩‍👩‍👧 😀",
            "می\u{200c}خواهم",
            "\u{200f}x",
            "a\nb",
            "a\r\nb\r",
            "\n",
            "a\tb",
            "\u{85}\u{2028}\u{2029}",
            "\u{0}\u{1b}[31m\u{7f}\u{9f}",
            "\u{202e}abc\u{2066}",
            "\u{feff}a\u{feff}",
            "\u{ffff}\u{fffe}",
            "\u{fffd}",
            "\u{a0}",
            "\u{e0041}",
            &every_acting,
        ] {
            let yaml = scalar(text);
            assert!(!yaml.contains(acts), "{yaml:?}");
            assert_eq!(read(&yaml), text);
            let list: Vec<String> = serde_yaml::from_str(&format!("- {yaml}   # line 3\n")).unwrap();
            assert_eq!(list, [text]);
        }
    }

    #[test]
    fn a_comment_stays_in_its_line() {
        assert_eq!(
            comment("a\nb\r\nc\u{85}d\u{2028}e\u{2029}f\u{b}g\u{c}h\u{0}i\t \u{a0} j"),
            "a b c\u{fffd}d\u{fffd}e\u{fffd}f\u{fffd}g\u{fffd}h\u{fffd}i j"
        );
        assert_eq!(comment("\u{202e}x\u{2069}\u{feff}\u{1b}"), "\u{fffd}x\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(comment("می\u{200c}خواهم \u{200f}أمس"), "می\u{200c}خواهم \u{200f}أمس");
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(one_line(" a\n\tb\u{0}c\u{2028}d  "), "a b c d");
    }
}
