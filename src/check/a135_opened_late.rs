//! A135: a question that was opened after the first position on it.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::FuzzyDate;
use crate::model::date::{Relation, english};

static CODE: Code = Code {
    id: "A135",
    severity: Severity::Warning,
    title: "a question that was opened after the first position on it",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for question in &subject.brief.open_questions {
        let Some(opened) = &question.opened else { continue };
        let opening = FuzzyDate::from(opened.value);
        let dates = question.positions.iter().filter_map(|position| position.attribution.on.as_ref());
        let earlier = dates.filter(|on| on.value.relation(&opening) == Relation::Before);
        let Some(first) = earlier.min_by_key(|on| on.value.sort_key()) else { continue };
        let message = format!(
            "the question is open since {}, but {} somebody took a position on it",
            english(&opening),
            english(&first.value)
        );
        let finding = findings
            .at(subject.path(), opened.span, message)
            .with_related(first.span, "the earlier position")
            .with_help("a question is open from the first position on");
        findings.push(finding);
    }
}
