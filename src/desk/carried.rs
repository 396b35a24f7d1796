//! What a source said, is quoted with and carried in a brief.

use std::collections::HashMap;

use super::Desk;
use crate::model::brief::attributions;
use crate::model::origins::Origins;
use crate::model::{Brief, Fact, Id, Source};

/// How often a source stands behind something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Carried {
    /// In how many statements (key facts, events with a speaker of their own, positions) it speaks.
    pub said: usize,
    /// In how many statements of others (key facts, positions) its own words stand to the letter.
    pub quoted: usize,
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
            quoted: self.quoted + other.quoted,
            carried: self.carried + other.carried,
            only_origin: self.only_origin + other.only_origin,
        }
    }
}

/// What each source of a desk said and carried, brief by brief.
#[derive(Debug)]
pub struct Ledger<'d> {
    /// By the brief's id, which no other of the desk has; in the order of its sources.
    briefs: HashMap<&'d Id, Vec<Carried>, foldhash::fast::RandomState>,
}

impl<'d> Ledger<'d> {
    /// Goes through the briefs of a desk.
    #[must_use]
    pub fn of(desk: &'d Desk) -> Self {
        Self { briefs: desk.briefs.iter().map(|brief| (&brief.id, carried(brief))).collect() }
    }

    /// What a source said and carried in a brief.
    #[must_use]
    pub fn entry(&self, brief: &Brief, source: &Id) -> Carried {
        let Some(place) = place(brief, source) else { return Carried::default() };
        // A brief that is not of the desk is gone through by itself.
        let entry = match self.briefs.get(&brief.id) {
            Some(entries) => entries.get(place).copied(),
            None => carried(brief).get(place).copied(),
        };
        entry.unwrap_or_default()
    }
}

/// Where a source stands among those of a brief.
fn place(brief: &Brief, source: &Id) -> Option<usize> {
    // Most ask with an id of the brief's own, which no source has to be looked at for.
    let place = brief.sources.iter().position(|it| std::ptr::eq(&raw const it.id.value, source));
    place.or_else(|| brief.sources.iter().position(|it| it.id.value == *source))
}

/// What each source of a brief said and carried, in their order.
fn carried(brief: &Brief) -> Vec<Carried> {
    let origins = Origins::declared_by_each(brief);
    let of_facts: Vec<_> =
        brief.key_facts.iter().filter_map(|fact| origins.get(place_of_speaker(brief, fact)?)).collect();
    let mut carried = said_and_carried(brief);
    for (origin, carried) in origins.iter().zip(&mut carried) {
        if carried.said > 0 || carried.carried > 0 {
            carried.only_origin = of_facts.iter().filter(|it| **it == origin).count();
        }
    }
    carried
}

/// In how many statements each source of a brief speaks, and how many of others it is quoted in or carried.
fn said_and_carried(brief: &Brief) -> Vec<Carried> {
    let mut all = vec![Carried::default(); brief.sources.len()];
    let place = |source: &Source| place(brief, &source.id.value);
    for attribution in attributions(brief) {
        if let Some(speaker) = place(&attribution.said_by).and_then(|place| all.get_mut(place)) {
            speaker.said += 1;
        }
        for (turn, carrier) in attribution.via.iter().enumerate() {
            // Whoever is named twice has carried it once.
            let is_known = attribution.via.iter().take(turn).any(|it| it.id.value == carrier.id.value);
            if let Some(carrier) = place(carrier).filter(|_| !is_known).and_then(|place| all.get_mut(place)) {
                carrier.carried += 1;
            }
        }
    }
    for quoted in quoted(brief) {
        if let Some(quoted) = place(quoted).and_then(|place| all.get_mut(place)) {
            quoted.quoted += 1;
        }
    }
    all
}

/// Whose words stand to the letter in statements of others: each source once for every such statement.
fn quoted(brief: &Brief) -> impl Iterator<Item = &Source> {
    let facts = brief.key_facts.iter().map(|fact| (fact.attribution.as_ref(), &fact.quotes));
    let positions = brief.open_questions.iter().flat_map(|question| &question.positions);
    let positions = positions.map(|position| (Some(&position.attribution), &position.quotes));
    facts.chain(positions).flat_map(|(attribution, quotes)| {
        let speaker = attribution.map(|it| &it.said_by.id.value);
        let others = || quotes.iter().filter_map(|quote| quote.said_by.as_ref());
        let is_first = move |turn: usize, id: &Id| others().take(turn).all(|it| it.id.value != *id);
        let each = others()
            .enumerate()
            .filter(move |(turn, it)| Some(&it.id.value) != speaker && is_first(*turn, &it.id.value));
        each.map(|(_, it)| &***it)
    })
}

/// Where the speaker of a fact stands among the sources of its brief, whose origin is that of the fact. A carrier brings none, and whoever
/// is quoted beside it may say the contrary.
fn place_of_speaker(brief: &Brief, fact: &Fact) -> Option<usize> {
    place(brief, &fact.attribution.as_ref()?.said_by.id.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    /// The same, asked of one source and one fact at a time.
    fn is_only_origin(brief: &Brief, fact: &Fact, source: &Source, declared: &Origins<'_>) -> bool {
        let Some(attribution) = &fact.attribution else { return false };
        declared.are_one([&*attribution.said_by.value, source].map(|it| (brief, it)))
    }

    #[test]
    fn all_sources_at_once_are_each_by_itself() {
        let source = |id: &str, more: &str| {
            format!("{{id: {id}, name: {id}, kind: outlet, descriptor: Invented{more}}}")
        };
        let sources = [
            source("a", ", origin: w"),
            source("b", ", origin: w"),
            source("c", ""),
            source("d", ", origin: c"),
            source("e", ""),
        ];
        let fact = |id: &str, more: &str| format!("{{id: {id}, text: '{id}', status: claimed, {more}}}");
        let facts = [
            fact("one", "said_by: a, via: [b]"),
            fact("two", "said_by: c, quotes: [{text: two, said_by: a}, {text: too, said_by: c}]"),
            fact("three", "said_by: c, quotes: [{text: three, said_by: d}, {text: free, said_by: d}]"),
            fact("four", "said_by: b, via: [c, d], quotes: [{text: four, said_by: e}]"),
        ];
        let text = format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{}]\nkey_facts: [{}]\n",
            sources.join(", "),
            facts.join(", ")
        );
        let desk = Desk { briefs: vec![sample(text)], ..Desk::default() };
        let brief = desk.briefs.first().unwrap();
        let (ledger, declared) = (Ledger::of(&desk), Origins::declared(brief));
        for source in &brief.sources {
            let id = &source.id.value;
            let only =
                brief.key_facts.iter().filter(|fact| is_only_origin(brief, fact, source, &declared)).count();
            assert_eq!(ledger.entry(brief, id).only_origin, only, "{id}");
        }
        let entry = |id: &str| ledger.entry(brief, &Id::parse(id).unwrap());
        assert_eq!(entry("a"), Carried { said: 1, quoted: 1, carried: 0, only_origin: 2 });
        assert_eq!(entry("c"), Carried { said: 2, quoted: 0, carried: 1, only_origin: 2 });
        assert_eq!(entry("d"), Carried { said: 0, quoted: 1, carried: 1, only_origin: 2 });
        assert_eq!(entry("e"), Carried { quoted: 1, ..Carried::default() });
        assert_eq!(entry("unknown"), Carried::default());
    }
}
