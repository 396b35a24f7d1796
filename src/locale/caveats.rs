//! Labels with whatever a brief warns of besides: `Claimed (source reliability: E – unreliable)`.

use std::sync::OnceLock;

use super::{Arg, Label, Labels, Locale};
use crate::markdown::KnownText;
use crate::model::Caveats;

/// The labels of a vocabulary for each combination of caveats, made when the first of them is asked for: few ever are.
#[derive(Debug)]
pub(super) struct WithCaveats(Vec<OnceLock<Labels>>);

impl Default for WithCaveats {
    fn default() -> Self {
        Self((0..Caveats::COMBINATIONS).map(|_| OnceLock::new()).collect())
    }
}

impl WithCaveats {
    /// The label at this place of `all` with caveats; none where there are no caveats. All labels are of one vocabulary.
    pub(super) fn label<'l, I: Iterator<Item = KnownText<&'l str>>>(
        &self,
        place: usize,
        caveats: Caveats,
        all: impl FnOnce() -> I,
        locale: &Locale,
    ) -> Option<&KnownText<String>> {
        let labels = self.0.get(caveats.place()?)?.get_or_init(|| labels(all(), caveats, locale));
        labels.get(place)
    }
}

/// All labels with these caveats.
fn labels<'l>(all: impl Iterator<Item = KnownText<&'l str>>, caveats: Caveats, locale: &Locale) -> Labels {
    let caveats = [
        caveats.credibility.map(|it| rated("caveat_credibility", it, locale)),
        caveats.reliability.map(|it| rated("caveat_reliability", it, locale)),
        caveats.mistaken.then(|| locale.word("caveat_mistaken").to_owned()),
        caveats.noted.then(|| locale.word("caveat_noted").to_owned()),
    ];
    let caveats = caveats.into_iter().flatten().collect::<Vec<_>>().join(locale.word("semicolon"));
    let with = |label: KnownText<&str>| {
        let args = [("label", Arg::Text(label.text())), ("caveats", Arg::Text(&caveats))];
        KnownText::of(locale.say("with_caveats", &args))
    };
    all.map(with).collect()
}

/// A caveat that is a letter or digit of the Admiralty code.
fn rated<T: Label>(message: &str, rating: T, locale: &Locale) -> String {
    let meaning = locale.label(rating);
    locale.say(message, &[("code", Arg::Text(rating.word())), ("meaning", Arg::Text(meaning.text()))])
}
