//! How well an event is attested, and on whose word.

use std::cmp::Reverse;

use super::{Attestation, Attribution, Brief, Event, Fact, Ground, Prose, Status};

/// How well an event is attested, and on whose word.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'b> {
    /// How well, where the brief says so.
    pub status: Option<Status>,
    /// On whose word; our own assessment has none.
    pub attribution: Option<&'b Attribution>,
    /// The fact that it stands on, if it is one.
    pub fact: Option<&'b Fact>,
    /// What is said.
    text: &'b Prose,
}

impl<'b> Standing<'b> {
    /// That of whatever stands on a fact.
    #[must_use]
    pub fn of_fact(fact: &'b Fact) -> Self {
        Self {
            status: Some(fact.status.value),
            attribution: fact.attribution.as_ref(),
            fact: Some(fact),
            text: &fact.text.value,
        }
    }

    /// That of an event of a brief; `None` where the brief names nobody.
    #[must_use]
    pub fn of_event(event: &'b Event, brief: &'b Brief) -> Option<Self> {
        let text = &event.text.value;
        match &event.ground {
            Ground::Fact(id) => brief.fact(&id.value).map(Self::of_fact),
            Ground::Own { status, attribution } => Some(Self {
                status: status.as_ref().map(|status| status.value),
                attribution: Some(attribution),
                fact: None,
                text,
            }),
            Ground::Assessed => {
                Some(Self { status: Some(Status::Assessed), attribution: None, fact: None, text })
            }
            Ground::Unattributed => None,
        }
    }

    /// How well, as far as its speaker can bear it out; `None` where the brief does not say.
    #[must_use]
    pub fn attestation(&self) -> Option<Attestation> {
        if let Some(fact) = self.fact {
            return Some(Attestation::of_fact(fact));
        }
        let status = self.status?;
        let by = |speaker| Attestation::of_event(status, speaker, self.text);
        Some(self.attribution.map_or(Attestation { status, is_by_another: false }, by))
    }

    /// How doubted it is.
    #[must_use]
    pub fn doubt(&self) -> Doubt {
        Doubt::of(self.status, self.fact)
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
        Standing::of_event(event, brief).map_or_else(|| Self::of(None, None), |it| it.doubt())
    }

    /// That of a fact.
    #[must_use]
    pub fn of_fact(fact: &Fact) -> Self {
        Self::of(Some(fact.status.value), Some(fact))
    }

    fn of(status: Option<Status>, fact: Option<&Fact>) -> Self {
        let status = status.unwrap_or(Status::Claimed);
        Self {
            contrary: if status.is_doubted() { status.by_doubt() } else { u8::MAX },
            held: Reverse(fact.map_or(0, Fact::doubt_in_it)),
            status: status.by_doubt(),
        }
    }
}
