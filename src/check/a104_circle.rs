//! A104: an attribution that runs in a circle.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::Attribution;
use crate::model::brief::attributions;

static CODE: Code =
    Code { id: "A104", severity: Severity::Error, title: "an attribution that runs in a circle" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for attribution in attributions(subject.brief) {
        chain(attribution, subject, findings);
    }
}

/// A carrier that stands twice in the chain carried its own report.
fn chain(attribution: &Attribution, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (index, carrier) in attribution.via.iter().enumerate() {
        let Some(first) =
            attribution.via.iter().take(index).find(|earlier| earlier.id.value == carrier.id.value)
        else {
            continue;
        };
        let message = format!("`{}` carries what it carried before", carrier.id.value);
        let finding = findings
            .at(subject.path(), carrier.span, message)
            .with_related(first.span, "the first time")
            .with_help("each carrier stands in the chain once, in the order in which the word was passed on");
        findings.push(finding);
    }
}
