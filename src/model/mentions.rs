//! Whom the parts of a brief name.

use std::collections::BTreeSet;

use super::{
    Attribution, Brief, Entity, Event, Fact, Ground, Id, Judgement, Note, Part, Position, Prose, Question,
    Quote, Source,
};
use crate::markdown::{RefKind, scan_prose};

/// A source or an entity of a brief, by its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Party {
    Source(Id),
    Entity(Id),
}

/// Whom the bottom line of a brief names.
pub(crate) fn at_the_top(brief: &Brief) -> Vec<Party> {
    let mut mentions = Mentions::default();
    mentions.prose([&*brief.bottom_line]);
    mentions.0
}

/// Whom the parts of a brief name, from its facts on, in the order in which they are validated.
pub(crate) fn in_parts(brief: &Brief) -> Vec<Party> {
    let mut mentions = Mentions::default();
    brief.key_facts.iter().for_each(|fact| mentions.fact(fact));
    brief.timeline.iter().for_each(|event| mentions.event(event));
    brief.open_questions.iter().for_each(|question| mentions.question(question));
    brief.judgements.iter().for_each(|judgement| mentions.judgement(judgement));
    brief.notes.iter().for_each(|note| mentions.note(note));
    mentions.prose(brief.corrections.iter().map(|correction| &*correction.text));
    mentions.0
}

/// The sources that a brief rests on: those that it lists itself, and those of the register that its own words name. Of the others only
/// a note on an entity of the register speaks, and not for what the brief says.
pub(crate) fn sources_it_rests_on(brief: &Brief) -> Vec<&Source> {
    let mut named = None;
    let mut is_named = |source: &Source| {
        let named: &BTreeSet<_> =
            named.get_or_insert_with(|| at_the_top(brief).into_iter().chain(in_parts(brief)).collect());
        named.contains(&Party::Source(source.id.value.clone()))
    };
    let sources = brief.sources.iter().map(|source| &**source);
    sources.filter(|source| !source.is_taken_up || is_named(source)).collect()
}

/// The entity that a source is.
pub(crate) fn by_source(source: &Source) -> Vec<Party> {
    source.entity.iter().map(|entity| Party::Entity(entity.value.clone())).collect()
}

/// Whom the note on an entity names.
pub(crate) fn by_entity(entity: &Entity) -> Vec<Party> {
    let mut mentions = Mentions::default();
    mentions.prose(entity.note.as_deref());
    mentions.0
}

#[derive(Default)]
struct Mentions(Vec<Party>);

impl Mentions {
    fn prose<'p>(&mut self, texts: impl IntoIterator<Item = &'p Prose>) {
        for reference in texts.into_iter().flat_map(|text| scan_prose(text).references) {
            let party = match reference.kind {
                RefKind::Source => Party::Source,
                RefKind::Entity => Party::Entity,
                RefKind::Fact | RefKind::Question => continue,
            };
            self.0.extend(Id::parse(&reference.id).map(party));
        }
    }

    fn source(&mut self, source: &Source) {
        self.0.push(Party::Source(source.id.value.clone()));
    }

    fn attribution(&mut self, attribution: &Attribution) {
        self.source(&attribution.said_by);
        attribution.via.iter().for_each(|carrier| self.source(carrier));
    }

    fn quotes(&mut self, quotes: &[Quote]) {
        quotes.iter().filter_map(|quote| quote.said_by.as_ref()).for_each(|source| self.source(source));
    }

    fn fact(&mut self, fact: &Fact) {
        self.prose([&*fact.text].into_iter().chain(fact.note.as_deref()));
        fact.attribution.iter().for_each(|it| self.attribution(it));
        self.quotes(&fact.quotes);
        self.0.extend(fact.property.as_ref().map(|property| Party::Entity(property.of.value.clone())));
    }

    fn event(&mut self, event: &Event) {
        self.prose([&*event.text]);
        if let Ground::Own { attribution, .. } = &event.ground {
            self.attribution(attribution);
        }
    }

    fn question(&mut self, question: &Question) {
        self.prose(question.matters.as_deref().into_iter().chain(question.note.as_deref()));
        question.positions.iter().for_each(|position| self.position(position));
    }

    fn position(&mut self, position: &Position) {
        self.prose(position.says.as_deref());
        self.quotes(&position.quotes);
        self.attribution(&position.attribution);
    }

    fn judgement(&mut self, judgement: &Judgement) {
        self.prose([&*judgement.text].into_iter().chain(judgement.note.as_deref()));
    }

    fn note(&mut self, note: &Note) {
        self.prose([&*note.text]);
        self.0.extend(note.about.iter().filter_map(|part| match &part.value {
            Part::Source(id) => Some(Party::Source(id.clone())),
            Part::Entity(id) => Some(Party::Entity(id.clone())),
            Part::Fact(_) | Part::Question(_) => None,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::{register_of, sample_with};

    #[test]
    fn a_brief_does_not_rest_on_whom_only_a_note_of_the_register_names() {
        let register = register_of(
            "{id: wire, name: Wire, kind: agency}, {id: hush, name: Hush, kind: agency}, {id: port, name: Port, kind: official}",
            "{id: joe, name: Joe, kind: person, note: 'Known to [Hush](source:hush).'}",
        );
        let brief = sample_with(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: '[Joe](entity:joe), says the [port](source:port).'\n\
             sources: [{id: own, name: Own, kind: official}]\n\
             key_facts: [{id: one, text: So., status: claimed, said_by: own, via: [wire]}]\n"
                .to_owned(),
            register,
        );
        let ids = |sources: &[&Source]| sources.iter().map(|it| it.id.value.to_string()).collect::<Vec<_>>();
        let listed: Vec<&Source> = brief.sources.iter().map(|source| &**source).collect();
        assert_eq!(ids(&listed), ["own", "hush", "port", "wire"]);
        assert_eq!(ids(&sources_it_rests_on(&brief)), ["own", "port", "wire"]);
    }
}
