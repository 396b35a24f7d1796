//! A110: a claim or a denial in the bottom line without its speaker.

use super::{Field, Findings, Rule, Subject, TextField};
use crate::diagnostic::{Code, Severity};
use crate::markdown::{RefKind, Reference};
use crate::model::{Brief, Fact, Id, PartyName, Source, Status, Words as _};

static CODE: Code = Code {
    id: "A110",
    severity: Severity::Warning,
    title: "a claim or a denial in the bottom line without its speaker",
};

pub(super) static RULE: Rule = Rule::brief(&CODE, check);

/// Wording for people without names, by the beginnings of the words: English, Turkish, Arabic.
const UNNAMED: [&str; 28] = [
    "unnamed",
    "anonym",
    "official",
    "source",
    "person",
    "people",
    "witness",
    "unidentified",
    "to be named",
    "not named",
    "pilot",
    "caller",
    "speaker",
    "isimsiz",
    "adı ",
    "adını",
    "kimliğ",
    "kaynak",
    "kaynağ",
    "yetkili",
    "tanık",
    "مصدر",
    "مصادر",
    "مسؤول",
    "مسئول",
    "شهود",
    "شاهد",
    "مجهول",
];

/// Wording that says that something is denied, by the beginnings of the words: English, Turkish, Arabic. Whoever reads it is not misled, also where
/// the speaker is only pointed at: “its owner denies it”.
const DENIAL: [&str; 16] = [
    "deny", "denie", "denial", "reject", "refut", "yalanl", "reddet", "reddedi", "inkâr", "inkar", "نفى",
    "نفت", "ينفي", "تنفي", "نفي", "رفض",
];

/// How many sentences are looked at: a bottom line has three.
const MOST: usize = 100;

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let bottom_line = &subject.brief.bottom_line;
    let text = bottom_line.value.as_str();
    let field = TextField::prose(Field::BottomLine, bottom_line);
    let references = subject.bottom_line_references();
    for sentence in subject.bottom_line_sentences().iter().take(MOST) {
        let here: Vec<_> = references.iter().filter(|it| sentence.contains(&it.range.start)).collect();
        let words = text.get(sentence.clone()).unwrap_or_default();
        for fact in here.iter().filter(|it| it.kind == RefKind::Fact) {
            let Some(claim) = Id::parse(&fact.id).and_then(|id| subject.brief.fact(&id)) else { continue };
            if needs_speaker(claim)
                && !names_a_speaker(words, &here, claim, subject.brief)
                && !says_denial(words, claim)
            {
                let message = format!(
                    "`{}` is {} by somebody, and this sentence does not say by whom",
                    claim.id.value,
                    claim.status.value.word()
                );
                let finding = findings
                    .at(subject.path(), subject.place(&field, &fact.range), message)
                    .with_help(help(claim));
                findings.push(finding);
            }
        }
    }
}

fn needs_speaker(fact: &Fact) -> bool {
    matches!(fact.status.value, Status::Claimed | Status::Disputed | Status::Denied)
}

/// Whether a sentence that links what somebody denies says so.
fn says_denial(words: &str, fact: &Fact) -> bool {
    let lowered = words.to_lowercase();
    fact.status.value == Status::Denied && DENIAL.iter().any(|word| lowered.contains(word))
}

fn help(fact: &Fact) -> String {
    match &fact.attribution {
        Some(attribution) => {
            format!("name the speaker in the same sentence: {}", attribution.said_by.name.value)
        }
        None => "name the speaker in the same sentence".to_owned(),
    }
}

fn names_a_speaker(words: &str, references: &[&Reference], fact: &Fact, brief: &Brief) -> bool {
    let Some(attribution) = &fact.attribution else { return true };
    attribution.sources().any(|source| {
        let linked = references.iter().any(|it| {
            it.kind == RefKind::Source && it.id == source.id.value.as_str()
                || it.kind == RefKind::Entity
                    && source.entity.as_ref().is_some_and(|entity| it.id == entity.value.as_str())
        });
        linked || is_named(words, source, brief)
    })
}

/// Whether the words name the source: any telling word of its name, or for people without names a word for such people.
fn is_named(words: &str, source: &Source, brief: &Brief) -> bool {
    let entity = source
        .entity
        .as_ref()
        .and_then(|id| brief.entities.iter().find(|entity| entity.id.value == id.value));
    let names = entity.iter().flat_map(|entity| entity.every_name()).chain([&source.name.value]);
    let names = names.map(PartyName::as_str);
    if names.clone().any(|name| words.contains(name)) {
        return true;
    }
    let lowered = words.to_lowercase();
    source.is_anonymous() && UNNAMED.iter().any(|word| lowered.contains(word))
        || names.flat_map(telling_words).any(|word| {
            // A long word can bear an ending, so its beginning will do; an acronym must stand as it is.
            let stem: String = word.to_lowercase().chars().take(5).collect();
            if word.chars().count() >= 4 { lowered.contains(&stem) } else { words.contains(word) }
        })
}

/// The words of a name that tell it from other things: acronyms, and words of four letters or more that are no numbers.
fn telling_words(name: &str) -> impl Iterator<Item = &str> {
    const NUMBERS: [&str; 6] = ["three", "four", "five", "seven", "eight", "nine"];
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        let long = word.chars().count() >= 4 && !NUMBERS.contains(word);
        long || word.chars().count() >= 2 && word.chars().all(char::is_uppercase)
    })
}
