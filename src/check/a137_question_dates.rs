//! A137: dates of a question that cannot all be true.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::date::english;
use crate::model::{CivilDate, FuzzyDate, Question};
use crate::span::Spanned;

static CODE: Code =
    Code { id: "A137", severity: Severity::Error, title: "dates of a question that cannot all be true" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for question in &subject.brief.open_questions {
        let dates = [("opened", &question.opened), ("answered", &question.answered_on)];
        for (what, date) in dates {
            let later = date.as_ref().filter(|date| date.value > subject.brief.date.value);
            if let Some(date) = later {
                after_brief(what, date, subject, findings);
            }
        }
        answered_before(question, subject, findings);
    }
}

fn after_brief(what: &str, date: &Spanned<CivilDate>, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let brief_date = &subject.brief.date;
    let message = format!(
        "the question was {what} on {}, after the brief's date, {}",
        told(date.value),
        told(brief_date.value)
    );
    let finding =
        findings.at(subject.path(), date.span, message).with_related(brief_date.span, "the brief's date");
    findings.push(finding.with_help(
        "a brief speaks as of its date; one of the two dates is wrong, or the brief wants a later one",
    ));
}

fn answered_before(question: &Question, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let (Some(opened), Some(answered)) = (&question.opened, &question.answered_on) else { return };
    if opened.value <= answered.value {
        return;
    }
    let message = format!(
        "the question was answered on {}, before it was opened on {}",
        told(answered.value),
        told(opened.value)
    );
    let finding = findings
        .at(subject.path(), answered.span, message)
        .with_related(opened.span, "opened")
        .with_help("one of the two dates is wrong");
    findings.push(finding);
}

fn told(date: CivilDate) -> String {
    english(&FuzzyDate::from(date))
}
