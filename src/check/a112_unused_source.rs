//! A112: a source that nothing rests on.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};

static CODE: Code = Code { id: "A112", severity: Severity::Warning, title: "a source that nothing rests on" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (source, _) in subject.reached().sources().filter(|(_, is_reached)| !is_reached) {
        let message = format!("nothing in this brief rests on `{}`", source.id.value);
        let finding = findings.at(subject.path(), source.id.span, message).with_help(
            "name it where it spoke or carried (`said_by`, `via`), link it (`source:…`), or remove it",
        );
        findings.push(finding);
    }
}
