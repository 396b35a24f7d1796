//! A107: an item rated as confirmed that has fewer than two independent origins.
//!
//! Behind a fact stand its speaker, its carriers, and every source and every fact that its text or its note refers to by link. Whoever is
//! quoted beside them may say the contrary. Sources that share an origin, or of which one carries the other, are one.

use std::collections::BTreeSet;

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::markdown::{RefKind, scan};
use crate::model::origins::Origins;
use crate::model::{Brief, Credibility, Fact, Id};

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
    let origins = Origins::of(subject.brief);
    for fact in facts {
        let behind = behind(fact, subject.brief);
        let count = origins.independent(behind.iter());
        let Some(credibility) = fact.credibility.as_ref().filter(|_| count < 2) else { continue };
        let sources = behind.len();
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

/// The sources that stand behind a fact.
fn behind(fact: &Fact, brief: &Brief) -> BTreeSet<Id> {
    let mut sources = own_sources(fact);
    let texts = std::iter::once(&fact.text).chain(&fact.note);
    for reference in texts.flat_map(|text| scan(text.value.as_str()).references) {
        let Some(id) = Id::parse(&reference.id) else { continue };
        match reference.kind {
            RefKind::Source => {
                sources.insert(id);
            }
            RefKind::Fact => sources.extend(brief.fact(&id).map(own_sources).unwrap_or_default()),
            RefKind::Entity | RefKind::Question => {}
        }
    }
    sources
}

fn own_sources(fact: &Fact) -> BTreeSet<Id> {
    let said = fact.attribution.iter().flat_map(|it| std::iter::once(&it.said_by).chain(&it.via));
    said.map(|source| source.id.value.clone()).collect()
}
