//! The last day on which something was told, with all that was told of it then: of two briefs of one day none is the later.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::mem;

use foldhash::fast::RandomState;

use crate::model::CivilDate;

/// What was told of one thing on the last day on which it was told.
#[derive(Debug, Clone)]
pub struct LastDay<T> {
    /// The day.
    pub day: CivilDate,
    first: T,
    /// Most things are told once a day.
    others: Vec<T>,
}

impl<T: Copy> LastDay<T> {
    fn new(day: CivilDate, first: T) -> Self {
        Self { day, first, others: Vec::new() }
    }

    fn tell(&mut self, day: CivilDate, told: T) -> Known<T> {
        match day.cmp(&self.day) {
            Ordering::Less => Known::Nothing,
            Ordering::Equal => {
                self.others.push(told);
                Known::OfDay(self.others.len())
            }
            Ordering::Greater => Known::Before(mem::replace(self, Self::new(day, told))),
        }
    }

    /// Whether it was told once on that day.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.others.is_empty()
    }

    /// All that was told, in the order of telling.
    pub fn iter(&self) -> impl Iterator<Item = T> + Clone + '_ {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}

/// What was known of a thing when it was told once more.
#[derive(Debug)]
pub enum Known<T> {
    /// Nothing, or what is of a later day.
    Nothing,
    /// What was told on a day before.
    Before(LastDay<T>),
    /// So many tellings of the day.
    OfDay(usize),
}

/// The last day of many things, in whatever order they are told.
#[derive(Debug, Clone)]
pub struct LastDays<K, T>(HashMap<K, LastDay<T>, RandomState>);

impl<K, T> Default for LastDays<K, T> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<K: Hash + Eq, T: Copy> LastDays<K, T> {
    /// Of nothing yet, with room for so many things.
    #[must_use]
    pub fn with_room(count: usize) -> Self {
        Self(HashMap::with_capacity_and_hasher(count, RandomState::default()))
    }

    /// Takes up what was told of one thing on a day, and returns what was known of it.
    pub fn tell(&mut self, key: K, day: CivilDate, told: T) -> Known<T> {
        match self.0.entry(key) {
            Entry::Occupied(last) => last.into_mut().tell(day, told),
            Entry::Vacant(nothing) => {
                nothing.insert(LastDay::new(day, told));
                Known::Nothing
            }
        }
    }

    /// What was told last of one thing.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&LastDay<T>> {
        self.0.get(key)
    }
}

impl<K, T> IntoIterator for LastDays<K, T> {
    type Item = (K, LastDay<T>);
    type IntoIter = std::collections::hash_map::IntoIter<K, LastDay<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_the_last_day_is_told_in_whatever_order_days_come() {
        let day = |day: u32| CivilDate::parse(&format!("2025-03-0{day}")).unwrap();
        for order in
            [[(1, 'a'), (2, 'b'), (2, 'c')], [(2, 'b'), (1, 'a'), (2, 'c')], [(2, 'b'), (2, 'c'), (1, 'a')]]
        {
            let mut days = LastDays::default();
            for (on, told) in order {
                days.tell("gate", day(on), told);
            }
            let last = days.get(&"gate").unwrap();
            assert_eq!((last.day, last.iter().collect::<String>()), (day(2), "bc".to_owned()));
        }
    }
}
