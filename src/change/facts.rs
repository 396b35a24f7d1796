//! Key facts.

use std::cmp::Ordering;

use super::compare::Both;
use super::earlier::{Told, ToldParts};
use super::matching::{Held, Matched, Retold};
use super::origins::{KnownOrigins, another_origin, new_origin};
use super::parts::Part;
use super::voices::{Voice, status};
use super::{DateOf, DateShift, How, Item, Shift, briefs, details};
use crate::language::wording::same_words;
use crate::model::{Credibility, Fact, FuzzyDate, Statement, Status};
use crate::span::Spanned;

impl<'d> Part<'d> for Fact {
    type Shared = KnownOrigins<'d>;

    fn item(&'d self) -> Item<'d> {
        Item::Fact(self)
    }

    fn told_earlier<'e>(earlier: &'e Told<'d>) -> Option<&'e ToldParts<'d, Self>> {
        Some(&earlier.facts)
    }

    /// A fact has an id of its own.
    fn pair_up(_: &mut Matched<'d, Self>) {}

    fn beside(other: Held<'d, Self>, now: Held<'d, Self>, origins: &mut KnownOrigins<'d>) -> Option<How<'d>> {
        another_origin((other.brief, other.part), (now.brief, now.part), origins)
    }

    fn changes(
        before: Held<'d, Self>,
        now: Held<'d, Self>,
        contested: bool,
        origins: &mut KnownOrigins<'d>,
        mut both: Both<'_, 'd>,
    ) {
        let (old, new) = (before.part, now.part);
        if !same_words(old.text.value.as_str(), new.text.value.as_str()) {
            both.changed(How::Reworded);
        }
        let another_value = Statement::of_fact(new).gives_another_value_than(Statement::of_fact(old));
        both.changed(another_value.then_some(How::Value));
        // What we hold for doubtful is no better attested, whoever says it now.
        let shift = status(old.status.value, new.status.value, contested || new.is_held_doubtful());
        both.changed(shift.map(How::Status));
        let others_word = Voice::of_fact(old).differs(Voice::of_fact(new));
        both.changed(others_word.then_some(How::Attribution));
        both.changed(new_origin((before.brief, old), (now.brief, new), origins).filter(|_| !contested));
        let is_doubted_now = new.is_held_doubtful() && !old.is_held_doubtful();
        let is_as_sure =
            is_of_one_party(&before, &now, &both) && is_as_sure(shift, new.status.value) && !is_doubted_now;
        both.changed(date(
            old.when.as_ref(),
            new.when.as_ref(),
            DateOf::Happened,
            is_as_sure && !others_word,
        ));
        let said = |fact: &'d Fact| fact.attribution.as_ref().and_then(|it| it.on.as_ref());
        // When another said it is not another date of the same saying.
        both.changed(date(said(old), said(new), DateOf::Said, is_as_sure).filter(|_| !others_word));
        let is_told =
            both.same_document || are_judged(old, new) || [old, new].iter().any(|it| it.is_held_doubtful());
        let is_of_the_contrary = before.telling().is_contrary_to(&now.telling());
        let shift = credibility(old, new).filter(|_| is_told);
        both.changed(
            shift.map(|shift| How::Credibility(if is_of_the_contrary { Shift::Moved } else { shift })),
        );
        briefs::part_marking(
            (before.brief, old.marking.as_ref()),
            (now.brief, new.marking.as_ref()),
            &mut both,
        );
        both.details(|| details::of_fact(old, new, another_value));
    }
}

/// How credible the item is held to be: up or down where it was judged and is. Nothing may have been judged, which is no bad mark.
fn credibility(old: &Fact, new: &Fact) -> Option<Shift> {
    let (before, now) = (given(old), given(new));
    if before == now {
        return None;
    }
    Some(match now.cmp(&before) {
        // The lower the number, the more credible.
        Ordering::Less if are_judged(old, new) => Shift::Up,
        Ordering::Greater if are_judged(old, new) => Shift::Down,
        _ => Shift::Moved,
    })
}

fn given(fact: &Fact) -> Option<Credibility> {
    fact.credibility.as_ref().map(|it| it.value)
}

/// Whether both say how credible the item is.
fn are_judged(old: &Fact, new: &Fact) -> bool {
    [old, new].into_iter().all(|fact| given(fact).is_some_and(|it| it != Credibility::NotJudged))
}

/// Whether both are certainly one party's: of people without names that is known in two versions of one document alone.
pub(super) fn is_of_one_party<T: Retold>(
    before: &Held<'_, T>,
    now: &Held<'_, T>,
    both: &Both<'_, '_>,
) -> bool {
    both.same_document || before.telling().is_of_party(&now.telling())
}

/// Whether an item is as well attested as it was, and nobody has said that it is not so.
pub(super) fn is_as_sure(shift: Option<Shift>, now: Status) -> bool {
    shift != Some(Shift::Down) && !now.is_doubted()
}

/// How a date changed. One that another gives, or that is not as sure as it was, is not the old one known better, or less.
pub(super) fn date<'d>(
    old: Option<&Spanned<FuzzyDate>>,
    new: Option<&Spanned<FuzzyDate>>,
    of: DateOf,
    is_as_sure: bool,
) -> Option<How<'d>> {
    let shift = DateShift::of(old.map(|it| &it.value), new.map(|it| &it.value))?;
    Some(How::Date(of, if is_as_sure { shift } else { DateShift::Moved }))
}
