//! What was handed over → its place.

use std::fs;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::error::OutputError;
use super::folder::{Filled, OutputDir};
use super::manifest::{MANIFEST, Manifest, PENDING};
use super::report::Report;
use super::stage::Stage;
use super::stale::{self, Swept};
use super::tree::Tree;
use super::turn::Turn;

impl OutputDir {
    /// Puts every changed file in its place, removes the stale ones, and says what was done. A file that was not handed
    /// over since [`open`](Self::open) is stale.
    ///
    /// # Errors
    /// Before anything has changed: when two files cannot stand side by side, on a disk that ignores case. Later: when
    /// the machine refuses. Every file is whole then, old or new, and the next build completes the work.
    pub fn finish(self) -> Result<Report, OutputError> {
        self.finish_counted(&AtomicUsize::new(0))
    }

    /// [`finish`](Self::finish), with a count of the files that are in their places or gone.
    ///
    /// # Errors
    /// As for [`finish`](Self::finish).
    pub fn finish_counted(self, done: &AtomicUsize) -> Result<Report, OutputError> {
        let filled = self.filled()?;
        let written = filled.written();
        let Filled { tree, before, next, stage, .. } = &filled;
        // Killed from here on, a build leaves word of whatever the next one may find.
        let pending = before.under_way(next);
        if !pending.is_empty() {
            replace(tree, stage, PENDING, &pending)?;
        }
        drop(pending);
        put_in_place(&filled, done)?;
        let Swept { removed, kept } = stale::sweep(before, next, tree)?;
        let unchanged = next.entries().len() - written;
        let report = Report { written, unchanged, removed, kept: kept.paths() };
        let all = if report.kept.is_empty() { None } else { Some(next.union(&kept)) };
        settle(tree, stage, before, all.as_ref().unwrap_or(next))?;
        Ok(report)
    }
}

/// Makes the manifest say what there is now, and nothing else say anything.
fn settle(tree: &Tree, stage: &Stage, before: &Manifest, after: &Manifest) -> Result<(), OutputError> {
    if before != after || !tree.root().join(MANIFEST).exists() {
        replace(tree, stage, MANIFEST, after)?;
    }
    let pending = tree.root().join(PENDING);
    match fs::remove_file(&pending) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed.map_err(OutputError::io("remove", &pending)),
    }
}

fn replace(tree: &Tree, stage: &Stage, name: &str, list: &Manifest) -> Result<(), OutputError> {
    stage.replace(&tree.root().join(name), list.text().as_bytes())
}

fn put_in_place(filled: &Filled, done: &AtomicUsize) -> Result<(), OutputError> {
    let Filled { tree, stage, .. } = filled;
    for turn in Turn::ALL {
        for (path, staged) in filled.staged().filter(|(path, _)| Turn::of(path) == turn) {
            tree.make(path)?;
            stage.release(staged, &path.under(tree.root()))?;
            done.fetch_add(1, Ordering::Relaxed);
        }
    }
    Ok(())
}
