//! Facts, events and judgements: parts of a brief that a story tells from day to day.

use super::compare::{Both, Found};
use super::earlier::{Earlier, Told, ToldParts};
use super::matching::{Before, Held, Matched, Telling, by_id, contested, gather};
use super::{How, Item, Standing};
use crate::model::Brief;

/// A part whose states are held against each other.
pub(super) trait Part<'d>: Telling + 'd {
    /// What is found out once for all pairs of a thread.
    type Shared: Default;

    /// The part among all others.
    fn item(&'d self) -> Item<'d>;

    /// What its story told of its sort before the old briefs, where that is kept.
    fn told_earlier<'e>(earlier: &'e Told<'d>) -> Option<&'e ToldParts<'d, Self>>;

    /// Matches by their words parts whose ids are made of these.
    fn pair_up(matched: &mut Matched<'d, Self>);

    /// What another's word is beside one that is told on as it was, where that is no news of its own.
    fn beside(_other: Held<'d, Self>, _now: Held<'d, Self>, _shared: &mut Self::Shared) -> Option<How<'d>> {
        None
    }

    /// In what it changed. It is `contested` where another brief of the day says the contrary.
    fn changes(
        before: Held<'d, Self>,
        now: Held<'d, Self>,
        contested: bool,
        shared: &mut Self::Shared,
        both: Both<'_, 'd>,
    );
}

/// All parts of one sort of a thread.
pub(super) fn compare<'d, T: Part<'d>>(
    old: &[&'d Brief],
    new: &[&'d Brief],
    earlier: &Earlier<'d>,
    found: &mut Found<'_, 'd>,
) {
    let earlier = earlier.of(&found.thread).and_then(T::told_earlier);
    let gathered = gather::<T>(new);
    let contested = contested(&gathered);
    let mut matched = by_id(gather(old), &gathered, |id| earlier?.last(id));
    T::pair_up(&mut matched);
    let dropped = matched.dropped_since(new);
    let mut shared = T::Shared::default();
    let taken_back = TakenBack::among(&gathered);
    for (told, now) in taken_back.put_last(matched.new) {
        let before = match taken_back.by(&now).or_else(|| own_denial(earlier, told, &now)) {
            Some(denied) => Before::Was(denied),
            None => told,
        };
        let is_contested = contested.contains(now.part.id());
        match before {
            Before::Was(before) => {
                let mut both = found.both(standing(before), standing(now));
                if told.known().is_some_and(|told| is_again(told.brief, old)) {
                    both.changed(How::Again);
                }
                T::changes(before, now, is_contested, &mut shared, both);
            }
            Before::Beside(other) => match T::beside(other, now, &mut shared).filter(|_| !is_contested) {
                Some(how) => found.both(standing(other), standing(now)).changed(how),
                None => found.came(now.brief, now.part.item()),
            },
            Before::Nothing => found.came(now.brief, now.part.item()),
        }
    }
    for gone in matched.went.into_iter().chain(dropped) {
        found.went(gone.brief, gone.part.item());
    }
}

/// What the speaker of this denied before the old briefs, where these have no later word of theirs on it: they turn round from that,
/// whatever others have said in between.
fn own_denial<'d, T: Part<'d>>(
    earlier: Option<&ToldParts<'d, T>>,
    told: Before<'d, T>,
    now: &Held<'d, T>,
) -> Option<Held<'d, T>> {
    let denied = earlier?.taken_back_by(now)?;
    let is_later = |told: &Held<'d, T>| told.brief.date.value >= denied.brief.date.value;
    let has_own_word = told.known().filter(is_later).is_some_and(|told| T::of_one_party(&told, now));
    (!has_own_word).then_some(denied)
}

/// What is told more than once in these days: its speakers may turn round from it within them.
struct TakenBack<'g, 'd, T>(Vec<&'g Held<'d, T>>);

impl<'d, T: Part<'d>> TakenBack<'_, 'd, T> {
    fn among<'g>(gathered: &'g [Held<'d, T>]) -> TakenBack<'g, 'd, T> {
        let items = gathered.chunk_by(|one, next| one.part.id() == next.part.id());
        TakenBack(items.filter(|item| item.len() > 1).flatten().collect())
    }

    /// What somebody turned round from last when they said this.
    fn by(&self, now: &Held<'d, T>) -> Option<Held<'d, T>> {
        self.0.iter().rev().find(|denied| denied.is_taken_back_by(now)).map(|denied| **denied)
    }

    /// The tellings of each item with those behind the others by which somebody turns round.
    fn put_last(&self, new: Vec<(Before<'d, T>, Held<'d, T>)>) -> Vec<(Before<'d, T>, Held<'d, T>)> {
        if self.0.is_empty() {
            return new;
        }
        let items = new.chunk_by(|(_, one), (_, next)| one.part.id() == next.part.id());
        let ordered = items.flat_map(|item| {
            let (back, others): (Vec<_>, Vec<_>) =
                item.iter().copied().partition(|(_, now)| self.by(now).is_some());
            others.into_iter().chain(back)
        });
        ordered.collect()
    }
}

fn standing<'d, T: Part<'d>>(held: Held<'d, T>) -> Standing<'d> {
    Standing { brief: held.brief, item: held.part.item() }
}

/// Whether what was told in a brief was not told on the last day, that of these briefs.
fn is_again(brief: &Brief, last: &[&Brief]) -> bool {
    last.first().is_some_and(|last| last.date.value > brief.date.value)
}
