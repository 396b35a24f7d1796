//! A113: an entity that nothing refers to.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};

static CODE: Code =
    Code { id: "A113", severity: Severity::Warning, title: "an entity that nothing refers to" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (entity, _) in subject.reached().entities().filter(|(_, is_reached)| !is_reached) {
        let message = format!("nothing in this brief refers to `{}`", entity.id.value);
        let finding = findings.at(subject.path(), entity.id.span, message).with_help(format!(
            "link it where it is spoken of: `[{}](entity:{})`, or remove it",
            entity.name.value, entity.id.value
        ));
        findings.push(finding);
    }
}
