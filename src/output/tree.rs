//! The folders in the output folder.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::error::OutputError;
use super::path::{SitePath, under};

/// Whether a folder is there. What is there and is not a real folder is an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Folder {
    Real,
    Missing,
}

/// The folders in the output folder, each looked at once.
#[derive(Debug)]
pub(super) struct Tree {
    root: PathBuf,
    seen: Mutex<HashMap<String, Folder>>,
}

impl Tree {
    pub(super) fn new(root: PathBuf) -> Self {
        Self { root, seen: Mutex::default() }
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Looks at every folder again when it is next needed.
    pub(super) fn forget(&self) {
        self.seen().clear();
    }

    /// The folder that is to hold a file.
    pub(super) fn holding(&self, path: &SitePath) -> Result<Folder, OutputError> {
        if let Some(known) = path.parent().and_then(|folder| self.seen().get(folder).copied()) {
            return Ok(known);
        }
        let mut state = Folder::Real;
        for folder in path.folders() {
            // What is in a missing folder is missing too.
            if state == Folder::Real {
                state = self.look_at(folder)?;
            }
            self.seen().insert(folder.to_owned(), state);
        }
        Ok(state)
    }

    /// Whether a file is to be in a folder of the root that is missing with everything in it, and whose name is plain: no disk takes
    /// two plain names for one.
    pub(super) fn is_in_new_folder(&self, path: &SitePath) -> Result<bool, OutputError> {
        let Some(folder) = path.outermost().filter(|folder| is_plain(folder)) else { return Ok(false) };
        Ok(self.look_at(folder)? == Folder::Missing)
    }

    /// Makes the folders that lead to a file.
    pub(super) fn make(&self, path: &SitePath) -> Result<(), OutputError> {
        if self.holding(path)? == Folder::Real {
            return Ok(());
        }
        for folder in path.folders() {
            if self.seen().get(folder) == Some(&Folder::Missing) {
                let full = under(&self.root, folder);
                fs::create_dir(&full).map_err(OutputError::io("make the folder", &full))?;
                self.seen().insert(folder.to_owned(), Folder::Real);
            }
        }
        Ok(())
    }

    /// A folder by itself.
    pub(super) fn look_at(&self, folder: &str) -> Result<Folder, OutputError> {
        if let Some(known) = self.seen().get(folder) {
            return Ok(*known);
        }
        state_of(&under(&self.root, folder))
    }

    fn seen(&self) -> MutexGuard<'_, HashMap<String, Folder>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a name is all of small letters, digits and hyphens.
fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Whether there is a real folder, which a link to a folder is not.
pub(super) fn state_of(path: &Path) -> Result<Folder, OutputError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => Ok(Folder::Real),
        Ok(metadata) if metadata.is_symlink() => Err(OutputError::Link(path.to_owned())),
        Ok(_) => Err(OutputError::NotAFolder(path.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Folder::Missing),
        Err(error) => Err(OutputError::io("look at", path)(error)),
    }
}
