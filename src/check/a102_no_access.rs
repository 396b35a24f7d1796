//! A102: an anonymous source that is not said to know.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};

static CODE: Code = Code {
    id: "A102",
    severity: Severity::Warning,
    title: "an anonymous source without a word on how it knows",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for source in
        subject.brief.sources.iter().filter(|source| source.is_anonymous() && source.access.is_none())
    {
        let message = "it is not said how this source comes to know";
        let finding = findings
            .at(subject.path(), source.id.span, message)
            .with_help("add `access: …`; where the article does not say, write just that");
        findings.push(finding);
    }
}
