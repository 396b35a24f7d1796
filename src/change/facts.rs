//! Key facts.

use super::compare::Found;
use super::earlier::Earlier;
use super::matching::{Held, by_id, gather};
use super::origins::{KnownOrigins, new_origin};
use super::voices::{Voice, status};
use super::words::same_words;
use super::{DateOf, How, Item, Standing, briefs, dates, details};
use crate::model::{Brief, Fact, FuzzyDate};
use crate::span::Spanned;

pub(super) fn compare<'d>(
    old: &[&'d Brief],
    new: &[&'d Brief],
    earlier: &Earlier<'d>,
    found: &mut Found<'_, 'd>,
) {
    let thread = found.thread;
    let matched = by_id::<Fact>(gather(old), &gather(new), |id| earlier.fact(thread, id));
    let dropped = matched.dropped_since(new);
    let mut origins = KnownOrigins::default();
    for (before, now) in matched.new {
        match before {
            Some(before) => {
                if is_again(before.brief, old) {
                    found.both(standing(before), standing(now)).changed(How::Again);
                }
                fact(before, now, &mut origins, found);
            }
            None => found.came(now.brief, Item::Fact(now.part)),
        }
    }
    for gone in matched.went.into_iter().chain(dropped) {
        found.went(gone.brief, Item::Fact(gone.part));
    }
}

fn fact<'d>(
    before: Held<'d, Fact>,
    now: Held<'d, Fact>,
    origins: &mut KnownOrigins<'d>,
    found: &mut Found<'_, 'd>,
) {
    let (old, new) = (before.part, now.part);
    let mut both = found.both(standing(before), standing(now));
    if !same_words(old.text.value.as_str(), new.text.value.as_str()) {
        both.changed(How::Reworded);
    }
    let texts = (&old.text.value, &new.text.value);
    both.changed(status(old.status.value, new.status.value, texts).map(How::Status));
    let others_word = Voice::of_fact(old).differs(Voice::of_fact(new));
    both.changed(others_word.then_some(How::Attribution));
    both.changed(new_origin((before.brief, old), (now.brief, new), origins));
    both.changed(date(old.when.as_ref(), new.when.as_ref(), DateOf::Happened));
    let said = |fact: &'d Fact| fact.attribution.as_ref().and_then(|it| it.on.as_ref());
    // When another said it is not another date of the same saying.
    both.changed(date(said(old), said(new), DateOf::Said).filter(|_| !others_word));
    briefs::part_marking((before.brief, old.marking.as_ref()), (now.brief, new.marking.as_ref()), &mut both);
    both.details(|| details::of_fact(old, new));
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
