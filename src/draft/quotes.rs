//! What an article puts in quotation marks.

use crate::language::shortlist::Shortlist;
use crate::language::tokens::unseen;

/// How many phrases are listed.
const MOST: usize = 50;

/// How many characters of one phrase are listed.
const LONGEST: usize = 300;

/// A phrase that stands in quotation marks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// The words between the marks. Letter for letter, except that white space over a line break is one space.
    pub(super) text: String,
    /// Whether the phrase goes on in the article: it was too long to list whole.
    pub(super) cut: bool,
    /// The line of the opening mark, counted from 1.
    pub(super) line: usize,
}

/// One way to open a quotation, and the marks that can close it.
struct Pair {
    open: char,
    close: &'static [char],
    /// Whether the mark is also used to close, so that only its place tells which it does.
    by_place: bool,
}

/// Quotation marks as they are used in English, Turkish, Arabic, French and German, with those set the wrong way
/// round, as right-to-left text often has them. Straight single marks are left out: in most texts they are
/// apostrophes. So is the low single mark, a comma in too many.
const PAIRS: [Pair; 7] = [
    Pair { open: '"', close: &['"'], by_place: true },
    Pair { open: '“', close: &['”', '“'], by_place: false },
    Pair { open: '„', close: &['“', '”', '‟'], by_place: false },
    Pair { open: '”', close: &['”', '“'], by_place: true },
    Pair { open: '«', close: &['»'], by_place: false },
    Pair { open: '»', close: &['«'], by_place: true },
    Pair { open: '‘', close: &['’'], by_place: false },
];

/// The phrases of a text, in order of appearance, outermost marks only, each once.
pub(super) fn find(text: &str) -> Shortlist<Quote> {
    let mut list = Shortlist::new(MOST);
    let mut paragraph = Paragraph::default();
    let mut line = 1;
    let mut blank = true;
    let mut before = None;
    let mut rest = text.char_indices();
    while let Some((at, character)) = rest.next() {
        if character == '\n' || (character == '\r' && !rest.as_str().starts_with('\n')) {
            // A quotation may run over the end of a line, and never over a blank line.
            if blank {
                paragraph.end(text, &mut list);
            }
            line += 1;
            blank = true;
        }
        if is_mark(character) {
            let after = rest.as_str().chars().find(|&next| !unseen(next));
            paragraph.take(&Mark { character, at, line, before, after });
        }
        if !unseen(character) {
            blank &= character.is_whitespace();
            before = Some(character);
        }
    }
    paragraph.end(text, &mut list);
    list
}

fn is_mark(character: char) -> bool {
    PAIRS.iter().any(|pair| pair.open == character || pair.close.contains(&character))
}

/// A quotation mark and what is seen beside it.
struct Mark {
    character: char,
    /// Its byte in the text.
    at: usize,
    line: usize,
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    fn follows_gap(&self) -> bool {
        self.before.is_none_or(|before| before.is_whitespace() || "([{—–-/:".contains(before))
    }

    fn precedes_gap(&self) -> bool {
        self.after.is_none_or(char::is_whitespace)
    }

    fn precedes_stop(&self) -> bool {
        self.after.is_some_and(|after| ".,;:!?)]}…،؛؟".contains(after))
    }

    fn precedes_word(&self) -> bool {
        self.after.is_some_and(char::is_alphanumeric)
    }

    fn follows_word(&self) -> bool {
        self.before.is_some_and(char::is_alphanumeric)
    }

    fn can_open(&self, pair: &Pair) -> bool {
        if self.character != pair.open {
            return false;
        }
        match pair.open {
            '"' => !self.precedes_gap() && !self.follows_word(),
            '‘' => !self.follows_word(),
            _ => !pair.by_place || (self.follows_gap() && !self.precedes_gap()),
        }
    }

    fn can_close(&self, pair: &Pair) -> bool {
        if !pair.close.contains(&self.character) {
            return false;
        }
        match pair.open {
            '«' => true,
            '‘' => !self.precedes_word(),
            // Marks that can open as well: behind a gap most do.
            _ => !self.follows_gap() || self.precedes_gap() || self.precedes_stop(),
        }
    }
}

/// The quotations of one paragraph: those still open, at most one of each kind, and those complete.
#[derive(Default)]
struct Paragraph {
    open: [Option<Start>; PAIRS.len()],
    /// Apart from each other, in order.
    complete: Vec<(Start, usize)>,
}

/// The byte behind an opening mark, and its line.
#[derive(Clone, Copy)]
struct Start {
    at: usize,
    line: usize,
}

impl Paragraph {
    fn take(&mut self, mark: &Mark) {
        // The innermost open quotation that the mark can close is closed by it.
        let closed = PAIRS
            .iter()
            .zip(&self.open)
            .filter(|(pair, _)| mark.can_close(pair))
            .filter_map(|(_, open)| *open)
            .max_by_key(|start| start.at);
        if let Some(start) = closed {
            self.close(start, mark.at);
        } else if let Some((_, open)) = PAIRS.iter().zip(&mut self.open).find(|(pair, _)| mark.can_open(pair))
        {
            *open = Some(Start { at: mark.at + mark.character.len_utf8(), line: mark.line });
        }
    }

    fn close(&mut self, start: Start, end: usize) {
        // What began inside and was never closed is given up; what is complete inside is part of this one.
        for open in &mut self.open {
            open.take_if(|inner| inner.at >= start.at);
        }
        while self.complete.last().is_some_and(|(inner, _)| inner.at > start.at) {
            self.complete.pop();
        }
        self.complete.push((start, end));
    }

    fn end(&mut self, text: &str, list: &mut Shortlist<Quote>) {
        self.open = [None; PAIRS.len()];
        for (start, end) in self.complete.drain(..) {
            let words = text.get(start.at..end).unwrap_or_default();
            if words.chars().any(char::is_alphanumeric) {
                let (text, cut) = phrase(words);
                list.offer(text.clone(), Quote { text, cut, line: start.line });
            }
        }
    }
}

/// The words in one line and not longer than is listed, and whether that took something off.
fn phrase(words: &str) -> (String, bool) {
    let mut out = String::new();
    let mut length = 0;
    let mut gap = String::new();
    for character in words.trim().chars() {
        if character.is_whitespace() {
            gap.push(character);
            continue;
        }
        if !gap.is_empty() {
            // One space that is no line break stays what it is, so that a narrow or fixed one is kept.
            let one = gap.chars().count() == 1
                && !gap.contains(|c: char| c.is_control() || c == '\u{2028}' || c == '\u{2029}');
            out.push_str(if one { &gap } else { " " });
            gap.clear();
            length += 1;
        }
        out.push(character);
        length += 1;
        if length > LONGEST {
            return (shortened(&out), true);
        }
    }
    (out, false)
}

/// The text up to its last whole word; without a gap in it, up to its last character.
fn shortened(text: &str) -> String {
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    let end = text.rfind(char::is_whitespace).unwrap_or(last);
    text.get(..end).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(article: &str) -> Vec<String> {
        find(article).listed.into_iter().map(|quote| quote.text).collect()
    }

    #[test]
    fn marks_of_every_usage() {
        for (article, expected) in [
            ("It is \"close\" now.", "close"),
            ("It is “close” now.", "close"),
            ("It is ‘close’ now.", "close"),
            ("It is “close“ now.", "close"),
            ("Es ist „nahe“ jetzt.", "nahe"),
            ("Jest „blisko” teraz.", "blisko"),
            ("C’est « tout proche » ici.", "tout proche"),
            ("C’est «\u{a0}tout proche\u{202f}» ici.", "tout proche"),
            ("Das ist »nahe« jetzt.", "nahe"),
            ("Det är ”nära” nu.", "nära"),
            ("وصفها بأنها «وثيقة» اليوم", "وثيقة"),
            ("وصفها بأنها \"وثيقة\"، اليوم", "وثيقة"),
            ("وصفها بأنها ”وثيقة“ اليوم", "وثيقة"),
            ("“Yakın” iş birliği", "Yakın"),
            ("\"Badiye\"'de iki üs", "Badiye"),
            ("\"I was—\", he said", "I was—"),
            ("وصفها\u{200f} \u{200f}\"\u{200f}وثيقة\u{200f}\"\u{200f}،", "\u{200f}وثيقة\u{200f}"),
            ("dedi:\"Gel\"", "Gel"),
        ] {
            assert_eq!(texts(article), [expected], "{article}");
        }
    }

    #[test]
    fn what_is_no_quotation_is_passed_over() {
        for article in [
            "The minister's 5\" shell and the officials’ plan of ’90",
            "Türkiye’nin ve Türkiye'nin",
            "an open “ end",
            "“”",
            "“…” and “ ” and \"?\"",
            "Home » News » World",
            "one “ two\n\nthree ” four",
            "' single '",
        ] {
            assert!(texts(article).is_empty(), "{article}: {:?}", texts(article));
        }
    }

    #[test]
    fn the_outermost_marks_count() {
        assert_eq!(
            texts("He said “they call it ‘close’ here” and “no”."),
            ["they call it ‘close’ here", "no"]
        );
        assert_eq!(texts("«a “b” c» «d»"), ["a “b” c", "d"]);
        assert_eq!(texts("“she said “close” to us”"), ["close"]);
    }

    #[test]
    fn a_mark_left_open_costs_no_more_than_itself() {
        assert_eq!(texts("« never closed, but “close” is"), ["close"]);
        assert_eq!(texts("one “ two “three” four"), ["three"]);
        assert_eq!(texts("one “two “(three)” four"), ["(three)"]);
        assert_eq!(texts("an \"open end\nand \"close\" after"), ["close"]);
    }

    #[test]
    fn a_phrase_over_two_lines_is_one_line() {
        let list = find("a\n“b \r\n  c\td”\n“e\u{a0}f”");
        let seen: Vec<_> = list.listed.iter().map(|quote| (quote.text.as_str(), quote.line)).collect();
        assert_eq!(seen, [("b c d", 2), ("e\u{a0}f", 4)]);
    }

    #[test]
    fn lines_end_as_editors_have_it() {
        let list = find("a\rb\r\nc\n“d”");
        assert_eq!(list.listed[0].line, 4);
    }

    #[test]
    fn repetition_is_listed_once_and_many_are_counted() {
        let article = (0..60).map(|n| format!("“word {n}” “word 3” ")).collect::<Vec<_>>().concat();
        let list = find(&article);
        assert_eq!((list.listed.len(), list.left_out), (50, 10));
    }

    #[test]
    fn a_long_phrase_is_cut_behind_a_word() {
        let list = find(&format!("“{}”", "word ".repeat(100)));
        let quote = &list.listed[0];
        assert!(quote.cut && quote.text.ends_with("word") && quote.text.chars().count() <= LONGEST);
        let list = find(&format!("“{}”", "ع".repeat(LONGEST + 1)));
        assert_eq!(list.listed[0].text, "ع".repeat(LONGEST));
        let list = find(&format!("“{}”", "ع".repeat(LONGEST)));
        assert!(!list.listed[0].cut);
    }
}
