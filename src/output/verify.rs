//! Whether a folder still has what was written to it.

use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::error::OutputError;
use super::manifest::{Entry, Manifest};
use super::path::SitePath;
use super::record::is_one_of;

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It is not there.
    Missing(SitePath),
    /// It is not as it was written.
    Different(SitePath),
}

impl Fault {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &SitePath {
        match self {
            Self::Missing(path) | Self::Different(path) => path,
        }
    }
}

/// Reads back every file that the manifest of a folder lists: how many there are, and what is wrong with any of them.
/// `None` where there is no manifest.
///
/// # Errors
/// When the manifest or a file cannot be read.
pub fn verify(folder: &Path) -> Result<Option<(usize, Vec<Fault>)>, OutputError> {
    let Some(manifest) = Manifest::load(folder)? else { return Ok(None) };
    let entries: Vec<_> = manifest.by_path().collect();
    Ok(Some((entries.len(), faults(&entries, folder)?)))
}

/// What is wrong with these files, path by path, in a folder.
fn faults(entries: &[&[Entry]], folder: &Path) -> Result<Vec<Fault>, OutputError> {
    let look = |contents: &&[Entry]| {
        let Some(entry) = contents.first() else { return Ok(None) };
        let path = entry.path.under(folder);
        match is_one_of(&path, contents.iter().filter_map(|entry| entry.record)) {
            Ok(true) => Ok(None),
            Ok(false) => Ok(Some(Fault::Different(entry.path.clone()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Ok(Some(Fault::Missing(entry.path.clone())))
            }
            Err(error) => Err(OutputError::io("read", &path)(error)),
        }
    };
    let faults: Vec<_> = entries.par_iter().map(look).collect::<Result<_, _>>()?;
    Ok(faults.into_iter().flatten().collect())
}

impl Manifest {
    /// What is wrong with those of its files that have these paths, in a folder.
    pub(crate) fn faults(&self, paths: &[&SitePath], folder: &Path) -> Result<Vec<Fault>, OutputError> {
        let entries: Vec<_> = paths.iter().map(|path| self.at(path)).collect();
        faults(&entries, folder)
    }
}
