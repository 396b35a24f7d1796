//! A103: a description of anonymous sources that does not fit their count.
//!
//! Only what is plain is reported: a number at the beginning, one person introduced by an article, or a plural without one. A list
//! of persons ("one official, one guard and a driver") is left alone.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};

static CODE: Code = Code {
    id: "A103",
    severity: Severity::Warning,
    title: "a description of anonymous sources that does not fit their count",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

/// Numbers as descriptions begin with them: English, Turkish.
const NUMBERS: [(&str, u32); 20] = [
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("iki", 2),
    ("üç", 3),
    ("dört", 4),
    ("beş", 5),
    ("altı", 6),
    ("yedi", 7),
    ("sekiz", 8),
    ("dokuz", 9),
    ("on", 10),
    ("eleven", 11),
];

/// Words that one person is introduced by: English, Turkish.
const ONE: [&str; 4] = ["a", "an", "one", "bir"];

/// Plurals of people without names, as whole words: English, Turkish, Arabic.
const PLURALS: [&str; 25] = [
    "officials",
    "sources",
    "diplomats",
    "witnesses",
    "soldiers",
    "residents",
    "employees",
    "officers",
    "people",
    "persons",
    "pilots",
    "yetkililer",
    "kaynaklar",
    "görevliler",
    "tanıklar",
    "diplomatlar",
    "askerler",
    "kişiler",
    "مسؤولون",
    "مسؤولين",
    "مصادر",
    "شهود",
    "دبلوماسيون",
    "دبلوماسيين",
    "جنود",
];

/// What a description says of how many people there are.
#[derive(Debug, PartialEq, Eq)]
enum Number {
    Exactly(u32),
    Several,
}

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for source in subject.brief.sources.iter().filter(|source| source.is_anonymous()) {
        let (Some(count), Some(said)) = (&source.count, number(source.name.value.as_str())) else { continue };
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

fn number(description: &str) -> Option<Number> {
    let words: Vec<_> =
        description.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let first = words.first()?.to_lowercase();
    let is_list = description.contains([',', '،', ';'])
        || words.iter().any(|word| matches!(*word, "and" | "ve" | "veya" | "or"));
    if let Some((_, number)) = NUMBERS.iter().find(|(word, _)| *word == first) {
        return Some(Number::Exactly(*number)).filter(|_| !is_list);
    }
    if ONE.contains(&first.as_str()) {
        return Some(Number::Exactly(1)).filter(|_| !is_list);
    }
    words.iter().any(|word| PLURALS.contains(&word.to_lowercase().as_str())).then_some(Number::Several)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_plain_is_a_number() {
        assert_eq!(number("three regional officials"), Some(Number::Exactly(3)));
        assert_eq!(number("a source in the ministry"), Some(Number::Exactly(1)));
        assert_eq!(number("bir yetkili"), Some(Number::Exactly(1)));
        assert_eq!(number("security officials"), Some(Number::Several));
        assert_eq!(number("üst düzey yetkililer"), Some(Number::Several));
        assert_eq!(number("مصادر أمنية"), Some(Number::Several));
        assert_eq!(number("one official, one guard and a driver"), None);
        assert_eq!(number("a regional official and a guard"), None);
        assert_eq!(number("somebody at the port"), None);
    }
}
