//! A133: an event after the brief's date that is not marked expected.

use super::a115_no_ground::status_of;
use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::date::{Relation, english};
use crate::model::{Event, FuzzyDate, Status};

static CODE: Code = Code {
    id: "A133",
    severity: Severity::Error,
    title: "an event after the brief's date that is not marked expected",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let brief_date = FuzzyDate::from(subject.brief.date.value);
    // Nobody expects what is denied, and its status says so.
    let is_denied =
        |event: &Event| status_of(event, subject.brief).is_some_and(|status| status.value == Status::Denied);
    for event in subject.brief.timeline.iter().filter(|event| !event.expected && !is_denied(event)) {
        let Some(when) = &event.when else { continue };
        if when.value.relation(&brief_date) != Relation::After {
            continue;
        }
        let message = format!("{} is after the brief's date, {}", english(&when.value), english(&brief_date));
        let finding = findings
            .at(subject.path(), when.span, message)
            .with_related(subject.brief.date.span, "the brief's date")
            .with_help("what has not happened yet is `expected: true`");
        findings.push(finding);
    }
}
