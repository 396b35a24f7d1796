//! A text in pieces, for guessing what was meant by it.

/// A piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A run of digits with its value.
    Number(u32, &'t str),
    /// A run of letters.
    Word(&'t str),
    /// Any other character but white space and commas.
    Mark(char),
}

/// Takes a text apart. White space, commas, the dots of short words and the small words of dates ("on Friday
/// the 5th of Sept.") are left out.
/// `None` if there is more of it than any date has.
pub(super) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    const LONGEST: usize = 80;
    if text.len() > LONGEST {
        return None;
    }
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = if next.is_ascii_digit() {
            rest.find(|c: char| !c.is_ascii_digit())
        } else if next.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic())
        } else {
            Some(next.len_utf8())
        };
        let (piece, behind) = rest.split_at_checked(length.unwrap_or(rest.len()))?;
        rest = behind;
        if next.is_ascii_digit() {
            found.push(Token::Number(piece.parse().unwrap_or(u32::MAX), piece));
        } else if next.is_alphabetic() {
            if !is_filler(piece, found.last()) {
                found.push(Token::Word(piece));
            }
        } else if !next.is_whitespace()
            && next != ','
            && !(next == '.' && matches!(found.last(), Some(Token::Word(_))))
        {
            found.push(Token::Mark(next));
        }
    }
    Some(found)
}

fn is_filler(word: &str, before: Option<&Token<'_>>) -> bool {
    let suffixes = ["st", "nd", "rd", "th"];
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let any = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    any(&["the", "of"]) || any(&weekdays) || (matches!(before, Some(Token::Number(..))) && any(&suffixes))
}
