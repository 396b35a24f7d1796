//! Sources that come from one origin stay one, whether or not what shows it can still be seen.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::register::Hidden;
use crate::model::origins::{Joined, Origins};
use crate::model::{Attribution, Brief, Ground, Id, Source};
use crate::span::Spanned;

/// The origins of a brief before anything was taken out of it.
pub(super) struct Before {
    /// For each source, another one that its origin can be called by.
    groups: BTreeMap<Id, Id>,
    /// The sources whose origin is a source of the register that is withheld.
    hidden: BTreeSet<Id>,
}

impl Before {
    /// Sorts the sources of a whole brief by origin.
    pub(super) fn of(brief: &Brief, register: &Hidden) -> Self {
        let hidden = brief.sources.iter().filter(|source| register.is_origin_of(source, brief));
        let hidden = hidden.map(|source| source.id.value.clone()).collect();
        Self { groups: groups(brief), hidden }
    }

    /// Names an origin that is left after a source that is left too, where what joined its sources is gone.
    fn keep(&self, brief: &mut Brief, elsewhere: &Elsewhere) {
        let gone: BTreeMap<Id, Option<Id>> = brief
            .sources
            .iter()
            .filter(|it| self.gone(it, brief).is_some())
            .map(|it| (it.id.value.clone(), None))
            .collect();
        let heads = self.heads_and_names(brief, elsewhere);
        each_source(brief, &|source| rename(source, &gone));
        let now = groups(brief);
        let mut renamed = BTreeMap::new();
        for (root, (head, name)) in &heads {
            for (of, sources) in self.apart(root, brief, &now) {
                let name = if Some(of) == now.get(head) { name.as_ref() } else { Some(head) };
                let free =
                    sources.iter().min_by_key(|it| (!gone.contains_key(&it.id.value), it.origin.is_some()));
                renamed.extend(
                    free.zip(name).map(|(source, name)| (source.id.value.clone(), Some(name.clone()))),
                );
            }
        }
        each_source(brief, &|source| rename(source, &renamed));
    }

    /// The sources of one origin, in those that are still joined.
    fn apart<'n, 'b>(
        &self,
        root: &Id,
        brief: &'b Brief,
        now: &'n BTreeMap<Id, Id>,
    ) -> BTreeMap<&'n Id, Vec<&'b Source>> {
        let mut apart: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for source in brief.sources.iter().filter(|it| self.groups.get(&it.id.value) == Some(root)) {
            if let Some(of) = now.get(&source.id.value) {
                apart.entry(of).or_default().push(&**source);
            }
        }
        apart
    }

    /// For each origin the source that it is named after, and what other briefs call it where that is none of its sources here.
    fn heads_and_names(&self, brief: &Brief, elsewhere: &Elsewhere) -> BTreeMap<Id, (Id, Option<Id>)> {
        let heads = self.heads(brief).into_iter().map(|(root, head)| {
            let name = self.all_gone(head, brief).find_map(|gone| elsewhere.name(&gone));
            let is_here = |name: &Id| {
                self.groups.get(name) == Some(root) && brief.sources.iter().any(|it| it.id.value == *name)
            };
            let it = match name {
                Some(name) if is_here(&name) => (name, None),
                name => (head.clone(), name),
            };
            (root.clone(), it)
        });
        heads.collect()
    }

    /// The source that each origin is named after: one that has a name if any has, and has said itself where it comes from.
    fn heads<'b>(&self, brief: &'b Brief) -> BTreeMap<&Id, &'b Id> {
        let mut sources: Vec<_> = brief.sources.iter().collect();
        sources.sort_by_key(|it| (it.is_anonymous(), self.gone(it, brief).is_none()));
        let mut heads = BTreeMap::new();
        for source in sources {
            if let Some(root) = self.groups.get(&source.id.value) {
                heads.entry(root).or_insert(&source.id.value);
            }
        }
        heads
    }

    /// The origin of a source that is left, where it is a source that is gone.
    fn gone<'b>(&self, source: &'b Source, brief: &Brief) -> Option<&'b Id> {
        let origin = &source.origin.as_ref()?.value;
        let was_listed = self.groups.contains_key(origin);
        let is_listed = brief.sources.iter().any(|source| source.id.value == *origin);
        let is_gone = self.hidden.contains(&source.id.value) || (was_listed && !is_listed);
        is_gone.then_some(origin)
    }

    /// Every origin that is gone and was that of sources which are one with this one.
    fn all_gone<'b>(&'b self, head: &'b Id, brief: &'b Brief) -> impl Iterator<Item = Id> {
        let root = self.groups.get(head);
        let of_it = brief.sources.iter().filter(move |source| self.groups.get(&source.id.value) == root);
        of_it.filter_map(|source| self.gone(source, brief).cloned())
    }
}

/// For each source of a brief, one that its origin can be called by.
fn groups(brief: &Brief) -> BTreeMap<Id, Id> {
    let origins = Origins::of(brief);
    let roots = brief.sources.iter().filter_map(|source| {
        let id = &source.id.value;
        Some((id.clone(), origins.root_of(id)?.clone()))
    });
    roots.collect()
}

/// Names every origin that is left in these briefs after a source that is left too. Briefs which name the same origin that is gone
/// name the same source of it.
pub(super) fn keep<'b>(briefs: impl Iterator<Item = (&'b mut Brief, Before)>) {
    let mut briefs: Vec<_> = briefs.collect();
    let elsewhere = Elsewhere::of(&briefs);
    for (brief, before) in &mut briefs {
        before.keep(brief, &elsewhere);
    }
}

/// What origins that are gone are called in all briefs.
struct Elsewhere {
    names: BTreeMap<Id, Id>,
}

impl Elsewhere {
    fn of(briefs: &[(&mut Brief, Before)]) -> Self {
        let mut firsts = Vec::new();
        for (brief, before) in briefs {
            for head in before.heads(brief).into_values() {
                let gone: Vec<Id> = before.all_gone(head, brief).collect();
                if !gone.is_empty() {
                    firsts.push((gone, &**brief, head));
                }
            }
        }
        let mut joined = Joined::with_room(firsts.len());
        for (gone, _, _) in &firsts {
            gone.iter()
                .zip(gone.iter().skip(1).chain(gone.first()))
                .for_each(|(one, other)| joined.join(one, other));
        }
        let mut of_root: BTreeMap<&Id, Vec<_>> = BTreeMap::new();
        for (gone, brief, head) in &firsts {
            if let Some(root) = gone.first().and_then(|gone| joined.root_of(gone)) {
                of_root.entry(root).or_default().push((*brief, *head));
            }
        }
        let names = firsts.iter().flat_map(|(gone, _, _)| gone).filter_map(|gone| {
            let name = common_name(of_root.get(joined.root_of(gone)?)?)?;
            Some((gone.clone(), name.clone()))
        });
        Self { names: names.collect() }
    }

    fn name(&self, gone: &Id) -> Option<Id> {
        self.names.get(gone).cloned()
    }
}

/// What sources of several briefs can all name as their origin: the first that has a name. People without names are known in their
/// own brief alone, so where there are no others it is the first brief that they are of.
fn common_name<'b>(heads: &[(&'b Brief, &'b Id)]) -> Option<&'b Id> {
    let (first, rest) = heads.split_first()?;
    if rest.is_empty() {
        return None;
    }
    let is_named = |(brief, id): &&(&Brief, &Id)| {
        brief.sources.iter().any(|source| source.id.value == **id && !source.is_anonymous())
    };
    Some(heads.iter().find(is_named).map_or(&first.0.id, |(_, id)| id))
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

#[cfg(test)]
mod tests {
    use crate::ceiling::cut;
    use crate::desk::Desk;
    use crate::model::origins::{Origins, independent_of_all};
    use crate::model::{Brief, Marking};
    use crate::validate::{register_of, sample_with};

    const HUSH: &str = "{id: hush, name: Hush, kind: agency, descriptor: Invented, marking: TLP:RED}, \
                        {id: wire, name: Wire, kind: agency, descriptor: Invented, origin: hush}";

    /// What is left of briefs whose facts are said by these sources, the last of which may be marked, and what the register has.
    fn left(briefs: &[&[&str]]) -> (Vec<Brief>, usize, usize) {
        let mut register = register_of(HUSH, "");
        let brief = |(place, sources): (usize, &&[&str])| {
            let facts: Vec<_> = sources
                .iter()
                .enumerate()
                .map(|(at, source)| {
                    let id = source.split(&[' ', ',', '}'][..]).nth(1).unwrap();
                    format!("{{id: f{at}, text: It stands., status: claimed, said_by: {id}}}")
                })
                .collect();
            let facts = facts.join(", ");
            let listed: Vec<_> = sources.iter().filter(|it| !it.starts_with("{id: wire")).copied().collect();
            let text = format!(
                "schema: 1\nid: brief-{place}\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\n\
                 bottom_line: Invented.\nsources: [{}]\nkey_facts: [{facts}]\n",
                listed.join(", ")
            );
            sample_with(text, register.clone())
        };
        let briefs: Vec<_> = briefs.iter().enumerate().map(brief).collect();
        let before = independent_of_all(&briefs);
        let desk = Desk { briefs, ..Desk::default() };
        let cut = cut(desk, &mut register, Marking::Clear).desk.briefs;
        let after = independent_of_all(&cut);
        (cut, before, after)
    }

    fn origins(brief: &Brief) -> Vec<Option<&str>> {
        brief.sources.iter().map(|it| it.origin.as_ref().map(|origin| origin.value.as_str())).collect()
    }

    const PAPER: &str = "{id: paper, name: Paper, kind: outlet, descriptor: Invented, origin: hush}";
    const RADIO: &str = "{id: radio, name: Radio, kind: outlet, descriptor: Invented, origin: hush}";
    const CREW: &str = "{id: crew, kind: anonymous, described_as: the crew, count: 2, origin: hush}";
    const GUARD: &str = "{id: guard, kind: anonymous, described_as: a guard, count: 1, origin: hush}";

    #[test]
    fn a_source_of_the_register_that_is_withheld_is_no_origin() {
        let (cut, _, _) = left(&[&[PAPER]]);
        assert_eq!(origins(&cut[0]), [None]);
        let (cut, _, _) = left(&[&["{id: wire}"]]);
        assert_eq!(origins(&cut[0]), [None]);
        // Where the brief lists another by that id, it is that one.
        let own = "{id: hush, name: Other, kind: agency, descriptor: Invented}";
        let (cut, _, _) = left(&[&[own, PAPER]]);
        assert_eq!(origins(&cut[0]), [None, Some("hush")]);
    }

    #[test]
    fn two_sources_of_an_origin_that_is_withheld_stay_one() {
        let (cut, _, _) = left(&[&[CREW, PAPER, RADIO]]);
        assert_eq!(origins(&cut[0]), [Some("paper"), None, Some("paper")]);
        assert_eq!(
            Origins::declared(&cut[0]).independent(cut[0].sources.iter().map(|source| &source.id.value)),
            1
        );
    }

    #[test]
    fn they_stay_one_in_several_briefs_too() {
        let desks: [&[&[&str]]; 5] = [
            &[&[PAPER], &[RADIO]],
            &[&[CREW], &[GUARD]],
            &[&[CREW], &[RADIO]],
            &[&["{id: wire}"], &[PAPER]],
            &[&[CREW, RADIO], &[GUARD, PAPER], &["{id: wire}"]],
        ];
        for desk in desks {
            let (cut, before, after) = left(desk);
            assert_eq!((before, after), (1, 1), "{desk:?} {cut:#?}");
            assert!(!cut.iter().flat_map(origins).any(|origin| origin == Some("hush")), "{desk:?}");
        }
    }
}
