//! A123: a quote in other characters than the article's.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::grounding::quotes::Outcome;
use crate::span::Span;

static CODE: Code =
    Code { id: "A123", severity: Severity::Warning, title: "a quote in other characters than the article's" };

pub(super) static RULE: Rule = Rule::grounding(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (quote, outcome) in subject.brief.quotes().zip(subject.quotes) {
        let Outcome::Repaired { own, difference, .. } = outcome else { continue };
        let message = format!("the article has these words, but {} differ", difference.phrase());
        let found = findings
            .at(subject.path(), quote.text.span, message)
            .with_help(format!("write it as the article does: {own}"));
        findings.push(match rewritten(&subject.file.text, quote.text.span, quote.text.value.as_str(), own) {
            Some(scalar) => found.with_edit(quote.text.span, scalar),
            None => found,
        });
    }
}

/// The scalar at a place with another text, in the notation that it has or in double quotation marks. Nothing where its text does
/// not stand in the file as it is: folded over lines, or with escapes.
fn rewritten(file: &str, span: Span, text: &str, own: &str) -> Option<String> {
    let written = file.get(span.range())?;
    if own.chars().any(char::is_control) {
        return None;
    }
    if written == text {
        return Some(if is_plain(own) { own.to_owned() } else { in_double_marks(own) });
    }
    let within = |mark: char| written.strip_prefix(mark)?.strip_suffix(mark).filter(|inner| *inner == text);
    if within('"').is_some() {
        return Some(in_double_marks(own));
    }
    within('\'').map(|_| format!("'{}'", own.replace('\'', "''")))
}

fn in_double_marks(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a text may stand in YAML without quotation marks, in flow context too. The text that stood there could; but marks
/// and spaces mean something to YAML.
fn is_plain(text: &str) -> bool {
    !text.starts_with(['"', '\'', '`'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
}
