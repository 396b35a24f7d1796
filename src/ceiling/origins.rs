//! Sources that come from one origin stay one, whether or not what shows it can still be seen.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::origins::Origins;
use crate::model::{Attribution, Brief, Ground, Id, Source};
use crate::span::Spanned;

/// The origins of a brief before anything was taken out of it.
pub(super) struct Before {
    /// For each source, another one that its origin can be called by.
    groups: BTreeMap<Id, Id>,
}

impl Before {
    /// Sorts the sources of a whole brief by origin.
    pub(super) fn of(brief: &Brief) -> Self {
        let origins = Origins::of(brief);
        let roots = brief.sources.iter().filter_map(|source| {
            let id = &source.id.value;
            Some((id.clone(), origins.root_of(id)?.clone()))
        });
        Self { groups: roots.collect() }
    }

    /// Names an origin that is left after a source that is left too, where it was named after one that is gone, or where what
    /// joined them is gone.
    pub(super) fn keep(&self, brief: &mut Brief) {
        let now = Self::of(brief).groups;
        let mut firsts: BTreeMap<&Id, &Id> = BTreeMap::new();
        let mut renamed: BTreeMap<Id, Option<Id>> = BTreeMap::new();
        let left = |id: &Id| brief.sources.iter().any(|source| source.id.value == *id);
        for source in &brief.sources {
            let id = &source.id.value;
            let Some(root) = self.groups.get(id) else { continue };
            let first = *firsts.entry(root).or_insert(id);
            let is_joined = now.get(first) == now.get(id);
            let named = source.origin.as_ref().map(|origin| &origin.value);
            let is_gone = named.is_some_and(|origin| self.groups.contains_key(origin) && !left(origin));
            if is_gone || !is_joined {
                renamed.insert(id.clone(), (first != id).then(|| first.clone()));
            }
        }
        if !renamed.is_empty() {
            each_source(brief, &|source| rename(source, &renamed));
        }
    }
}

fn rename(source: &mut Arc<Source>, renamed: &BTreeMap<Id, Option<Id>>) {
    if let Some(origin) = renamed.get(&source.id.value) {
        let span = source.id.span;
        Arc::make_mut(source).origin = origin.clone().map(|origin| Spanned::new(origin, span));
    }
}

/// Every mention of a source in a brief.
fn each_source(brief: &mut Brief, change: &dyn Fn(&mut Arc<Source>)) {
    let in_attribution = |attribution: &mut Attribution| {
        change(&mut attribution.said_by.value);
        attribution.via.iter_mut().for_each(|carrier| change(&mut carrier.value));
    };
    brief.sources.iter_mut().for_each(change);
    brief.key_facts.iter_mut().filter_map(|fact| fact.attribution.as_mut()).for_each(in_attribution);
    for event in &mut brief.timeline {
        if let Ground::Own { attribution, .. } = &mut event.ground {
            in_attribution(attribution);
        }
    }
    for position in brief.open_questions.iter_mut().flat_map(|question| &mut question.positions) {
        in_attribution(&mut position.attribution);
    }
    for quote in brief.quotes_mut() {
        if let Some(source) = &mut quote.said_by {
            change(&mut source.value);
        }
    }
}
