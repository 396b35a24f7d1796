//! A107: an item rated as confirmed that has fewer than two independent origins.
//!
//! Sources that share an origin, or of which one carries the other, are one.

use std::collections::BTreeSet;

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::model::behind::behind;
use crate::model::origins::Origins;
use crate::model::{Credibility, Fact};

static CODE: Code = Code {
    id: "A107",
    severity: Severity::Error,
    title: "confirmed, and fewer than two independent origins",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let confirmed =
        |fact: &&Fact| fact.credibility.as_ref().is_some_and(|it| it.value == Credibility::Confirmed);
    let mut facts = subject.brief.key_facts.iter().filter(confirmed).peekable();
    if facts.peek().is_none() {
        return;
    }
    let brief = subject.brief;
    let origins = Origins::of([brief]);
    for fact in facts {
        let behind = behind(fact, brief);
        let count = origins.independent(behind.iter().map(|source| (brief, *source)));
        let Some(credibility) = fact.credibility.as_ref().filter(|_| count < 2) else { continue };
        let sources = behind.iter().map(|source| &source.id.value).collect::<BTreeSet<_>>().len();
        let message = format!(
            "{sources} {}, {count} {}: credibility 1 means confirmed by other, independent sources",
            if sources == 1 { "source" } else { "sources" },
            if count == 1 { "origin" } else { "origins" },
        );
        let finding = findings.at(subject.path(), credibility.span, message).with_help(
            "link what confirms it in the text or the note (`[the image](source:…)`, `[the notice](fact:…)`), or rate it 2",
        );
        findings.push(finding);
    }
}
