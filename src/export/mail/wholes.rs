//! What must not be cut: a text or a name of a brief that runs against the words around it is one piece, with the numbers in it.
//!
//! `ارتفع العدد من 40 إلى 55` in an English mail: cut at its numbers, the pieces stand from left to right, and it reads `from 55 to 40`.
//! A text whose language is known runs as that does, whatever its letters: in `VPA اتهمت Guild` two of three words are names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::Said;
use super::apart::{runs, runs_against};
use super::html::events;
use super::line::Line;
use crate::markdown::{RefKind, Shape, Targets, to_markdown, visible};
use crate::model::Direction;

/// The texts of a document that say where it may be cut.
pub(super) struct Wholes {
    dir: Direction,
    /// Those that run the other way: each is one piece.
    against: Texts,
    /// Those that run along, with names in them that do not: what runs the other way before one is not in one piece with what does in it.
    along: Texts,
}

impl Wholes {
    /// Of all texts that a document is made from.
    pub(super) fn of(said: &[Said], dir: Direction) -> Self {
        let lines_of = |way: Option<Direction>| -> BTreeSet<String> {
            let texts = said.iter().filter(|it| it.dir == way && it.text.contains(|c| runs_against(c, dir)));
            texts.flat_map(|it| lines(&it.text)).collect()
        };
        let (mut along, mut against, mut unknown) =
            (lines_of(Some(dir)), lines_of(Some(dir.opposite())), lines_of(None));
        unknown.retain(|it| !along.contains(it) && !against.contains(it) && mostly_against(it, dir));
        // Numbers alone stand rightly wherever they are.
        against.retain(|it| it.contains(|c: char| c.is_alphabetic() && runs_against(c, dir)));
        along.retain(|it| it.contains(|c: char| c.is_alphabetic() && !runs_against(c, dir)));
        Self { dir, against: Texts::of(against.into_iter().chain(unknown)), along: Texts::of(along) }
    }

    /// What is to be set apart in a line, in its order: the texts that are known, and whatever else runs the other way.
    pub(super) fn ranges(&self, line: &str) -> Vec<Range<usize>> {
        let wholes = self.against.found(line);
        let mut ranges = Vec::new();
        for run in self.runs(line, &wholes) {
            let inside: Vec<_> =
                wholes.iter().filter(|it| it.start < run.end && run.start < it.end).cloned().collect();
            // Part of a word, or of a sentence that nobody knows: it is not cut either.
            if self.has_more(line, &run, &inside) {
                ranges.push(run);
            }
            ranges.extend(inside);
        }
        joined(ranges)
    }

    /// Where the line has runs that go the other way. None goes over the beginning or the end of a text that runs along.
    fn runs(&self, line: &str, wholes: &[Range<usize>]) -> Vec<Range<usize>> {
        let is_free = |at: &usize| !wholes.iter().any(|whole| whole.start < *at && *at < whole.end);
        let cuts = self.along.found(line).into_iter().flat_map(|text| [text.start, text.end]).filter(is_free);
        let mut runs_of_line = Vec::new();
        let mut start = 0;
        for end in cuts.chain([line.len()]) {
            let piece = line.get(start..end).unwrap_or_default();
            runs_of_line
                .extend(runs(piece, self.dir).into_iter().map(|run| start + run.start..start + run.end));
            start = end;
        }
        runs_of_line
    }

    /// Whether a run says more than the known texts in it.
    fn has_more(&self, line: &str, run: &Range<usize>, inside: &[Range<usize>]) -> bool {
        let letters = line.char_indices().filter(|(at, c)| run.contains(at) && runs_against(*c, self.dir));
        letters.map(|(at, _)| at).any(|at| !inside.iter().any(|it| it.contains(&at)))
    }
}

/// Texts by how they begin; longer ones first.
struct Texts(BTreeMap<String, Vec<String>>);

impl Texts {
    fn of(texts: impl IntoIterator<Item = String>) -> Self {
        let mut texts: Vec<_> = texts.into_iter().collect();
        texts.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        texts.dedup();
        let mut by_start = BTreeMap::<_, Vec<_>>::new();
        for text in texts {
            by_start.entry(start(&text).to_owned()).or_default().push(text);
        }
        Self(by_start)
    }

    /// Where they stand in a line.
    fn found(&self, line: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut behind = 0;
        let mut last = ' ';
        for (at, c) in line.char_indices() {
            if at >= behind
                && !(last.is_alphanumeric() && c.is_alphanumeric())
                && let Some(len) = line.get(at..).and_then(|rest| self.at_start(rest))
            {
                behind = at + len;
                found.push(at..behind);
            }
            last = c;
        }
        found
    }

    /// How long the text is that a line begins with.
    fn at_start(&self, line: &str) -> Option<usize> {
        let candidates = self.0.get(start(line))?;
        let ends = |rest: &str, text: &str| {
            !(rest.starts_with(char::is_alphanumeric) && text.ends_with(char::is_alphanumeric))
        };
        let found = candidates.iter().find(|it| line.strip_prefix(&***it).is_some_and(|rest| ends(rest, it)));
        found.map(String::len)
    }
}

/// A text as the lines that it can be shown in: as it is, as prose in a line, and as prose in paragraphs of its own.
fn lines(text: &str) -> Vec<String> {
    let mut lines = vec![visible(text.trim()).into_owned()];
    for shape in [Shape::Inline, Shape::Block] {
        let mut line = Line::default();
        for event in events(&to_markdown(text, shape, &Nowhere)) {
            if Line::holds(&event) {
                line.push(event.into_static());
            } else {
                lines.push(std::mem::take(&mut line).text().trim().to_owned());
            }
        }
    }
    lines
}

/// References are text.
struct Nowhere;

impl Targets for Nowhere {
    fn href(&self, _: RefKind, _: &str) -> Option<std::borrow::Cow<'_, str>> {
        None
    }
}

/// Whether most letters of a text run the other way.
fn mostly_against(text: &str, dir: Direction) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let against = letters().filter(|c| runs_against(*c, dir)).count();
    against * 2 > letters().count()
}

/// The first word of a text, or the sign that it begins with.
fn start(text: &str) -> &str {
    let word = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let sign = text.chars().next().map_or(0, char::len_utf8);
    text.get(..word.max(sign)).unwrap_or_default()
}

/// The ranges in their order; those that overlap are one.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|it| (it.start, it.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(said: &[&str], line: &str, dir: Direction) -> String {
        let said: Vec<_> = said.iter().map(|it| Said { text: (*it).to_owned(), dir: None }).collect();
        set_apart(&said, line, dir)
    }

    fn set_apart(said: &[Said], line: &str, dir: Direction) -> String {
        let mut out = line.to_owned();
        for range in Wholes::of(said, dir).ranges(line).into_iter().rev() {
            out.insert(range.end, '›');
            out.insert(range.start, '‹');
        }
        out
    }

    #[test]
    fn a_text_of_a_brief_is_one_piece_with_its_numbers() {
        for (said, line, expected) in [
            (
                "ارتفع العدد من 40 إلى 55.",
                "Stated – ارتفع العدد من 40 إلى 55. – today",
                "Stated – ‹ارتفع العدد من 40 إلى 55.› – today",
            ),
            ("هيئة العينة 24", "هيئة العينة 24, 5 March 2025 [1]", "‹هيئة العينة 24›, 5 March 2025 [1]"),
            ("40 قتيلا – هيئة BBC 24", "(40 قتيلا – هيئة BBC 24)", "(‹40 قتيلا – هيئة BBC 24›)"),
            ("**ارتفع** [من 40](fact:f) إلى 55", "ارتفع من 40 إلى 55: so", "‹ارتفع من 40 إلى 55›: so"),
            ("الهيئة", "والهيئة, قالت الهيئة ذلك", "‹والهيئة, قالت الهيئة ذلك›"),
            ("A قال that it is so", "A قال that it is so", "A ‹قال› that it is so"),
        ] {
            assert_eq!(marked(&[said], line, Direction::Ltr), expected);
        }
        let two = ["هيئة أولى 1", "هيئة ثانية 2"];
        assert_eq!(
            marked(&two, "هيئة أولى 1, هيئة ثانية 2", Direction::Ltr),
            "‹هيئة أولى 1›, ‹هيئة ثانية 2›"
        );
        let port = ["It rose; then it fell.", "open"];
        assert_eq!(
            marked(&port, "قال: It rose; then it fell. open-door", Direction::Rtl),
            "قال: ‹It rose; then it fell. open-door›"
        );
    }

    #[test]
    fn a_text_whose_language_is_known_runs_as_that_does() {
        let arabic = |text: &str| Said { text: text.to_owned(), dir: Some(Direction::Rtl) };
        let english = |text: &str| Said { text: text.to_owned(), dir: Some(Direction::Ltr) };
        let accused = "Guild اتهمت VPA؟";
        for (said, line, dir, expected) in [
            (arabic(accused), "1. Guild اتهمت VPA؟", Direction::Rtl, "1. ‹Guild› اتهمت ‹VPA›؟"),
            (
                arabic(accused),
                "Question: Guild اتهمت VPA؟ → so",
                Direction::Ltr,
                "Question: ‹Guild اتهمت VPA؟› → so",
            ),
            (
                english("سلطة accused نقابة?"),
                "1. سلطة accused نقابة?",
                Direction::Ltr,
                "1. ‹سلطة› accused ‹نقابة›?",
            ),
            (
                english("سلطة accused نقابة?"),
                "قال: سلطة accused نقابة?",
                Direction::Rtl,
                "قال: ‹سلطة accused نقابة?›",
            ),
            (arabic("Guild قالت"), "5 مارس 2025: Guild قالت", Direction::Rtl, "5 مارس 2025: ‹Guild› قالت"),
        ] {
            // The view has the same text, and does not say what language it is in.
            let all = [said.clone(), Said { dir: None, ..said }];
            assert_eq!(set_apart(&all, line, dir), expected);
        }
    }
}
