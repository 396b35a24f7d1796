//! The state that a set of briefs speaks.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::earlier::Earlier;
use super::matching::Held;
use crate::desk::thread::{Party, party};
use crate::model::date::Relation;
use crate::model::{Brief, CivilDate, Id, Position, Question};

/// What facts, events and judgements belong to: two of them are the same where thread and id are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thread<'d> {
    /// A story: its briefs follow each other.
    Story(&'d Id),
    /// A brief on its own.
    Brief(&'d Id),
    /// Two briefs that are held against each other, whatever they are called.
    Pair,
}

impl<'d> Thread<'d> {
    /// What a brief of a desk belongs to.
    #[must_use]
    pub fn of(brief: &'d Brief) -> Self {
        brief.story.as_ref().map_or(Self::Brief(&brief.id), |story| Self::Story(&story.value))
    }
}

/// What makes two briefs of two editions the same matter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum By {
    /// Their story; without one, their id.
    #[default]
    Story,
    /// Their story, of which every day counts.
    Days,
    /// Their id.
    Brief,
    /// That they were asked for.
    Pair,
}

/// The state that a set of briefs speaks: of each story its latest briefs (those of one day), of each question its latest word and
/// every position that was ever taken.
#[derive(Debug, Clone, Default)]
pub struct Edition<'d> {
    pub(super) by: By,
    pub(super) threads: HashMap<Thread<'d>, Vec<&'d Brief>, RandomState>,
    pub(super) questions: HashMap<&'d Id, Asked<'d>, RandomState>,
    /// What the days before the latest told.
    pub(super) earlier: Earlier<'d>,
}

impl<'d> Edition<'d> {
    /// What briefs say that are given from the earliest to the latest: a story by its latest day.
    #[must_use]
    pub fn of(briefs: impl IntoIterator<Item = &'d Brief>) -> Self {
        Self::collect(By::Story, briefs)
    }

    /// What briefs say that are given from the earliest to the latest: a story by all of its days.
    #[must_use]
    pub fn of_days(briefs: impl IntoIterator<Item = &'d Brief>) -> Self {
        Self::collect(By::Days, briefs)
    }

    /// What each brief says for itself: for two versions of one set of briefs.
    #[must_use]
    pub fn by_brief(briefs: impl IntoIterator<Item = &'d Brief>) -> Self {
        Self::collect(By::Brief, briefs)
    }

    /// What one brief says, to be held against another such edition, whatever the two are called.
    #[must_use]
    pub fn of_one(brief: &'d Brief) -> Self {
        Self::collect(By::Pair, [brief])
    }

    fn collect(by: By, briefs: impl IntoIterator<Item = &'d Brief>) -> Self {
        let mut edition = Self { by, ..Self::default() };
        briefs.into_iter().for_each(|brief| edition.add(brief));
        edition
    }

    /// Takes up a brief that is not earlier than those before it. The cost is that of the brief alone, so that the editions of all
    /// days of a desk cost as much as the desk.
    pub fn add(&mut self, brief: &'d Brief) {
        let briefs = self.threads.entry(self.thread(brief)).or_default();
        if self.by != By::Days && briefs.last().is_some_and(|last| last.date.value != brief.date.value) {
            briefs.drain(..).for_each(|brief| self.earlier.add(brief));
        }
        briefs.push(brief);
        for (place, question) in brief.open_questions.iter().enumerate() {
            self.questions.entry(&question.id.value).or_default().add(brief, question, place);
        }
    }

    /// What a brief belongs to.
    pub(super) fn thread(&self, brief: &'d Brief) -> Thread<'d> {
        match self.by {
            By::Pair => Thread::Pair,
            By::Story | By::Days => Thread::of(brief),
            By::Brief => Thread::Brief(&brief.id),
        }
    }
}

/// A question as it has been asked.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked<'d> {
    /// Where it stands on the latest day.
    pub(super) now: Vec<Held<'d, Question>>,
    /// The place of the question in its latest brief.
    place: usize,
    /// Every position that was ever taken, as it stands last.
    pub(super) positions: Vec<Said<'d>>,
    /// The places of these, sorted by what the positions are known by: a desk has questions by the ten thousand, and a tree for each
    /// would take more room than the positions.
    places: Vec<usize>,
    /// The last position of each party.
    pub(super) last_of_party: LastOfParty<'d>,
}

/// The last position of each party.
pub(super) type LastOfParty<'d> = HashMap<Party<'d>, Said<'d>, RandomState>;

/// What a position is known by: its id, and the name of its speaker, as another brief may give the id to somebody else.
pub(super) type KnownBy<'d> = (&'d Id, &'d str);

/// What a position is known by.
pub(super) fn known_by(position: &Position) -> KnownBy<'_> {
    (&position.id, position.attribution.said_by.name.value.as_str())
}

/// A position, where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'d> {
    pub(super) brief: &'d Brief,
    pub(super) question: &'d Question,
    pub(super) position: &'d Position,
}

impl<'d> Said<'d> {
    /// The party that takes it.
    pub(super) fn party(&self) -> Party<'d> {
        party(self.position)
    }

    /// Takes its place as the last position of its party, unless that was taken later.
    pub(super) fn follow(self, last: &mut LastOfParty<'d>) {
        if !last.get(&self.party()).is_some_and(|last| self.is_before(last)) {
            last.insert(self.party(), self);
        }
    }

    /// Whether it was certainly taken before another.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        let on = |said: &Self| said.position.attribution.on.as_ref();
        let (Some(one), Some(other)) = (on(self), on(other)) else { return false };
        one.value.relation(&other.value) == Relation::Before
    }
}

impl<'d> Asked<'d> {
    /// The question as one brief asks it.
    pub(super) fn once(brief: &'d Brief, question: &'d Question) -> Self {
        let mut asked = Self::default();
        asked.add(brief, question, 0);
        asked
    }

    fn add(&mut self, brief: &'d Brief, question: &'d Question, place: usize) {
        if self.now.last().is_some_and(|last| last.brief.date.value != brief.date.value) {
            self.now.clear();
        }
        self.now.push(Held { brief, part: question });
        self.place = place;
        for position in &question.positions {
            let said = Said { brief, question, position };
            said.follow(&mut self.last_of_party);
            match self.place_of(position) {
                Ok(place) => {
                    if let Some(known) = self.positions.get_mut(place) {
                        *known = said;
                    }
                }
                Err(rank) => {
                    self.places.insert(rank, self.positions.len());
                    self.positions.push(said);
                }
            }
        }
    }

    /// The latest word on it.
    pub(super) fn latest(&self) -> Option<Held<'d, Question>> {
        self.now.last().copied()
    }

    /// A position as it stood here: that with the same id and name, or in an earlier version of the same brief with the same id, where
    /// the speaker may have been given another name.
    pub(super) fn position(&self, now: &Said<'_>) -> Option<Said<'d>> {
        if let Ok(place) = self.place_of(now.position) {
            return self.positions.get(place).copied();
        }
        let id = &now.position.id;
        let first =
            self.places.partition_point(|place| self.known_at(*place).is_some_and(|known| known.0 < id));
        let of_id = self.places.iter().skip(first).filter_map(|place| self.positions.get(*place));
        let mut of_id = of_id.take_while(|said| said.position.id == *id);
        of_id.find(|said| said.brief.id == now.brief.id).copied()
    }

    fn known_at(&self, place: usize) -> Option<KnownBy<'d>> {
        self.positions.get(place).map(|said| known_by(said.position))
    }

    /// The place of a position, or the rank among `places` that it would have.
    fn place_of(&self, position: &Position) -> Result<usize, usize> {
        let known = known_by(position);
        let rank = self.places.binary_search_by(|place| self.known_at(*place).cmp(&Some(known)))?;
        self.places.get(rank).copied().ok_or(rank)
    }

    /// Where it comes among the questions of an edition.
    pub(super) fn order(&self) -> Option<(CivilDate, &'d Id, usize)> {
        let latest = self.latest()?;
        Some((latest.brief.date.value, &latest.brief.id, self.place))
    }

    /// The positions that the briefs of the latest day list.
    pub(super) fn listed_now(&self) -> impl Iterator<Item = Said<'d>> + '_ {
        let said = |brief, question: &'d Question| {
            question.positions.iter().map(move |position| Said { brief, question, position })
        };
        self.now.iter().flat_map(move |asked| said(asked.brief, asked.part))
    }
}
