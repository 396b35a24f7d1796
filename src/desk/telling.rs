//! Which of several words on one thing still stand.
//!
//! A later day replaces what the same party said before; what others say stands beside it. Whether unnamed people are those who spoke
//! before nobody can say: what they say is replaced only by what is told just so, of as many, described in the same words. Whoever says
//! again what is disputed has not settled it: that is replaced only by what is contrary too.

use std::cmp::Reverse;
use std::collections::HashSet;

use foldhash::fast::RandomState;

use crate::model::party::{self, Known};
use crate::model::{Brief, CivilDate, Event, Fact, FuzzyDate, Source, Standing, Status};

/// A fact or an event as one brief tells it.
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
    /// Who says it; nobody, where it is our own word, or no source is named.
    pub speaker: Option<&'d Source>,
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
            speaker: fact.attribution.as_ref().map(|it| &*it.said_by.value),
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
            speaker: standing.and_then(|it| it.attribution).map(|it| &*it.said_by.value),
        }
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

    /// Whether both are certainly the word of one speaker who has a name.
    #[must_use]
    pub fn is_of_same_speaker(&self, other: &Self) -> bool {
        match (self.speaker, other.speaker) {
            (Some(one), Some(that)) => party::is_one((self.brief, one), (other.brief, that)),
            _ => false,
        }
    }

    /// Everything that its speaker is known by.
    pub fn words(&self) -> impl Iterator<Item = Word<'d>> + use<'d> {
        let Self { brief, status, when, text, speaker } = *self;
        let named = speaker.filter(|speaker| !speaker.is_anonymous());
        let other = match speaker {
            None => Some((None, None)),
            Some(speaker) => {
                speaker.is_anonymous().then(|| (Some(Known::of(brief, speaker)), Some((status, when, text))))
            }
        };
        let named = named.into_iter().flat_map(|speaker| Known::all(brief, speaker));
        named.map(|known| (Some(known), None)).chain(other)
    }
}

/// Of all words on one thing, in whatever order: those of the last day, and of those before that deny or dispute it each that still stands;
/// the latest first.
#[must_use]
pub fn standing<'d, T: Copy>(mut told: Vec<T>, telling: impl Fn(T) -> Telling<'d>) -> Vec<T> {
    told.sort_by_key(|it| Reverse(telling(*it).day()));
    let Some(last) = told.first().map(|it| telling(*it).day()) else { return told };
    let is_doubted_before = |it: &T| telling(*it).day() < last && telling(*it).is_doubted();
    // As nearly always.
    if !told.iter().any(is_doubted_before) {
        told.retain(|it| telling(*it).day() == last);
        return told;
    }
    let (mut standing, mut later) = (Vec::new(), Later::default());
    for of_day in told.chunk_by(|one, next| telling(*one).day() == telling(*next).day()) {
        let of_day: Vec<_> = of_day.iter().map(|it| (*it, telling(*it))).collect();
        let (stands, replaced): (Vec<_>, Vec<_>) =
            of_day.into_iter().partition(|(_, it)| it.day() == last || it.is_doubted() && !later.replace(it));
        for (_, it) in &stands {
            later.take(it, it.is_doubted());
        }
        for (_, it) in &replaced {
            later.take(it, false);
        }
        standing.extend(stands.into_iter().map(|(told, _)| told));
    }
    standing
}

/// Whose words came later.
#[derive(Default)]
struct Later<'d> {
    all: HashSet<Word<'d>, RandomState>,
    /// Of those that deny or dispute, and stand.
    contrary: HashSet<Word<'d>, RandomState>,
}

impl<'d> Later<'d> {
    fn take(&mut self, telling: &Telling<'d>, is_contrary: bool) {
        self.all.extend(telling.words());
        if is_contrary {
            self.contrary.extend(telling.words());
        }
    }

    fn replace(&self, telling: &Telling<'d>) -> bool {
        let later = if telling.status == Some(Status::Disputed) { &self.contrary } else { &self.all };
        telling.words().any(|word| later.contains(&word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;
    use crate::validate::sample;

    fn brief((day, said_by, status): (u32, &str, &str)) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: quay\n\
             sources:\n- {{id: port, name: Port of Oro, kind: official, descriptor: Invented}}\n\
             - {{id: guild, name: Guild of Oro, kind: official, descriptor: Invented}}\n\
             - {{id: crew, kind: anonymous, described_as: the crew, count: 2}}\n\
             key_facts: [{{id: open, text: The quay opens., status: {status}, said_by: {said_by}}}]\n"
        ));
        Brief { id: Id::parse(&format!("{said_by}-{day}")).unwrap(), ..brief }
    }

    fn left(told: &[(u32, &str, &str)]) -> String {
        let mut briefs: Vec<_> = told.iter().copied().map(brief).collect();
        // In whatever order.
        briefs.rotate_left(told.len() / 2);
        let facts = briefs.iter().flat_map(|brief| brief.key_facts.iter().map(move |fact| (brief, fact)));
        let standing = standing(facts.collect(), |(brief, fact)| Telling::of_fact(brief, fact));
        standing.iter().map(|(brief, _)| brief.id.as_str()).collect::<Vec<_>>().join(" ")
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
    fn a_dispute_is_not_settled_by_whoever_says_it_again() {
        let disputed = (1, "port", "disputed");
        assert_eq!(left(&[disputed, (2, "port", "stated")]), "port-2 port-1");
        assert_eq!(left(&[disputed, (2, "port", "denied"), (3, "guild", "claimed")]), "guild-3 port-2");
        // The denial in between was taken back.
        assert_eq!(left(&[disputed, (2, "port", "denied"), (3, "port", "stated")]), "port-3 port-1");
    }

    #[test]
    fn nobody_knows_whether_unnamed_people_spoke_before() {
        assert_eq!(left(&[(1, "crew", "denied"), (2, "crew", "claimed")]), "crew-2 crew-1");
        assert_eq!(
            left(&[(1, "crew", "denied"), (2, "crew", "denied"), (3, "port", "stated")]),
            "port-3 crew-2"
        );
    }
}
