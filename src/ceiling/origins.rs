//! Sources that come from one origin stay one, whether or not what shows it can still be seen.
//!
//! What joins two sources may be in a part or a brief that is withheld. So the origins are sorted before anything is taken out, and again
//! after that; where one has become several, a source of each names a source of the first as its origin. That is done for every count
//! that a reader may see: of a brief, of a day, and of all days.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::register::Hidden;
use crate::desk::Desk;
use crate::model::origins::Origins as Now;
use crate::model::{Attribution, Brief, Ground, Id, Source};
use crate::span::Spanned;

/// The origins of a desk before anything was taken out of it.
pub(super) struct Origins {
    /// The sources of each brief.
    listed: Vec<Vec<Arc<Source>>>,
    /// The briefs that something is taken out of, by their places.
    less: BTreeSet<usize>,
    /// What is counted together, from the narrowest on.
    scopes: Vec<Scope>,
}

/// Briefs whose sources are counted together: each by its place, with the numbers of the origins of its sources.
struct Scope(Vec<(usize, Vec<Option<usize>>)>);

impl Origins {
    /// Sorts the sources of a desk of which not every brief stays whole.
    pub(super) fn of(desk: &Desk, is_whole: impl Fn(&Brief) -> bool) -> Self {
        let briefs: Vec<_> = desk.briefs.iter().enumerate().collect();
        let less = briefs.iter().filter(|(_, brief)| !is_whole(brief)).map(|(place, _)| *place);
        let less: BTreeSet<_> = less.collect();
        if less.is_empty() {
            return Self { listed: Vec::new(), less, scopes: Vec::new() };
        }
        let is_less = |(place, _): &&(usize, &Brief)| less.contains(place);
        let each = briefs.iter().filter(is_less).map(|brief| Scope::of(std::slice::from_ref(brief)));
        let days = briefs.chunk_by(|(_, one), (_, other)| one.date.value == other.date.value);
        let days = days.filter(|day| day.iter().any(|brief| is_less(&brief))).map(Scope::of);
        let scopes = each.chain(days).chain([Scope::of(&briefs)]).collect();
        Self { listed: desk.briefs.iter().map(|brief| brief.sources.clone()).collect(), less, scopes }
    }

    /// Names an origin that is left after a source that is left too, where what joined its sources is gone. The briefs that are left
    /// come with their places before.
    pub(super) fn keep(&self, left: &mut [(usize, Brief)], hidden: &Hidden) {
        for (place, brief) in left.iter_mut().filter(|(place, _)| self.less.contains(place)) {
            if let Some(listed) = self.listed.get(*place) {
                forget_gone(brief, listed, hidden);
            }
        }
        for scope in &self.scopes {
            let mut new: BTreeMap<usize, BTreeMap<Id, Id>> = BTreeMap::new();
            for members in self.apart(scope, left) {
                for (brief, source, origin) in named_anew(&members) {
                    new.entry(brief).or_default().insert(source.clone(), origin.clone());
                }
            }
            for (place, brief) in left.iter_mut() {
                if let Some(origins) = new.get(place) {
                    each_source(brief, &|source| {
                        if let Some(origin) = origins.get(&source.id.value) {
                            set_origin(source, Some(origin.clone()));
                        }
                    });
                }
            }
        }
    }

    /// The origins of before that have become several: for each its sources that are left.
    fn apart<'l>(&self, scope: &Scope, left: &'l [(usize, Brief)]) -> Vec<Vec<Member<'l>>> {
        let mut origins = scope.0.iter().peekable();
        // Both are in the order of the desk.
        let together = left.iter().filter_map(|(place, brief)| {
            while origins.next_if(|(of, _)| of < place).is_some() {}
            let (_, before) = origins.next_if(|(of, _)| of == place)?;
            Some((*place, brief, before))
        });
        let together: Vec<_> = together.collect();
        let now = Now::of(together.iter().map(|(_, brief, _)| *brief));
        let mut of_origin: BTreeMap<usize, Vec<Member<'l>>> = BTreeMap::new();
        for (place, brief, before) in together {
            let Some(listed) = self.listed.get(place) else { continue };
            let before: BTreeMap<_, _> = listed.iter().map(|it| &it.id.value).zip(before).collect();
            for source in &brief.sources {
                let before = before.get(&source.id.value).and_then(|origin| **origin);
                if let Some((before, now)) = before.zip(now.group_of(brief, source)) {
                    of_origin.entry(before).or_default().push(Member { place, brief, source, now });
                }
            }
        }
        let mut apart: Vec<_> = of_origin.into_values().collect();
        apart.retain(|members| {
            members.first().is_some_and(|first| members.iter().any(|it| it.now != first.now))
        });
        apart
    }
}

impl Scope {
    fn of(briefs: &[(usize, &Brief)]) -> Self {
        let origins = Now::of(briefs.iter().map(|(_, brief)| *brief));
        let briefs = briefs.iter().map(|(place, brief)| {
            let groups = brief.sources.iter().map(|source| origins.group_of(brief, source));
            (*place, groups.collect())
        });
        Self(briefs.collect())
    }
}

/// A source that is left.
struct Member<'l> {
    /// The place of its brief.
    place: usize,
    brief: &'l Brief,
    source: &'l Source,
    /// The number of the origin that it has now.
    now: usize,
}

/// Which sources of an origin that has become several name which origin, each with the place of its brief: all of it by the first source
/// that has a name. Where nobody has one, it is a brief that they are all called after: people without names are known in their own
/// story alone. What is withheld chooses nothing, so that nothing tells of it.
fn named_anew<'m>(members: &'m [Member<'_>]) -> Vec<(usize, &'m Id, &'m Id)> {
    let named = members.iter().filter(|it| !it.source.is_anonymous());
    let named = named.map(|it| (Some(it.now), &it.source.id.value));
    let mut possible = named.chain(members.iter().map(|it| (None, &it.brief.id)));
    let Some((head, name)) = possible.find(|(_, name)| members.iter().all(|it| is_clear(name, it.brief)))
    else {
        return Vec::new();
    };
    let mut parts: BTreeMap<usize, Vec<&Member<'_>>> = BTreeMap::new();
    for member in members.iter().filter(|it| Some(it.now) != head) {
        parts.entry(member.now).or_default().push(member);
    }
    // A source that has an origin already keeps it, as others may have the same; where there is no other, all are named anew.
    let anew = parts.into_values().flat_map(|part| match part.iter().find(|it| it.source.origin.is_none()) {
        Some(free) => vec![*free],
        None => part,
    });
    anew.map(|it| (it.place, &it.source.id.value, name)).collect()
}

/// Whether an id means nobody without a name in a brief.
fn is_clear(id: &Id, brief: &Brief) -> bool {
    !brief.sources.iter().any(|source| source.is_anonymous() && source.id.value == *id)
}

/// Takes away the origins that are gone: those that the brief listed and does no more, and those of the register that are withheld.
fn forget_gone(brief: &mut Brief, listed: &[Arc<Source>], hidden: &Hidden) {
    let lists = |sources: &[Arc<Source>], id: &Id| sources.iter().any(|source| source.id.value == *id);
    let is_gone = |source: &&Arc<Source>| {
        let origin = source.origin.as_ref().map(|origin| &origin.value);
        hidden.is_origin_of(source, listed)
            || origin.is_some_and(|origin| lists(listed, origin) && !lists(&brief.sources, origin))
    };
    let gone: BTreeSet<Id> = brief.sources.iter().filter(is_gone).map(|it| it.id.value.clone()).collect();
    if gone.is_empty() {
        return;
    }
    each_source(brief, &|source| {
        if gone.contains(&source.id.value) {
            set_origin(source, None);
        }
    });
}

fn set_origin(source: &mut Arc<Source>, origin: Option<Id>) {
    let span = source.id.span;
    Arc::make_mut(source).origin = origin.map(|origin| Spanned::new(origin, span));
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

#[cfg(test)]
mod tests;
