//! Sources and people that nothing is left to name.

use std::collections::BTreeSet;

use crate::markdown::{RefKind, scan};
use crate::model::brief::attributions;
use crate::model::{Brief, Id, Part, Prose};
use crate::span::Spanned;

/// Drops the sources and entities that no part names any more: who is only listed may be listed for what is gone.
pub(super) fn only_named(brief: &mut Brief) {
    let sources = named_sources(brief);
    brief.sources.retain(|source| sources.contains(&source.id.value));
    let entities = named_entities(brief);
    brief.entities.retain(|entity| entities.contains(&entity.id.value));
}

fn named_sources(brief: &Brief) -> BTreeSet<Id> {
    let spoken = attributions(brief).flat_map(|it| std::iter::once(&it.said_by).chain(&it.via));
    let quoted = brief.quotes().filter_map(|quote| quote.said_by.as_ref());
    let mut named: BTreeSet<_> = spoken.chain(quoted).map(|source| source.id.value.clone()).collect();
    named.extend(linked(brief, RefKind::Source));
    named.extend(brief.notes.iter().flat_map(|note| &note.about).filter_map(|part| match &part.value {
        Part::Source(id) => Some(id.clone()),
        _ => None,
    }));
    named
}

fn named_entities(brief: &Brief) -> BTreeSet<Id> {
    let sources = brief.sources.iter().filter_map(|source| source.entity.as_ref());
    let properties = brief.key_facts.iter().filter_map(|fact| fact.property.as_ref()).map(|it| &it.of);
    let mut named: BTreeSet<_> = sources.chain(properties).map(|id| id.value.clone()).collect();
    named.extend(linked(brief, RefKind::Entity));
    named.extend(brief.notes.iter().flat_map(|note| &note.about).filter_map(|part| match &part.value {
        Part::Entity(id) => Some(id.clone()),
        _ => None,
    }));
    named
}

/// What the texts of a brief link to.
fn linked(brief: &Brief, kind: RefKind) -> impl Iterator<Item = Id> {
    let references = texts(brief).into_iter().flat_map(|text| scan(text.as_str()).references);
    references.filter(move |it| it.kind == kind).filter_map(|it| Id::parse(&it.id))
}

/// Every prose of a brief but that of its entities, which cannot speak for themselves.
fn texts(brief: &Brief) -> Vec<&Spanned<Prose>> {
    let mut texts = vec![&brief.bottom_line];
    for fact in &brief.key_facts {
        texts.push(&fact.text);
        texts.extend(&fact.note);
    }
    texts.extend(brief.timeline.iter().map(|event| &event.text));
    for question in &brief.open_questions {
        texts.extend(question.matters.iter().chain(&question.note));
        texts.extend(question.positions.iter().filter_map(|position| position.says.as_ref()));
    }
    for judgement in &brief.judgements {
        texts.push(&judgement.text);
        texts.extend(&judgement.note);
    }
    texts.extend(brief.notes.iter().map(|note| &note.text));
    texts.extend(brief.corrections.iter().map(|correction| &correction.text));
    texts
}
