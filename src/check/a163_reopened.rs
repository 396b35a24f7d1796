//! A163: a settled question that is open again for no given reason.

use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::{Findings, Rule, Whole};
use crate::desk::thread::{Key, Occurrence, Thread, key};
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
        let mut settled: Option<Occurrence<'_>> = None;
        // What was said before is taken up where it is asked for: few questions are opened again.
        let mut known: HashSet<_, RandomState> = HashSet::default();
        let mut earlier = thread.occurrences().enumerate().peekable();
        for (nth, (now, stands)) in thread.by_day().enumerate() {
            if !stands {
                // What another brief of that day leaves open was not settled.
            } else if !now.question.is_unsettled() {
                settled = Some(now);
            } else if let Some(then) = settled.filter(|then| then.brief.date.value < now.brief.date.value) {
                settled = None;
                while let Some((_, before)) = earlier.next_if(|(place, _)| *place < nth) {
                    known.extend(keys(before));
                }
                let new = keys(now).any(|position| !known.contains(&position));
                if !new && !has_later_word(now.question, answered_on(then)) {
                    report(then, now, findings);
                }
            }
        }
    }
}

/// What makes each position of a question the same in another brief.
fn keys(at: Occurrence<'_>) -> impl Iterator<Item = Key<'_>> {
    at.question.positions.iter().map(move |position| key(at.brief, position))
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
