//! What templates see: their public contract.
//!
//! Every output of a brief (Markdown, HTML, JSON) is made from these structs and from nothing else, so outputs cannot disagree.
//! Order, grouping, numbers and phrases are settled here. Text is plain unless a field says that it is Markdown; all of it is
//! untrusted, and escaping is the renderer's work.

mod anchor;
mod assessment;
mod attribution;
mod brief;
mod changes;
mod citations;
mod date;
mod fragment;
mod moved;
mod page_address;
mod page_words;
mod parts;
pub mod picture;
mod questions;
pub mod site;
mod summary;
mod timeline;
mod written;

pub use anchor::Anchor;
pub use assessment::{BasisView, CorrectionView, JudgementView, LikelihoodView, NoteView};
pub use attribution::{AttributionView, PhrasePart};
pub(crate) use attribution::{party_name, said_by};
pub use brief::{ArticleView, BriefView, Colophon, MarkingView, TopicView};
pub use changes::{
    ChangeGroup, ChangeRecord, ChangeView, ChangedBrief, ChangedQuestion, ChangesView, Linked, MoreView,
    Shown, WordsView,
};
pub use citations::Citation;
pub use date::DateView;
pub(crate) use moved::Moved;
pub use page_address::{PageAddress, PagePart};
pub use page_words::PageWords;
pub(crate) use parts::words_of_others;
pub use parts::{EntityView, FactView, Labelled, NameView, QuoteView, RatingView, SourceView, WrittenIn};
pub use picture::PictureView;
pub use questions::{GroundView, PositionView, QuestionView, StanceView};
pub use summary::SummaryView;
pub use timeline::{EventView, TimelineGroup};

/// The version of this contract. It grows when a field that a template may use is renamed, removed or changes its meaning.
pub const CONTRACT: u32 = 1;
