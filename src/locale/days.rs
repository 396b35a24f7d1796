//! Days in words. A desk's pages tell the same few hundred days, each of them many times.

use std::borrow::Cow;
use std::sync::OnceLock;

use chrono::Datelike as _;

use crate::model::CivilDate;

/// How many days in a row have a place each: eleven years.
const PLACES: usize = 4096;

/// A day with its words.
type Place = OnceLock<(CivilDate, Box<str>)>;

/// The words of days, each made when it is first told. Of days that share a place the first keeps it; nothing is ever taken back, so
/// that no thread waits for words that have been told.
#[derive(Default)]
pub(super) struct Days(OnceLock<Box<[Place]>>);

impl Days {
    /// The words of a day.
    pub(super) fn words(&self, day: CivilDate, worded: impl Fn() -> String) -> Cow<'_, str> {
        let places = self.0.get_or_init(|| (0..PLACES).map(|_| Place::new()).collect());
        let number = usize::try_from(day.as_naive().num_days_from_ce()).unwrap_or_default();
        let told = places.get(number % PLACES).map(|it| it.get_or_init(|| (day, worded().into())));
        match told {
            Some((of, words)) if *of == day => Cow::Borrowed(words),
            _ => Cow::Owned(worded()),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days as Many;

    use super::*;
    use crate::locale::Locales;
    use crate::model::FuzzyDate;

    #[test]
    fn a_date_is_told_as_it_is_worded_whatever_was_told_before() {
        let first = FuzzyDate::parse("2025-03-05").unwrap().exact().unwrap().as_naive();
        let in_its_place = first.checked_add_days(Many::new(PLACES as u64)).unwrap();
        let days = [first, in_its_place, first.succ_opt().unwrap(), first];
        let days = days.map(|day| FuzzyDate::from(CivilDate::from_naive(day).unwrap()));
        let others = ["2025-03-05~", "2025-03-05T10:00:00Z", "2025-03", "2025-03-05/2025-03-06"];
        let others = others.map(|date| FuzzyDate::parse(date).unwrap());
        for locale in Locales::built_in().iter() {
            for date in days.iter().chain(&others).chain(&days) {
                assert_eq!(locale.date(date), locale.worded(date));
            }
        }
    }
}
