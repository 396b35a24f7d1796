//! What is to be carried to a place elsewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;

use super::TEMPORARY_PREFIX;
use super::error::OutputError;
use super::folder::{Filled, OutputDir};
use super::manifest::Manifest;
use super::path::SitePath;
use super::report::Report;
use super::tree::Tree;
use super::turn::Turn;

/// What is to be carried to a place elsewhere. Its files stand in a folder under their own paths until this value is dropped.
#[derive(Debug)]
pub(crate) struct Transfer {
    /// Where the files stand.
    pub(crate) folder: PathBuf,
    /// The new and changed files, in the order in which they are to be put in place.
    pub(crate) turns: [Vec<SitePath>; 3],
    /// The files to be removed after that.
    pub(crate) deleted: Vec<SitePath>,
    /// The folders that nothing of the site is left in, innermost first.
    pub(crate) emptied: Vec<String>,
    /// What is under way meanwhile.
    pub(crate) pending: Manifest,
    /// What there is afterwards.
    pub(crate) manifest: Manifest,
    unchanged: usize,
    /// The lock, and the folder that goes with this value.
    _filled: Filled,
}

impl OutputDir {
    /// Ends the handing over of files that are bound for a place elsewhere.
    ///
    /// # Errors
    /// When two files cannot stand side by side, on a disk that ignores case; when the machine refuses.
    pub(crate) fn transfer(self) -> Result<Transfer, OutputError> {
        let filled = self.filled()?;
        let folder = filled.tree.root().join(format!("{TEMPORARY_PREFIX}outgoing"));
        let of = |turn| {
            let paths = filled.staged().map(|(path, _)| path);
            paths.filter(|path| Turn::of(path) == turn).cloned().collect()
        };
        let turns = Turn::ALL.map(of);
        fs::create_dir(&folder).map_err(OutputError::io("make the folder", &folder))?;
        filled.put_under(&Tree::new(folder.clone()), &AtomicUsize::new(0))?;
        let kept: BTreeSet<_> = filled.next.entries().iter().flat_map(|entry| entry.path.folders()).collect();
        let deleted: Vec<_> =
            filled.before.paths().into_iter().filter(|path| filled.next.at(path).is_empty()).collect();
        let emptied: BTreeSet<_> = deleted.iter().flat_map(SitePath::folders).collect();
        let emptied = emptied.into_iter().rev().filter(|folder| !kept.contains(folder));
        let emptied = emptied.map(str::to_owned).collect();
        Ok(Transfer {
            folder,
            turns,
            emptied,
            deleted,
            pending: filled.before.under_way(&filled.next),
            manifest: filled.next.clone(),
            unchanged: filled.next.entries().len() - filled.written(),
            _filled: filled,
        })
    }
}

impl Transfer {
    /// What was done, once it is done.
    pub(crate) fn report(&self) -> Report {
        let written = self.turns.iter().map(Vec::len).sum();
        Report { written, unchanged: self.unchanged, removed: self.deleted.len(), kept: Vec::new() }
    }
}

impl Drop for Transfer {
    fn drop(&mut self) {
        // What stays is removed by the next one.
        fs::remove_dir_all(&self.folder).ok();
    }
}
