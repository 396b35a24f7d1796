//! The beginning of a text.

/// How many characters are enough, where a sentence ends behind them.
const ENOUGH: usize = 120;

/// How many characters are too many, even within a sentence.
const TOO_MANY: usize = 500;

/// How many letters a word must have for a full stop behind it to be more than the mark of a short form.
const NO_SHORT_FORM: usize = 4;

/// The first sentences of a text. They are whole, because who says so often stands at the end of one.
pub(super) fn sentences(text: &str) -> String {
    for (at, character) in text.char_indices().take(TOO_MANY).skip(ENOUGH - 1) {
        let ends = match character {
            '!' | '?' | '؟' | '۔' | '…' => true,
            '.' => is_whole(text.get(..at).unwrap_or_default()),
            _ => false,
        };
        if !ends {
            continue;
        }
        let (sentences, after) = text.split_at_checked(at + character.len_utf8()).unwrap_or_default();
        if after.starts_with(char::is_whitespace) {
            return format!("{sentences} …");
        }
    }
    cut(text, TOO_MANY)
}

/// Whether a text ends with a whole word.
fn is_whole(text: &str) -> bool {
    text.chars().rev().take(NO_SHORT_FORM).filter(|it| it.is_alphanumeric()).count() == NO_SHORT_FORM
}

/// The beginning of a text, at most so many characters and the mark that something is left out, cut between words where there is
/// a space in the latter half.
pub(super) fn cut(text: &str, length: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(length) else { return text.to_owned() };
    let beginning = text.get(..end).unwrap_or_default();
    // The first character that is left out may be the space after a whole word.
    let whole = text.get(end..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    let space = beginning.rfind(char::is_whitespace).filter(|&at| at > end / 2 && !whole);
    let kept = space.and_then(|at| beginning.get(..at)).unwrap_or(beginning);
    format!("{}…", kept.trim_end_matches(|it: char| it.is_whitespace() || it.is_ascii_punctuation()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_keeps_the_speaker_at_its_end() {
        let claim = "Two bases will be built in the desert, with room for a wing of aircraft and for several hundred people, three \
                     officials who were not named told the agency on Tuesday, according to Lt. Col. X of the U.N. mission there.";
        assert_eq!(sentences(&format!("{claim} Nothing more is known.")), format!("{claim} …"));
        assert_eq!(sentences(claim), claim);
        assert_eq!(sentences("Short. And short."), "Short. And short.");
        assert_eq!(sentences(""), "");
    }

    #[test]
    fn what_has_no_end_is_cut_between_words() {
        assert_eq!(cut("one two three", 9), "one two…");
        assert_eq!(cut("one two, three", 8), "one two…");
        assert_eq!(cut("onetwothree", 6), "onetwo…");
        assert_eq!(cut("one two", 7), "one two");
        assert_eq!(sentences(&"word ".repeat(200)).chars().count(), 500);
    }
}
