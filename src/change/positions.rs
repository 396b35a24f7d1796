//! Positions on a question, by party.

use std::collections::BTreeSet;

use super::compare::Found;
use super::edition::{Asked, LastOfParty, Said};
use super::facts::date;
use super::voices::{Voice, same_party};
use super::words::same_words;
use super::{DateOf, How, Item, Standing, details};
use crate::model::Position;

/// Positions that came, that changed and, where `may_go`, that the latest briefs list no more.
pub(super) fn compare<'d>(old: &Asked<'d>, new: &Asked<'d>, may_go: bool, found: &mut Found<'_, 'd>) {
    let mut gone = if may_go { not_in(old.listed_now(), &new.listed_now()) } else { Vec::new() };
    let fresh: Vec<_> =
        new.positions.iter().filter(|it| old.position(&it.position.id).is_none()).copied().collect();
    // Laid over what was known: a question of thousands of parties is not copied for the one that speaks today.
    let mut last = LastOfParty::new();
    for now in &new.positions {
        if let Some(known) = old.last_of_party.get(now.party()) {
            last.entry(now.party()).or_insert(*known);
        }
        if let Some(before) = old.position(&now.position.id) {
            changes(before, *now, found);
        } else if let Some(before) = renamed(*now, &fresh, &mut gone) {
            changes(before, *now, found);
        } else if let Some(before) = turned(*now, &last) {
            found.both(standing(before), standing(*now)).changed(How::Stance);
        } else {
            found.came(now.brief, Item::Position(now.question, now.position));
        }
        now.follow(&mut last);
    }
    for said in gone {
        found.went(said.brief, Item::Position(said.question, said.position));
    }
}

fn not_in<'d>(mut said: Vec<Said<'d>>, others: &[Said<'d>]) -> Vec<Said<'d>> {
    let others: BTreeSet<_> = others.iter().map(|said| &said.position.id).collect();
    said.retain(|said| !others.contains(&said.position.id));
    said
}

fn standing(said: Said<'_>) -> Standing<'_> {
    Standing { brief: said.brief, item: Item::Position(said.question, said.position) }
}

fn party_of(a: &Position, b: &Position) -> bool {
    same_party(&a.attribution.said_by, &b.attribution.said_by)
}

/// The position that this one was under another name: an id made of speaker, stance and date is another as soon as one of them
/// changes. That is certain only where the party took one position before and takes one now.
fn renamed<'d>(now: Said<'d>, fresh: &[Said<'d>], gone: &mut Vec<Said<'d>>) -> Option<Said<'d>> {
    let of_party = |said: &&Said<'d>| party_of(said.position, now.position);
    let before = *gone.iter().find(of_party)?;
    if gone.iter().filter(of_party).count() > 1 || fresh.iter().filter(of_party).count() > 1 {
        return None;
    }
    gone.retain(|said| said.position.id != before.position.id);
    Some(before)
}

/// The last position of the same party, where it was of another stance and not taken later than this one.
fn turned<'d>(now: Said<'d>, last: &LastOfParty<'d>) -> Option<Said<'d>> {
    let last = last.get(now.party())?;
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
    both.details(details::of_position(old, new));
}
