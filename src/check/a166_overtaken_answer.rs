//! A166: an answer whose fact another brief takes back.
//!
//! Other briefs of a story need not list what has been answered. Where they deny the fact, the register still has the answer.

use super::a152_taken_back::stories::taken_back_as;
use super::{Findings, Rule, Whole};
use crate::desk::Thread;
use crate::desk::overtaken::Later;
use crate::diagnostic::{Code, Severity};
use crate::model::{Status, Words as _};
use crate::settings::Settings;

static CODE: Code =
    Code { id: "A166", severity: Severity::Warning, title: "an answer whose fact another brief takes back" };

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

fn check(whole: &Whole<'_>, _: &Settings, findings: &mut Findings<'_>) {
    for thread in whole.threads() {
        let is_told = |later: &Later<'_>| !is_answer(thread, later) && !is_old_dispute(later);
        let mut told = thread.overtaken().into_iter().filter(is_told);
        if let Some((later, how)) = told.find_map(|later| Some((later, taken_back_as(&later)?))) {
            report(thread, &later, &how, findings);
        }
    }
}

/// Whether the other word answers the question on the same day, or is one on that answer: A167 tells of it.
fn is_answer(thread: &Thread<'_>, later: &Later<'_>) -> bool {
    let is_of_day = || later.of.date.value == later.brief.date.value;
    let takes_up = || later.brief.open_questions.iter().any(|it| it.id.value == *thread.id());
    later.now.id.value != later.fact.id.value || is_of_day() && takes_up()
}

/// Whether the fact was in dispute before it answered the question: whoever answered it knew of both sides.
fn is_old_dispute(later: &Later<'_>) -> bool {
    later.brief.date.value < later.of.date.value && later.now.status.value == Status::Disputed
}

/// At the other word: whoever writes it knows that the answer does not stand. At the answer, where that came after it.
fn report(thread: &Thread<'_>, later: &Later<'_>, how: &str, findings: &mut Findings<'_>) {
    let (id, status) = (thread.id(), thread.latest().question.status.value.word());
    let had = later.fact.status.value.word();
    let (answered_in, other) = (&later.of.path, &later.brief.path);
    if later.brief.date.value < later.of.date.value {
        let message = format!(
            "the question `{id}` is {status} by this fact as {had}, and that is {how} in an earlier brief, and was not put right since"
        );
        findings.push(
            findings
                .at(answered_in, later.fact.status.span, message)
                .with_help(format!("that is {}", other.display()))
                .with_help("say here where the question stands, or what has become of that word"),
        );
        return;
    }
    let message =
        format!("this fact is {how} here, and the question `{id}` is still {status} by it as {had}");
    findings.push(
        findings
            .at(other, later.now.status.span, message)
            .with_help(format!("it was answered in {}", answered_in.display()))
            .with_help(format!("take the question `{id}` up here, and say where it stands now")),
    );
}
