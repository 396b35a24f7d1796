//! What was handed over → its place.

use std::fs;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::error::OutputError;
use super::folder::{Filled, OutputDir};
use super::manifest::{MANIFEST, Manifest, PENDING};
use super::path::SitePath;
use super::report::Report;
use super::stage::{Stage, Waiting, refuse_file};
use super::stale::{self, Swept};
use super::tree::{Folder, Tree};
use super::turn::Turn;

impl OutputDir {
    /// Puts every changed file in its place, removes the stale ones, and says what was done. A file that was not handed
    /// over since [`open`](Self::open) is stale.
    ///
    /// # Errors
    /// Before anything has changed: when two files cannot stand side by side, on a disk that ignores case, or when a file has come
    /// to stand in the place of a new one. Later: when the machine refuses, or what has come meanwhile is in the way. Every file is
    /// whole then, old or new, and the next build completes the work.
    pub fn finish(self) -> Result<Report, OutputError> {
        self.finish_counted(&AtomicUsize::new(0))
    }

    /// [`finish`](Self::finish), with a count of the files that are in their places or gone.
    ///
    /// # Errors
    /// As for [`finish`](Self::finish).
    pub fn finish_counted(self, done: &AtomicUsize) -> Result<Report, OutputError> {
        let filled = self.filled()?;
        filled.refuse_what_came()?;
        let written = filled.written();
        let Filled { tree, before, next, stage, .. } = &filled;
        // Killed from here on, a build leaves word of whatever the next one may find.
        let pending = before.under_way(next);
        if !pending.is_empty() {
            replace(tree, stage, PENDING, &pending)?;
        }
        drop(pending);
        filled.put_under(tree, done)?;
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

impl Filled {
    /// Refuses files that have come meanwhile into a folder that was missing. Once the place of a file has been listed as under way,
    /// the next build would take what it finds there for ours.
    fn refuse_what_came(&self) -> Result<(), OutputError> {
        for files in self.by_folder() {
            let mut together = together(files).peekable();
            let folder = together.peek().and_then(|path| path.outermost());
            // What else can stand there is told when its turn comes.
            if folder.is_some_and(|folder| matches!(self.tree.look_at(folder), Ok(Folder::Real))) {
                together.try_for_each(|path| refuse_file(&path.under(self.tree.root())))?;
            }
        }
        Ok(())
    }

    /// Puts what waits in its place in a folder, turn by turn.
    pub(super) fn put_under(&self, tree: &Tree, done: &AtomicUsize) -> Result<(), OutputError> {
        let folders: Vec<Vec<_>> = self.by_folder().map(|files| files.map(Due::of).collect()).collect();
        for turn in Turn::ALL {
            for files in &folders {
                let moved = move_folder(&self.stage, tree, files, turn)?;
                for Due { path, waiting, .. } in files.iter().filter(|file| file.turn == turn) {
                    if !(moved && *waiting == Waiting::Together) {
                        tree.make(path)?;
                        self.stage.release(path, *waiting, tree.root())?;
                    }
                    done.fetch_add(1, Ordering::Relaxed);
                }
            }
        }
        Ok(())
    }
}

/// A file that is to be put in its place, when its turn comes.
struct Due<'f> {
    path: &'f SitePath,
    waiting: Waiting,
    turn: Turn,
}

impl<'f> Due<'f> {
    fn of((path, waiting): (&'f SitePath, Waiting)) -> Self {
        Self { path, waiting, turn: Turn::of(path) }
    }
}

/// Those of some files that wait together.
fn together<'f>(files: impl Iterator<Item = (&'f SitePath, Waiting)>) -> impl Iterator<Item = &'f SitePath> {
    files.filter(|(_, waiting)| *waiting == Waiting::Together).map(|(path, _)| path)
}

/// Puts a folder of the root in its place by one rename, if it is missing and all that waits together for it has this turn, and
/// says whether it did.
fn move_folder(stage: &Stage, tree: &Tree, files: &[Due<'_>], turn: Turn) -> Result<bool, OutputError> {
    let mut together = files.iter().filter(|file| file.waiting == Waiting::Together).peekable();
    let Some(folder) = together.peek().and_then(|file| file.path.outermost()) else { return Ok(false) };
    if !together.all(|file| file.turn == turn) || tree.look_at(folder)? == Folder::Real {
        return Ok(false);
    }
    stage.release_folder(folder, tree.root())
}
