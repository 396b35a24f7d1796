//! A164: an open question that has not moved for long.

use std::collections::BTreeSet;

use super::threads::{Occurrence, key, threads};
use super::{Findings, Rule};
use crate::desk::Desk;
use crate::diagnostic::{Code, Severity};
use crate::model::date::CivilDate;
use crate::settings::Settings;

static CODE: Code =
    Code { id: "A164", severity: Severity::Warning, title: "an open question that has not moved for long" };

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

fn check(desk: &Desk, settings: &Settings, findings: &mut Findings<'_>) {
    // The desk's own clock: the day of its latest brief.
    let Some(today) = desk.briefs.iter().map(|brief| brief.date.value).max() else { return };
    for occurrences in threads(desk).values() {
        let Some(latest) = occurrences.last().filter(|latest| latest.question.is_unsettled()) else {
            continue;
        };
        let Some(moved) = last_move(occurrences) else { continue };
        let days = (today.as_naive() - moved.as_naive()).num_days();
        if days <= i64::from(settings.stale_after_days) {
            continue;
        }
        let message = format!("this question has not moved for {days} days: nothing new since {moved}");
        let help = format!(
            "take it up in a new brief with what is known now, or settle it (counted to {today}, the desk's latest brief; \
             `stale_after_days` in attache.yaml is {})",
            settings.stale_after_days
        );
        findings.push(findings.at(&latest.brief.path, latest.question.id.span, message).with_help(help));
    }
}

/// The day of the last brief in which the question's status changed or a position was new, or of the last position, if that is later.
fn last_move(occurrences: &[Occurrence<'_>]) -> Option<CivilDate> {
    let mut known = BTreeSet::new();
    let (mut status, mut moved) = (None, None);
    for Occurrence { brief, question } in occurrences {
        let changed = status.replace(question.status.value) != Some(question.status.value);
        let before = known.len();
        known.extend(question.positions.iter().map(key));
        if changed || known.len() > before {
            moved = moved.max(Some(brief.date.value));
        }
        let said = question.positions.iter().filter_map(|position| position.attribution.on.as_ref()?.exact());
        moved = moved.max(said.max());
    }
    moved
}
