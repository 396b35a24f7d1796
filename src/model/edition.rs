//! What an editor settles for the daily brief of one day.

use std::path::PathBuf;

use super::{CivilDate, Id, Marking, Prose};
use crate::span::Spanned;

/// The editor's hand in one daily brief.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The file that it was read from.
    pub path: PathBuf,
    /// The day.
    pub date: CivilDate,
    /// A note to readers, with its handling label.
    pub note: Option<(Spanned<Prose>, Marking)>,
    /// Briefs that come first.
    pub pin: Vec<Spanned<Id>>,
    /// Briefs that come after those, before all that are not named.
    pub order: Vec<Spanned<Id>>,
    /// Briefs that are left out.
    pub leave_out: Vec<Spanned<Id>>,
}

impl Edition {
    /// Every brief that it names.
    pub fn named(&self) -> impl Iterator<Item = &Spanned<Id>> {
        self.pin.iter().chain(&self.order).chain(&self.leave_out)
    }
}
