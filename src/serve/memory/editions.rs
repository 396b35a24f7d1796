//! The files of editions. Whether one is right depends on the briefs that there are, so that all are looked at with every change.

use std::collections::BTreeSet;

use super::super::look::{Key, Kind};
use super::Memory;
use crate::desk::editions;
use crate::diagnostic::Diagnostic;
use crate::model::Edition;
use crate::source;

/// What is remembered of the file of an edition.
#[derive(Debug)]
pub(super) struct KeptEdition {
    pub(super) latest: editions::One,
    /// What it was before it was broken.
    good: Option<Edition>,
}

impl Memory {
    /// Reads the editions that have changed; how many.
    pub(super) fn read_editions(&mut self, due: &BTreeSet<Key>) -> usize {
        let mut files = 0;
        for key in due.iter().filter(|(kind, _)| *kind == Kind::Edition) {
            let path = &key.1;
            if !self.look.has(key) {
                self.editions.remove(path);
                continue;
            }
            let read = source::read(path);
            self.trouble.at(path, read.as_ref().err().map(ToString::to_string));
            let Ok(read) = read else { continue };
            let latest = editions::one(read);
            let good = self.editions.remove(path).and_then(|kept| kept.good);
            self.editions.insert(path.clone(), KeptEdition { latest, good });
            files += 1;
        }
        files
    }

    /// Gives each edition its place; where one is broken, its last good version.
    pub(super) fn place_editions(&mut self) {
        self.desk.editions.clear();
        self.misplaced.clear();
        // Briefs that name sources of a register which cannot be read are not there either.
        let is_unread = self.options.settings.inherited.register.is_unread;
        let has_all_briefs =
            !is_unread && !self.briefs.values().flat_map(|kept| &kept.diagnostics).any(Diagnostic::is_error);
        for kept in self.editions.values_mut() {
            let found = editions::place(&kept.latest, &mut self.desk, has_all_briefs);
            if !found.iter().any(Diagnostic::is_error) {
                kept.good.clone_from(&kept.latest.edition);
            } else if let Some(good) = &kept.good {
                self.desk.editions.entry(good.date).or_insert_with(|| good.clone());
            }
            self.misplaced.extend(found);
        }
    }
}
