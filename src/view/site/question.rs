//! Questions through time.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{EntryView, LinkView, of_page};
use super::frame::{PageView, address};
use crate::desk::thread::{self, Move, Occurrence, Thread};
use crate::locale::{Arg, Locale};
use crate::model::{
    Brief, CivilDate, Direction, Fact, Marking, Position, Prose, Question, QuestionStatus, Words as _,
};
use crate::view::attribution::{PhrasePart, party as party_name};
use crate::view::parts::Labelled;
use crate::view::{Anchor, AttributionView, DateView};

/// Every question of a desk, open ones first.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuestionsView<'v> {
    /// The open questions of this page, those that moved last first.
    pub open: Vec<QuestionEntry<'v>>,
    /// The settled questions of this page, those that were settled last first.
    pub settled: Vec<QuestionEntry<'v>>,
    /// How many are open in all.
    pub total_open: usize,
    /// How many are settled in all.
    pub total_settled: usize,
    /// Both in words: `3 open, 1 settled`.
    pub text: String,
}

impl PageView for QuestionsView<'_> {
    const TEMPLATE: &'static str = "questions.html";
    const NAME: &'static str = "questions";
}

/// A question in a list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuestionEntry<'v> {
    /// Its id.
    pub id: &'v str,
    /// Where its page is.
    pub href: String,
    /// The question, as the latest brief asks it.
    pub question: &'v str,
    /// Its language.
    pub lang: &'v str,
    /// The direction that it runs in.
    pub dir: Direction,
    /// Where it stands.
    pub status: Labelled<'v>,
    /// On what ground it counts as answered.
    pub answer: Option<AnswerGround<'v>>,
    /// Since when it is open, or was.
    pub opened: DateView<'v>,
    /// When it was settled; absent as long as it is open.
    pub settled: Option<DateView<'v>>,
    /// How long it has been open, in days: until it was settled, or up to the day of the desk's latest brief.
    pub age: i64,
    /// The same in words: `29 days`.
    pub age_text: Cow<'v, str>,
    /// When it moved last.
    pub last_move: DateView<'v>,
    /// How many parties have taken a position, as the question's page lists them: one id under two names is two.
    pub parties: usize,
    /// The highest handling label that it has of its own, or its answer.
    pub marking: Option<&'static str>,
}

/// How well attested the fact is that answers a question: an answer may be no more than somebody's claim.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AnswerGround<'v> {
    /// Its status.
    pub status: Labelled<'v>,
    /// On whose word it stands; absent where it is our own assessment.
    pub attribution: Option<AttributionView<'v>>,
}

impl<'v> AnswerGround<'v> {
    fn new(fact: &'v Fact, locale: &'v Locale) -> Self {
        let attribution = fact.attribution.as_ref();
        Self {
            status: Labelled::new(fact.status.value, locale),
            attribution: attribution.map(|it| AttributionView::uncited(Some(it), locale)),
        }
    }

    /// The same in words: `Claimed: the harbour master`.
    #[must_use]
    pub fn text(&self, locale: &Locale) -> String {
        let label = self.status.label;
        match &self.attribution {
            Some(attribution) => [label, locale.word("colon"), &attribution.text].concat(),
            None => label.to_owned(),
        }
    }
}

impl<'v> QuestionEntry<'v> {
    /// A question of a desk, as of a day.
    #[must_use]
    pub fn new(thread: &Thread<'v>, as_of: Option<CivilDate>, locale: &'v Locale) -> Self {
        let Occurrence { brief, question } = thread.latest();
        let (settled, age) = (thread.settled(), age(thread, as_of));
        Self {
            id: question.id.value.as_str(),
            href: address::question(&question.id.value, 1),
            question: question.question.value.as_str(),
            lang: brief.lang.as_str(),
            dir: brief.lang.direction(),
            status: Labelled::new(question.status.value, locale),
            answer: thread.answer().map(|(_, fact)| AnswerGround::new(fact, locale)),
            opened: DateView::new(&thread.opened(), locale),
            settled: settled.as_ref().map(|day| DateView::new(day, locale)),
            age,
            age_text: locale.counted("count_days", usize::try_from(age).unwrap_or_default()),
            last_move: DateView::new(&thread.last_move(), locale),
            parties: thread.parties(),
            marking: own_marking(thread).map(Marking::word),
        }
    }
}

/// The highest marking that the question has of its own, or the fact that answers it, or anybody on whose word that stands.
fn own_marking(thread: &Thread<'_>) -> Option<Marking> {
    let fact = thread.answer().map(|(_, fact)| fact);
    let sources = fact.and_then(|fact| fact.attribution.as_ref());
    let sources = sources.into_iter().flat_map(|it| std::iter::once(&it.said_by).chain(&it.via));
    let parts = [&thread.latest().question.marking].into_iter().chain(fact.map(|fact| &fact.marking));
    parts.chain(sources.map(|source| &source.marking)).flatten().map(|marking| marking.value).max()
}

/// How many days a question has been open: until it was settled, or up to the given day as long as it is not.
fn age(thread: &Thread<'_>, as_of: Option<CivilDate>) -> i64 {
    let until = thread.settled().or(as_of).unwrap_or(thread.latest().brief.date.value);
    (until.as_naive() - thread.opened().as_naive()).num_days().max(0)
}

/// A desk's questions in the order of their list: open ones, then settled ones, each from the latest move.
#[must_use]
pub fn ordered<'i, 'd: 'i>(threads: impl Iterator<Item = &'i Thread<'d>>) -> Vec<&'i Thread<'d>> {
    let mut ordered: Vec<_> = threads.collect();
    ordered.sort_by_cached_key(|thread| {
        (!thread.is_unsettled(), std::cmp::Reverse(thread.last_move()), thread.id())
    });
    ordered
}

impl<'v> QuestionsView<'v> {
    /// A page of the list, from all questions in their order.
    #[must_use]
    pub fn new(
        ordered: &[&Thread<'v>],
        page: (usize, usize),
        as_of: Option<CivilDate>,
        locale: &'v Locale,
    ) -> Self {
        let of = |unsettled: bool| {
            let threads = of_page(ordered.iter(), page).filter(|thread| thread.is_unsettled() == unsettled);
            threads.map(|thread| QuestionEntry::new(thread, as_of, locale)).collect()
        };
        // As `ordered` has put them, those that are open come first.
        let total_open = ordered.partition_point(|thread| thread.is_unsettled());
        let total_settled = ordered.len() - total_open;
        let count = |count: usize| Arg::Count(u64::try_from(count).unwrap_or(u64::MAX));
        let text = locale
            .say("count_open_settled", &[("count", count(total_open)), ("settled", count(total_settled))]);
        Self { open: of(true), settled: of(false), total_open, total_settled, text }
    }
}

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
