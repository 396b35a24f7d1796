//! A167: two briefs of one day between which a question stands otherwise.
//!
//! A brief has a day and no hour: of two of one day none has the last word. Pages show the question as in the one that settles less.

use super::a152_taken_back::questions::{answer, says_the_same};
use super::{Findings, Rule, Whole};
use crate::desk::thread::Occurrence;
use crate::diagnostic::{Code, Severity};
use crate::model::Words as _;
use crate::settings::Settings;

static CODE: Code = Code {
    id: "A167",
    severity: Severity::Warning,
    title: "two briefs of one day between which a question stands otherwise",
};

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

fn check(whole: &Whole<'_>, _: &Settings, findings: &mut Findings<'_>) {
    for thread in whole.threads() {
        let mut day: Vec<Occurrence<'_>> = Vec::new();
        for (at, stands) in thread.by_day() {
            if !stands {
                day.push(at);
                continue;
            }
            // The last of the day is the one that settles least: the others say too much.
            for other in day.drain(..).filter(|other| stand_otherwise(*other, at)) {
                report(other, at, findings);
            }
        }
    }
}

fn stand_otherwise(one: Occurrence<'_>, other: Occurrence<'_>) -> bool {
    one.question.status.value != other.question.status.value || !says_the_same(answer(one), answer(other))
}

fn report(at: Occurrence<'_>, stands: Occurrence<'_>, findings: &mut Findings<'_>) {
    let (status, id) = (at.question.status.value, &at.question.id.value);
    let other = match stands.question.status.value {
        same if same == status => "answered otherwise",
        other => other.word(),
    };
    let message =
        format!("the question `{id}` is {} here, and {other} in another brief of this day", status.word());
    findings.push(
        findings
            .at(&at.brief.path, at.question.status.span, message)
            .with_help(format!(
                "that is {}; pages show the question as it stands there",
                stands.brief.path.display()
            ))
            .with_help(
                "say in both where it stood at the end of the day, or date the later one the day after",
            ),
    );
}
