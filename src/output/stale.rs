//! Files of an earlier build that the site has no more.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::Path;

use super::compare::is_one_file;
use super::error::OutputError;
use super::manifest::{Entry, Manifest};
use super::path::{folded, under};
use super::record::is_one_of;
use super::tree::{Folder, Tree};

/// What became of the stale files.
#[derive(Debug, Default)]
pub(super) struct Swept {
    pub(super) removed: usize,
    /// What had to be kept stays in the manifest: it is reported again and again, and goes once it is as we wrote it.
    pub(super) kept: Manifest,
}

/// What became of a stale file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Removed,
    /// It was gone already.
    Gone,
    /// It is not as we wrote it. Whoever edited it would miss it.
    Kept,
}

/// Removes what `before` lists and `next` does not, and the folders that become empty thereby.
pub(super) fn sweep(before: &Manifest, next: &Manifest, tree: &Tree) -> Result<Swept, OutputError> {
    let is_stale =
        |contents: &&[Entry]| contents.first().is_some_and(|entry| next.at(&entry.path).is_empty());
    let mut stale = before.by_path().filter(is_stale).peekable();
    if stale.peek().is_none() {
        return Ok(Swept::default());
    }
    let names: HashMap<Cow<'_, str>, &Entry> =
        next.entries().iter().map(|entry| (folded(entry.path.as_str()), entry)).collect();
    let (mut removed, mut kept, mut folders) = (0, Vec::new(), BTreeSet::new());
    for contents in stale {
        let Some(Entry { path, .. }) = contents.first() else { continue };
        let full = path.under(tree.root());
        // Where case is ignored, a page whose name changed in case alone is the new page.
        if names
            .get(&folded(path.as_str()))
            .is_some_and(|new| is_one_file(&full, &new.path.under(tree.root())))
        {
            continue;
        }
        match remove(tree, contents, &full)? {
            Fate::Kept => kept.extend(contents.iter().filter(|it| it.record.is_some()).cloned()),
            fate => {
                removed += usize::from(fate == Fate::Removed);
                folders.extend(path.folders());
            }
        }
    }
    remove_empty(&folders, tree);
    Ok(Swept { removed, kept: Manifest::new(kept) })
}

/// Removes a file if it still has one of the contents that we wrote there.
fn remove(tree: &Tree, contents: &[Entry], full: &Path) -> Result<Fate, OutputError> {
    let Some(Entry { path, .. }) = contents.first() else { return Ok(Fate::Gone) };
    match tree.holding(path) {
        Ok(Folder::Real) => {}
        Ok(Folder::Missing) | Err(OutputError::NotAFolder(_)) => return Ok(Fate::Gone),
        Err(OutputError::Link(_)) => return Ok(Fate::Kept),
        Err(other) => return Err(other),
    }
    let removed = match is_as_written(full, contents) {
        Ok(true) => fs::remove_file(full).map(|()| Fate::Removed),
        Ok(false) => Ok(Fate::Kept),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Fate::Gone),
        fate => fate.map_err(OutputError::io("remove", full)),
    }
}

fn is_as_written(path: &Path, contents: &[Entry]) -> io::Result<bool> {
    let metadata = fs::symlink_metadata(path)?;
    if !metadata.is_file()
        || !contents.iter().filter_map(|it| it.record).any(|it| it.length == metadata.len())
    {
        return Ok(false);
    }
    is_one_of(path, contents.iter().filter_map(|entry| entry.record))
}

/// Removes those of the folders that have become empty, innermost first.
fn remove_empty(folders: &BTreeSet<&str>, tree: &Tree) {
    for folder in folders.iter().rev() {
        // The system removes no folder with anything in it, and one that stays does no harm.
        fs::remove_dir(under(tree.root(), folder)).ok();
    }
}
