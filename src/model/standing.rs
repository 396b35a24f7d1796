//! How well an event is attested, and on whose word.

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
}
