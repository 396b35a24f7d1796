//! A line of Markdown with its marks of emphasis, none of which can be misread.
//!
//! Whether `*` opens or closes is decided by what stands on both sides of it, and that may have changed since the author wrote
//! it: a link lost its brackets, a character reference became a letter. A pair of asterisks that might be read otherwise is left
//! out; the words stay. Tildes are never left out, since what was withdrawn would stand as if it held: a pair that might be read
//! otherwise is shown as characters.

use super::tree::Mark;

/// A piece of a line.
#[derive(Debug)]
enum Piece {
    /// Markdown without marks that are open at its end; not empty.
    Source(String),
    Open(Pair),
    Close(Pair),
}

/// One mark and its end.
#[derive(Debug, Clone, Copy)]
struct Pair {
    mark: Mark,
    /// Its place in the line's list of pairs.
    index: usize,
}

/// What stands beside a run of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// White space, or the edge of the line.
    Space,
    /// A letter or digit.
    Word,
    /// Punctuation to every renderer.
    Punctuation,
    /// A character that renderers may disagree about.
    Other,
}

/// Marks between two pieces of source, with what stands beside them.
struct Run<'a> {
    marks: &'a [Piece],
    before: Side,
    after: Side,
}

/// A line that is being put together.
#[derive(Debug, Default)]
pub(super) struct Line {
    pieces: Vec<Piece>,
    open: Vec<Pair>,
    pairs: usize,
}

impl Line {
    /// Whether nothing but marks has been put into the line.
    pub(super) fn is_empty(&self) -> bool {
        !self.pieces.iter().any(|piece| matches!(piece, Piece::Source(_)))
    }

    /// Adds Markdown without open marks.
    pub(super) fn push(&mut self, source: String) {
        if let Some(Piece::Source(last)) = self.pieces.last_mut() {
            last.push_str(&source);
        } else if !source.is_empty() {
            self.pieces.push(Piece::Source(source));
        }
    }

    /// The Markdown that was added last; marks may follow it.
    pub(super) fn last_source(&mut self) -> Option<&mut String> {
        self.pieces.iter_mut().rev().find_map(|piece| match piece {
            Piece::Source(source) => Some(source),
            Piece::Open(_) | Piece::Close(_) => None,
        })
    }

    /// Opens a mark.
    pub(super) fn open(&mut self, mark: Mark) {
        let pair = Pair { mark, index: self.pairs };
        self.pairs += 1;
        self.open.push(pair);
        self.pieces.push(Piece::Open(pair));
    }

    /// Closes the mark that was opened last.
    pub(super) fn close(&mut self) {
        if let Some(pair) = self.open.pop() {
            self.pieces.push(Piece::Close(pair));
        }
    }

    /// The line as Markdown.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        let kept = self.unmistakable();
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Source(source) => out.push_str(source),
                Piece::Open(pair) | Piece::Close(pair) => {
                    let is_kept = kept.get(pair.index) == Some(&true);
                    out.push_str(if is_kept { delimiter(pair.mark) } else { instead(pair.mark) });
                }
            }
        }
        out
    }

    /// For each pair whether both its ends will be read as what they are.
    fn unmistakable(&self) -> Vec<bool> {
        let mut kept = vec![true; self.pairs];
        let mut depth: usize = 0;
        let mut before = Side::Space;
        let mut rest = self.pieces.as_slice();
        while let Some((piece, others)) = rest.split_first() {
            if let Piece::Source(source) = piece {
                before = side(source.chars().next_back());
                rest = others;
                continue;
            }
            let marks = rest.iter().take_while(|piece| !matches!(piece, Piece::Source(_))).count();
            let (marks, others) = rest.split_at(marks);
            let after = match others.first() {
                Some(Piece::Source(source)) => side(source.chars().next()),
                _ => Side::Space,
            };
            judge(&Run { marks, before, after }, &mut depth, &mut kept);
            rest = others;
        }
        kept
    }
}

/// Strikes out the pairs of a run that could be misread. `depth` is how many marks are open.
fn judge(run: &Run<'_>, depth: &mut usize, kept: &mut [bool]) {
    let inside = *depth > 0;
    let is_mixed = run.is_mixed();
    let mut closed = false;
    for piece in run.marks {
        let (pair, fits) = match piece {
            Piece::Open(pair) => {
                *depth += 1;
                (pair, !closed && run.opens(inside))
            }
            Piece::Close(pair) => {
                *depth = depth.saturating_sub(1);
                closed = true;
                (pair, run.closes())
            }
            Piece::Source(_) => continue,
        };
        // Asterisks and tildes are each other's punctuation; where they meet, the tildes stay.
        let fits = fits && (!is_mixed || pair.mark == Mark::Struck);
        if !fits && let Some(kept) = kept.get_mut(pair.index) {
            *kept = false;
        }
    }
}

impl Run<'_> {
    /// Whether marks here open. Inside other marks they must not look as if they closed, or they would close those.
    fn opens(&self, inside: bool) -> bool {
        match (self.before, self.after) {
            (_, Side::Space) => false,
            (Side::Space, _) | (Side::Punctuation, Side::Word) => true,
            (Side::Punctuation, _) | (_, Side::Word) => !inside,
            (Side::Word | Side::Other, _) => false,
        }
    }

    /// Whether marks here close. That they might open as well does no harm: there is something for them to close.
    fn closes(&self) -> bool {
        match (self.before, self.after) {
            (Side::Space, _) => false,
            (_, Side::Space | Side::Punctuation) | (Side::Word, _) => true,
            (Side::Punctuation | Side::Other, _) => false,
        }
    }

    fn is_mixed(&self) -> bool {
        let is_struck = |piece: &&Piece| matches!(piece, Piece::Open(pair) | Piece::Close(pair) if pair.mark == Mark::Struck);
        let tildes = self.marks.iter().filter(is_struck).count();
        tildes > 0 && tildes < self.marks.len()
    }
}

fn delimiter(mark: Mark) -> &'static str {
    match mark {
        Mark::Emphasis => "*",
        Mark::Strong => "**",
        Mark::Struck => "~~",
    }
}

/// What stands in the place of a mark that could be misread.
fn instead(mark: Mark) -> &'static str {
    match mark {
        Mark::Emphasis | Mark::Strong => "",
        Mark::Struck => "\\~\\~",
    }
}

fn side(character: Option<char>) -> Side {
    match character {
        None => Side::Space,
        Some(c) if c.is_whitespace() => Side::Space,
        Some(c) if c.is_ascii_punctuation() => Side::Punctuation,
        Some('«' | '»' | '،' | '؛' | '؟' | '\u{2010}'..='\u{2027}') => Side::Punctuation,
        // Circled letters are letters to Rust and symbols to renderers.
        Some('\u{24B6}'..='\u{24E9}' | '\u{1F100}'..='\u{1F1FF}') => Side::Other,
        Some(c) if c.is_alphanumeric() => Side::Word,
        Some(_) => Side::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line from pieces: `<` opens emphasis, `{` strong, `[` struck, and `.` closes.
    fn line(pieces: &str) -> String {
        let mut line = Line::default();
        for piece in pieces.chars() {
            match piece {
                '<' => line.open(Mark::Emphasis),
                '{' => line.open(Mark::Strong),
                '[' => line.open(Mark::Struck),
                '.' => line.close(),
                other => line.push(other.to_string()),
            }
        }
        line.finish()
    }

    #[test]
    fn marks_that_cannot_be_misread_stay() {
        for (pieces, source) in [
            ("<a.", "*a*"),
            ("<{a..", "***a***"),
            ("a <b {c. d. e", "a *b **c** d* e"),
            ("a<b.c", "a*b*c"),
            ("(<a.)", "(*a*)"),
            ("{“<a.”.", "**“*a*”**"),
            ("<a.؟", "*a*؟"),
            ("<(a).", "*(a)*"),
            ("[a.b", "~~a~~b"),
            ("{a <b..", "**a *b***"),
        ] {
            assert_eq!(line(pieces), source);
        }
    }

    #[test]
    fn marks_that_could_be_misread_go() {
        for (pieces, source) in [
            ("a<(b).", "a(b)"),
            ("<(b).c", "(b)c"),
            ("< a.", " a"),
            ("<a .", "a "),
            ("<a.{b.", "*a*b"),
            ("<a{b.c.", "*abc*"),
            ("Ⓐ<(b).", "Ⓐ(b)"),
        ] {
            assert_eq!(line(pieces), source);
        }
    }

    #[test]
    fn what_is_struck_out_never_loses_its_tildes() {
        for (pieces, source) in [
            ("<[a..", "~~a~~"),
            ("[<a. b.", "~~a b~~"),
            ("a[(b).", "a\\~\\~(b)\\~\\~"),
            ("[a.[b.", "~~a~~\\~\\~b\\~\\~"),
        ] {
            assert_eq!(line(pieces), source);
        }
    }
}
