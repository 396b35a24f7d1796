//! The labels of statuses with whatever a brief warns of besides: `Claimed (source reliability: E – unreliable)`.

use std::sync::OnceLock;

use super::{Arg, Label, Labels, Locale};
use crate::markdown::KnownText;
use crate::model::{Caveats, Status, Words as _};

/// The labels of every status for each combination of caveats, made when the first of them is asked for: few ever are.
#[derive(Debug)]
pub(super) struct Attested(Vec<OnceLock<Labels>>);

impl Default for Attested {
    fn default() -> Self {
        Self((0..Caveats::COMBINATIONS).map(|_| OnceLock::new()).collect())
    }
}

impl Attested {
    /// The label of a status with caveats; none where there are no caveats.
    pub(super) fn label(
        &self,
        status: Status,
        caveats: Caveats,
        locale: &Locale,
    ) -> Option<&KnownText<String>> {
        let labels = self.0.get(caveats.place()?)?.get_or_init(|| labels(caveats, locale));
        labels.get(status.place())
    }
}

/// The labels of every status with these caveats.
fn labels(caveats: Caveats, locale: &Locale) -> Labels {
    let caveats = [
        caveats.credibility.map(|it| rated("caveat_credibility", it, locale)),
        caveats.reliability.map(|it| rated("caveat_reliability", it, locale)),
        caveats.mistaken.then(|| locale.word("caveat_mistaken").to_owned()),
        caveats.noted.then(|| locale.word("caveat_noted").to_owned()),
    ];
    let caveats = caveats.into_iter().flatten().collect::<Vec<_>>().join(locale.word("semicolon"));
    let with = |status: &Status| {
        let status = locale.label(*status);
        let args = [("status", Arg::Text(status.text())), ("caveats", Arg::Text(&caveats))];
        KnownText::of(locale.say("status_with_caveats", &args))
    };
    Status::ALL.iter().map(with).collect()
}

/// A caveat that is a letter or digit of the Admiralty code.
fn rated<T: Label>(message: &str, rating: T, locale: &Locale) -> String {
    let meaning = locale.label(rating);
    locale.say(message, &[("code", Arg::Text(rating.word())), ("meaning", Arg::Text(meaning.text()))])
}
