//! A question through time.

mod answer;
mod held;
mod moves;
mod positions;

use schemars::JsonSchema;
use serde::Serialize;

pub use self::answer::AnswerView;
pub use self::held::{HeldView, PartyView};
pub use self::moves::{MoveView, MovedPosition};
use self::positions::Positions;
use super::entry::{EntryView, of_page};
use super::frame::PageView;
use super::questions::QuestionEntry;
use crate::desk::overtaken::Overtaken;
use crate::desk::thread::{Move, Occurrence, Thread};
use crate::language::wording::same_statement;
use crate::locale::Locale;
use crate::markdown::KnownWord;
use crate::model::labels::Marked;
use crate::model::{Brief, CivilDate, Prose, Question};

/// A question through time.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuestionPageView<'v> {
    /// The question as it stands.
    pub entry: QuestionEntry<'v>,
    /// Why it matters, in Markdown.
    #[schemars(with = "Option<String>")]
    pub matters: Option<&'v Prose>,
    /// A handling label of why it matters, where it is higher than the question.
    pub matters_marking: Option<KnownWord>,
    /// What would settle it.
    pub would_settle: Vec<&'v str>,
    /// The brief that speaks of it last.
    pub latest: EntryView<'v>,
    /// How it was answered.
    pub answer: Option<AnswerView<'v>>,
    /// The positions of this page under their parties, those in the order in which they first spoke. Where the positions go over several
    /// pages, the first begin with where each party stood last, and what it said before comes after that.
    pub parties: Vec<PartyView<'v>>,
    /// How many positions there are on all pages, where they go over several.
    pub spread: Option<usize>,
    /// What moved the question, of this page, the latest first.
    pub moves: Vec<MoveView<'v>>,
    /// How many briefs take it up.
    pub briefs: usize,
}

impl PageView for QuestionPageView<'_> {
    const TEMPLATE: &'static str = "question.html";
    const NAME: &'static str = "question";
}

/// A question, as its pages are made from it.
#[derive(Debug)]
pub struct QuestionPages<'i, 'v> {
    thread: &'i Thread<'v>,
    moves: Vec<Move<'v>>,
    positions: Positions<'v>,
    said_of_answers: Overtaken<'v>,
    entry: QuestionEntry<'v>,
    answer: Option<AnswerView<'v>>,
    on_page: OnPage<'v, 'v>,
}

impl<'i, 'v> QuestionPages<'i, 'v> {
    /// A question as of a day, with so many moves and so many positions a page.
    #[must_use]
    pub fn of(thread: &'i Thread<'v>, size: usize, as_of: Option<CivilDate>, locale: &'v Locale) -> Self {
        let (moves, said_of_answers) = (thread.moves(), thread.said_of_answers());
        let on_page = OnPage::of(thread, &moves, &said_of_answers, locale);
        Self {
            thread,
            positions: Positions::of(&moves, size),
            moves,
            entry: QuestionEntry::new(thread, as_of, locale),
            answer: AnswerView::new(thread.latest(), &thread.overtaken(), on_page),
            said_of_answers,
            on_page,
        }
    }

    /// How many items there are to be spread over pages.
    #[must_use]
    pub fn total(&self) -> usize {
        self.moves.len().max(self.positions.count())
    }
}

impl<'v> QuestionPageView<'v> {
    /// A page of a question, by its number and how many items go on one: moves and positions are spread over pages, what the question is
    /// and how it was answered is on each.
    #[must_use]
    pub fn new(pages: &QuestionPages<'_, 'v>, page: (usize, usize)) -> Self {
        let QuestionPages { thread, moves, positions, said_of_answers, entry, answer, on_page } = pages;
        let Occurrence { brief, question } = thread.latest();
        let here = of_page(moves.iter().rev(), page);
        Self {
            entry: entry.clone(),
            matters: question.matters.as_ref().map(|it| &it.value),
            matters_marking: brief.levels.label_of_text(question, question.matters.as_ref()),
            would_settle: question.would_settle.iter().map(|it| it.value.as_str()).collect(),
            latest: EntryView::new(brief, on_page.locale),
            answer: answer.clone(),
            parties: positions.of_page(page.0, *on_page),
            spread: positions.spread(),
            moves: here.map(|it| MoveView::new(it, said_of_answers, *on_page)).collect(),
            briefs: thread.occurrences().count(),
        }
    }
}

/// What everything on the page of a question is told by.
#[derive(Debug, Clone, Copy)]
struct OnPage<'p, 'v> {
    /// The question as it is now.
    now: &'p Question,
    /// Whether the briefs that take it up or say of its answer what was said since are marked differently.
    is_mixed: bool,
    locale: &'v Locale,
}

impl<'p, 'v> OnPage<'p, 'v> {
    fn of(thread: &Thread<'p>, moves: &[Move<'p>], said: &Overtaken<'p>, locale: &'v Locale) -> Self {
        let Occurrence { brief, question } = thread.latest();
        let answers = moves.iter().filter_map(|moved| Some((moved.at.brief, moved.at.answer()?)));
        let beside = answers.flat_map(|(brief, fact)| said.briefs_beside(brief, fact));
        let briefs = thread.told_by().chain(beside);
        let is_mixed = briefs.map(|it| it.marking.value).any(|marking| marking != brief.marking.value);
        Self { now: question, is_mixed, locale }
    }

    /// The label of a part of a brief, among parts of the others.
    fn label(self, brief: &Brief, part: &impl Marked) -> Option<KnownWord> {
        if self.is_mixed { brief.levels.label_away(part) } else { brief.levels.label(part) }
    }
}

/// A question as a brief asks it, where that is another than it is now.
fn asked<'v>(then: &'v Question, now: &Question) -> Option<&'v str> {
    let words = then.question.value.as_str();
    (!same_statement(words, now.question.value.as_str())).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Desk;
    use crate::desk::thread::Threads;
    use crate::model::{Id, Marking};
    use crate::validate::sample;

    fn brief(day: u32, name: &str) -> Brief {
        of_source(day, "yard", name)
    }

    fn of_source(day: u32, id: &str, name: &str) -> Brief {
        sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{{id: {id}, name: {name}, kind: outlet, descriptor: Invented}}]\n\
             open_questions: [{{id: cause, question: Why?, status: open, \
             positions: [{{said_by: {id}, stance: denies, says: No., on: 2025-03-0{day}}}]}}]\n"
        ))
    }

    fn page_of<'v>(thread: &Thread<'v>, page: (usize, usize)) -> QuestionPageView<'v> {
        QuestionPageView::new(&QuestionPages::of(thread, page.1, None, Locale::english()), page)
    }

    #[test]
    fn the_first_of_several_pages_has_where_each_party_stands() {
        let names = ["Yard of Oro", "Yard of Oro", "Port of Lem", "Yard of Oro"];
        let briefs = (1..5).zip(names).map(|(day, name)| brief(day, name)).rev().collect();
        let desk = Desk { briefs, ..Desk::default() };
        let threads = Threads::of(&desk);
        let thread = threads.iter().next().unwrap();
        let page = |number, size| {
            let view = page_of(thread, (number, size));
            let parties = view.parties.iter().map(|party| {
                let days: Vec<_> = party.held.iter().map(|held| held.told.edtf.to_string()).collect();
                let name: String = party.name.iter().map(|part| &*part.text).collect();
                format!("{name}: {}", days.join(" "))
            });
            (parties.collect::<Vec<_>>(), view.moves.len(), view.spread)
        };
        let [one, two, three, four] = [1, 2, 3, 4].map(|day| format!("2025-03-0{day}"));
        let all = vec![format!("Yard of Oro: {one} {two} {four}"), format!("Port of Lem: {three}")];
        assert_eq!(page(1, 4), (all, 4, None));
        let latest = vec![format!("Yard of Oro: {four}"), format!("Port of Lem: {three}")];
        assert_eq!(page(1, 2), (latest, 2, Some(4)));
        assert_eq!(page(2, 2), (vec![format!("Yard of Oro: {one} {two}")], 2, Some(4)));
        assert_eq!(page(3, 2), (vec![], 0, Some(4)));
    }

    #[test]
    fn what_a_party_said_before_stands_before_what_was_told_of_it_first() {
        let said = |day: u32, on: u32, stance: &str| {
            sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: outlet, descriptor: Invented}}]\n\
                 open_questions: [{{id: cause, question: Why?, status: open, \
                 positions: [{{said_by: yard, stance: {stance}, says: No., on: 2025-03-0{on}}}]}}]\n"
            ))
        };
        let briefs = vec![said(9, 1, "denies"), said(7, 6, "cautions"), said(5, 2, "asserts")];
        let desk = Desk { briefs, ..Desk::default() };
        let threads = Threads::of(&desk);
        let view = page_of(threads.iter().next().unwrap(), (1, 10));
        let held: Vec<_> =
            view.parties.iter().flat_map(|it| &it.held).map(|it| it.told.edtf.to_string()).collect();
        assert_eq!(held, ["2025-03-09", "2025-03-05", "2025-03-07"]);
    }

    #[test]
    fn what_a_party_said_before_stands_before_what_was_told_of_it_without_a_date() {
        let said = |day: u32, on: &str, stance: &str| {
            sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: outlet, descriptor: Invented}}]\n\
                 open_questions: [{{id: cause, question: Why?, status: open, \
                 positions: [{{said_by: yard, stance: {stance}, says: No.{on}}}]}}]\n"
            ))
        };
        let briefs = vec![
            said(9, ", on: 2025-03-01", "asserts"),
            said(8, "", "denies"),
            said(7, ", on: 2025-03-06", "cautions"),
        ];
        let desk = Desk { briefs, ..Desk::default() };
        let threads = Threads::of(&desk);
        let view = page_of(threads.iter().next().unwrap(), (1, 10));
        let held: Vec<_> =
            view.parties.iter().flat_map(|it| &it.held).map(|it| it.told.edtf.to_string()).collect();
        assert_eq!(held, ["2025-03-09", "2025-03-07", "2025-03-08"]);
    }

    #[test]
    fn each_answer_has_what_was_said_of_it_beside_it_although_the_question_is_open_again() {
        let brief = |day: u32, fact: &str, status: &str, asked: &str| {
            sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: quay\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: official, descriptor: Invented}}]\n\
                 key_facts: [{{id: {fact}, text: It was {fact}., status: {status}, said_by: yard}}]\n\
                 open_questions: [{{id: cause, question: Why?, status: {asked}}}]\n"
            ))
        };
        let [rust, salt] = ["rust", "salt"].map(|fact| format!("answered, answered_by: {fact}"));
        let days = [
            brief(4, "salt", "stated", &salt),
            brief(3, "rust", "denied", "open"),
            brief(2, "rust", "stated", &rust),
        ];
        for (known, told) in [(&days[1..], vec!["denied"]), (&days[..], vec!["", "denied"])] {
            let desk = Desk { briefs: known.to_vec(), ..Desk::default() };
            let threads = Threads::of(&desk);
            let view = page_of(threads.iter().next().unwrap(), (1, 10));
            let answers = view.moves.iter().filter_map(|it| it.answer.as_ref());
            let beside =
                answers.map(|it| it.later.iter().map(|later| later.status.word.text()).collect::<String>());
            assert_eq!(beside.collect::<Vec<_>>(), told);
        }
    }

    #[test]
    fn two_briefs_of_one_day_that_answer_otherwise_both_stand_whatever_they_are_called() {
        let brief = |id: &str, name: &str, fact: &str, more: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-02\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: quay\n\
                 sources: [{{id: {name}, name: {name} of Oro, kind: official, descriptor: Invented}}]\n\
                 key_facts: [{{id: {fact}, text: It was {fact}., status: stated, said_by: {name}{more}}}]\n\
                 open_questions: [{{id: cause, question: Why?, status: answered, answered_by: {fact}}}]\n"
            ));
            Brief { id: Id::parse(id).unwrap(), ..brief }
        };
        let improbable = ", credibility: 5";
        for [one, other] in [["a", "b"], ["b", "a"]] {
            for (name, fact, more, also) in
                [("port", "salt", "", "It was rust."), ("yard", "rust", improbable, "")]
            {
                let mut briefs = vec![brief(one, "yard", "rust", ""), brief(other, name, fact, more)];
                briefs.sort_by(|a, b| a.id.cmp(&b.id));
                let desk = Desk { briefs, ..Desk::default() };
                let threads = Threads::of(&desk);
                let view = page_of(threads.iter().next().unwrap(), (1, 10));
                let answer = view.answer.unwrap();
                assert_eq!(answer.brief.href.to_string(), format!("briefs/{other}.html"));
                let later: Vec<_> =
                    answer.later.iter().map(|it| (it.label, it.text.map_or("", Prose::as_str))).collect();
                assert_eq!(later, [("Also,", also)], "{fact}");
                assert_eq!(view.moves.iter().filter(|it| it.answer.is_some()).count(), 2, "{fact}");
            }
        }
    }

    #[test]
    fn what_moved_a_question_is_labelled_as_high_as_who_said_it() {
        let marked = sample(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{id: yard, name: Yard of Oro, kind: outlet, marking: TLP:AMBER}, {id: port, name: Port of Lem, kind: outlet}]\n\
             open_questions: [{id: cause, question: Why?, status: open, matters: 'As [the yard](source:yard) knows.', positions: [\
             {said_by: yard, stance: denies, says: No.}, {said_by: port, stance: asserts, says: Yes.}]}]\n"
                .to_owned(),
        );
        let desk = Desk { briefs: vec![marked], ..Desk::default() };
        let threads = Threads::of(&desk);
        let view = page_of(threads.iter().next().unwrap(), (1, 10));
        let moved: Vec<_> = view.moves.iter().flat_map(|it| &it.positions).map(|it| it.marking).collect();
        let amber = Some(Marking::Amber.label());
        assert_eq!((moved, view.matters_marking), (vec![amber, None], amber));
    }

    #[test]
    fn no_more_parties_are_counted_than_are_listed() {
        let twice = |name| [("yard", name), ("dock", name)];
        for (sources, counted, listed) in [
            ([("yard", "Yard of Oro"), ("yard", "Yard of Oro")], 1, 1),
            ([("yard", "Yard of Oro"), ("yard", "Yard of Lem")], 2, 2),
            // They may be two, so nobody's words are laid into the other's mouth.
            (twice("Yard of Oro"), 1, 2),
        ] {
            let briefs = (1..).zip(sources).map(|(day, (id, name))| of_source(day, id, name)).collect();
            let desk = Desk { briefs, ..Desk::default() };
            let threads = Threads::of(&desk);
            let thread = threads.iter().next().unwrap();
            let view = page_of(thread, (1, 10));
            assert_eq!((view.entry.parties, view.parties.len()), (counted, listed), "{sources:?}");
        }
    }

    #[test]
    fn an_answer_to_the_contrary_question_stands_under_that_question() {
        let brief = |day: u32, verb: &str, status: &str| {
            sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: outlet, descriptor: Invented}}]\n\
                 key_facts: [{{id: f, text: It is so., status: claimed, said_by: yard}}]\n\
                 open_questions: [{{id: cause, question: Did it {verb}?, {status}}}]\n"
            ))
        };
        let first = brief(1, "take", "status: answered, answered_by: f");
        let desk = Desk { briefs: vec![brief(2, "refuse", "status: open"), first], ..Desk::default() };
        let threads = Threads::of(&desk);
        let view = page_of(threads.iter().next().unwrap(), (1, 10));
        let moves: Vec<_> = view.moves.iter().map(|it| (it.answer.is_some(), it.asked)).collect();
        assert_eq!(moves, [(false, None), (true, Some("Did it take?"))]);
    }

    #[test]
    fn a_position_on_the_contrary_question_stands_under_that_question() {
        let brief = |day: u32, verb: &str, stance: &str| {
            sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: outlet, descriptor: Invented}}]\n\
                 open_questions: [{{id: cause, question: Did it {verb}?, status: open, \
                 positions: [{{said_by: yard, stance: {stance}, says: So., on: 2025-03-0{day}}}]}}]\n"
            ))
        };
        let page = |days: [(&str, &str); 3]| {
            let briefs = (1..4).zip(days).map(|(day, (verb, stance))| brief(day, verb, stance)).rev();
            let desk = Desk { briefs: briefs.collect(), ..Desk::default() };
            let threads = Threads::of(&desk);
            let thread = threads.iter().next().unwrap();
            let view = page_of(thread, (1, 10));
            let party = view.parties.first().unwrap();
            let asked: Vec<_> = party.held.iter().map(|held| held.asked.map(str::to_owned)).collect();
            (party.moved, asked, view.moves.iter().filter(|it| it.asked.is_some()).count())
        };
        let other = Some("Did it refuse?".to_owned());
        let days = [("take", "asserts"), ("refuse", "denies"), ("take", "asserts")];
        assert_eq!(page(days), (false, vec![None, other.clone(), None], 1));
        let days = [("take", "asserts"), ("refuse", "denies"), ("take", "denies")];
        assert_eq!(page(days), (true, vec![None, other.clone(), None], 1));
        // Another spelling is no other question.
        let days = [("take", "asserts"), ("refuse", "denies"), ("TAKE", "denies")];
        assert_eq!(page(days), (true, vec![None, other, None], 1));
    }
}
