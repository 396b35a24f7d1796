//! What readers see of how well something is attested.

use super::{Labels, Locale};
use crate::markdown::KnownText;
use crate::model::{Attestation, Status, Words as _};

/// The labels of statuses: as they are, then by somebody who cannot be the party concerned.
#[derive(Debug, Default)]
pub(super) struct Attested(Labels);

impl Attested {
    pub(super) fn of(locale: &Locale) -> Self {
        let own = Status::ALL.iter().map(|status| locale.label(*status).text().to_owned());
        let by_another = Status::ALL.iter().map(|status| match status {
            Status::Stated => locale.word("status_stated_by_another").to_owned(),
            Status::Denied => locale.word("status_denied_by_another").to_owned(),
            status => locale.label(*status).text().to_owned(),
        });
        Self(own.chain(by_another).map(KnownText::of).collect())
    }

    pub(super) fn label(&self, of: Attestation) -> KnownText<&str> {
        self.0.get(place(of)).map(KnownText::borrowed).unwrap_or_default()
    }

    /// Every label, in the order of the places.
    pub(super) fn all(&self) -> impl Iterator<Item = KnownText<&str>> {
        self.0.iter().map(KnownText::borrowed)
    }
}

/// The place of a label among all.
pub(super) fn place(of: Attestation) -> usize {
    of.status.place() + if of.is_by_another { Status::ALL.len() } else { 0 }
}
