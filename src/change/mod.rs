//! What changed: a difference of what briefs say, item by item, matched by id.
//!
//! ```text
//! briefs ─ Edition ─┐
//!                   ├─ compare ─▶ Vec<Change>
//! briefs ─ Edition ─┘
//! ```
//!
//! An [`Edition`] is the state that a set of briefs speaks. Facts, events and judgements belong to the story of their brief, or to
//! the brief where it has none; questions live across the desk. White space, the order of items and the layout of files change
//! nothing. What is called better attested, sharper or of another origin here is certainly so; what is in doubt is called moved. In
//! particular nothing is better or worse than another statement was: [`How`] knows that of every change.

mod again;
mod briefs;
mod compare;
mod details;
mod earlier;
mod edition;
mod events;
mod facts;
mod gather;
mod grades;
mod judgements;
mod late;
mod matching;
mod origins;
mod pairs;
mod parts;
mod positions;
mod questions;
mod sources;
mod speakers;
mod tellings;
mod told_by;
mod voices;
mod words;

use crate::model::{Brief, Correction, Event, Fact, Id, Judgement, Position, Question, Source, Statement};

pub use crate::model::date::DateShift;
pub use compare::{compare, since};
pub use edition::{Edition, Thread};
pub use voices::Voice;
pub use words::{Piece, marked};

/// One change.
#[derive(Debug, Clone)]
pub struct Change<'d> {
    /// The story, or the brief without one, that it belongs to.
    pub thread: Thread<'d>,
    /// What it is.
    pub what: What<'d>,
}

impl Change<'_> {
    /// Whether it is between two versions of one brief, or in one, and not from one brief to another.
    #[must_use]
    pub fn is_in_one_document(&self) -> bool {
        match &self.what {
            What::Changed { old, new, .. } => compare::same_document(self.thread, old.brief, new.brief),
            What::Came(_) | What::Went(_) => true,
        }
    }
}

/// What became of an item.
#[derive(Debug, Clone)]
pub enum What<'d> {
    /// It was not there before.
    Came(Standing<'d>),
    /// It is there no more. That says nothing of whether it still holds.
    Went(Standing<'d>),
    /// It is another than it was.
    Changed {
        /// As it stood.
        old: Standing<'d>,
        /// As it stands.
        new: Standing<'d>,
        /// In what.
        how: How<'d>,
    },
}

/// An item, and the brief where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'d> {
    /// The brief.
    pub brief: &'d Brief,
    /// The item.
    pub item: Item<'d>,
}

/// A part of a brief that can change on its own.
#[derive(Debug, Clone, Copy)]
pub enum Item<'d> {
    /// The brief itself.
    Brief,
    /// Its headline.
    Title,
    /// Its bottom line.
    BottomLine,
    /// A correction.
    Correction(&'d Correction),
    /// A key fact.
    Fact(&'d Fact),
    /// An open question.
    Question(&'d Question),
    /// A position on an open question.
    Position(&'d Question, &'d Position),
    /// A timeline event.
    Event(&'d Event),
    /// A judgement.
    Judgement(&'d Judgement),
    /// A source.
    Source(&'d Source),
}

/// In what an item changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How<'d> {
    /// A newer brief on the same story has come; the old one still stands.
    Followed,
    /// It was told before, and not on the last day before this.
    Again,
    /// Its words, white space aside.
    Reworded,
    /// The value that a fact gives of one thing.
    Value,
    /// How well it is attested.
    Status(Shift),
    /// Who says it, or through whom.
    Attribution,
    /// Another party says, too, what a party had said, which is not known to be independent of it.
    SaidByAnother,
    /// A source that shares no origin with those that the item rested on.
    NewOrigin(NewSource<'d>),
    /// Another source of the origin that a fact was known from says it, too.
    SameOrigin,
    /// A date.
    Date(DateOf, DateShift),
    /// Whether an event is announced only.
    Expectation,
    /// Where a question stands.
    Moved,
    /// A settled question is open again.
    Reopened,
    /// A key fact answers the question.
    Answered(Answer<'d>),
    /// A party's stance.
    Stance,
    /// How credible we hold the item to be.
    Credibility(Shift),
    /// How far a source can be relied on.
    Reliability(Shift),
    /// How likely.
    Likelihood(Shift),
    /// It is judged in two ways in briefs of one day.
    AtOdds,
    /// How sure of the ground.
    Confidence(Shift),
    /// How it may be handled; up is more restricted.
    Marking(Shift),
    /// Other parts of it, by the names that readers know them by.
    Details(Vec<&'static str>),
}

/// The source of another origin.
#[derive(Debug, Clone, Copy)]
pub struct NewSource<'d>(pub &'d Source);

/// The fact that answers a question.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'d>(pub &'d Fact);

impl PartialEq for NewSource<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.id.value == other.0.id.value
    }
}

impl Eq for NewSource<'_> {}

impl PartialEq for Answer<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.id.value == other.0.id.value
    }
}

impl Eq for Answer<'_> {}

/// A way on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// Certainly higher on it.
    Up,
    /// Certainly lower on it.
    Down,
    /// Neither, or not to be told.
    Moved,
}

/// What is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOf {
    /// What happened or will.
    Happened,
    /// The saying of it.
    Said,
    /// The opening of a question.
    Opened,
}

impl How<'_> {
    /// The same between two states of an item. What it says now is neither better nor worse attested than something else was, it may
    /// be the contrary, and its date is not the other one known better or less.
    fn between(self, old: &Standing<'_>, new: &Standing<'_>) -> Self {
        let repeats = || new.statement().repeats(old.statement());
        // What has moved in any case is not read for it.
        let announces = || new.statement().announces_as(old.statement());
        let is_one = || announces() && repeats();
        let of_one = |shift| if shift != Shift::Moved && is_one() { shift } else { Shift::Moved };
        match self {
            Self::Status(shift) => Self::Status(of_one(shift)),
            Self::Credibility(shift) => Self::Credibility(of_one(shift)),
            Self::Likelihood(shift) => Self::Likelihood(of_one(shift)),
            Self::Confidence(shift) => Self::Confidence(of_one(shift)),
            Self::Date(DateOf::Happened, shift) => {
                let has_words = || new.statement().has_words_of(old.statement());
                Self::Date(DateOf::Happened, dated(shift, || announces() && has_words()))
            }
            Self::Date(of @ (DateOf::Said | DateOf::Opened), shift) => Self::Date(of, dated(shift, is_one)),
            Self::Followed
            | Self::Again
            | Self::Reworded
            | Self::Value
            | Self::Attribution
            | Self::SaidByAnother
            | Self::AtOdds
            | Self::NewOrigin(_)
            | Self::SameOrigin
            | Self::Expectation
            | Self::Moved
            | Self::Reopened
            | Self::Answered(_)
            | Self::Stance
            | Self::Reliability(_)
            | Self::Marking(_)
            | Self::Details(_) => self,
        }
    }
}

/// How a date changed: as it seems to where both are of one thing. Most have moved in any case, and nothing is read to tell that.
fn dated(shift: DateShift, is_of_one: impl FnOnce() -> bool) -> DateShift {
    if shift != DateShift::Moved && is_of_one() { shift } else { DateShift::Moved }
}

impl<'d> What<'d> {
    /// Where it stands now; where it is gone, where it stood.
    #[must_use]
    pub fn standing(&self) -> Standing<'d> {
        match self {
            Self::Came(standing) | Self::Went(standing) | Self::Changed { new: standing, .. } => *standing,
        }
    }

    /// Where it stood, where it still stands somewhere.
    #[must_use]
    pub fn before(&self) -> Option<Standing<'d>> {
        match self {
            Self::Changed { old, .. } => Some(*old),
            Self::Came(_) | Self::Went(_) => None,
        }
    }
}

impl<'d> Standing<'d> {
    /// What it says.
    #[must_use]
    pub fn statement(&self) -> Statement<'d> {
        match self.item {
            Item::Fact(fact) => Statement::of_fact(fact),
            Item::Event(event) => Statement::of_event(event),
            Item::Judgement(judgement) => Statement::of_judgement(judgement),
            Item::Position(question, position) => Statement::of_position(question, position),
            Item::Question(question) => Statement::of_words(question.question.value.as_str()),
            Item::BottomLine => Statement::of_words(self.brief.bottom_line.value.as_str()),
            Item::Correction(correction) => Statement::of_words(correction.text.value.as_str()),
            Item::Source(source) => Statement::of_words(source.name.value.as_str()),
            Item::Brief | Item::Title => Statement::of_words(self.brief.title.value.as_str()),
        }
    }

    /// The id of the item; of a headline, a bottom line or a correction, that of the brief.
    #[must_use]
    pub fn id(&self) -> &'d Id {
        match self.item {
            Item::Brief | Item::Title | Item::BottomLine | Item::Correction(_) => &self.brief.id,
            Item::Fact(fact) => &fact.id.value,
            Item::Question(question) => &question.id.value,
            Item::Position(_, position) => &position.id,
            Item::Event(event) => &event.id,
            Item::Judgement(judgement) => &judgement.id,
            Item::Source(source) => &source.id.value,
        }
    }
}
