//! A122: a quote whose words stand in several places.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::grounding::quotes::Outcome;

static CODE: Code =
    Code { id: "A122", severity: Severity::Warning, title: "a quote whose words stand in several places" };

pub(super) static RULE: Rule = Rule::grounding(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (quote, outcome) in subject.brief.quotes().zip(subject.quotes) {
        if let Outcome::Ambiguous { count } = outcome {
            let message = format!("these words stand in {count} places of the article");
            findings.push(
                findings
                    .at(subject.path(), quote.text.span, message)
                    .with_help("quote more of the sentence, so that it is clear which is meant"),
            );
        }
    }
}
