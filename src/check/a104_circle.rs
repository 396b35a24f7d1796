//! A104: an attribution that runs in a circle.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::brief::attributions;
use crate::model::{Attribution, Id, Source};
use crate::span::Spanned;

static CODE: Code =
    Code { id: "A104", severity: Severity::Error, title: "an attribution that runs in a circle" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

/// Among how many sources origins are looked for one by one.
const FEW: usize = 64;

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for attribution in attributions(subject.brief).filter(|attribution| attribution.via.len() > 1) {
        chain(attribution, subject, findings);
    }
    origins(subject, findings);
}

/// A carrier that stands twice in the chain carried its own report.
fn chain(attribution: &Attribution, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut before = BTreeMap::new();
    for carrier in &attribution.via {
        let first = *before.entry(&carrier.id.value).or_insert(carrier.span);
        if first == carrier.span {
            continue;
        }
        let message = format!("`{}` carries what it carried before", carrier.id.value);
        let finding = findings
            .at(subject.path(), carrier.span, message)
            .with_related(first, "the first time")
            .with_help("each carrier stands in the chain once, in the order in which the word was passed on");
        findings.push(finding);
    }
}

/// Sources that name each other as their origin, until it is the first one's turn again. Each source is walked over once.
fn origins(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let sources = &subject.brief.sources;
    if !may_lead_on(sources) {
        return;
    }
    let by_id: BTreeMap<_, &Source> = sources.iter().map(|source| (&source.id.value, &**source)).collect();
    let mut walks = BTreeMap::new();
    for (walk, start) in by_id.values().enumerate() {
        let (mut at, mut came_by) = (*start, None);
        loop {
            match walks.get(&at.id.value) {
                Some(earlier) if *earlier == walk => {
                    circle(at, came_by, subject, findings);
                    break;
                }
                Some(_) => break,
                None => walks.insert(&at.id.value, walk),
            };
            let Some(origin) = at.origin.as_ref().filter(|origin| origin.value != at.id.value) else { break };
            let Some(next) = by_id.get(&origin.value) else { break };
            (at, came_by) = (*next, Some(origin));
        }
    }
}

/// Whether the origin of a source may be another of the sources: as a rule it is none that the brief lists.
fn may_lead_on(sources: &[Arc<Source>]) -> bool {
    let mut origins = sources.iter().filter_map(|source| source.origin.as_ref()).map(|origin| &origin.value);
    let is_listed = |origin: &Id| sources.iter().any(|source| source.id.value == *origin);
    origins.next().is_some_and(|first| sources.len() > FEW || is_listed(first) || origins.any(is_listed))
}

fn circle(
    source: &Source,
    came_by: Option<&Spanned<Id>>,
    subject: &Subject<'_>,
    findings: &mut Findings<'_>,
) {
    let (Some(origin), Some(back)) = (&source.origin, came_by) else { return };
    let message = format!("`{}` draws on itself: its origin leads back to it", source.id.value);
    let finding = findings
        .at(subject.path(), origin.span, message)
        .with_related(back.span, "and from here back")
        .with_help("name where it really came from, or give all of them one `origin` that is none of them");
    findings.push(finding);
}
