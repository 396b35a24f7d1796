//! Every question of a desk.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::RandomState;

use super::answers::Answers;
use super::{Occurrence, Thread};
use crate::desk::Desk;
use crate::model::{Brief, Id};

/// Every question of a desk, by id. They are looked up by hash: many pages ask for a few of very many.
#[derive(Debug)]
pub struct Threads<'d> {
    /// In the order of their ids.
    all: Vec<Thread<'d>>,
    places: HashMap<&'d Id, usize, RandomState>,
    answers: Answers<'d>,
}

impl<'d> Threads<'d> {
    /// The questions of a desk.
    #[must_use]
    pub fn of(desk: &'d Desk) -> Self {
        let (mut threads, mut places) = (Vec::<Thread<'d>>::new(), HashMap::<_, _, RandomState>::default());
        for brief in desk.chronological() {
            for question in &brief.open_questions {
                let occurrence = Occurrence { brief, question };
                let place = *places.entry(&question.id.value).or_insert(threads.len());
                match threads.get_mut(place) {
                    Some(thread) => thread.push(occurrence),
                    None => threads.push(Thread::new(occurrence)),
                }
            }
        }
        threads.iter_mut().for_each(Thread::settle);
        // They came in the order of their first briefs.
        threads.sort_unstable_by_key(Thread::id);
        threads.shrink_to_fit();
        places.extend(threads.iter().map(Thread::id).zip(0..));
        let answers = Answers::of(&threads);
        for (brief, place) in desk.chronological().into_iter().flat_map(|brief| answers.told_by(brief)) {
            if let Some(thread) = threads.get_mut(place) {
                thread.hear(brief);
            }
        }
        Self { all: threads, places, answers }
    }

    /// The question with this id.
    #[must_use]
    pub fn get(&self, id: &Id) -> Option<&Thread<'d>> {
        self.all.get(*self.places.get(id)?)
    }

    /// Those that some briefs take up, by id, each once.
    #[must_use]
    pub fn of_briefs<'b>(&self, briefs: impl IntoIterator<Item = &'b Brief>) -> Vec<&Thread<'d>> {
        let questions = briefs.into_iter().flat_map(|brief| &brief.open_questions);
        let places = questions.filter_map(|question| self.places.get(&question.id.value).copied());
        // Their places are in the order of their ids.
        let mut places: Vec<_> = places.collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| self.all.get(place)).collect()
    }

    /// Those whose answers these briefs have a word on, each once. The briefs need not take them up.
    pub(in crate::desk) fn answered_by<'t, 'b: 't>(
        &'t self,
        briefs: impl IntoIterator<Item = &'b Brief> + 't,
    ) -> impl Iterator<Item = &'t Thread<'d>> {
        let places: BTreeSet<_> = briefs
            .into_iter()
            .flat_map(|brief| self.answers.told_by(brief))
            .map(|(_, place)| place)
            .collect();
        places.into_iter().filter_map(|place| self.all.get(place))
    }

    /// Every question, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Thread<'d>> {
        self.all.iter()
    }
}
