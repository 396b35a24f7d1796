//! What moves a question, brief by brief.

use super::Occurrence;
use crate::few::Few;
use crate::model::party::Known;
use crate::model::{Brief, CivilDate, FuzzyDate, Id, Position, Stance};

/// What moved a question, in one brief.
#[derive(Debug)]
pub struct Move<'d> {
    /// The brief that told of it.
    pub at: Occurrence<'d>,
    /// Where the question stood before that day; absent is not known yet.
    pub before: Option<Occurrence<'d>>,
    /// Whether the question stands so at the end of that day: of two briefs of one day the one that settles less.
    pub stands: bool,
    /// Whether it has the answer that the question has at the end of that day, attested alike.
    has_answer_of_day: bool,
    /// Whether a brief had taken it up before.
    is_later: bool,
    /// The positions that no earlier brief had.
    pub positions: Vec<&'d Position>,
    /// The day on which it was opened, where that is another than was known, with what was; absent is not known by then.
    pub opened: Option<(Option<CivilDate>, CivilDate)>,
}

impl Move<'_> {
    /// Whether the question stands elsewhere than before.
    #[must_use]
    pub fn changed_status(&self) -> bool {
        let status = |at: Occurrence<'_>| at.question.status.value;
        self.stands && self.before.map(status) != Some(status(self.at))
    }

    /// Whether it has an answer that it had not before. Of two briefs of one day that answer it otherwise each has.
    #[must_use]
    pub fn is_answered_anew(&self) -> bool {
        (self.stands || !self.has_answer_of_day)
            && self.at.answer().is_some()
            && !self.before.is_some_and(|before| before.stands_as(self.at))
    }

    /// Whether it says otherwise than a brief before when the question was opened.
    #[must_use]
    pub fn puts_opening_right(&self) -> bool {
        self.opened.is_some() && self.is_later
    }

    /// Whether there is anything in it that moves the question.
    pub(super) fn is_any(&self) -> bool {
        self.changed_status() || self.is_answered_anew() || !self.positions.is_empty()
    }
}

/// What the briefs so far have told of a question.
#[derive(Default)]
pub(super) struct Told<'d> {
    before: Option<Occurrence<'d>>,
    positions: Few<Key<'d>, ()>,
    /// The day of the first brief.
    first: Option<CivilDate>,
    opened: Option<CivilDate>,
}

impl<'d> Told<'d> {
    /// Takes up the next brief: what it moves, if anything, where the question stands as in another at the end of the day, or in itself.
    pub(super) fn step(&mut self, at: Occurrence<'d>, of_day: Occurrence<'d>) -> Move<'d> {
        let stands = std::ptr::eq(at.question, of_day.question);
        let new = |position: &&'d Position| self.positions.insert(key(at.brief, position));
        let positions = at.question.positions.iter().filter(new).collect();
        let before = if stands { self.before.replace(at) } else { self.before };
        let is_later = self.first.is_some();
        let opened = self.open(at);
        Move { at, before, stands, has_answer_of_day: at.is_answered_as(of_day), positions, opened, is_later }
    }

    /// Takes up when the question was opened, where a brief says that otherwise. It was asked by the day of the first brief.
    fn open(&mut self, at: Occurrence<'d>) -> Option<(Option<CivilDate>, CivilDate)> {
        let first = *self.first.get_or_insert(at.brief.date.value);
        let given = at.question.opened.as_ref().map(|day| day.value).filter(|day| *day <= first)?;
        let known = self.opened.replace(given);
        (known != Some(given)).then_some((known, given))
    }
}

/// What makes a position the same in two briefs: its id, whose it is, where that party stands, and since when.
pub type Key<'d> = (&'d Id, Known<'d>, Stance, Option<&'d FuzzyDate>);

/// What makes a position of a brief the same in another. How it is worded does not: an analyst may well say the same better the next
/// day.
#[must_use]
pub fn key<'d>(brief: &'d Brief, position: &'d Position) -> Key<'d> {
    let on = position.attribution.on.as_ref().map(|on| &on.value);
    (&position.id, Known::of(brief, &position.attribution.said_by), position.stance.value, on)
}

#[cfg(test)]
mod tests {
    use crate::desk::Desk;
    use crate::desk::thread::Threads;
    use crate::model::{Brief, CivilDate, Id, Words as _};
    use crate::validate::sample;

    #[test]
    fn of_two_briefs_of_one_day_the_question_stands_as_in_the_one_that_settles_less() {
        let brief = |id: &str, day: u32, status: &str, text: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: outlet, descriptor: Invented}}]\n\
                 key_facts: [{{id: rust, text: {text}, status: observed, said_by: yard}}]\n\
                 open_questions: [{{id: cause, question: Why?, status: {status}}}]\n"
            ));
            Brief { id: Id::parse(id).unwrap(), ..brief }
        };
        let answered = "answered, answered_by: rust";
        for names in [["a", "b"], ["b", "a"]] {
            let [one, other] = names;
            let mut briefs = vec![
                brief("0", 1, "open", "Rust."),
                brief(one, 2, answered, "Rust."),
                brief(other, 2, "narrowed", "Rust."),
                brief("d", 3, answered, "Rust."),
                brief("e", 4, answered, "Salt."),
                brief("f", 5, "moot", "Salt."),
            ];
            briefs.sort_by(|a, b| (b.date.value, &a.id).cmp(&(a.date.value, &b.id)));
            let desk = Desk { briefs, ..Desk::default() };
            let threads = Threads::of(&desk);
            let thread = threads.iter().next().unwrap();
            let days = ["2025-03-02", "2025-03-03", "2025-03-04", "2025-03-05"];
            let settled = days.map(|day| {
                let until = thread.until(CivilDate::parse(day).unwrap()).unwrap();
                (
                    until.latest().question.status.value.word(),
                    until.settled().map(|since| since.day().to_string()),
                )
            });
            let on = |day: &str| Some(day.to_owned());
            // Another answer has another day, and so has what is moot since.
            assert_eq!(
                settled,
                [
                    ("narrowed", None),
                    ("answered", on("2025-03-03")),
                    ("answered", on("2025-03-04")),
                    ("moot", on("2025-03-05"))
                ]
            );
            let moves: Vec<_> = thread.moves().iter().map(|it| it.at.brief.id.as_str().to_owned()).collect();
            // Both of the second day are told, first the one that settles more.
            assert_eq!(moves, ["0", one, other, "d", "e", "f"]);
        }
    }
}
