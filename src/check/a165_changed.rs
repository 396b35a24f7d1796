//! A165: a published brief that has changed without a correction.

use super::{Findings, Rule};
use crate::desk::Desk;
use crate::diagnostic::{Code, Severity};
use crate::published::{Content, Published};

static CODE: Code = Code {
    id: "A165",
    severity: Severity::Warning,
    title: "a published brief that has changed without a correction",
};

pub(super) static RULE: Rule = Rule::published(&CODE, check);

fn check(desk: &Desk, published: &Published, findings: &mut Findings<'_>) {
    for brief in &desk.briefs {
        let Some(before) = published.of(&brief.id) else { continue };
        let now = Content::of(brief);
        if now.sha256 == before.sha256 || now.corrections > before.corrections {
            continue;
        }
        let message =
            "this brief says something else than when it was published, and no correction tells readers so";
        findings.push(
            findings
                .at(&brief.path, brief.title.span, message)
                .with_help("add an entry to `corrections`: what was wrong, and what is right"),
        );
    }
}
