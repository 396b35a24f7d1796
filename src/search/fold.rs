//! Text → the words that it is found by. `templates/search.js` does the same to what a reader types, and a test holds the two
//! against each other; a change here is a change there.
//!
//! - Letters are decomposed (NFKD), lose their marks and their case; those that Unicode does not take apart (ı, ß, æ, ø, ł …)
//!   become the Latin ones that they are commonly written with.
//! - In Arabic the forms of alef, of ya and of kaf are one each, a final ta marbuta is a ha, and an article is left off, also
//!   behind a conjunction or preposition of one letter; digits of Arabic scripts are European ones.
//! - What is not seen, the tatweel, ʿayn and hamza of transliterations are as if they were not there. So is an apostrophe, but the
//!   word is found by what stands before it as well: Turkish and English hang their endings on it.
//! - Chinese and Japanese characters are a word each. Everything else that is neither letter nor number parts words.

mod latin;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::language::fold::digit;

/// How many characters of a word count. Nobody types longer ones, and hostile ones have no end.
const LONGEST: usize = 40;

/// How long the part before an apostrophe must be to be a word of its own.
const SHORTEST_STEM: usize = 3;

/// The words of a text, in its order, as often as they stand there.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each(text, |word| words.push(word.to_owned()));
    words
}

/// Hands over the words of a text, in its order, as often as they stand there.
pub(super) fn each(text: &str, emit: impl FnMut(&str)) {
    let text = text.to_ascii_lowercase();
    let mut folder = Folder::new(emit);
    let mut rest = text.as_str();
    while !rest.is_empty() {
        // Most words are nothing but these letters, and are taken whole.
        let (letters, others) = split_after(rest, Kind::Letter);
        if others.bytes().next().is_some_and(|byte| Kind::of(byte) == Kind::Other) {
            folder.run(letters);
            let (foreign, behind) = split_after(others, Kind::Other);
            foreign.chars().for_each(|character| folder.other(character));
            rest = behind;
        } else {
            folder.last_run(letters);
            rest = others.get(1..).unwrap_or_default();
        }
    }
    folder.end();
}

/// The characters at the beginning of a text that are all of this kind, and what stands behind them.
fn split_after(text: &str, kind: Kind) -> (&str, &str) {
    let length = text.as_bytes().iter().position(|byte| Kind::of(*byte) != kind);
    text.split_at_checked(length.unwrap_or(text.len())).unwrap_or_default()
}

/// What a byte of a text does for its words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A letter or a digit of ASCII.
    Letter,
    /// Anything else of ASCII that parts words.
    Parts,
    /// An apostrophe, or part of a character that is not ASCII.
    Other,
}

/// The kind of each byte.
static KINDS: [Kind; 256] = kinds();

impl Kind {
    #[inline]
    fn of(byte: u8) -> Self {
        KINDS.get(usize::from(byte)).copied().unwrap_or(Self::Other)
    }
}

#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "it is done by the compiler, and below 256"
)]
const fn kinds() -> [Kind; 256] {
    let mut kinds = [Kind::Other; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = match byte as u8 {
            b'\'' => Kind::Other,
            letter if letter.is_ascii_alphanumeric() => Kind::Letter,
            _ => Kind::Parts,
        };
        byte += 1;
    }
    kinds
}

struct Folder<E> {
    emit: E,
    word: String,
    letters: usize,
    /// How many bytes of the word stand before its first apostrophe.
    stem: Option<usize>,
}

impl<E: FnMut(&str)> Folder<E> {
    fn new(emit: E) -> Self {
        Self { emit, word: String::new(), letters: 0, stem: None }
    }

    /// Letters, in small ones, and digits of ASCII.
    fn run(&mut self, letters: &str) {
        let room = LONGEST.saturating_sub(self.letters);
        let letters = letters.get(..room).unwrap_or(letters);
        self.word.push_str(letters);
        self.letters += letters.len();
    }

    /// The same where the word ends behind them.
    fn last_run(&mut self, letters: &str) {
        if self.letters > 0 || letters.len() > LONGEST {
            self.run(letters);
            self.end();
        } else if !letters.is_empty() {
            (self.emit)(letters);
        }
    }

    /// A character, in the quickest way that there is for it.
    fn other(&mut self, character: char) {
        match character {
            _ if character.is_ascii() => self.ascii(character),
            // Arabic letters that Unicode does not take apart, without the lookups that others need.
            '\u{621}' | '\u{627}'..='\u{63A}' | '\u{641}'..='\u{64A}' => self.arabic(character),
            _ => match latin::letter(character) {
                Some(letter) => self.letter(letter),
                None => self.decomposed(character),
            },
        }
    }

    /// Any character, by its parts.
    fn decomposed(&mut self, character: char) {
        decompose_compatible(character, |part| self.part(part));
    }

    fn ascii(&mut self, character: char) {
        match character {
            'a'..='z' | '0'..='9' => self.letter(character),
            'A'..='Z' => self.letter(character.to_ascii_lowercase()),
            '\'' => self.apostrophe(),
            _ => self.end(),
        }
    }

    fn part(&mut self, part: char) {
        match part {
            _ if part.is_ascii() => self.ascii(part),
            '’' | 'ʼ' => self.apostrophe(),
            _ if is_dropped(part) || is_combining_mark(part) => {}
            _ => part.to_lowercase().for_each(|lower| self.lower(lower)),
        }
    }

    fn lower(&mut self, lower: char) {
        if let Some(plain) = plain(lower) {
            plain.chars().for_each(|letter| self.letter(letter));
        } else if let Some(digit) = digit(lower).and_then(|value| char::from_digit(value, 10)) {
            self.letter(digit);
        } else if is_ideograph(lower) {
            self.end();
            self.letter(lower);
            self.end();
        } else if lower.is_alphanumeric() {
            self.letter(lower);
        } else {
            self.end();
        }
    }

    fn arabic(&mut self, letter: char) {
        match plain(letter) {
            Some(plain) => plain.chars().for_each(|letter| self.letter(letter)),
            None => self.letter(letter),
        }
    }

    fn letter(&mut self, letter: char) {
        if self.letters < LONGEST {
            self.word.push(letter);
            self.letters += 1;
        }
    }

    fn apostrophe(&mut self) {
        if self.stem.is_none() && self.letters >= SHORTEST_STEM {
            self.stem = Some(self.word.len());
        }
    }

    fn end(&mut self) {
        if self.letters == 0 {
            return;
        }
        (self.emit)(without_article(&self.word));
        let stem = self.stem.filter(|&stem| stem < self.word.len());
        if let Some(stem) = stem.and_then(|stem| self.word.get(..stem)) {
            (self.emit)(without_article(stem));
        }
        self.word.clear();
        self.letters = 0;
        self.stem = None;
    }
}

/// Letters that have no decomposition, by what they are written with where they are missing. One form for each Arabic letter.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ł' => "l",
        'ŧ' => "t",
        'ə' => "a",
        'ς' => "σ",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ە' => "ه",
        _ => return None,
    })
}

/// What is not seen, or stands in a word without being one of its letters. A space of no width is no part of this: it parts words.
pub(super) fn is_dropped(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{61C}' | '\u{640}' | '\u{180E}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | 'ʻ' | 'ʾ' | 'ʿ' | '‘')
}

fn is_ideograph(character: char) -> bool {
    matches!(character,
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
        && character.is_alphanumeric()
}

/// The word without an Arabic article, where at least two letters are left. (What is left of `الله` is another word.)
fn without_article(word: &str) -> &str {
    if word.bytes().next().is_some_and(|first| first.is_ascii()) {
        return word;
    }
    let rest = word.strip_prefix("لل").or_else(|| {
        let bare = word.strip_prefix(['و', 'ف', 'ب', 'ك']).unwrap_or(word);
        bare.strip_prefix("ال")
    });
    rest.filter(|rest| *rest != "له" && rest.chars().nth(1).is_some()).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text of which every character is taken apart.
    fn slowly(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        let mut folder = Folder::new(|word: &str| words.push(word.to_owned()));
        text.chars().for_each(|character| folder.decomposed(character));
        folder.end();
        words
    }

    #[test]
    fn quick_ways_find_the_same_words() {
        for text in [
            "One TWO, 3 four",
            "İhale, duyurulandan 74 GÜN sonra; Kâğıt Gemi'nin ĞÜŞÖÇI",
            "Ankara'da O'Neill's 'quoted' x'y abc' 'abc d''e",
            "والعالم بالسلاح للناس الله مدرسة ٢٠٢٥ كتاب‌ها",
            "naïve façade Straße Æsir œuvre ŉa Øre 1¼ ¨a a·b",
            "e\u{301}a a\u{ad}b İ İİ 新聞 カタカナ ﬁn",
        ] {
            assert_eq!(words(text), slowly(text), "{text}");
        }
        for length in 38..44 {
            for end in ["", " b", "'b c", "ü", "üb c", "'"] {
                let text = "a".repeat(length) + end;
                assert_eq!(words(&text), slowly(&text), "{text}");
            }
        }
    }

    #[test]
    fn letters_that_need_not_be_taken_apart_are_the_same() {
        for character in '\u{80}'..'\u{700}' {
            for (before, after) in [("", ""), ("ab", "C"), ("ab", "'c"), ("abc'", "D"), ("ال", "ب")] {
                let text = format!("{before}{character}{after} {character}");
                assert_eq!(words(&text), slowly(&text), "{text}");
            }
        }
    }
}
