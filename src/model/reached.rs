//! Whom a brief rests on.

use std::sync::Arc;

use super::brief::attributions;
use super::mentions::{Named, Party, each, each_by_entity, each_by_source};
use super::{Attribution, Brief, Entity, Source};

/// Which sources and entities of a brief something in it names, by their places in its lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    sources: Box<[bool]>,
    entities: Box<[bool]>,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    Source(usize),
    Entity(usize),
}

impl Marks {
    /// Those that its own words name: whoever speaks, carries, is quoted, linked, or spoken of.
    pub(super) fn by_words(brief: &Brief) -> Self {
        let none = |count| vec![false; count].into();
        let mut marks = Self { sources: none(brief.sources.len()), entities: none(brief.entities.len()) };
        each(brief, &mut |named| {
            marks.mark(brief, named);
        });
        marks
    }

    /// Marks whoever has this id, and returns where it stands if it had no mark: most of what is named has been marked before.
    fn mark(&mut self, brief: &Brief, named: Named<'_>) -> Option<Place> {
        let source = |id: &str| brief.sources.iter().position(|it| it.id.value.as_str() == id);
        let (mark, place) = match named {
            Named::Speaker(it) => {
                let listed = brief.sources.iter().position(|source| Arc::ptr_eq(source, it));
                let place = listed.or_else(|| source(it.id.value.as_str()))?;
                (self.sources.get_mut(place)?, Place::Source(place))
            }
            Named::Source(id) => {
                let place = source(id)?;
                (self.sources.get_mut(place)?, Place::Source(place))
            }
            Named::Entity(id) => {
                let place = brief.entities.iter().position(|it| it.id.value.as_str() == id)?;
                (self.entities.get_mut(place)?, Place::Entity(place))
            }
        };
        (!std::mem::replace(mark, true)).then_some(place)
    }

    /// Where those stand that have a mark.
    fn places(&self) -> Vec<Place> {
        let marked = |marks: &[bool], place: fn(usize) -> Place| {
            let marked = marks.iter().enumerate().filter(|(_, mark)| **mark);
            marked.map(|(at, _)| place(at)).collect::<Vec<_>>()
        };
        [marked(&self.sources, Place::Source), marked(&self.entities, Place::Entity)].concat()
    }
}

/// The sources and entities of a brief that something in it names.
#[derive(Debug)]
pub(crate) struct Reached<'b> {
    brief: &'b Brief,
    marks: Marks,
}

impl<'b> Reached<'b> {
    /// Those that its own words name.
    pub(crate) fn by_words(brief: &'b Brief) -> Self {
        Self { brief, marks: brief.named().clone() }
    }

    /// These, and whom the notes on entities name: its page shows them all.
    pub(crate) fn and_by_notes(mut self) -> Self {
        let Self { brief, marks } = &mut self;
        for entity in &brief.entities {
            each_by_entity(entity, &mut |named| {
                marks.mark(brief, named);
            });
        }
        self
    }

    /// These, and whom they name in turn: nobody speaks for themselves.
    pub(crate) fn of(brief: &'b Brief) -> Self {
        Self::by_words(brief).and_further()
    }

    /// Whom a brief names whose parts have just changed, some others, and whom they all name in turn.
    pub(crate) fn with(brief: &'b Brief, others: &[Party]) -> Self {
        let mut marks = Marks::by_words(brief);
        for other in others {
            let named = match other {
                Party::Source(id) => Named::Source(id.as_str()),
                Party::Entity(id) => Named::Entity(id.as_str()),
            };
            marks.mark(brief, named);
        }
        Self { brief, marks }.and_further()
    }

    fn and_further(mut self) -> Self {
        let Self { brief, marks } = &mut self;
        // Those of which it has not been asked whom they name in turn.
        let mut waiting = marks.places();
        while let Some(place) = waiting.pop() {
            let mark = &mut |named: Named<'_>| waiting.extend(marks.mark(brief, named));
            match place {
                Place::Source(place) => {
                    if let Some(source) = brief.sources.get(place) {
                        each_by_source(source, mark);
                    }
                }
                Place::Entity(place) => {
                    if let Some(entity) = brief.entities.get(place) {
                        each_by_entity(entity, mark);
                    }
                }
            }
        }
        self
    }

    /// The sources, each with whether it is reached.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (&'b Source, bool)> {
        self.brief.sources.iter().map(|source| &**source).zip(self.marks.sources.iter().copied())
    }

    /// The entities, each with whether it is reached.
    pub(crate) fn entities(&self) -> impl Iterator<Item = (&'b Entity, bool)> {
        self.brief.entities.iter().zip(self.marks.entities.iter().copied())
    }
}

/// The sources whose word something in a brief is, or that it speaks of, as they are listed: what nothing rests on is the origin of
/// nothing, and is not counted.
pub(crate) fn named(brief: &Brief) -> Vec<&Source> {
    let marks = brief.named().sources.iter();
    brief.sources.iter().zip(marks).filter(|(_, is_named)| **is_named).map(|(source, _)| &**source).collect()
}

/// Those of them who can be origins: whoever is quoted, and neither speaks nor carries anything, may say the contrary of what the quote
/// stands beside.
pub(crate) fn attesting(brief: &Brief) -> Vec<&Source> {
    let quoted: Vec<&Source> =
        brief.quotes().filter_map(|quote| quote.said_by.as_deref()).map(|it| &**it).collect();
    let is_quoted = |source: &Source| quoted.iter().any(|quoted| std::ptr::eq(*quoted, source));
    let speaks = |source: &Source| {
        let mut speaking = attributions(brief).flat_map(Attribution::sources);
        speaking.any(|speaking| std::ptr::eq(speaking, source))
    };
    let mut sources = named(brief);
    sources.retain(|source| !is_quoted(source) || speaks(source));
    sources
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::{register_of, sample_with};

    #[test]
    fn whoever_is_only_quoted_is_the_origin_of_nothing() {
        let brief = crate::validate::sample(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: 'The [navy](source:navy).'\nsources:\n\
             - {id: guild, name: Guild, kind: official}\n- {id: navy, name: Navy, kind: official}\n\
             - {id: port, name: Port, kind: official}\n\
             key_facts:\n\
             - {id: one, text: Cracked., status: claimed, said_by: guild, quotes: [{text: No., said_by: navy}]}\n\
             - {id: two, text: Wet., status: claimed, said_by: port, quotes: [{text: Yes., said_by: guild}]}\n"
                .to_owned(),
        );
        let ids =
            |sources: Vec<&Source>| sources.iter().map(|it| it.id.value.to_string()).collect::<Vec<_>>();
        assert_eq!(ids(named(&brief)), ["guild", "navy", "port"]);
        assert_eq!(ids(attesting(&brief)), ["guild", "port"]);
    }

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
        assert_eq!(ids(&named(&brief)), ["own", "port", "wire"]);
    }

    #[test]
    fn whoever_is_only_listed_is_the_origin_of_nothing() {
        let brief = crate::validate::sample(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\nsources:\n\
             - {id: port, name: Port, kind: official}\n- {id: unused, name: Unused, kind: official}\n\
             - {id: hush, name: Hush, kind: agency}\n- {id: self, name: Itself, kind: outlet, origin: self}\n\
             - {id: paper, name: Paper, kind: outlet, origin: wire}\n- {id: wire, name: Wire, kind: agency}\n\
             entities:\n- {id: joe, name: Joe, kind: person, note: 'So [Hush](source:hush) of [Joe](entity:joe).'}\n\
             - {id: pier, name: Pier, kind: place}\n\
             key_facts: [{id: one, text: 'The [pier](entity:pier).', status: claimed, said_by: port, via: [paper]}]\n"
                .to_owned(),
        );
        let ids: Vec<_> = named(&brief).iter().map(|it| it.id.value.as_str()).collect();
        assert_eq!(ids, ["port", "paper"]);
        let reached = Reached::of(&brief);
        let sources: Vec<_> = reached.sources().map(|(_, is_reached)| is_reached).collect();
        assert_eq!(sources, [true, false, false, false, true, true]);
        assert_eq!(reached.entities().map(|(_, is_reached)| is_reached).collect::<Vec<_>>(), [false, true]);
    }
}
