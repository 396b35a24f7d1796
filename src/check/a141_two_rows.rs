//! A141: two rows of likelihood terms in one brief.

use super::judged::Kind;
use super::likelihood_terms::terms;
use super::words::Tongue;
use super::{Field, Findings, Rule, Subject, TextField};
use crate::diagnostic::{Code, Severity};
use crate::model::Likelihood;
use crate::span::Span;

static CODE: Code =
    Code { id: "A141", severity: Severity::Warning, title: "two rows of likelihood terms in one brief" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let used = used(subject);
    let Some((first, first_row)) = used.iter().find_map(|used| Some((used, used.0.synonym?))) else { return };
    let other = used.iter().filter(|(term, _)| term.synonym.is_some_and(|row| row != first_row));
    for (term, span) in other {
        let message = format!(
            "`{}` stands in another row of synonyms than `{}`, which this brief uses",
            term.term, first.0.term
        );
        let mut finding =
            findings.at(subject.path(), *span, message).with_related(first.1, "the first row is used here");
        let same_band = term.scale.terms().filter_map(|it| term.scale.find(it));
        let counterpart =
            same_band.into_iter().find(|it| it.percent == term.percent && it.synonym == Some(first_row));
        if let Some(counterpart) = counterpart {
            finding = finding
                .with_help(format!("keep to one row: write `{}`, which means the same", counterpart.term));
        }
        findings.push(finding);
    }
}

/// The terms of the brief's scale that its judgements use, each with its place, in the order of the page.
fn used(subject: &Subject<'_>) -> Vec<(Likelihood, Span)> {
    let brief = subject.brief;
    let english = Tongue::of(&brief.lang) == Some(Tongue::English);
    let mut used = Vec::new();
    for (judgement, judged) in subject.judgements() {
        if english {
            let field = TextField::prose(Field::Judgement, &judgement.text);
            let found = terms(judged.words(Kind::Term), brief.likelihood_scale);
            let on_scale = found.into_iter().filter(|term| term.likelihood.scale == brief.likelihood_scale);
            used.extend(on_scale.map(|term| (term.likelihood, subject.place(&field, &term.range))));
        }
        used.extend(judgement.likelihood.as_ref().map(|it| (it.value, it.span)));
    }
    used
}
