//! Judgements.

use super::compare::Found;
use super::events::NEAR;
use super::matching::{Before, Held, by_id, gather};
use super::words::{Worded, same_words};
use super::{How, Item, Shift, Standing, briefs, details};
use crate::model::{Brief, Judgement, Likelihood};

pub(super) fn compare<'d>(old: &[&'d Brief], new: &[&'d Brief], found: &mut Found<'_, 'd>) {
    let mut matched = by_id::<Judgement>(gather(old), &gather(new), |_| None);
    // An id that is made of the text is another as soon as that changes.
    matched.pair_up(
        |judgement| Worded::new(judgement.text.value.as_str()),
        &[Worded::is_same, |old, new| old.likeness(new) >= NEAR],
    );
    let dropped = matched.dropped_since(new);
    for (before, now) in matched.new {
        match before {
            Before::Was(before) => judgement(before, now, found),
            Before::Nothing | Before::Beside(_) => found.came(now.brief, Item::Judgement(now.part)),
        }
    }
    for gone in matched.went.into_iter().chain(dropped) {
        found.went(gone.brief, Item::Judgement(gone.part));
    }
}

fn judgement<'d>(before: Held<'d, Judgement>, now: Held<'d, Judgement>, found: &mut Found<'_, 'd>) {
    let (old, new) = (before.part, now.part);
    let standing =
        |held: Held<'d, Judgement>| Standing { brief: held.brief, item: Item::Judgement(held.part) };
    let mut both = found.both(standing(before), standing(now));
    if !same_words(old.text.value.as_str(), new.text.value.as_str()) {
        both.changed(How::Reworded);
    }
    let term = |judgement: &Judgement| judgement.likelihood.as_ref().map(|it| it.value);
    both.changed(likelihood(term(old), term(new)).map(How::Likelihood));
    both.changed(match new.confidence.value.cmp(&old.confidence.value) {
        std::cmp::Ordering::Greater => Some(How::Confidence(Shift::Up)),
        std::cmp::Ordering::Less => Some(How::Confidence(Shift::Down)),
        std::cmp::Ordering::Equal => None,
    });
    briefs::part_marking((before.brief, old.marking.as_ref()), (now.brief, new.marking.as_ref()), &mut both);
    both.details(|| details::of_judgement(old, new));
}

/// Terms of one scale stand above each other by their bands; a synonym, or a term of another scale, is neither up nor down.
fn likelihood(old: Option<Likelihood>, new: Option<Likelihood>) -> Option<Shift> {
    let (Some(before), Some(now)) = (old, new) else { return (old != new).then_some(Shift::Moved) };
    if before == now {
        return None;
    }
    Some(match now.percent.cmp(&before.percent) {
        std::cmp::Ordering::Greater if before.scale == now.scale => Shift::Up,
        std::cmp::Ordering::Less if before.scale == now.scale => Shift::Down,
        _ => Shift::Moved,
    })
}
