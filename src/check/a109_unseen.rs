//! A109: `observed`, and nobody who saw it.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::{SourceKind, Status};

static CODE: Code = Code {
    id: "A109",
    severity: Severity::Warning,
    title: "`observed`, and nobody who is said to have seen it",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for fact in subject.brief.key_facts.iter().filter(|fact| fact.status.value == Status::Observed) {
        let Some(attribution) = &fact.attribution else { continue };
        let speaker = &attribution.said_by;
        // An image or a document is itself what was seen.
        if speaker.access.is_some() || speaker.kind == SourceKind::Document {
            continue;
        }
        let message = format!("it is not said that `{}` saw it", speaker.id.value);
        let finding = findings
            .at(subject.path(), fact.status.span, message)
            .with_related(speaker.span, "the speaker")
            .with_help("say on the source what it saw (`access: …`), or use `stated` or `claimed`");
        findings.push(finding);
    }
}
