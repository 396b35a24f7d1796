//! Since when a question is open or settled, and whether anybody says so.

use crate::model::CivilDate;

/// The day since when a question stands as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// A brief gives this day.
    Given(CivilDate),
    /// No brief gives one: this is that of the first which says that it stands so. It did by then; since when, nobody says.
    By(CivilDate),
}

impl Since {
    /// The day that is given, or the one of the brief.
    #[must_use]
    pub fn day(self) -> CivilDate {
        match self {
            Self::Given(day) | Self::By(day) => day,
        }
    }

    /// The day that a brief gives.
    #[must_use]
    pub fn given(self) -> Option<CivilDate> {
        match self {
            Self::Given(day) => Some(day),
            Self::By(_) => None,
        }
    }

    /// The day of the first brief that says so, where none gives a day.
    #[must_use]
    pub fn by(self) -> Option<CivilDate> {
        match self {
            Self::Given(_) => None,
            Self::By(day) => Some(day),
        }
    }
}
