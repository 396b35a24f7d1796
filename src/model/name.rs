//! What parties are called.

use std::fmt;
use std::ops::Deref;

use super::Line;
use crate::language::spelled::{Name, letters_as_number};

/// A name of a source or of an entity. Wherever words are put together under one party it is looked up by its letters, which are found
/// once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyName {
    line: Line,
    letters: u64,
}

impl PartyName {
    /// The name as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.line.as_str()
    }

    /// The name as it is compared.
    #[must_use]
    pub fn spelled(&self) -> Name<'_> {
        Name(self)
    }

    /// The [number](letters_as_number) that its letters make.
    pub(crate) fn letters(&self) -> u64 {
        self.letters
    }
}

impl From<Line> for PartyName {
    fn from(line: Line) -> Self {
        Self { letters: letters_as_number(line.as_str()), line }
    }
}

impl Deref for PartyName {
    type Target = Line;

    fn deref(&self) -> &Line {
        &self.line
    }
}

impl fmt::Display for PartyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.line.fmt(f)
    }
}
