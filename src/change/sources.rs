//! How far sources can be relied on.

use super::compare::Found;
use super::{How, Item, Shift, Standing};
use crate::model::{Brief, Reliability, Source, party};

/// The sources of some briefs that had another grade before, once each.
pub(super) fn compare<'d>(old: &[&'d Brief], new: &[&'d Brief], found: &mut Found<'_, 'd>) {
    for (place, brief) in new.iter().enumerate() {
        let told = new.get(..place).unwrap_or_default();
        let of_day = told.partition_point(|it| it.date.value < brief.date.value);
        let (earlier, of_day) = told.split_at(of_day);
        // Who is not graded in a brief has not lost a grade.
        for source in brief.sources.iter().filter(|source| source.reliability.is_some()) {
            let listed = |it: &&'d Brief| Some((*it, listed(it, brief, source, found)?));
            let mut before = earlier.iter().rev().chain(old.iter().rev()).filter_map(listed);
            let Some(last) = before.next() else { continue };
            let is_graded = |(_, it): &(&'d Brief, &'d Source)| it.reliability.is_some();
            let (then, before) = std::iter::once(last).chain(before).find(is_graded).unwrap_or(last);
            let Some(shift) = shift(before.reliability, source.reliability) else { continue };
            let is_told =
                of_day.iter().filter_map(listed).any(|(_, it)| it.reliability == source.reliability);
            if !is_told {
                let standing = |brief, source| Standing { brief, item: Item::Source(source) };
                found.both(standing(then, before), standing(brief, source)).changed(How::Reliability(shift));
            }
        }
    }
}

/// The source of a brief, as another lists it. Whether people without names are those of the other, only two versions of one brief say.
fn listed<'d>(other: &'d Brief, brief: &Brief, source: &Source, found: &Found<'_, 'd>) -> Option<&'d Source> {
    let listed = other.sources.iter().find(|it| it.id.value == source.id.value)?;
    // Most have the grade that they had, and nobody asks whose it is.
    let is_one = || {
        party::is_one((other, listed), (brief, source))
            && (!source.is_anonymous() || found.same_document(other, brief))
    };
    (listed.reliability == source.reliability || is_one()).then_some(listed)
}

/// How far a source can be relied on: up or down where it was judged and is. One that is judged at last is told of where the grade is bad.
fn shift(before: Option<Reliability>, now: Option<Reliability>) -> Option<Shift> {
    let judged = |it: Option<Reliability>| it.filter(|it| *it != Reliability::F);
    if before == now {
        return None;
    }
    match (judged(before), judged(now)) {
        // A is the best.
        (Some(before), Some(now)) => Some(if now < before { Shift::Up } else { Shift::Down }),
        (None, Some(now)) => (now > Reliability::C || before.is_some()).then_some(Shift::Moved),
        (Some(_), None) => Some(Shift::Moved),
        (None, None) => None,
    }
}
