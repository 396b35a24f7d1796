//! Desks of any size for measurements: generated, and the same for the same seed on every machine.
//!
//! A brief breaks no rule and has 6 to 7 KB: 6 sources, 4 entities, 10 key facts, 6 timeline events, 4 open questions. Twenty come a day; most
//! belong to stories that run for days, whose questions and facts keep their ids from brief to brief. Seven in ten are in English,
//! two in Turkish, one in Arabic. Nothing in them exists, and each says so.

mod arabic;
mod brief;
mod calendar;
mod english;
mod random;
mod story;
mod turkish;
mod words;
mod yaml;

use calendar::Day;
use random::Random;
use story::Story;

/// How many briefs a desk writes on a day.
const BRIEFS_A_DAY: u32 = 20;

/// The day of the first brief, 1 April 2020: there is something before it to look back on.
const FIRST_DAY: Day = Day(91);

/// File names and texts of a desk's briefs, made one at a time. A desk of 100 is the beginning of a desk of 50,000.
pub(crate) fn desk(seed: u64, count: u32) -> impl Iterator<Item = (String, String)> {
    (0..count).map(move |index| {
        let (age, slot) = (index / BRIEFS_A_DAY, index % BRIEFS_A_DAY);
        let day = FIRST_DAY.after(age);
        let story = Story::of(seed, FIRST_DAY, age, slot);
        let name = format!("{}-{:02}-{}.yaml", day.iso(), slot + 1, story.thing.0);
        (name, brief::text(&story, day, Random::new(&[seed, 2, index.into()])))
    })
}
