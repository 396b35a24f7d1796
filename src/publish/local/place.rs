//! What stands where a site is to be published.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::releases;
use crate::output::is_ours;
use crate::publish::error::PublishError;
use crate::settings::{SITE, WAITING};

/// How a folder is published to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// File by file.
    InPlace(PathBuf),
    /// By a link that is switched to another release.
    Switched(PathBuf),
}

/// The folders of a desk that its own writing is in.
const SOURCES: [&str; 4] = ["briefs", "templates", "locales", WAITING];

/// How a target is published to; a relative one is meant from the desk.
pub(super) fn of(target: &Path, desk: &Path) -> Result<Place, PublishError> {
    let desk = fs::canonicalize(desk).map_err(PublishError::io("find", desk))?;
    let path = desk.join(target);
    if path.components().any(|part| part == Component::ParentDir) {
        return Err(PublishError::refused(target, "leads upwards by `..`; write the folder itself"));
    }
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(PublishError::refused(target, "is the root of the file system"));
    };
    let folder = real(parent)?.join(name);
    refuse_sources(target, &folder, &desk)?;
    standing(target, folder)
}

/// Whether what is written to the folder `out` would stand where readers of a target have its site from, or among its releases.
pub(in crate::publish) fn holds(target: &Path, desk: &Path, out: &Path) -> bool {
    let known = |path: &Path| {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        // Who builds need not be able to look at every place that others publish to.
        real(&path).unwrap_or(path)
    };
    let path = known(desk).join(target);
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return false };
    let (out, link) = (known(out), known(parent).join(name));
    [known(&link), releases::folder_of(&link), link].iter().any(|place| out.starts_with(place))
}

/// A folder by its real name, as far as it is there.
fn real(path: &Path) -> Result<PathBuf, PublishError> {
    match fs::canonicalize(path) {
        Ok(path) => Ok(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let Some(parent) = path.parent() else { return Ok(path.to_owned()) };
            let parent = real(parent)?;
            // Out of a folder that is not there, `..` leads to the one that it would be in.
            Ok(match path.file_name() {
                Some(name) => parent.join(name),
                None => parent.parent().unwrap_or(&parent).to_owned(),
            })
        }
        Err(error) => Err(PublishError::io("find", path)(error)),
    }
}

/// A site never takes the place of what it is made from.
fn refuse_sources(target: &Path, folder: &Path, desk: &Path) -> Result<(), PublishError> {
    if desk.starts_with(folder) {
        return Err(PublishError::refused(target, "is the desk itself, or a folder that the desk is in"));
    }
    if SOURCES.iter().any(|source| folder.starts_with(desk.join(source))) {
        return Err(PublishError::refused(target, "is in a folder that the desk keeps its own writing in"));
    }
    if folder.starts_with(desk.join(SITE)) {
        return Err(PublishError::refused(target, "is where `attache build` writes all of the desk"));
    }
    Ok(())
}

fn standing(target: &Path, folder: PathBuf) -> Result<Place, PublishError> {
    let metadata = match fs::symlink_metadata(&folder) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(if cfg!(unix) { Place::Switched(folder) } else { Place::InPlace(folder) });
        }
        Err(error) => return Err(PublishError::io("look at", &folder)(error)),
    };
    if metadata.is_symlink() {
        return match releases::current(&folder)? {
            Some(_) => Ok(Place::Switched(folder)),
            None => Err(PublishError::refused(target, "is a link that attache did not make")),
        };
    }
    if !metadata.is_dir() {
        return Err(PublishError::refused(target, "is a file"));
    }
    // What a publication has left that was killed, or is in there just now, is no hindrance: the lock tells the two apart.
    if is_ours(&folder)? {
        return Ok(Place::InPlace(folder));
    }
    Err(PublishError::refused(
        target,
        "has files in it that attache did not write; choose another folder, or empty it yourself",
    ))
}
