//! What a fuzzy date states, as a tree that a translator can match on without reading the text again.

use std::ops::Deref;

use super::civil::{CivilDate, Month};
use super::moment::Moment;

/// The structure of a [`FuzzyDate`](super::FuzzyDate).
///
/// A tree seen through [`FuzzyDate::shape`](super::FuzzyDate::shape) obeys the rules of the format; one made
/// by hand is nothing, for there is no way from a shape to a date but its text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One date of any precision: `2025-03-05`, `2025-02~`, `202X`.
    Date(PartialDate),
    /// A day with a time of day: `2025-03-05T10:30:00Z`.
    Moment(Moment),
    /// A span with a date at either end: `2025-02-04/2025-02-06`. As stated, the end is not before the start.
    /// Few dates are spans of two, and thousands are kept: what is in few is kept apart.
    Between(Box<Ends>),
    /// A span that states its start alone: `2024-12-08/..` or `2024-12-08/`.
    From {
        /// When it began.
        start: PartialDate,
        /// Why no end is stated.
        end: Missing,
    },
    /// A span that states its end alone: `../2025-02-06` or `/2025-02-06`.
    Until {
        /// Why no start is stated.
        start: Missing,
        /// When it ended.
        end: PartialDate,
    },
    /// One of these, and which is not known: `[2025-02-04,2025-02-05]`. At least one choice; an
    /// [`UpTo`](Choice::UpTo) stands first and a [`From`](Choice::From) last, the rest from early to late.
    OneOf(Box<Choices>),
}

/// The members of a one-of set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choices(Box<[Choice]>);

impl From<Vec<Choice>> for Choices {
    fn from(choices: Vec<Choice>) -> Self {
        Self(choices.into())
    }
}

impl Deref for Choices {
    type Target = [Choice];

    fn deref(&self) -> &[Choice] {
        &self.0
    }
}

/// The dates at the ends of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ends {
    /// When it began.
    pub start: PartialDate,
    /// When it ended.
    pub end: PartialDate,
}

/// Why an end of a span is not stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// `..`: nothing limits the span on this side; as an end, it goes on.
    Open,
    /// An empty side: the span has a limit there, which is not known.
    Unknown,
}

/// A member of a one-of set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// This date: `2025-02-04`.
    One(PartialDate),
    /// Any from the first to the second, both included: `2025-02-04..2025-02-06`.
    Range(PartialDate, PartialDate),
    /// This date or any earlier: `..2025-02-06`.
    UpTo(PartialDate),
    /// This date or any later: `2025-02-06..`.
    From(PartialDate),
}

impl Choice {
    /// The date of this choice, or both of a range.
    pub(super) fn dates(&self) -> impl Iterator<Item = PartialDate> + use<> {
        let (first, second) = match *self {
            Self::One(date) | Self::UpTo(date) | Self::From(date) => (date, None),
            Self::Range(first, last) => (first, Some(last)),
        };
        std::iter::once(first).chain(second)
    }
}

/// A stated date with the doubt about each of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    stated: Stated,
    doubts: [Doubt; 3],
}

impl PartialDate {
    /// A date that nothing is doubted of.
    pub(super) const fn certain(stated: Stated) -> Self {
        Self { stated, doubts: [Doubt::None; 3] }
    }

    /// A date with the doubts of its parts; a doubt of a part that is not stated must be none.
    pub(super) fn doubted(stated: Stated, doubts: [Doubt; 3]) -> Self {
        let beyond = doubts.iter().skip(stated.parts());
        debug_assert!(beyond.copied().all(Doubt::is_none), "a part that is not stated is doubted");
        Self { stated, doubts }
    }

    /// What is stated, qualifiers aside.
    #[must_use]
    pub const fn stated(&self) -> Stated {
        self.stated
    }

    /// The doubt about each stated part, from the year on: one to three.
    #[must_use]
    pub fn doubts(&self) -> &[Doubt] {
        self.doubts.get(..self.stated.parts()).unwrap_or(&self.doubts)
    }

    /// The doubt that every part shares: what is doubted of the date as a whole.
    #[must_use]
    pub fn doubt_of_all(&self) -> Doubt {
        self.doubts().iter().fold(Doubt::Both, |all, doubt| all.shared(*doubt))
    }

    /// The day, where it is stated to the day and nothing of it is doubted.
    pub(super) fn certain_day(&self) -> Option<CivilDate> {
        match self.stated {
            Stated::Day(day) if self.is_certain() => Some(day),
            _ => None,
        }
    }

    /// Whether nothing of it is doubted.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.doubts == [Doubt::None; 3]
    }

    /// The doubt that any part bears.
    #[must_use]
    pub fn doubt_of_any(&self) -> Doubt {
        self.doubts().iter().fold(Doubt::None, |any, doubt| any.and(*doubt))
    }
}

/// What a date says of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stated {
    /// `20XX`: one of the hundred years from this one on.
    Century {
        /// The first of them, such as 2000.
        first_year: i32,
    },
    /// `202X`: one of the ten years from this one on.
    Decade {
        /// The first of them, such as 2020.
        first_year: i32,
    },
    /// `2025`.
    Year(i32),
    /// `2025-XX`: some month of the year.
    SomeMonth {
        /// The year.
        year: i32,
    },
    /// `2025-XX-XX`: some day of the year.
    SomeDayOfYear {
        /// The year.
        year: i32,
    },
    /// `2025-21`: a season, on either side of the equator.
    Season {
        /// The year that names it.
        year: i32,
        /// The season.
        season: Season,
    },
    /// `2025-33`.
    Quarter {
        /// The year.
        year: i32,
        /// The quarter.
        quarter: Quarter,
    },
    /// `2025-03`.
    Month {
        /// The year.
        year: i32,
        /// The month.
        month: Month,
    },
    /// `2025-03-XX`: some day of the month.
    SomeDayOfMonth {
        /// The year.
        year: i32,
        /// The month.
        month: Month,
    },
    /// `2025-03-05`.
    Day(CivilDate),
}

impl Stated {
    /// How many parts the text has: year, month (or season, or quarter), day.
    pub(super) const fn parts(self) -> usize {
        match self {
            Self::Century { .. } | Self::Decade { .. } | Self::Year(_) => 1,
            Self::SomeMonth { .. } | Self::Season { .. } | Self::Quarter { .. } | Self::Month { .. } => 2,
            Self::SomeDayOfYear { .. } | Self::SomeDayOfMonth { .. } | Self::Day(_) => 3,
        }
    }

    /// How finely the date is known; `2025-03-XX` is known to the month.
    #[must_use]
    pub const fn precision(self) -> Precision {
        match self {
            Self::Century { .. } => Precision::Century,
            Self::Decade { .. } => Precision::Decade,
            Self::Year(_) | Self::SomeMonth { .. } | Self::SomeDayOfYear { .. } => Precision::Year,
            Self::Quarter { .. } => Precision::Quarter,
            Self::Season { .. } => Precision::Season,
            Self::Month { .. } | Self::SomeDayOfMonth { .. } => Precision::Month,
            Self::Day(_) => Precision::Day,
        }
    }
}

/// A season of the year, EDTF codes 21 to 24. The codes name no hemisphere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// 21.
    Spring,
    /// 22.
    Summer,
    /// 23.
    Autumn,
    /// 24.
    Winter,
}

/// A quarter of the calendar year, EDTF codes 33 to 36.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quarter {
    /// 33: January to March.
    First,
    /// 34: April to June.
    Second,
    /// 35: July to September.
    Third,
    /// 36: October to December.
    Fourth,
}

/// What the source of a date, or the analyst, doubts of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Nothing.
    #[default]
    None,
    /// `~`: about then.
    Approximate,
    /// `?`: if it is right at all.
    Uncertain,
    /// `%`: both.
    Both,
}

impl Doubt {
    const fn of(approximate: bool, uncertain: bool) -> Self {
        match (approximate, uncertain) {
            (false, false) => Self::None,
            (true, false) => Self::Approximate,
            (false, true) => Self::Uncertain,
            (true, true) => Self::Both,
        }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_none(self) -> bool {
        matches!(self, Self::None)
    }

    /// Whether it was about then.
    #[must_use]
    pub const fn is_approximate(self) -> bool {
        matches!(self, Self::Approximate | Self::Both)
    }

    /// Whether it may not be right at all.
    #[must_use]
    pub const fn is_uncertain(self) -> bool {
        matches!(self, Self::Uncertain | Self::Both)
    }

    /// Both doubts together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self::of(self.is_approximate() || other.is_approximate(), self.is_uncertain() || other.is_uncertain())
    }

    /// What both doubts have in common.
    const fn shared(self, other: Self) -> Self {
        Self::of(self.is_approximate() && other.is_approximate(), self.is_uncertain() && other.is_uncertain())
    }

    /// What is left of this doubt where another is already told.
    pub(super) const fn beyond(self, told: Self) -> Self {
        Self::of(self.is_approximate() && !told.is_approximate(), self.is_uncertain() && !told.is_uncertain())
    }
}

/// How finely a date is known, from fine to coarse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the second.
    Second,
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the quarter.
    Quarter,
    /// To the season.
    Season,
    /// To the year.
    Year,
    /// To the decade.
    Decade,
    /// To the hundred years that share their first two digits.
    Century,
}
