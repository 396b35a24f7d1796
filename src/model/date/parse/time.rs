//! The time of day behind a date.

use std::ops::Range;

use super::super::error::{DateErrorKind as Kind, Part};
use super::super::moment::{Moment, Zone};
use super::super::shape::{PartialDate, Stated};
use super::{Flaw, Parsed, Reader, number};

/// Reads from the `T` to the end of the text.
pub(super) fn moment(reader: &mut Reader<'_>, date: PartialDate) -> Parsed<Moment> {
    let Stated::Day(day) = date.stated() else { return Err(without_day(reader)) };
    if !date.is_certain() {
        return Err(without_day(reader));
    }
    reader.eat("T");
    let from = reader.at;
    let whole = from..reader.text.len();
    let &[h1, h2, b':', m1, m2, b':', s1, s2, ref zone @ ..] = reader.rest().as_bytes() else {
        return Err(Flaw { at: whole, kind: Kind::TimeForm });
    };
    let part = |digits: [u8; 2], offset: usize, limit: u32, part: Part| match number(&digits) {
        None => Err(Flaw { at: whole.clone(), kind: Kind::TimeForm }),
        Some(value) if value < limit => Ok(value),
        Some(_) => Err(Flaw { at: from + offset..from + offset + 2, kind: Kind::TimeRange(part) }),
    };
    let hour = part([h1, h2], 0, 24, Part::Hour)?;
    let minute = part([m1, m2], 3, 60, Part::Minute)?;
    let second = part([s1, s2], 6, 60, Part::Second)?;
    let zone = self::zone(zone, from + 8..reader.text.len())?;
    Ok(Moment::new(day, hour * 3600 + minute * 60 + second, zone))
}

fn without_day(reader: &Reader<'_>) -> Flaw {
    Flaw { at: 0..reader.at, kind: Kind::TimeWithoutDay }
}

/// Reads nothing, `Z`, `±hh` or `±hh:mm`.
fn zone(text: &[u8], at: Range<usize>) -> Parsed<Option<Zone>> {
    let flaw = |kind| Flaw { at: at.clone(), kind };
    let (sign, hours, minutes) = match *text {
        [] => return Ok(None),
        [b'Z'] => return Ok(Some(Zone::UTC)),
        [sign, h1, h2] => (sign, [h1, h2], [b'0', b'0']),
        [sign, h1, h2, b':', m1, m2] => (sign, [h1, h2], [m1, m2]),
        _ => return Err(flaw(Kind::TimeForm)),
    };
    let (Some(hours), Some(minutes)) = (number(&hours), number(&minutes)) else {
        return Err(flaw(Kind::TimeForm));
    };
    if minutes > 59 {
        return Err(flaw(Kind::TimeRange(Part::ZoneMinute)));
    }
    let east = match (sign, i32::try_from(hours * 60 + minutes).unwrap_or_default()) {
        (b'-', 0) => return Err(flaw(Kind::ZoneNegativeNought)),
        (b'-', minutes) => -minutes,
        (b'+', minutes) => minutes,
        _ => return Err(flaw(Kind::TimeForm)),
    };
    Zone::east(east).map(Some).ok_or_else(|| flaw(Kind::ZoneRange))
}
