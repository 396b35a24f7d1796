//! The time zone that a desk means its days in.

use std::borrow::Cow;
use std::fmt;

use chrono::{FixedOffset, LocalResult, NaiveTime, Offset as _, TimeZone as _, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use super::CivilDate;

/// A time zone of the IANA database, by its name: `Europe/Istanbul`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeZone(Tz);

impl TimeZone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self(Tz::UTC);

    /// Takes a name of the database, to the letter.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// Every name of the database.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// The difference from UTC at the beginning of a day. Where clocks skip that moment, it is the one before the leap.
    #[must_use]
    pub fn offset_on(self, day: CivilDate) -> FixedOffset {
        let midnight = day.as_naive().and_time(NaiveTime::MIN);
        match self.0.from_local_datetime(&midnight) {
            LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => moment.offset().fix(),
            LocalResult::None => {
                let day_before = midnight - chrono::Days::new(1);
                Utc.from_utc_datetime(&day_before).with_timezone(&self.0).offset().fix()
            }
        }
    }
}

impl fmt::Display for TimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl<'de> Deserialize<'de> for TimeZone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<str>::deserialize(deserializer)?;
        Self::parse(&name).ok_or_else(|| serde::de::Error::custom("not a time zone"))
    }
}

impl JsonSchema for TimeZone {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("TimeZone")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_where_the_desk_is() {
        let offset =
            |zone, day| TimeZone::parse(zone).unwrap().offset_on(CivilDate::parse(day).unwrap()).to_string();
        assert_eq!(offset("Europe/Istanbul", "2025-03-05"), "+03:00");
        assert_eq!(offset("Europe/Berlin", "2025-03-05"), "+01:00");
        assert_eq!(offset("Europe/Berlin", "2025-07-05"), "+02:00");
        assert_eq!(offset("UTC", "0001-01-01"), "+00:00");
        // Clocks in Beirut went forward at midnight.
        assert_eq!(offset("Asia/Beirut", "2022-03-27"), "+02:00");
        assert_eq!(TimeZone::parse("Istanbul"), None);
    }
}
