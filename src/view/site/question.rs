//! A question through time.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use schemars::JsonSchema;
use serde::Serialize;

use super::entity::LaterWord;
use super::entry::{EntryView, LinkView, of_page};
use super::frame::PageView;
use super::questions::QuestionEntry;
use crate::desk::thread::{self, Move, Occurrence, Thread};
use crate::locale::Locale;
use crate::model::{Brief, CivilDate, Direction, Position, Prose, Question, QuestionStatus};
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
    /// Whether it stands elsewhere than it first did. Of people without names nobody can say that.
    pub moved: bool,
    /// Its positions, from the first.
    pub held: Vec<HeldView<'v>>,
}

/// A position that a party took at some time.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HeldView<'v> {
    /// The stance.
    pub stance: Labelled<'v>,
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
    /// Where the question stood before; absent where this brief is the first.
    pub before: Option<Labelled<'v>>,
    /// Where it stands since; absent where it stayed.
    pub status: Option<Labelled<'v>>,
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
        let here = of_page(moves.iter().rev(), page);
        Self {
            entry: QuestionEntry::new(thread, as_of, locale),
            matters: question.matters.as_ref().map(|it| &it.value),
            would_settle: question.would_settle.iter().map(|it| it.value.as_str()).collect(),
            latest: EntryView::new(brief, locale),
            answer: answer(thread, question, locale),
            parties: if page.0 == 1 { parties(moves, locale) } else { Vec::new() },
            moves: here.map(|it| MoveView::new(it, locale)).collect(),
            briefs: thread.occurrences().count(),
        }
    }
}

fn answer<'v>(thread: &Thread<'v>, question: &'v Question, locale: &'v Locale) -> Option<AnswerView<'v>> {
    let (brief, fact) = thread.answer()?;
    Some(AnswerView {
        brief: EntryView::new(brief, locale),
        anchor: Anchor::new("fact", &fact.id.value),
        text: &fact.text.value,
        status: Labelled::new(fact.status.value, locale),
        attribution: AttributionView::uncited(fact.attribution.as_ref(), locale),
        on: question.answered_on.as_ref().map(|day| DateView::new(&day.value, locale)),
        later: thread.overtaken().map(|later| LaterWord::new(&later, locale)),
    })
}

fn parties<'v>(moves: &[Move<'v>], locale: &'v Locale) -> Vec<PartyView<'v>> {
    let mut places: HashMap<_, usize, RandomState> = HashMap::default();
    let mut held: Vec<Vec<(&Brief, &Position)>> = Vec::new();
    for moved in moves {
        for position in &moved.positions {
            let place = *places.entry(thread::party(position)).or_insert(held.len());
            let position = (moved.at.brief, *position);
            match held.get_mut(place) {
                Some(positions) => positions.push(position),
                None => held.push(vec![position]),
            }
        }
    }
    held.iter().filter_map(|held| PartyView::new(held, locale)).collect()
}

impl<'v> PartyView<'v> {
    fn new(held: &[(&'v Brief, &'v Position)], locale: &'v Locale) -> Option<Self> {
        let (_, first) = held.first()?;
        let named = !first.attribution.said_by.is_anonymous();
        let moved = named && held.iter().any(|(_, position)| position.stance.value != first.stance.value);
        let name = party_name(&first.attribution.said_by, locale);
        Some(Self {
            name,
            moved,
            held: held.iter().map(|(brief, it)| HeldView::new(brief, it, locale)).collect(),
        })
    }
}

impl<'v> HeldView<'v> {
    fn new(brief: &'v Brief, position: &'v Position, locale: &'v Locale) -> Self {
        Self {
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
    fn new(moved: &Move<'v>, locale: &'v Locale) -> Self {
        let status: QuestionStatus = moved.at.question.status.value;
        let position = |it: &&'v Position| MovedPosition {
            name: party_name(&it.attribution.said_by, locale),
            stance: Labelled::new(it.stance.value, locale),
        };
        Self {
            brief: EntryView::new(moved.at.brief, locale),
            before: moved.before.map(|it| Labelled::new(it, locale)),
            status: moved.changed_status().then(|| Labelled::new(status, locale)),
            positions: moved.positions.iter().map(position).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Desk;
    use crate::desk::thread::Threads;
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
}
