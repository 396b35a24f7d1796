//! Whom the parts of a brief name.

use std::sync::Arc;

use super::{
    Attribution, Brief, Entity, Event, Fact, Ground, Id, Judgement, Note, Part, Position, Prose, Question,
    Quote, Source,
};
use crate::markdown::{RefKind, references};
use crate::span::Spanned;

/// A source or an entity of a brief, by its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Party {
    Source(Id),
    Entity(Id),
}

/// The same, not kept.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Named<'n> {
    /// Whoever speaks, carries or is quoted: most of those that are named. A brief lists them, so that no id has to be read.
    Speaker(&'n Arc<Source>),
    Source(&'n str),
    Entity(&'n str),
}

impl Named<'_> {
    fn kept(self) -> Option<Party> {
        match self {
            Self::Speaker(source) => Some(Party::Source(source.id.value.clone())),
            Self::Source(id) => Id::parse(id).map(Party::Source),
            Self::Entity(id) => Id::parse(id).map(Party::Entity),
        }
    }
}

/// Whom the bottom line of a brief names.
pub(crate) fn at_the_top(brief: &Brief) -> Vec<Party> {
    list(|mentions| mentions.prose([&brief.bottom_line]))
}

/// Whom the parts of a brief name, from its facts on, in the order in which they are validated.
pub(crate) fn in_parts(brief: &Brief) -> Vec<Party> {
    list(|mentions| mentions.parts(brief))
}

/// Shows whom a brief names in its own words, from the bottom line on: as often as it does.
pub(super) fn each(brief: &Brief, visit: &mut dyn FnMut(Named<'_>)) {
    let mut mentions = Mentions(visit);
    mentions.prose([&brief.bottom_line]);
    mentions.parts(brief);
}

/// The entity that a source is.
pub(crate) fn by_source(source: &Source) -> Vec<Party> {
    source.entity.iter().map(|entity| Party::Entity(entity.value.clone())).collect()
}

/// Whom the note on an entity names.
pub(crate) fn by_entity(entity: &Entity) -> Vec<Party> {
    list(|mentions| mentions.prose(entity.note.as_deref()))
}

/// Shows whom a source stands for: the entity that it is, and its origin.
pub(super) fn each_by_source(source: &Source, visit: &mut dyn FnMut(Named<'_>)) {
    source.entity.iter().for_each(|entity| visit(Named::Entity(entity.value.as_str())));
    source.origin.iter().for_each(|origin| visit(Named::Source(origin.value.as_str())));
}

/// Shows whom the note on an entity names.
pub(super) fn each_by_entity(entity: &Entity, visit: &mut dyn FnMut(Named<'_>)) {
    Mentions(visit).prose(entity.note.as_deref());
}

fn list(name: impl FnOnce(&mut Mentions<'_>)) -> Vec<Party> {
    let mut parties = Vec::new();
    name(&mut Mentions(&mut |named| parties.extend(named.kept())));
    parties
}

struct Mentions<'v>(&'v mut dyn FnMut(Named<'_>));

impl Mentions<'_> {
    fn parts(&mut self, brief: &Brief) {
        brief.key_facts.iter().for_each(|fact| self.fact(fact));
        brief.timeline.iter().for_each(|event| self.event(event));
        brief.open_questions.iter().for_each(|question| self.question(question));
        brief.judgements.iter().for_each(|judgement| self.judgement(judgement));
        brief.notes.iter().for_each(|note| self.note(note));
        self.prose(brief.corrections.iter().map(|correction| &correction.text));
    }

    fn prose<'p>(&mut self, texts: impl IntoIterator<Item = &'p Spanned<Prose>>) {
        // Most of it is plain, and names nobody.
        for text in texts.into_iter().filter(|text| !text.seen().is_plain()) {
            for (kind, id) in references(text) {
                match kind {
                    RefKind::Source => (self.0)(Named::Source(&id)),
                    RefKind::Entity => (self.0)(Named::Entity(&id)),
                    RefKind::Fact | RefKind::Question => {}
                }
            }
        }
    }

    fn speaker(&mut self, source: &Arc<Source>) {
        (self.0)(Named::Speaker(source));
    }

    fn attribution(&mut self, attribution: &Attribution) {
        self.speaker(&attribution.said_by);
        attribution.via.iter().for_each(|carrier| self.speaker(carrier));
    }

    fn quotes(&mut self, quotes: &[Quote]) {
        quotes.iter().filter_map(|quote| quote.said_by.as_ref()).for_each(|source| self.speaker(source));
    }

    fn fact(&mut self, fact: &Fact) {
        self.prose([&fact.text].into_iter().chain(fact.note.as_deref()));
        fact.attribution.iter().for_each(|it| self.attribution(it));
        self.quotes(&fact.quotes);
        fact.property.iter().for_each(|it| (self.0)(Named::Entity(it.of.value.as_str())));
    }

    fn event(&mut self, event: &Event) {
        self.prose([&event.text]);
        if let Ground::Own { attribution, .. } = &event.ground {
            self.attribution(attribution);
        }
    }

    fn question(&mut self, question: &Question) {
        self.prose(question.matters.as_ref().into_iter().chain(question.note.as_deref()));
        question.positions.iter().for_each(|position| self.position(position));
    }

    fn position(&mut self, position: &Position) {
        self.prose(position.says.as_ref());
        self.quotes(&position.quotes);
        self.attribution(&position.attribution);
    }

    fn judgement(&mut self, judgement: &Judgement) {
        self.prose([&judgement.text].into_iter().chain(judgement.note.as_deref()));
    }

    fn note(&mut self, note: &Note) {
        self.prose([&note.text]);
        for part in &note.about {
            match &part.value {
                Part::Source(id) => (self.0)(Named::Source(id.as_str())),
                Part::Entity(id) => (self.0)(Named::Entity(id.as_str())),
                Part::Fact(_) | Part::Question(_) => {}
            }
        }
    }
}
