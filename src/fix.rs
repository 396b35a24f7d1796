//! Mends: the edits that diagnostics carry, applied to the text of a file. Comments, order and layout stay, since nothing but the
//! spans of the edits is touched.

use std::collections::BTreeMap;

use crate::diagnostic::position::{Lines, Position};
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::error::Error;
use crate::source::SourceFile;

/// How often a mended text is looked at again: a mended key can bring a misspelt word to light, and hardly more than that.
const MAX_ROUNDS: usize = 5;

/// How many edits of one file are tried one by one, once all together have done harm.
const MAX_SINGLE: usize = 100;

/// Says everything that is wrong with a file.
pub type Check<'c> = dyn Fn(&SourceFile) -> Result<Vec<Diagnostic>, Error> + 'c;

/// One mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// What was wrong.
    pub code: &'static Code,
    /// Where, in the text as it was then. Mends do not move lines.
    pub position: Position,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
}

/// What became of a file.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The text with its mends.
    pub text: String,
    /// What was mended, by place.
    pub mends: Vec<Mend>,
    /// What was not, since it would have made something else wrong.
    pub declined: Vec<Mend>,
    /// Everything that is wrong with the text now.
    pub remaining: Vec<Diagnostic>,
}

/// Applies the edits of these diagnostics to the text that they are about. Where two want the same bytes, the first wins. Returns
/// the text with the diagnostics whose edits are in it.
#[must_use]
pub fn apply<'d>(text: &str, diagnostics: &'d [Diagnostic]) -> (String, Vec<&'d Diagnostic>) {
    let mut edits: Vec<_> =
        diagnostics.iter().filter_map(|it| it.edit.as_ref().map(|edit| (edit, it))).collect();
    edits.sort_by_key(|(edit, _)| edit.span);
    let mut mended = String::with_capacity(text.len());
    let mut applied = Vec::new();
    let mut at = 0;
    let mut last: Option<&Edit> = None;
    for (edit, diagnostic) in edits {
        let before = text.get(at..edit.span.start());
        let (Some(before), Some(_), false) = (before, text.get(edit.span.range()), last == Some(edit)) else {
            continue;
        };
        mended.push_str(before);
        mended.push_str(&edit.replacement);
        applied.push(diagnostic);
        at = edit.span.end();
        last = Some(edit);
    }
    mended.push_str(text.get(at..).unwrap_or_default());
    (mended, applied)
}

/// Mends what can be mended, and looks again until nothing more is found. The result reads at least as well: nothing is wrong
/// with it that was not wrong before, or hidden behind what was.
///
/// # Errors
/// When `check` fails.
pub fn mend(file: &SourceFile, check: &Check<'_>) -> Result<Mended, Error> {
    let untouched =
        Mended { text: file.text.clone(), mends: Vec::new(), declined: Vec::new(), remaining: check(file)? };
    let all = all_together(file, untouched.clone(), check)?;
    if reads_as_well(&untouched, &all) {
        return Ok(all.sorted());
    }
    let some = one_by_one(file, untouched.clone(), check)?;
    if reads_as_well(&untouched, &some) {
        return Ok(some.sorted());
    }
    let declined = some.mends.into_iter().chain(some.declined).collect();
    Ok(Mended { declined, ..untouched }.sorted())
}

impl Mended {
    fn sorted(mut self) -> Self {
        self.mends.sort_by_key(|mend| mend.position);
        self.declined.sort_by_key(|mend| mend.position);
        self
    }
}

fn all_together(file: &SourceFile, mut state: Mended, check: &Check<'_>) -> Result<Mended, Error> {
    for _ in 0..MAX_ROUNDS {
        let (text, applied) = apply(&state.text, &state.remaining);
        if applied.is_empty() {
            break;
        }
        state.mends.extend(mends(&state.text, &applied));
        state.remaining = check(&SourceFile::new(&file.path, text.clone()))?;
        state.text = text;
    }
    Ok(state)
}

fn one_by_one(file: &SourceFile, mut state: Mended, check: &Check<'_>) -> Result<Mended, Error> {
    let mut tried: Vec<(&str, String, Option<Edit>)> = Vec::new();
    for _ in 0..MAX_SINGLE {
        let same = |it: &Diagnostic, (code, message, edit): &(&str, String, Option<Edit>)| {
            it.code.id == *code
                && it.message == *message
                && replacement(it.edit.as_ref()) == replacement(edit.as_ref())
        };
        let next = |it: &&Diagnostic| it.edit.is_some() && !tried.iter().any(|old| same(it, old));
        let Some(one) = state.remaining.iter().find(next).cloned() else { break };
        let (text, applied) = apply(&state.text, std::slice::from_ref(&one));
        let mends = mends(&state.text, &applied);
        let remaining = check(&SourceFile::new(&file.path, text.clone()))?;
        let mut candidate = Mended { text, remaining, ..state.clone() };
        // What it brings to light may well be mended next.
        if brought(&state, &candidate).all(|it| it.edit.is_some()) {
            candidate.mends.extend(mends);
            state = candidate;
        } else {
            state.declined.extend(mends);
            tried.push((one.code.id, one.message, one.edit));
        }
    }
    Ok(state)
}

fn replacement(edit: Option<&Edit>) -> Option<&str> {
    edit.map(|edit| edit.replacement.as_str())
}

fn mends(text: &str, applied: &[&Diagnostic]) -> Vec<Mend> {
    let lines = Lines::new(text);
    let edits = applied.iter().filter_map(|it| Some((it.code, it.edit.as_ref()?)));
    edits
        .map(|(code, edit)| Mend {
            code,
            position: lines.position(edit.span.start()),
            old: text.get(edit.span.range()).unwrap_or_default().to_owned(),
            new: edit.replacement.clone(),
        })
        .collect()
}

fn reads_as_well(before: &Mended, after: &Mended) -> bool {
    brought(before, after).next().is_none()
}

/// What is wrong afterwards and was not before. Warnings do not count where errors kept the rules from being applied at all.
fn brought<'d>(before: &Mended, after: &'d Mended) -> impl Iterator<Item = &'d Diagnostic> {
    let mut known: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for it in &before.remaining {
        *known.entry((it.code.id, it.message.clone())).or_default() += 1;
    }
    let unread = before.remaining.iter().any(Diagnostic::is_error);
    after.remaining.iter().filter(move |it| !unread || it.is_error()).filter(move |it| {
        match known.get_mut(&(it.code.id, it.message.clone())) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        }
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::diagnostic::codes;
    use crate::span::Span;

    fn edit(start: usize, end: usize, replacement: &str) -> Diagnostic {
        let span = Span::new(start, end);
        Diagnostic::new(&codes::UNKNOWN_WORD, Path::new("x"), span, replacement).with_edit(span, replacement)
    }

    #[test]
    fn edits_are_applied_in_order_and_the_first_of_two_wins() {
        let edits = [edit(7, 8, "C"), edit(0, 1, "AA"), edit(0, 3, "lost"), edit(3, 3, "+"), edit(3, 3, "+")];
        let (text, applied) = apply("a b ş c", &edits);
        assert_eq!((text.as_str(), applied.len()), ("AA b+ ş C", 3));
    }

    #[test]
    fn an_edit_that_does_not_fit_the_text_is_passed_over() {
        for bad in [edit(1, 2, "x"), edit(5, 9, "x")] {
            assert_eq!(apply("ş", &[bad]).0, "ş");
        }
    }

    #[test]
    fn a_mend_that_does_harm_is_declined_and_the_others_are_kept() {
        let check = |file: &SourceFile| {
            let mut found = Vec::new();
            found.extend(file.text.find("bad").map(|at| edit(at, at + 3, "good")));
            found.extend(file.text.find("trap").map(|at| edit(at, at + 4, "harm")));
            if file.text.contains("harm") {
                found.push(Diagnostic::of_file(&codes::BAD_DATE, Path::new("x"), "harm"));
            }
            Ok(found)
        };
        let mended = mend(&SourceFile::new(Path::new("x"), "bad trap bad".to_owned()), &check).unwrap();
        assert_eq!(mended.text, "good trap good");
        assert_eq!((mended.mends.len(), mended.declined.len(), mended.remaining.len()), (2, 1, 1));
    }

    #[test]
    fn mending_ends_even_if_it_never_gets_better() {
        let check = |_: &SourceFile| Ok(vec![edit(0, 0, "x")]);
        let mended = mend(&SourceFile::new(Path::new("x"), String::new()), &check).unwrap();
        assert_eq!(mended.text, "x".repeat(MAX_ROUNDS));
    }
}
