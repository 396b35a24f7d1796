//! A108: `stated` by a party whom it does not concern.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::markdown::{RefKind, scan};
use crate::model::{Fact, Id, Source, SourceKind, Status};

static CODE: Code =
    Code { id: "A108", severity: Severity::Warning, title: "`stated` by a party whom it does not concern" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for fact in subject.brief.key_facts.iter().filter(|fact| fact.status.value == Status::Stated) {
        let Some(attribution) = &fact.attribution else { continue };
        let speaker = &attribution.said_by;
        if !reports_on_others(speaker.kind) || is_about(fact, speaker) {
            continue;
        }
        let message =
            format!("`{}` reports on others, and is not the party that this concerns", speaker.id.value);
        let finding = findings
            .at(subject.path(), fact.status.span, message)
            .with_related(speaker.span, "the speaker")
            .with_help("use `claimed`; or name the party as the speaker, and this source under `via`");
        findings.push(finding);
    }
}

/// Outlets and agencies speak of others, and unnamed people do not speak for their house.
fn reports_on_others(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Outlet | SourceKind::Agency | SourceKind::Anonymous)
}

/// Whether the fact says that it is about the speaker: an agency may state how many people it employs.
fn is_about(fact: &Fact, speaker: &Source) -> bool {
    let Some(entity) = speaker.entity.as_ref().map(|entity| &entity.value) else { return false };
    let of = fact.property.as_ref().is_some_and(|property| property.of.value == *entity);
    of || refers_to(fact, entity)
}

fn refers_to(fact: &Fact, entity: &Id) -> bool {
    let references = scan(fact.text.value.as_str()).references;
    references.iter().any(|reference| reference.kind == RefKind::Entity && reference.id == entity.as_str())
}
