//! The positions on a question, spread over its pages.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::OnPage;
use super::held::{Held, HeldView, PartyView, has_moved};
use crate::desk::telling::late::LastSaid;
use crate::desk::thread::Move;
use crate::model::date::Relation;
use crate::model::party::Voices;
use crate::view::attribution::party as party_name;

/// Every position on a question, with its party, in the order of its pages.
///
/// Where one page holds them all, they stand party by party. Where they go over several, the first begin with the latest position of each
/// party, so that whoever denies or doubts is not far behind those who claim; what each said before comes after that.
#[derive(Debug)]
pub(super) struct Positions<'d> {
    /// Whether each party, in the order in which they first spoke, has taken another stance.
    moved: Vec<bool>,
    placed: Vec<(usize, Held<'d>)>,
    /// How many of them, the first, are the latest of their parties and stand before what these said earlier.
    latest: usize,
    size: usize,
}

impl<'d> Positions<'d> {
    /// Those that moved a question, so many a page.
    pub(super) fn of(moves: &[Move<'d>], size: usize) -> Self {
        let parties = by_party(moves);
        let is_spread = parties.iter().map(Vec::len).sum::<usize>() > size;
        let all = || parties.iter().enumerate();
        let latest = if is_spread { parties.len() } else { 0 };
        let placed = if is_spread {
            let latest = all().filter_map(|(party, held)| Some((party, *held.last()?)));
            let before = all().flat_map(|(party, held)| {
                held.iter().take(held.len().saturating_sub(1)).map(move |it| (party, *it))
            });
            latest.chain(before).collect()
        } else {
            all().flat_map(|(party, held)| held.iter().map(move |it| (party, *it))).collect()
        };
        Self {
            moved: parties.iter().map(|held| has_moved(held)).collect(),
            placed,
            latest,
            size: size.max(1),
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.placed.len()
    }

    /// How many there are, where they go over several pages.
    pub(super) fn spread(&self) -> Option<usize> {
        Some(self.placed.len()).filter(|count| *count > self.size)
    }

    /// Those of one page, by its number from 1, under their parties.
    pub(super) fn of_page<'v>(&self, number: usize, page: OnPage<'_, 'v>) -> Vec<PartyView<'v>>
    where
        'd: 'v,
    {
        let before = number.saturating_sub(1).saturating_mul(self.size);
        let here = self.placed.chunks(self.size).nth(number.saturating_sub(1)).unwrap_or_default();
        let (latest, earlier) = here.split_at(self.latest.saturating_sub(before).min(here.len()));
        let parties =
            [latest, earlier].into_iter().flat_map(|held| held.chunk_by(|(one, _), (next, _)| one == next));
        parties.filter_map(|held| self.party(held, page)).collect()
    }

    fn party<'v>(&self, held: &[(usize, Held<'d>)], page: OnPage<'_, 'v>) -> Option<PartyView<'v>>
    where
        'd: 'v,
    {
        let (party, (_, position)) = held.first()?;
        let source = &position.attribution.said_by;
        Some(PartyView {
            name: party_name(source, page.locale),
            moved: !source.is_anonymous() && self.moved.get(*party).copied().unwrap_or_default(),
            held: held.iter().map(|(_, it)| HeldView::new(*it, page)).collect(),
        })
    }
}

/// The positions of each party from its first, as far as their dates tell, the parties in the order in which they first spoke.
fn by_party<'d>(moves: &[Move<'d>]) -> Vec<Vec<Held<'d>>> {
    let said = || moves.iter().flat_map(|moved| moved.positions.iter().map(|it| (moved.at, *it)));
    let mut voices = Voices::with_room(said().count());
    let speakers: Vec<_> =
        said().map(|(at, position)| voices.take(at.brief, &position.attribution.said_by)).collect();
    let mut places: HashMap<_, usize, RandomState> =
        HashMap::with_capacity_and_hasher(voices.count(), RandomState::default());
    let mut parties: Vec<OfParty<'d>> = Vec::with_capacity(voices.count());
    for (speaker, said) in speakers.into_iter().zip(said()) {
        let place = *places.entry(voices.party(speaker)).or_insert(parties.len());
        if place == parties.len() {
            parties.push(OfParty::default());
        }
        if let Some(party) = parties.get_mut(place) {
            party.take(said);
        }
    }
    parties.into_iter().map(|party| party.held).collect()
}

/// The positions of a party.
#[derive(Default)]
struct OfParty<'d> {
    held: Vec<Held<'d>>,
    last: LastSaid<'d>,
}

impl<'d> OfParty<'d> {
    /// Takes up a position: what the party certainly said before others stands before the first of them, though a later brief tells of it,
    /// and though one without a date was [told in between](crate::desk::telling::late).
    fn take(&mut self, said: Held<'d>) {
        let on = |(_, position): &Held<'d>| position.attribution.on.as_ref().map(|on| &on.value);
        let on_said = on(&said);
        let is_later = |known: &Held<'d>| {
            on_said.zip(on(known)).is_some_and(|(said, known)| said.relation(known) == Relation::Before)
        };
        // As nearly always.
        let is_last = !self.last.is_after(on_said);
        let place = if is_last { None } else { self.held.iter().position(is_later) };
        self.held.insert(place.unwrap_or(self.held.len()), said);
        self.last.take(on_said);
    }
}
