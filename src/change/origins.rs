//! Whether a fact has gained a source of another origin.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::matching::Held;
use super::{How, NewSource};
use crate::model::behind::{behind, says_so, speakers};
use crate::model::origins::Origins;
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
    let told_it = |source: &Source| speakers(old_fact).any(|old| old.reads_alike(source));
    // Most facts are told by whoever told them before, and nobody else needs to be looked for.
    if !is_confirmed(new_fact) && speakers(new_fact).all(told_it) {
        return None;
    }
    let now = sources(new_fact, new_brief);
    if now.iter().all(|source| told_it(source)) {
        return None;
    }
    let before = named(old_fact, old_brief);
    let known = |source: &Source| before.iter().any(|old| old.reads_alike(source));
    if now.iter().all(|source| known(source))
        || !now.iter().any(|source| speaker.reads_alike(source))
        || !Statement::of_fact(new_fact).repeats(Statement::of_fact(old_fact))
    {
        return None;
    }
    let origins = known_origins.of(old_brief, new_brief);
    let added = now.into_iter().find(|source| before.iter().all(|old| !origins.are_one(old, source)))?;
    Some(How::NewOrigin(NewSource(added)))
}

/// The speaker of a fact that another says on as before, where they share no origin and say the same.
pub(super) fn another_origin<'d>(
    old: (&'d Brief, &'d Fact),
    new: (&'d Brief, &'d Fact),
    known_origins: &mut KnownOrigins<'d>,
) -> Option<How<'d>> {
    let ((old_brief, old_fact), (new_brief, new_fact)) = (old, new);
    let speaker = &**new_fact.attribution.as_ref()?.said_by;
    let says_the_same = says_so(old_fact)
        && says_so(new_fact)
        && Statement::of_fact(new_fact).repeats(Statement::of_fact(old_fact));
    if !says_the_same {
        return None;
    }
    let origins = known_origins.of(old_brief, new_brief);
    let is_new = named(old_fact, old_brief).into_iter().all(|old| !origins.are_one(old, speaker));
    is_new.then_some(How::NewOrigin(NewSource(speaker)))
}

/// Whether the speaker of a fact shares an origin with somebody who says or carries another. Of unnamed people nobody knows that.
pub(super) fn of_one_origin<'d>(
    told: &Held<'d, Fact>,
    now: &Held<'d, Fact>,
    known_origins: &mut KnownOrigins<'d>,
) -> bool {
    let Some(attribution) = &now.part.attribution else { return false };
    let speaker = &**attribution.said_by;
    let origins = known_origins.of(told.brief, now.brief);
    let is_one = |old: &Source| !old.is_anonymous() && origins.are_certainly_one(old, speaker);
    !speaker.is_anonymous() && speakers(told.part).any(is_one)
}

/// Whether another party says what a party had said. Nobody says that this has been taken back, nor that the two are independent; of unnamed
/// people nobody knows that they are others, and who is of one origin is not another.
pub(super) fn is_said_by_another<'d>(
    told: &Held<'d, Fact>,
    now: &Held<'d, Fact>,
    known_origins: &mut KnownOrigins<'d>,
) -> bool {
    let (then, at) = (told.telling(), now.telling());
    says_so(told.part)
        && says_so(now.part)
        && !then.is_unnamed()
        && !at.is_unnamed()
        && !then.is_of_party(&at)
        && Statement::of_fact(now.part).repeats(Statement::of_fact(told.part))
        && !of_one_origin(told, now, known_origins)
}

/// Everybody whose word a fact is: speaker and carriers, and where it is rated as confirmed, whoever confirms it. Otherwise a link may
/// also lead to somebody who denies it, and a quote may say anything.
fn sources<'b>(fact: &'b Fact, brief: &'b Brief) -> Vec<&'b Source> {
    if is_confirmed(fact) { behind(fact, brief) } else { speakers(fact).collect() }
}

fn is_confirmed(fact: &Fact) -> bool {
    fact.credibility.as_ref().is_some_and(|it| it.value == Credibility::Confirmed)
}

/// Everybody who is named beside a fact, for or against it: none of them is new.
fn named<'b>(fact: &'b Fact, brief: &'b Brief) -> Vec<&'b Source> {
    let quoted = fact.quotes.iter().filter_map(|quote| quote.said_by.as_deref());
    behind(fact, brief).into_iter().chain(quoted.map(|source| &**source)).collect()
}

/// Two briefs, and which of their sources come from one place.
struct OfTwo<'o, 'd> {
    old: &'d Brief,
    new: &'d Brief,
    origins: &'o Origins<'d>,
}

impl OfTwo<'_, '_> {
    /// Whether both come from one place by what briefs say of them.
    fn are_certainly_one(&self, old: &Source, new: &Source) -> bool {
        self.origins.are_one([(self.old, old), (self.new, new)])
    }

    /// Whether a source of the old brief and one of the new come from one place, or may. Unnamed people may be anybody, unless a brief
    /// lists them beside the other.
    fn are_one(&self, old: &Source, new: &Source) -> bool {
        let may_be_anybody = |source: &Source| source.is_anonymous();
        self.are_certainly_one(old, new)
            || (may_be_anybody(old) || may_be_anybody(new)) && !lists(self.old, new) && !lists(self.new, old)
    }
}

/// Whether a brief lists a source of another brief.
fn lists(brief: &Brief, source: &Source) -> bool {
    brief.sources.iter().any(|it| it.id.value == source.id.value && it.reads_alike(source))
}

/// The origins of the pairs of briefs that have been asked for, so that each is looked through once.
#[derive(Default)]
pub(super) struct KnownOrigins<'d>(HashMap<(&'d Id, &'d Id), Origins<'d>, RandomState>);

impl<'d> KnownOrigins<'d> {
    fn of(&mut self, old: &'d Brief, new: &'d Brief) -> OfTwo<'_, 'd> {
        let origins = self.0.entry((&old.id, &new.id)).or_insert_with(|| Origins::of([old, new]));
        OfTwo { old, new, origins }
    }
}
