//! A fact, an event or a judgement as one brief tells it, and which of several words on one thing replaces what: the one rule of that.
//!
//! - What a party tells of a thing on a later day **follows** what it told before. Of two briefs of one day none is the later, and what
//!   it certainly said before the other is not either, whichever brief told of it first.
//! - What a party certainly said before something of its own that had been told already is [told late](late). It follows nothing but what
//!   was certainly said before it: not what was told in between without a date.
//! - One party is whoever is [certainly one](crate::model::party). What stands on nobody's word but the desk's, be it an assessment or
//!   an event for which no source is named, is of one party, too.
//! - Whether people without names are those who spoke before nobody can say: what they say is followed only by what is told just so, of
//!   as many, described in the same words.
//! - What follows a word **replaces** it; what others say stands beside it. Only what is disputed is not settled by whoever says it again:
//!   that is replaced by what is contrary too, as long as that itself stands.
//!
//! Who asks for the [last word](last) of a party, or for what stands, has it by this rule.

pub mod last;
pub mod late;

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
