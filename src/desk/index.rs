//! The same briefs by day, story, question, entity, topic and source.

use std::collections::{BTreeMap, HashSet};

use foldhash::fast::RandomState;

use super::Desk;
use super::party::Parties;
use super::stories::{Stories, stories};
use super::thread::Threads;
use super::topic::{self, Topic};
use crate::model::{Brief, CivilDate, Correction, Entity, Id, Register, Source};

/// The threads that run through the briefs of a desk. Every list of briefs runs from the earliest to the latest.
#[derive(Debug)]
pub struct Index<'d> {
    /// The briefs of each day, by id.
    pub days: BTreeMap<CivilDate, Vec<&'d Brief>>,
    /// The briefs of each story.
    pub stories: Stories<'d>,
    /// Every question.
    pub questions: Threads<'d>,
    /// Every entity.
    pub entities: Parties<'d, Entity>,
    /// Every topic.
    pub topics: BTreeMap<Id, Topic<'d>>,
    /// Every source that has a name.
    pub sources: Parties<'d, Source>,
    /// What was put right, by the day on which it was.
    pub corrections: BTreeMap<CivilDate, Vec<(&'d Correction, &'d Brief)>>,
    /// How many questions were open at the end of each day with briefs.
    pub open: BTreeMap<CivilDate, usize>,
    /// The questions that each day with briefs left open, by id.
    pub resting: BTreeMap<CivilDate, Vec<Rest<'d>>>,
    /// Every anonymous source with its brief.
    pub unnamed: Vec<(&'d Brief, &'d Source)>,
    /// The briefs that editors left out of the daily briefs of their days.
    left_out: HashSet<&'d Id, RandomState>,
}

/// An open question between two days on which briefs take it up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rest<'d> {
    /// The question.
    pub question: &'d Id,
    /// The day on which it is taken up again; absent is never since.
    pub until: Option<CivilDate>,
}

impl<'d> Index<'d> {
    /// Sorts the briefs of a desk.
    #[must_use]
    pub fn of(desk: &'d Desk, register: &'d Register) -> Self {
        let mut index = Self {
            days: BTreeMap::new(),
            stories: stories(desk.chronological()),
            questions: Threads::of(desk),
            entities: Parties::new(),
            topics: topic::topics(desk),
            sources: Parties::new(),
            corrections: BTreeMap::new(),
            open: BTreeMap::new(),
            resting: BTreeMap::new(),
            unnamed: Vec::new(),
            left_out: desk.left_out().collect(),
        };
        for (id, entity) in &register.entities {
            index.entities.register(id, entity, register.marking_of_entity(entity));
        }
        for (id, source) in &register.sources {
            index.sources.register(id, source, register.marking_of_source(source));
        }
        desk.chronological().into_iter().for_each(|brief| index.file(brief));
        index.open = open(&index);
        index.resting = resting(&index);
        index.entities.settle();
        index.sources.settle();
        index
    }

    /// Whether the daily brief of its day leaves a brief out.
    #[must_use]
    pub fn leaves_out(&self, brief: &Brief) -> bool {
        self.left_out.contains(&brief.id)
    }

    fn file(&mut self, brief: &'d Brief) {
        self.days.entry(brief.date.value).or_default().push(brief);
        for correction in &brief.corrections {
            self.corrections.entry(correction.on.value).or_default().push((correction, brief));
        }
        for entity in &brief.entities {
            self.entities.mention(&entity.id.value, brief, entity);
        }
        for source in &brief.sources {
            if source.is_anonymous() {
                self.unnamed.push((brief, source));
            } else {
                self.sources.mention(&source.id.value, brief, source);
            }
        }
    }
}

/// How many questions were open at the end of each day with briefs: one more where one opens or reopens, one less where it is
/// settled.
fn open(index: &Index<'_>) -> BTreeMap<CivilDate, usize> {
    let mut changes: BTreeMap<CivilDate, i64> = index.days.keys().map(|day| (*day, 0)).collect();
    for thread in index.questions.iter() {
        let mut was_open = false;
        for it in thread.occurrences() {
            let is_open = it.question.is_unsettled();
            *changes.entry(it.brief.date.value).or_default() += i64::from(is_open) - i64::from(was_open);
            was_open = is_open;
        }
    }
    let mut open = 0;
    let running = changes.into_iter().map(|(day, change)| {
        open += change;
        (day, usize::try_from(open).unwrap_or_default())
    });
    running.collect()
}

/// Where each question stood at the end of a day with a brief about it, for those that were open then.
fn resting<'d>(index: &Index<'d>) -> BTreeMap<CivilDate, Vec<Rest<'d>>> {
    let mut resting: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for thread in index.questions.iter() {
        let days: Vec<_> = thread.occurrences().collect();
        for (place, it) in days.iter().enumerate() {
            let day = it.brief.date.value;
            let until = days.get(place + 1).map(|next| next.brief.date.value);
            if until != Some(day) && it.question.is_unsettled() {
                resting.entry(day).or_default().push(Rest { question: thread.id(), until });
            }
        }
    }
    resting
}
