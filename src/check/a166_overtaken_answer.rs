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
        let takes_back =
            |later: &Later<'_>| !takes_nothing_back((answered_in, later.fact), (later.brief, later.now));
        if let Some(later) = thread.overtaken().filter(takes_back) {
            report(thread, &later, findings);
        }
    }
}

/// At the other word: whoever writes it knows that the answer does not stand.
fn report(thread: &Thread<'_>, later: &Later<'_>, findings: &mut Findings<'_>) {
    let (id, now) = (thread.id(), later.now);
    let message = format!(
        "this fact is {} here, and the question `{id}` is still {} by it as {}",
        now.status.value.word(),
        thread.latest().question.status.value.word(),
        later.fact.status.value.word()
    );
    findings.push(
        findings
            .at(&later.brief.path, now.status.span, message)
            .with_help(format!("it was answered in {}", thread.latest().brief.path.display()))
            .with_help(format!("take the question `{id}` up here, and say where it stands now")),
    );
}
