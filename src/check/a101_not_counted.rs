//! A101: an anonymous source that is not counted.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};

static CODE: Code =
    Code { id: "A101", severity: Severity::Warning, title: "an anonymous source that is not counted" };

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for source in
        subject.brief.sources.iter().filter(|source| source.is_anonymous() && source.count.is_none())
    {
        let message = "it is not said how many people this source stands for";
        findings.push(
            findings.at(subject.path(), source.id.span, message).with_help(
                "add `count: …`; where the article does not say, allow A101 with that as the reason",
            ),
        );
    }
}
