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
    /// When it had moved last, as of each of these briefs: asked for on many pages, and found out once.
    last_moves: OnceLock<Vec<CivilDate>>,
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

    /// Whether there is anything in it.
    fn is_any(&self) -> bool {
        self.changed_status() || !self.positions.is_empty()
    }
}

impl<'d> Thread<'d> {
    pub(super) fn new(first: Occurrence<'d>) -> Self {
        Self { first, later: Vec::new(), last_moves: OnceLock::new() }
    }

    /// Takes up the next brief, which is not earlier than those before.
    pub(super) fn push(&mut self, occurrence: Occurrence<'d>) {
        self.last_moves.take();
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
        let mut known = self.occurrences().take_while(|it| it.brief.date.value <= day);
        let (first, later) = (known.next()?, known.collect::<Vec<_>>());
        let last_moves = self.last_moves().iter().take(later.len() + 1).copied().collect::<Vec<_>>();
        Some(Self { first, later, last_moves: last_moves.into() })
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
        let moves = self.occurrences().map(|at| known.step(at));
        moves.filter(Move::is_any).collect()
    }

    /// The day of the last move, or of the last position, if that is later.
    #[must_use]
    pub fn last_move(&self) -> CivilDate {
        self.last_moves().last().copied().unwrap_or(self.first.brief.date.value)
    }

    fn last_moves(&self) -> &[CivilDate] {
        self.last_moves.get_or_init(|| {
            let mut known = Known::default();
            let mut last = self.first.brief.date.value;
            let last_move = |at: Occurrence<'d>| {
                let told = known.step(at).is_any().then_some(at.brief.date.value);
                let positions = at.question.positions.iter();
                let said = positions.filter_map(|position| position.attribution.on.as_ref()?.exact());
                last = said.chain(told).fold(last, CivilDate::max);
                last
            };
            self.occurrences().map(last_move).collect()
        })
    }
}

/// What is known of a question from the briefs so far.
#[derive(Default)]
struct Known<'d> {
    status: Option<QuestionStatus>,
    positions: HashSet<(&'d Id, Option<&'d FuzzyDate>), foldhash::fast::RandomState>,
}

impl<'d> Known<'d> {
    /// Takes up the next brief: what it moves, if anything.
    fn step(&mut self, at: Occurrence<'d>) -> Move<'d> {
        let new = |position: &&'d Position| self.positions.insert(key(position));
        let positions = at.question.positions.iter().filter(new).collect();
        Move { at, before: self.status.replace(at.question.status.value), positions }
    }
}

/// What makes a position the same in two briefs: its name, and when it was taken.
#[must_use]
pub fn key(position: &Position) -> (&Id, Option<&FuzzyDate>) {
    (&position.id, position.attribution.on.as_ref().map(|on| &on.value))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::desk::{Desk, index::threads};
    use crate::model::Brief;
    use crate::source::SourceFile;
    use crate::validate::{Inherited, validate};

    fn brief(day: u32, positions: &str) -> Brief {
        let text = format!(
            "schema: 1\ntitle: Day {day}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{{id: yard, name: Yard of Oro, kind: outlet, descriptor: Invented}}]\n\
             open_questions: [{{id: cause, question: Why?, status: open, positions: [{positions}]}}]\n"
        );
        let file = SourceFile::new(Path::new("brief.yaml"), text);
        validate(&file, &Inherited::default()).brief.unwrap()
    }

    #[test]
    fn what_was_known_on_a_day_is_what_the_briefs_up_to_it_say() {
        let early = "{said_by: yard, stance: denies, says: No., on: 2025-03-01}";
        let late = "{said_by: yard, stance: asserts, says: Yes., on: 2025-03-04}";
        let said = ["", early, early, &format!("{early}, {late}"), late];
        let briefs: Vec<_> = (1..).zip(said).map(|(day, positions)| brief(day, positions)).collect();
        let all = Desk { briefs: briefs.iter().rev().cloned().collect(), ..Desk::default() };
        let mut last_moves = Vec::new();
        for known in 1..=briefs.len() {
            let desk = Desk { briefs: briefs.iter().take(known).rev().cloned().collect(), ..Desk::default() };
            let day = desk.briefs.first().unwrap().date.value;
            let of = |desk| threads(desk).into_values().next().unwrap();
            assert_eq!(of(&all).until(day).unwrap().last_move(), of(&desk).last_move(), "{day}");
            last_moves.push(of(&desk).last_move().to_string());
        }
        assert_eq!(last_moves, ["2025-03-01", "2025-03-02", "2025-03-02", "2025-03-04", "2025-03-04"]);
    }
}
