//! A111: a sentence of the bottom line that refers to nothing.

use super::{Field, Findings, Rule, Subject, TextField};
use crate::diagnostic::{Code, Severity};
use crate::markdown::RefKind;

static CODE: Code = Code {
    id: "A111",
    severity: Severity::Warning,
    title: "a sentence of the bottom line that refers to nothing",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

/// How many sentences are told: a bottom line has three, and to find the place of each costs a look through all of it.
const MOST: usize = 20;

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let bottom_line = &subject.brief.bottom_line;
    let field = TextField::prose(Field::BottomLine, bottom_line);
    let references = subject.bottom_line_references();
    let unlinked = subject.bottom_line_sentences().iter().filter(|sentence| {
        !references.iter().any(|reference| {
            matches!(reference.kind, RefKind::Fact | RefKind::Question)
                && sentence.contains(&reference.range.start)
        })
    });
    for sentence in unlinked.take(MOST) {
        let message = "this sentence of the bottom line refers to no fact and no question";
        let finding = findings
            .at(subject.path(), subject.place(&field, sentence), message)
            .with_help("link it: `[what is said](fact:…)` or `[what is open](question:…)`");
        findings.push(finding);
    }
}
