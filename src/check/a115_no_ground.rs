//! A115: an answer or an expectation on a fact that does not stand.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::{Brief, Event, Fact, Ground, Id, Question, Status, Words as _};
use crate::span::Spanned;

static CODE: Code = Code {
    id: "A115",
    severity: Severity::Warning,
    title: "an answer or an expectation on a fact that does not stand",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for question in &subject.brief.open_questions {
        answer(question, subject, findings);
    }
    for event in subject.brief.timeline.iter().filter(|event| event.expected) {
        expectation(event, subject, findings);
    }
}

fn answer(question: &Question, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some((id, fact)) = answering(question, subject.brief) else { return };
    if !matches!(fact.status.value, Status::Disputed | Status::Denied) {
        return;
    }
    let message = format!("`{}` is {}: it answers nothing", id.value, fact.status.value.word());
    let finding = findings
        .at(subject.path(), id.span, message)
        .with_related(fact.status.span, "the status of the fact")
        .with_help("write `status: narrowed` without `answered_by`, or name a fact that stands");
    findings.push(finding);
}

fn expectation(event: &Event, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let status = status_of(event, subject.brief);
    let Some(denied) = status.filter(|status| status.value == Status::Denied) else { return };
    let place = match &event.ground {
        Ground::Fact(id) => id.span,
        Ground::Own { .. } | Ground::Assessed | Ground::Unattributed => denied.span,
    };
    let finding =
        findings.at(subject.path(), place, "this event is expected, and what it stands on is denied");
    let finding =
        if place == denied.span { finding } else { finding.with_related(denied.span, "denied here") };
    findings.push(finding.with_help(
        "name the fact that announces it, or take `expected` out: what is denied is shown as denied",
    ));
}

/// How well an event is attested, and where that is said.
pub(super) fn status_of<'b>(event: &'b Event, brief: &'b Brief) -> Option<&'b Spanned<Status>> {
    match &event.ground {
        Ground::Fact(id) => brief.fact(&id.value).map(|fact| &fact.status),
        Ground::Own { status, .. } => status.as_ref(),
        Ground::Assessed | Ground::Unattributed => None,
    }
}

/// The fact that answers a question, and where it is named.
pub(super) fn answering<'b>(question: &'b Question, brief: &'b Brief) -> Option<(&'b Spanned<Id>, &'b Fact)> {
    Some((question.answered_by.as_ref()?, question.answer(brief)?))
}
