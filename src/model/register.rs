//! What a desk keeps once for all of its briefs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::mentions::{Party, by_entity};
use super::{Entity, ForeignName, Id, Item, Marking, Source};
use crate::span::{Span, Spanned};

/// The sources and entities that briefs may name without listing them.
///
/// The places in their values are places in `attache.yaml`; a brief that names one takes up a copy whose places are those where it
/// names it, so that whatever a rule finds is shown in the brief.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// Sources by id.
    pub sources: BTreeMap<Id, Arc<Source>>,
    /// Entities by id.
    pub entities: BTreeMap<Id, Arc<Entity>>,
    /// Whether it could not be read: then nobody can say what is missing in it.
    pub is_unread: bool,
}

impl Register {
    /// The highest handling label of what it says of a source: the source's own, and that of the origin which it names.
    #[must_use]
    pub fn marking_of_source(&self, source: &Source) -> Option<Marking> {
        let origin = source.origin.as_ref().and_then(|origin| self.own_marking(&origin.value));
        source.marking.as_ref().map(|marking| marking.value).max(origin)
    }

    /// The highest handling label of what it says of an entity: that of the sources which the note on it links.
    #[must_use]
    pub fn marking_of_entity(&self, entity: &Entity) -> Option<Marking> {
        let linked = by_entity(entity).into_iter().filter_map(|party| match party {
            Party::Source(id) => self.own_marking(&id),
            Party::Entity(_) => None,
        });
        linked.max()
    }

    fn own_marking(&self, source: &Id) -> Option<Marking> {
        self.sources.get(source)?.marking.as_ref().map(|marking| marking.value)
    }
}

impl Source {
    /// The same source with every value at this place, as a brief takes it up.
    #[must_use]
    pub fn at(&self, span: Span) -> Self {
        Self {
            id: at(&self.id, span),
            name: at(&self.name, span),
            kind: self.kind,
            count: maybe(self.count.as_ref(), span),
            access: maybe(self.access.as_ref(), span),
            descriptor: maybe(self.descriptor.as_ref(), span),
            reliability: self.reliability,
            origin: maybe(self.origin.as_ref(), span),
            item: self.item.as_ref().map(|item| Box::new(item.at(span))),
            entity: maybe(self.entity.as_ref(), span),
            marking: maybe(self.marking.as_ref(), span),
            is_taken_up: true,
        }
    }
}

impl Item {
    fn at(&self, span: Span) -> Self {
        Self {
            title: maybe(self.title.as_ref(), span),
            author: maybe(self.author.as_ref(), span),
            url: maybe(self.url.as_ref(), span),
            published: maybe(self.published.as_ref(), span),
            accessed: maybe(self.accessed.as_ref(), span),
            lang: self.lang.clone(),
        }
    }
}

impl Entity {
    /// The same entity with every value at this place, as a brief takes it up.
    #[must_use]
    pub fn at(&self, span: Span) -> Self {
        let name = |it: &ForeignName| ForeignName { lang: it.lang.clone(), name: at(&it.name, span) };
        Self {
            id: at(&self.id, span),
            name: at(&self.name, span),
            kind: self.kind,
            role: maybe(self.role.as_ref(), span),
            aliases: self.aliases.iter().map(|alias| at(alias, span)).collect(),
            names: self.names.iter().map(name).collect(),
            note: maybe(self.note.as_deref(), span).map(Box::new),
            is_taken_up: true,
        }
    }
}

fn at<T: Clone>(value: &Spanned<T>, span: Span) -> Spanned<T> {
    Spanned::new(value.value.clone(), span)
}

fn maybe<T: Clone>(value: Option<&Spanned<T>>, span: Span) -> Option<Spanned<T>> {
    value.map(|value| at(value, span))
}
