//! What briefs are about.

use std::fmt;

use super::{Brief, Id};

/// What the parts of a brief belong to: those of two briefs with the same id are the same where this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter<'b> {
    /// A story: its briefs follow each other.
    Story(&'b Id),
    /// A brief of no story, which is a matter of its own.
    Brief(&'b Id),
}

impl<'b> Matter<'b> {
    /// What a brief is about.
    #[must_use]
    pub fn of(brief: &'b Brief) -> Self {
        brief.story.as_ref().map_or(Self::Brief(&brief.id), |story| Self::Story(&story.value))
    }
}

impl fmt::Display for Matter<'_> {
    /// Stable: the ids of calendar entries are made of it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Brief(id) => write!(f, "brief {id}"),
            Self::Story(id) => write!(f, "story {id}"),
        }
    }
}
