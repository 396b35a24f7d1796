//! On whose word an item stands, and whether that is another's.

use super::Shift;
use crate::model::{Attribution, Brief, Event, Fact, Standing, Status};

/// On whose word an item stands.
#[derive(Debug, Clone, Copy)]
pub enum Voice<'d> {
    /// Somebody's.
    Spoken(&'d Attribution),
    /// The analyst's own.
    Own,
    /// The brief names nobody.
    Nobody,
}

impl<'d> Voice<'d> {
    /// Of a fact. Without a speaker it is our own assessment; the model lets no other be without.
    #[must_use]
    pub fn of_fact(fact: &'d Fact) -> Self {
        fact.attribution.as_ref().map_or(Self::Own, Self::Spoken)
    }

    /// Of an event of this brief, with its status: its own, or those of the fact that it stands on.
    #[must_use]
    pub fn of_event(event: &'d Event, brief: &'d Brief) -> (Self, Option<Status>) {
        match Standing::of_event(event, brief) {
            Some(standing) => (standing.attribution.map_or(Self::Own, Self::Spoken), standing.status),
            None => (Self::Nobody, None),
        }
    }

    /// Whether a reader is told of the same speaker, whoever carries it.
    pub(super) fn reads_alike(self, other: Voice<'_>) -> bool {
        match (self, other) {
            (Self::Spoken(one), Voice::Spoken(other)) => one.said_by.reads_alike(&other.said_by),
            (Self::Own, Voice::Own) | (Self::Nobody, Voice::Nobody) => true,
            _ => false,
        }
    }

    /// Whether a reader is told of another speaker or other carriers. When it was said is a date of its own.
    pub(super) fn differs(self, other: Voice<'_>) -> bool {
        match (self, other) {
            (Self::Spoken(one), Voice::Spoken(other))
                if one.via.len() != other.via.len()
                    || one.via.iter().zip(&other.via).any(|(a, b)| !a.reads_alike(b)) =>
            {
                true
            }
            _ => !self.reads_alike(other),
        }
    }
}

/// How the status of an item changed: up or down where both have a rank. Whoever says again what is disputed has not settled it; and
/// what is `in_doubt` for another reason is no better attested than it was.
pub(super) fn status(old: Status, new: Status, in_doubt: impl FnOnce() -> bool) -> Option<Shift> {
    if old == new {
        return None;
    }
    Some(match (old.rank(), new.rank()) {
        (Some(before), Some(now)) if now > before && old != Status::Disputed && !in_doubt() => Shift::Up,
        (Some(before), Some(now)) if now < before => Shift::Down,
        _ => Shift::Moved,
    })
}
