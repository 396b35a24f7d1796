//! Sources and people that nothing is left to name.

use std::collections::BTreeSet;

use crate::model::Brief;
use crate::model::mentions::{Party, at_the_top, by_entity, by_source, in_parts};

/// The sources and entities that a brief names before anything is taken out of it.
pub(super) struct Before(BTreeSet<Party>);

impl Before {
    pub(super) fn of(brief: &Brief) -> Self {
        Self(named(brief, Vec::new()))
    }

    /// Drops whoever was named and is no more: they were listed for what is gone. Whoever was only listed stays listed.
    pub(super) fn only_named(&self, brief: &mut Brief) {
        let only_listed = listed(brief).filter(|party| !self.0.contains(party)).collect();
        let named = named(brief, only_listed);
        brief.sources.retain(|source| named.contains(&Party::Source(source.id.value.clone())));
        brief.entities.retain(|entity| named.contains(&Party::Entity(entity.id.value.clone())));
    }
}

fn listed(brief: &Brief) -> impl Iterator<Item = Party> {
    let sources = brief.sources.iter().map(|source| Party::Source(source.id.value.clone()));
    sources.chain(brief.entities.iter().map(|entity| Party::Entity(entity.id.value.clone())))
}

/// Whoever the parts of a brief name, these, and whoever they name in turn: nobody speaks for themselves.
fn named(brief: &Brief, these: Vec<Party>) -> BTreeSet<Party> {
    let mut waiting = these;
    waiting.extend(at_the_top(brief));
    waiting.extend(in_parts(brief));
    let mut named = BTreeSet::new();
    while let Some(party) = waiting.pop() {
        if named.contains(&party) {
            continue;
        }
        waiting.extend(by_party(brief, &party));
        named.insert(party);
    }
    named
}

fn by_party(brief: &Brief, party: &Party) -> Vec<Party> {
    match party {
        Party::Source(id) => {
            let Some(source) = brief.sources.iter().find(|source| source.id.value == *id) else {
                return Vec::new();
            };
            let origin = source.origin.iter().map(|origin| Party::Source(origin.value.clone()));
            by_source(source).into_iter().chain(origin).collect()
        }
        Party::Entity(id) => {
            let entity = brief.entities.iter().find(|entity| entity.id.value == *id);
            entity.map(by_entity).unwrap_or_default()
        }
    }
}
