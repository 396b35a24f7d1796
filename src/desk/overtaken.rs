//! Facts that a later brief of their story attests otherwise: what was claimed one day may be disputed the next.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::model::{Brief, Fact, Id};

/// A fact, and the latest word of its story on it.
#[derive(Debug, Clone, Copy)]
pub struct Later<'d> {
    /// The fact, as an earlier brief has it.
    pub fact: &'d Fact,
    /// The latest brief of the story that has it too.
    pub brief: &'d Brief,
    /// The fact in that brief, with another status.
    pub now: &'d Fact,
}

/// The facts of a desk that are overtaken, by their brief.
#[derive(Debug, Default)]
pub struct Overtaken<'d>(HashMap<&'d Id, Vec<Later<'d>>, RandomState>);

impl<'d> Overtaken<'d> {
    /// Those of some stories, each given by its briefs from the earliest to the latest.
    #[must_use]
    pub fn of<'s>(stories: impl IntoIterator<Item = &'s [&'d Brief]>) -> Self
    where
        'd: 's,
    {
        let mut overtaken = Self::default();
        stories.into_iter().for_each(|briefs| overtaken.story(briefs));
        overtaken
    }

    fn story(&mut self, briefs: &[&'d Brief]) {
        let mut latest: HashMap<_, (&'d Brief, &'d Fact), RandomState> = HashMap::default();
        for brief in briefs.iter().rev() {
            let mut later = Vec::new();
            for fact in &brief.key_facts {
                let (by, now) = *latest.entry(&fact.id.value).or_insert((brief, fact));
                // Of two briefs of one day none is the later.
                if by.date.value > brief.date.value && now.status.value != fact.status.value {
                    later.push(Later { fact, brief: by, now });
                }
            }
            if !later.is_empty() {
                self.0.insert(&brief.id, later);
            }
        }
    }

    /// The facts of a brief that are overtaken.
    #[must_use]
    pub fn of_brief(&self, brief: &Brief) -> &[Later<'d>] {
        self.0.get(&brief.id).map_or(&[], Vec::as_slice)
    }
}
