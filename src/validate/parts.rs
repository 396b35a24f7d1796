//! Sources, entities, notes and corrections.

use super::names::Kind;
use super::{Validator, each, value};
use crate::diagnostic::{Diagnostic, codes};
use crate::load::Problems;
use crate::load::raw::{RawCorrection, RawEntity, RawNote, RawSource};
use crate::model::{Correction, Entity, ForeignName, Item, Line, Note, Part, PartyName, Source, SourceKind};
use crate::span::Spanned;

/// A source of the brief's own list. Sources refer to nothing, so they need no names to be collected first.
pub(super) fn source(raw: &Spanned<RawSource>, problems: &mut Problems<'_>) -> Option<Source> {
    let name = source_name(raw, problems);
    Some(Source {
        id: raw.id.clone()?,
        name: named(name?),
        kind: raw.kind.as_ref()?.value,
        count: raw.count.clone(),
        access: raw.access.clone(),
        descriptor: raw.descriptor.clone(),
        reliability: value(raw.reliability.as_ref()),
        origin: raw.origin.clone(),
        item: item(raw),
        entity: raw.entity.clone(),
        marking: raw.marking.clone(),
        is_taken_up: false,
    })
}

/// A line as what somebody is called.
fn named(name: Spanned<Line>) -> Spanned<PartyName> {
    Spanned::new(name.value.into(), name.span)
}

fn item(raw: &RawSource) -> Option<Box<Item>> {
    let item = Item {
        title: raw.title.clone(),
        author: raw.author.clone(),
        url: raw.url.clone(),
        published: raw.published.clone(),
        accessed: raw.accessed.clone(),
        lang: value(raw.lang.as_ref()),
    };
    let Item { title, author, url, published, accessed, lang } = &item;
    let dated = published.is_some() || accessed.is_some();
    let says_anything = title.is_some() || author.is_some() || url.is_some() || dated || lang.is_some();
    says_anything.then(|| Box::new(item))
}

/// The name of a named source, the description of an anonymous one; never the one in place of the other.
fn source_name(raw: &Spanned<RawSource>, problems: &mut Problems<'_>) -> Option<Spanned<Line>> {
    let id = raw.id.as_ref()?;
    let kind = raw.kind.as_ref()?;
    if kind.value == SourceKind::Anonymous {
        count_is_positive(raw, problems);
        is_nobody(raw, problems);
        return anonymous_name(raw, problems);
    }
    if let Some(count) = &raw.count {
        problems.report(&codes::COUNT_OF_NAMED, count.span, "only anonymous sources are counted");
    }
    if let Some(described) = &raw.described_as {
        let message = "`described_as` is for anonymous sources";
        let diagnostic = Diagnostic::new(&codes::COUNT_OF_NAMED, problems.path(), described.span, message)
            .with_help("describe a named source in `descriptor`");
        problems.push(diagnostic);
    }
    if raw.name.is_none() && !problems.is_broken("name", raw.span) {
        let message = format!("the source `{}` has no name", id.value);
        let diagnostic = Diagnostic::new(&codes::MISSING_KEY, problems.path(), id.span, message)
            .with_help("add `name: …`, or `kind: anonymous` if nobody is named");
        problems.push(diagnostic);
    }
    raw.name.clone()
}

fn anonymous_name(raw: &Spanned<RawSource>, problems: &mut Problems<'_>) -> Option<Spanned<Line>> {
    if let Some(name) = &raw.name {
        let diagnostic = Diagnostic::new(
            &codes::NO_DESCRIPTION,
            problems.path(),
            name.span,
            "an anonymous source has no name",
        )
        .with_help("describe it as the article does: `described_as: …`");
        problems.push(diagnostic);
        return None;
    }
    if raw.described_as.is_none() && !problems.is_broken("described_as", raw.span) {
        let span = raw.id.as_ref().map_or(raw.span, |id| id.span);
        let diagnostic = Diagnostic::new(
            &codes::NO_DESCRIPTION,
            problems.path(),
            span,
            "an anonymous source is not described",
        )
        .with_help("say who it is as far as the article says: `described_as: a source in the ministry`");
        problems.push(diagnostic);
    }
    raw.described_as.clone()
}

/// Whoever is unnamed is no entity: its page would tell who spoke, or lay words into its mouth.
fn is_nobody(raw: &RawSource, problems: &mut Problems<'_>) {
    let Some(entity) = &raw.entity else { return };
    let message = format!("an unnamed source is not `{}`, nor anybody else", entity.value);
    let diagnostic = Diagnostic::new(&codes::UNNAMED_ENTITY, problems.path(), entity.span, message).with_help(
        "take `entity` out and say who it is in `described_as`, or name the source, if the article names it",
    );
    problems.push(diagnostic);
}

fn count_is_positive(raw: &RawSource, problems: &mut Problems<'_>) {
    if let Some(count) = raw.count.as_ref().filter(|count| count.value == 0) {
        problems.report(&codes::BAD_NUMBER, count.span, "a source stands for at least one person");
    }
}

impl Validator<'_, '_, '_> {
    /// Sources are read before entities are known; here their references to them are followed.
    pub(super) fn source_entities(&mut self, sources: &[Spanned<RawSource>]) {
        for entity in sources.iter().filter_map(|source| source.entity.as_ref()) {
            self.resolve(entity, &[Kind::Entity]);
        }
    }

    pub(super) fn entity(&mut self, raw: RawEntity) -> Option<Entity> {
        let note = self.prose(raw.note).map(Box::new);
        let names = each(raw.names, |raw| {
            Some(ForeignName { lang: raw.value.lang?.value, name: named(raw.value.name?) })
        });
        Some(Entity {
            id: raw.id?,
            name: named(raw.name?),
            kind: raw.kind?.value,
            role: raw.role,
            aliases: raw.aliases.into_iter().map(named).collect(),
            names,
            note,
            is_taken_up: false,
        })
    }

    pub(super) fn note(&mut self, raw: RawNote) -> Option<Note> {
        let text = self.prose(raw.text);
        let about = each(raw.about, |id| {
            let kinds = [Kind::Fact, Kind::Question, Kind::Source, Kind::Entity];
            let part = match self.resolve(&id, &kinds)? {
                Kind::Fact => Part::Fact,
                Kind::Question => Part::Question,
                Kind::Source => Part::Source,
                Kind::Entity => Part::Entity,
            };
            Some(Spanned::new(part(id.value), id.span))
        });
        Some(Note { kind: raw.kind?.value, text: text?, about })
    }

    pub(super) fn correction(&mut self, raw: RawCorrection) -> Option<Correction> {
        let text = self.prose(raw.text);
        Some(Correction { on: raw.on?, text: text? })
    }
}
