//! Two editions, thread by thread.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::edition::{Asked, By, Edition, Place, Thread};
use super::matching::says;
use super::{Change, DateOf, DateShift, How, Item, Standing, What, briefs, parts, questions, sources};
use crate::model::{Brief, Event, Fact, Id, Judgement};

/// What changed from one edition to another, by story or brief; in each the brief itself, then its parts in the order of its page.
///
/// A story or brief that is new or gone is one change for each of its briefs, not one for each of its parts. Both editions must
/// have been made in the same way.
#[must_use]
pub fn compare<'d>(old: &Edition<'d>, new: &Edition<'d>) -> Vec<Change<'d>> {
    let threads = old.threads.keys().chain(new.threads.keys()).copied().collect();
    let mut lost = by_thread(old);
    lost.retain(|listed| !new.questions.contains_key(listed.id));
    Comparison { old, new, lost }.run(threads)
}

/// What the briefs of one day, or of several in their order, change in the state that the briefs before them speak. A story that begins
/// on one of several days is new with its briefs of that day; what later ones change in these is told.
///
/// The cost is that of the day alone. For every day of a desk, from the first:
///
/// ```
/// # use attache::{change::{self, Edition}, model::Brief};
/// fn every_day(briefs: &[Brief]) {
///     let mut earlier = Edition::default();
///     for day in briefs.chunk_by(|a, b| a.date.value == b.date.value) {
///         let changes = change::since(day, &earlier);
///         println!("{}", changes.len());
///         day.iter().for_each(|brief| earlier.add(brief));
///     }
/// }
/// ```
#[must_use]
pub fn since<'d>(day: impl IntoIterator<Item = &'d Brief>, earlier: &Edition<'d>) -> Vec<Change<'d>> {
    let today = Edition::of_days(day);
    let threads = today.threads.keys().copied().collect();
    Comparison { old: earlier, new: &today, lost: Vec::new() }.run(threads)
}

/// How many changes to a thread there is room for from the beginning: they are large, and to move them as their list grows takes long.
const USUAL_CHANGES: usize = 48;

/// And for how many threads: as many as a day has. Two whole desks may have ten thousand times as many, of which few have moved.
const USUAL_THREADS: usize = 64;

/// A question under the thread of its latest brief, in the order of its page.
struct Listed<'e, 'd> {
    thread: Thread<'d>,
    order: Option<Place<'d>>,
    id: &'d Id,
    asked: &'e Asked<'d>,
}

/// The questions of an edition by thread.
fn by_thread<'e, 'd>(edition: &'e Edition<'d>) -> Vec<Listed<'e, 'd>> {
    let listed = |(id, asked): (&&'d Id, &'e Asked<'d>)| {
        let thread = edition.thread(asked.latest()?.brief);
        Some(Listed { thread, order: asked.order(), id, asked })
    };
    let mut questions: Vec<_> = edition.questions.iter().filter_map(listed).collect();
    questions.sort_unstable_by_key(|it| (it.thread, it.order, it.id));
    questions
}

/// Those of one thread.
fn of_thread<'l, 'e, 'd>(questions: &'l [Listed<'e, 'd>], thread: &Thread<'d>) -> &'l [Listed<'e, 'd>] {
    let start = questions.partition_point(|it| it.thread < *thread);
    let end = questions.partition_point(|it| it.thread <= *thread);
    questions.get(start..end).unwrap_or_default()
}

/// The briefs of a thread, those of one day in the order of what they say: none of them has the last word, whatever their files are
/// called.
fn in_order<'b, 'd>(briefs: &'b [&'d Brief]) -> Cow<'b, [&'d Brief]> {
    let day = |brief: &&'d Brief| brief.date.value;
    if briefs.is_sorted_by(|one, next| day(one) < day(next)) {
        return briefs.into();
    }
    let mut briefs = briefs.to_vec();
    briefs.sort_by(|one, other| day(one).cmp(&day(other)).then_with(|| by_matter(one, other)));
    briefs.into()
}

/// The order of two briefs of one day by what they say.
fn by_matter(one: &Brief, other: &Brief) -> Ordering {
    says(one).cmp(&says(other)).then_with(|| facts(one).cmp(facts(other)))
}

fn facts(brief: &Brief) -> impl Iterator<Item = (u8, &str, Option<&str>)> {
    brief.key_facts.iter().map(|fact| {
        let speaker = fact.attribution.as_ref().map(|it| it.said_by.name.value.as_str());
        (fact.status.value.by_doubt(), fact.text.value.as_str(), speaker)
    })
}

struct Comparison<'e, 'd> {
    old: &'e Edition<'d>,
    new: &'e Edition<'d>,
    /// Questions that are asked no more.
    lost: Vec<Listed<'e, 'd>>,
}

impl<'d> Comparison<'_, 'd> {
    fn run(&self, mut threads: Vec<Thread<'d>>) -> Vec<Change<'d>> {
        threads.sort_unstable();
        threads.dedup();
        let asked = by_thread(self.new);
        let mut changes = Vec::with_capacity(threads.len().min(USUAL_THREADS) * USUAL_CHANGES);
        for thread in threads {
            let mut found = Found { thread, changes: &mut changes };
            let questions = of_thread(&asked, &thread);
            let [old, new] = [self.old, self.new].map(|it| it.threads.get(&thread).map(|it| in_order(it)));
            match (old, new) {
                (Some(old), Some(new)) => self.thread(&old, &new, questions, None, &mut found),
                (None, Some(new)) => self.begun(&new, questions, &mut found),
                (Some(old), None) => {
                    for brief in &*old {
                        found.went(brief, Item::Brief);
                    }
                }
                (None, None) => {}
            }
        }
        changes
    }

    /// A thread that is new: its briefs of the first day come with all that they say, and what later ones of the same days change in that
    /// is told as on the pages of these.
    fn begun(&self, new: &[&'d Brief], questions: &[Listed<'_, 'd>], found: &mut Found<'_, 'd>) {
        let day = |brief: &&'d Brief| brief.date.value;
        let is_first =
            |brief: &&'d Brief| self.new.by != By::Days || new.first().map(day) == Some(day(brief));
        let (first, later) = new.split_at(new.partition_point(is_first));
        for brief in first {
            found.came(brief, Item::Brief);
        }
        parts::turned_from_overheard::<Fact>(first, &self.old.earlier, found);
        if later.is_empty() {
            self.known_questions(new, questions, found);
        } else {
            self.thread(first, later, questions, Some(&Edition::asked_on_days(first.iter().copied())), found);
        }
        parts::turned_from_overheard::<Event>(first, &self.old.earlier, found);
    }

    /// A thread that was there before, or `began` with the questions of the old ones of these briefs.
    fn thread(
        &self,
        old: &[&'d Brief],
        new: &[&'d Brief],
        questions: &[Listed<'_, 'd>],
        began: Option<&Edition<'d>>,
        found: &mut Found<'_, 'd>,
    ) {
        // Of two days of a desk, most stories have not moved: their briefs are the very same.
        let moved = old.len() != new.len() || old.iter().zip(new).any(|(a, b)| !std::ptr::eq(*a, *b));
        if moved {
            briefs::compare(old, new, found);
            let graded = self.old.earlier.of(&found.thread).map(|told| &told.sources);
            sources::compare(old, new, graded, found);
            parts::compare::<Fact>(old, new, &self.old.earlier, found);
        }
        if self.new.by == By::Brief {
            questions::of_briefs(old, new, self.old, found);
        } else {
            for Listed { id, asked, .. } in questions {
                let known = self.old.questions.get(id).or_else(|| began?.questions.get(id));
                questions::of_desk(known, asked, self.old, found);
            }
            for Listed { asked, .. } in of_thread(&self.lost, &found.thread) {
                questions::lost(asked, found);
            }
        }
        if moved {
            parts::compare::<Event>(old, new, &self.old.earlier, found);
            parts::compare::<Judgement>(old, new, &self.old.earlier, found);
        }
    }

    /// A new brief says all its questions anew; what it changes in those that were asked before is worth telling.
    fn known_questions(&self, new: &[&'d Brief], questions: &[Listed<'_, 'd>], found: &mut Found<'_, 'd>) {
        if self.new.by == By::Brief {
            questions::of_briefs(&[], new, self.old, found);
            return;
        }
        for Listed { id, asked, .. } in questions {
            if let Some(known) = self.old.questions.get(id) {
                questions::of_desk(Some(known), asked, self.old, found);
            }
        }
    }
}

/// What has been found in one thread.
pub(super) struct Found<'c, 'd> {
    pub(super) thread: Thread<'d>,
    changes: &'c mut Vec<Change<'d>>,
}

impl<'d> Found<'_, 'd> {
    pub(super) fn came(&mut self, brief: &'d Brief, item: Item<'d>) {
        self.push(What::Came(Standing { brief, item }));
    }

    pub(super) fn went(&mut self, brief: &'d Brief, item: Item<'d>) {
        self.push(What::Went(Standing { brief, item }));
    }

    fn push(&mut self, what: What<'d>) {
        self.changes.push(Change { thread: self.thread, what });
    }

    /// Two states of one item, to be compared value by value.
    pub(super) fn both(&mut self, old: Standing<'d>, new: Standing<'d>) -> Both<'_, 'd> {
        let same_document = same_document(self.thread, old.brief, new.brief);
        Both { thread: self.thread, changes: &mut *self.changes, old, new, same_document }
    }

    /// Whether two briefs are versions of one, not one that follows the other.
    pub(super) fn same_document(&self, old: &Brief, new: &Brief) -> bool {
        same_document(self.thread, old, new)
    }
}

/// Whether two briefs of a thread are versions of one, not one that follows the other.
pub(super) fn same_document(thread: Thread<'_>, old: &Brief, new: &Brief) -> bool {
    thread == Thread::Pair || old.id == new.id
}

/// Two states of one item.
pub(super) struct Both<'c, 'd> {
    thread: Thread<'d>,
    changes: &'c mut Vec<Change<'d>>,
    pub(super) old: Standing<'d>,
    pub(super) new: Standing<'d>,
    pub(super) same_document: bool,
}

impl<'d> Both<'_, 'd> {
    /// The item changed in this, as far as that can be told between [two statements](How::between). Whoever says in another brief, on
    /// another day, what they said before has said it again: that is no other date of the same saying.
    pub(super) fn changed(&mut self, how: impl Into<Option<How<'d>>>) {
        // Most has not changed.
        let Some(how) = how.into() else { return };
        let how = how.between(&self.old, &self.new);
        let is_again = matches!(how, How::Date(DateOf::Said, DateShift::Moved));
        if self.same_document || !is_again {
            let what = What::Changed { old: self.old, new: self.new, how };
            self.changes.push(Change { thread: self.thread, what });
        }
    }

    /// Parts that are told by name only, where both are versions of one document: another brief has others anyway.
    pub(super) fn details(&mut self, differ: impl FnOnce() -> Vec<&'static str>) {
        if self.same_document {
            self.differ(differ());
        }
    }

    /// Parts that are told by name only, if there are any.
    pub(super) fn differ(&mut self, names: Vec<&'static str>) {
        self.changed((!names.is_empty()).then_some(How::Details(names)));
    }
}
