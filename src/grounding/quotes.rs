//! Quotes: each is looked for in the article to the letter.

use std::ops::Range;

use super::fold::{Folded, is_mark, is_of_word, is_unseen};
use super::nearest::{self, Passage};
use super::search;

/// What became of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It stands in the article, to the letter.
    Verified {
        /// Its bytes in the article.
        at: Range<usize>,
        /// Whether its words stand nowhere else.
        only_there: bool,
    },
    /// It stands in the article in other characters for the same words.
    Repaired {
        /// Its bytes in the article.
        at: Range<usize>,
        /// The article's own characters, on one line.
        own: String,
        /// In what the two differ.
        difference: Difference,
        /// Whether its words stand nowhere else.
        only_there: bool,
    },
    /// Its words stand in several places, and nothing tells which is meant.
    Ambiguous {
        /// How many.
        count: usize,
    },
    /// It does not stand in the article.
    NotFound {
        /// What comes nearest: as help only.
        nearest: Option<Passage>,
    },
    /// The brief has so many quotes and the article so much text that the rest is not looked for.
    NotLookedFor,
}

/// In which respects a quote is written in other characters than the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Difference {
    /// The marks of quotations inside it, or apostrophes.
    pub marks: bool,
    /// Spaces: two for one, or one that does not break.
    pub space: bool,
    /// Composed and decomposed letters, or characters that are not seen.
    pub form: bool,
}

/// How many bytes of articles may be gone through for the quotes of one brief: far more than any brief in good faith needs, and
/// an end to thousands of quotes held against megabytes.
const EFFORT: usize = 1 << 31;

/// Looks for quotes in one article.
#[derive(Debug)]
pub struct Search<'a> {
    article: &'a str,
    folded: &'a Folded,
    effort: usize,
}

impl<'a> Search<'a> {
    /// A search in an article, of which `folded` is the folded form.
    #[must_use]
    pub fn new(article: &'a str, folded: &'a Folded) -> Self {
        Self { article, folded, effort: EFFORT }
    }

    /// What becomes of a quote.
    pub fn look_up(&mut self, quote: &str) -> Outcome {
        if !self.spend() {
            return Outcome::NotLookedFor;
        }
        let wanted = Folded::new(quote);
        let wanted = wanted.text().trim();
        let hits = self.hits(wanted);
        let marked = hits.first_marked.filter(|_| hits.marked == 1);
        match (hits.first, marked) {
            (Some(only), _) if hits.count == 1 => self.found(quote, &only, true),
            (Some(_), Some(marked)) => self.found(quote, &marked, false),
            (Some(_), None) => Outcome::Ambiguous { count: hits.count },
            (None, _) => {
                let nearest = self.spend().then(|| nearest::passage(self.article, quote)).flatten();
                Outcome::NotFound { nearest }
            }
        }
    }

    fn spend(&mut self) -> bool {
        let left = self.effort.checked_sub(self.article.len().max(1));
        self.effort = left.unwrap_or(self.effort);
        left.is_some()
    }

    fn hits(&self, wanted: &str) -> Hits {
        let text = self.folded.text();
        let mut hits = Hits::default();
        search::each(text, wanted, |at| {
            let counts = stands_apart(text, &at, wanted);
            if counts {
                hits.add(text, at);
            }
            counts
        });
        hits
    }

    fn found(&self, quote: &str, folded: &Range<usize>, only_there: bool) -> Outcome {
        let at = self.folded.original(folded);
        let own = on_one_line(self.article.get(at.clone()).unwrap_or_default());
        let difference = Difference::between(&own, quote);
        if difference == Difference::default() {
            Outcome::Verified { at, only_there }
        } else {
            Outcome::Repaired { at, own, difference, only_there }
        }
    }
}

/// Where a text stands.
#[derive(Default)]
struct Hits {
    count: usize,
    first: Option<Range<usize>>,
    /// How many are what the article itself puts in quotation marks: of several places, a quote is from that one.
    marked: usize,
    first_marked: Option<Range<usize>>,
}

impl Hits {
    fn add(&mut self, text: &str, at: Range<usize>) {
        self.count += 1;
        let before = text.get(..at.start).unwrap_or_default();
        let after =
            text.get(at.end..).unwrap_or_default().trim_start_matches(['.', ',', '!', '?', '،', '؟', '…']);
        if before.ends_with('\'') && after.starts_with('\'') {
            self.marked += 1;
            self.first_marked.get_or_insert(at.clone());
        }
        self.first.get_or_insert(at);
    }
}

/// Whether these words stand in a text to the letter, and as no piece of longer words.
pub(crate) fn stand_in(words: &str, text: &str) -> bool {
    text.match_indices(words).any(|(at, _)| stands_apart(text, &(at..at.saturating_add(words.len())), words))
}

/// Whether a place is no piece of a longer word on either side: `art` does not stand in `party`.
fn stands_apart(text: &str, at: &Range<usize>, wanted: &str) -> bool {
    let before = text.get(..at.start).and_then(|before| before.chars().next_back());
    let after = text.get(at.end..).and_then(|after| after.chars().next());
    !joined(before, wanted.chars().next()) && !joined(wanted.chars().next_back(), after)
}

fn joined(left: Option<char>, right: Option<char>) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return false };
    is_of_word(left) && is_of_word(right) && !(is_unspaced(left) || is_unspaced(right))
}

/// Letters of scripts that put no space between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
        || matches!(letter, '\u{2E80}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A passage without the layout of its file: line breaks, indentation, and what is not seen.
fn on_one_line(passage: &str) -> String {
    let mut line = String::with_capacity(passage.len());
    for character in passage.chars().filter(|character| !is_unseen(*character)) {
        match character {
            ' ' | '\t' | '\n' | '\r' => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            other => line.push(other),
        }
    }
    line.trim_matches(' ').to_owned()
}

impl Difference {
    fn between(own: &str, quote: &str) -> Self {
        let quote = quote.trim();
        let differ = |kind: fn(&char) -> bool| !own.chars().filter(kind).eq(quote.chars().filter(kind));
        Self {
            marks: differ(|c| is_mark(*c)),
            space: differ(|c| c.is_whitespace()),
            form: differ(|c| !is_mark(*c) && !c.is_whitespace()),
        }
    }

    /// The difference in words: `quotation marks and spaces`.
    #[must_use]
    pub fn phrase(self) -> String {
        let parts: Vec<_> = [
            (self.marks, "quotation marks"),
            (self.space, "spaces"),
            (self.form, "the Unicode form of letters"),
        ]
        .into_iter()
        .filter_map(|(differs, name)| differs.then_some(name))
        .collect();
        parts.join(" and ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_up(article: &str, quote: &str) -> Outcome {
        let folded = Folded::new(article);
        Search::new(article, &folded).look_up(quote)
    }

    fn verified<'t>(article: &'t str, quote: &str) -> &'t str {
        match look_up(article, quote) {
            Outcome::Verified { at, .. } => article.get(at).unwrap(),
            other => panic!("{quote}: {other:?}"),
        }
    }

    #[test]
    fn only_the_words_themselves_are_verified() {
        let article = "The mayor said: “The bridge would\n  not be closed.” He left. Göz’ün sözü.";
        assert_eq!(
            verified(article, "The bridge would not be closed."),
            "The bridge would\n  not be closed."
        );
        assert_eq!(verified(article, "Göz"), "Göz");
        for wrong in
            ["The bridge would be closed.", "the bridge would", "bridge would not be close", "ridge", "Goz"]
        {
            assert!(matches!(look_up(article, wrong), Outcome::NotFound { .. }), "{wrong}");
        }
    }

    #[test]
    fn other_characters_for_the_same_words_are_repaired() {
        let article = "“It’s a ‘first’ step”, Go\u{308}z said in 3\u{a0}500 words.";
        let differs = |quote| match look_up(article, quote) {
            Outcome::Repaired { own, difference, .. } => (own, difference.phrase()),
            other => panic!("{quote}: {other:?}"),
        };
        assert_eq!(
            differs("It's a “first” step"),
            ("It’s a ‘first’ step".to_owned(), "quotation marks".to_owned())
        );
        assert_eq!(differs("Göz said").1, "the Unicode form of letters");
        assert_eq!(differs("3 500 words"), ("3\u{a0}500 words".to_owned(), "spaces".to_owned()));
        assert_eq!(differs("Göz  said").1, "spaces and the Unicode form of letters");
    }

    #[test]
    fn of_several_places_the_one_in_quotation_marks_is_meant() {
        let article = "A “close” friend, in close touch. A step, a step.";
        assert_eq!(look_up(article, "close"), Outcome::Verified { at: 5..10, only_there: false });
        assert_eq!(look_up(article, "step"), Outcome::Ambiguous { count: 2 });
    }

    #[test]
    fn scripts_without_spaces_have_no_edges_of_words() {
        assert_eq!(verified("市长说桥梁不会关闭。", "桥梁不会关闭"), "桥梁不会关闭");
        assert!(matches!(look_up("والتعاون وثيق", "التعاون وثيق"), Outcome::NotFound { .. }));
        assert_eq!(verified("قال: «التعاون وثيق».", "التعاون وثيق"), "التعاون وثيق");
    }

    #[test]
    fn what_repeats_itself_takes_no_longer() {
        let article = "ab ".repeat(100_000) + "b.*(a+)+$";
        let mut quote = "b ".to_owned() + &"ab ".repeat(33_000);
        quote.push('a');
        assert!(matches!(look_up(&article, &quote), Outcome::NotFound { .. }));
        assert_eq!(verified(&article, "b.*(a+)+$"), "b.*(a+)+$");
    }

    #[test]
    fn effort_has_an_end() {
        let article = "words ".repeat(1000);
        let folded = Folded::new(&article);
        let mut search = Search { effort: 2 * article.len(), ..Search::new(&article, &folded) };
        assert!(matches!(search.look_up("none"), Outcome::NotFound { .. }));
        assert_eq!(search.look_up("words"), Outcome::NotLookedFor);
    }
}
