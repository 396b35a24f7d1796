//! Days as moments: feeds know no days.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveTime, TimeDelta, TimeZone as _, Utc};

use crate::model::date::Moment;
use crate::model::{Brief, CivilDate, TimeZone};

/// The day on which a brief last changed its word: its own, or that of its latest correction.
#[must_use]
pub fn updated(brief: &Brief) -> CivilDate {
    brief.corrected().map_or(brief.date.value, |day| day.max(brief.date.value))
}

/// The beginning of a day where the desk is, as RFC 3339 writes it: `2025-03-05T00:00:00+03:00`. Where the zone is not a whole
/// number of minutes from UTC, as before standard time, it is the same moment in UTC.
#[must_use]
pub fn rfc3339(day: CivilDate, zone: TimeZone) -> String {
    let offset = zone.offset_on(day);
    match offset.local_minus_utc() {
        0 => format!("{day}T00:00:00Z"),
        seconds if seconds % 60 == 0 => format!("{day}T00:00:00{offset}"),
        _ => utc(day, offset).format("%Y-%m-%dT%H:%M:%SZ").to_string(),
    }
}

/// The beginning of a day where the desk is, in UTC, as RFC 5545 writes it: `20250304T210000Z`.
#[must_use]
pub fn rfc5545(day: CivilDate, zone: TimeZone) -> String {
    let offset = zone.offset_on(day);
    match offset.local_minus_utc() {
        0 => rfc5545_day(day) + "T000000Z",
        _ => utc(day, offset).format("%Y%m%dT%H%M%SZ").to_string(),
    }
}

/// A day, as RFC 5545 writes it: `20250305`.
#[must_use]
pub fn rfc5545_day(day: CivilDate) -> String {
    day.with_text(|text| text.split('-').collect())
}

/// A moment in UTC, as RFC 5545 writes it: `20250311T233000Z`. `None` where its zone is not stated, or its year in UTC has not four
/// digits.
#[must_use]
pub fn rfc5545_moment(moment: &Moment) -> Option<String> {
    let east = TimeDelta::minutes(moment.zone()?.minutes_east().into());
    let clock = NaiveTime::from_num_seconds_from_midnight_opt(moment.second_of_day(), 0)?;
    let utc = moment.day().as_naive().and_time(clock).checked_sub_signed(east)?;
    (0..=9999).contains(&utc.year()).then(|| utc.format("%Y%m%dT%H%M%SZ").to_string())
}

fn utc(day: CivilDate, offset: FixedOffset) -> DateTime<Utc> {
    let midnight = day.as_naive().and_time(NaiveTime::MIN);
    // The years of a brief are far from the ends of what `chrono` can hold.
    Utc.from_utc_datetime(&midnight.checked_sub_offset(offset).unwrap_or(midnight))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FuzzyDate;
    use crate::model::date::Shape;

    #[test]
    fn a_day_begins_in_the_zone_of_the_desk() {
        let both = |day, zone| {
            let (day, zone) = (CivilDate::parse(day).unwrap(), TimeZone::parse(zone).unwrap());
            (rfc3339(day, zone), rfc5545(day, zone))
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(both("2025-03-05", "UTC"), pair("2025-03-05T00:00:00Z", "20250305T000000Z"));
        assert_eq!(
            both("2025-03-05", "Europe/Istanbul"),
            pair("2025-03-05T00:00:00+03:00", "20250304T210000Z")
        );
        assert_eq!(
            both("2025-03-05", "America/St_Johns"),
            pair("2025-03-05T00:00:00-03:30", "20250305T033000Z")
        );
        // Local mean time of Istanbul.
        assert_eq!(both("0001-01-01", "Europe/Istanbul"), pair("0000-12-31T22:04:08Z", "00001231T220408Z"));
        assert_eq!(both("9999-12-31", "UTC").0, "9999-12-31T00:00:00Z");
    }

    #[test]
    fn a_moment_is_told_where_its_zone_is_stated_and_the_calendar_reaches() {
        let told = |text| match FuzzyDate::parse(text).unwrap().shape() {
            Shape::Moment(moment) => rfc5545_moment(moment),
            _ => panic!("{text}"),
        };
        assert_eq!(told("2025-03-11T23:30:00Z").as_deref(), Some("20250311T233000Z"));
        assert_eq!(told("2025-03-12T02:30:05+03:00").as_deref(), Some("20250311T233005Z"));
        assert_eq!(told("2025-03-11T23:30:00"), None);
        assert_eq!(told("9999-12-31T23:30:00-03:00"), None);
    }
}
