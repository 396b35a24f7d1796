//! Dates as precise as they are known, and no more.
//!
//! [`CivilDate`] is a day. [`FuzzyDate`] is a date of any precision in EDTF, the Extended Date/Time Format of
//! ISO 8601-2:2019, Annex A, as the Library of Congress specifies it (edition of 4 February 2019):
//!
//! - level 0: years, months, days, moments to the second, spans of two dates;
//! - level 1: `~`, `?`, `%` behind a date, `X` for unspecified digits from the right, seasons 21 to 24, open
//!   (`..`) and unknown (empty) ends of spans;
//! - of level 2: qualifiers on single parts (`2025-02-~04`), quarters 33 to 36, one-of sets
//!   (`[2025-02-04,2025-02-05]`, `[..2025-02-06]`).
//!
//! Refused, though the format has them: years before 0001 and after 9999, with a sign, `Y`, an exponent or
//! significant digits, since no news is dated so; all-of sets, since several events are several entries;
//! the other parts of the year (25 to 32, 37 to 41); and `X` elsewhere than from the right (`1XXX`, `2025-1X`,
//! `XXXX-12-25`). So are leap seconds, zones beyond -12:00 and +14:00, sets of one date, spans without any date,
//! and spans that as stated end before they start.
//!
//! ```text
//! text ─ parse ─▶ FuzzyDate ─┬▶ shape      the tree, for translators
//!                            ├▶ bounds     first and last day of what is stated
//!                            ├▶ order      what was certainly before what; a key for lists
//!                            ├▶ shift      what became of it: known better, or another
//!                            ├▶ canonical  the one text, and what HTML takes of it
//!                            └▶ english, turkish, arabic    the phrase
//! ```

mod arabic;
mod bounds;
mod canonical;
mod civil;
mod days;
mod digits;
mod doubts;
mod english;
mod error;
mod help;
mod interchange;
mod moment;
pub(crate) mod months;
mod order;
mod parse;
mod shape;
mod shift;
mod turkish;
mod wording;

use std::fmt;
use std::str::FromStr;

pub use arabic::arabic;
pub use bounds::Bound;
pub use civil::{CivilDate, Month};
pub(crate) use days::Days;
pub use english::english;
pub use error::{DateError, DateErrorKind, Part};
pub use moment::{Moment, Zone};
pub use order::{Relation, SortKey};
pub use shape::{
    Choice, Choices, Doubt, Ends, Missing, PartialDate, Precision, Quarter, Season, Shape, Stated,
};
pub use shift::DateShift;
pub use turkish::turkish;

/// A date of any precision, with what is doubted of it.
///
/// The only way to one is its text, so each is a valid one. Two are equal if they state the same in the same
/// way: `2004-06-11?` and `?2004-?06-?11` are equal, `2025` and `2025-01/2025-12` are not.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct FuzzyDate(Shape);

impl FuzzyDate {
    /// Reads a date in EDTF.
    ///
    /// # Errors
    ///
    /// Whatever is not a date, or is of a kind not supported, with the place of the trouble in `text` and,
    /// where it can be guessed, what to write instead. Nothing is read by guessing.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        parse::shape(text).map(Self).map_err(|flaw| help::explain(text, flaw, help::Wanted::Any))
    }

    /// What is stated, as a tree to match on.
    #[must_use]
    pub const fn shape(&self) -> &Shape {
        &self.0
    }

    /// The day, if the date is a single day without doubt; of a moment, its day as stated.
    #[must_use]
    pub fn exact(&self) -> Option<CivilDate> {
        match self.shape() {
            Shape::Moment(moment) => Some(moment.day()),
            _ => self.certain_day(),
        }
    }

    /// The day, if the date is a single day without doubt and no more is said of it.
    pub(crate) fn certain_day(&self) -> Option<CivilDate> {
        match self.shape() {
            Shape::Date(date) => date.certain_day(),
            _ => None,
        }
    }

    /// Whether any part of any date in it is marked approximate, `~` or `%`.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.dates().iter().any(|date| date.doubt_of_any().is_approximate())
    }

    /// Whether any part of any date in it is marked uncertain, `?` or `%`.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.dates().iter().any(|date| date.doubt_of_any().is_uncertain())
    }

    /// How finely the date is known; of a span or a set, the coarsest of its dates.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.dates().iter().map(|date| date.stated().precision()).max().unwrap_or(Precision::Second)
    }

    /// Every date in it; a moment is none.
    fn dates(&self) -> Vec<PartialDate> {
        match self.shape() {
            Shape::Moment(_) => Vec::new(),
            Shape::Date(date) | Shape::From { start: date, .. } | Shape::Until { end: date, .. } => {
                vec![*date]
            }
            Shape::Between(ends) => vec![ends.start, ends.end],
            Shape::OneOf(choices) => choices.iter().flat_map(Choice::dates).collect(),
        }
    }
}

impl fmt::Debug for FuzzyDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FuzzyDate({self})")
    }
}

impl FromStr for FuzzyDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

impl From<CivilDate> for FuzzyDate {
    fn from(day: CivilDate) -> Self {
        Self(Shape::Date(PartialDate::certain(Stated::Day(day))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> FuzzyDate {
        FuzzyDate::parse(text).unwrap()
    }

    // A large desk holds half a million dates.
    #[test]
    fn a_date_takes_three_words() {
        assert!(size_of::<FuzzyDate>() <= 24, "{} bytes", size_of::<FuzzyDate>());
    }

    #[test]
    fn only_a_certain_day_is_exact() {
        let day = CivilDate::parse("2025-03-05").unwrap();
        assert_eq!(date("2025-03-05").exact(), Some(day));
        assert_eq!(date("2025-03-05T23:30:00-05:00").exact(), Some(day));
        assert_eq!(FuzzyDate::from(day), date("2025-03-05"));
        for other in
            ["2025-03-05~", "2025-03-?05", "2025-03", "2025-03-XX", "2025-03-05/..", "[2025-03-05..]"]
        {
            assert_eq!(date(other).exact(), None, "{other}");
        }
    }

    #[test]
    fn doubt_anywhere_is_told() {
        for (text, approximate, uncertain) in [
            ("2025-02-04", false, false),
            ("2025-02~", true, false),
            ("2025-02-?04", false, true),
            ("2025/2026%", true, true),
            ("[2025~,2026..2027?]", true, true),
            ("2025-21", false, false),
            ("2025-03-05T10:30:00", false, false),
        ] {
            assert_eq!(
                (date(text).is_approximate(), date(text).is_uncertain()),
                (approximate, uncertain),
                "{text}"
            );
        }
    }

    #[test]
    fn precision_is_that_of_the_coarsest_date() {
        for (text, precision) in [
            ("2025-03-05T10:30:00", Precision::Second),
            ("2025-03-05", Precision::Day),
            ("2025-03-XX", Precision::Month),
            ("2025-XX-XX", Precision::Year),
            ("202X", Precision::Decade),
            ("20XX", Precision::Century),
            ("2025-33", Precision::Quarter),
            ("2025-21", Precision::Season),
            ("2025-02-04/2025-03", Precision::Month),
            ("[2025-02-04,2026]", Precision::Year),
        ] {
            assert_eq!(date(text).precision(), precision, "{text}");
        }
    }
}
