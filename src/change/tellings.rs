//! When two briefs tell the same of an item, and when on the same word.

use super::matching::{Held, Retold};
use super::voices::Voice;
use crate::desk::telling::Telling;
use crate::language::wording::same_statement;
use crate::model::{Brief, Confidence, Event, Fact, FuzzyDate, Id, Judgement, Prose, Statement, Status};
use crate::span::Spanned;

impl Retold for Fact {
    fn of(brief: &Brief) -> &[Self] {
        &brief.key_facts
    }

    fn id(&self) -> &Id {
        &self.id.value
    }

    fn alike(one: &Held<'_, Self>, other: &Held<'_, Self>) -> bool {
        one.part.status.value == other.part.status.value
            && dates_alike(one.part.when.as_ref(), other.part.when.as_ref())
            && Self::read_alike(one, other)
            && texts_alike(&one.part.text, &other.part.text)
            && !Statement::of_fact(one.part).gives_another_value_than(Statement::of_fact(other.part))
    }

    fn telling<'d>(held: &Held<'d, Self>) -> Telling<'d> {
        Telling::of_fact(held.brief, held.part)
    }

    fn read_alike(one: &Held<'_, Self>, other: &Held<'_, Self>) -> bool {
        Voice::of_fact(one.part).reads_alike(Voice::of_fact(other.part))
    }

    fn place<'d>(held: &Held<'d, Self>) -> (u8, &'d str) {
        (held.part.status.value.by_doubt(), held.part.text.value.as_str())
    }
}

impl Retold for Event {
    fn of(brief: &Brief) -> &[Self] {
        &brief.timeline
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn alike(one: &Held<'_, Self>, other: &Held<'_, Self>) -> bool {
        Voice::of_event(one.part, one.brief).1 == Voice::of_event(other.part, other.brief).1
            && one.part.expected == other.part.expected
            && dates_alike(one.part.when.as_ref(), other.part.when.as_ref())
            && Self::read_alike(one, other)
            && texts_alike(&one.part.text, &other.part.text)
    }

    fn telling<'d>(held: &Held<'d, Self>) -> Telling<'d> {
        Telling::of_event(held.brief, held.part)
    }

    fn read_alike(one: &Held<'_, Self>, other: &Held<'_, Self>) -> bool {
        Voice::of_event(one.part, one.brief).0.reads_alike(Voice::of_event(other.part, other.brief).0)
    }

    fn place<'d>(held: &Held<'d, Self>) -> (u8, &'d str) {
        let status = Voice::of_event(held.part, held.brief).1;
        (status.map_or(0, Status::by_doubt), held.part.text.value.as_str())
    }
}

impl Retold for Judgement {
    fn of(brief: &Brief) -> &[Self] {
        &brief.judgements
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn alike(one: &Held<'_, Self>, other: &Held<'_, Self>) -> bool {
        let term = |held: &Held<'_, Self>| held.part.likelihood.as_ref().map(|it| it.value);
        term(one) == term(other)
            && one.part.confidence.value == other.part.confidence.value
            && texts_alike(&one.part.text, &other.part.text)
    }

    fn telling<'d>(held: &Held<'d, Self>) -> Telling<'d> {
        Telling::of_judgement(held.brief, held.part)
    }

    /// What we judged in between is told, though we judge now as we did before.
    fn turns_round(one: &Held<'_, Self>, later: &Held<'_, Self>) -> bool {
        !Self::alike(one, later)
    }

    fn place<'d>(held: &Held<'d, Self>) -> (u8, &'d str) {
        let confidence = match held.part.confidence.value {
            Confidence::Low => 0,
            Confidence::Moderate => 1,
            Confidence::High => 2,
        };
        (confidence, held.part.text.value.as_str())
    }

    /// All are our own.
    fn read_alike(_: &Held<'_, Self>, _: &Held<'_, Self>) -> bool {
        true
    }
}

fn texts_alike(one: &Spanned<Prose>, other: &Spanned<Prose>) -> bool {
    same_statement(one.value.as_str(), other.value.as_str())
}

fn dates_alike(one: Option<&Spanned<FuzzyDate>>, other: Option<&Spanned<FuzzyDate>>) -> bool {
    one.map(|it| &it.value) == other.map(|it| &it.value)
}
