//! One-of sets: `[2025-02-04,2025-02-05]`, `[..2025-02-06]`.

use super::super::error::DateErrorKind as Kind;
use super::super::order;
use super::super::shape::{Choice, Choices, PartialDate};
use super::part::inner_date;
use super::{Flaw, Parsed, Reader};

/// Reads the whole of a set, to the end of the text.
pub(super) fn one_of(reader: &mut Reader<'_>) -> Parsed<Choices> {
    let from = reader.at;
    reader.eat("[");
    if reader.peek() == Some(b']') {
        return Err(Flaw { at: from..reader.at + 1, kind: Kind::SetEmpty });
    }
    let mut choices = Vec::new();
    loop {
        choices.push(choice(reader, choices.is_empty())?);
        if reader.eat("]") {
            break;
        }
        if reader.rest().is_empty() {
            return Err(Flaw { at: reader.next(), kind: Kind::SetUnclosed });
        }
        if !reader.eat(",") {
            return Err(reader.unexpected());
        }
    }
    reader.end()?;
    let whole = from..reader.at;
    if matches!(choices.as_slice(), [Choice::One(_)]) {
        return Err(Flaw { at: whole, kind: Kind::SetOfOne });
    }
    choices.sort_by_cached_key(order::choice_key);
    if choices.iter().zip(choices.iter().skip(1)).any(|(left, right)| left == right) {
        return Err(Flaw { at: whole, kind: Kind::SetRepeats });
    }
    Ok(choices.into())
}

fn choice(reader: &mut Reader<'_>, first: bool) -> Parsed<Choice> {
    let from = reader.at;
    if reader.eat("..") {
        let date = inner_date(reader)?;
        let at = from..reader.at;
        return if first { Ok(Choice::UpTo(date)) } else { Err(Flaw { at, kind: Kind::SetOpenInside }) };
    }
    let date = inner_date(reader)?;
    if !reader.eat("..") {
        return Ok(Choice::One(date));
    }
    match reader.peek() {
        Some(b']') => Ok(Choice::From(date)),
        Some(b',') => Err(Flaw { at: from..reader.at, kind: Kind::SetOpenInside }),
        _ => {
            let last = inner_date(reader)?;
            range(date, last).map_err(|kind| Flaw { at: from..reader.at, kind })
        }
    }
}

fn range(first: PartialDate, last: PartialDate) -> Result<Choice, Kind> {
    if first == last {
        return Err(Kind::SetRepeats);
    }
    if order::is_reversed(&first, &last) {
        return Err(Kind::Reversed);
    }
    Ok(Choice::Range(first, last))
}
