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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Status;
    use crate::validate::sample;

    fn brief(day: u32, status: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: gate\n\
             sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
             key_facts: [{{id: gate, text: The gate is open., status: {status}, said_by: port}}]\n"
        ));
        Brief { id: Id::parse(&format!("day-{day}-{status}")).unwrap(), ..brief }
    }

    #[test]
    fn a_fact_is_overtaken_on_a_later_day_alone() {
        let briefs = [brief(1, "claimed"), brief(1, "stated"), brief(2, "stated"), brief(2, "denied")];
        let story: Vec<&Brief> = briefs.iter().collect();
        let overtaken = Overtaken::of([story.as_slice()]);
        let later = |brief| overtaken.of_brief(brief).first().map(|later| later.now.status.value);
        let denied = Some(Status::Denied);
        assert_eq!([later(&briefs[0]), later(&briefs[1])], [denied, denied]);
        assert_eq!([later(&briefs[2]), later(&briefs[3])], [None, None]);
    }
}
