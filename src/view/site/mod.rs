//! The pages of a desk's site, beside those of its briefs.
//!
//! Every address in these structs is relative to the root of the site; a page puts `page.root` before it.

pub mod archive;
pub mod corrections;
mod day;
pub mod entity;
mod entry;
mod frame;
mod home;
mod question;
pub mod questions;
mod search;
pub mod source;
pub mod story;
mod topic;

pub use archive::{ArchiveView, DayEntries, MonthLink, MonthView, YearLinks};
pub use corrections::{CorrectedView, CorrectionsView};
pub(crate) use day::CARRIED_OVER;
pub use day::{
    BottomLine, BriefFacts, Counted, DayEvent, DayEvents, DayJudgement, DaySummary, DayView, NotedView,
    StoryFacts, TopicLines,
};
pub use entity::{EntitiesView, EntityEntry, EntityPageView, LaterWord, MentionView, MentionedFact};
pub use entry::{EntryView, LinkView, Pager};
pub use frame::{PageHead, PageView, SiteView, ThreadLinks, address};
pub use home::{HomeView, LatestDay, NotFoundView};
pub use question::{
    AnswerView, HeldView, MoveView, MovedPosition, PartyView, QuestionPageView, QuestionPages,
};
pub use questions::{AnswerGround, QuestionEntry, QuestionsView};
pub use search::SearchView;
pub use source::{CarriedView, SourceEntry, SourcePageView, SourcesView, UnnamedView};
pub use story::{StoriesView, Story, StoryEntry, StoryPageView, StoryStep};
pub use topic::{TopicEntry, TopicPageView, TopicsView};
