//! Which of several words on one thing is whose last, and which still stand: the one rule of what replaces what.
//!
//! - What a party tells of a thing on a later day **follows** what it told before. Of two briefs of one day none is the later, and what
//!   it certainly said before the other is not either, whichever brief told of it first.
//! - One party is whoever is [certainly one](crate::model::party). What stands on nobody's word but the desk's, be it an assessment or
//!   an event for which no source is named, is of one party, too.
//! - Whether people without names are those who spoke before nobody can say: what they say is followed only by what is told just so, of
//!   as many, described in the same words.
//! - What follows a word **replaces** it; what others say stands beside it. Only what is disputed is not settled by whoever says it again:
//!   that is replaced by what is contrary too, as long as that itself stands.
//!
//! Four parts of the house ask for it, each for its own end. [`last_of_each`] says what each party has said last of a thing: for what stands
//! beside it on pages, and for the calendar. [`standing`] says what stands of it as of now, where the last day counts for all who only said it
//! before: for rules. [`replaced`] says what is not told among days that are told together, where each party has its say: for roll-ups. What changed asks for each party's [own last word](own_last), disputed or not, from which
//! it may have turned round: that what is disputed still stands makes no difference there, as the turn itself is told.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::model::date::Relation;
use crate::model::party::{self, Known};
use crate::model::{
    Attribution, Brief, CivilDate, Event, Fact, FuzzyDate, Judgement, Source, Standing, Status,
};

/// A fact, an event or a judgement as one brief tells it.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'d> {
    /// The brief.
    pub brief: &'d Brief,
    /// How well it is attested.
    pub status: Option<Status>,
    /// When it happened or will.
    pub when: Option<&'d FuzzyDate>,
    /// Its text.
    pub text: &'d str,
    /// Who says it and when; nobody, where it is our own word, or no source is named.
    pub attribution: Option<&'d Attribution>,
}

/// By what a later word on the same thing is known to be of the same speaker, or our own, or nobody's; of people without names, how it
/// is told, too.
pub type Word<'d> = (Option<Known<'d>>, Option<Saying<'d>>);

/// How one thing is told.
pub type Saying<'d> = (Option<Status>, Option<&'d FuzzyDate>, &'d str);

impl<'d> Telling<'d> {
    /// A fact.
    #[must_use]
    pub fn of_fact(brief: &'d Brief, fact: &'d Fact) -> Self {
        Self {
            brief,
            status: Some(fact.status.value),
            when: fact.when.as_ref().map(|when| &when.value),
            text: fact.text.value.as_str(),
            attribution: fact.attribution.as_ref(),
        }
    }

    /// An event.
    #[must_use]
    pub fn of_event(brief: &'d Brief, event: &'d Event) -> Self {
        let standing = Standing::of_event(event, brief);
        Self {
            brief,
            status: standing.and_then(|it| it.status),
            when: event.when.as_ref().map(|when| &when.value),
            text: event.text.value.as_str(),
            attribution: standing.and_then(|it| it.attribution),
        }
    }

    /// A judgement, which is our own and contradicts none.
    #[must_use]
    pub fn of_judgement(brief: &'d Brief, judgement: &'d Judgement) -> Self {
        Self { brief, status: None, when: None, text: judgement.text.value.as_str(), attribution: None }
    }

    /// The day as of which it is told.
    #[must_use]
    pub fn day(&self) -> CivilDate {
        self.brief.date.value
    }

    /// Whether it says that it is not so, or that others say that.
    #[must_use]
    pub fn is_doubted(&self) -> bool {
        self.status.is_some_and(Status::is_doubted)
    }

    /// Whether whoever says the one after the other has turned round: one of them says that it is not so.
    #[must_use]
    pub fn is_contrary_to(&self, other: &Self) -> bool {
        self.is_doubted() != other.is_doubted()
    }

    /// Whether it is the word of people without names.
    #[must_use]
    pub fn is_unnamed(&self) -> bool {
        self.speaker().is_some_and(Source::is_anonymous)
    }

    /// Whether both are certainly the word of one party; of people without names nobody can say.
    #[must_use]
    pub fn is_of_party(&self, other: &Self) -> bool {
        match (self.speaker(), other.speaker()) {
            (Some(one), Some(that)) => party::is_one((self.brief, one), (other.brief, that)),
            (None, None) => true,
            _ => false,
        }
    }

    /// When it was said, where its brief says so.
    #[must_use]
    pub fn said_on(&self) -> Option<&'d FuzzyDate> {
        self.attribution.and_then(|it| it.on.as_ref()).map(|on| &on.value)
    }

    /// Whether it was certainly said before the other.
    #[must_use]
    pub fn is_said_before(&self, other: &Self) -> bool {
        let (Some(one), Some(other)) = (self.said_on(), other.said_on()) else { return false };
        one.relation(other) == Relation::Before
    }

    /// Whether the other is of a later day, and was not said before this one.
    #[must_use]
    pub fn is_before(&self, later: &Self) -> bool {
        self.day() < later.day() && !later.is_said_before(self)
    }

    /// Whether its party tells the thing otherwise, or again, on a later day.
    #[must_use]
    pub fn is_followed_by(&self, later: &Self) -> bool {
        self.is_before(later) && self.is_of_party(later)
    }

    fn speaker(&self) -> Option<&'d Source> {
        self.attribution.map(|it| &*it.said_by.value)
    }

    /// Everything that its speaker is known by.
    pub fn words(&self) -> impl Iterator<Item = Word<'d>> + use<'d> {
        let (brief, speaker) = (self.brief, self.speaker());
        let named = speaker.filter(|speaker| !speaker.is_anonymous());
        let saying = (self.status, self.when, self.text);
        let other = match speaker {
            None => Some((None, None)),
            Some(speaker) => speaker.is_anonymous().then(|| (Some(Known::of(brief, speaker)), Some(saying))),
        };
        let named = named.into_iter().flat_map(move |speaker| Known::all(brief, speaker));
        named.map(|known| (Some(known), None)).chain(other)
    }
}

/// Of all words on one thing, in whatever order: those of the last day, and of those before that deny or dispute it each that still stands;
/// the latest first.
#[must_use]
pub fn standing<'d, T: Copy>(mut told: Vec<T>, telling: impl Fn(T) -> Telling<'d>) -> Vec<T> {
    told.sort_by_key(|it| Reverse(telling(*it).day()));
    let Some(last) = told.first().map(|it| telling(*it).day()) else { return told };
    let is_shown = |it: &T| {
        let telling = telling(*it);
        telling.day() == last || telling.is_doubted()
    };
    // As nearly always.
    if told.iter().filter(|it| telling(**it).day() < last).any(is_shown) {
        told = parted(&told, &telling).0;
    }
    told.retain(is_shown);
    told
}

/// Of all words on one thing, in whatever order, the last of each party, the latest first. What a party said before another word of its own is
/// not its last, whichever brief told of it first.
#[must_use]
pub fn last_of_each<'d, T: Copy>(mut told: Vec<T>, telling: impl Fn(T) -> Telling<'d>) -> Vec<T> {
    // As most.
    if told.len() < 2 {
        return told;
    }
    told.sort_by_key(|it| Reverse(telling(*it).day()));
    let mut last = parted(&told, &telling).0;
    if last.iter().any(|it| telling(*it).said_on().is_some()) {
        let mut said = Later::default();
        for it in &last {
            said.take(telling(*it), false);
        }
        last.retain(|it| !said.has_one_after(&telling(*it)));
    }
    last
}

/// Of all words on one thing, in whatever order, those that a later one replaces.
#[must_use]
pub fn replaced<'d, T: Copy>(mut told: Vec<T>, telling: impl Fn(T) -> Telling<'d>) -> Vec<T> {
    // As most.
    if told.len() < 2 {
        return Vec::new();
    }
    told.sort_by_key(|it| Reverse(telling(*it).day()));
    parted(&told, telling).1
}

/// Words on one thing, the latest first: those that stand, and those that a later one replaces.
fn parted<'d, T: Copy>(told: &[T], telling: impl Fn(T) -> Telling<'d>) -> (Vec<T>, Vec<T>) {
    let (mut stand, mut gone, mut later) = (Vec::new(), Vec::new(), Later::default());
    for of_day in told.chunk_by(|one, next| telling(*one).day() == telling(*next).day()) {
        let (standing, replaced): (Vec<_>, Vec<_>) =
            of_day.iter().partition(|it| !later.replace(&telling(**it)));
        for it in &standing {
            let telling = telling(*it);
            later.take(telling, telling.is_doubted());
        }
        for it in &replaced {
            later.take(telling(*it), false);
        }
        stand.extend(standing);
        gone.extend(replaced);
    }
    (stand, gone)
}

/// What was told later.
#[derive(Default)]
struct Later<'d> {
    all: Words<'d>,
    /// Of that, what denies or disputes, and stands.
    contrary: Words<'d>,
}

/// What was told, by whose word it is known to be.
type Words<'d> = HashMap<Word<'d>, Vec<Telling<'d>>, RandomState>;

impl<'d> Later<'d> {
    fn take(&mut self, telling: Telling<'d>, is_contrary: bool) {
        for word in telling.words() {
            self.all.entry(word).or_default().push(telling);
            if is_contrary {
                self.contrary.entry(word).or_default().push(telling);
            }
        }
    }

    fn replace(&self, telling: &Telling<'d>) -> bool {
        let later = if telling.status == Some(Status::Disputed) { &self.contrary } else { &self.all };
        let follows = |later: &Telling<'d>| !later.is_said_before(telling);
        telling.words().any(|word| later.get(&word).is_some_and(|later| later.iter().any(follows)))
    }

    /// Whether its party certainly said one of them after it.
    fn has_one_after(&self, telling: &Telling<'d>) -> bool {
        let is_after = |it: &Telling<'d>| telling.is_said_before(it);
        telling.words().any(|word| self.all.get(&word).is_some_and(|said| said.iter().any(is_after)))
    }
}

/// Of some words on one thing, the latest first, the last of the party whose word this is: the first of its words that it did not certainly
/// say before the next of them. Nothing of people without names.
pub fn own_last<'d, T: Copy>(
    told: impl Iterator<Item = T>,
    of: &Telling<'d>,
    telling: impl Fn(T) -> Telling<'d>,
) -> Option<T> {
    let mut own = told.filter(|it| telling(*it).is_of_party(of));
    let mut last = own.next()?;
    while let Some(before) = own.next().filter(|before| telling(last).is_said_before(&telling(*before))) {
        last = before;
    }
    Some(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;
    use crate::validate::sample;

    /// A day, who says it, if not we ourselves, and how well it is attested. `port 1` said it on the first of the month.
    type Said<'s> = (u32, &'s str, &'s str);

    fn brief((day, said_by, status): Said<'_>) -> Brief {
        let (name, on) = said_by.split_once(' ').unwrap_or((said_by, ""));
        let said = if name == "us" { String::new() } else { format!(", said_by: {name}") };
        let on = if on.is_empty() { String::new() } else { format!(", on: 2025-03-0{on}") };
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: quay\n\
             sources:\n- {{id: port, name: Port of Oro, kind: official, descriptor: Invented}}\n\
             - {{id: guild, name: Guild of Oro, kind: official, descriptor: Invented}}\n\
             - {{id: crew, kind: anonymous, described_as: the crew, count: 2}}\n\
             key_facts: [{{id: open, text: The quay opens., status: {status}{said}{on}}}]\n"
        ));
        Brief { id: Id::parse(&format!("{name}-{day}")).unwrap(), ..brief }
    }

    fn briefs(told: &[Said<'_>]) -> Vec<Brief> {
        let mut briefs: Vec<_> = told.iter().copied().map(brief).collect();
        // In whatever order.
        briefs.rotate_left(told.len() / 2);
        briefs
    }

    fn tellings(briefs: &[Brief]) -> Vec<Telling<'_>> {
        let facts = briefs.iter().flat_map(|brief| brief.key_facts.iter().map(move |fact| (brief, fact)));
        facts.map(|(brief, fact)| Telling::of_fact(brief, fact)).collect()
    }

    fn names<'d>(told: impl IntoIterator<Item = Telling<'d>>) -> String {
        told.into_iter().map(|it| it.brief.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn left(told: &[Said<'_>]) -> String {
        names(standing(tellings(&briefs(told)), |it| it))
    }

    fn gone(told: &[Said<'_>]) -> String {
        names(replaced(tellings(&briefs(told)), |it| it))
    }

    /// What a party said last, of all that was told but the last, which it says.
    fn last_before(told: &[Said<'_>]) -> String {
        let (now, before) = told.split_last().unwrap();
        let (now, before) = ([brief(*now)], before.iter().copied().rev().map(brief).collect::<Vec<_>>());
        let [now] = tellings(&now).try_into().unwrap();
        names(own_last(tellings(&before).into_iter(), &now, |it| it))
    }

    #[test]
    fn each_party_is_followed_by_itself_alone() {
        let (denies, says) = ((1, "port", "denied"), (2, "port", "stated"));
        let (others, again) = ((3, "guild", "denied"), (4, "port", "denied"));
        for (told, stands, is_gone, last) in [
            (&[denies, says][..], "port-2", "port-1", "port-1"),
            (&[denies, says, others], "guild-3", "port-1", ""),
            (&[denies, says, others, again], "port-4 guild-3", "port-2 port-1", "port-2"),
            (&[denies, others, again], "port-4 guild-3", "port-1", "port-1"),
            (&[denies, others, (4, "guild", "claimed")], "guild-4 port-1", "guild-3", "guild-3"),
            // None of one day is the later.
            (&[denies, (1, "port", "stated")], "port-1 port-1", "", "port-1"),
            (&[denies, (2, "port", "denied"), says], "port-2 port-2", "port-1", "port-2"),
            // Whether people without names are those who spoke before, nobody can say.
            (&[(1, "crew", "denied"), (2, "crew", "claimed")], "crew-2 crew-1", "", ""),
            (&[(1, "crew", "denied"), (2, "crew", "denied"), says], "crew-2 port-2", "crew-1", ""),
            // What is disputed is not settled by whoever says it again.
            (&[(1, "port", "disputed"), says], "port-2 port-1", "", "port-1"),
            (&[(1, "port", "disputed"), (2, "port", "disputed")], "port-2", "port-1", "port-1"),
            (&[(1, "port", "disputed"), (2, "port", "denied"), others], "guild-3 port-2", "port-1", ""),
            // The denial in between was taken back.
            (
                &[(1, "port", "disputed"), (2, "port", "denied"), (3, "port", "stated")],
                "port-3 port-1",
                "port-2",
                "port-2",
            ),
            // What we assess ourselves replaces what we did, and nobody else's word.
            (&[denies, (2, "us", "assessed")], "us-2 port-1", "", ""),
            (&[(1, "us", "assessed"), denies, (2, "us", "assessed")], "us-2 port-1", "us-1", "us-1"),
            // What was said before has only been told of later.
            (&[(2, "port 2", "denied"), (3, "port 1", "stated")], "port-3 port-2", "", "port-2"),
            (&[(2, "port 2", "denied"), (3, "port 3", "stated")], "port-3", "port-2", "port-2"),
            (&[(2, "port 2", "denied"), (3, "port", "stated")], "port-3", "port-2", "port-2"),
            (
                &[(2, "port 2", "denied"), (3, "port 1", "stated"), (4, "port 4", "stated")],
                "port-4",
                "port-3 port-2",
                "port-2",
            ),
        ] {
            assert_eq!(left(told), stands, "{told:?}");
            assert_eq!(gone(told), is_gone, "{told:?}");
            assert_eq!(last_before(told), last, "{told:?}");
        }
    }

    #[test]
    fn a_denial_stands_until_whoever_denied_says_otherwise() {
        let (stated, denied) = ((1, "port", "stated"), (2, "port", "denied"));
        assert_eq!(left(&[stated, denied, (3, "guild", "claimed")]), "guild-3 port-2");
        assert_eq!(left(&[stated, denied, (3, "guild", "claimed"), (4, "port", "stated")]), "port-4");
        assert_eq!(left(&[stated, (2, "guild", "denied"), (3, "port", "stated")]), "port-3 guild-2");
        assert_eq!(left(&[stated, (2, "guild", "claimed"), (3, "port", "stated")]), "port-3");
    }

    #[test]
    fn of_each_party_the_last_word_is_what_it_said_last() {
        let last = |told: &[Said<'_>]| names(last_of_each(tellings(&briefs(told)), |it| it));
        let (stated, put_right, others) =
            ((1, "port", "stated"), (2, "port", "claimed"), (3, "guild", "claimed"));
        assert_eq!(last(&[stated, put_right, others]), "guild-3 port-2");
        assert_eq!(last(&[(2, "port 2", "denied"), (3, "port 1", "stated")]), "port-2");
        assert_eq!(last(&[(2, "port 2", "denied"), (3, "guild 1", "stated")]), "guild-3 port-2");
        assert_eq!(last(&[(1, "crew", "claimed"), (2, "crew", "claimed"), others]), "guild-3 crew-2");
    }

    /// What is replaced is found by hash; asked of each pair, it is the same.
    #[test]
    fn what_is_replaced_is_followed() {
        let said = |day: u32, of_day: usize| {
            let saying = |place: usize| {
                let speakers = ["port", "guild", "us", "port 1", "port 3"];
                let speaker = speakers.get(place / 2)?;
                let status = if *speaker == "us" { "assessed" } else { ["denied", "stated"][place % 2] };
                Some((day, *speaker, status))
            };
            saying(of_day)
        };
        for places in 0..11_usize.pow(3) {
            let told = (1..4).zip([places % 11, places / 11 % 11, places / 121]);
            let told: Vec<_> = told.filter_map(|(day, place)| said(day, place)).collect();
            // Nobody says today what they will say tomorrow.
            if told.iter().any(|(day, said_by, _)| said_by.ends_with('3') && *day < 3) {
                continue;
            }
            let briefs = briefs(&told);
            let all = tellings(&briefs);
            let is_followed = |it: &&Telling<'_>| all.iter().any(|later| it.is_followed_by(later));
            let mut followed: Vec<_> = all.iter().filter(is_followed).map(|it| &it.brief.id).collect();
            followed.sort_unstable();
            let mut found: Vec<_> = replaced(all.clone(), |it| it).iter().map(|it| &it.brief.id).collect();
            found.sort_unstable();
            assert_eq!(found, followed, "{told:?}");
        }
    }
}
