//! A145: a judgement that rests on nothing.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};

static CODE: Code = Code { id: "A145", severity: Severity::Warning, title: "a judgement without a basis" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for judgement in subject.brief.judgements.iter().filter(|judgement| judgement.basis.is_empty()) {
        let message = "this judgement does not say what it rests on";
        findings.push(
            findings.at(subject.path(), judgement.text.span, message).with_help(
                "add `basis: […]` with the ids of the key facts and questions that it follows from",
            ),
        );
    }
}
