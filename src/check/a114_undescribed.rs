//! A114: a source with neither descriptor nor reliability.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};

static CODE: Code = Code {
    id: "A114",
    severity: Severity::Warning,
    title: "a source with neither descriptor nor reliability",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for source in subject
        .brief
        .sources
        .iter()
        .filter(|source| source.descriptor.is_none() && source.reliability.is_none())
    {
        let message = format!("nothing tells the reader what `{}` is worth", source.id.value);
        let finding = findings
            .at(subject.path(), source.id.span, message)
            .with_help("add `descriptor: …` (what it is, how direct, with what interest) or `reliability:` A to E; F if it cannot be judged");
        findings.push(finding);
    }
}
