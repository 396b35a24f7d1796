//! Facts, events and judgements: parts of a brief that a story tells from day to day.

use super::compare::{Both, Found};
use super::earlier::{Earlier, Told, ToldParts};
use super::edition::Thread;
use super::gather::{contested, gather};
use super::late::{is_late, is_said_before, may_be_late};
use super::matching::{Before, Held, Matched, Retold, by_id};
use super::speakers::{FEW, Speakers};
use super::told_by::ToldBy;
use super::{How, Item, Standing};
use crate::desk::telling::{Telling, last};
use crate::model::Brief;

/// A part whose states are held against each other.
pub(super) trait Part<'d>: Retold + 'd {
    /// What is found out once for all pairs of a thread.
    type Shared: Default;

    /// The part among all others.
    fn item(&'d self) -> Item<'d>;

    /// What its story told of its sort before the old briefs.
    fn told_earlier<'e>(earlier: &'e Told<'d>) -> &'e ToldParts<'d, Self>;

    /// Matches by their words what the ids have left over.
    fn pair_up(thread: Thread<'d>, matched: &mut Matched<'d, Self>, shared: &mut Self::Shared);

    /// What another's word is beside one that is told on as it was, where that is no news of its own.
    fn beside(_other: Held<'d, Self>, _now: Held<'d, Self>, _shared: &mut Self::Shared) -> Option<How<'d>> {
        None
    }

    /// Two tellings of the last day that are at odds, where that is told and neither is held against what was told before: none of them has
    /// the last word.
    fn at_odds(_told: &[Held<'d, Self>]) -> Option<[Held<'d, Self>; 2]> {
        None
    }

    /// In what it changed, and what else is told of it.
    fn changes(
        before: Held<'d, Self>,
        now: Held<'d, Self>,
        others: Others,
        shared: &mut Self::Shared,
        both: Both<'_, 'd>,
    );
}

/// What else is told of an item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Others {
    /// Whether another brief of the day says the contrary.
    pub(super) contested: bool,
    /// Whether whoever told it before has another word on it by now.
    pub(super) followed: bool,
}

/// All parts of one sort of a thread.
pub(super) fn compare<'d, T: Part<'d>>(
    old: &[&'d Brief],
    new: &[&'d Brief],
    earlier: &Earlier<'d>,
    found: &mut Found<'_, 'd>,
) {
    let earlier = earlier.of(&found.thread).map(T::told_earlier);
    let gathered = gather::<T>(new);
    let contested = contested(&gathered);
    let mut matched = by_id(gather(old), &gathered, |id| earlier?.last(id));
    let mut shared = T::Shared::default();
    T::pair_up(found.thread, &mut matched, &mut shared);
    let dropped = matched.dropped_since(new);
    let (of_old, of_new) = (ToldBy::of(old), ToldBy::of(new));
    let told_of_items = gathered.chunk_by(|one, next| one.part.id() == next.part.id());
    let items = matched.new.chunk_by(|(_, one), (_, next)| one.part.id() == next.part.id());
    for (told, item) in told_of_items.zip(items) {
        let is_contested = item.first().is_some_and(|(_, now)| contested.contains(now.part.id()));
        let at_odds = T::at_odds(told).filter(|odds| is_new(odds, item));
        let mut speakers = None;
        // Whoever turns round comes behind the others.
        for turns in [false, true] {
            for (matched, now) in item.iter().filter(|(_, now)| !is_of_day(at_odds, now)) {
                let own = own_word(told, &mut speakers, now);
                if own.is_some() != turns {
                    continue;
                }
                let own = own.or_else(|| turned_from(earlier, &of_old, *matched, now));
                let again = matched.known().is_some_and(|it| is_again(it.brief, old));
                let before = own.map_or(*matched, Before::Was);
                let others =
                    Others { contested: is_contested, followed: is_followed(told, &mut speakers, before) };
                let around = Around { earlier, old, told: [&of_old, &of_new], again, others };
                tell(before, *now, around, &mut shared, found);
            }
        }
        if let Some([one, other]) = at_odds {
            found.both(standing(one), standing(other)).changed(How::AtOdds);
        }
    }
    for gone in matched.went.into_iter().chain(dropped) {
        found.went(gone.brief, gone.part.item());
    }
}

/// Whether somebody who told something has another word on it among these. Most items are told once.
fn is_followed<'d, T: Part<'d>>(
    told: &[Held<'d, T>],
    speakers: &mut Option<Speakers<'d>>,
    before: Before<'d, T>,
) -> bool {
    let Some(known) = before.known().filter(|_| told.len() > 1) else { return false };
    let (known, all) = (known.telling(), told.len());
    let is_its = |place: &usize| told.get(*place).is_some_and(|it| it.telling().is_of_party(&known));
    may_tell(told, speakers, &known, all).iter().any(is_its)
}

/// Whether a telling is of the day of those that are at odds.
fn is_of_day<T>(at_odds: Option<[Held<'_, T>; 2]>, now: &Held<'_, T>) -> bool {
    at_odds.is_some_and(|[one, _]| one.brief.date.value == now.brief.date.value)
}

/// Whether any of those that are at odds was not told so before.
fn is_new<'d, T: Part<'d>>(odds: &[Held<'d, T>; 2], item: &[(Before<'d, T>, Held<'d, T>)]) -> bool {
    let was_told = |before: &Before<'d, T>, now| before.known().is_some_and(|it| T::alike(&it, now));
    item.iter().any(|(before, now)| is_of_day(Some(*odds), now) && !was_told(before, now))
}

/// The parts of a thread that readers have been shown nothing of. What they are told of them is that they are new, but for whoever denied
/// one where they were not shown it.
pub(super) fn turned_from_overheard<'d, T: Part<'d>>(
    new: &[&'d Brief],
    earlier: &Earlier<'d>,
    found: &mut Found<'_, 'd>,
) {
    let Some(earlier) = earlier.of(&found.thread).map(T::told_earlier) else { return };
    let gathered = gather::<T>(new);
    let contested = contested(&gathered);
    let mut shared = T::Shared::default();
    let of_new = ToldBy::of(new);
    for now in gathered {
        if let Some(denied) = earlier.turned_from(&now) {
            let is_contested = contested.contains(now.part.id());
            let others = Others { contested: is_contested, followed: true };
            let around =
                Around { earlier: Some(earlier), old: &[], told: [&of_new, &of_new], again: false, others };
            tell(Before::Was(denied), now, around, &mut shared, found);
        }
    }
}

/// What a telling comes with, besides what it was.
struct Around<'o, 'd, T> {
    /// What the story told before the old briefs.
    earlier: Option<&'o ToldParts<'d, T>>,
    /// The briefs before.
    old: &'o [&'d Brief],
    /// What these tell, and what it is told with.
    told: [&'o ToldBy<'o, 'd, T>; 2],
    /// Whether its item was told before, and not on the last day before this.
    again: bool,
    /// What else is told of its item.
    others: Others,
}

impl<T> Clone for Around<'_, '_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Around<'_, '_, T> {}

impl<'d, T: Part<'d>> Around<'_, 'd, T> {
    /// Whether its party certainly said something after this that had been told before it.
    fn has_one_after(&self, now: &Held<'d, T>) -> bool {
        self.told.iter().any(|told| is_late(now, told))
            || self.earlier.is_some_and(|earlier| earlier.is_said_before_known(now))
    }
}

/// One telling, held against what it was.
fn tell<'d, T: Part<'d>>(
    before: Before<'d, T>,
    now: Held<'d, T>,
    around: Around<'_, 'd, T>,
    shared: &mut T::Shared,
    found: &mut Found<'_, 'd>,
) {
    match before {
        Before::Was(before) if is_told_late(&before, &now, around, found) => {
            found.came(now.brief, now.part.item());
            if around.old.iter().any(|brief| std::ptr::eq(*brief, before.brief)) {
                found.went(before.brief, before.part.item());
            }
        }
        Before::Was(before) => {
            let mut both = found.both(standing(before), standing(now));
            both.changed(around.again.then_some(How::Again));
            T::changes(before, now, around.others, shared, both);
        }
        Before::Beside(other) => match T::beside(other, now, shared).filter(|_| !around.others.contested) {
            Some(how) => found.both(standing(other), standing(now)).changed(how),
            None => found.came(now.brief, now.part.item()),
        },
        Before::SameOrigin(other) => found.both(standing(other), standing(now)).changed(How::SameOrigin),
        Before::Nothing => found.came(now.brief, now.part.item()),
    }
}

/// Whether a party that seems to have told something otherwise said this before what is known of it: it has only been told of later.
fn is_told_late<'d, T: Part<'d>>(
    before: &Held<'d, T>,
    now: &Held<'d, T>,
    around: Around<'_, 'd, T>,
    found: &Found<'_, 'd>,
) -> bool {
    (is_said_before(now, before) || may_be_late(before, now) && around.has_one_after(now))
        && !T::alike(before, now)
        && !found.same_document(before.brief, now.brief)
}

/// The places, of the first so many, of what may be the word of whoever tells this.
fn may_tell<'d, T: Part<'d>>(
    told: &[Held<'d, T>],
    speakers: &mut Option<Speakers<'d>>,
    telling: &Telling<'d>,
    first: usize,
) -> Vec<usize> {
    if first <= FEW {
        return (0..first).collect();
    }
    let all = || Speakers::of(told.iter().map(Held::telling));
    let mut places = speakers.get_or_insert_with(all).may_tell(telling);
    places.retain(|place| *place < first);
    places
}

/// What the speaker of this told last before it, of all that is told of its item from the first day to the last: they turn round from
/// there.
fn own_word<'d, T: Part<'d>>(
    told: &[Held<'d, T>],
    speakers: &mut Option<Speakers<'d>>,
    now: &Held<'d, T>,
) -> Option<Held<'d, T>> {
    let telling = now.telling();
    let before = told.partition_point(|it| it.brief.date.value < now.brief.date.value);
    let places = may_tell(told, speakers, &telling, before);
    let latest_first = places.into_iter().rev().filter_map(|place| told.get(place).copied());
    let before = latest_first.filter(|it| !telling.is_said_before(&it.telling()));
    last::own_last(before, &telling, |it| it.telling())
}

/// The last word of the speaker of this on days before the old briefs, where they have turned round from it and these have no later word of
/// theirs: it is held against that, whatever others have said in between.
fn turned_from<'d, T: Part<'d>>(
    earlier: Option<&ToldParts<'d, T>>,
    old: &ToldBy<'_, 'd, T>,
    told: Before<'d, T>,
    now: &Held<'d, T>,
) -> Option<Held<'d, T>> {
    let earlier = earlier?;
    let turned_from = earlier.turned_from(now)?;
    let telling = now.telling();
    // Another word that they have turned round from is as good.
    let has_its_turn = |held: &Held<'d, T>| {
        let (word, turned_from) = (held.telling(), turned_from.telling());
        let is_later = || {
            word.day() >= turned_from.day()
                && !word.is_said_before(&turned_from)
                && !earlier.is_said_before_known(held)
        };
        word.is_of_party(&telling) && (word.is_contrary_to(&telling) || is_later())
    };
    let mut known = old.may_be_of_speaker(now).into_iter().chain(told.known());
    (!known.any(|word| has_its_turn(&word))).then_some(turned_from)
}

fn standing<'d, T: Part<'d>>(held: Held<'d, T>) -> Standing<'d> {
    Standing { brief: held.brief, item: held.part.item() }
}

/// Whether what was told in a brief was not told on the last day, that of these briefs.
fn is_again(brief: &Brief, last: &[&Brief]) -> bool {
    last.first().is_some_and(|last| last.date.value > brief.date.value)
}
