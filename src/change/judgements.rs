//! Judgements.

use super::compare::Both;
use super::earlier::{Told, ToldParts};
use super::edition::Thread;
use super::events::NEAR;
use super::matching::{Held, Matched};
use super::parts::{Others, Part};
use super::words::Worded;
use super::{How, Item, Shift, briefs, details};
use crate::language::wording::same_words;
use crate::model::{Judgement, Likelihood};

impl<'d> Part<'d> for Judgement {
    type Shared = ();

    fn item(&'d self) -> Item<'d> {
        Item::Judgement(self)
    }

    fn told_earlier<'e>(earlier: &'e Told<'d>) -> &'e ToldParts<'d, Self> {
        &earlier.judgements
    }

    /// An id that is made of the text is another as soon as that changes.
    fn pair_up(_: Thread<'d>, matched: &mut Matched<'d, Self>, (): &mut ()) {
        matched.pair_up(
            |judgement| Worded::new(judgement.text.value.as_str()),
            &[Worded::is_same, |old, new| old.likeness(new) >= NEAR],
        );
    }

    /// We hold it for more and for less likely, or are more and less sure of our ground: the two that are furthest apart.
    fn at_odds(told: &[Held<'d, Self>]) -> Option<[Held<'d, Self>; 2]> {
        // As nearly always.
        if told.len() < 2 {
            return None;
        }
        let day = told.iter().map(|it| it.brief.date.value).max()?;
        let of_day = told.iter().filter(|it| it.brief.date.value == day);
        let term = |judgement: &Self| judgement.likelihood.as_ref().map(|it| it.value.percent);
        let judged = |it: &&Held<'d, Self>| (term(it.part), it.part.confidence.value);
        let (lowest, highest) = (of_day.clone().min_by_key(judged)?, of_day.max_by_key(judged)?);
        (judged(&lowest) != judged(&highest)).then_some([*lowest, *highest])
    }

    fn changes(before: Held<'d, Self>, now: Held<'d, Self>, _: Others, (): &mut (), mut both: Both<'_, 'd>) {
        let (old, new) = (before.part, now.part);
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
        briefs::part_marking(
            (before.brief, old.marking.as_ref()),
            (now.brief, new.marking.as_ref()),
            &mut both,
        );
        let differ = if both.same_document { details::of_judgement } else { details::of_judgement_again };
        both.differ(differ(old, new));
    }
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
