//! A138: an event that is expected on a day that has passed.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::FuzzyDate;
use crate::model::date::{Relation, english};

static CODE: Code = Code {
    id: "A138",
    severity: Severity::Warning,
    title: "an event that is expected on a day that has passed",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let brief_date = FuzzyDate::from(subject.brief.date.value);
    for event in subject.brief.timeline.iter().filter(|event| event.expected) {
        let Some(when) = &event.when else { continue };
        if when.value.relation(&brief_date) != Relation::Before {
            continue;
        }
        let message =
            format!("{} is before the brief's date, {}", english(&when.value), english(&brief_date));
        let finding = findings
            .at(subject.path(), when.span, message)
            .with_related(subject.brief.date.span, "the brief's date")
            .with_help(
                "say what has come of it, without `expected`, and who says so; or when it is expected now",
            );
        findings.push(finding);
    }
}
