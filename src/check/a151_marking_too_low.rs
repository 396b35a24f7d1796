//! A151: a brief that is marked lower than one of its parts.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::{Marking, Words as _};
use crate::span::Spanned;

static CODE: Code = Code {
    id: "A151",
    severity: Severity::Error,
    title: "a brief that is marked lower than one of its parts",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let brief = subject.brief;
    let banner = brief.banner();
    if banner <= brief.marking.value {
        return;
    }
    let facts = brief.key_facts.iter().map(|fact| &fact.marking);
    let events = brief.timeline.iter().map(|event| &event.marking);
    let questions = brief.open_questions.iter().map(|question| &question.marking);
    let judgements = brief.judgements.iter().map(|judgement| &judgement.marking);
    let sources = brief.sources.iter().map(|source| &source.marking);
    let parts = facts.chain(events).chain(questions).chain(judgements).chain(sources).flatten();
    let mut highest: Vec<&Spanned<Marking>> = parts.filter(|marking| marking.value == banner).collect();
    highest.sort_by_key(|marking| marking.span);
    let message =
        format!("the brief is marked {}, and holds something marked {}", brief.marking.word(), banner.word());
    let mut finding = findings.at(subject.path(), brief.marking.span, message);
    if let Some(part) = highest.first() {
        let more = highest.len() - 1;
        let label =
            if more == 0 { "this part".to_owned() } else { format!("this part, and {more} more below") };
        finding = finding.with_related(part.span, label);
    }
    let raise =
        format!("write `marking: {}` at the top, if the brief is to keep what it holds", banner.word());
    let lower = format!(
        "to stay with {}, take out what is marked higher, or lower its label where whoever set it agrees",
        brief.marking.word()
    );
    findings.push(finding.with_help(raise).with_help(lower));
}
