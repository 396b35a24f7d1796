//! What stands where a site is to be published.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::releases;
use crate::output::is_ours;
use crate::own;
use crate::publish::error::PublishError;
use crate::settings::SITE;

/// How a folder is published to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// File by file.
    InPlace(PathBuf),
    /// By a link that is switched to another release.
    Switched(PathBuf),
}

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
    let folder = own::real(parent).map_err(PublishError::io("find", parent))?.join(name);
    refuse_sources(target, &folder, &desk)?;
    standing(target, folder)
}

/// Whether what is written to the folder `out` would stand where readers of a target have its site from, or among its releases.
pub(in crate::publish) fn holds(target: &Path, desk: &Path, out: &Path) -> bool {
    // Who builds need not be able to look at every place that others publish to.
    let path = own::known(desk).join(target);
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return false };
    let (out, link) = (own::known(out), own::known(parent).join(name));
    [own::known(&link), releases::folder_of(&link), link].iter().any(|place| out.starts_with(place))
}

/// A site never takes the place of what it is made from.
fn refuse_sources(target: &Path, folder: &Path, desk: &Path) -> Result<(), PublishError> {
    if desk.starts_with(folder) {
        return Err(PublishError::refused(target, "is the desk itself, or a folder that the desk is in"));
    }
    if own::is_in_folder(desk, folder) {
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
