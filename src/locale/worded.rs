//! Dates in words that are no certain days. The pages of a desk tell most of them several times: in a brief, on its day, in its story.

use std::borrow::Cow;
use std::hash::BuildHasher as _;
use std::sync::OnceLock;

use foldhash::fast::FixedState;

use crate::markdown::KnownText;
use crate::model::FuzzyDate;

/// How many dates have a place: more than a year of briefs tells.
const PLACES: usize = 4096;

/// A date with its words.
type Place = OnceLock<(FuzzyDate, KnownText<Box<str>>)>;

/// The words of each date, made when it is first told. As with [days](crate::model::date::Days), of dates that share a place the first
/// keeps it, and nothing is taken back.
#[derive(Default)]
pub(super) struct Worded(OnceLock<Box<[Place]>>);

impl Worded {
    /// The words of a date, which `made` makes.
    pub(super) fn text(&self, date: &FuzzyDate, made: impl Fn() -> String) -> KnownText<Cow<'_, str>> {
        let places = self.0.get_or_init(|| (0..PLACES).map(|_| Place::new()).collect());
        let told = places
            .get(place_of(date))
            .map(|it| it.get_or_init(|| (date.clone(), KnownText::of(made().into()))));
        match told {
            Some((of, text)) if of == date => text.borrowed().into_cow(),
            _ => KnownText::of(Cow::Owned(made())),
        }
    }
}

/// The place of a date. Any seed will do: what shares a place is told all the same.
fn place_of(date: &FuzzyDate) -> usize {
    let hash = FixedState::with_seed(0).hash_one(date);
    usize::try_from(hash % PLACES as u64).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_its_own_words_whatever_has_been_told_in_its_place() {
        let worded = Worded::default();
        let dates = || {
            let years = (1..10_000).map(|year| format!("{year:04}"));
            let doubted = (1..10_000).map(|year| format!("{year:04}~"));
            years.chain(doubted).map(|text| FuzzyDate::parse(&text).unwrap())
        };
        let places: std::collections::BTreeSet<_> = dates().map(|date| place_of(&date)).collect();
        assert!(places.len() > PLACES / 2, "{}", places.len());
        for date in dates().chain(dates()) {
            assert_eq!(worded.text(&date, || date.to_string()), date.to_string());
        }
    }
}
