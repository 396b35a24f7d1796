//! A164: an open question that has not moved for long.

use super::{Findings, Rule, Whole};
use crate::diagnostic::{Code, Severity};
use crate::model::CivilDate;
use crate::settings::Settings;

static CODE: Code =
    Code { id: "A164", severity: Severity::Warning, title: "an open question that has not moved for long" };

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

fn check(whole: &Whole<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    // The desk's own clock: the day of its latest brief.
    let Some(today) = whole.desk.today() else { return };
    let days_since = |day: CivilDate| (today.as_naive() - day.as_naive()).num_days();
    let is_stale = |day| days_since(day) > i64::from(settings.stale_after_days);
    for thread in whole.threads().filter(|thread| thread.is_unsettled()) {
        // Most have moved of late, which is sooner found out than when they did.
        if !thread.not_after_last_move().all(is_stale) {
            continue;
        }
        let (latest, moved) = (thread.latest(), thread.last_move());
        if !is_stale(moved) {
            continue;
        }
        let days = days_since(moved);
        let message = format!("this question has not moved for {days} days: nothing new since {moved}");
        let help = format!(
            "take it up in a new brief with what is known now, or settle it (counted to {today}, the desk's latest brief; \
             `stale_after_days` in attache.yaml is {})",
            settings.stale_after_days
        );
        findings.push(findings.at(&latest.brief.path, latest.question.id.span, message).with_help(help));
    }
}
