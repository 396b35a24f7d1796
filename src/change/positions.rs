//! Positions on a question, by party.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::compare::Found;
use super::edition::{Asked, LastOfParty, Said, known_by};
use super::facts::date;
use super::voices::{Voice, same_party};
use super::words::same_words;
use super::{DateOf, How, Item, Standing, details};
use crate::model::Position;

/// Positions that came, that changed and, where `may_go`, that the latest briefs list no more.
pub(super) fn compare<'d>(old: &Asked<'d>, new: &Asked<'d>, may_go: bool, found: &mut Found<'_, 'd>) {
    let mut gone = if may_go { gone(old, new) } else { Vec::new() };
    let fresh = new.positions.iter().filter(|it| old.position(it).is_none());
    let mut renamed = renamed(&gone, fresh);
    gone.retain(|said| !renamed.contains_key(&said.party()));
    // Laid over what was known: a question of thousands of parties is not copied for the one that speaks today.
    let mut last = LastOfParty::default();
    let mut followed: HashSet<_, RandomState> = HashSet::default();
    for now in &new.positions {
        if let Some(known) = old.last_of_party.get(&now.party()) {
            last.entry(now.party()).or_insert(*known);
        }
        if let Some(before) = old.position(now) {
            changes(before, *now, found);
            followed.insert(known_by(before.position));
        } else if let Some(before) = renamed.remove(&now.party()) {
            changes(before, *now, found);
        } else if let Some(before) = turned(*now, &last) {
            found.both(standing(before), standing(*now)).changed(How::Stance);
            followed.insert(known_by(before.position));
        } else {
            found.came(now.brief, Item::Position(now.question, now.position));
        }
        now.follow(&mut last);
    }
    // What has become another has just been told.
    for said in gone.into_iter().filter(|said| !followed.contains(&known_by(said.position))) {
        found.went(said.brief, Item::Position(said.question, said.position));
    }
}

/// The positions that the latest briefs list no more, once each.
fn gone<'d>(old: &Asked<'d>, new: &Asked<'d>) -> Vec<Said<'d>> {
    let mut told: HashSet<_, RandomState> = new.listed_now().map(|said| known_by(said.position)).collect();
    let gone = old.listed_now().filter(|said| told.insert(known_by(said.position)));
    gone.filter_map(|said| old.position(&said)).collect()
}

fn standing(said: Said<'_>) -> Standing<'_> {
    Standing { brief: said.brief, item: Item::Position(said.question, said.position) }
}

fn party_of(a: &Position, b: &Position) -> bool {
    same_party(&a.attribution.said_by, &b.attribution.said_by)
}

/// The parties that take one position only, each with it.
fn sole_of_party<'s, 'd: 's>(said: impl Iterator<Item = &'s Said<'d>>) -> LastOfParty<'d> {
    let mut parties: HashMap<_, _, RandomState> = HashMap::default();
    for said in said {
        parties.entry(said.party()).and_modify(|sole| *sole = None).or_insert(Some(*said));
    }
    parties.into_iter().filter_map(|(party, sole)| Some((party, sole?))).collect()
}

/// The positions that are there under another name: an id made of speaker, stance and date is another as soon as one of them
/// changes. That is certain only where the party took one position before and takes one now.
fn renamed<'s, 'd: 's>(gone: &[Said<'d>], fresh: impl Iterator<Item = &'s Said<'d>>) -> LastOfParty<'d> {
    let mut sole = sole_of_party(gone.iter());
    if sole.is_empty() {
        return sole;
    }
    let fresh = sole_of_party(fresh);
    sole.retain(|party, before| fresh.get(party).is_some_and(|now| party_of(now.position, before.position)));
    sole
}

/// The last position of the same party, where it was of another stance and not taken later than this one.
fn turned<'d>(now: Said<'d>, last: &LastOfParty<'d>) -> Option<Said<'d>> {
    let last = last.get(&now.party())?;
    let same = party_of(last.position, now.position);
    (same && last.position.stance.value != now.position.stance.value && !now.is_before(last)).then_some(*last)
}

fn changes<'d>(before: Said<'d>, now: Said<'d>, found: &mut Found<'_, 'd>) {
    let (old, new) = (before.position, now.position);
    let mut both = found.both(standing(before), standing(now));
    if old.stance.value != new.stance.value {
        // Whoever takes another stance says something else, and later: both are told whole.
        both.changed(How::Stance);
        return;
    }
    let says = |position: &'d Position| position.says.as_ref().map_or("", |says| says.value.as_str());
    if !same_words(says(old), says(new)) {
        both.changed(How::Reworded);
    }
    let others_word = Voice::Spoken(&old.attribution).differs(Voice::Spoken(&new.attribution));
    both.changed(others_word.then_some(How::Attribution));
    let on = (old.attribution.on.as_ref(), new.attribution.on.as_ref());
    both.changed(date(on.0, on.1, DateOf::Said).filter(|_| !others_word));
    both.details(|| details::of_position(old, new));
}
