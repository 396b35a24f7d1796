//! A question through time.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use schemars::JsonSchema;
use serde::Serialize;

use super::entity::LaterWord;
use super::entry::{EntryView, LinkView, of_page};
use super::frame::PageView;
use super::questions::QuestionEntry;
use crate::change::same_statement;
use crate::desk::overtaken::Later;
use crate::desk::thread::{Move, Occurrence, Thread};
use crate::locale::Locale;
use crate::model::party::Voices;
use crate::model::{CivilDate, Direction, Position, Prose, Question};
use crate::view::attribution::{PhrasePart, party as party_name};
use crate::view::parts::Labelled;
use crate::view::{Anchor, AttributionView, DateView};

/// A question through time.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuestionPageView<'v> {
    /// The question as it stands.
    pub entry: QuestionEntry<'v>,
    /// Why it matters, in Markdown.
    #[schemars(with = "Option<String>")]
    pub matters: Option<&'v Prose>,
    /// What would settle it.
    pub would_settle: Vec<&'v str>,
    /// The brief that speaks of it last.
    pub latest: EntryView<'v>,
    /// How it was answered.
    pub answer: Option<AnswerView<'v>>,
    /// The parties in the order in which they first spoke, each with every position that it has taken.
    pub parties: Vec<PartyView<'v>>,
    /// What moved the question, of this page, the latest first.
    pub moves: Vec<MoveView<'v>>,
    /// How many briefs take it up.
    pub briefs: usize,
}

impl PageView for QuestionPageView<'_> {
    const TEMPLATE: &'static str = "question.html";
    const NAME: &'static str = "question";
}

/// The fact that answers a question.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AnswerView<'v> {
    /// The brief that says so.
    pub brief: EntryView<'v>,
    /// Where the fact stands in it: `fact-on-duty`.
    pub anchor: Anchor<'v>,
    /// The fact, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// How well it is attested.
    pub status: Labelled<'v>,
    /// On whose word.
    pub attribution: AttributionView<'v>,
    /// When the question was answered.
    pub on: Option<DateView<'v>>,
    /// The latest word of the story on the fact, where that attests it otherwise: the answer is no better than that.
    pub later: Option<LaterWord<'v>>,
}

/// A party and every position that it has taken.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PartyView<'v> {
    /// Who: a name, or how many unnamed people and how they are described.
    pub name: Vec<PhrasePart<'v>>,
    /// Whether it has taken another stance on the question in the same words. Of people without names nobody can say that.
    pub moved: bool,
    /// Its positions, from the first.
    pub held: Vec<HeldView<'v>>,
}

/// A position that a party took at some time.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HeldView<'v> {
    /// The stance.
    pub stance: Labelled<'v>,
    /// The question as that brief asks it, where that is another than it is now: the stance is one on that question.
    pub asked: Option<&'v str>,
    /// What the party says, in Markdown; absent where it declines to.
    #[schemars(with = "Option<String>")]
    pub says: Option<&'v Prose>,
    /// Who, through whom, when.
    pub attribution: AttributionView<'v>,
    /// The brief that first told of it.
    pub brief: LinkView<'v>,
    /// Where the position stands in that brief.
    pub anchor: Anchor<'v>,
    /// The day as of which that brief speaks.
    pub told: DateView<'v>,
    /// The language of the words.
    pub lang: &'v str,
    /// The direction that it runs in.
    pub dir: Direction,
}

/// What moved a question.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MoveView<'v> {
    /// The brief that told of it.
    pub brief: EntryView<'v>,
    /// Where the question stood before; absent where this brief is the first, or it stands there still.
    pub before: Option<Labelled<'v>>,
    /// Where it stands since; absent where it stayed.
    pub status: Option<Labelled<'v>>,
    /// The fact that answers it since.
    pub answer: Option<AnswerView<'v>>,
    /// The question as that brief asks it, where that is another than it is now: a stance is one on its own question.
    pub asked: Option<&'v str>,
    /// Who took a new position.
    pub positions: Vec<MovedPosition<'v>>,
}

/// A new position in a move.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MovedPosition<'v> {
    /// Who.
    pub name: Vec<PhrasePart<'v>>,
    /// The stance.
    pub stance: Labelled<'v>,
}

impl<'v> QuestionPageView<'v> {
    /// A page of a question: its moves are spread over pages, all the rest is on each.
    #[must_use]
    pub fn new(
        thread: &Thread<'v>,
        moves: &[Move<'v>],
        page: (usize, usize),
        as_of: Option<CivilDate>,
        locale: &'v Locale,
    ) -> Self {
        let Occurrence { brief, question } = thread.latest();
        let (here, overtaken) = (of_page(moves.iter().rev(), page), thread.overtaken());
        Self {
            entry: QuestionEntry::new(thread, as_of, locale),
            matters: question.matters.as_ref().map(|it| &it.value),
            would_settle: question.would_settle.iter().map(|it| it.value.as_str()).collect(),
            latest: EntryView::new(brief, locale),
            answer: AnswerView::new(thread.latest(), overtaken, locale),
            parties: if page.0 == 1 { parties(moves, question, locale) } else { Vec::new() },
            moves: here.map(|it| MoveView::new(it, question, overtaken, locale)).collect(),
            briefs: thread.occurrences().count(),
        }
    }
}

impl<'v> AnswerView<'v> {
    /// The answer that a brief gives, and what has been said since of that fact.
    fn new(at: Occurrence<'v>, overtaken: Option<Later<'v>>, locale: &'v Locale) -> Option<Self> {
        let fact = at.answer()?;
        let later = overtaken.filter(|later| std::ptr::eq(later.fact, fact));
        Some(Self {
            brief: EntryView::new(at.brief, locale),
            anchor: Anchor::new("fact", &fact.id.value),
            text: &fact.text.value,
            status: Labelled::new(fact.status.value, locale),
            attribution: AttributionView::uncited(fact.attribution.as_ref(), locale),
            on: at.question.answered_on.as_ref().map(|day| DateView::new(&day.value, locale)),
            later: later.map(|later| LaterWord::new(&later, locale)),
        })
    }
}

/// A question as a brief asks it, where that is another than it is now.
fn asked<'v>(then: &'v Question, now: &Question) -> Option<&'v str> {
    let words = then.question.value.as_str();
    (!same_statement(words, now.question.value.as_str())).then_some(words)
}

/// A position, with the question that it is on.
type Held<'v> = (Occurrence<'v>, &'v Position);

fn parties<'v>(moves: &[Move<'v>], now: &Question, locale: &'v Locale) -> Vec<PartyView<'v>> {
    let said = || moves.iter().flat_map(|moved| moved.positions.iter().map(|it| (moved.at, *it)));
    let mut voices = Voices::default();
    said().for_each(|(at, position)| voices.take(at.brief, &position.attribution.said_by));
    let mut places: HashMap<_, usize, RandomState> = HashMap::default();
    let mut held: Vec<Vec<Held<'v>>> = Vec::new();
    for (at, position) in said() {
        let party = voices.party(at.brief, &position.attribution.said_by);
        let place = *places.entry(party).or_insert(held.len());
        match held.get_mut(place) {
            Some(positions) => positions.push((at, position)),
            None => held.push(vec![(at, position)]),
        }
    }
    held.iter().filter_map(|held| PartyView::new(held, now, locale)).collect()
}

impl<'v> PartyView<'v> {
    fn new(held: &[Held<'v>], now: &Question, locale: &'v Locale) -> Option<Self> {
        let source = &held.first()?.1.attribution.said_by;
        Some(Self {
            name: party_name(source, locale),
            moved: !source.is_anonymous() && has_moved(held),
            held: held.iter().map(|it| HeldView::new(*it, now, locale)).collect(),
        })
    }
}

/// Whether a party has taken two stances on a question in one wording. What it says to the contrary question is no other stance.
fn has_moved(held: &[Held<'_>]) -> bool {
    let mut stances: HashMap<_, _, RandomState> = HashMap::default();
    held.iter().any(|(at, position)| {
        let stance = position.stance.value;
        *stances.entry(at.question.question.value.as_str()).or_insert(stance) != stance
    })
}

impl<'v> HeldView<'v> {
    fn new((at, position): Held<'v>, now: &Question, locale: &'v Locale) -> Self {
        let brief = at.brief;
        Self {
            asked: asked(at.question, now),
            stance: Labelled::new(position.stance.value, locale),
            says: position.says.as_ref().map(|says| &says.value),
            attribution: AttributionView::uncited(Some(&position.attribution), locale),
            brief: LinkView::brief(brief),
            anchor: Anchor::new("position", &position.id),
            told: DateView::new(&brief.date.value, locale),
            lang: brief.lang.as_str(),
            dir: brief.lang.direction(),
        }
    }
}

impl<'v> MoveView<'v> {
    fn new(moved: &Move<'v>, now: &Question, overtaken: Option<Later<'v>>, locale: &'v Locale) -> Self {
        let status = |at: Occurrence<'_>| Labelled::new(at.question.status.value, locale);
        let answer = if moved.is_answered_anew() { Some(moved.at) } else { None };
        let is_told = moved.changed_status() || answer.is_some();
        let position = |it: &&'v Position| MovedPosition {
            name: party_name(&it.attribution.said_by, locale),
            stance: Labelled::new(it.stance.value, locale),
        };
        Self {
            brief: EntryView::new(moved.at.brief, locale),
            before: moved.before.filter(|_| moved.changed_status()).map(status),
            status: is_told.then(|| status(moved.at)),
            answer: answer.and_then(|at| AnswerView::new(at, overtaken, locale)),
            asked: asked(moved.at.question, now).filter(|_| !moved.positions.is_empty()),
            positions: moved.positions.iter().map(position).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Desk;
    use crate::desk::thread::Threads;
    use crate::model::Brief;
    use crate::validate::sample;

    fn brief(day: u32, name: &str) -> Brief {
        sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{{id: yard, name: {name}, kind: outlet, descriptor: Invented}}]\n\
             open_questions: [{{id: cause, question: Why?, status: open, \
             positions: [{{said_by: yard, stance: denies, says: No., on: 2025-03-0{day}}}]}}]\n"
        ))
    }

    #[test]
    fn as_many_parties_are_counted_as_are_listed() {
        for (names, parties) in [(["Yard of Oro", "Yard of Oro"], 1), (["Yard of Oro", "Yard of Lem"], 2)] {
            let briefs = (1..).zip(names).map(|(day, name)| brief(day, name)).collect();
            let desk = Desk { briefs, ..Desk::default() };
            let threads = Threads::of(&desk);
            let thread = threads.iter().next().unwrap();
            let view = QuestionPageView::new(thread, &thread.moves(), (1, 1), None, Locale::english());
            assert_eq!((view.entry.parties, view.parties.len()), (parties, parties), "{names:?}");
        }
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
            let view = QuestionPageView::new(thread, &thread.moves(), (1, 10), None, Locale::english());
            let party = view.parties.first().unwrap();
            let asked: Vec<_> = party.held.iter().map(|held| held.asked.map(str::to_owned)).collect();
            (party.moved, asked, view.moves.iter().filter(|it| it.asked.is_some()).count())
        };
        let other = Some("Did it refuse?".to_owned());
        let days = [("take", "asserts"), ("refuse", "denies"), ("take", "asserts")];
        assert_eq!(page(days), (false, vec![None, other.clone(), None], 1));
        let days = [("take", "asserts"), ("refuse", "denies"), ("take", "denies")];
        assert_eq!(page(days), (true, vec![None, other, None], 1));
    }
}
