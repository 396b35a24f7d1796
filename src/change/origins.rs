//! Whether a fact has gained a source of another origin.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::RandomState;

use super::voices::same_party;
use super::{How, NewSource};
use crate::model::behind::{behind, says_so, speakers};
use crate::model::origins::{Origins, may_be_one};
use crate::model::{Brief, Credibility, Fact, Id, Source, Statement};

/// A source of the new fact that shares no origin with any whom the old one names. It is no gain where it took the place of the speaker, who
/// may not say so any more; nor where the fact says something else now, for then the source may say that alone; nor where either of
/// the two is denied, disputed or our own assessment, for then it may say the contrary.
pub(super) fn new_origin<'d>(
    old: (&'d Brief, &'d Fact),
    new: (&'d Brief, &'d Fact),
    known_origins: &mut KnownOrigins<'d>,
) -> Option<How<'d>> {
    let ((old_brief, old_fact), (new_brief, new_fact)) = (old, new);
    let speaker = &old_fact.attribution.as_ref().filter(|_| says_so(old_fact) && says_so(new_fact))?.said_by;
    let (before, now) = (named(old_fact, old_brief), sources(new_fact, new_brief));
    let known = |source: &Source| before.iter().any(|old| same_party(old, source));
    if now.iter().all(|source| known(source))
        || !now.iter().any(|source| same_party(speaker, source))
        || !Statement::of_fact(new_fact).repeats(Statement::of_fact(old_fact))
    {
        return None;
    }
    let (one, other) = (known_origins.of(old_brief), known_origins.of(new_brief));
    let origins = [&*one, &*other];
    let added =
        now.into_iter().find(|source| before.iter().all(|old| !share_origin(source, old, &origins)))?;
    Some(How::NewOrigin(NewSource(added)))
}

/// Everybody whose word a fact is: speaker and carriers, and where it is rated as confirmed, whoever confirms it. Otherwise a link may
/// also lead to somebody who denies it, and a quote may say anything.
fn sources<'b>(fact: &'b Fact, brief: &'b Brief) -> Vec<&'b Source> {
    let is_confirmed = fact.credibility.as_ref().is_some_and(|it| it.value == Credibility::Confirmed);
    if is_confirmed { behind(fact, brief) } else { speakers(fact).collect() }
}

/// Everybody who is named beside a fact, for or against it: none of them is new.
fn named<'b>(fact: &'b Fact, brief: &'b Brief) -> Vec<&'b Source> {
    let quoted = fact.quotes.iter().filter_map(|quote| quote.said_by.as_deref());
    behind(fact, brief).into_iter().chain(quoted.map(|source| &**source)).collect()
}

/// Whether two sources are one origin in either brief, or may be one by themselves. Unnamed people may be anybody, unless a brief
/// lists them beside the others.
fn share_origin(one: &Source, other: &Source, origins: &[&BriefOrigins<'_>]) -> bool {
    if same_party(one, other) || may_be_one(one, other) {
        return true;
    }
    let mut together = origins.iter().filter(|brief| brief.lists(one) && brief.lists(other)).peekable();
    if together.peek().is_none() {
        return one.is_anonymous() || other.is_anonymous();
    }
    together.any(|brief| brief.joins(one, other))
}

/// The sources of a brief, and which of them come from one place.
pub(super) struct BriefOrigins<'d> {
    brief: &'d Brief,
    sources: HashMap<&'d Id, &'d Source, RandomState>,
    /// Found out once anybody asks.
    origins: OnceCell<Origins<'d>>,
}

impl BriefOrigins<'_> {
    fn joins(&self, one: &Source, other: &Source) -> bool {
        let origins = self.origins.get_or_init(|| Origins::of(self.brief));
        origins.are_one([&one.id.value, &other.id.value])
    }

    fn lists(&self, source: &Source) -> bool {
        self.sources.get(&source.id.value).is_some_and(|it| same_party(it, source))
    }
}

/// The origins of the briefs that have been asked for, so that each is looked through once.
#[derive(Default)]
pub(super) struct KnownOrigins<'d>(Vec<Rc<BriefOrigins<'d>>>);

impl<'d> KnownOrigins<'d> {
    fn of(&mut self, brief: &'d Brief) -> Rc<BriefOrigins<'d>> {
        if let Some(known) = self.0.iter().find(|known| std::ptr::eq(known.brief, brief)) {
            return Rc::clone(known);
        }
        let sources = brief.sources.iter().map(|source| (&source.id.value, &**source)).collect();
        let known = Rc::new(BriefOrigins { brief, sources, origins: OnceCell::new() });
        self.0.push(Rc::clone(&known));
        known
    }
}
