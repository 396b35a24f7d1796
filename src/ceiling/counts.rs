//! How much is withheld, for readers who may know that.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{What, Withheld};

/// How much of a desk is withheld: numbers alone, for readers who may know them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    briefs: usize,
    parts: BTreeMap<PathBuf, usize>,
}

impl Counts {
    /// Counts what is withheld.
    #[must_use]
    pub fn of(withheld: &[Withheld]) -> Self {
        let mut counts = Self::default();
        for it in withheld {
            match it.what {
                What::Brief(_) | What::BottomLine(_) => counts.briefs += 1,
                What::Parts(parts) => drop(counts.parts.insert(it.path.clone(), parts)),
                What::Note(_) => {}
            }
        }
        counts
    }

    /// How many briefs are withheld; none where there are none.
    #[must_use]
    pub fn briefs(&self) -> Option<usize> {
        (self.briefs > 0).then_some(self.briefs)
    }

    /// How many parts of the brief in this file are withheld; none where there are none.
    #[must_use]
    pub fn parts_of(&self, brief: &Path) -> Option<usize> {
        self.parts.get(brief).copied()
    }
}
