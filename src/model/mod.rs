//! The brief and its parts: the vocabulary of the whole house. A value of these types cannot be invalid.

pub mod attestation;
pub mod attribution;
pub(crate) mod behind;
pub mod brief;
pub mod caveats;
pub mod date;
pub(crate) mod device;
pub mod edition;
pub mod headcount;
pub mod id;
pub(crate) mod joined;
pub(crate) mod labels;
pub mod lang;
pub(crate) mod levels;
pub mod likelihood;
pub mod matter;
pub(crate) mod mentions;
pub mod name;
pub mod origins;
pub mod party;
pub(crate) mod reached;
pub mod register;
mod shared;
mod standing;
pub mod statement;
pub mod text;
pub mod web;
pub mod words;
pub mod zone;

pub use attestation::Attestation;
pub use attribution::{Attribution, Found, Item, Quote, Source};
pub use brief::{
    Allow, Article, Basis, Brief, Correction, Entity, Event, Fact, ForeignName, Ground, Judgement, Note,
    Part, Position, Property, Question,
};
pub use caveats::Caveats;
pub use date::{CivilDate, FuzzyDate};
pub use edition::Edition;
pub use id::Id;
pub use lang::{Direction, Lang, is_right_to_left};
pub use likelihood::Likelihood;
pub use matter::Matter;
pub use name::PartyName;
pub use register::Register;
pub(crate) use shared::SharedText;
pub use standing::{Doubt, Standing};
pub use statement::Statement;
pub use text::{Line, Prose};
pub use web::WebAddress;
pub use words::{
    Confidence, Credibility, EntityKind, LikelihoodScale, Marking, NoteKind, QuestionStatus, Reliability,
    SourceKind, Stance, Status, Weight, Words,
};
pub use zone::TimeZone;
