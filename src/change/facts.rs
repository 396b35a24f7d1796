//! Key facts.

use super::compare::Both;
use super::earlier::{Told, ToldParts};
use super::edition::Thread;
use super::grades::{Grades, credibility, given};
use super::matching::{Held, Matched, Retold};
use super::origins::{KnownOrigins, another_origin, is_said_by_another, new_origin};
use super::parts::{Others, Part};
use super::voices::{Voice, status};
use super::{DateOf, DateShift, How, Item, Shift, again, briefs, details};
use crate::language::wording::same_words;
use crate::model::{Fact, FuzzyDate, Statement};
use crate::span::Spanned;

impl<'d> Part<'d> for Fact {
    type Shared = KnownOrigins<'d>;

    fn item(&'d self) -> Item<'d> {
        Item::Fact(self)
    }

    fn told_earlier<'e>(earlier: &'e Told<'d>) -> &'e ToldParts<'d, Self> {
        &earlier.facts
    }

    fn pair_up(thread: Thread<'d>, matched: &mut Matched<'d, Self>, origins: &mut KnownOrigins<'d>) {
        again::find(thread, matched, origins);
    }

    fn beside(other: Held<'d, Self>, now: Held<'d, Self>, origins: &mut KnownOrigins<'d>) -> Option<How<'d>> {
        another_origin((other.brief, other.part), (now.brief, now.part), origins)
    }

    fn changes(
        before: Held<'d, Self>,
        now: Held<'d, Self>,
        others: Others,
        origins: &mut KnownOrigins<'d>,
        mut both: Both<'_, 'd>,
    ) {
        let (old, new) = (before.part, now.part);
        let Others { contested, followed } = others;
        if !same_words(old.text.value.as_str(), new.text.value.as_str()) {
            both.changed(How::Reworded);
        }
        let another_value = Statement::of_fact(new).gives_another_value_than(Statement::of_fact(old));
        both.changed(another_value.then_some(How::Value));
        let grades_hold = || Grades::of_fact(new, now.brief).hold_since(Grades::of_fact(old, before.brief));
        // What we hold for doubtful is no better attested, whoever says it now.
        let in_doubt = || contested || new.is_held_doubtful() || !grades_hold();
        let shift = status(old.status.value, new.status.value, in_doubt);
        both.changed(shift.map(How::Status));
        let others_word = Voice::of_fact(old).differs(Voice::of_fact(new));
        let mut said_by_another =
            || !(contested || followed || both.same_document) && is_said_by_another(&before, &now, origins);
        let speaks =
            others_word.then(|| if said_by_another() { How::SaidByAnother } else { How::Attribution });
        both.changed(speaks);
        both.changed(new_origin((before.brief, old), (now.brief, new), origins).filter(|_| !contested));
        let same_document = both.same_document;
        let is_as_sure = || is_as_sure(&before, &now, shift, same_document) && grades_hold();
        let happened = [old, new].map(|fact| fact.when.as_ref());
        both.changed(date(happened, DateOf::Happened, || !others_word && is_as_sure()));
        let said = [old, new].map(|fact| fact.attribution.as_ref().and_then(|it| it.on.as_ref()));
        // When another said it is not another date of the same saying.
        both.changed(date(said, DateOf::Said, is_as_sure).filter(|_| !others_word));
        // That it is judged at last is no news of its own, unless it is held for doubtful.
        let is_told = both.same_document || given(old).is_some() || new.is_held_doubtful();
        // The contrary is another thing to hold for credible.
        let is_of_the_contrary = || before.telling().is_contrary_to(&now.telling());
        let of_one = |shift| if is_of_the_contrary() { Shift::Moved } else { shift };
        let shift = credibility(old, new).filter(|_| is_told);
        both.changed(shift.map(|shift| How::Credibility(of_one(shift))));
        briefs::part_marking(
            (before.brief, old.marking.as_ref()),
            (now.brief, new.marking.as_ref()),
            &mut both,
        );
        both.details(|| details::of_fact(old, new, another_value));
    }
}

/// Whether a party says something as well attested as it did, and not that it is not so. Of people without names it is known in two versions
/// of one document alone that they are one party.
pub(super) fn is_as_sure<T: Retold>(
    before: &Held<'_, T>,
    now: &Held<'_, T>,
    shift: Option<Shift>,
    same_document: bool,
) -> bool {
    let (then, now) = (before.telling(), now.telling());
    shift != Some(Shift::Down) && !now.is_doubted() && (same_document || then.is_of_party(&now))
}

/// How a date changed. One that another gives, or that is not as sure as it was, is not the old one known better, or less. Most dates are
/// what they were, and nobody is asked.
pub(super) fn date<'d>(
    [old, new]: [Option<&Spanned<FuzzyDate>>; 2],
    of: DateOf,
    is_as_sure: impl FnOnce() -> bool,
) -> Option<How<'d>> {
    let shift = DateShift::of(old.map(|it| &it.value), new.map(|it| &it.value))?;
    let is_certain = shift != DateShift::Moved && is_as_sure();
    Some(How::Date(of, if is_certain { shift } else { DateShift::Moved }))
}
