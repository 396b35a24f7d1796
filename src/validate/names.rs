//! The ids of a brief: given once each, found by references.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, codes};
use crate::load::Problems;
use crate::load::raw::{RawBrief, RawSource};
use crate::model::{Id, Source};
use crate::span::{Span, Spanned};
use crate::suggest::{slip_of_id, suggest};

use super::parts;

/// What a reference can lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Source,
    Entity,
    Fact,
    Question,
}

impl Kind {
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Entity => "entity",
            Self::Fact => "key fact",
            Self::Question => "open question",
        }
    }
}

/// Every id that references of a brief may name. A part that is broken in other ways keeps its name here, so that one mistake
/// is not reported again at each reference.
#[derive(Debug, Default)]
pub(super) struct Names {
    order: Vec<Arc<Source>>,
    sources: BTreeMap<Id, (Span, Option<Arc<Source>>)>,
    entities: BTreeMap<Id, Span>,
    facts: BTreeMap<Id, Span>,
    questions: BTreeMap<Id, Span>,
}

impl Names {
    pub(super) fn collect(raw: &RawBrief, problems: &mut Problems<'_>) -> Self {
        let mut names = Self::default();
        for source in raw.sources.iter() {
            names.source(source, problems);
        }
        let entities = raw.entities.iter().map(|entity| entity.id.as_ref());
        names.entities = once_each(entities, Kind::Entity, problems);
        let facts = raw.key_facts.iter().map(|fact| fact.id.as_ref());
        names.facts = once_each(facts, Kind::Fact, problems);
        let questions = raw.open_questions.iter().map(|question| question.id.as_ref());
        names.questions = once_each(questions, Kind::Question, problems);
        names
    }

    fn source(&mut self, raw: &Spanned<RawSource>, problems: &mut Problems<'_>) {
        let source = parts::source(raw, problems).map(Arc::new);
        let Some(id) = &raw.id else { return };
        if let Some((first, _)) = self.sources.get(&id.value) {
            duplicate(id, *first, Kind::Source.noun(), problems);
            return;
        }
        self.order.extend(source.clone());
        self.sources.insert(id.value.clone(), (id.span, source));
    }

    pub(super) fn sources(&self) -> Vec<Arc<Source>> {
        self.order.clone()
    }

    pub(super) fn has(&self, kind: Kind, id: &Id) -> bool {
        match kind {
            Kind::Source => self.sources.contains_key(id),
            Kind::Entity => self.entities.contains_key(id),
            Kind::Fact => self.facts.contains_key(id),
            Kind::Question => self.questions.contains_key(id),
        }
    }

    pub(super) fn find_source(&self, id: &Id) -> Option<Arc<Source>> {
        self.sources.get(id).and_then(|(_, source)| source.clone())
    }

    /// The nearest id of one of these kinds, as advice.
    pub(super) fn near(&self, kinds: &[Kind], id: &str) -> Option<&str> {
        let ids = kinds.iter().flat_map(|kind| self.ids(*kind));
        suggest(id, ids)
    }

    /// The id of one of these kinds that can only have been meant.
    pub(super) fn meant(&self, kinds: &[Kind], id: &str) -> Option<&str> {
        let ids = kinds.iter().flat_map(|kind| self.ids(*kind));
        slip_of_id(id, ids)
    }

    fn ids(&self, kind: Kind) -> Vec<&str> {
        match kind {
            Kind::Source => self.sources.keys().map(Id::as_str).collect(),
            Kind::Entity => self.entities.keys().map(Id::as_str).collect(),
            Kind::Fact => self.facts.keys().map(Id::as_str).collect(),
            Kind::Question => self.questions.keys().map(Id::as_str).collect(),
        }
    }
}

fn once_each<'r>(
    ids: impl Iterator<Item = Option<&'r Spanned<Id>>>,
    kind: Kind,
    problems: &mut Problems<'_>,
) -> BTreeMap<Id, Span> {
    let mut seen = BTreeMap::new();
    for id in ids.flatten() {
        match seen.get(&id.value) {
            Some(first) => duplicate(id, *first, kind.noun(), problems),
            None => {
                seen.insert(id.value.clone(), id.span);
            }
        }
    }
    seen
}

/// Reports an id that is given a second time.
pub(super) fn duplicate(id: &Spanned<Id>, first: Span, noun: &str, problems: &mut Problems<'_>) {
    let message = format!("two parts are called {noun} `{}`", id.value);
    let diagnostic = Diagnostic::new(&codes::DUPLICATE_ID, problems.path(), id.span, message)
        .with_label("the second")
        .with_related(first, "the first")
        .with_help("give one of them another id, and mend the references to it");
    problems.push(diagnostic);
}

/// Reports parts whose ids, their own or made for them, are the same: a link could not tell them apart.
pub(super) fn distinct<'i>(
    ids: impl Iterator<Item = (&'i Id, Span)>,
    noun: &str,
    problems: &mut Problems<'_>,
) {
    let mut seen = BTreeMap::new();
    for (id, span) in ids {
        if let Some(first) = seen.get(id) {
            duplicate(&Spanned::new(id.clone(), span), *first, noun, problems);
        } else {
            seen.insert(id, span);
        }
    }
}
