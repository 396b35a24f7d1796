//! A108: `stated` or `denied` in another's name.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::{Attestation, Attribution, Ground, SourceKind, Status};
use crate::span::Spanned;

static CODE: Code =
    Code { id: "A108", severity: Severity::Warning, title: "`stated` or `denied` in another's name" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for fact in &subject.brief.key_facts {
        if let Some(attribution) = &fact.attribution
            && Attestation::of_fact(fact).is_by_another
        {
            report(&fact.status, attribution, subject, findings);
        }
    }
    for event in &subject.brief.timeline {
        if let Ground::Own { status: Some(status), attribution } = &event.ground
            && Attestation::of_event(status.value, attribution, &event.text.value).is_by_another
        {
            report(status, attribution, subject, findings);
        }
    }
}

fn report(
    status: &Spanned<Status>,
    attribution: &Attribution,
    subject: &Subject<'_>,
    findings: &mut Findings<'_>,
) {
    let speaker = &attribution.said_by;
    let is_what = match speaker.value.kind {
        SourceKind::Anonymous => "has no name, and does not speak for the party that this concerns",
        SourceKind::Document => "is no party that could deny something by itself",
        _ => "reports on others, and is not the party that this concerns",
    };
    let message = format!("`{}` {is_what}", speaker.value.id.value);
    let other_word = if status.value == Status::Denied {
        "use `disputed`, or `claimed` with a text that says that it is not so"
    } else {
        "use `claimed`"
    };
    let finding = findings
        .at(subject.path(), status.span, message)
        .with_related(speaker.span, "the speaker")
        .with_help(format!("{other_word}; or name the party as the speaker, and this source under `via`"));
    findings.push(finding);
}
