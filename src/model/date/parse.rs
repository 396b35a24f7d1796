//! From text to [`Shape`]: the whole grammar but the time of day.

mod part;
mod set;
mod time;

use std::ops::Range;

use super::civil::CivilDate;
use super::error::DateErrorKind as Kind;
use super::order;
use super::shape::{Ends, Missing, PartialDate, Shape, Stated};

/// What is wrong and where, before anyone has thought of help.
pub(super) struct Flaw {
    pub(super) at: Range<usize>,
    pub(super) kind: Kind,
}

pub(super) type Parsed<T> = Result<T, Flaw>;

/// Reads `YYYY-MM-DD` and nothing else: by far the most common date, so it has a way of its own.
pub(super) fn plain_day(text: &[u8]) -> Option<CivilDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let year = number(&[y1, y2, y3, y4])?;
    CivilDate::new(i32::try_from(year).ok()?, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// The value of a few digits, if they are all digits. At most nine, so that the value fits.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    digits
        .iter()
        .try_fold(0, |value, digit| digit.is_ascii_digit().then(|| value * 10 + u32::from(digit - b'0')))
}

/// Reads a date of any kind.
pub(super) fn shape(text: &str) -> Parsed<Shape> {
    if let Some(day) = plain_day(text.as_bytes()) {
        return Ok(Shape::Date(PartialDate::certain(Stated::Day(day))));
    }
    let mut reader = Reader { text, at: 0 };
    match reader.peek() {
        None => Err(Flaw { at: 0..0, kind: Kind::Empty }),
        Some(b'[') => set::one_of(&mut reader).map(|choices| Shape::OneOf(choices.into())),
        Some(b'{') => Err(Flaw { at: 0..text.len(), kind: Kind::AllOf }),
        Some(_) if text.contains('/') => interval(&mut reader),
        Some(_) => single(&mut reader),
    }
}

/// A date by itself, with or without a time of day.
fn single(reader: &mut Reader<'_>) -> Parsed<Shape> {
    let date = part::date(reader)?;
    if reader.peek() == Some(b'T') {
        return time::moment(reader, date).map(Shape::Moment);
    }
    reader.end()?;
    Ok(Shape::Date(date))
}

/// Two ends with a slash between them, one of which may be open or unknown.
fn interval(reader: &mut Reader<'_>) -> Parsed<Shape> {
    let start = if reader.peek() == Some(b'/') {
        Err(Missing::Unknown)
    } else if reader.eat("..") {
        Err(Missing::Open)
    } else {
        Ok(part::inner_date(reader)?)
    };
    if !reader.eat("/") {
        return Err(reader.unexpected());
    }
    let end = if reader.rest().is_empty() {
        Err(Missing::Unknown)
    } else if reader.eat("..") {
        Err(Missing::Open)
    } else {
        Ok(part::inner_date(reader)?)
    };
    if reader.peek() == Some(b'/') {
        return Err(Flaw { at: reader.next(), kind: Kind::SecondSlash });
    }
    reader.end()?;
    let whole = 0..reader.at;
    match (start, end) {
        (Ok(start), Ok(end)) if order::is_reversed(&start, &end) => {
            Err(Flaw { at: whole, kind: Kind::Reversed })
        }
        (Ok(start), Ok(end)) => Ok(Shape::Between(Ends { start, end }.into())),
        (Ok(start), Err(end)) => Ok(Shape::From { start, end }),
        (Err(start), Ok(end)) => Ok(Shape::Until { start, end }),
        (Err(_), Err(_)) => Err(Flaw { at: whole, kind: Kind::IntervalEmpty }),
    }
}

/// A place in the text.
pub(super) struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    /// What has not been read yet. The place is always at the start of a character.
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.rest().bytes().next()
    }

    /// Reads past `wanted` if it stands here.
    fn eat(&mut self, wanted: &str) -> bool {
        let found = self.rest().starts_with(wanted);
        if found {
            self.at += wanted.len();
        }
        found
    }

    /// Reads on while the characters are of a kind.
    fn run(&mut self, kind: impl Fn(char) -> bool) -> (&'t str, Range<usize>) {
        let rest = self.rest();
        let length = rest.find(|found| !kind(found)).unwrap_or(rest.len());
        let from = self.at;
        self.at += length;
        (rest.get(..length).unwrap_or_default(), from..self.at)
    }

    /// The bytes of the next character; empty at the end.
    fn next(&self) -> Range<usize> {
        self.at..self.at + self.rest().chars().next().map_or(0, char::len_utf8)
    }

    /// The text must end here.
    fn end(&self) -> Parsed<()> {
        if self.rest().is_empty() { Ok(()) } else { Err(self.unexpected()) }
    }

    /// The flaw of whatever stands here.
    fn unexpected(&self) -> Flaw {
        let kind = match self.rest().chars().next() {
            None => Kind::Missing("something"),
            Some(space) if space.is_whitespace() => Kind::Space,
            Some('S' | 'E') => Kind::YearScientific,
            Some(found) => Kind::Unexpected(found),
        };
        Flaw { at: self.next(), kind }
    }
}
