//! Tellings of one item by who tells them, so that an item of which very many tell is not looked through for each of them.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::desk::telling::Telling;
use crate::language::spelled::Name;
use crate::model::party::Known;

/// How many tellings are looked through one by one.
pub(super) const FEW: usize = 24;

/// The places of tellings in a list, by their speakers.
#[derive(Debug, Default)]
pub(super) struct Speakers<'d>(HashMap<Speaker<'d>, Vec<usize>, RandomState>);

/// What a speaker is looked up by: two tellings that are the word of one, to us or to readers, share one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Speaker<'d> {
    /// It is our own word, or nobody's.
    Nobody,
    /// A party is known by this.
    Party(Known<'d>),
    /// Readers are told of somebody of this name.
    Called(Name<'d>),
}

impl<'d> Speakers<'d> {
    /// Those of a list.
    pub(super) fn of(tellings: impl Iterator<Item = Telling<'d>>) -> Self {
        let mut speakers = Self::default();
        tellings.enumerate().for_each(|(place, telling)| speakers.add(&telling, place));
        speakers
    }

    /// Takes up a telling at a place behind those before.
    pub(super) fn add(&mut self, telling: &Telling<'d>, place: usize) {
        for speaker in speakers(telling) {
            self.0.entry(speaker).or_default().push(place);
        }
    }

    /// Lets go of a telling.
    pub(super) fn remove(&mut self, telling: &Telling<'d>, place: usize) {
        for speaker in speakers(telling) {
            if let Some(places) = self.0.get_mut(&speaker) {
                places.retain(|it| *it != place);
            }
        }
    }

    /// The places of all that may be the word of whoever tells this, in their order.
    pub(super) fn may_tell(&self, telling: &Telling<'d>) -> Vec<usize> {
        let mut places: Vec<_> =
            speakers(telling).filter_map(|speaker| self.0.get(&speaker)).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

fn speakers<'d>(telling: &Telling<'d>) -> impl Iterator<Item = Speaker<'d>> + use<'d> {
    let brief = telling.brief;
    let source = telling.attribution.map(|it| &*it.said_by.value);
    let nobody = source.is_none().then_some(Speaker::Nobody);
    let known = source.into_iter().flat_map(move |source| {
        let called = Speaker::Called(source.name.value.spelled());
        Known::all(brief, source).map(Speaker::Party).chain([called])
    });
    nobody.into_iter().chain(known)
}
