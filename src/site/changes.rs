//! What each day changed, and each brief in its story.

use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::RandomState;

use super::elsewhere::Elsewhere;
use crate::change::{Change, Edition, Thread, since};
use crate::desk::{self, Daily, Desk, Index};
use crate::model::{Brief, CivilDate, Id, Matter, Question};

/// What each brief of a story changed in those before it, by their places in it.
type Steps<'d> = Vec<Vec<Change<'d>>>;

/// What some days changed, and what became of the stories that end on them.
#[derive(Debug, Default)]
pub(super) struct Changes<'d> {
    days: BTreeMap<CivilDate, Vec<Change<'d>>>,
    stories: HashMap<&'d Id, Steps<'d>, RandomState>,
}

impl<'d> Changes<'d> {
    /// What a day changed.
    pub(super) fn of_day(&self, day: CivilDate) -> &[Change<'d>] {
        self.days.get(&day).map(Vec::as_slice).unwrap_or_default()
    }

    /// What each brief of a story changed, if that is known.
    pub(super) fn of_story(&self, story: &Id) -> Option<&[Vec<Change<'d>>]> {
        self.stories.get(story).map(Vec::as_slice)
    }

    /// What one day changed, by itself.
    pub(super) fn alone(daily: &Daily<'d>, index: &Index<'d>) -> Self {
        Self { days: BTreeMap::from([(daily.from, of_days(daily, index))]), ..Self::default() }
    }
}

/// A walk through the days of a desk, from the first. The cost of a day is that of its briefs.
pub(super) struct Walk<'d> {
    desk: &'d Desk,
    index: &'d Index<'d>,
    earlier: Edition<'d>,
    /// What the briefs so far changed in stories that go on.
    steps: HashMap<&'d Id, Steps<'d>, RandomState>,
    /// How many changes these are.
    held: usize,
    /// Questions that not one story alone takes up.
    shared: HashSet<&'d Id, RandomState>,
}

/// How many changes are held for stories that go on. What more of them changed is found out again for their pages: the changes of a
/// large desk would take more room than its briefs.
const MOST_HELD: usize = 50_000;

impl<'d> Walk<'d> {
    pub(super) fn new(desk: &'d Desk, index: &'d Index<'d>) -> Self {
        let (earlier, steps, shared) = (Edition::default(), HashMap::default(), shared(index));
        Self { desk, index, earlier, steps, held: 0, shared }
    }

    /// What these days changed, which are the next of the desk. It is let go before the walk goes on.
    pub(super) fn days(&mut self, days: impl Iterator<Item = CivilDate>) -> Changes<'d> {
        let mut changes = Changes::default();
        for day in days {
            let shown = Daily::new(self.desk, self.index, day, day).briefs;
            let mut of_day = since(by_id(shown), &self.earlier);
            of_day.shrink_to_fit();
            for of_thread in of_day.chunk_by(|one, next| one.thread == next.thread) {
                changes.stories.extend(self.step(day, of_thread));
            }
            changes.days.insert(day, of_day);
            for brief in self.index.days.get(&day).into_iter().flatten() {
                self.take_up(brief);
            }
        }
        changes
    }

    /// Takes up what a brief says, as far as a later day will be held against it: nothing else of a large desk is kept. Of one that its day
    /// left out that is no more than what it denies: what changed since is told of what readers know.
    fn take_up(&mut self, brief: &'d Brief) {
        let is_shown = !self.index.leaves_out(brief);
        match (self.story_goes_on(brief), is_shown) {
            (true, true) => self.earlier.tell(brief),
            (true, false) => self.earlier.overhear(brief),
            (false, _) => self.earlier.forget(brief),
        }
        for question in &brief.open_questions {
            match (self.is_asked_after(question, brief), is_shown) {
                (true, true) => self.earlier.hear(brief, question),
                (true, false) => {}
                (false, _) => self.earlier.forget_question(&question.id.value),
            }
        }
    }

    fn story_goes_on(&self, brief: &Brief) -> bool {
        let story = brief.story.as_ref().and_then(|story| self.index.stories.get(&story.value));
        story.and_then(|briefs| briefs.last()).is_some_and(|last| last.date.value > brief.date.value)
    }

    /// Whether a later day takes a question up.
    fn is_asked_after(&self, question: &Question, brief: &Brief) -> bool {
        let thread = self.index.questions.get(&question.id.value);
        thread.is_some_and(|thread| thread.latest().brief.date.value > brief.date.value)
    }

    /// Keeps what a day changed in a story for the story's own page, where that tells the same: where one brief of the day alone is
    /// on it, and no other story has moved its questions. Of a story that ends on the day, all steps are returned.
    fn step(&mut self, day: CivilDate, changes: &[Change<'d>]) -> Option<(&'d Id, Steps<'d>)> {
        let Thread::Matter(Matter::Story(story)) = changes.first()?.thread else { return None };
        let briefs = self.index.stories.get(story)?;
        let before = briefs.partition_point(|brief| brief.date.value < day);
        let (brief, later) = briefs.get(before..)?.split_first()?;
        let is_alone = later.first().is_none_or(|next| next.date.value > day);
        let is_own = brief.open_questions.iter().all(|question| !self.shared.contains(&question.id.value));
        let mut steps = self.steps.remove(story).unwrap_or_default();
        if is_alone && is_own && steps.len() == before && self.held + changes.len() <= MOST_HELD {
            steps.push(changes.to_vec());
            self.held += changes.len();
            if !later.is_empty() {
                self.steps.insert(story, steps);
                return None;
            }
        }
        self.held -= steps.iter().map(Vec::len).sum::<usize>();
        (steps.len() == briefs.len()).then_some((story, steps))
    }
}

/// The questions that not one story alone takes up.
fn shared<'d>(index: &Index<'d>) -> HashSet<&'d Id, RandomState> {
    let story = |brief: &'d Brief| brief.story.as_ref().map(|story| &story.value);
    let is_shared = |thread: &&desk::Thread<'d>| {
        let mut stories = thread.occurrences().map(|it| story(it.brief));
        let first = stories.next();
        stories.any(|story| Some(story) != first)
    };
    index.questions.iter().filter(is_shared).map(desk::Thread::id).collect()
}

/// What the briefs of some days change in what was known before: those of one day in what the days before it showed, those of several,
/// of which none is left out, in all that was said.
#[must_use]
pub fn of_days<'d>(daily: &Daily<'d>, index: &Index<'d>) -> Vec<Change<'d>> {
    let mut earlier = Edition::default();
    for brief in index.days.range(..daily.from).flat_map(|(_, briefs)| briefs) {
        if daily.from == daily.to && index.leaves_out(brief) {
            earlier.overhear(brief);
        } else {
            earlier.add(brief);
        }
    }
    let mut shown = by_id(daily.briefs.clone());
    shown.sort_by_key(|brief| brief.date.value);
    since(shown, &earlier)
}

/// What each brief of a story changed in those of the days before it, by their places in it: briefs of one day do not follow each
/// other. What was known of its questions before is what any brief of the desk had said, as on the pages of days.
#[must_use]
pub(super) fn of_story<'d>(briefs: &[&'d Brief], index: &Index<'d>) -> Steps<'d> {
    let mut earlier = Edition::default();
    let mut elsewhere = Elsewhere::of(index);
    let mut steps = Vec::with_capacity(briefs.len());
    for day in briefs.chunk_by(|one, next| one.date.value == next.date.value) {
        elsewhere.hear(day, &mut earlier);
        steps.extend(by_brief(day, since(day.iter().copied(), &earlier)));
        for brief in day {
            earlier.add(brief);
        }
    }
    steps
}

/// What each brief of a day changed. What none of them lists any more is told of the last.
fn by_brief<'d>(day: &[&'d Brief], changes: Vec<Change<'d>>) -> Steps<'d> {
    if let [_] = day {
        return vec![changes];
    }
    let places: HashMap<_, _, RandomState> = day.iter().map(|brief| &brief.id).zip(0_usize..).collect();
    let mut steps = vec![Vec::new(); day.len()];
    for change in changes {
        let place =
            places.get(&change.what.standing().brief.id).copied().unwrap_or(day.len().saturating_sub(1));
        if let Some(step) = steps.get_mut(place) {
            step.push(change);
        }
    }
    steps
}

fn by_id(mut briefs: Vec<&Brief>) -> Vec<&Brief> {
    briefs.sort_by(|a, b| a.id.cmp(&b.id));
    briefs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{How, What};
    use crate::model::{self, Register};
    use crate::span::{Span, Spanned};
    use crate::validate::sample;

    fn brief(story: &str, day: u32, question: &str, said: &str) -> Brief {
        sample(format!(
            "schema: 1\nid: {story}-{day}-{said}\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: {story}\n\
             bottom_line: As of day {day}.\nsources: [{{id: {said}, name: {said}, kind: outlet, descriptor: Invented}}]\n\
             key_facts: [{{id: a, text: It is day {day}., status: claimed, said_by: {said}}}]\n\
             timeline: [{{when: 2025-03-01, text: The {day} first of the days., fact: a}}]\n\
             open_questions: [{{id: {question}, question: Why?, status: open, \
             positions: [{{stance: asserts, says: For {day}., said_by: {said}}}]}}]\n"
        ))
    }

    /// Four days with stories that go on in different ways.
    fn desk() -> Desk {
        let mut briefs = Vec::new();
        for day in 1..5 {
            briefs.push(brief("alone", day, "own", if day == 3 { "port" } else { "yard" }));
            briefs.push(brief("shares", day, "shared", "yard"));
            briefs.push(brief("left-out", day, "left", "yard"));
            briefs.push(brief("twice", day, "two", "yard"));
        }
        briefs.extend([brief("twice", 3, "two", "port"), brief("also-shares", 2, "shared", "yard")]);
        briefs.push(brief("one", 2, "only", "yard"));
        let mut desk = Desk { briefs, ..Desk::default() };
        desk.sort();
        let date = CivilDate::parse("2025-03-02").unwrap();
        let leave_out = vec![Spanned::new(Id::parse("left-out-2-yard").unwrap(), Span::default())];
        let (path, pin, order) = ("day.yaml".into(), Vec::new(), Vec::new());
        desk.editions.insert(date, model::Edition { path, date, note: None, pin, order, leave_out });
        desk
    }

    #[test]
    fn what_is_kept_of_a_story_is_what_each_brief_changed_in_those_before_it() {
        let desk = desk();
        let register = Register::default();
        let index = Index::of(&desk, &register);
        let mut walk = Walk::new(&desk, &index);
        let (mut kept, mut ends) = (Vec::new(), Vec::new());
        for day in index.days.keys() {
            let changes = walk.days(std::iter::once(*day));
            for (story, briefs) in &index.stories {
                let Some(steps) = changes.of_story(story) else { continue };
                assert_eq!(format!("{steps:?}"), format!("{:?}", of_story(briefs, &index)), "{story}");
                assert_eq!(steps.len(), briefs.len());
                kept.push(story.as_str());
                ends.push(day.to_string());
            }
        }
        assert_eq!(kept, ["one", "alone"]);
        assert_eq!(ends, ["2025-03-02", "2025-03-04"]);
        assert_eq!(walk.held, walk.steps.values().flatten().map(Vec::len).sum::<usize>());
    }

    #[test]
    fn a_day_changes_the_same_where_nothing_has_been_let_go() {
        let desk = desk();
        let register = Register::default();
        let index = Index::of(&desk, &register);
        let mut walk = Walk::new(&desk, &index);
        for day in index.days.keys().copied() {
            let changes = walk.days(std::iter::once(day));
            let whole = of_days(&Daily::new(&desk, &index, day, day), &index);
            assert_eq!(format!("{:?}", changes.of_day(day)), format!("{whole:?}"), "{day}");
        }
        assert_eq!(
            format!("{:?}", walk.earlier),
            format!("{:?}", Edition::default()),
            "nobody speaks of it again"
        );
    }

    #[test]
    fn what_a_brief_changed_that_was_left_out_is_told_of_the_next_that_says_it() {
        let brief = |day: u32, status: &str| {
            sample(format!(
                "schema: 1\nid: pier-{day}-yard\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: pier\n\
                 bottom_line: Invented.\nsources: [{{id: yard, name: Yard, kind: outlet, descriptor: Invented}}]\n\
                 key_facts: [{{id: crack, text: It is cracked., status: {status}, said_by: yard}}]\n"
            ))
        };
        let changed_without = |left_out: u32, days: &[&str]| {
            let briefs = (1..).zip(days).map(|(day, it)| brief(day, it)).collect();
            let mut desk = Desk { briefs, ..Desk::default() };
            desk.sort();
            let date = CivilDate::parse(&format!("2025-03-0{left_out}")).unwrap();
            let id = Id::parse(&format!("pier-{left_out}-yard")).unwrap();
            let leave_out = vec![Spanned::new(id, Span::default())];
            let (path, pin, order) = ("day.yaml".into(), Vec::new(), Vec::new());
            desk.editions.insert(date, model::Edition { path, date, note: None, pin, order, leave_out });
            let register = Register::default();
            let index = Index::of(&desk, &register);
            let last = desk.today().unwrap();
            let alone = of_days(&Daily::new(&desk, &index, last, last), &index);
            let mut walk = Walk::new(&desk, &index);
            let walked: Vec<_> =
                index.days.keys().map(|day| walk.days(std::iter::once(*day)).of_day(*day).to_vec()).collect();
            assert_eq!(format!("{alone:?}"), format!("{:?}", walked.last().unwrap()));
            let statuses = alone.iter().filter_map(|change| match change.what {
                What::Changed { old, how: How::Status(_), .. } => Some(old.brief.date.value.to_string()),
                _ => None,
            });
            statuses.collect::<Vec<_>>()
        };
        let changed = |days: [&str; 3]| changed_without(2, &days);
        assert_eq!(changed(["claimed", "denied", "denied"]), ["2025-03-01"]);
        // Nobody was told of the denial, and all the same it is taken back.
        assert_eq!(changed(["claimed", "denied", "claimed"]), ["2025-03-02"]);
        assert_eq!(changed(["denied", "claimed", "claimed"]), ["2025-03-01"]);
        assert_eq!(changed(["denied", "denied", "claimed"]), ["2025-03-01"]);
        // Also of a story that readers were shown nothing of.
        assert_eq!(changed_without(1, &["denied", "claimed"]), ["2025-03-01"]);
        assert_eq!(changed_without(1, &["denied", "denied"]), [""; 0]);
        assert_eq!(changed_without(1, &["denied", "claimed", "claimed"]), [""; 0]);
    }

    #[test]
    fn a_story_knows_what_others_said_of_its_questions() {
        let settled = |brief: Brief| {
            let mut brief = brief;
            for question in &mut brief.open_questions {
                question.status.value = model::QuestionStatus::Moot;
            }
            brief
        };
        let mut desk = Desk {
            briefs: vec![
                brief("pier", 1, "shared", "yard"),
                settled(brief("pier", 3, "shared", "yard")),
                brief("gate", 2, "own", "yard"),
                brief("gate", 4, "shared", "port"),
                settled(brief("pier", 5, "shared", "yard")),
                brief("gate", 6, "shared", "port"),
            ],
            ..Desk::default()
        };
        desk.sort();
        let register = Register::default();
        let index = Index::of(&desk, &register);
        let mut walk = Walk::new(&desk, &index);
        let days = index.days.keys().map(|day| walk.days(std::iter::once(*day)).of_day(*day).to_vec());
        let days: Vec<_> = days.collect();
        let gate = of_story(&index.stories[&Id::parse("gate").unwrap()], &index);
        let changes = |changes: &[Change<'_>]| format!("{changes:?}");
        assert_eq!([&gate[1], &gate[2]].map(|it| changes(it)), [&days[3], &days[5]].map(|it| changes(it)));
        for step in &gate[1..] {
            let reopened = |it: &Change<'_>| matches!(it.what, What::Changed { how: How::Reopened, .. });
            assert_eq!(step.iter().filter(|it| reopened(it)).count(), 1, "{step:?}");
        }
    }

    #[test]
    fn briefs_of_one_day_do_not_follow_each_other() {
        let desk = desk();
        let register = Register::default();
        let index = Index::of(&desk, &register);
        let briefs = index.stories.get(&Id::parse("twice").unwrap()).unwrap();
        let steps = of_story(briefs, &index);
        assert_eq!(steps.len(), briefs.len());
        for (brief, step) in briefs.iter().zip(&steps).skip(1) {
            assert!(!step.is_empty(), "{}", brief.id);
            for change in step {
                if let What::Changed { old, new, .. } = &change.what {
                    assert_eq!(new.brief.id, brief.id);
                    assert!(old.brief.date.value < new.brief.date.value, "{change:?}");
                }
            }
        }
    }
}
