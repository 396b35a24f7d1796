//! What readers under a ceiling see of a desk.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::ceiling;
use crate::desk::thread::Occurrence;
use crate::model::{Brief, Id, Marking, Question};

/// Whoever reads under a ceiling.
pub(super) struct Readers<'d> {
    ceiling: Marking,
    /// What they see of the briefs that were asked for, and are not whole.
    shown: HashMap<&'d Id, Option<Brief>, RandomState>,
}

impl<'d> Readers<'d> {
    pub(super) fn new(ceiling: Marking) -> Self {
        Self { ceiling, shown: HashMap::default() }
    }

    /// Whether they see all of a brief.
    pub(super) fn see_all(&self, brief: &Brief) -> bool {
        brief.banner() <= self.ceiling
    }

    /// What they see of a brief.
    pub(super) fn see(&mut self, brief: &'d Brief) -> Option<&Brief> {
        if self.see_all(brief) {
            return Some(brief);
        }
        let ceiling = self.ceiling;
        self.shown.entry(&brief.id).or_insert_with(|| ceiling::shown(brief, ceiling)).as_ref()
    }

    /// What they see of a question in a brief.
    pub(super) fn see_question(&mut self, at: Occurrence<'d>) -> Option<&Question> {
        let id = &at.question.id.value;
        self.see(at.brief)?.open_questions.iter().find(|it| it.id.value == *id)
    }
}
