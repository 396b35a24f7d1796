//! What became of a date.

use std::mem::discriminant;

use super::{Bound, FuzzyDate, Shape};

/// What became of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateShift {
    /// It is known better: the new bounds lie inside the old ones, and no doubt was added.
    Sharpened,
    /// It is known less well: the old bounds lie inside the new ones, and no doubt was taken away.
    Widened,
    /// It is another date.
    Moved,
}

impl DateShift {
    /// How a date changed; `None` where it did not. No date at all is the least that can be known.
    #[must_use]
    pub fn of(old: Option<&FuzzyDate>, new: Option<&FuzzyDate>) -> Option<Self> {
        match (old, new) {
            (None, None) => None,
            (None, Some(_)) => Some(Self::Sharpened),
            (Some(_), None) => Some(Self::Widened),
            (Some(old), Some(new)) if old == new => None,
            (Some(old), Some(new)) => Some(between(old, new)),
        }
    }
}

fn between(old: &FuzzyDate, new: &FuzzyDate) -> DateShift {
    // As most dates are: two days, and nothing doubted of either.
    if old.certain_day().is_some() && new.certain_day().is_some() {
        return DateShift::Moved;
    }
    let [before, now] = [old, new].map(Days::of);
    // On the same days, a span says something else than a set of choices.
    let may_be_inside = before != now
        || discriminant(old.shape()) == discriminant(new.shape())
        || is_single(old) && is_single(new);
    let narrower = may_be_inside && now.are_inside(before) && !adds_doubt(old, new);
    let wider = may_be_inside && before.are_inside(now) && !adds_doubt(new, old);
    match (narrower, wider) {
        (true, false) => DateShift::Sharpened,
        (false, true) => DateShift::Widened,
        // The same days without a word on doubt: a day and the moment in it differ in how finely they are known.
        (true, true) if is_single(old) && is_single(new) => match new.precision().cmp(&old.precision()) {
            std::cmp::Ordering::Less => DateShift::Sharpened,
            std::cmp::Ordering::Greater => DateShift::Widened,
            std::cmp::Ordering::Equal => DateShift::Moved,
        },
        _ => DateShift::Moved,
    }
}

/// The first and the last day of a date.
#[derive(Clone, Copy, PartialEq)]
struct Days {
    first: Bound,
    last: Bound,
}

impl Days {
    fn of(date: &FuzzyDate) -> Self {
        Self { first: date.earliest(), last: date.latest() }
    }

    /// Whether every one of them is one of others.
    fn are_inside(self, others: Self) -> bool {
        let start = match (others.first.day(), self.first.day()) {
            (None, _) => true,
            (Some(outer), Some(inner)) => inner >= outer,
            (Some(_), None) => false,
        };
        let end = match (others.last.day(), self.last.day()) {
            (None, _) => true,
            (Some(outer), Some(inner)) => inner <= outer,
            (Some(_), None) => false,
        };
        start && end
    }
}

fn is_single(date: &FuzzyDate) -> bool {
    matches!(date.shape(), Shape::Date(_) | Shape::Moment(_))
}

fn adds_doubt(old: &FuzzyDate, new: &FuzzyDate) -> bool {
    new.is_approximate() && !old.is_approximate() || new.is_uncertain() && !old.is_uncertain()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_sharper_only_where_that_is_certain() {
        use DateShift::{Moved, Sharpened, Widened};
        for (old, new, expected) in [
            ("2025-02", "2025-02-04", Sharpened),
            ("2025-02~", "2025-02-04", Sharpened),
            ("2025-02~", "2025-02", Sharpened),
            ("2025-02", "2025-02-04~", Moved),
            ("2025-02", "2025-02~", Widened),
            ("2025-02-04", "2025-02", Widened),
            ("2025-02-04", "2025", Widened),
            ("2025-02", "2025-03-04", Moved),
            ("2025-02-01/2025-03-31", "2025-02-20/2025-04-02", Moved),
            ("[..2025-02-06]", "[2025-02-01..2025-02-06]", Sharpened),
            ("[..2025-02-06]", "2025-02-03", Sharpened),
            ("2024-12-08/..", "2024-12-08/2025-03-01", Sharpened),
            ("2024-12-08/..", "2024-12-08/", Moved),
            ("2025-03-01/2025-03-05", "[2025-03-01..2025-03-05]", Moved),
            ("2025-03-05", "2025-03-05T10:30:00", Sharpened),
            ("2025-03-05T10:30:00", "2025-03-05", Widened),
            ("2025-03-05T10:30:00", "2025-03-05T11:30:00", Moved),
            ("2025", "2025-01/2025-12", Moved),
            ("2025-02?", "2025-02~", Moved),
        ] {
            let date = |text| FuzzyDate::parse(text).unwrap();
            assert_eq!(DateShift::of(Some(&date(old)), Some(&date(new))), Some(expected), "{old} → {new}");
        }
        let day = FuzzyDate::parse("2025-02-04").unwrap();
        assert_eq!(DateShift::of(None, Some(&day)), Some(Sharpened));
        assert_eq!(DateShift::of(Some(&day), None), Some(Widened));
        assert_eq!(DateShift::of(Some(&day), Some(&day)), None);
    }
}
