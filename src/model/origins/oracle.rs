//! The counting of origins once more, written from the rule alone: every pair is looked at, then every pair of pairs.

use crate::model::brief::attributions;
use crate::model::{Brief, Id, Source};

/// The sources of some briefs, and of every two whether they are one origin.
pub(crate) struct Oracle<'b> {
    sources: Vec<(&'b Brief, &'b Source)>,
    are_one: Vec<Vec<bool>>,
}

impl<'b> Oracle<'b> {
    pub(crate) fn of(briefs: &[&'b Brief]) -> Self {
        let sources: Vec<_> =
            briefs.iter().flat_map(|brief| brief.sources.iter().map(move |it| (*brief, &**it))).collect();
        let row = |one: &(&Brief, &Source)| sources.iter().map(|other| are_one(*one, *other)).collect();
        let mut are_one: Vec<Vec<bool>> = sources.iter().map(row).collect();
        for between in 0..sources.len() {
            for one in 0..sources.len() {
                for other in 0..sources.len() {
                    are_one[one][other] |= are_one[one][between] && are_one[between][other];
                }
            }
        }
        Self { sources, are_one }
    }

    /// How many origins there are among those sources that are counted: those with a name, and of those without as many as the brief has
    /// that has most.
    pub(crate) fn count(&self, counts: impl Fn(&Brief, &Source) -> bool) -> usize {
        let counted: Vec<_> =
            (0..self.sources.len()).filter(|it| counts(self.sources[*it].0, self.sources[*it].1)).collect();
        let is_named = |place: &usize| {
            counted.iter().any(|it| self.are_one[*place][*it] && !self.sources[*it].1.is_anonymous())
        };
        let groups = |places: &[usize]| {
            let is_first = |(at, place): &(usize, &usize)| {
                !places.iter().take(*at).any(|before| self.are_one[**place][*before])
            };
            places.iter().enumerate().filter(is_first).count()
        };
        let (named, unnamed): (Vec<_>, Vec<_>) = counted.iter().copied().partition(is_named);
        let of_brief = |place: &usize| {
            let id = &self.sources[*place].0.id;
            let of_brief: Vec<_> =
                unnamed.iter().copied().filter(|it| self.sources[*it].0.id == *id).collect();
            groups(&of_brief)
        };
        groups(&named) + unnamed.iter().map(of_brief).max().unwrap_or_default()
    }
}

fn are_one((in_one, one): (&Brief, &Source), (in_other, other): (&Brief, &Source)) -> bool {
    let is_one_brief = in_one.id == in_other.id;
    if is_one_brief && one.id.value == other.id.value {
        return true;
    }
    let is_one_matter = match (&in_one.story, &in_other.story) {
        (Some(one), Some(other)) => one.value == other.value,
        _ => is_one_brief,
    };
    let has_one_id = one.id.value == other.id.value
        && match (one.is_anonymous(), other.is_anonymous()) {
            (false, false) => true,
            (true, true) => is_one_matter,
            _ => false,
        };
    let carries = |carrier: &Source, speaker: &Source| {
        attributions(in_one).any(|it| {
            it.said_by.id.value == speaker.id.value
                && it.via.iter().any(|via| via.id.value == carrier.id.value)
        })
    };
    has_one_id
        || names(in_one, one).iter().any(|name| names(in_other, other).contains(name))
        || is_origin(in_one, one, other, is_one_matter)
        || is_origin(in_other, other, one, is_one_matter)
        || declare_one((in_one, one), (in_other, other), is_one_matter)
        || is_one_brief && (carries(one, other) || carries(other, one))
}

/// What a source is called, in small letters: its own name, if it has one, and those of the entity that it is.
fn names(brief: &Brief, source: &Source) -> Vec<String> {
    let entity =
        brief.entities.iter().find(|it| source.entity.as_ref().is_some_and(|id| id.value == it.id.value));
    let mut names: Vec<_> =
        entity.iter().flat_map(|it| it.every_name()).map(|name| name.as_str().to_lowercase()).collect();
    if !source.is_anonymous() {
        names.push(source.name.value.as_str().to_lowercase());
    }
    names
}

/// Whether a brief means people without names by an id.
fn means_unnamed(brief: &Brief, id: &Id) -> bool {
    brief.sources.iter().any(|it| it.is_anonymous() && it.id.value == *id)
}

/// Whether a source says that another is its origin.
fn is_origin(brief: &Brief, source: &Source, other: &Source, is_one_matter: bool) -> bool {
    source.origin.as_ref().is_some_and(|origin| {
        let may_be_meant =
            if other.is_anonymous() { is_one_matter } else { !means_unnamed(brief, &origin.value) };
        origin.value == other.id.value && may_be_meant
    })
}

/// Whether both say that they come from the same. What is people without names to either is so in one story alone.
fn declare_one(
    (in_one, one): (&Brief, &Source),
    (in_other, other): (&Brief, &Source),
    is_one_matter: bool,
) -> bool {
    one.origin.as_ref().zip(other.origin.as_ref()).is_some_and(|(a, b)| {
        let is_unnamed = means_unnamed(in_one, &a.value) || means_unnamed(in_other, &b.value);
        a.value == b.value && (is_one_matter || !is_unnamed)
    })
}
