//! The ids of a brief: given once each, found by references.

use std::borrow::Borrow;
use std::collections::VecDeque;
use std::hash::Hash;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, codes};
use crate::few::Few;
use crate::load::Problems;
use crate::load::list::List;
use crate::load::raw::{RawBrief, RawEntity, RawSource};
use crate::model::mentions::{Party, by_entity, by_source};
use crate::model::words::SourceKind;
use crate::model::{Entity, Id, Register, Source};
use crate::span::{Span, Spanned};
use crate::suggest::{slip_of_id, suggest};

use super::{devices, parts};

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

    /// The same with the article before it.
    pub(super) fn one(self) -> &'static str {
        match self {
            Self::Source => "a source",
            Self::Entity => "an entity",
            Self::Fact => "a key fact",
            Self::Question => "an open question",
        }
    }
}

/// Every id that references of a brief may name. A part that is broken in other ways keeps its name here, so that one mistake
/// is not reported again at each reference.
#[derive(Debug)]
pub(super) struct Names<'r> {
    /// What the desk keeps for all briefs.
    register: &'r Register,
    /// What of it this brief has named, in that order.
    taken: Vec<Entity>,
    order: Vec<Arc<Source>>,
    sources: Few<Id, (Span, Option<Arc<Source>>)>,
    entities: Few<Id, Span>,
    facts: Few<Id, Span>,
    questions: Few<Id, Span>,
}

impl<'r> Names<'r> {
    pub(super) fn collect(raw: &RawBrief, register: &'r Register, problems: &mut Problems<'_>) -> Self {
        let mut names = Self::of_parties(&raw.sources, &raw.entities, register, problems);
        let facts = raw.key_facts.iter().map(|fact| fact.id.as_ref());
        names.facts = once_each(facts, Kind::Fact, problems);
        let questions = raw.open_questions.iter().map(|question| question.id.as_ref());
        devices::refuse(questions.clone(), Kind::Question.noun(), problems);
        names.questions = once_each(questions, Kind::Question, problems);
        names
    }

    /// The ids of sources and entities alone.
    pub(super) fn of_parties(
        sources: &List<RawSource>,
        entities: &List<RawEntity>,
        register: &'r Register,
        problems: &mut Problems<'_>,
    ) -> Self {
        let mut names = Self {
            register,
            taken: Vec::new(),
            order: Vec::new(),
            sources: Few::with_room(sources.len()),
            entities: Few::default(),
            facts: Few::default(),
            questions: Few::default(),
        };
        for source in sources.iter() {
            names.source(source, problems);
        }
        // All sources without names are on one page.
        let is_named =
            |source: &RawSource| source.kind.as_ref().is_none_or(|kind| kind.value != SourceKind::Anonymous);
        let with_pages = sources.iter().filter(|source| is_named(source)).map(|source| source.id.as_ref());
        devices::refuse(with_pages, Kind::Source.noun(), problems);
        let entities = entities.iter().map(|entity| entity.id.as_ref());
        devices::refuse(entities.clone(), Kind::Entity.noun(), problems);
        names.entities = once_each(entities, Kind::Entity, problems);
        names
    }

    /// Takes a source or an entity up from the desk's register, unless the brief has one of that id itself, and with it what it
    /// names in turn: a note on it may link to others, and a page shows the note.
    pub(super) fn take_up(&mut self, kind: Kind, id: &Spanned<Id>) {
        let mut next = match kind {
            Kind::Source => self.take_up_source(id),
            Kind::Entity => self.take_up_entity(id),
            Kind::Fact | Kind::Question => return,
        };
        // The order is the one that `ceiling` puts them into anew.
        let mut waiting = VecDeque::new();
        loop {
            waiting.extend(next);
            next = match waiting.pop_front() {
                Some(Party::Source(it)) => self.take_up_source(&id.with(it)),
                Some(Party::Entity(it)) => self.take_up_entity(&id.with(it)),
                None => return,
            };
        }
    }

    /// What the source names in turn.
    fn take_up_source(&mut self, id: &Spanned<Id>) -> Vec<Party> {
        if self.sources.get(&id.value).is_some() {
            return Vec::new();
        }
        let Some(registered) = self.register.sources.get(&id.value) else { return Vec::new() };
        let source = Arc::new(registered.at(id.span));
        self.order.push(Arc::clone(&source));
        let entity = by_source(&source);
        self.sources.add(id.value.clone(), (id.span, Some(source)));
        entity
    }

    /// What the note on the entity names in turn.
    fn take_up_entity(&mut self, id: &Spanned<Id>) -> Vec<Party> {
        if self.entities.get(&id.value).is_some() {
            return Vec::new();
        }
        let Some(registered) = self.register.entities.get(&id.value) else { return Vec::new() };
        self.taken.push(registered.at(id.span));
        self.entities.add(id.value.clone(), id.span);
        by_entity(registered)
    }

    /// The entities that were taken up from the register.
    pub(super) fn taken_entities(&mut self) -> Vec<Entity> {
        std::mem::take(&mut self.taken)
    }

    fn source(&mut self, raw: &Spanned<RawSource>, problems: &mut Problems<'_>) {
        let source = parts::source(raw, problems).map(Arc::new);
        let Some(id) = &raw.id else { return };
        if let Some((first, _)) = self.sources.get(&id.value) {
            duplicate(id, *first, Kind::Source.noun(), problems);
            return;
        }
        self.order.extend(source.clone());
        self.sources.add(id.value.clone(), (id.span, source));
    }

    pub(super) fn sources(&self) -> Vec<Arc<Source>> {
        self.order.clone()
    }

    pub(super) fn has(&self, kind: Kind, id: &Id) -> bool {
        self.has_own(kind, id) || self.is_registered(kind, id)
    }

    /// Whether the desk keeps something of this id for all briefs.
    pub(super) fn is_registered(&self, kind: Kind, id: &Id) -> bool {
        match kind {
            Kind::Source => self.register.sources.contains_key(id),
            Kind::Entity => self.register.entities.contains_key(id),
            Kind::Fact | Kind::Question => false,
        }
    }

    /// Whether the brief itself has this id, so that nothing is taken up for it.
    pub(super) fn has_own<I: Eq + Hash + ?Sized>(&self, kind: Kind, id: &I) -> bool
    where
        Id: Borrow<I>,
    {
        match kind {
            Kind::Source => self.sources.get(id).is_some(),
            Kind::Entity => self.entities.get(id).is_some(),
            Kind::Fact => self.facts.get(id).is_some(),
            Kind::Question => self.questions.get(id).is_some(),
        }
    }

    /// Whether a part of one of these kinds may be in a register that could not be read.
    pub(super) fn may_be_registered(&self, kinds: &[Kind]) -> bool {
        self.register.is_unread && kinds.iter().any(|kind| matches!(kind, Kind::Source | Kind::Entity))
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

    /// The ids of a kind in their order, those of the brief and then those of the register.
    fn ids(&self, kind: Kind) -> Vec<&str> {
        match kind {
            Kind::Source => sorted(self.sources.keys(), self.register.sources.keys()),
            Kind::Entity => sorted(self.entities.keys(), self.register.entities.keys()),
            Kind::Fact => sorted(self.facts.keys(), std::iter::empty()),
            Kind::Question => sorted(self.questions.keys(), std::iter::empty()),
        }
    }
}

fn sorted<'i>(own: Vec<&'i Id>, registered: impl Iterator<Item = &'i Id>) -> Vec<&'i str> {
    let mut ids: Vec<_> = own.into_iter().map(Id::as_str).collect();
    ids.sort_unstable();
    ids.extend(registered.map(Id::as_str));
    ids
}

fn once_each<'r>(
    ids: impl Iterator<Item = Option<&'r Spanned<Id>>>,
    kind: Kind,
    problems: &mut Problems<'_>,
) -> Few<Id, Span> {
    let mut seen = Few::with_room(ids.size_hint().0);
    for id in ids.flatten() {
        match seen.get(&id.value) {
            Some(first) => duplicate(id, *first, kind.noun(), problems),
            None => seen.add(id.value.clone(), id.span),
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
    // As many a list is.
    if ids.size_hint().1.is_some_and(|most| most < 2) {
        return;
    }
    let mut seen = Few::with_room(ids.size_hint().0);
    for (id, span) in ids {
        match seen.get(&id) {
            Some(first) => duplicate(&Spanned::new(id.clone(), span), *first, noun, problems),
            None => seen.add(id, span),
        }
    }
}
