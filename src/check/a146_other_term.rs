//! A146: a judgement whose text has another likelihood than its `likelihood`.

use super::judged::Kind;
use super::likelihood_terms::terms;
use super::words::Tongue;
use super::{Field, Findings, Rule, Subject, TextField};
use crate::diagnostic::{Code, Severity};

static CODE: Code =
    Code { id: "A146", severity: Severity::Warning, title: "a judgement whose text and likelihood differ" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let brief = subject.brief;
    // The terms are English. In another language a text holds a translation, and those are not settled.
    if Tongue::of(&brief.lang) != Some(Tongue::English) {
        return;
    }
    for (judgement, judged) in subject.judgements() {
        let Some(likelihood) = &judgement.likelihood else { continue };
        let found = terms(judged.words(Kind::Term), brief.likelihood_scale);
        let on_scale = found.iter().filter(|term| term.likelihood.scale == brief.likelihood_scale);
        // With one term that fits, another may be about something else in the same text.
        let Some(term) = on_scale.clone().next() else { continue };
        if on_scale.into_iter().any(|term| term.likelihood.percent == likelihood.percent) {
            continue;
        }
        let field = TextField::prose(Field::Judgement, &judgement.text);
        let message = format!(
            "the text says `{}` ({}), and `likelihood` says `{}` ({})",
            term.likelihood.term, term.likelihood.band, likelihood.term, likelihood.band
        );
        findings.push(
            findings
                .at(subject.path(), subject.place(&field, &term.range), message)
                .with_related(likelihood.span, "the likelihood")
                .with_help("make both say the same"),
        );
    }
}
