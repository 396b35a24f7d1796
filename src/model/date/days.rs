//! What is told of days. A desk's pages tell the same few hundred days, each of them many times.

use std::borrow::Cow;
use std::sync::OnceLock;

use chrono::Datelike as _;

use super::CivilDate;
use crate::markdown::KnownText;

/// The days of how many years in a row have a place each.
const YEARS: usize = 11;

/// How many places the days of a year have.
const OF_A_YEAR: usize = 366;

/// A day with its text.
type Place = OnceLock<(CivilDate, KnownText<Box<str>>)>;

/// One text for each day, such as its words in a language, made when it is first told. Of days that share a place the first keeps it;
/// nothing is ever taken back, so that no thread waits for a text that has been told.
#[derive(Default)]
pub(crate) struct Days(OnceLock<Box<[Place]>>);

impl Days {
    /// The text of a day, which `made` makes.
    pub(crate) fn text(&self, day: CivilDate, made: impl Fn() -> String) -> KnownText<Cow<'_, str>> {
        let places = self.0.get_or_init(|| (0..YEARS * OF_A_YEAR).map(|_| Place::new()).collect());
        let told = places.get(place_of(day)).map(|it| it.get_or_init(|| (day, KnownText::of(made().into()))));
        match told {
            Some((of, text)) if *of == day => text.borrowed().into_cow(),
            _ => KnownText::of(Cow::Owned(made())),
        }
    }
}

/// The place of a day among those of eleven years.
fn place_of(day: CivilDate) -> usize {
    let year = usize::try_from(day.year()).unwrap_or_default() % YEARS;
    year * OF_A_YEAR + usize::try_from(day.as_naive().ordinal0()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_its_own_text_whatever_was_told_before() {
        let days = Days::default();
        // The second is told in the place of the first.
        for day in ["2025-03-05", "2014-03-05", "2025-03-06", "2024-12-31", "2025-03-05", "2014-03-05"] {
            let day = CivilDate::parse(day).unwrap();
            assert_eq!(days.text(day, || day.to_string()), day.to_string());
            assert_eq!(day.to_string(), day.as_naive().format("%Y-%m-%d").to_string());
        }
    }
}
