//! Sources and people that nothing is left to name.

use crate::model::Brief;
use crate::model::mentions::Party;
use crate::model::reached::Reached;

/// The sources and entities that a brief lists, and names nowhere, before anything is taken out of it.
pub(super) struct OnlyListed(Vec<Party>);

impl OnlyListed {
    pub(super) fn of(brief: &Brief) -> Self {
        let reached = Reached::of(brief);
        let sources = reached.sources().filter(|(_, is_named)| !is_named);
        let sources = sources.map(|(source, _)| Party::Source(source.id.value.clone()));
        let entities = reached.entities().filter(|(_, is_named)| !is_named);
        Self(sources.chain(entities.map(|(entity, _)| Party::Entity(entity.id.value.clone()))).collect())
    }

    /// Drops whoever was named and is no more: they were listed for what is gone. Whoever was only listed stays listed.
    pub(super) fn and_named(&self, brief: &mut Brief) {
        let reached = Reached::with(brief, &self.0);
        let sources: Vec<_> = reached.sources().map(|(_, is_named)| is_named).collect();
        let entities: Vec<_> = reached.entities().map(|(_, is_named)| is_named).collect();
        keep(&mut brief.sources, sources);
        keep(&mut brief.entities, entities);
    }
}

fn keep<T>(list: &mut Vec<T>, kept: Vec<bool>) {
    let mut kept = kept.into_iter();
    list.retain(|_| kept.next().unwrap_or(true));
}
