//! What the briefs of one developing matter have in common.

use super::BRIEFS_A_DAY;
use super::arabic::ARABIC;
use super::calendar::Day;
use super::english::ENGLISH;
use super::random::Random;
use super::turkish::TURKISH;
use super::words::{Ask, Named, Words};

/// How many of the briefs of a day belong to stories.
const STORIES_A_DAY: u32 = 15;

/// How many facts a story has in all; each of its briefs leaves some out.
pub(super) const FACTS: usize = 12;

/// A developing matter: its language, its cast, its facts, its questions.
#[derive(Debug)]
pub(super) struct Story {
    number: u32,
    /// The thread key; none for a matter that is taken up once.
    pub(super) key: Option<String>,
    pub(super) words: &'static Words,
    pub(super) first_day: Day,
    /// How many days it runs for.
    pub(super) days: u32,
    pub(super) thing: Named,
    pub(super) place: (&'static str, &'static str, &'static str, &'static str),
    pub(super) person: (&'static str, &'static str, &'static str, &'static str),
    pub(super) body: Named,
    pub(super) firm: Named,
    pub(super) agency: Named,
    pub(super) outlet: Named,
    pub(super) facts: Vec<Named>,
    pub(super) asks: Vec<Ask>,
    /// For numbers that stay the same from brief to brief.
    pub(super) seed: u64,
}

impl Story {
    /// The story that a brief belongs to, by the age of the desk in days. Each slot of the day runs one story after another, of 4
    /// days or more.
    pub(super) fn of(seed: u64, start: Day, age: u32, slot: u32) -> Self {
        let days = if slot < STORIES_A_DAY { 4 + slot } else { 1 };
        let turn = age / days;
        let seed = Random::new(&[seed, 1, slot.into(), turn.into()]).next();
        let mut random = Random::new(&[seed]);
        let words = match random.below(10) {
            0..=6 => &ENGLISH,
            7 | 8 => &TURKISH,
            _ => &ARABIC,
        };
        let (thing, place) = (random.pick(words.things), random.pick(words.places));
        let number = turn * BRIEFS_A_DAY + slot;
        Self {
            number,
            key: (slot < STORIES_A_DAY).then(|| format!("{}-{number}", thing.0)),
            words,
            first_day: start.after(turn * days),
            days,
            thing,
            place,
            person: random.pick(words.people),
            body: random.pick(words.bodies),
            firm: random.pick(words.firms),
            agency: random.pick(words.agencies),
            outlet: random.pick(words.outlets),
            facts: random.several(words.facts, FACTS),
            asks: random.several(words.asks, 4),
            seed,
        }
    }

    /// The id that a question keeps as long as the story runs.
    pub(super) fn question_id(&self, ask: &Ask) -> String {
        format!("{}-{}", ask.id, self.number)
    }
}
