//! Key facts.

use std::cmp::Ordering;

use super::compare::Found;
use super::earlier::Earlier;
use super::matching::{Before, Held, by_id, contested, gather};
use super::origins::{KnownOrigins, another_origin, new_origin};
use super::voices::{Voice, status};
use super::words::{same_statement, same_words};
use super::{DateOf, How, Item, Shift, Standing, briefs, dates, details};
use crate::model::{Brief, Credibility, Fact, FuzzyDate};
use crate::span::Spanned;

pub(super) fn compare<'d>(
    old: &[&'d Brief],
    new: &[&'d Brief],
    earlier: &Earlier<'d>,
    found: &mut Found<'_, 'd>,
) {
    let thread = found.thread;
    let gathered = gather::<Fact>(new);
    let contested = contested(&gathered);
    let matched = by_id(gather(old), &gathered, |id| earlier.fact(thread, id));
    let dropped = matched.dropped_since(new);
    let mut origins = KnownOrigins::default();
    for (before, now) in matched.new {
        match before {
            Before::Was(before) => {
                if is_again(before.brief, old) {
                    found.both(standing(before), standing(now)).changed(How::Again);
                }
                fact(before, now, contested.contains(&now.part.id.value), &mut origins, found);
            }
            Before::Beside(other) if !contested.contains(&now.part.id.value) => {
                match another_origin((other.brief, other.part), (now.brief, now.part), &mut origins) {
                    Some(how) => found.both(standing(other), standing(now)).changed(how),
                    None => found.came(now.brief, Item::Fact(now.part)),
                }
            }
            Before::Beside(_) | Before::Nothing => found.came(now.brief, Item::Fact(now.part)),
        }
    }
    for gone in matched.went.into_iter().chain(dropped) {
        found.went(gone.brief, Item::Fact(gone.part));
    }
}

fn fact<'d>(
    before: Held<'d, Fact>,
    now: Held<'d, Fact>,
    contested: bool,
    origins: &mut KnownOrigins<'d>,
    found: &mut Found<'_, 'd>,
) {
    let (old, new) = (before.part, now.part);
    let mut both = found.both(standing(before), standing(now));
    if !same_words(old.text.value.as_str(), new.text.value.as_str()) {
        both.changed(How::Reworded);
    }
    let texts = (&old.text.value, &new.text.value);
    both.changed(status(old.status.value, new.status.value, texts, contested).map(How::Status));
    let others_word = Voice::of_fact(old).differs(Voice::of_fact(new));
    both.changed(others_word.then_some(How::Attribution));
    both.changed(new_origin((before.brief, old), (now.brief, new), origins).filter(|_| !contested));
    both.changed(date(old.when.as_ref(), new.when.as_ref(), DateOf::Happened));
    let said = |fact: &'d Fact| fact.attribution.as_ref().and_then(|it| it.on.as_ref());
    // When another said it is not another date of the same saying.
    both.changed(date(said(old), said(new), DateOf::Said).filter(|_| !others_word));
    both.changed(
        credibility(old, new).filter(|_| both.same_document || are_judged(old, new)).map(How::Credibility),
    );
    briefs::part_marking((before.brief, old.marking.as_ref()), (now.brief, new.marking.as_ref()), &mut both);
    both.details(|| details::of_fact(old, new));
}

/// How credible the item is held to be: up or down where the same statement was judged and is. Nothing may have been judged, which is
/// no bad mark.
fn credibility(old: &Fact, new: &Fact) -> Option<Shift> {
    let (before, now) = (given(old), given(new));
    if before == now {
        return None;
    }
    let same = same_statement(old.text.value.as_str(), new.text.value.as_str());
    Some(match now.cmp(&before) {
        // The lower the number, the more credible.
        Ordering::Less if same && are_judged(old, new) => Shift::Up,
        Ordering::Greater if same && are_judged(old, new) => Shift::Down,
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

fn standing(held: Held<'_, Fact>) -> Standing<'_> {
    Standing { brief: held.brief, item: Item::Fact(held.part) }
}

/// Whether what was told in a brief was not told on the last day, that of these briefs.
pub(super) fn is_again(brief: &Brief, last: &[&Brief]) -> bool {
    last.first().is_some_and(|last| last.date.value > brief.date.value)
}

/// How a date changed.
pub(super) fn date<'d>(
    old: Option<&Spanned<FuzzyDate>>,
    new: Option<&Spanned<FuzzyDate>>,
    of: DateOf,
) -> Option<How<'d>> {
    dates::shift(old.map(|it| &it.value), new.map(|it| &it.value)).map(|shift| How::Date(of, shift))
}
