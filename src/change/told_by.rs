//! What briefs tell of each item, by whoever tells it, looked up where very many briefs do.

use std::cell::OnceCell;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::matching::{Held, Retold};
use super::speakers::{FEW, Speakers};
use crate::model::{Brief, Id};

/// What some briefs tell.
pub(super) struct ToldBy<'b, 'd, T> {
    briefs: &'b [&'d Brief],
    by_item: OnceCell<HashMap<&'d Id, Tellings<'d, T>, RandomState>>,
}

/// What is told of one item.
struct Tellings<'d, T> {
    told: Vec<Held<'d, T>>,
    speakers: Speakers<'d>,
}

impl<'b, 'd, T: Retold> ToldBy<'b, 'd, T> {
    /// What these tell: it is looked through when it is asked for.
    pub(super) fn of(briefs: &'b [&'d Brief]) -> Self {
        Self { briefs, by_item: OnceCell::new() }
    }

    /// All that may be the word of the speaker of this on its item.
    pub(super) fn may_be_of_speaker(&self, now: &Held<'d, T>) -> Vec<Held<'d, T>> {
        if self.briefs.len() <= FEW {
            return self.all().filter(|it| it.part.id() == now.part.id()).collect();
        }
        let Some(item) = self.by_item.get_or_init(|| self.index()).get(now.part.id()) else {
            return Vec::new();
        };
        let places = item.speakers.may_tell(&now.telling()).into_iter();
        places.filter_map(|place| item.told.get(place).copied()).collect()
    }

    fn all(&self) -> impl Iterator<Item = Held<'d, T>> {
        let of_brief = |brief: &'d Brief| T::of(brief).iter().map(move |part| Held { brief, part });
        self.briefs.iter().copied().flat_map(of_brief)
    }

    fn index(&self) -> HashMap<&'d Id, Tellings<'d, T>, RandomState> {
        let mut items: HashMap<_, Tellings<'d, T>, RandomState> = HashMap::default();
        for held in self.all() {
            let empty = || Tellings { told: Vec::new(), speakers: Speakers::default() };
            let item = items.entry(held.part.id()).or_insert_with(empty);
            item.speakers.add(&held.telling(), item.told.len());
            item.told.push(held);
        }
        items
    }
}
