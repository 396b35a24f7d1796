//! A106: several voices for one thing that come from one origin.

use std::cell::LazyCell;

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::origins::Origins;
use crate::model::{Position, Question, Source, Stance, Words as _};

static CODE: Code =
    Code { id: "A106", severity: Severity::Warning, title: "several voices that come from one origin" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

/// It matters where positions stand side by side: a reader counts voices there. Two parties whom one outlet quotes are two voices, so only
/// origins that are declared count here. Who declines to speak draws on nothing.
fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let origins = LazyCell::new(|| Origins::declared(subject.brief));
    for question in &subject.brief.open_questions {
        for stance in Stance::ALL.iter().filter(|stance| **stance != Stance::Declines) {
            voices(question, *stance, &origins, subject, findings);
        }
    }
}

fn voices<'s>(
    question: &Question,
    stance: Stance,
    origins: &LazyCell<Origins<'s>, impl FnOnce() -> Origins<'s>>,
    subject: &Subject<'s>,
    findings: &mut Findings<'_>,
) {
    let positions = question.positions.iter().filter(|it| it.stance.value == stance);
    if positions.clone().nth(1).is_none() {
        return;
    }
    let positions: Vec<_> = positions.collect();
    let mut speakers: Vec<&Source> =
        positions.iter().map(|position| &*position.attribution.said_by.value).collect();
    speakers.sort_by_key(|speaker| &speaker.id.value);
    speakers.dedup_by_key(|speaker| &speaker.id.value);
    let count = origins.independent(speakers.iter().map(|speaker| (subject.brief, *speaker)));
    let Some(last) = positions.last().filter(|_| speakers.len() > 1 && count == 1) else { return };
    let message = format!(
        "{} voices, 1 origin: whoever {} this draws on the same source",
        speakers.len(),
        stance.word()
    );
    let first: Option<&&Position> = positions.first();
    let mut finding = findings.at(subject.path(), last.attribution.said_by.span, message);
    if let Some(first) = first {
        finding = finding.with_related(first.attribution.said_by.span, "the same origin");
    }
    findings.push(
        finding.with_help("keep the position of the origin, with the others as its carriers under `via`"),
    );
}
