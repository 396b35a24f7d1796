//! Where a desk keeps its own writing: no output may stand there, or take its place.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::settings::WAITING;

/// The folders of a desk that its own writing is in.
pub(crate) const FOLDERS: [&str; 4] = ["briefs", "templates", "locales", WAITING];

/// Whether a place is in a folder that a desk keeps its own writing in, both by their real names; such a folder may be a link.
pub(crate) fn is_in_folder(desk: &Path, place: &Path) -> bool {
    let mut folders = FOLDERS.iter().map(|folder| desk.join(folder));
    folders.any(|folder| place.starts_with(&folder) || place.starts_with(known(&folder)))
}

/// Whether a folder of output would stand among the writing of a desk, however both are written.
pub(crate) fn holds(desk: &Path, out: &Path) -> bool {
    is_in_folder(&known(desk), &known(out))
}

/// A path by its real name, as far as that can be found out.
pub(crate) fn known(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    real(&path).unwrap_or(path)
}

/// A path by its real name, as far as it is there.
///
/// # Errors
/// When a folder on the way cannot be looked at.
pub(crate) fn real(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let Some(parent) = path.parent() else { return Ok(path.to_owned()) };
            let parent = real(parent)?;
            // Out of a folder that is not there, `..` leads to the one that it would be in.
            Ok(match path.file_name() {
                Some(name) => parent.join(name),
                None => parent.parent().unwrap_or(&parent).to_owned(),
            })
        }
        found => found,
    }
}
