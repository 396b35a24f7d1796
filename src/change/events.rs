//! Timeline events.

use super::compare::Both;
use super::earlier::{self, ToldParts};
use super::edition::Thread;
use super::facts::{date, is_as_sure};
use super::grades::Grades;
use super::matching::{Held, Matched};
use super::parts::{Others, Part};
use super::voices::{Voice, status};
use super::words::Worded;
use super::{DateOf, How, Item, Shift, briefs};
use crate::desk::happened::is_to_come;
use crate::language::wording::same_words;
use crate::model::{self, Event, Fact, Ground};

/// From which likeness on, in per cent, two texts are one that was worded anew.
pub(super) const NEAR: usize = 60;

/// The same for events of one date: less is enough, but not nothing, for two things can happen on a day.
const NEAR_ON_ONE_DATE: usize = 25;

impl<'d> Part<'d> for Event {
    type Shared = ();

    fn item(&'d self) -> Item<'d> {
        Item::Event(self)
    }

    fn told_earlier<'e>(earlier: &'e earlier::Told<'d>) -> &'e ToldParts<'d, Self> {
        &earlier.events
    }

    /// An id that is made of date and text is another as soon as either changes.
    fn pair_up(_: Thread<'d>, matched: &mut Matched<'d, Self>, (): &mut ()) {
        matched.pair_up(Told::new, &[Told::is_same, Told::is_near, Told::is_on_one_date]);
    }

    fn changes(
        before: Held<'d, Self>,
        now: Held<'d, Self>,
        others: Others,
        (): &mut (),
        mut both: Both<'_, 'd>,
    ) {
        let (old, new) = (before.part, now.part);
        let contested = others.contested;
        if !same_words(old.text.value.as_str(), new.text.value.as_str()) {
            both.changed(How::Reworded);
        }
        let grades_hold = || Grades::of_event(new, now.brief).hold_since(Grades::of_event(old, before.brief));
        let words = || {
            let (old_voice, old_status) = Voice::of_event(old, before.brief);
            let (new_voice, new_status) = Voice::of_event(new, now.brief);
            let shift = match (old_status, new_status) {
                (Some(one), Some(other)) => {
                    status(one, other, || contested || is_held_doubtful(now) || !grades_hold())
                }
                (None, None) => None,
                _ => Some(Shift::Moved),
            };
            ([old_voice, new_voice], shift)
        };
        let same_document = both.same_document;
        let is_as_sure = |shift| is_as_sure(&before, &now, shift, same_document) && grades_hold();
        if !stand_on_one_fact(old, new) {
            let (voices @ [old_voice, new_voice], shift) = words();
            both.changed(shift.map(How::Status));
            let others_word = old_voice.differs(new_voice);
            both.changed(others_word.then_some(How::Attribution));
            both.changed(date(voices.map(said), DateOf::Said, || is_as_sure(shift)).filter(|_| !others_word));
        }
        let happened = [old, new].map(|event| event.when.as_ref());
        both.changed(date(happened, DateOf::Happened, || {
            let ([old_voice, new_voice], shift) = words();
            !old_voice.differs(new_voice) && is_as_sure(shift)
        }));
        both.changed(is_expected_otherwise(before, now).then_some(How::Expectation));
        briefs::part_marking(
            (before.brief, old.marking.as_ref()),
            (now.brief, new.marking.as_ref()),
            &mut both,
        );
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

/// Whether we hold the fact for doubtful that an event stands on.
fn is_held_doubtful(held: Held<'_, Event>) -> bool {
    let standing = model::Standing::of_event(held.part, held.brief);
    standing.and_then(|it| it.fact).is_some_and(Fact::is_held_doubtful)
}

/// Whether one is marked as expected, and readers are told of it as of what is to come, and of the other neither: what lies ahead by its date
/// is to come, however it is marked.
fn is_expected_otherwise(before: Held<'_, Event>, now: Held<'_, Event>) -> bool {
    let is_to_come = |held: Held<'_, Event>| is_to_come(held.brief, held.part);
    before.part.expected != now.part.expected && is_to_come(before) != is_to_come(now)
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
