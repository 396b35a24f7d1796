//! What parties are called.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt;
use std::ops::Deref;

use super::Line;
use crate::language::spelled::{Name, letters_as_number};
use crate::shelf::{Shelf, Shelved};

thread_local! {
    static NAMES: RefCell<Shelf<PartyName>> = RefCell::new(Shelf::new());
}

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
        let named =
            |text: &str| Ok::<_, Infallible>(Self { letters: letters_as_number(text), line: line.clone() });
        let Ok(name) = NAMES.with_borrow_mut(|names| names.take(line.as_str(), named));
        name
    }
}

impl Shelved for PartyName {
    fn text(&self) -> &str {
        self.line.as_str()
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
