//! A brief: the structured summary of one article, as of one date.
//!
//! A value of these types cannot be invalid: every reference has been followed, every claim has its speaker.
//! Places in the file are kept beside the values that a later rule may want to point at.

use std::path::PathBuf;
use std::sync::Arc;

use super::attribution::{Attribution, Quote, Source};
use super::date::{CivilDate, FuzzyDate, Relation};
use super::id::Id;
use super::lang::Lang;
use super::levels::Levels;
use super::likelihood::Likelihood;
use super::name::PartyName;
use super::reached::Marks;
use super::text::{Line, Prose};
use super::web::WebAddress;
use super::words::{
    Confidence, Credibility, EntityKind, LikelihoodScale, Marking, NoteKind, QuestionStatus, Stance, Status,
    Weight,
};
use crate::span::{Span, Spanned};

/// One YAML file in `briefs/`.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The name of the brief in links and file names.
    pub id: Id,
    /// The file that it was read from, as the user named it.
    pub path: PathBuf,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal; absent where the brief is less than its file.
    pub sha256: Option<String>,
    /// Headline.
    pub title: Spanned<Line>,
    /// The day as of which the brief speaks.
    pub date: Spanned<CivilDate>,
    /// The language that the brief is written in.
    pub lang: Lang,
    /// The declared handling label.
    pub marking: Spanned<Marking>,
    /// The scale that its likelihood terms stand on.
    pub likelihood_scale: LikelihoodScale,
    /// The developing matter that it belongs to.
    pub story: Option<Spanned<Id>>,
    /// How much it matters on its day.
    pub weight: Weight,
    /// Subjects, in the analyst's order.
    pub topics: Box<[Spanned<Line>]>,
    /// What the reader must know if they read nothing else.
    pub bottom_line: Spanned<Prose>,
    /// The text that was summarised.
    pub article: Article,
    /// Who said it or carried it, in the analyst's order.
    pub sources: Vec<Arc<Source>>,
    /// People, organisations and places.
    pub entities: Vec<Entity>,
    /// Statements with their speakers.
    pub key_facts: Vec<Fact>,
    /// What happened when, in the analyst's order.
    pub timeline: Vec<Event>,
    /// What is not known.
    pub open_questions: Vec<Question>,
    /// The analyst's own assessments.
    pub judgements: Vec<Judgement>,
    /// What the article gets or leaves unclear, and what the analyst supplied.
    pub notes: Vec<Note>,
    /// What earlier versions of this brief had wrong.
    pub corrections: Vec<Correction>,
    /// The AI tool and version that helped to write it, if any (ICS 206-01).
    pub disclosure: Option<Spanned<Line>>,
    /// Rules that the brief or one of its parts may break.
    pub allows: Vec<Allow>,
    /// The highest marking of anything in the brief, as [`Self::settled`] has found it.
    pub(crate) banner: Marking,
    /// The parts that are higher than the brief, as [`Self::settled`] has found them.
    pub(crate) levels: Levels,
    /// Whom its own words name, as [`Self::settled`] has found it.
    pub(crate) named: Marks,
}

/// A rule that may be broken, and why.
#[derive(Debug, Clone)]
pub struct Allow {
    /// The code of the rule, as it was written.
    pub rule: Spanned<Line>,
    /// Why it is right to break it here.
    pub reason: Spanned<Line>,
    /// The part in which it may be broken; absent is the whole brief.
    pub within: Option<Span>,
}

impl Brief {
    /// The highest marking of anything in the brief: what its banner must show. It is asked for wherever the brief is mentioned, and
    /// known from `settled` on.
    #[must_use]
    pub fn banner(&self) -> Marking {
        debug_assert_eq!(self.banner, self.highest_marking(), "the banner was settled before the markings");
        self.banner
    }

    /// The brief with everything settled anew that is known from its parts: to be called whenever these have changed.
    #[must_use]
    pub(crate) fn settled(self) -> Self {
        let banner = self.highest_marking();
        // Most briefs have one marking for all that is in them.
        let is_flat = self.markings().next().is_none();
        let levels = if is_flat { Levels::flat(banner) } else { Levels::of(&self) };
        Self { banner, levels, named: Marks::by_words(&self), ..self }
    }

    /// Whom its own words name. Several pages and rules ask, and every text is read for it.
    pub(super) fn named(&self) -> &Marks {
        debug_assert_eq!(self.named, Marks::by_words(self), "whom it names was settled before its parts");
        &self.named
    }

    fn highest_marking(&self) -> Marking {
        self.markings().fold(self.marking.value, Marking::max)
    }

    /// The markings that parts have of their own.
    fn markings(&self) -> impl Iterator<Item = Marking> {
        let facts = self.key_facts.iter().map(|fact| &fact.marking);
        let events = self.timeline.iter().map(|event| &event.marking);
        let questions = self.open_questions.iter().map(|question| &question.marking);
        let judgements = self.judgements.iter().map(|judgement| &judgement.marking);
        let sources = self.sources.iter().map(|source| &source.marking);
        let all = facts.chain(events).chain(questions).chain(judgements).chain(sources);
        all.flatten().map(|marking| marking.value)
    }

    /// The fact with this id.
    #[must_use]
    pub fn fact(&self, id: &Id) -> Option<&Fact> {
        self.key_facts.iter().find(|fact| fact.id.value == *id)
    }

    /// The day of the latest correction.
    #[must_use]
    pub fn corrected(&self) -> Option<CivilDate> {
        self.corrections.iter().map(|correction| correction.on.value).max()
    }

    /// Every quote: those of the facts, then those of the positions.
    pub fn quotes(&self) -> impl Iterator<Item = &Quote> {
        let positions = self.open_questions.iter().flat_map(|question| &question.positions);
        let facts = self.key_facts.iter().flat_map(|fact| &fact.quotes);
        facts.chain(positions.flat_map(|position| &position.quotes))
    }

    /// Every quote, in the order of [`quotes`](Self::quotes).
    pub(crate) fn quotes_mut(&mut self) -> impl Iterator<Item = &mut Quote> {
        let positions = self.open_questions.iter_mut().flat_map(|question| &mut question.positions);
        let facts = self.key_facts.iter_mut().flat_map(|fact| &mut fact.quotes);
        facts.chain(positions.flat_map(|position| &mut position.quotes))
    }
}

/// The article that a brief summarises. Anything unknown is absent, never invented.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// Who published it.
    pub outlet: Option<Spanned<Line>>,
    /// Its headline.
    pub title: Option<Spanned<Line>>,
    /// Where it can be read.
    pub url: Option<Spanned<WebAddress>>,
    /// Who wrote it.
    pub author: Option<Spanned<Line>>,
    /// When it was published.
    pub published: Option<Spanned<FuzzyDate>>,
    /// When the analyst read it.
    pub accessed: Option<Spanned<FuzzyDate>>,
    /// The language that it is written in.
    pub lang: Option<Lang>,
    /// A file with its text, relative to the brief.
    pub text: Option<Spanned<Line>>,
}

/// A person, organisation or place.
#[derive(Debug, Clone)]
pub struct Entity {
    /// The name of the entity in references.
    pub id: Spanned<Id>,
    /// The name that the brief uses.
    pub name: Spanned<PartyName>,
    /// What it is.
    pub kind: EntityKind,
    /// Rank, office or function.
    pub role: Option<Spanned<Line>>,
    /// Other spellings and names.
    pub aliases: Box<[Spanned<PartyName>]>,
    /// The name in its own script.
    pub names: Box<[ForeignName]>,
    /// Anything else worth knowing. Most have no note, so it is kept apart.
    pub note: Option<Box<Spanned<Prose>>>,
    /// Whether a brief has taken it up from the register, and does not list it itself.
    pub is_taken_up: bool,
}

impl Entity {
    /// Its names: the one that the brief uses, other spellings, those in its own script.
    pub fn every_name(&self) -> impl Iterator<Item = &PartyName> + Clone {
        let foreign = self.names.iter().map(|foreign| &foreign.name);
        std::iter::once(&self.name).chain(&self.aliases).chain(foreign).map(|name| &name.value)
    }
}

/// A name in its own script.
#[derive(Debug, Clone)]
pub struct ForeignName {
    /// The language of the name.
    pub lang: Lang,
    /// The name.
    pub name: Spanned<PartyName>,
}

/// A key fact: one statement with a status and a speaker.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The name of the fact in references.
    pub id: Spanned<Id>,
    /// The statement.
    pub text: Spanned<Prose>,
    /// How well it is attested.
    pub status: Spanned<Status>,
    /// The speaker; absent only where the assessment is our own.
    pub attribution: Option<Attribution>,
    /// When it happened or will.
    pub when: Option<Spanned<FuzzyDate>>,
    /// How credible the item is.
    pub credibility: Option<Spanned<Credibility>>,
    /// Words to the letter.
    pub quotes: Box<[Quote]>,
    /// What it says as a value.
    pub property: Option<Box<Property>>,
    /// Anything else worth knowing. Most have no note, so it is kept apart.
    pub note: Option<Box<Spanned<Prose>>>,
    /// A handling label of its own.
    pub marking: Option<Spanned<Marking>>,
}

impl Fact {
    /// Whether an analyst holds it for doubtful or improbable.
    #[must_use]
    pub fn is_held_doubtful(&self) -> bool {
        self.doubt_in_it() > 0
    }

    /// How much an analyst doubts it: not at all, holds it for doubtful, or for improbable.
    #[must_use]
    pub fn doubt_in_it(&self) -> u8 {
        match self.credibility.as_ref().map(|it| it.value) {
            Some(Credibility::Improbable) => 2,
            Some(Credibility::Doubtful) => 1,
            _ => 0,
        }
    }
}

/// What a fact says as a value, so that contradictions can be found.
#[derive(Debug, Clone)]
pub struct Property {
    /// Whose: an entity of the same brief.
    pub of: Spanned<Id>,
    /// What, as the analyst calls it.
    pub name: Spanned<Id>,
    /// Which.
    pub value: Spanned<Line>,
}

/// Something that happened, or is expected to.
#[derive(Debug, Clone)]
pub struct Event {
    /// The name of the event in links: its own, or one made from its date and text.
    pub id: Id,
    /// When; absent is undated.
    pub when: Option<Spanned<FuzzyDate>>,
    /// What.
    pub text: Spanned<Prose>,
    /// Announced, and not yet seen to happen.
    pub expected: bool,
    /// On whose word.
    pub ground: Ground,
    /// A handling label of its own.
    pub marking: Option<Spanned<Marking>>,
}

impl Event {
    /// Whether it has not been seen to happen, as of a day: it is marked so, or its date lies after that day, whatever its author marked.
    #[must_use]
    pub fn is_expected(&self, day: &FuzzyDate) -> bool {
        self.expected || self.when.as_ref().is_some_and(|when| when.value.relation(day) == Relation::After)
    }
}

/// On whose word a timeline event stands.
#[derive(Debug, Clone)]
pub enum Ground {
    /// The attribution of a key fact.
    Fact(Spanned<Id>),
    /// Its own.
    Own {
        /// How well it is attested, if the analyst says so.
        status: Option<Spanned<Status>>,
        /// The speaker.
        attribution: Attribution,
    },
    /// Our own assessment: nobody says it but we.
    Assessed,
    /// The brief names nobody.
    Unattributed,
}

/// A question that lives across briefs.
#[derive(Debug, Clone)]
pub struct Question {
    /// The name of the question, the same in every brief that takes it up.
    pub id: Spanned<Id>,
    /// The question itself.
    pub question: Spanned<Line>,
    /// Why it matters.
    pub matters: Option<Spanned<Prose>>,
    /// Where it stands.
    pub status: Spanned<QuestionStatus>,
    /// Since when it is open.
    pub opened: Option<Spanned<CivilDate>>,
    /// The fact that answers it.
    pub answered_by: Option<Spanned<Id>>,
    /// When it was answered.
    pub answered_on: Option<Spanned<CivilDate>>,
    /// Who says what to it, in the analyst's order.
    pub positions: Box<[Position]>,
    /// What would settle it.
    pub would_settle: Box<[Spanned<Line>]>,
    /// Anything else worth knowing. Most have no note, so it is kept apart.
    pub note: Option<Box<Spanned<Prose>>>,
    /// A handling label of its own.
    pub marking: Option<Spanned<Marking>>,
}

impl Question {
    /// Whether it still waits for an answer.
    #[must_use]
    pub fn is_unsettled(&self) -> bool {
        matches!(self.status.value, QuestionStatus::Open | QuestionStatus::Narrowed)
    }

    /// The fact that answers it, in the brief that asks it so.
    #[must_use]
    pub fn answer<'b>(&self, brief: &'b Brief) -> Option<&'b Fact> {
        brief.fact(&self.answered_by.as_ref()?.value)
    }

    /// How much of it is open: an answer settles most, as it says by which fact.
    #[must_use]
    pub fn openness(&self) -> u8 {
        match self.status.value {
            QuestionStatus::Answered => 0,
            QuestionStatus::Moot => 1,
            QuestionStatus::Narrowed => 2,
            QuestionStatus::Open => 3,
        }
    }
}

/// One party's stance on a question.
#[derive(Debug, Clone)]
pub struct Position {
    /// The name of the position in links: its own, or one made from speaker, stance and date.
    pub id: Id,
    /// For, against, wary or silent.
    pub stance: Spanned<Stance>,
    /// What the party says; absent only where it declines to say anything.
    pub says: Option<Spanned<Prose>>,
    /// Who, through whom, when.
    pub attribution: Attribution,
    /// Words to the letter.
    pub quotes: Box<[Quote]>,
    /// The whole entry in the file.
    pub span: Span,
}

/// The analyst's own assessment.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// The name of the judgement in links: its own, or one made from its text.
    pub id: Id,
    /// The assessment.
    pub text: Spanned<Prose>,
    /// How likely.
    pub likelihood: Option<Spanned<Likelihood>>,
    /// How sure of the ground.
    pub confidence: Spanned<Confidence>,
    /// What it rests on.
    pub basis: Box<[Spanned<Basis>]>,
    /// Anything else worth knowing. Most have no note, so it is kept apart.
    pub note: Option<Box<Spanned<Prose>>>,
    /// A handling label of its own.
    pub marking: Option<Spanned<Marking>>,
}

/// What a judgement can rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// A key fact.
    Fact(Id),
    /// An open question.
    Question(Id),
}

/// An analyst's note on the article.
#[derive(Debug, Clone)]
pub struct Note {
    /// What sort of note.
    pub kind: NoteKind,
    /// The note.
    pub text: Spanned<Prose>,
    /// The parts that it is about.
    pub about: Box<[Spanned<Part>]>,
}

/// A part of a brief that a note or a link can point at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A key fact.
    Fact(Id),
    /// An open question.
    Question(Id),
    /// A source.
    Source(Id),
    /// An entity.
    Entity(Id),
}

/// What an earlier version had wrong.
#[derive(Debug, Clone)]
pub struct Correction {
    /// When it was put right.
    pub on: Spanned<CivilDate>,
    /// What was wrong and what is right.
    pub text: Spanned<Prose>,
}

/// Every attribution of a brief.
pub fn attributions(brief: &Brief) -> impl Iterator<Item = &Attribution> {
    let facts = brief.key_facts.iter().filter_map(|fact| fact.attribution.as_ref());
    let events = brief.timeline.iter().filter_map(|event| match &event.ground {
        Ground::Own { attribution, .. } => Some(attribution),
        Ground::Fact(_) | Ground::Assessed | Ground::Unattributed => None,
    });
    let positions = brief.open_questions.iter().flat_map(|question| &question.positions);
    facts.chain(events).chain(positions.map(|position| &position.attribution))
}
