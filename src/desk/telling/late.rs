//! What is told late: what a party certainly said before something of its own that a brief of an earlier day had told already.
//!
//! Dates tell the order of two words, and a word without one is taken for said when it is told. So of what was said on the tenth, then told
//! without a date, and then told of the fifth, the word without a date is the last: whoever denied it there has not said since that it is
//! so.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::{Telling, Word};
use crate::model::FuzzyDate;
use crate::model::date::Relation;

/// Of the days on which a party said something, the one that begins last, as far as they are known.
#[derive(Debug, Clone, Copy, Default)]
pub struct LastSaid<'d>(Option<&'d FuzzyDate>);

impl<'d> LastSaid<'d> {
    /// Takes up when something was said.
    pub fn take(&mut self, on: Option<&'d FuzzyDate>) {
        let begins = |on: Option<&FuzzyDate>| on.and_then(|on| on.earliest().day());
        if self.0.is_none() || begins(on) > begins(self.0) {
            self.0 = on.or(self.0);
        }
    }

    /// Takes up when something else was said last.
    pub fn take_last(&mut self, other: Self) {
        self.take(other.0);
    }

    /// Whether something was said after this, for certain.
    #[must_use]
    pub fn is_after(self, on: Option<&FuzzyDate>) -> bool {
        on.zip(self.0).is_some_and(|(on, last)| on.relation(last) == Relation::Before)
    }
}

/// Of words on one thing, the latest day first, whether each is told late. Nothing of any where that makes no difference.
pub(super) fn told_late<'d, T>(told: &[T], telling: impl Fn(&T) -> &Telling<'d>) -> Vec<bool> {
    // As nearly always: it takes a word without a date, and others that were said one before the other.
    let dated = told.iter().filter(|it| telling(it).said_on().is_some()).count();
    if dated < 2 || dated == told.len() {
        return Vec::new();
    }
    let mut said: HashMap<Word<'d>, LastSaid<'d>, RandomState> = HashMap::default();
    let mut late = Vec::with_capacity(told.len());
    for of_day in told.chunk_by(|one, next| telling(one).day() == telling(next).day()).rev() {
        let of_day = || of_day.iter().rev().map(&telling);
        let is_late = |it: &Telling<'d>| {
            it.words().any(|word| said.get(&word).is_some_and(|last| last.is_after(it.said_on())))
        };
        late.extend(of_day().map(is_late));
        for it in of_day() {
            it.words().for_each(|word| said.entry(word).or_default().take(it.said_on()));
        }
    }
    late.reverse();
    late
}
