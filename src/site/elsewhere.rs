//! What other stories had said of the questions of a story.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::change::Edition;
use crate::desk::Index;
use crate::model::{Brief, CivilDate, Id, Matter, Question};

/// How many briefs of other stories are heard on a question between two that the story itself has on it, the last ones: a question that
/// the whole desk asks would cost each of its stories as much as all of them.
const MOST: usize = 64;

/// A walk through the days of a story, with what briefs of other stories say between them.
pub(super) struct Elsewhere<'i, 'd> {
    index: &'i Index<'d>,
    /// The last day on which the story took each question up.
    last: HashMap<&'d Id, CivilDate, RandomState>,
}

impl<'i, 'd> Elsewhere<'i, 'd> {
    pub(super) fn of(index: &'i Index<'d>) -> Self {
        Self { index, last: HashMap::default() }
    }

    /// Lets an edition know what other stories had said of the questions that these briefs take up, which are those of the story's next
    /// day.
    pub(super) fn hear(&mut self, day: &[&'d Brief], earlier: &mut Edition<'d>) {
        for brief in day {
            for question in &brief.open_questions {
                self.hear_of(question, brief, earlier);
            }
        }
    }

    fn hear_of(&mut self, question: &'d Question, brief: &Brief, earlier: &mut Edition<'d>) {
        let (id, day) = (&question.id.value, brief.date.value);
        let last = self.last.insert(id, day);
        let Some(thread) = self.index.questions.get(id).filter(|_| last != Some(day)) else { return };
        let own = Matter::of(brief);
        // What the story itself said on its last day is known.
        let others = thread.between(last, day).filter(|it| Matter::of(it.brief) != own);
        let heard: Vec<_> = others.rev().take(MOST).collect();
        heard.into_iter().rev().for_each(|it| earlier.hear(it.brief, it.question));
    }
}
