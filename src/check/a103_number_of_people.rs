//! A103: a description of anonymous sources that does not fit their count.
//!
//! Only what leaves no doubt is reported; see [`super::head_count`].

use std::cell::RefCell;
use std::convert::Infallible;

use super::head_count::{Number, number};
use super::wording::tongue;
use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::language::names::Tongue;
use crate::model::Line;
use crate::shelf::{Shelf, Shelved};

thread_local! {
    static DESCRIBED: RefCell<Shelf<Described>> = RefCell::new(Shelf::new());
}

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
        let Some(said) = Described::of(&source.name.value, tongue).number else { continue };
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

/// What a description says of how many people there are: brief after brief describes the same.
#[derive(Clone)]
struct Described {
    text: Line,
    tongue: Tongue,
    number: Option<Number>,
}

impl Described {
    fn of(text: &Line, tongue: Tongue) -> Self {
        let counted = || Self { text: text.clone(), tongue, number: number(text.as_str(), tongue) };
        let Ok(known) =
            DESCRIBED.with_borrow_mut(|texts| texts.take(text.as_str(), |_| Ok::<_, Infallible>(counted())));
        // Few texts are in two languages.
        if known.tongue == tongue { known } else { counted() }
    }
}

impl Shelved for Described {
    fn text(&self) -> &str {
        self.text.as_str()
    }
}

fn people(number: u32) -> String {
    if number == 1 { "one person".to_owned() } else { format!("{number} people") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_is_another_description_in_another_language() {
        let text = Line::parse("iki diplomat").unwrap();
        let said = |tongue| Described::of(&text, tongue).number;
        for _ in 0..2 {
            assert_eq!(said(Tongue::Turkish), Some(Number::Exactly(2)));
            assert_eq!(said(Tongue::English), number("iki diplomat", Tongue::English));
        }
        assert_ne!(said(Tongue::Turkish), said(Tongue::English));
    }
}
