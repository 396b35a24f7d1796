//! What readers see of how well something is attested.

use super::{Arg, Labels, Locale};
use crate::markdown::KnownText;
use crate::model::{Attestation, Credibility, Status, Words as _};

/// The labels of statuses: as they are, and by somebody who cannot be the party concerned.
#[derive(Default)]
pub(super) struct Attested([Labels; 2]);

impl Attested {
    fn of(label: impl Fn(Attestation) -> String) -> Self {
        let labels = |is_by_another| {
            let of = |status: &Status| KnownText::of(label(Attestation { status: *status, is_by_another }));
            Status::ALL.iter().map(of).collect()
        };
        Self([false, true].map(labels))
    }

    /// Without what an analyst holds of the item.
    pub(super) fn plain(locale: &Locale) -> Self {
        Self::of(|it| {
            let label = match (it.status, it.is_by_another) {
                (Status::Stated, true) => locale.word("status_stated_by_another"),
                (Status::Denied, true) => locale.word("status_denied_by_another"),
                (status, _) => locale.label(status).text(),
            };
            label.to_owned()
        })
    }

    /// With this credibility.
    pub(super) fn doubted(credibility: Credibility, locale: &Locale) -> Self {
        let meaning = locale.label(credibility);
        Self::of(|it| {
            let args = [
                ("status", Arg::Text(locale.status(it).text())),
                ("code", Arg::Text(credibility.word())),
                ("meaning", Arg::Text(&meaning)),
            ];
            locale.say("status_doubted", &args)
        })
    }

    pub(super) fn label(&self, of: Attestation) -> KnownText<&str> {
        let [own, by_another] = &self.0;
        let labels = if of.is_by_another { by_another } else { own };
        labels.get(of.status.place()).map(KnownText::borrowed).unwrap_or_default()
    }
}
