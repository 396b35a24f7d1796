//! The state that a set of briefs speaks.

use std::cmp::Ordering;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::earlier::Earlier;
use super::matching::Held;
use crate::desk::telling::late::LastSaid;
use crate::desk::thread::Occurrence;
use crate::few::Few;
use crate::model::date::Relation;
use crate::model::party::Known;
use crate::model::{Brief, CivilDate, FuzzyDate, Id, Matter, Position, Question, Stance};

/// What facts, events and judgements belong to: two of them are the same where thread and id are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thread<'d> {
    /// What their brief is about.
    Matter(Matter<'d>),
    /// Two briefs that are held against each other, whatever they are called.
    Pair,
}

impl<'d> Thread<'d> {
    /// What a brief of a desk belongs to.
    #[must_use]
    pub fn of(brief: &'d Brief) -> Self {
        Self::Matter(Matter::of(brief))
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

    /// What briefs of days say that are to be held against those before, given from the earliest to the latest: a story by all of its days.
    #[must_use]
    pub(super) fn of_days(briefs: impl IntoIterator<Item = &'d Brief>) -> Self {
        Self::collect(By::Days, briefs)
    }

    /// The same of their questions alone.
    #[must_use]
    pub(super) fn asked_on_days(briefs: impl IntoIterator<Item = &'d Brief>) -> Self {
        let mut edition = Self { by: By::Days, ..Self::default() };
        for brief in briefs {
            brief.open_questions.iter().for_each(|question| edition.hear(brief, question));
        }
        edition
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
        self.tell(brief);
        brief.open_questions.iter().for_each(|question| self.hear(brief, question));
    }

    /// Takes up what a brief tells of its story, and none of its questions.
    pub fn tell(&mut self, brief: &'d Brief) {
        let briefs = self.threads.entry(self.thread(brief)).or_default();
        if self.by != By::Days && briefs.last().is_some_and(|last| last.date.value != brief.date.value) {
            briefs.drain(..).for_each(|brief| self.earlier.add(brief));
        }
        briefs.push(brief);
    }

    /// Takes up what a brief denies that readers of its day were not told of, and nothing else: whoever denied it has not said it to them,
    /// and turns round all the same who says the contrary later.
    pub fn overhear(&mut self, brief: &'d Brief) {
        self.earlier.overhear(brief);
    }

    /// Lets go of what was told of the story of a brief, which is not to be held against another of it any more.
    pub fn forget(&mut self, brief: &'d Brief) {
        let thread = self.thread(brief);
        self.threads.remove(&thread);
        self.earlier.forget(&thread);
    }

    /// Lets go of a question, which is not to be held against another word on it any more.
    pub fn forget_question(&mut self, question: &Id) {
        self.questions.remove(question);
    }

    /// Takes up what a brief says of one question and nothing else of it, where that is not earlier than what is known of the question.
    pub fn hear(&mut self, brief: &'d Brief, question: &'d Question) {
        let asked = self.questions.entry(&question.id.value).or_default();
        // Each day is told of where several are, and what a party said last is asked of the days before alone.
        if self.by == By::Days {
            asked.end_day(brief.date.value);
        }
        asked.add(brief, question);
        if self.by != By::Days {
            asked.follow(brief, question);
        }
    }

    /// What a brief belongs to.
    pub(super) fn thread(&self, brief: &'d Brief) -> Thread<'d> {
        match self.by {
            By::Pair => Thread::Pair,
            By::Story | By::Days => Thread::of(brief),
            By::Brief => Thread::Matter(Matter::Brief(&brief.id)),
        }
    }
}

/// A question as it has been asked.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked<'d> {
    /// The day of the first brief that asks it.
    first: Option<CivilDate>,
    /// Where the day was given last on which it was opened.
    pub(super) opened: Option<Held<'d, Question>>,
    /// Where it stands on the latest day.
    pub(super) now: Vec<Held<'d, Question>>,
    /// Of days that are held against those before them, where it stood on each of them before the latest.
    pub(super) days: Vec<Held<'d, Question>>,
    /// Every position that was ever taken, as it stands last.
    pub(super) positions: Vec<Said<'d>>,
    /// The places of these, sorted by what the positions are known by: a desk has questions by the ten thousand, and a tree for each
    /// would take more room than the positions.
    places: Vec<usize>,
    /// The last position of each party; of days that are held against those before them it is not asked for, and not gathered.
    pub(super) last_of_party: LastOfParty<'d>,
}

/// The last position of each party, by everything that the party is known by. People without names have none: nobody can say that
/// those who speak today are those who spoke before.
#[derive(Debug, Clone, Default)]
pub(super) struct LastOfParty<'d>(Few<Known<'d>, Last<'d>>);

/// The last position of a party.
#[derive(Debug, Clone, Copy)]
pub(super) struct Last<'d> {
    pub(super) said: Said<'d>,
    /// When it took any position last: one without a date may have been told since.
    pub(super) on: LastSaid<'d>,
}

impl<'d> Last<'d> {
    /// Whether its party certainly took a position after this one.
    pub(super) fn is_after(&self, said: &Said<'d>) -> bool {
        self.on.is_after(said.on())
    }
}

impl<'d> LastOfParty<'d> {
    /// The last position of the party that takes this one.
    pub(super) fn of(&self, said: &Said<'d>) -> Option<Last<'d>> {
        if self.0.is_empty() {
            return None;
        }
        let last = said.known_as().filter_map(|known| self.0.get(&known).copied());
        last.max_by_key(|last| last.said.brief.date.value)
    }

    /// Takes up a position as the last of its party, unless that was certainly taken before one that is known, or told of before the last.
    pub(super) fn follow(&mut self, said: Said<'d>) {
        let mut on = LastSaid::default();
        on.take(said.on());
        self.take(Last { said, on });
    }

    /// Takes up what was the last position of a party.
    pub(super) fn take(&mut self, now: Last<'d>) {
        let said = now.said;
        let stays = |last: &Last<'d>| {
            let other_brief = !std::ptr::eq(last.said.brief, said.brief);
            last.is_after(&said)
                || other_brief && !last.said.is_before(&said) && !said.has_word_over(&last.said)
        };
        for known in said.known_as() {
            let Some(last) = self.0.get_mut(&known) else {
                self.0.add(known, now);
                continue;
            };
            if !stays(last) {
                last.said = said;
            }
            last.on.take_last(now.on);
        }
    }
}

/// What a position is known by: its id, and its speaker, as another brief may give the id to somebody else.
pub(super) type KnownBy<'d> = (&'d Id, Known<'d>);

/// A position, where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'d> {
    pub(super) brief: &'d Brief,
    pub(super) question: &'d Question,
    pub(super) position: &'d Position,
}

impl<'d> Said<'d> {
    /// What it is known by.
    pub(super) fn known_by(&self) -> KnownBy<'d> {
        (&self.position.id, self.speaker())
    }

    /// The order of what two positions are known by.
    fn order(&self, other: &Self) -> Ordering {
        // Few have one id.
        self.position.id.cmp(&other.position.id).then_with(|| self.speaker().cmp(&other.speaker()))
    }

    /// Who takes it.
    pub(super) fn speaker(&self) -> Known<'d> {
        Known::of(self.brief, &self.position.attribution.said_by)
    }

    /// Whether nobody is named who takes it.
    pub(super) fn is_unnamed(&self) -> bool {
        self.position.attribution.said_by.is_anonymous()
    }

    /// Everything that its party is known by; nothing where nobody is named.
    fn known_as(&self) -> impl Iterator<Item = Known<'d>> + use<'d> {
        let named = !self.is_unnamed();
        Known::all(self.brief, &self.position.attribution.said_by).filter(move |_| named)
    }

    /// Whether it is told of later than another; of two that are told of on one day, what they say decides, whatever their files are
    /// called.
    fn has_word_over(&self, other: &Self) -> bool {
        self.told() >= other.told()
    }

    fn told(&self) -> (CivilDate, Stance, Option<&'d str>) {
        let position = self.position;
        let says = position.says.as_ref().map(|says| says.value.as_str());
        (self.brief.date.value, position.stance.value, says)
    }

    /// Whether it was certainly taken before another.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        let (Some(one), Some(other)) = (self.on(), other.on()) else { return false };
        one.relation(other) == Relation::Before
    }

    /// When it was taken, where its brief says so.
    fn on(&self) -> Option<&'d FuzzyDate> {
        self.position.attribution.on.as_ref().map(|on| &on.value)
    }
}

/// The day and the title of a brief, and a place in it.
pub(super) type Place<'d> = (CivilDate, &'d str, usize);

/// A question in its brief.
pub(super) fn occurrence(held: Held<'_, Question>) -> Occurrence<'_> {
    Occurrence { brief: held.brief, question: held.part }
}

impl<'d> Asked<'d> {
    /// The question as one brief asks it.
    pub(super) fn once(brief: &'d Brief, question: &'d Question) -> Self {
        let mut asked = Self::default();
        asked.add(brief, question);
        asked.follow(brief, question);
        asked
    }

    /// Takes up what the parties said last.
    fn follow(&mut self, brief: &'d Brief, question: &'d Question) {
        question
            .positions
            .iter()
            .for_each(|position| self.last_of_party.follow(Said { brief, question, position }));
    }

    /// Keeps where it stood on the day before this one.
    fn end_day(&mut self, day: CivilDate) {
        if self.now.last().is_some_and(|last| last.brief.date.value != day) {
            self.days.extend(self.latest());
        }
    }

    fn add(&mut self, brief: &'d Brief, question: &'d Question) {
        if self.now.last().is_some_and(|last| last.brief.date.value != brief.date.value) {
            self.now.clear();
        }
        self.now.push(Held { brief, part: question });
        self.first = self.first.or(Some(brief.date.value));
        self.open(Held { brief, part: question });
        // A desk has questions by the ten thousand, most of few positions.
        if self.positions.is_empty() {
            self.positions.reserve_exact(question.positions.len());
            self.places.reserve_exact(question.positions.len());
        }
        for position in &question.positions {
            let said = Said { brief, question, position };
            match self.place_of(&said) {
                Ok(place) => {
                    if let Some(known) =
                        self.positions.get_mut(place).filter(|known| said.has_word_over(known))
                    {
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

    /// Takes up when it was opened, where a brief says so. Of two briefs of one day the one in which the question
    /// [stands](Occurrence::place_of_day) has it.
    fn open(&mut self, held: Held<'d, Question>) {
        let place = |held: Held<'d, Question>| (held.brief.date.value, occurrence(held).place_of_day());
        if self.may_have_been_opened(held) && self.opened.is_none_or(|last| place(last) <= place(held)) {
            self.opened = Some(held);
        }
    }

    /// Whether a brief says when it was opened, and it was not asked before that: else the day is that on which it was opened again.
    pub(super) fn may_have_been_opened(&self, held: Held<'d, Question>) -> bool {
        held.part.opened.as_ref().is_some_and(|day| self.first.is_none_or(|first| day.value <= first))
    }

    /// The latest word on it: of those of one day the one that [settles less](Occurrence::place_of_day), as none of them has the last
    /// word.
    pub(super) fn latest(&self) -> Option<Held<'d, Question>> {
        if let [held] = self.now.as_slice() {
            return Some(*held);
        }
        self.now.iter().max_by_key(|held| occurrence(**held).place_of_day()).copied()
    }

    /// A position as it stood here: that with the same id and speaker, or in an earlier version of the same document with the same id,
    /// where the speaker may have been given another name.
    pub(super) fn position(
        &self,
        now: &Said<'d>,
        same_document: impl Fn(&Brief, &Brief) -> bool,
    ) -> Option<Said<'d>> {
        if let Ok(place) = self.place_of(now) {
            return self.positions.get(place).copied();
        }
        let id = &now.position.id;
        let first = self
            .places
            .partition_point(|place| self.positions.get(*place).is_some_and(|known| known.position.id < *id));
        let of_id = self.places.iter().skip(first).filter_map(|place| self.positions.get(*place));
        let mut of_id = of_id.take_while(|said| said.position.id == *id);
        of_id.find(|said| same_document(said.brief, now.brief)).copied()
    }

    /// The place of a position, or the rank among `places` that it would have.
    fn place_of(&self, said: &Said<'d>) -> Result<usize, usize> {
        let order = |place: &usize| self.positions.get(*place).map(|known| known.order(said));
        let rank = self.places.binary_search_by(|place| order(place).unwrap_or(Ordering::Less))?;
        self.places.get(rank).copied().ok_or(rank)
    }

    /// Where it comes among the questions of an edition.
    pub(super) fn order(&self) -> Option<Place<'d>> {
        let latest = self.latest()?;
        let mut questions = latest.brief.open_questions.iter();
        let place = questions.position(|question| std::ptr::eq(question, latest.part))?;
        Some((latest.brief.date.value, latest.brief.title.value.as_str(), place))
    }

    /// The positions that the briefs of the latest day list.
    pub(super) fn listed_now(&self) -> impl Iterator<Item = Said<'d>> + '_ {
        let said = |brief, question: &'d Question| {
            question.positions.iter().map(move |position| Said { brief, question, position })
        };
        self.now.iter().flat_map(move |asked| said(asked.brief, asked.part))
    }
}
