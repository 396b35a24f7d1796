//! A day with a time of day.

use super::civil::CivilDate;

/// A day and a time of day, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    day: CivilDate,
    second_of_day: u32,
    zone: Option<Zone>,
}

impl Moment {
    /// A moment; the second of the day must be below 86,400.
    pub(super) const fn new(day: CivilDate, second_of_day: u32, zone: Option<Zone>) -> Self {
        Self { day, second_of_day, zone }
    }

    /// The day as stated, in the stated zone.
    #[must_use]
    pub const fn day(&self) -> CivilDate {
        self.day
    }

    /// Seconds since the midnight that began the day, 0 to 86,399.
    #[must_use]
    pub const fn second_of_day(&self) -> u32 {
        self.second_of_day
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub const fn hour(&self) -> u32 {
        self.second_of_day / 3600
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub const fn minute(&self) -> u32 {
        self.second_of_day / 60 % 60
    }

    /// The second, 0 to 59.
    #[must_use]
    pub const fn second(&self) -> u32 {
        self.second_of_day % 60
    }

    /// The distance from UTC; without one, the place whose clock this is was not stated.
    #[must_use]
    pub const fn zone(&self) -> Option<Zone> {
        self.zone
    }
}

/// A distance from UTC in whole minutes, within what is in use anywhere: -12:00 to +14:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone(i16);

impl Zone {
    /// UTC itself.
    pub(super) const UTC: Self = Self(0);

    /// The zone in which a day begins last, in minutes east of UTC: Baker Island.
    pub(super) const WESTERNMOST: i32 = -12 * 60;

    /// The zone in which a day begins first, in minutes east of UTC: the Line Islands of Kiribati.
    pub(super) const EASTERNMOST: i32 = 14 * 60;

    /// A zone so many minutes east of UTC, if that is in use.
    pub(super) fn east(minutes: i32) -> Option<Self> {
        let is_in_use = (Self::WESTERNMOST..=Self::EASTERNMOST).contains(&minutes);
        i16::try_from(minutes).ok().filter(|_| is_in_use).map(Self)
    }

    /// Minutes east of UTC; to the west they are negative.
    #[must_use]
    pub const fn minutes_east(self) -> i32 {
        self.0 as i32
    }
}
