//! Timeline events.

use super::compare::Found;
use super::earlier::Earlier;
use super::facts::{date, is_again};
use super::matching::{Before, Held, by_id, contested, gather};
use super::voices::{Voice, status};
use super::words::{Worded, same_words};
use super::{DateOf, How, Item, Shift, Standing, briefs};
use crate::model::{Brief, Event, Ground};

/// From which likeness on, in per cent, two texts are one that was worded anew.
pub(super) const NEAR: usize = 60;

/// The same for events of one date: less is enough, but not nothing, for two things can happen on a day.
const NEAR_ON_ONE_DATE: usize = 25;

pub(super) fn compare<'d>(
    old: &[&'d Brief],
    new: &[&'d Brief],
    earlier: &Earlier<'d>,
    found: &mut Found<'_, 'd>,
) {
    let thread = found.thread;
    let gathered = gather::<Event>(new);
    let contested = contested(&gathered);
    let mut matched = by_id(gather(old), &gathered, |id| earlier.event(thread, id));
    // An id that is made of date and text is another as soon as either changes.
    matched.pair_up(Told::new, &[Told::is_same, Told::is_near, Told::is_on_one_date]);
    let dropped = matched.dropped_since(new);
    for (before, now) in matched.new {
        match before {
            Before::Was(before) => {
                if is_again(before.brief, old) {
                    found.both(standing(before), standing(now)).changed(How::Again);
                }
                event(before, now, contested.contains(&now.part.id), found);
            }
            Before::Nothing | Before::Beside(_) => found.came(now.brief, Item::Event(now.part)),
        }
    }
    for gone in matched.went.into_iter().chain(dropped) {
        found.went(gone.brief, Item::Event(gone.part));
    }
}

/// An event with its words, to find it again by them.
struct Told<'d> {
    event: &'d Event,
    words: Worded<'d>,
}

impl<'d> Told<'d> {
    fn new(event: &'d Event) -> Self {
        Self { event, words: Worded::new(event.text.value.as_str()) }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.words.is_same(&other.words)
    }

    fn is_near(&self, other: &Self) -> bool {
        self.words.likeness(&other.words) >= NEAR
    }

    fn is_on_one_date(&self, other: &Self) -> bool {
        let when = |told: &Self| told.event.when.as_ref().map(|it| &it.value);
        when(self) == when(other) && self.words.likeness(&other.words) >= NEAR_ON_ONE_DATE
    }
}

fn event<'d>(before: Held<'d, Event>, now: Held<'d, Event>, contested: bool, found: &mut Found<'_, 'd>) {
    let (old, new) = (before.part, now.part);
    let mut both = found.both(standing(before), standing(now));
    if !same_words(old.text.value.as_str(), new.text.value.as_str()) {
        both.changed(How::Reworded);
    }
    if !stand_on_one_fact(old, new) {
        let (old_voice, old_status) = Voice::of_event(old, before.brief);
        let (new_voice, new_status) = Voice::of_event(new, now.brief);
        both.changed(match (old_status, new_status) {
            (Some(one), Some(other)) => {
                status(one, other, (&old.text.value, &new.text.value), contested).map(How::Status)
            }
            (None, None) => None,
            _ => Some(How::Status(Shift::Moved)),
        });
        let others_word = old_voice.differs(new_voice);
        both.changed(others_word.then_some(How::Attribution));
        both.changed(date(said(old_voice), said(new_voice), DateOf::Said).filter(|_| !others_word));
    }
    both.changed(date(old.when.as_ref(), new.when.as_ref(), DateOf::Happened));
    if old.expected != new.expected {
        both.changed(How::Expectation);
    }
    briefs::part_marking((before.brief, old.marking.as_ref()), (now.brief, new.marking.as_ref()), &mut both);
}

fn standing(held: Held<'_, Event>) -> Standing<'_> {
    Standing { brief: held.brief, item: Item::Event(held.part) }
}

/// What the fact changed in is told of the fact.
fn stand_on_one_fact(old: &Event, new: &Event) -> bool {
    matches!((&old.ground, &new.ground), (Ground::Fact(old), Ground::Fact(new)) if old.value == new.value)
}

fn said(voice: Voice<'_>) -> Option<&crate::span::Spanned<crate::model::FuzzyDate>> {
    match voice {
        Voice::Spoken(attribution) => attribution.on.as_ref(),
        Voice::Own | Voice::Nobody => None,
    }
}
