//! Facts that a later brief of their story attests otherwise: what was claimed one day may be disputed the next.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::last_day::{LastDay, LastDays};
use super::stories::stories;
use super::telling::{self, Telling};
use crate::model::{Brief, Event, Fact, Ground, Id, Matter, Statement};

/// A fact, and a word of its story on it that is of the last day on which there was one, or denies or disputes it and still
/// [stands](telling).
#[derive(Debug, Clone, Copy)]
pub struct Later<'d> {
    /// The brief that has the fact.
    pub of: &'d Brief,
    /// The fact, as that brief has it.
    pub fact: &'d Fact,
    /// The brief that has that word.
    pub brief: &'d Brief,
    /// The fact in that brief.
    pub now: &'d Fact,
}

impl<'d> Later<'d> {
    /// Whether it is of the very day of the fact: then it is no later, and stands beside it as a doubt does.
    #[must_use]
    pub fn is_of_same_day(&self) -> bool {
        self.of.date.value == self.brief.date.value
    }

    /// Whether it is of a day after that of the fact.
    #[must_use]
    pub fn is_later(&self) -> bool {
        self.of.date.value < self.brief.date.value
    }

    /// Whether it attests the fact otherwise or says something else, or an analyst holds for doubtful now what was not; and is no word of the
    /// same day that attests it as well.
    fn is_news(&self) -> bool {
        let is_same = self.now.status.value == self.fact.status.value && self.says_the_same();
        let is_held_less = self.now.is_held_doubtful() && !self.fact.is_held_doubtful();
        if self.is_of_same_day() { self.attests_less() } else { !is_same || is_held_less }
    }

    /// Whether it is told in the same words, with the same value and of the same time.
    fn says_the_same(&self) -> bool {
        let [fact, now] = [self.fact, self.now].map(Statement::of_fact);
        now.repeats(fact)
    }

    /// Whether it gives another value of the same thing.
    #[must_use]
    pub fn gives_another_value(&self) -> bool {
        let [fact, now] = [self.fact, self.now].map(Statement::of_fact);
        now.gives_another_value_than(fact)
    }

    /// Whether it attests the fact less.
    fn attests_less(&self) -> bool {
        self.now.status.value.by_doubt() < self.fact.status.value.by_doubt()
    }

    /// Which of several comes first: one that attests the fact otherwise, then the one that no reader may miss; then what they say
    /// decides, before the names of their files do.
    fn place(&self) -> impl Ord + use<'d> {
        let (status, speaker) = (self.now.status.value, self.now.attribution.as_ref().map(|it| &it.said_by));
        let says = (self.now.text.value.as_str(), speaker.map(|source| source.name.value.as_str()));
        (status == self.fact.status.value, self.says_the_same(), status.by_doubt(), says, &self.brief.id)
    }
}

/// Of some words on a fact, the first of those that stand which attests it otherwise or says something else; the latest of its own speaker
/// stands, too, whoever has repeated the fact since. Of the very day of the fact that is only one that attests it less, as none of them is the
/// later.
pub(super) fn first<'d>((of, fact): Told<'d>, words: impl Iterator<Item = Told<'d>>) -> Option<Later<'d>> {
    let mut words: Vec<_> = words.collect();
    words.sort_by_key(|(brief, _)| Reverse(brief.date.value));
    let said = of_told((of, fact));
    let own = telling::own_last(words.iter().copied(), &said, of_told);
    let standing = telling::standing(words, of_told).into_iter().chain(own);
    let later = standing.map(|(brief, now)| Later { of, fact, brief, now }).filter(Later::is_news);
    later.min_by_key(Later::place)
}

/// Whether one of these briefs has a word on a fact that attests it otherwise or says something else.
pub(super) fn is_news<'d>((of, fact): Told<'d>, words: impl Iterator<Item = Told<'d>>) -> bool {
    words.map(|(brief, now)| Later { of, fact, brief, now }).any(|later| later.is_news())
}

/// A word on a fact.
type Told<'d> = (&'d Brief, &'d Fact);

fn of_told((brief, fact): Told<'_>) -> Telling<'_> {
    Telling::of_fact(brief, fact)
}

/// The facts of a desk that are overtaken, by their brief.
#[derive(Debug, Default)]
pub struct Overtaken<'d> {
    later: HashMap<&'d Id, Vec<Later<'d>>, RandomState>,
    /// Words of the very day of a fact that attest it less, where none is later.
    doubts: HashMap<&'d Id, Vec<Later<'d>>, RandomState>,
    /// Words from before the last day on a fact of a story that deny or dispute it and still stand.
    standing: HashMap<(Matter<'d>, &'d Id), Vec<Told<'d>>, RandomState>,
}

impl<'d> Overtaken<'d> {
    /// Those of some stories that are attested otherwise now.
    #[must_use]
    pub fn of<'s>(stories: impl IntoIterator<Item = &'s [&'d Brief]>) -> Self
    where
        'd: 's,
    {
        Self::by(stories, |_, _| false)
    }

    /// Those of some stories that are attested otherwise now, or are another in some other way.
    #[must_use]
    pub fn by<'s>(
        stories: impl IntoIterator<Item = &'s [&'d Brief]>,
        is_another: impl Fn(&Fact, &Fact) -> bool,
    ) -> Self
    where
        'd: 's,
    {
        let mut overtaken = Self::default();
        stories.into_iter().for_each(|briefs| overtaken.story(briefs, &is_another));
        overtaken
    }

    /// The same of the stories that some briefs belong to, in whatever order they come.
    #[must_use]
    pub fn among(
        briefs: impl IntoIterator<Item = &'d Brief>,
        is_another: impl Fn(&Fact, &Fact) -> bool,
    ) -> Self {
        Self::by(stories(briefs).values().map(Vec::as_slice), is_another)
    }

    fn story(&mut self, briefs: &[&'d Brief], is_another: impl Fn(&Fact, &Fact) -> bool) {
        // As most are of one day. A brief by itself has one word on each fact.
        if briefs.len() < 2 {
            return;
        }
        let most = briefs.iter().map(|brief| brief.key_facts.len()).max().unwrap_or_default();
        let mut last = LastDays::with_room(most);
        for brief in briefs {
            for fact in &brief.key_facts {
                last.tell(&fact.id.value, brief.date.value, (*brief, fact));
            }
        }
        let standing = standing_doubts(briefs, &last);
        for brief in briefs {
            let (mut overtaken, mut doubts) = (Vec::new(), Vec::new());
            for fact in &brief.key_facts {
                let Some(last) = last.get(&&fact.id.value) else { continue };
                let doubted = || standing.get(&fact.id.value).into_iter().flatten();
                if last.day > brief.date.value {
                    overtaken.extend(later((brief, fact), last, doubted().copied(), &is_another));
                } else if !last.is_one() {
                    doubts.extend(doubted_now((brief, fact), last));
                }
            }
            if !overtaken.is_empty() {
                self.later.insert(&brief.id, overtaken);
            }
            if !doubts.is_empty() {
                self.doubts.insert(&brief.id, doubts);
            }
        }
        if let Some(first) = briefs.first() {
            let matter = Matter::of(first);
            self.standing.extend(standing.into_iter().map(|(id, words)| ((matter, id), words)));
        }
    }

    /// The facts of a brief that are overtaken, each as often as it was told of on its last day: first where it is attested otherwise,
    /// and there first what no reader may miss.
    #[must_use]
    pub fn of_brief(&self, brief: &Brief) -> &[Later<'d>] {
        self.later.get(&brief.id).map_or(&[], Vec::as_slice)
    }

    /// The same of the fact that an event of a brief takes its attribution from, what attests it less on its very day, and what denied or
    /// disputed it before and still stands: the event stands no better than that.
    pub fn of_event(&self, brief: &'d Brief, event: &Event) -> impl Iterator<Item = Later<'d>> + use<'_, 'd> {
        let ground = match &event.ground {
            Ground::Fact(id) => brief.fact(&id.value),
            Ground::Own { .. } | Ground::Assessed | Ground::Unattributed => None,
        };
        let doubts = self.doubts.get(&brief.id).into_iter().flatten();
        let of_brief = self.of_brief(brief).iter().chain(doubts).copied();
        let before = ground.into_iter().flat_map(move |fact| {
            let standing = self.standing.get(&(Matter::of(brief), &fact.id.value)).into_iter().flatten();
            let before = standing.copied().filter(|(it, _)| it.date.value < brief.date.value);
            words((brief, fact), before).into_iter().filter(Later::attests_less)
        });
        let is_of_ground = move |later: &Later<'d>| ground.is_some_and(|fact| std::ptr::eq(later.fact, fact));
        of_brief.filter(is_of_ground).chain(before)
    }
}

/// Words from before the last day on facts of a story which deny or dispute them and still stand: of most stories none.
fn standing_doubts<'d>(
    briefs: &[&'d Brief],
    last: &LastDays<&'d Id, Told<'d>>,
) -> HashMap<&'d Id, Vec<Told<'d>>, RandomState> {
    let told = || briefs.iter().rev().flat_map(|brief| brief.key_facts.iter().map(|fact| (*brief, fact)));
    let is_before =
        |(brief, fact): &Told<'d>| last.get(&&fact.id.value).is_some_and(|last| brief.date.value < last.day);
    let doubted = told().filter(|told| told.1.status.value.is_doubted() && is_before(told));
    let mut words: HashMap<_, Vec<_>, RandomState> =
        doubted.map(|(_, fact)| (&fact.id.value, Vec::new())).collect();
    if words.is_empty() {
        return words;
    }
    for told in told() {
        words.entry(&told.1.id.value).and_modify(|words| words.push(told));
    }
    let standing = |(id, words)| {
        let mut standing = telling::standing(words, of_told);
        standing.retain(is_before);
        (id, standing)
    };
    words.into_iter().map(standing).collect()
}

/// Every word of the day of a fact that attests it less.
fn doubted_now<'d>(told: Told<'d>, last: &LastDay<Told<'d>>) -> Vec<Later<'d>> {
    let mut doubts = words(told, last.iter());
    doubts.retain(Later::attests_less);
    doubts
}

/// Every word of the last day on a fact, where one of them is another: none of them is the later. With them every one from before that
/// denies or disputes it and still stands.
fn later<'d>(
    (of, fact): Told<'d>,
    last: &LastDay<Told<'d>>,
    doubted: impl Iterator<Item = Told<'d>>,
    is_another: impl Fn(&Fact, &Fact) -> bool,
) -> Vec<Later<'d>> {
    let since = doubted.filter(|(brief, _)| brief.date.value >= of.date.value);
    let mut later = words((of, fact), since);
    later.retain(Later::is_news);
    let of_status = |now: &Fact| now.status.value == fact.status.value;
    if !last.iter().all(|(_, now)| of_status(now) && !is_another(fact, now)) {
        later.extend(words((of, fact), last.iter()));
        later.sort_by_key(Later::place);
    }
    later
}

/// Words on a fact, in the order of their places.
fn words<'d>((of, fact): Told<'d>, words: impl Iterator<Item = Told<'d>>) -> Vec<Later<'d>> {
    let mut words: Vec<_> = words.map(|(brief, now)| Later { of, fact, brief, now }).collect();
    words.sort_by_key(Later::place);
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Status;
    use crate::validate::sample;

    fn brief(day: u32, status: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: gate\n\
             sources: [{{id: port, name: Port of Oro, kind: official, descriptor: Invented}}]\n\
             key_facts: [{{id: gate, text: The gate is open., status: {status}, said_by: port}}]\n"
        ));
        Brief { id: Id::parse(&format!("day-{day}-{status}")).unwrap(), ..brief }
    }

    #[test]
    fn a_fact_is_overtaken_on_a_later_day_alone() {
        use Status::{Denied, Stated};
        let briefs = [
            brief(1, "claimed"),
            brief(1, "stated"),
            brief(1, "denied"),
            brief(2, "claimed"),
            brief(3, "stated"),
            brief(3, "denied"),
        ];
        // Of two briefs of one day none is the later, whatever they are called.
        for story in [[0, 1, 2, 3, 4, 5], [2, 1, 0, 3, 5, 4]] {
            let story: Vec<&Brief> = story.iter().map(|place| &briefs[*place]).collect();
            let overtaken = Overtaken::of([story.as_slice()]);
            let later = |brief: &Brief| -> Vec<_> {
                overtaken.of_brief(brief).iter().map(|later| later.now.status.value).collect()
            };
            for brief in &briefs[..4] {
                let stated_first = brief.key_facts[0].status.value == Denied;
                let expected = if stated_first { [Stated, Denied] } else { [Denied, Stated] };
                assert_eq!(later(brief), expected, "{}", brief.id);
            }
            assert!(briefs[4..].iter().all(|brief| later(brief).is_empty()));
        }
        let alike = [brief(1, "stated"), brief(2, "denied"), brief(3, "stated")];
        let story: Vec<&Brief> = alike.iter().collect();
        assert!(Overtaken::of([story.as_slice()]).of_brief(&alike[0]).is_empty());
        // Unless it is another in another way.
        let overtaken = Overtaken::by([story.as_slice()], |_, _| true);
        assert_eq!(alike.each_ref().map(|brief| overtaken.of_brief(brief).len()), [1, 1, 0]);
    }
}
