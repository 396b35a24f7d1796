//! How well something is attested, as far as its speaker can bear it out.

use super::{Attribution, Fact, Property, Prose, Source, SourceKind, Status};
use crate::markdown::{RefKind, refers};

/// How well something is attested, and whether whoever says so can be the party whom it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attestation {
    /// How well.
    pub status: Status,
    /// Whether it has the status of a party's own word, and is not by one that could be that party.
    pub is_by_another: bool,
}

impl Attestation {
    /// That of a fact.
    #[must_use]
    pub fn of_fact(fact: &Fact) -> Self {
        let is_by_another = |attribution: &Attribution| {
            is_by_another(fact.status.value, attribution, &fact.text.value, fact.property.as_deref())
        };
        Self {
            status: fact.status.value,
            is_by_another: fact.attribution.as_ref().is_some_and(is_by_another),
        }
    }

    /// That of an event which has a status and a speaker of its own.
    #[must_use]
    pub fn of_event(status: Status, attribution: &Attribution, text: &Prose) -> Self {
        Self { status, is_by_another: is_by_another(status, attribution, text, None) }
    }
}

fn is_by_another(
    status: Status,
    attribution: &Attribution,
    text: &Prose,
    property: Option<&Property>,
) -> bool {
    let speaker = &attribution.said_by.value;
    speaks_of_others(status, speaker.kind) && !is_about(text, property, speaker)
}

/// Outlets and agencies speak of others, and unnamed people do not speak for their house. A document may do by itself what it says, as a
/// notice does that closes a quay; it denies nothing but in the name of somebody.
fn speaks_of_others(status: Status, kind: SourceKind) -> bool {
    match status {
        Status::Stated => matches!(kind, SourceKind::Outlet | SourceKind::Agency | SourceKind::Anonymous),
        Status::Denied => matches!(
            kind,
            SourceKind::Outlet | SourceKind::Agency | SourceKind::Anonymous | SourceKind::Document
        ),
        Status::Observed | Status::Claimed | Status::Disputed | Status::Assessed => false,
    }
}

/// Whether it is said to be about the speaker: an agency may state how many people it employs.
fn is_about(text: &Prose, property: Option<&Property>, speaker: &Source) -> bool {
    let Some(entity) = speaker.entity.as_ref().map(|entity| &entity.value) else { return false };
    property.is_some_and(|property| property.of.value == *entity) || refers(text, RefKind::Entity, entity)
}
