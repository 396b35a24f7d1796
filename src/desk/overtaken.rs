//! What else is said of a fact than one brief of a story says of it: what was claimed one day may be disputed the next, and whoever has said
//! it may have put it right.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::stories::stories;
use super::telling::{Telling, Word, last};
use crate::model::{Brief, Doubt, Event, Fact, Ground, Id, Matter, Statement};

/// A fact, and the last word of somebody on it that attests it otherwise.
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
    /// Whether it is of a day after that of the fact, and was not said before: then it is the later. Also where it was certainly said after the
    /// fact, of which a brief has told late. Of two briefs of one day none is the later.
    #[must_use]
    pub fn is_later(&self) -> bool {
        let [fact, now] = self.tellings();
        match self.brief.date.value.cmp(&self.of.date.value) {
            Ordering::Greater => !now.is_said_before(&fact),
            Ordering::Equal => false,
            Ordering::Less => fact.is_said_before(&now),
        }
    }

    /// Whether it stands beside the fact: it attests the fact otherwise or says something else, or an analyst holds for doubtful now what was
    /// not. Of what was told before that is only what denies or disputes it still, or what its speaker said after it; of the same day nothing
    /// that says the same and attests it as well.
    fn is_beside(&self) -> bool {
        let [fact, now] = self.tellings();
        // Whether two are one party takes longer to tell than which of two days comes first.
        if now.is_said_before(&fact) && fact.is_of_party(&now) {
            return false;
        }
        match self.brief.date.value.cmp(&self.of.date.value) {
            Ordering::Greater => self.is_news(),
            Ordering::Equal => self.attests_less() || self.is_held_less() || !self.is_one(),
            Ordering::Less if fact.is_said_before(&now) && fact.is_of_party(&now) => self.is_news(),
            Ordering::Less => now.is_doubted() && self.attests_less(),
        }
    }

    /// Whether it, a last word of somebody, is that of the speaker of the fact, which is [told late](super::telling::late), and is news beside
    /// that.
    fn is_last_of_speaker(&self) -> bool {
        let [fact, now] = self.tellings();
        now.day() < fact.day() && fact.is_of_party(&now) && self.is_news()
    }

    fn is_news(&self) -> bool {
        let is_same = self.now.status.value == self.fact.status.value && self.says_the_same();
        !is_same || self.is_held_less() || self.is_of_others_unnamed()
    }

    /// Whether it is the word of people without names, and not of those, or as many, who said the fact: of five there may be one left.
    fn is_of_others_unnamed(&self) -> bool {
        let [fact, now] =
            [self.fact, self.now].map(|it| it.attribution.as_ref().map(|it| &*it.said_by.value));
        now.is_some_and(|now| now.is_anonymous() && fact.is_none_or(|fact| !fact.reads_alike(now)))
    }

    /// Whether an analyst holds it for less credible, and for doubtful at least.
    #[must_use]
    pub fn is_held_less(&self) -> bool {
        self.now.doubt_in_it() > self.fact.doubt_in_it()
    }

    /// Whether it is told in the same words, with the same value and of the same time.
    fn says_the_same(&self) -> bool {
        let [fact, now] = self.statements();
        now.repeats(fact)
    }

    /// Whether both say the same, of whichever the time is known better.
    fn is_one(&self) -> bool {
        let [fact, now] = self.statements();
        now.is_one_with(fact)
    }

    /// Whether it gives another value of the same thing.
    #[must_use]
    pub fn gives_another_value(&self) -> bool {
        let [fact, now] = self.statements();
        now.gives_another_value_than(fact)
    }

    /// Whether it says the same of another time.
    #[must_use]
    pub fn is_of_another_time(&self) -> bool {
        let [fact, now] = self.statements();
        now.has_words_of(fact) && !self.is_one()
    }

    /// Whether it is another answer than the fact: it says something else, or is attested or held otherwise.
    pub(super) fn is_another_answer(&self) -> bool {
        let attested = |fact: &Fact| (fact.status.value, fact.doubt_in_it());
        attested(self.now) != attested(self.fact) || !self.is_one()
    }

    /// Whether it attests the fact less.
    #[must_use]
    pub fn attests_less(&self) -> bool {
        self.now.status.value.by_doubt() < self.fact.status.value.by_doubt()
    }

    /// Which of several comes first: what the speaker of the fact says of it, then what attests it otherwise, then the one that no reader may
    /// miss; then what they say decides, before the names of their files do.
    fn place(&self) -> impl Ord + use<'d> {
        let [fact, now] = self.tellings();
        let speaker = self.now.attribution.as_ref().map(|it| it.said_by.name.value.as_str());
        let otherwise = (self.now.status.value == self.fact.status.value, self.says_the_same());
        let says = (self.now.text.value.as_str(), speaker);
        (!fact.is_of_party(&now), otherwise, Doubt::of_fact(self.now), says, &self.brief.id)
    }

    fn statements(&self) -> [Statement<'d>; 2] {
        [self.fact, self.now].map(Statement::of_fact)
    }

    fn tellings(&self) -> [Telling<'d>; 2] {
        [Telling::of_fact(self.of, self.fact), Telling::of_fact(self.brief, self.now)]
    }
}

/// A word on a fact.
pub(crate) type Told<'d> = (&'d Brief, &'d Fact);

fn of_told((brief, fact): Told<'_>) -> Telling<'_> {
    Telling::of_fact(brief, fact)
}

/// Of all words on a fact what stands beside one of them, in the order of their places.
pub(super) fn beside<'d>(of: Told<'d>, words: Vec<Told<'d>>) -> Vec<Later<'d>> {
    in_order(LastWords::of(words).beside(of).collect())
}

/// The last words of all who say something of a fact. Where very many do, those that doubt it most, and of these the latest, so that a story
/// in which everybody speaks of it is not looked through for each of its briefs; and what anybody known has said last.
#[derive(Debug)]
struct LastWords<'d> {
    words: Vec<Told<'d>>,
    /// By whose word it is known to be, where there are more words.
    own: HashMap<Word<'d>, Told<'d>, RandomState>,
}

/// How many words on a fact are looked at for each brief that has it.
const MOST: usize = 100;

impl<'d> LastWords<'d> {
    fn of(words: Vec<Told<'d>>) -> Self {
        let (mut words, mut own) = (last::last_of_each(words, of_told), HashMap::default());
        if words.len() > MOST {
            own = words.iter().flat_map(|told| of_told(*told).words().map(|word| (word, *told))).collect();
            words.sort_by_cached_key(|(_, fact)| Doubt::of_fact(fact));
            words.truncate(MOST);
        }
        Self { words, own }
    }

    /// What stands beside a word on the fact, in no order, and it may be twice.
    fn beside(&self, (of, fact): Told<'d>) -> impl Iterator<Item = Later<'d>> {
        let words = (!self.own.is_empty()).then(|| of_told((of, fact)).words());
        let own = words.into_iter().flatten().filter_map(|word| self.own.get(&word));
        let others = self.words.iter().chain(own).filter(move |(_, now)| !std::ptr::eq(*now, fact));
        others
            .map(move |(brief, now)| Later { of, fact, brief, now })
            .filter(|it| it.is_beside() || it.is_last_of_speaker())
    }
}

/// Each word once, in the order of their places.
pub(super) fn in_order(mut later: Vec<Later<'_>>) -> Vec<Later<'_>> {
    // As nearly always.
    if later.len() > 1 {
        let mut seen = HashSet::with_capacity_and_hasher(later.len(), RandomState::default());
        later.retain(|it| seen.insert(std::ptr::from_ref(it.now)));
        later.sort_by_cached_key(Later::place);
    }
    later
}

/// Whether one of these briefs has a word on a fact that attests it otherwise or says something else.
pub(super) fn is_any_beside<'d>((of, fact): Told<'d>, mut words: impl Iterator<Item = Told<'d>>) -> bool {
    words.any(|(brief, now)| Later { of, fact, brief, now }.is_beside())
}

/// What is said of the facts of a desk that several briefs of a story tell of: of each the last words of all who speak of it.
#[derive(Debug, Default)]
pub struct Overtaken<'d> {
    last: HashMap<Key<'d>, LastWords<'d>, RandomState>,
}

/// What makes a fact of one brief the same as a fact of another: its id within their matter.
type Key<'d> = (Matter<'d>, &'d Id);

fn key((brief, fact): Told<'_>) -> Key<'_> {
    (Matter::of(brief), &fact.id.value)
}

impl<'d> Overtaken<'d> {
    /// Those of some stories.
    #[must_use]
    pub fn of<'s>(stories: impl IntoIterator<Item = &'s [&'d Brief]>) -> Self
    where
        'd: 's,
    {
        // As most are of one day. A brief by itself has one word on each fact.
        let told = stories.into_iter().filter(|briefs| briefs.len() > 1);
        Self::of_told(told.map(|briefs| {
            briefs.iter().flat_map(|brief| brief.key_facts.iter().map(|fact| (*brief, fact))).collect()
        }))
    }

    /// The same of the stories that some briefs belong to, in whatever order they come.
    #[must_use]
    pub fn among(briefs: impl IntoIterator<Item = &'d Brief>) -> Self {
        Self::of(stories(briefs).values().map(Vec::as_slice))
    }

    /// What some briefs say of facts. None is told of in two of these lists.
    pub(crate) fn of_told(told: impl IntoIterator<Item = Vec<Told<'d>>>) -> Self {
        let mut overtaken = Self::default();
        for mut told in told {
            told.sort_by_key(|it| key(*it));
            for words in told.chunk_by(|one, next| key(*one) == key(*next)) {
                if let [first, _, ..] = words {
                    overtaken.last.insert(key(*first), LastWords::of(words.to_vec()));
                }
            }
        }
        overtaken
    }

    /// Of everybody who says something of a fact of a brief the last word, where that attests it otherwise: what its own speaker says first,
    /// and then what no reader may miss.
    #[must_use]
    pub fn beside(&self, brief: &'d Brief, fact: &'d Fact) -> Vec<Later<'d>> {
        let told = (brief, fact);
        self.last.get(&key(told)).map_or_else(Vec::new, |last| in_order(last.beside(told).collect()))
    }

    /// The briefs that have these words, in no order, and one may come twice.
    pub fn briefs_beside(&self, brief: &'d Brief, fact: &'d Fact) -> impl Iterator<Item = &'d Brief> {
        let told = (brief, fact);
        self.last.get(&key(told)).into_iter().flat_map(move |last| last.beside(told)).map(|later| later.brief)
    }

    /// The same of the fact that an event of a brief takes its attribution from: the event stands no better than that.
    #[must_use]
    pub fn of_event(&self, brief: &'d Brief, event: &Event) -> Vec<Later<'d>> {
        match &event.ground {
            Ground::Fact(id) => brief.fact(&id.value).map_or_else(Vec::new, |fact| self.beside(brief, fact)),
            Ground::Own { .. } | Ground::Assessed | Ground::Unattributed => Vec::new(),
        }
    }
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
                let later = overtaken.beside(brief, &brief.key_facts[0]);
                later.iter().map(|later| later.now.status.value).collect()
            };
            let expected: [&[Status]; 6] =
                [&[Denied, Stated], &[Denied], &[Stated], &[Denied, Stated], &[Denied], &[]];
            for (brief, expected) in briefs.iter().zip(expected) {
                assert_eq!(later(brief), expected, "{}", brief.id);
            }
        }
    }
}
