//! One file, anywhere the user asked for it.

use std::fs::{self, Metadata};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use super::TEMPORARY_PREFIX;
use super::compare::{Standing, standing};
use super::error::OutputError;
use super::report::Outcome;

/// What to do about a file that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// Replace it. On Unix the new file has the old one's permissions.
    Yes,
    /// Leave it alone and fail, even if it has the right bytes.
    No,
}

/// Writes one file at once: until all of it is on the disk, whatever was there before stays. Makes the folders that
/// lead to it. A file that has the right bytes is not touched.
///
/// # Errors
/// When there is a file and it is not to be overwritten; when there is something that is no file, such as a folder, a
/// link or a device; when the machine refuses.
pub fn write_file(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<Outcome, OutputError> {
    let old = match fs::symlink_metadata(path) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(OutputError::io("look at", path)(error)),
    };
    if let Some(old) = &old {
        refuse(old, path, overwrite)?;
        if standing(path, bytes)? == Standing::Same {
            return Ok(Outcome::Unchanged);
        }
    }
    let file = filled(path, bytes, old.as_ref()).map_err(OutputError::io("write", path))?;
    let persisted = match overwrite {
        Overwrite::Yes => file.persist(path),
        Overwrite::No => file.persist_noclobber(path),
    };
    match persisted {
        Ok(_) => Ok(if old.is_some() { Outcome::Changed } else { Outcome::New }),
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(OutputError::Exists(path.to_owned()))
        }
        Err(failed) => Err(OutputError::io("write", path)(failed.error)),
    }
}

fn refuse(old: &Metadata, path: &Path, overwrite: Overwrite) -> Result<(), OutputError> {
    let path = path.to_owned();
    match overwrite {
        // A rename would put a file in the place of /dev/null as readily as in that of a page.
        _ if old.is_symlink() => Err(OutputError::Link(path)),
        _ if !old.is_file() => Err(OutputError::NotAFile(path)),
        Overwrite::No => Err(OutputError::Exists(path)),
        Overwrite::Yes => Ok(()),
    }
}

/// A temporary file beside the one that is meant, complete and on the disk.
fn filled(path: &Path, bytes: &[u8], old: Option<&Metadata>) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = beside(folder)?;
    if let Some(old) = old.filter(|_| cfg!(unix)) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

#[cfg(unix)]
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    Builder::new()
        .prefix(TEMPORARY_PREFIX)
        .permissions(fs::Permissions::from_mode(super::FILE_MODE))
        .tempfile_in(folder)
}

#[cfg(not(unix))]
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(TEMPORARY_PREFIX).tempfile_in(folder)
}
