//! A121: a quote that does not stand in the article.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::grounding::quotes::Outcome;
use crate::grounding::{Article, Passage};
use crate::model::Quote;

static CODE: Code =
    Code { id: "A121", severity: Severity::Error, title: "a quote that does not stand in the article" };

pub(super) static RULE: Rule = Rule::grounding(&CODE, check);

/// How much of the nearest passage is shown, in characters.
const SHOWN: usize = 240;

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(article) = subject.article else { return };
    for (quote, outcome) in subject.brief.quotes().zip(subject.quotes) {
        match outcome {
            Outcome::NotFound { nearest } => {
                let found = not_found(subject, findings, quote, nearest.as_ref());
                findings.push(with_passage(found, quote, nearest.as_ref(), article));
            }
            Outcome::NotLookedFor => {
                let message = "this quote was not looked for: the brief has too many for so long an article";
                findings.push(findings.at(subject.path(), quote.text.span, message));
            }
            Outcome::Verified { .. } | Outcome::Repaired { .. } | Outcome::Ambiguous { .. } => {}
        }
    }
}

fn not_found(
    subject: &Subject<'_>,
    findings: &Findings<'_>,
    quote: &Quote,
    nearest: Option<&Passage>,
) -> Diagnostic {
    let message = if nearest.is_some_and(|passage| passage.negated) {
        "this quote does not stand in the article: a negation makes it say the opposite"
    } else {
        "this quote does not stand in the article, letter for letter"
    };
    findings.at(subject.path(), quote.text.span, message)
}

fn with_passage(
    found: Diagnostic,
    quote: &Quote,
    nearest: Option<&Passage>,
    article: &Article,
) -> Diagnostic {
    let found = match nearest {
        Some(passage) => {
            let (path, line) = (article.path.display(), article.line(passage.at.start));
            let text = article.text.get(passage.at.clone()).unwrap_or_default();
            found.with_help(format!("nearest, at {path}:{line}: “{}”", shortened(text)))
        }
        None => found.with_help("quote the article's own words, or say it in your own and remove the quote"),
    };
    let text = quote.text.value.as_str();
    if text.contains('…') || text.contains("...") || text.contains('[') {
        found.with_help("of a quote with something left out, write each piece as a quote of its own")
    } else {
        found
    }
}

/// A passage on one line, cut where it is long.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
