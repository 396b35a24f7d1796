//! What a source said and carried in a brief.

use crate::model::brief::attributions;
use crate::model::origins::Origins;
use crate::model::{Brief, Fact, Id};

/// How often a source stands behind something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Carried {
    /// In how many statements (key facts, events with a speaker of their own, positions) it speaks.
    pub said: usize,
    /// How many statements of others it carried.
    pub carried: usize,
    /// Of how many key facts that it speaks or carries it is the only origin: nobody of another origin is behind them.
    pub only_origin: usize,
}

impl Carried {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            said: self.said + other.said,
            carried: self.carried + other.carried,
            only_origin: self.only_origin + other.only_origin,
        }
    }
}

/// What a source said and carried in a brief.
#[must_use]
pub fn carried(brief: &Brief, source: &Id) -> Carried {
    let mut carried = Carried::default();
    for attribution in attributions(brief) {
        carried.said += usize::from(attribution.said_by.id.value == *source);
        carried.carried += usize::from(attribution.via.iter().any(|via| via.id.value == *source));
    }
    if carried == Carried::default() {
        return carried;
    }
    let declared = Origins::declared(brief);
    carried.only_origin =
        brief.key_facts.iter().filter(|fact| is_only_origin(fact, source, &declared)).count();
    carried
}

/// A fact has the origin of its speaker. Whoever else is quoted in it may bring another; a carrier brings none.
fn is_only_origin(fact: &Fact, source: &Id, declared: &Origins<'_>) -> bool {
    let Some(attribution) = &fact.attribution else { return false };
    let speaker = &attribution.said_by.id.value;
    let is_origin = speaker == source || declared.are_one([speaker, source]);
    let quoted = fact.quotes.iter().filter_map(|quote| quote.said_by.as_ref()).map(|it| &it.id.value);
    is_origin && declared.are_one(std::iter::once(speaker).chain(quoted))
}
