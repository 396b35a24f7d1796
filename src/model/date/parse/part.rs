//! One date: a year, then a month or a part of the year, then a day, each with its qualifiers.

use std::ops::Range;

use super::super::civil::{CivilDate, Month};
use super::super::error::{DateErrorKind as Kind, Part};
use super::super::shape::{Doubt, PartialDate, Quarter, Season, Stated};
use super::{Flaw, Parsed, Reader, number};

/// The digits of one part, and what stands on either side of them.
struct Piece<'t> {
    digits: &'t str,
    at: Range<usize>,
    before: Doubt,
    after: Doubt,
}

/// Reads one date and leaves what follows it.
pub(super) fn date(reader: &mut Reader<'_>) -> Parsed<PartialDate> {
    let year = first_piece(reader)?;
    let mut stated = years(&year)?;
    let mut pieces = [(year.before, year.after), (Doubt::None, Doubt::None), (Doubt::None, Doubt::None)];
    for piece in pieces.iter_mut().skip(1) {
        if !reader.eat("-") {
            break;
        }
        let found = next_piece(reader, stated)?;
        stated = finer(stated, &found)?;
        *piece = (found.before, found.after);
    }
    Ok(PartialDate::doubted(stated, reach(pieces)))
}

/// Reads a date that stands in an interval or in a set.
pub(super) fn inner_date(reader: &mut Reader<'_>) -> Parsed<PartialDate> {
    let date = date(reader)?;
    if reader.peek() == Some(b'T') {
        return Err(Flaw { at: reader.next(), kind: Kind::TimeInside });
    }
    Ok(date)
}

/// A qualifier before a part is of that part; one behind it, of that part and of all to its left.
fn reach(pieces: [(Doubt, Doubt); 3]) -> [Doubt; 3] {
    let [(y, from_y), (m, from_m), (d, from_d)] = pieces;
    [y.and(from_y).and(from_m).and(from_d), m.and(from_m).and(from_d), d.and(from_d)]
}

fn first_piece<'t>(reader: &mut Reader<'t>) -> Parsed<Piece<'t>> {
    let from = reader.at;
    let before = qualifier(reader)?;
    if reader.rest().is_empty() {
        return Err(Flaw { at: reader.next(), kind: Kind::Missing("a date") });
    }
    for (sign, kind) in [("-", Kind::YearNegative), ("Y", Kind::YearLong)] {
        if reader.eat(sign) {
            let (digits, _) = reader.run(|found| found.is_ascii_digit() || found == '-');
            let kind = if digits.is_empty() { Kind::NotADate } else { kind };
            return Err(Flaw { at: from..reader.at, kind });
        }
    }
    let piece = piece(reader, before)?;
    // `5 March` or `10:30`: the trouble is not that the year is short.
    let is_other = piece.digits.len() < 3 && !matches!(reader.peek(), None | Some(b'-'));
    if piece.digits.is_empty() || is_other {
        reader.at = from;
        return Err(not_a_date(reader));
    }
    Ok(piece)
}

/// The flaw of a text that does not begin like a date: all of it, up to where another date may begin.
fn not_a_date(reader: &mut Reader<'_>) -> Flaw {
    if reader.rest().starts_with(char::is_whitespace) {
        return reader.unexpected();
    }
    let next = reader.next();
    let (_, words) = reader.run(|found| !matches!(found, '/' | ',' | ']'));
    Flaw { at: if words.is_empty() { next } else { words }, kind: Kind::NotADate }
}

fn next_piece<'t>(reader: &mut Reader<'t>, before: Stated) -> Parsed<Piece<'t>> {
    let from = reader.at;
    let left = qualifier(reader)?;
    let piece = piece(reader, left)?;
    if !piece.digits.is_empty() {
        return Ok(piece);
    }
    if reader.eat("W") {
        reader.run(|found| found.is_ascii_digit() || found == '-');
        return Err(Flaw { at: from..reader.at, kind: Kind::WeekDate });
    }
    if reader.rest().is_empty() {
        let what = if matches!(before, Stated::Year(_)) { "a month" } else { "a day" };
        return Err(Flaw { at: reader.next(), kind: Kind::Missing(what) });
    }
    Err(reader.unexpected())
}

fn piece<'t>(reader: &mut Reader<'t>, before: Doubt) -> Parsed<Piece<'t>> {
    let (digits, at) = reader.run(|found| found.is_ascii_digit() || found == 'X');
    let after = if digits.is_empty() { Doubt::None } else { qualifier(reader)? };
    Ok(Piece { digits, at, before, after })
}

/// Reads one qualifier, if one stands here.
fn qualifier(reader: &mut Reader<'_>) -> Parsed<Doubt> {
    let (marks, at) = reader.run(|found| matches!(found, '?' | '~' | '%'));
    Ok(match marks {
        "" => Doubt::None,
        "?" => Doubt::Uncertain,
        "~" => Doubt::Approximate,
        "%" => Doubt::Both,
        _ => return Err(Flaw { at, kind: Kind::TwoQualifiers }),
    })
}

fn years(piece: &Piece<'_>) -> Parsed<Stated> {
    let flaw = |kind| Flaw { at: piece.at.clone(), kind };
    let (known, stated): (_, fn(i32) -> Stated) = match piece.digits.as_bytes() {
        [known @ .., b'X', b'X'] if known.len() == 2 => {
            (known, |first| Stated::Century { first_year: first * 100 })
        }
        [known @ .., b'X'] if known.len() == 3 => (known, |first| Stated::Decade { first_year: first * 10 }),
        known if known.len() == 4 => (known, Stated::Year),
        _ => return Err(flaw(Kind::YearDigits)),
    };
    match number(known).and_then(|year| i32::try_from(year).ok()) {
        None => Err(flaw(Kind::YearUnspecified)),
        Some(0) => Err(flaw(Kind::YearNought)),
        Some(year) => Ok(stated(year)),
    }
}

/// What is stated when one more part follows.
fn finer(stated: Stated, piece: &Piece<'_>) -> Parsed<Stated> {
    let flaw = |kind| Flaw { at: piece.at.clone(), kind };
    match stated {
        Stated::Year(year) => part_of_year(year, piece),
        Stated::Month { year, month } => day(year, month, piece),
        Stated::SomeMonth { year } if piece.digits == "XX" => Ok(Stated::SomeDayOfYear { year }),
        Stated::Season { .. } | Stated::Quarter { .. } => Err(flaw(Kind::DayOfDivision)),
        _ => Err(flaw(Kind::SpecifiedAfterUnspecified)),
    }
}

fn part_of_year(year: i32, piece: &Piece<'_>) -> Parsed<Stated> {
    let season = |season| Ok(Stated::Season { year, season });
    let quarter = |quarter| Ok(Stated::Quarter { year, quarter });
    let flaw = |kind| Err(Flaw { at: piece.at.clone(), kind });
    let Some(code) = two_digits(piece, Part::Month)? else { return Ok(Stated::SomeMonth { year }) };
    match code {
        21 => season(Season::Spring),
        22 => season(Season::Summer),
        23 => season(Season::Autumn),
        24 => season(Season::Winter),
        33 => quarter(Quarter::First),
        34 => quarter(Quarter::Second),
        35 => quarter(Quarter::Third),
        36 => quarter(Quarter::Fourth),
        25..=32 | 37..=41 => flaw(Kind::Division { code, year }),
        _ => match u8::try_from(code).ok().and_then(|code| Month::try_from(code).ok()) {
            Some(month) => Ok(Stated::Month { year, month }),
            None => flaw(Kind::MonthRange(code)),
        },
    }
}

fn day(year: i32, month: Month, piece: &Piece<'_>) -> Parsed<Stated> {
    let Some(day) = two_digits(piece, Part::Day)? else { return Ok(Stated::SomeDayOfMonth { year, month }) };
    match CivilDate::new(year, month.number_from_month(), day) {
        Some(day) => Ok(Stated::Day(day)),
        None => Err(Flaw { at: piece.at.clone(), kind: Kind::DayRange { day, month, year } }),
    }
}

/// The number of a month or a day, or nothing for `XX`.
fn two_digits(piece: &Piece<'_>, part: Part) -> Parsed<Option<u32>> {
    let kind = match piece.digits.as_bytes() {
        b"XX" => return Ok(None),
        [_, _] => match number(piece.digits.as_bytes()) {
            Some(value) => return Ok(Some(value)),
            None => Kind::HalfUnspecified,
        },
        [_, _, _] if part == Part::Month => Kind::OrdinalDate,
        _ => Kind::TwoDigits(part),
    };
    Err(Flaw { at: piece.at.clone(), kind })
}
