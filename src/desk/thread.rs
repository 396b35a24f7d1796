//! A question that lives on: the same id in successive briefs.

mod answers;
mod known;
mod moves;
mod occurrence;
mod since;
mod threads;
mod words;

use std::collections::HashSet;
use std::sync::OnceLock;

use foldhash::fast::RandomState;

use self::known::Known;
use self::moves::Told;
pub use self::moves::{Key, Move, key};
pub use self::occurrence::Occurrence;
pub use self::since::Since;
pub use self::threads::Threads;
use self::words::Words;
use super::overtaken::{self, Later, Overtaken};
use crate::model::{Brief, CivilDate, Fact, Id};

/// A question through all the briefs that take it up.
#[derive(Debug)]
pub struct Thread<'d> {
    /// Where it first stood.
    first: Occurrence<'d>,
    /// Where it stood after that, from the earliest brief to the latest.
    later: Vec<Occurrence<'d>>,
    /// The briefs that have a word on a fact which answers it, from the earliest to the latest: they need not take the question up.
    words: Words<'d>,
    /// What was known of it as of each of these briefs: asked for on many pages, and found out once.
    known: OnceLock<Vec<Known>>,
}

impl<'d> Thread<'d> {
    fn new(first: Occurrence<'d>) -> Self {
        Self { first, later: Vec::new(), words: Words::default(), known: OnceLock::new() }
    }

    /// Takes up the next brief, which is not earlier than those before.
    fn push(&mut self, occurrence: Occurrence<'d>) {
        self.known.take();
        self.later.push(occurrence);
    }

    /// Takes up a word on a fact that answers it, which is not earlier than those before.
    fn hear(&mut self, brief: &'d Brief) {
        self.words.push(brief);
    }

    /// The question's id.
    #[must_use]
    pub fn id(&self) -> &'d Id {
        &self.first.question.id.value
    }

    /// Every brief that takes it up, from the earliest to the latest.
    #[must_use]
    pub fn occurrences(&self) -> impl DoubleEndedIterator<Item = Occurrence<'d>> + Clone + '_ {
        std::iter::once(self.first).chain(self.later.iter().copied())
    }

    /// Those of the briefs from one day on, or from the first, that speak as of a day before another.
    pub fn between(
        &self,
        from: Option<CivilDate>,
        to: CivilDate,
    ) -> impl DoubleEndedIterator<Item = Occurrence<'d>> + '_ {
        let place = |day| self.later.partition_point(|it| it.brief.date.value < day);
        let later = self.later.get(from.map_or(0, place)..place(to)).unwrap_or_default();
        let first = Some(self.first).filter(|it| {
            let day = it.brief.date.value;
            from.is_none_or(|from| day >= from) && day < to
        });
        first.into_iter().chain(later.iter().copied())
    }

    /// Every brief that takes it up, each with whether the question stands so at the end of its day. Of two briefs of one day none has the
    /// last word: it stands as in the one that settles less, or that is worse attested.
    pub fn by_day(&self) -> impl Iterator<Item = (Occurrence<'d>, bool)> + '_ {
        let days = self.occurrences().skip(1).map(|next| Some(next.brief.date.value)).chain([None]);
        self.occurrences().zip(days).map(|(at, next)| (at, next != Some(at.brief.date.value)))
    }

    /// Every brief that takes it up, each with the one of its day in which the question stands at the end of it.
    fn with_days(&self) -> Vec<(Occurrence<'d>, Occurrence<'d>)> {
        let mut all: Vec<_> = self.occurrences().map(|at| (at, at)).collect();
        for of_day in all.chunk_by_mut(|(one, _), (next, _)| one.brief.date.value == next.brief.date.value) {
            if let Some((last, _)) = of_day.last().copied() {
                for (_, of_day) in of_day {
                    *of_day = last;
                }
            }
        }
        all
    }

    /// Puts the briefs of each day in [their order](Occurrence::place_of_day).
    fn settle(&mut self) {
        let order = |one: &Occurrence<'_>, other: &Occurrence<'_>| {
            let day = |at: &Occurrence<'_>| at.brief.date.value;
            day(one).cmp(&day(other)).then_with(|| one.place_of_day().cmp(&other.place_of_day()))
        };
        if !self.occurrences().is_sorted_by(|one, other| order(one, other).is_le()) {
            let mut all: Vec<_> = self.occurrences().collect();
            all.sort_by(order);
            let mut all = all.into_iter();
            self.first = all.next().unwrap_or(self.first);
            self.later = all.collect();
        }
    }

    /// How it stands now.
    #[must_use]
    pub fn latest(&self) -> Occurrence<'d> {
        self.later.last().copied().unwrap_or(self.first)
    }

    /// The question as it was known at the end of a day; nothing where no brief had taken it up by then.
    #[must_use]
    pub fn until(&self, day: CivilDate) -> Option<Self> {
        let is_told = |it: &Occurrence<'_>| it.brief.date.value <= day;
        if !is_told(&self.first) {
            return None;
        }
        let later = self.later.get(..self.later.partition_point(is_told)).unwrap_or_default();
        let known = self.known().get(..=later.len()).unwrap_or_default();
        Some(Self {
            first: self.first,
            later: later.to_vec(),
            words: self.words.until(day),
            known: known.to_vec().into(),
        })
    }

    /// The question without what some briefs say of it; nothing where no other has taken it up.
    pub(super) fn without(&self, is_left_out: impl Fn(&Brief) -> bool) -> Option<Self> {
        let mut others = self.occurrences().filter(|at| !is_left_out(at.brief));
        let mut thread = Self::new(others.next()?);
        thread.later.extend(others);
        self.words.iter().filter(|brief| !is_left_out(brief)).for_each(|brief| thread.hear(brief));
        Some(thread)
    }

    /// The question as readers know it who were not shown some briefs: that it is open again is told to those alone who were shown that it
    /// was settled.
    pub(super) fn reopened_to_readers(self, is_left_out: impl Fn(&Brief) -> bool) -> Self {
        if self.reopened().is_none() || !self.occurrences().any(|at| is_left_out(at.brief)) {
            return self;
        }
        let reopened = self.without(is_left_out).and_then(|shown| shown.reopened());
        let mut known = self.known().to_vec();
        if let Some(last) = known.last_mut() {
            last.reopened = reopened;
        }
        Self { known: known.into(), ..self }
    }

    /// Whether it still waits for an answer.
    #[must_use]
    pub fn is_unsettled(&self) -> bool {
        self.latest().question.is_unsettled()
    }

    /// When it was settled: the day that is given for its answer, or that of the brief since which it stands as it does. Nothing as long
    /// as it waits for an answer. Another answer than before has a day of its own.
    #[must_use]
    pub fn settled(&self) -> Option<Since> {
        let latest = self.latest();
        if latest.question.is_unsettled() {
            return None;
        }
        let settled = self.occurrences().rev().take_while(|at| at.stands_as(latest));
        let since = settled.clone().last()?.brief.date.value;
        let given = settled.filter_map(|at| at.question.answered_on.as_ref()).last().map(|day| day.value);
        // An answer from before it was opened again is not this one.
        let open = self.occurrences().rev().find(|at| at.question.is_unsettled());
        let is_later = |day: &CivilDate| open.is_none_or(|open| *day >= open.brief.date.value);
        Some(given.filter(is_later).map_or(Since::By(since), Since::Given))
    }

    /// Since when it is open: the day that a brief gave last, or that of the first brief. It was asked by then, so that a later day is that
    /// of another opening.
    #[must_use]
    pub fn opened(&self) -> Since {
        self.known().last().map_or(Since::By(self.first.brief.date.value), |known| known.opened)
    }

    /// Since when it is open again after it was settled: the day that the brief gives which says so, or its own. Nothing where it is
    /// settled, or never was.
    #[must_use]
    pub fn reopened(&self) -> Option<Since> {
        self.known().last().and_then(|known| known.reopened).filter(|_| self.is_unsettled())
    }

    /// How many parties have taken a position.
    #[must_use]
    pub fn parties(&self) -> usize {
        self.known().last().map_or(0, |known| known.parties)
    }

    /// The fact that answers it, in the brief that says so.
    #[must_use]
    pub fn answer(&self) -> Option<(&'d Brief, &'d Fact)> {
        let latest = self.latest();
        latest.answer().map(|fact| (latest.brief, fact))
    }

    /// What stands beside its answer: of everybody who has a word on the fact the last one, where that attests it otherwise, and what other
    /// briefs of the day answer otherwise. The answer is no better than that.
    #[must_use]
    pub fn overtaken(&self) -> Vec<Later<'d>> {
        let Some((brief, fact)) = self.answer() else { return Vec::new() };
        let mut beside = overtaken::beside((brief, fact), self.words.on((brief, fact)));
        for (other, answer) in self.others_of_day().filter_map(|at| Some((at.brief, at.answer()?))) {
            let other = Later { of: brief, fact, brief: other, now: answer };
            if other.is_another_answer() {
                beside.push(other);
                let on_other = overtaken::beside((other.brief, answer), self.words.on((other.brief, answer)));
                let of_others = on_other.into_iter().filter(|later| !std::ptr::eq(later.now, fact));
                beside.extend(of_others.map(|later| Later { of: brief, fact, ..later }));
            }
        }
        overtaken::in_order(beside)
    }

    /// What is said of the facts that have answered it, by all who have a word on them.
    #[must_use]
    pub fn said_of_answers(&self) -> Overtaken<'d> {
        let answers: HashSet<_, RandomState> = self
            .occurrences()
            .filter_map(|at| Some((at.brief.story.as_ref()?, at.answer()?)))
            .map(|(story, fact)| (&story.value, &fact.id.value))
            .collect();
        let words = self.words.iter().flat_map(|brief| brief.key_facts.iter().map(move |fact| (brief, fact)));
        let is_answer = |(brief, fact): &(&'d Brief, &'d Fact)| {
            brief.story.as_ref().is_some_and(|story| answers.contains(&(&story.value, &fact.id.value)))
        };
        Overtaken::of_told([words.filter(is_answer).collect()])
    }

    /// The other briefs of its latest day that take it up.
    fn others_of_day(&self) -> impl Iterator<Item = Occurrence<'d>> + '_ {
        let day = self.latest().brief.date.value;
        self.occurrences().rev().skip(1).take_while(move |at| at.brief.date.value == day)
    }

    /// Whether one of these briefs has a word on the fact that answers it which stands beside it.
    #[must_use]
    pub fn is_overtaken_in(&self, briefs: &[&'d Brief]) -> bool {
        let Some(answer) = self.answer() else { return false };
        let others = briefs.iter().filter(|it| !std::ptr::eq(**it, answer.0));
        overtaken::is_any_beside(answer, others.filter_map(|it| words::on(it, answer)))
    }

    /// The briefs whose words stand wherever the question is shown with its answer: those that take it up, and the words on that.
    pub fn told_by(&self) -> impl Iterator<Item = &'d Brief> + '_ {
        self.occurrences().map(|at| at.brief).chain(self.overtaken().into_iter().map(|later| later.brief))
    }

    /// What moved it, from the first brief on: another status, or positions that were not known; and what put right when it was opened.
    #[must_use]
    pub fn moves(&self) -> Vec<Move<'d>> {
        let mut told = Told::default();
        let moves = self.with_days().into_iter().map(|(at, of_day)| told.step(at, of_day));
        moves.filter(|it| it.is_any() || it.puts_opening_right()).collect()
    }

    /// The day of the last move, or of the last position, if that is later.
    #[must_use]
    pub fn last_move(&self) -> CivilDate {
        self.known().last().map_or(self.first.brief.date.value, |known| known.last_move)
    }

    /// Days that its last move is no earlier than, found without a look at what moved it: that of the first brief, and those of positions.
    pub fn not_after_last_move(&self) -> impl Iterator<Item = CivilDate> + '_ {
        let positions = self.occurrences().rev().flat_map(|at| &at.question.positions);
        let said = positions.filter_map(|position| position.attribution.on.as_ref()?.exact());
        std::iter::once(self.first.brief.date.value).chain(said)
    }

    fn known(&self) -> &[Known] {
        self.known.get_or_init(|| known::of(self))
    }
}

#[cfg(test)]
mod tests {
    use crate::desk::Desk;
    use crate::desk::thread::{Since, Threads};
    use crate::model::{Brief, Id};
    use crate::validate::sample;

    fn brief(day: u32, opened: &str, positions: &str) -> Brief {
        let text = format!(
            "schema: 1\ntitle: Day {day}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{{id: yard, name: Yard of Oro, kind: outlet, descriptor: Invented}}, \
             {{id: port, name: Port of Oro, kind: outlet, descriptor: Invented}}]\n\
             open_questions: [{{id: cause, question: Why?, status: open, {opened}positions: [{positions}]}}]\n"
        );
        sample(text)
    }

    #[test]
    fn questions_are_found_by_id_in_whatever_order_they_come() {
        let text = "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\nopen_questions:\n\
                    - {id: b, question: B?, status: open}\n- {id: c, question: C?, status: open}\n\
                    - {id: a, question: A?, status: open}\n";
        let desk = Desk { briefs: vec![sample(text.to_owned())], ..Desk::default() };
        let threads = Threads::of(&desk);
        let ids: Vec<_> = threads.iter().map(|thread| thread.id().as_str()).collect();
        assert_eq!(ids, ["a", "b", "c"]);
        let found = |id| threads.get(&Id::parse(id).unwrap()).map(|thread| thread.id().as_str());
        assert_eq!(["a", "b", "c", "d"].map(found), [Some("a"), Some("b"), Some("c"), None]);
    }

    #[test]
    fn a_question_is_settled_by_its_answer_or_since_the_brief_that_says_so_and_opened_again_by_a_brief() {
        let brief = |day: u32, status: &str| {
            sample(format!(
                "schema: 1\ntitle: Day {day}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 sources: [{{id: yard, name: Yard of Oro, kind: outlet, descriptor: Invented}}]\n\
                 key_facts: [{{id: rust, text: It was rust., status: observed, said_by: yard}}]\n\
                 open_questions: [{{id: cause, question: Why?, {status}}}]\n"
            ))
        };
        let answered = "status: answered, answered_by: rust, answered_on: 2025-03-02";
        let early = "status: answered, answered_by: rust, answered_on: 2025-03-01";
        for (statuses, settled, reopened) in [
            (&["status: open", "status: narrowed", "status: open"][..], None, None),
            (&["status: open", "status: moot", "status: moot"], Some("by 2025-03-02"), None),
            (&["status: moot", "status: open", "status: moot"], Some("by 2025-03-03"), None),
            (&["status: moot", "status: moot", "status: open"], None, Some("by 2025-03-03")),
            (&["status: moot", "status: open", "status: narrowed"], None, Some("by 2025-03-02")),
            (&["status: moot", "status: open", "status: moot", "status: open"], None, Some("by 2025-03-04")),
            (&[answered, "status: moot", "status: open, opened: 2025-03-02"], None, Some("2025-03-02")),
            (&[answered, "status: moot", "status: open, opened: 2025-02-28"], None, Some("by 2025-03-03")),
            (&["status: open", "status: open", answered], Some("2025-03-02"), None),
            (&["status: open", "status: open", early], Some("by 2025-03-03"), None),
            (&["status: open", answered, "status: moot"], Some("by 2025-03-03"), None),
            (&["status: open", answered, answered], Some("2025-03-02"), None),
            (&[answered, "status: open", "status: moot"], Some("by 2025-03-03"), None),
        ] {
            let mut briefs: Vec<_> = (1..).zip(statuses).map(|(day, status)| brief(day, status)).collect();
            briefs.reverse();
            let desk = Desk { briefs, ..Desk::default() };
            let threads = Threads::of(&desk);
            let thread = threads.iter().next().unwrap();
            let days = [thread.settled(), thread.reopened()].map(|since| since.map(spelled));
            assert_eq!(days.each_ref().map(Option::as_deref), [settled, reopened], "{statuses:?}");
        }
        let day = [brief(2, "status: open"), brief(2, "status: moot"), brief(1, "status: open")];
        let desk = Desk { briefs: day.into(), ..Desk::default() };
        let reopened = Threads::of(&desk).iter().next().unwrap().reopened();
        assert_eq!(reopened, None, "it is not settled where another brief of the day leaves it open");
    }

    /// The day, with a word before it where no brief gives it.
    fn spelled(since: Since) -> String {
        match since {
            Since::Given(day) => day.to_string(),
            Since::By(day) => format!("by {day}"),
        }
    }

    #[test]
    fn a_position_is_another_where_speaker_stance_or_date_is() {
        let said = [
            "{id: said, said_by: yard, stance: denies, says: No.}",
            "{id: said, said_by: yard, stance: denies, says: Not at all.}",
            "{id: said, said_by: port, stance: denies, says: No.}",
            "{id: said, said_by: port, stance: asserts, says: Yes.}",
            "{id: said, said_by: port, stance: asserts, says: Yes., on: 2025-03-05}",
        ];
        let mut briefs: Vec<_> = (1..).zip(said).map(|(day, said)| brief(day, "", said)).collect();
        briefs.reverse();
        let desk = Desk { briefs, ..Desk::default() };
        let threads = Threads::of(&desk);
        let thread = threads.iter().next().unwrap();
        let days: Vec<_> = thread.moves().iter().map(|it| it.at.brief.date.value.to_string()).collect();
        assert_eq!(days, ["2025-03-01", "2025-03-03", "2025-03-04", "2025-03-05"]);
        assert_eq!(thread.parties(), 2);
    }

    #[test]
    fn what_was_known_on_a_day_is_what_the_briefs_up_to_it_say() {
        let early = "{said_by: yard, stance: denies, says: No., on: 2025-03-01}";
        let late = "{said_by: yard, stance: asserts, says: Yes., on: 2025-03-04}";
        let other = "{said_by: port, stance: asserts, says: Yes., on: 2025-03-04}";
        let said = ["", early, early, &format!("{early}, {late}, {other}"), late];
        let opened = ["", "", "opened: 2025-02-20, ", "opened: 2025-02-25, ", ""];
        let told = (1..).zip(opened.into_iter().zip(said));
        let briefs: Vec<_> = told.map(|(day, (opened, positions))| brief(day, opened, positions)).collect();
        let all = Desk { briefs: briefs.iter().rev().cloned().collect(), ..Desk::default() };
        let (mut last_moves, mut opened, mut parties) = (Vec::new(), Vec::new(), Vec::new());
        for known in 1..=briefs.len() {
            let desk = Desk { briefs: briefs.iter().take(known).rev().cloned().collect(), ..Desk::default() };
            let day = desk.briefs.first().unwrap().date.value;
            let (all, known) = (Threads::of(&all), Threads::of(&desk));
            let (until, known) =
                (all.iter().next().unwrap().until(day).unwrap(), known.iter().next().unwrap());
            assert_eq!(until.last_move(), known.last_move(), "{day}");
            assert_eq!((until.opened(), until.parties()), (known.opened(), known.parties()), "{day}");
            last_moves.push(known.last_move().to_string());
            opened.push(spelled(known.opened()));
            parties.push(known.parties());
        }
        assert_eq!(last_moves, ["2025-03-01", "2025-03-02", "2025-03-02", "2025-03-04", "2025-03-04"]);
        assert_eq!(opened, ["by 2025-03-01", "by 2025-03-01", "2025-02-20", "2025-02-25", "2025-02-25"]);
        assert_eq!(parties, [0, 1, 1, 2, 2]);
    }
}
