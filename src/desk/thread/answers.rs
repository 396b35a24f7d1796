//! The facts that answer questions, and the briefs that have a word on them.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::{Occurrence, Thread};
use crate::model::{Brief, Id};

/// The places of the questions that a fact answers, or has answered once, by its story and its id.
#[derive(Debug, Default)]
pub(super) struct Answers<'d>(HashMap<&'d Id, Facts<'d>, RandomState>);

type Facts<'d> = HashMap<&'d Id, Vec<usize>, RandomState>;

impl<'d> Answers<'d> {
    /// Those of some questions. A fact of a brief without a story is nobody else's.
    pub(super) fn of(threads: &[Thread<'d>]) -> Self {
        let mut answers = Self::default();
        for (place, thread) in threads.iter().enumerate() {
            for Occurrence { brief, question } in thread.occurrences() {
                let (Some(story), Some(fact)) = (&brief.story, &question.answered_by) else { continue };
                let places = answers.0.entry(&story.value).or_default().entry(&fact.value).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        answers
    }

    /// The questions whose answers a brief has a word on: a question comes as often as the brief has one on its answers.
    pub(super) fn told_by<'a, 'b: 'a>(
        &'a self,
        brief: &'b Brief,
    ) -> impl Iterator<Item = (&'b Brief, usize)> + 'a {
        let of_story = brief.story.as_ref().and_then(|story| self.0.get(&story.value));
        let places = of_story
            .into_iter()
            .flat_map(|facts| brief.key_facts.iter().filter_map(|fact| facts.get(&fact.id.value)).flatten());
        places.map(move |place| (brief, *place))
    }
}
