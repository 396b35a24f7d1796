//! One brief under a ceiling.

use std::borrow::Borrow;

use super::reach::Reach;
use super::register::Hidden;
use super::{What, names, order};
use crate::model::{Brief, Marking, Prose, Question};
use crate::span::Spanned;

/// What is left of a brief.
pub(super) struct Left {
    pub(super) brief: Brief,
    /// How many parts are gone.
    pub(super) parts: usize,
}

/// The brief without what is marked higher; or why none of it can be seen.
pub(super) fn cut(mut brief: Brief, register: &Hidden, ceiling: Marking) -> Result<Left, What> {
    if brief.marking.value > ceiling {
        return Err(What::Brief(brief.banner()));
    }
    // The digest is of the whole file, comments and all; and where one brief had it and another not, a reader would know which
    // of them was cut.
    brief.sha256 = None;
    if is_whole(&brief, register, ceiling) {
        return Ok(Left { brief, parts: 0 });
    }
    let reach = Reach::of(&brief, ceiling);
    if let Some(id) = reach.linked(&brief.bottom_line) {
        return Err(What::BottomLine(id));
    }
    let (only_listed, before) = (names::OnlyListed::of(&brief), parts(&brief));
    take_out(&mut brief, &reach);
    brief
        .entities
        .iter_mut()
        .filter(|entity| register.in_note_on(entity))
        .for_each(|entity| entity.note = None);
    only_listed.and_named(&mut brief);
    order::by_mention(&mut brief);
    // An allow names rules that may be broken by what is gone.
    brief.allows.clear();
    let parts = before.saturating_sub(parts(&brief));
    Ok(Left { brief: brief.settled(), parts })
}

/// Whether nothing of a brief is withheld.
pub(super) fn is_whole(brief: &Brief, register: &Hidden, ceiling: Marking) -> bool {
    brief.banner() <= ceiling && !register.show_in(brief)
}

/// How many parts a brief has that can be withheld by themselves.
fn parts(brief: &Brief) -> usize {
    let positions: usize = brief.open_questions.iter().map(|question| question.positions.len()).sum();
    brief.key_facts.len()
        + brief.timeline.len()
        + brief.open_questions.len()
        + positions
        + brief.judgements.len()
        + brief.notes.len()
        + brief.corrections.len()
        + brief.sources.len()
        + brief.entities.len()
}

fn take_out(brief: &mut Brief, reach: &Reach) {
    brief.key_facts.retain(|fact| !reach.fact(fact));
    brief.timeline.retain(|event| !reach.event(event));
    brief.judgements.retain(|judgement| !reach.judgement(judgement));
    brief.open_questions.retain(|question| !reach.question(question));
    brief.notes.retain(|note| !reach.note(note));
    brief.corrections.retain(|correction| !reach.prose(&correction.text));
    brief.sources.retain(|source| !reach.source(source));
    for fact in &mut brief.key_facts {
        forget(&mut fact.note, reach);
    }
    for judgement in &mut brief.judgements {
        forget(&mut judgement.note, reach);
    }
    for entity in &mut brief.entities {
        forget(&mut entity.note, reach);
    }
    for question in &mut brief.open_questions {
        take_out_of_question(question, reach);
    }
    let facts = brief.key_facts.iter_mut().map(|fact| &mut fact.quotes);
    let positions = brief.open_questions.iter_mut().flat_map(|question| &mut question.positions);
    for quotes in facts.chain(positions.map(|position| &mut position.quotes)) {
        *quotes = std::mem::take(quotes).into_iter().filter(|quote| !reach.quote(quote)).collect();
    }
}

fn take_out_of_question(question: &mut Question, reach: &Reach) {
    let positions = std::mem::take(&mut question.positions);
    question.positions = positions.into_iter().filter(|position| !reach.position(position)).collect();
    forget(&mut question.matters, reach);
    forget(&mut question.note, reach);
}

/// Drops a text that the part can do without, where it links to something that is withheld.
fn forget(text: &mut Option<impl Borrow<Spanned<Prose>>>, reach: &Reach) {
    if text.as_ref().is_some_and(|text| reach.prose(text.borrow())) {
        *text = None;
    }
}
