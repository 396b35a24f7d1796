//! A105: a speaker who is named as the carrier of what he says.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::brief::attributions;

static CODE: Code =
    Code { id: "A105", severity: Severity::Error, title: "a speaker named as its own carrier" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for attribution in attributions(subject.brief) {
        let speaker = &attribution.said_by;
        for carrier in attribution.via.iter().filter(|carrier| carrier.id.value == speaker.id.value) {
            let message = format!("`{}` is named as the carrier of its own word", carrier.id.value);
            let finding = findings
                .at(subject.path(), carrier.span, message)
                .with_related(speaker.span, "the speaker")
                .with_help(
                    "`via` names those who carried it; leave it out where the speaker spoke for itself",
                );
            findings.push(finding);
        }
    }
}
