//! A116: a question that is answered by somebody's claim.

use super::a115_no_ground::answering;
use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::Status;

static CODE: Code = Code {
    id: "A116",
    severity: Severity::Warning,
    title: "a question that is answered by somebody's claim",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let answers = subject.brief.open_questions.iter().filter_map(|it| answering(it, subject.brief));
    for (id, fact) in answers.filter(|(_, fact)| fact.status.value == Status::Claimed) {
        let message = format!("`{}` is a claim: the answer will be shown as one", id.value);
        let finding = findings
            .at(subject.path(), id.span, message)
            .with_related(fact.status.span, "the status of the fact")
            .with_help("write `status: narrowed` without `answered_by` if others may see it differently");
        findings.push(finding);
    }
}
