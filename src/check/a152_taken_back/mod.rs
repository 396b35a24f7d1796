//! A152: readers under a ceiling who are left with a word that the desk has taken back.
//!
//! What is marked higher than a ceiling is left out as if it did not exist. Where that is the brief which reopens a question, denies a
//! fact or calls an event off, readers keep the answer, the fact and the event: for them, it is better attested than for the desk.

mod positions;
pub(super) mod questions;
mod readers;
pub(super) mod stories;

use std::collections::BTreeSet;

use self::readers::Readers;
use super::{Findings, Rule, Whole};
use crate::diagnostic::{Code, Severity};
use crate::model::{Brief, Marking, Words as _};
use crate::settings::Settings;
use crate::span::Span;

static CODE: Code = Code {
    id: "A152",
    severity: Severity::Warning,
    title: "readers under a ceiling are left with what has been taken back",
};

pub(super) static RULE: Rule = Rule::desk(&CODE, check);

fn check(whole: &Whole<'_>, settings: &Settings, findings: &mut Findings<'_>) {
    let highest = whole.desk.briefs.iter().map(Brief::banner).max();
    let mut told = BTreeSet::new();
    for ceiling in settings.ceilings().into_iter().filter(|ceiling| highest.is_some_and(|it| it > *ceiling)) {
        let mut readers = Readers::new(ceiling);
        let answers = questions::left(whole, &mut readers);
        let parts = stories::left(whole, &mut readers);
        let positions = positions::left(whole, &mut readers);
        for left in answers.into_iter().chain(parts).chain(positions) {
            // Readers under a lower ceiling may be left with the same.
            if told.insert((&left.brief.id, left.span)) {
                left.report(ceiling, findings);
            }
        }
    }
}

/// Something that readers have, and the later word that is withheld from them.
struct Left<'d> {
    brief: &'d Brief,
    span: Span,
    /// What readers have: `this fact as stated`.
    had: String,
    /// What they do not see: `it is denied`.
    now: String,
    later: &'d Brief,
}

impl Left<'_> {
    fn report(&self, ceiling: Marking, findings: &mut Findings<'_>) {
        let (word, had, now) = (ceiling.word(), &self.had, &self.now);
        let message = format!("up to {word}, readers have {had}, and do not see that {now}");
        let later = self.later.path.display();
        findings.push(
            findings
                .at(&self.brief.path, self.span, message)
                .with_help(format!("{now} in {later}, where that is withheld from them"))
                .with_help("tell them as much as they may know in a brief that they see, or allow this with the reason"),
        );
    }
}
