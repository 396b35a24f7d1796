//! When two wordings are the same words, and when they make the same statement.

/// Whether two texts are the same but for white space.
pub(crate) fn same_words(one: &str, other: &str) -> bool {
    one == other || !part_in_a_word(one, other) && one.split_whitespace().eq(other.split_whitespace())
}

/// Whether it is plain to see that two texts are not the same words: where they part, both go on with signs that are no white space.
fn part_in_a_word(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let parting = common_start(one, other);
    let sign = |text: &[u8]| text.get(parting).is_some_and(u8::is_ascii_graphic);
    sign(one) && sign(other)
}

/// How many bytes two texts begin with alike. Wordings of one text are alike for long, so that many bytes are compared at once.
fn common_start(one: &[u8], other: &[u8]) -> usize {
    const AT_ONCE: usize = 32;
    let (chunks, others) = (one.as_chunks::<AT_ONCE>().0, other.as_chunks::<AT_ONCE>().0);
    let start = chunks.iter().zip(others).take_while(|(a, b)| a == b).count() * AT_ONCE;
    let rest = |text| <[u8]>::get(text, start..).unwrap_or_default();
    start + rest(one).iter().zip(rest(other)).take_while(|(a, b)| a == b).count()
}

/// Whether two texts say the same words in the same order; letter case, quotation marks, emphasis and the signs that end words do not
/// matter. Brackets do, as what stands in them may be said or not: “it is (not) open”.
pub(crate) fn same_statement(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let common = common_words(one, other);
    let rest = |text| bare_words(str::get(text, common..).unwrap_or(text));
    let (mut words, mut others) = (rest(one), rest(other));
    loop {
        match (words.next(), others.next()) {
            (None, None) => break true,
            (Some(word), Some(other)) if same_letters(word, other) => {}
            _ => break false,
        }
    }
}

/// How long the words are that two texts begin with alike.
fn common_words(one: &str, other: &str) -> usize {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let same = one.get(..common_start(one, other)).unwrap_or_default();
    memchr::memrchr(b' ', same).unwrap_or_default()
}

/// Whether two words are the same in small letters.
fn same_letters(word: &str, other: &str) -> bool {
    if word.is_ascii() && other.is_ascii() {
        word.eq_ignore_ascii_case(other)
    } else {
        word == other || word.to_lowercase() == other.to_lowercase()
    }
}

/// What a text says, to be looked up by: that of two texts is the same where they make the [same statement](same_statement).
pub(crate) fn statement_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in bare_words(text) {
        push_small(&mut key, word);
        key.push(' ');
    }
    key
}

/// Adds a word in small letters.
fn push_small(out: &mut String, word: &str) {
    let start = out.len();
    if !word.is_ascii() {
        out.push_str(&word.to_lowercase());
        return;
    }
    out.push_str(word);
    if let Some(word) = out.get_mut(start..) {
        word.make_ascii_lowercase();
    }
}

/// The words of a text without the signs around them.
fn bare_words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().map(bare).filter(|word| !word.is_empty())
}

/// A word without the signs that set it apart or end it. Others may well be what it says: `−5`, `<5`, `5 €` and `5?` are not `5`; and a
/// dash by itself may be a minus, or stand between two ends.
pub(crate) fn bare(word: &str) -> &str {
    // Most words have no signs.
    let edges = [word.as_bytes().first(), word.as_bytes().last()];
    if edges.iter().all(|edge| edge.is_some_and(u8::is_ascii_alphanumeric)) {
        return word;
    }
    let bare = word.trim_start_matches(sets_apart).trim_end_matches(|c| sets_apart(c) || ends_a_word(c));
    if bare.is_empty() && word.contains(is_dash) { word } else { bare }
}

/// Quotation marks, emphasis and long dashes.
fn sets_apart(sign: char) -> bool {
    matches!(sign, '"' | '\'' | '`' | '´' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '*' | '_' | '—' | '―')
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '‐'..='―')
}

/// A dash before a number is a minus to most who type; behind a word it is a dash.
fn ends_a_word(sign: char) -> bool {
    matches!(sign, '.' | ',' | ';' | ':' | '!' | '…' | '،' | '؛' | '۔' | '-' | '‐' | '–')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_alike_up_to_where_they_part() {
        let text = b"ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh ij kl mn op qr st uv wx yz";
        for length in 0..text.len() {
            let (start, rest) = text.split_at(length);
            assert_eq!(common_start(start, text), length);
            assert_eq!(common_start(text, &[start, b"#", rest].concat()), length);
        }
        assert_eq!(common_start(text, text), text.len());
    }

    #[test]
    fn the_same_words_are_the_same_however_they_are_spaced() {
        let texts = [
            "", " ", "a", " a", "a ", "ab", "a b", "a  b", "a\u{a0}b", "é b", "è b", "a bé", "a\tbè", "a\nb",
        ];
        for one in texts {
            for other in texts {
                let same = one.split_whitespace().eq(other.split_whitespace());
                assert_eq!(same_words(one, other), same, "{one:?}, {other:?}");
            }
        }
    }

    #[test]
    fn signs_and_letter_case_make_no_other_statement() {
        assert!(same_statement("The ferry stops.", "“the FERRY”— stops"));
        assert!(same_statement("ŞAM’da", "şam’da"));
        assert!(same_statement("", " “” ! "));
        assert!(same_statement("The ferry, it stops…", "The *ferry* it stops"));
        assert!(same_statement("«5», −5.", "“5”; −5"));
        assert!(!same_statement("The ferry stops.", "The ferry"));
        assert!(!same_statement("The ferry", "The ferry stops."));
        assert!(!same_statement("The ferry stops.", "The ferry sank."));
        // Signs that carry meaning.
        for (one, other) in [
            ("−5 %", "5 %"),
            ("-5 %", "5 %"),
            ("–5 %", "5 %"),
            ("+5", "5"),
            ("<5", ">5"),
            ("<5", "5"),
            ("±5", "5"),
            ("~5", "5"),
            (".5", "5"),
            ("5 %", "5 ‰"),
            ("5%", "5"),
            ("5 %", "5"),
            ("€5", "$5"),
            ("5 €", "5"),
            ("(−5)", "(5)"),
            ("− 5", "5"),
            ("- 5", "5"),
            ("It stops?", "It stops."),
            // A sign by itself says something.
            ("5 – 6", "5 6"),
            ("5 — 6", "5 6"),
            ("5 “–” 6", "5 6"),
            ("5 – 6", "5 − 6"),
            ("(not) open", "not open"),
            ("open [not]", "open not"),
        ] {
            let texts = [one, other].map(|it| format!("The balance is {it}."));
            assert!(!same_statement(&texts[0], &texts[1]), "{one}, {other}");
            assert_ne!(statement_key(&texts[0]), statement_key(&texts[1]), "{one}, {other}");
            assert!(same_statement(&texts[0], &texts[0].replace("The ", "the ")), "{one}");
        }
        // Where they part, at the end of a word, inside of one, and inside of a letter.
        assert!(same_statement("The  ferry stops", "The  ferry: stops!"));
        assert_eq!(statement_key("The  ferry stops"), statement_key("the “FERRY”: stops!"));
        assert!(same_statement("the ferry Stops", "the ferry  stops"));
        assert!(same_statement("the ferry é", "the ferry “é"));
        assert!(!same_statement("the ferry é", "the ferry è"));
        assert!(!same_statement("the ferry stop", "the ferry stops"));
        assert!(!same_statement("the ferry ", "the ferry a"));
    }
}
