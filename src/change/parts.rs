//! Facts, events and judgements: parts of a brief that a story tells from day to day.

use super::compare::{Both, Found};
use super::earlier::{Earlier, Told, ToldParts};
use super::edition::Thread;
use super::matching::{Before, Held, Matched, Retold, by_id, contested, gather};
use super::{How, Item, Standing};
use crate::desk::telling;
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
    let earlier = earlier.of(&found.thread).map(T::told_earlier);
    let gathered = gather::<T>(new);
    let contested = contested(&gathered);
    let mut matched = by_id(gather(old), &gathered, |id| earlier?.last(id));
    let mut shared = T::Shared::default();
    T::pair_up(found.thread, &mut matched, &mut shared);
    let dropped = matched.dropped_since(new);
    let told_of_items = gathered.chunk_by(|one, next| one.part.id() == next.part.id());
    let items = matched.new.chunk_by(|(_, one), (_, next)| one.part.id() == next.part.id());
    for (told, item) in told_of_items.zip(items) {
        let is_contested = item.first().is_some_and(|(_, now)| contested.contains(now.part.id()));
        // Whoever turns round comes behind the others.
        for turns in [false, true] {
            for (matched, now) in item {
                let own = own_word(told, now);
                if own.is_some() != turns {
                    continue;
                }
                let own = own.or_else(|| turned_from(earlier, old, *matched, now));
                let again = matched.known().is_some_and(|it| is_again(it.brief, old));
                let before = own.map_or(*matched, Before::Was);
                tell(before, *now, Around { old, again, is_contested }, &mut shared, found);
            }
        }
    }
    for gone in matched.went.into_iter().chain(dropped) {
        found.went(gone.brief, gone.part.item());
    }
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
    for now in gathered {
        if let Some(denied) = earlier.turned_from(&now) {
            let is_contested = contested.contains(now.part.id());
            let around = Around { old: &[], again: false, is_contested };
            tell(Before::Was(denied), now, around, &mut shared, found);
        }
    }
}

/// What a telling comes with, besides what it was.
#[derive(Debug, Clone, Copy)]
struct Around<'o, 'd> {
    /// The briefs before.
    old: &'o [&'d Brief],
    /// Whether its item was told before, and not on the last day before this.
    again: bool,
    /// Whether another says the contrary.
    is_contested: bool,
}

/// One telling, held against what it was.
fn tell<'d, T: Part<'d>>(
    before: Before<'d, T>,
    now: Held<'d, T>,
    around: Around<'_, 'd>,
    shared: &mut T::Shared,
    found: &mut Found<'_, 'd>,
) {
    match before {
        Before::Was(before) if is_told_late(&before, &now, found) => {
            found.came(now.brief, now.part.item());
            if around.old.iter().any(|brief| std::ptr::eq(*brief, before.brief)) {
                found.went(before.brief, before.part.item());
            }
        }
        Before::Was(before) => {
            let mut both = found.both(standing(before), standing(now));
            both.changed(around.again.then_some(How::Again));
            T::changes(before, now, around.is_contested, shared, both);
        }
        Before::Beside(other) => match T::beside(other, now, shared).filter(|_| !around.is_contested) {
            Some(how) => found.both(standing(other), standing(now)).changed(how),
            None => found.came(now.brief, now.part.item()),
        },
        Before::SameOrigin(other) => found.both(standing(other), standing(now)).changed(How::SameOrigin),
        Before::Nothing => found.came(now.brief, now.part.item()),
    }
}

/// Whether a party that seems to have told something otherwise said this before what is known of it: it has only been told of later.
fn is_told_late<'d, T: Part<'d>>(before: &Held<'d, T>, now: &Held<'d, T>, found: &Found<'_, 'd>) -> bool {
    let (then, at) = (before.telling(), now.telling());
    at.is_said_before(&then)
        && at.is_of_party(&then)
        && !T::alike(before, now)
        && !found.same_document(before.brief, now.brief)
}

/// What the speaker of this told last before it, of all that is told of its item from the first day to the last: they turn round from
/// there.
fn own_word<'d, T: Part<'d>>(told: &[Held<'d, T>], now: &Held<'d, T>) -> Option<Held<'d, T>> {
    let telling = now.telling();
    let before = told.partition_point(|it| it.brief.date.value < now.brief.date.value);
    let latest_first = told.get(..before)?.iter().rev().copied();
    let before = latest_first.filter(|it| !telling.is_said_before(&it.telling()));
    telling::own_last(before, &telling, |it| it.telling())
}

/// The last word of the speaker of this on days before the old briefs, where they have turned round from it and these have no later word of
/// theirs: it is held against that, whatever others have said in between.
fn turned_from<'d, T: Part<'d>>(
    earlier: Option<&ToldParts<'d, T>>,
    old: &[&'d Brief],
    told: Before<'d, T>,
    now: &Held<'d, T>,
) -> Option<Held<'d, T>> {
    let turned_from = earlier?.turned_from(now)?;
    let telling = now.telling();
    // Another word that they have turned round from is as good.
    let has_its_turn = |word: &Held<'d, T>| {
        let (word, turned_from) = (word.telling(), turned_from.telling());
        let is_later = word.day() >= turned_from.day() && !word.is_said_before(&turned_from);
        (is_later || word.is_contrary_to(&telling)) && word.is_of_party(&telling)
    };
    let of_brief = |brief: &&'d Brief| {
        let brief = *brief;
        T::of(brief).iter().filter(|part| part.id() == now.part.id()).map(move |part| Held { brief, part })
    };
    let mut known = old.iter().flat_map(of_brief).chain(told.known());
    (!known.any(|word| has_its_turn(&word))).then_some(turned_from)
}

fn standing<'d, T: Part<'d>>(held: Held<'d, T>) -> Standing<'d> {
    Standing { brief: held.brief, item: held.part.item() }
}

/// Whether what was told in a brief was not told on the last day, that of these briefs.
fn is_again(brief: &Brief, last: &[&Brief]) -> bool {
    last.first().is_some_and(|last| last.date.value > brief.date.value)
}
