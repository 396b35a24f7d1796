//! A103: a description of anonymous sources that does not fit their count.
//!
//! Only what leaves no doubt is reported; see [`super::head_count`].

use super::head_count::{Number, number};
use super::wording::tongue;
use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};

static CODE: Code = Code {
    id: "A103",
    severity: Severity::Warning,
    title: "a description of anonymous sources that does not fit their count",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(tongue) = tongue(subject.brief) else { return };
    for source in subject.brief.sources.iter().filter(|source| source.is_anonymous()) {
        let Some(count) = &source.count else { continue };
        let Some(said) = number(source.name.value.as_str(), tongue) else { continue };
        let message = match said {
            Number::Exactly(number) if number != count.value => {
                format!("the description is of {}, the count says {}", people(number), count.value)
            }
            Number::Several if count.value == 1 => {
                "the description is of several people, the count says 1".to_owned()
            }
            _ => continue,
        };
        let finding = findings
            .at(subject.path(), source.name.span, message)
            .with_related(count.span, "the count")
            .with_help("never a plural for one person; describe and count the same people");
        findings.push(finding);
    }
}

fn people(number: u32) -> String {
    if number == 1 { "one person".to_owned() } else { format!("{number} people") }
}
