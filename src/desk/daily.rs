//! The briefs of a day, or of several, in the order in which a reader should meet them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::index::Rest;
use super::thread::Thread;
use super::{Desk, Index};
use crate::model::{Brief, CivilDate, Correction, Edition, Id, Marking, Prose, Weight};
use crate::span::Spanned;

/// What a daily brief is made of.
#[derive(Debug)]
pub struct Daily<'d> {
    /// The first day.
    pub from: CivilDate,
    /// The last day; the same where it is of one.
    pub to: CivilDate,
    /// The editor's hand, where the brief is of one day that has an edition.
    pub edition: Option<&'d Edition>,
    /// The briefs: pinned ones, then those that the editor put in order, then by weight, then by id.
    pub briefs: Vec<&'d Brief>,
    /// How many briefs the editor left out.
    pub left_out: usize,
}

/// What puts a brief where it stands among those of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// The editor, who has named it.
    Named,
    /// Its weight.
    Weight(Weight),
}

impl<'d> Daily<'d> {
    /// The briefs of these days, both included.
    #[must_use]
    pub fn new(desk: &'d Desk, index: &Index<'d>, from: CivilDate, to: CivilDate) -> Self {
        let edition = desk.editions.get(&from).filter(|_| from == to);
        let of_days = if from <= to { index.days.range(from..=to) } else { index.days.range(to..to) };
        let all: Vec<_> = of_days.flat_map(|(_, briefs)| briefs.iter().copied()).collect();
        let left_out: BTreeSet<_> =
            edition.iter().flat_map(|edition| &edition.leave_out).map(|id| &id.value).collect();
        let mut briefs: Vec<_> = all.iter().copied().filter(|brief| !left_out.contains(&brief.id)).collect();
        let place = places(edition);
        briefs.sort_by_key(|brief| {
            let place = place.get(&brief.id).copied().unwrap_or(usize::MAX);
            (place, brief.weight, Reverse(brief.date.value), &brief.id)
        });
        Self { from, to, edition, left_out: all.len() - briefs.len(), briefs }
    }

    /// Whether the editor put a brief first.
    #[must_use]
    pub fn is_pinned(&self, brief: &Brief) -> bool {
        self.edition.is_some_and(|edition| edition.pin.iter().any(|id| id.value == brief.id))
    }

    /// The editor's note, and how it is marked.
    #[must_use]
    pub fn note(&self) -> Option<&'d (Spanned<Prose>, Marking)> {
        self.edition?.note.as_ref()
    }

    /// What puts a brief where it stands.
    #[must_use]
    pub fn rank(&self, brief: &Brief) -> Rank {
        let is_named =
            self.edition.is_some_and(|it| it.pin.iter().chain(&it.order).any(|id| id.value == brief.id));
        if is_named { Rank::Named } else { Rank::Weight(brief.weight) }
    }

    /// The highest weight of some briefs.
    #[must_use]
    pub fn weight(briefs: &[&Brief]) -> Weight {
        briefs.iter().map(|brief| brief.weight).min().unwrap_or(Weight::Normal)
    }

    /// What was put right since the last day with briefs before, in whichever brief: of the days between there is no daily brief that
    /// would tell of it.
    #[must_use]
    pub fn corrections(&self, index: &Index<'d>) -> Vec<(&'d Correction, &'d Brief)> {
        if self.from > self.to {
            return Vec::new();
        }
        let before = index.days.range(..self.from).next_back();
        let since = before.map_or(Bound::Unbounded, |(day, _)| Bound::Excluded(*day));
        let days = index.corrections.range((since, Bound::Included(self.to)));
        days.flat_map(|(_, corrections)| corrections.iter().copied()).collect()
    }

    /// The questions that its briefs take up or whose answers they attest otherwise, as they were known at its end, by id. What a brief
    /// says that was left out is no part of it.
    #[must_use]
    pub fn questions(&self, index: &Index<'d>) -> Vec<Thread<'d>> {
        let known = |thread: &Thread<'d>| {
            let known = thread.until(self.to)?;
            if self.left_out == 0 { Some(known) } else { known.without(|brief| self.leaves_out(brief)) }
        };
        let asked = index.questions.of_briefs(self.briefs.iter().copied());
        let answered = index.questions.answered_by(self.briefs.iter().copied());
        let overtaken = answered
            .filter(|thread| !is_among(thread, &asked))
            .filter_map(known)
            .filter(|thread| thread.is_overtaken_in(&self.briefs));
        let mut questions: Vec<_> = asked.iter().copied().filter_map(known).chain(overtaken).collect();
        questions.sort_unstable_by_key(Thread::id);
        self.as_shown(questions, index)
    }

    /// Questions as readers of the daily briefs of single days know them. Of several days none of the briefs is left out.
    fn as_shown(&self, questions: Vec<Thread<'d>>, index: &Index<'d>) -> Vec<Thread<'d>> {
        if self.from < self.to {
            return questions;
        }
        let shown = |thread: Thread<'d>| thread.reopened_to_readers(|brief| index.leaves_out(brief));
        questions.into_iter().map(shown).collect()
    }

    /// How many questions were open at its end besides these, which it takes up and carries over. Of those that a brief takes up which was
    /// left out, and that it does not carry over, it says nothing, so they are not counted.
    #[must_use]
    pub fn more_open(
        &self,
        index: &Index<'d>,
        taken_up: &[Thread<'d>],
        carried_over: &[Thread<'d>],
    ) -> usize {
        let open = index.open.range(..=self.to).next_back().map_or(0, |(_, open)| *open);
        let told = if self.left_out == 0 {
            taken_up.iter().filter(|thread| thread.is_unsettled()).count() + carried_over.len()
        } else {
            // A question that is settled here may be open in a brief that was left out.
            let left_out = self.of_left_out(index).into_iter().map(Thread::id);
            let ids: BTreeSet<_> =
                taken_up.iter().chain(carried_over).map(Thread::id).chain(left_out).collect();
            let known = ids.into_iter().filter_map(|id| index.questions.get(id)?.until(self.to));
            known.filter(Thread::is_unsettled).count()
        };
        open.saturating_sub(told)
    }

    /// The questions that the briefs take up which the editor left out.
    fn of_left_out<'i>(&self, index: &'i Index<'d>) -> Vec<&'i Thread<'d>> {
        if self.left_out == 0 {
            return Vec::new();
        }
        let of_day = index.days.get(&self.to).into_iter().flatten().copied();
        index.questions.of_briefs(of_day.filter(|brief| self.leaves_out(brief)))
    }

    /// Of these, those that were open before and still are, and that no other brief of the day takes up: they are told as they were.
    fn still_open(&self, index: &Index<'d>) -> Vec<Thread<'d>> {
        if self.left_out == 0 {
            return Vec::new();
        }
        let asked = index.questions.of_briefs(self.briefs.iter().copied());
        let untold = self.of_left_out(index).into_iter().filter(|thread| !is_among(thread, &asked));
        let open = untold.filter_map(|thread| thread.until(self.to)).filter(Thread::is_unsettled);
        let before = open.filter_map(|thread| thread.without(|brief| self.leaves_out(brief)));
        before.filter(Thread::is_unsettled).collect()
    }

    /// Whether the editor left a brief out.
    fn leaves_out(&self, brief: &Brief) -> bool {
        self.edition.is_some_and(|edition| edition.leave_out.iter().any(|id| id.value == brief.id))
    }

    /// Open questions of earlier days that none of its briefs takes up, those that were taken up last first; no more than `most`.
    #[must_use]
    pub fn carried_over(&self, index: &Index<'d>, most: usize) -> Vec<Thread<'d>> {
        let taken_up_later = |rest: &&Rest<'d>| rest.until.is_none_or(|day| day > self.to);
        let before = index.resting.range(..self.from).rev().take(DAYS_BACK);
        let resting = before.flat_map(|(_, resting)| resting).filter(taken_up_later);
        let resting = resting.filter_map(|rest| index.questions.get(rest.question)?.until(self.to));
        self.as_shown(self.still_open(index).into_iter().chain(resting).take(most).collect(), index)
    }
}

/// Whether a question is one of these, which are in the order of their ids.
fn is_among(thread: &Thread<'_>, threads: &[&Thread<'_>]) -> bool {
    threads.binary_search_by_key(&thread.id(), |it| it.id()).is_ok()
}

/// How many days with open questions are walked back. Whatever rests longer is counted, and stands in the register.
const DAYS_BACK: usize = 366;

/// The place that an edition gives each brief.
fn places(edition: Option<&Edition>) -> BTreeMap<&Id, usize> {
    let named = edition.into_iter().flat_map(|edition| edition.pin.iter().chain(&edition.order));
    named.enumerate().map(|(place, id)| (&id.value, place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Register;
    use crate::span::{Span, Spanned};
    use crate::validate::sample;

    fn brief(id: &str, day: u32, question: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             open_questions: [{{id: cause, question: {question}, status: open}}]\n"
        ));
        Brief { id: Id::parse(id).unwrap(), ..brief }
    }

    /// The desk with an edition of its last day that leaves a brief out.
    fn leaving_out(id: &str, mut desk: Desk) -> Desk {
        let date = desk.today().unwrap();
        let leave_out = vec![Spanned::new(Id::parse(id).unwrap(), Span::default())];
        let (path, pin, order) = ("day.yaml".into(), Vec::new(), Vec::new());
        desk.editions.insert(date, Edition { path, date, note: None, pin, order, leave_out });
        desk
    }

    #[test]
    fn a_brief_that_is_left_out_says_nothing_of_a_question() {
        let briefs =
            vec![brief("a", 2, "Shown?"), brief("b", 2, "Why is it left out?"), brief("c", 1, "Before?")];
        let desk = Desk { briefs, ..Desk::default() };
        let date = desk.today().unwrap();
        let register = Register::default();
        let asked = |desk: &Desk| {
            let index = Index::of(desk, &register);
            let questions = Daily::new(desk, &index, date, date).questions(&index);
            let told = questions.iter().map(|thread| {
                (thread.latest().question.question.value.to_string(), thread.occurrences().count())
            });
            told.collect::<Vec<_>>()
        };
        assert_eq!(asked(&desk), [("Why is it left out?".to_owned(), 3)]);
        assert_eq!(asked(&leaving_out("b", desk)), [("Shown?".to_owned(), 2)]);
    }

    #[test]
    fn no_question_is_counted_as_one_more_because_a_brief_is_left_out() {
        let brief = |id: &str, day: u32, asked: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: official, descriptor: Invented}}]\n\
                 key_facts: [{{id: rust, text: It was rust., status: stated, said_by: yard}}]\n\
                 open_questions: [{asked}]\n"
            ));
            Brief { id: Id::parse(id).unwrap(), ..brief }
        };
        let open = "{id: cause, question: Why?, status: open}";
        let answered = "{id: cause, question: Why?, status: answered, answered_by: rust}";
        let other = "{id: other, question: What else?, status: open}";
        // One day earlier there is a question that is carried over, and one that this day counts and does not list.
        let before = brief(
            "c",
            1,
            "{id: rest, question: How?, status: open}, {id: more, question: Who?, status: open}",
        );
        for (shown, left_out) in [(answered, open), (answered, other), (open, answered), (open, other)] {
            let briefs = vec![brief("a", 2, shown), brief("b", 2, left_out), before.clone()];
            let desk = leaving_out("b", Desk { briefs, ..Desk::default() });
            let date = desk.today().unwrap();
            let register = Register::default();
            let index = Index::of(&desk, &register);
            let daily = Daily::new(&desk, &index, date, date);
            let carried = daily.carried_over(&index, 1);
            let more = daily.more_open(&index, &daily.questions(&index), &carried);
            assert_eq!((carried.len(), more), (1, 1), "{shown}, {left_out}");
        }
    }

    #[test]
    fn a_question_stays_open_on_a_day_whose_brief_on_it_is_left_out() {
        let briefs = vec![brief("b", 2, "Again?"), brief("a", 1, "Why?")];
        let desk = leaving_out("b", Desk { briefs, ..Desk::default() });
        let date = desk.today().unwrap();
        let register = Register::default();
        let index = Index::of(&desk, &register);
        let daily = Daily::new(&desk, &index, date, date);
        let (questions, carried) = (daily.questions(&index), daily.carried_over(&index, 9));
        let told: Vec<_> =
            carried.iter().map(|it| (it.latest().question.question.value.as_str(), it.last_move())).collect();
        let day = CivilDate::parse("2025-03-01").unwrap();
        assert_eq!((questions.len(), told.as_slice()), (0, [("Why?", day)].as_slice()));
        assert_eq!(daily.more_open(&index, &questions, &carried), 0);
    }

    #[test]
    fn a_question_is_open_again_to_those_who_were_shown_that_it_was_settled() {
        let brief = |id: &str, day: u32, status: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 open_questions: [{{id: cause, question: Why?, status: {status}}}]\n"
            ));
            Brief { id: Id::parse(id).unwrap(), ..brief }
        };
        let desk = || {
            let briefs = vec![brief("d", 3, "open"), brief("b", 2, "moot"), brief("a", 1, "open")];
            let desk = Desk { briefs, ..Desk::default() };
            // A day after that, which carries the question over.
            let mut rest = brief("e", 4, "open");
            rest.open_questions.clear();
            Desk { briefs: std::iter::once(rest).chain(desk.briefs).collect(), ..Desk::default() }
        };
        let mut left_out = desk();
        let date = CivilDate::parse("2025-03-02").unwrap();
        let leave_out = vec![Spanned::new(Id::parse("b").unwrap(), Span::default())];
        let (path, pin, order) = ("day.yaml".into(), Vec::new(), Vec::new());
        left_out.editions.insert(date, Edition { path, date, note: None, pin, order, leave_out });
        let register = Register::default();
        for (desk, again) in [(desk(), true), (left_out, false)] {
            let index = Index::of(&desk, &register);
            let [taken_up, carried_over] = ["2025-03-03", "2025-03-04"].map(|day| {
                let day = CivilDate::parse(day).unwrap();
                Daily::new(&desk, &index, day, day)
            });
            let questions =
                taken_up.questions(&index).into_iter().chain(carried_over.carried_over(&index, 9));
            let reopened: Vec<_> = questions.map(|thread| thread.reopened().is_some()).collect();
            assert_eq!(reopened, [again, again]);
            let (first, last) = (date, CivilDate::parse("2025-03-04").unwrap());
            let days = Daily::new(&desk, &index, first, last).questions(&index);
            assert!(
                days.iter().all(|thread| thread.reopened().is_some()),
                "none is left out of several days"
            );
        }
    }

    #[test]
    fn a_question_is_of_the_day_that_takes_its_answer_back() {
        let brief = |day: u32, status: &str, asked: &str| {
            sample(format!(
                "schema: 1\ntitle: Day {day}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: quay\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: official, descriptor: Invented}}]\n\
                 key_facts: [{{id: rust, text: It was rust., status: {status}, said_by: yard}}]\n{asked}"
            ))
        };
        let asked = "open_questions: [{id: cause, question: Why?, status: answered, answered_by: rust}]\n";
        let briefs = vec![
            brief(4, "denied", ""),
            brief(3, "denied", ""),
            brief(2, "stated", ""),
            brief(1, "stated", asked),
        ];
        let ids = ["d", "c", "b", "a"].map(|id| Id::parse(id).unwrap());
        let briefs = briefs.into_iter().zip(ids).map(|(brief, id)| Brief { id, ..brief }).collect();
        let desk = Desk { briefs, ..Desk::default() };
        let register = Register::default();
        let index = Index::of(&desk, &register);
        let days = ["2025-03-01", "2025-03-02", "2025-03-03"].map(|day| CivilDate::parse(day).unwrap());
        let asked = days.map(|day| Daily::new(&desk, &index, day, day).questions(&index).len());
        assert_eq!(asked, [1, 0, 1]);
    }
}
