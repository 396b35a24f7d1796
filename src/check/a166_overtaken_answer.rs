//! A166: an answer whose fact another brief takes back.
//!
//! Other briefs of a story need not list what has been answered. Where they deny the fact, the register still has the answer.

use super::a152_taken_back::stories::takes_nothing_back;
use super::{Findings, Rule, Whole};
use crate::desk::Thread;
use crate::desk::overtaken::Later;
use crate::diagnostic::{Code, Severity};
use crate::model::Words as _;
use crate::settings::Settings;

static CODE: Code =
    Code { id: "A166", severity: Severity::Warning, title: "an answer whose fact another brief takes back" };

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

fn check(whole: &Whole<'_>, _: &Settings, findings: &mut Findings<'_>) {
    for thread in whole.threads() {
        let answered_in = thread.latest().brief;
        // Other words may say the same; another value does not.
        let is_another = |later: &Later<'_>| {
            later.now.status.value != later.fact.status.value || later.gives_another_value()
        };
        let takes_back = |later: &Later<'_>| {
            is_another(later) && !takes_nothing_back((answered_in, later.fact), (later.brief, later.now))
        };
        if let Some(later) = thread.overtaken().filter(takes_back) {
            report(thread, &later, findings);
        }
    }
}

/// At the other word: whoever writes it knows that the answer does not stand.
fn report(thread: &Thread<'_>, later: &Later<'_>, findings: &mut Findings<'_>) {
    let (id, now) = (thread.id(), later.now);
    let (had, has) = (later.fact.status.value, now.status.value);
    let status = thread.latest().question.status.value.word();
    let message = if had == has {
        format!(
            "this fact has another value here, and the question `{id}` is still {status} by the one before"
        )
    } else {
        format!(
            "this fact is {} here, and the question `{id}` is still {status} by it as {}",
            has.word(),
            had.word()
        )
    };
    findings.push(
        findings
            .at(&later.brief.path, now.status.span, message)
            .with_help(format!("it was answered in {}", thread.latest().brief.path.display()))
            .with_help(format!("take the question `{id}` up here, and say where it stands now")),
    );
}
