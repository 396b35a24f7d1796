//! How well an event is attested, and on whose word.

use std::cmp::Reverse;

use super::{Attribution, Brief, Event, Fact, Ground, Status};

/// How well an event is attested, and on whose word.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'b> {
    /// How well, where the brief says so.
    pub status: Option<Status>,
    /// On whose word; our own assessment has none.
    pub attribution: Option<&'b Attribution>,
    /// The fact that it stands on, if it is one.
    pub fact: Option<&'b Fact>,
}

impl<'b> Standing<'b> {
    /// That of whatever stands on a fact.
    #[must_use]
    pub fn of_fact(fact: &'b Fact) -> Self {
        Self { status: Some(fact.status.value), attribution: fact.attribution.as_ref(), fact: Some(fact) }
    }

    /// That of an event of a brief; `None` where the brief names nobody.
    #[must_use]
    pub fn of_event(event: &'b Event, brief: &'b Brief) -> Option<Self> {
        match &event.ground {
            Ground::Fact(id) => brief.fact(&id.value).map(Self::of_fact),
            Ground::Own { status, attribution } => Some(Self {
                status: status.as_ref().map(|status| status.value),
                attribution: Some(attribution),
                fact: None,
            }),
            Ground::Assessed => Some(Self { status: Some(Status::Assessed), attribution: None, fact: None }),
            Ground::Unattributed => None,
        }
    }

    /// How doubted it is.
    #[must_use]
    pub fn doubt(&self) -> Doubt {
        let status = self.status.unwrap_or(Status::Claimed);
        Doubt {
            contrary: if status.is_doubted() { status.by_doubt() } else { u8::MAX },
            held: Reverse(self.fact.map_or(0, Fact::doubt_in_it)),
            status: status.by_doubt(),
        }
    }
}

/// A place among what is said of one thing, the most doubted first: what is denied or disputed, what an analyst holds for improbable or
/// doubtful, then as it is attested. What has no status is between what is doubted and what is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Doubt {
    contrary: u8,
    held: Reverse<u8>,
    status: u8,
}

impl Doubt {
    /// That of an event of a brief.
    #[must_use]
    pub fn of_event(event: &Event, brief: &Brief) -> Self {
        let nobody = Standing { status: None, attribution: None, fact: None };
        Standing::of_event(event, brief).unwrap_or(nobody).doubt()
    }

    /// That of a fact.
    #[must_use]
    pub fn of_fact(fact: &Fact) -> Self {
        Standing::of_fact(fact).doubt()
    }
}
