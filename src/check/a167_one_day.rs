//! A167: two briefs of one day between which a question stands otherwise.
//!
//! A brief has a day and no hour: of two of one day none has the last word. Pages show the question as in the one that settles less or is
//! worse attested.

use super::{Findings, Rule, Whole};
use crate::desk::thread::Occurrence;
use crate::diagnostic::{Code, Severity};
use crate::locale::Locale;
use crate::model::{Fact, Words as _};
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
            for other in day.drain(..) {
                if let Some((here, there)) = difference(other, at) {
                    report(other, at, &here, &there, findings);
                }
            }
        }
    }
}

/// How the question stands in one brief and in another, where that is not the same.
fn difference(at: Occurrence<'_>, other: Occurrence<'_>) -> Option<(String, String)> {
    let status = |at: Occurrence<'_>| at.question.status.value;
    if status(at) != status(other) {
        return Some((status(at).word().to_owned(), status(other).word().to_owned()));
    }
    let attested = |at: Occurrence<'_>| at.answer().map(|fact| fact.status.value);
    match (attested(at), attested(other)) {
        _ if !at.has_answer_of(other) => {
            Some((status(at).word().to_owned(), "answered otherwise".to_owned()))
        }
        (Some(one), Some(other)) if one != other => {
            Some((format!("{} as {}", status(at).word(), one.word()), format!("as {}", other.word())))
        }
        _ => held_otherwise(at, other),
    }
}

/// How credible an analyst holds the answer in one brief and in another, where that is not the same.
fn held_otherwise(at: Occurrence<'_>, other: Occurrence<'_>) -> Option<(String, String)> {
    let (one, that) = (at.answer()?, other.answer()?);
    let held = |fact: &Fact| match fact.credibility.as_ref().filter(|_| fact.is_held_doubtful()) {
        Some(credibility) => format!("held for {}", Locale::english().label(credibility.value)),
        None => "not held for doubtful".to_owned(),
    };
    let status = at.question.status.value.word();
    (one.doubt_in_it() != that.doubt_in_it())
        .then(|| (format!("{status} by what is {}", held(one)), held(that)))
}

/// At the brief that says too much.
fn report(at: Occurrence<'_>, stands: Occurrence<'_>, here: &str, there: &str, findings: &mut Findings<'_>) {
    let id = &at.question.id.value;
    let message = format!("the question `{id}` is {here} here, and {there} in another brief of this day");
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
