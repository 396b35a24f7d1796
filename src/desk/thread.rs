//! A question that lives on: the same id in successive briefs.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::model::{Brief, CivilDate, Fact, FuzzyDate, Id, Position, Question, QuestionStatus};

/// A question as it stands in one brief.
#[derive(Debug, Clone, Copy)]
pub struct Occurrence<'d> {
    /// The brief.
    pub brief: &'d Brief,
    /// The question in it.
    pub question: &'d Question,
}

/// A question through all the briefs that take it up.
#[derive(Debug)]
pub struct Thread<'d> {
    /// Where it first stood.
    first: Occurrence<'d>,
    /// Where it stood after that, from the earliest brief to the latest.
    later: Vec<Occurrence<'d>>,
    /// When it moved last: asked for on many pages, and found out once.
    last_move: OnceLock<CivilDate>,
}

/// What moved a question, in one brief.
#[derive(Debug)]
pub struct Move<'d> {
    /// The brief that told of it.
    pub at: Occurrence<'d>,
    /// Where the question stood before; absent is not known yet.
    pub before: Option<QuestionStatus>,
    /// The positions that no earlier brief had.
    pub positions: Vec<&'d Position>,
}

impl Move<'_> {
    /// Whether the question stands elsewhere than before.
    #[must_use]
    pub fn changed_status(&self) -> bool {
        self.before != Some(self.at.question.status.value)
    }
}

impl<'d> Thread<'d> {
    pub(super) fn new(first: Occurrence<'d>) -> Self {
        Self { first, later: Vec::new(), last_move: OnceLock::new() }
    }

    pub(super) fn push(&mut self, occurrence: Occurrence<'d>) {
        self.later.push(occurrence);
    }

    /// The question's id.
    #[must_use]
    pub fn id(&self) -> &'d Id {
        &self.first.question.id.value
    }

    /// Every brief that takes it up, from the earliest to the latest.
    #[must_use]
    pub fn occurrences(&self) -> impl DoubleEndedIterator<Item = Occurrence<'d>> + '_ {
        std::iter::once(self.first).chain(self.later.iter().copied())
    }

    /// How it stands now.
    #[must_use]
    pub fn latest(&self) -> Occurrence<'d> {
        self.later.last().copied().unwrap_or(self.first)
    }

    /// The question as it was known at the end of a day; nothing where no brief had taken it up by then.
    #[must_use]
    pub fn until(&self, day: CivilDate) -> Option<Self> {
        let mut known = self.occurrences().filter(|it| it.brief.date.value <= day);
        Some(Self { first: known.next()?, later: known.collect(), last_move: OnceLock::new() })
    }

    /// Whether it still waits for an answer.
    #[must_use]
    pub fn is_unsettled(&self) -> bool {
        self.latest().question.is_unsettled()
    }

    /// Since when it is open: the earliest day that a brief gives, or the day of the first brief.
    #[must_use]
    pub fn opened(&self) -> CivilDate {
        let given = self.occurrences().filter_map(|it| it.question.opened.as_ref()).map(|day| day.value);
        given.chain([self.first.brief.date.value]).min().unwrap_or(self.first.brief.date.value)
    }

    /// The fact that answers it, in the brief that says so.
    #[must_use]
    pub fn answer(&self) -> Option<(&'d Brief, &'d Fact)> {
        let Occurrence { brief, question } = self.latest();
        brief.fact(&question.answered_by.as_ref()?.value).map(|fact| (brief, fact))
    }

    /// What moved it, from the first brief on: another status, or positions that were not known.
    #[must_use]
    pub fn moves(&self) -> Vec<Move<'d>> {
        let mut known = Known::default();
        let mut status = None;
        let mut found = Vec::new();
        for at in self.occurrences() {
            let new = |position: &&'d Position| known.insert(key(position));
            let positions: Vec<_> = at.question.positions.iter().filter(new).collect();
            let moved = Move { at, before: status.replace(at.question.status.value), positions };
            if moved.changed_status() || !moved.positions.is_empty() {
                found.push(moved);
            }
        }
        found
    }

    /// The day of the last move, or of the last position, if that is later.
    #[must_use]
    pub fn last_move(&self) -> CivilDate {
        *self.last_move.get_or_init(|| self.find_last_move())
    }

    fn find_last_move(&self) -> CivilDate {
        let mut last = self.first.brief.date.value;
        for moved in self.moves() {
            last = last.max(moved.at.brief.date.value);
        }
        let positions = self.occurrences().flat_map(|it| &it.question.positions);
        positions.filter_map(|position| position.attribution.on.as_ref()?.exact()).fold(last, CivilDate::max)
    }
}

/// The positions that earlier briefs had.
type Known<'d> = HashSet<(&'d Id, Option<&'d FuzzyDate>), foldhash::fast::RandomState>;

/// What makes a position the same in two briefs: its name, and when it was taken.
#[must_use]
pub fn key(position: &Position) -> (&Id, Option<&FuzzyDate>) {
    (&position.id, position.attribution.on.as_ref().map(|on| &on.value))
}
