//! What several briefs tell of each item, in one.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::late::{is_late, may_be_late};
use super::matching::{Held, Retold};
use super::speakers::{FEW, Speakers};
use super::told_by::ToldBy;
use crate::desk::telling::Telling;
use crate::model::{Brief, Id};

/// The parts of several briefs in the order of their pages, those with one id beside each other, from the first day to the last. What
/// tells the same as one before stands in its place, as does what its speaker tells otherwise on a later day without having turned round.
/// Else both stand: of two briefs of one day none has the last word.
pub(super) fn gather<'d, T: Retold>(briefs: &[&'d Brief]) -> Vec<Held<'d, T>> {
    let held = |brief: &&'d Brief| {
        let brief = *brief;
        T::of(brief).iter().map(move |part| Held { brief, part })
    };
    // No brief has two parts with one id (A021).
    if let [brief] = briefs {
        return held(brief).collect();
    }
    let all = ToldBy::of(briefs);
    let mut gathered: Vec<Tellings<'d, T>> = Vec::new();
    let mut places = HashMap::<_, _, RandomState>::default();
    for held in briefs.iter().flat_map(held) {
        let place = *places.entry(held.part.id()).or_insert(gathered.len());
        match gathered.get_mut(place) {
            Some(earlier) => earlier.take_up(held, &all),
            None => gathered.push(Tellings { told: vec![Some(held)], speakers: None }),
        }
    }
    gathered.into_iter().flat_map(|item| item.told).flatten().collect()
}

/// What is told of one item, in the order of telling.
struct Tellings<'d, T> {
    /// Nothing where it does not stand any more.
    told: Vec<Option<Held<'d, T>>>,
    /// By who tells it, where there are more than a few.
    speakers: Option<Speakers<'d>>,
}

impl<'d, T: Retold> Tellings<'d, T> {
    /// Takes up what is told of the item after all that has been told of it, which is among all that is told.
    fn take_up(&mut self, now: Held<'d, T>, all: &ToldBy<'_, 'd, T>) {
        let telling = now.telling();
        let may_be_of_speaker = self.may_tell(&telling);
        let mut is_own_word_known = false;
        for place in may_be_of_speaker.iter().rev().copied() {
            let Some(it) = self.at(place).filter(|it| it.telling().is_of_party(&telling)) else { continue };
            is_own_word_known = true;
            let is_followed =
                it.telling().is_before(&telling) && !(may_be_late(&it, &now) && is_late(&now, all));
            if T::alike(&it, &now) || is_followed && !T::turns_round(&it, &now) {
                self.drop(place);
            } else if is_followed {
                // What was said before that has had its turn.
                break;
            }
        }
        // Of people without names nobody can say whether they spoke before: what is told just so is one telling.
        let is_told_just_so = |place: &usize| self.at(*place).is_some_and(|it| T::alike(&it, &now));
        if !is_own_word_known && let Some(same) = may_be_of_speaker.into_iter().rfind(is_told_just_so) {
            self.drop(same);
        }
        if let Some(speakers) = &mut self.speakers {
            speakers.add(&telling, self.told.len());
        }
        self.told.push(Some(now));
    }

    fn at(&self, place: usize) -> Option<Held<'d, T>> {
        self.told.get(place).copied().flatten()
    }

    /// The places of all that may be the word of whoever tells this.
    fn may_tell(&mut self, telling: &Telling<'d>) -> Vec<usize> {
        if self.told.len() <= FEW {
            return (0..self.told.len()).collect();
        }
        let told = self.told.iter().flatten();
        self.speakers.get_or_insert_with(|| Speakers::of(told.map(Held::telling))).may_tell(telling)
    }

    fn drop(&mut self, place: usize) {
        let Some(speakers) = &mut self.speakers else {
            self.told.remove(place);
            return;
        };
        if let Some(it) = self.told.get_mut(place).and_then(Option::take) {
            speakers.remove(&it.telling(), place);
        }
    }
}

/// The items of which one telling is contrary to another.
pub(super) fn contested<'d, T: Retold>(gathered: &[Held<'d, T>]) -> HashSet<&'d Id, RandomState> {
    let groups = gathered.chunk_by(|a, b| a.part.id() == b.part.id());
    let contested = groups.filter(|group| {
        let contrary = group.iter().filter(|held| held.telling().is_doubted()).count();
        contrary > 0 && contrary < group.len()
    });
    contested.filter_map(|group| group.first()).map(|first| first.part.id()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::validate::sample;

    #[test]
    fn the_parts_of_one_brief_are_those_of_the_same_brief_twice() {
        let brief = sample(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{id: a, name: A, kind: outlet, descriptor: Invented}]\n\
             key_facts: [{id: b, text: B, status: claimed, said_by: a}, {id: a, text: A, status: claimed, said_by: a}]\n"
                .to_owned(),
        );
        let ids = |briefs: &[&Brief]| {
            let facts: Vec<Held<'_, Fact>> = gather(briefs);
            facts.iter().map(|held| held.part.id.value.as_str().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&[&brief]), ["b", "a"]);
        assert_eq!(ids(&[&brief]), ids(&[&brief, &brief]));
    }
}
