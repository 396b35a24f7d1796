//! A126: somebody or something that the article does not mention.

use std::collections::BTreeSet;

use super::{Field, Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::markdown::{self, RefKind};
use crate::model::{Brief, Entity};

static CODE: Code =
    Code { id: "A126", severity: Severity::Warning, title: "a name that the article does not contain" };

pub(super) static RULE: Rule = Rule::grounding(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(article) = subject.article else { return };
    let wanted = referred_to(subject);
    for entity in &subject.brief.entities {
        if !wanted.contains(entity.id.value.as_str()) || !is_comparable(subject.brief, entity) {
            continue;
        }
        if article.mentions(entity) == Some(false) {
            let message = format!("the article contains no name of {}", entity.name.value);
            findings.push(findings.at(subject.path(), entity.name.span, message).with_help(
                "add the name that the article uses to `aliases` or `names`; where it names nobody, say under `notes` who supplied the name, and allow A126",
            ));
        }
    }
}

/// The entities that facts, events and questions refer to.
fn referred_to(subject: &Subject<'_>) -> BTreeSet<String> {
    let mut wanted = BTreeSet::new();
    for field in subject.texts() {
        let here = matches!(field.field, Field::Fact | Field::Event | Field::Position | Field::Matters);
        if here && field.text.contains("entity:") {
            let references = markdown::scan(field.text).references;
            wanted.extend(references.into_iter().filter(|it| it.kind == RefKind::Entity).map(|it| it.id));
        }
    }
    let properties = subject.brief.key_facts.iter().filter_map(|fact| fact.property.as_ref());
    wanted.extend(properties.map(|property| property.of.value.to_string()));
    wanted
}

/// Whether a name of an entity is one that the article could use: it is in the language of the brief, or the entity has one in its own.
fn is_comparable(brief: &Brief, entity: &Entity) -> bool {
    match &brief.article.lang {
        Some(article) if article.primary() != brief.lang.primary() => {
            entity.names.iter().any(|name| name.lang.primary() == article.primary())
        }
        _ => true,
    }
}
