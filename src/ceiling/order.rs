//! The order of what a brief takes up from the register: that of first mention, as validation puts it.

use std::collections::{BTreeMap, VecDeque};

use crate::model::mentions::{Party, at_the_top, by_entity, by_source, in_parts};
use crate::model::{Brief, Entity, Source};

/// Puts what was taken up from the register into the order of first mention in what is left. Otherwise the order would tell that
/// something stood before. What the brief lists itself keeps its order.
pub(super) fn by_mention(brief: &mut Brief) {
    let places = places(brief);
    let source = |it: &Source| it.is_taken_up.then(|| place(&places, &Party::Source(it.id.value.clone())));
    let entity = |it: &Entity| it.is_taken_up.then(|| place(&places, &Party::Entity(it.id.value.clone())));
    brief.sources.sort_by_key(|it| source(it));
    brief.entities.sort_by_key(entity);
}

fn place(places: &BTreeMap<Party, usize>, party: &Party) -> usize {
    places.get(party).copied().unwrap_or(usize::MAX)
}

/// The places of what was taken up, by first mention.
fn places(brief: &Brief) -> BTreeMap<Party, usize> {
    let mut mentions = at_the_top(brief);
    let own_sources = brief.sources.iter().filter(|source| !source.is_taken_up);
    mentions.extend(own_sources.flat_map(|source| by_source(source)));
    mentions.extend(brief.entities.iter().filter(|entity| !entity.is_taken_up).flat_map(by_entity));
    mentions.extend(in_parts(brief));
    let taken = taken_up(brief);
    let mut places = BTreeMap::new();
    let mut waiting = VecDeque::new();
    for mention in mentions {
        waiting.push_back(mention);
        while let Some(party) = waiting.pop_front() {
            let Some(names) = taken.get(&party).filter(|_| !places.contains_key(&party)) else { continue };
            waiting.extend(names.iter().cloned());
            places.insert(party, places.len());
        }
    }
    places
}

/// What was taken up, each with whom it names in turn.
fn taken_up(brief: &Brief) -> BTreeMap<Party, Vec<Party>> {
    let sources = brief.sources.iter().filter(|source| source.is_taken_up);
    let sources = sources.map(|source| (Party::Source(source.id.value.clone()), by_source(source)));
    let entities = brief.entities.iter().filter(|entity| entity.is_taken_up);
    sources.chain(entities.map(|it| (Party::Entity(it.id.value.clone()), by_entity(it)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Register;
    use crate::validate::register_of;

    /// Everything that can name a source or an entity, each another one; those that notes on entities name come with them.
    const BRIEF: &str = "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\n\
        bottom_line: '[a](entity:e9) [b](source:s9)'\n\
        corrections: [{on: 2025-03-02, text: '[a](source:sb)'}]\n\
        sources: [{id: own, name: Own, kind: official, descriptor: Invented, entity: e8}]\n\
        entities: [{id: mine, name: Mine, kind: person, note: '[a](entity:e7) [b](source:s8)'}]\n\
        key_facts:\n\
        - {id: one, text: '[a](entity:e6)', note: '[b](source:s7)', status: claimed, said_by: s6, via: [own, s5],\n  \
           quotes: [{text: so, said_by: s4}], property: {of: e5, name: height, value: high}}\n\
        timeline: [{when: 2025-03-01, text: '[a](source:s3)', said_by: s2}]\n\
        open_questions:\n\
        - {id: why, question: Why?, status: open, matters: '[a](source:s1)', note: '[a](source:s0)',\n  \
           positions: [{stance: asserts, says: '[a](source:sz)', said_by: sx, quotes: [{text: so, said_by: sy}]}]}\n\
        judgements: [{text: '[a](source:sw)', confidence: low, basis: [one], note: '[a](source:sv)'}]\n\
        notes: [{kind: comment, text: '[a](source:su)', about: [st, e4]}]\n";

    fn register() -> Register {
        let source = |id: &str| format!("{{id: {id}, name: N {id}, kind: agency, entity: of-{id}}}, ");
        let entity = |id: &str| format!("{{id: {id}, name: N {id}, kind: person}}, ");
        let ids = [
            "s9", "s8", "s7", "s6", "s5", "s4", "s3", "s2", "s1", "s0", "sz", "sy", "sx", "sw", "sv", "su",
            "st", "sb", "sa",
        ];
        let mut entities: String = ids.map(|id| entity(&format!("of-{id}"))).concat();
        entities += &["e8", "e7", "e5", "e4", "e3"].map(entity).concat();
        // They name each other.
        entities += "{id: e9, name: N, kind: person, note: '[a](entity:e3) [b](entity:e6)'}, \
                     {id: e6, name: N, kind: person, note: '[a](entity:e9) [b](source:sa)'}";
        register_of(&ids.map(source).concat(), &entities)
    }

    #[test]
    fn what_is_taken_up_is_in_the_order_of_validation() {
        let mut brief = crate::validate::sample_with(BRIEF.to_owned(), register());
        let ids = |brief: &Brief| {
            let sources: Vec<_> = brief.sources.iter().map(|it| it.id.value.to_string()).collect();
            let entities: Vec<_> = brief.entities.iter().map(|it| it.id.value.to_string()).collect();
            (sources, entities)
        };
        let before = ids(&brief);
        assert_eq!(before.0.len(), 20, "{before:?}");
        assert_eq!(before.0[..4], ["own", "sa", "s9", "s8"]);
        assert_eq!(before.1[..4], ["mine", "e9", "e3", "e6"]);
        brief.sources[1..].reverse();
        brief.entities[1..].reverse();
        by_mention(&mut brief);
        assert_eq!(ids(&brief), before);
    }
}
