//! A163: a settled question that is open again for no given reason.

use std::collections::HashSet;

use super::{Findings, Rule, Whole};
use crate::desk::thread::{Occurrence, Thread, key};
use crate::diagnostic::{Code, Severity};
use crate::model::date::CivilDate;
use crate::model::{Question, Words as _};
use crate::settings::Settings;

static CODE: Code =
    Code { id: "A163", severity: Severity::Warning, title: "a question reopened without a new position" };

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

fn check(whole: &Whole<'_>, _: &Settings, findings: &mut Findings<'_>) {
    let was_settled = |thread: &&Thread<'_>| thread.occurrences().any(|it| !it.question.is_unsettled());
    for thread in whole.threads().filter(was_settled) {
        let mut known = HashSet::new();
        let mut settled: Option<Occurrence<'_>> = None;
        for (now, stands) in thread.by_day() {
            if !stands {
                // What another brief of that day leaves open was not settled.
            } else if !now.question.is_unsettled() {
                settled = Some(now);
            } else if let Some(then) = settled.filter(|then| then.brief.date.value < now.brief.date.value) {
                settled = None;
                let new =
                    now.question.positions.iter().any(|position| !known.contains(&key(now.brief, position)));
                if !new && !has_later_word(now.question, answered_on(then)) {
                    report(then, now, findings);
                }
            }
            known.extend(now.question.positions.iter().map(|position| key(now.brief, position)));
        }
    }
}

fn answered_on(then: Occurrence<'_>) -> CivilDate {
    then.question.answered_on.as_ref().map_or(then.brief.date.value, |on| on.value)
}

/// Whether a party spoke on the day of the answer or after it.
fn has_later_word(question: &Question, answered: CivilDate) -> bool {
    let dates = question.positions.iter().filter_map(|position| position.attribution.on.as_ref());
    dates.into_iter().any(|on| on.latest().day().is_none_or(|day| day >= answered))
}

fn report(then: Occurrence<'_>, now: Occurrence<'_>, findings: &mut Findings<'_>) {
    let message = format!(
        "this question was {} on {}, and is {} again without anybody's new position",
        then.question.status.word(),
        answered_on(then),
        now.question.status.word()
    );
    findings.push(
        findings
            .at(&now.brief.path, now.question.status.span, message)
            .with_help(format!("it was settled in {}", then.brief.path.display()))
            .with_help("add the position that reopens it, with its date: who says what since then"),
    );
}
