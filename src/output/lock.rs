//! One build at a time in a folder.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::Path;

use super::error::OutputError;

/// The name of the lock file. It stays when the build is over; the system drops the lock itself with the process.
pub(crate) const LOCK: &str = ".attache-lock";

/// Held by the one build that may write to a folder.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock or says who has it. Does not wait.
    pub(crate) fn take(folder: &Path) -> Result<Self, OutputError> {
        let path = folder.join(LOCK);
        // To open a link would make a file at its other end.
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_symlink() => return Err(OutputError::Link(path)),
            Ok(metadata) if !metadata.is_file() => return Err(OutputError::NotAFile(path)),
            _ => {}
        }
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(OutputError::io("open", &path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(OutputError::Busy(folder.to_owned())),
            Err(TryLockError::Error(error)) => Err(OutputError::io("lock", &path)(error)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // To close the file would not do: a process that is being started meanwhile has a copy of it for a moment. If this
        // fails, the lock goes when the last copy is closed.
        self.file.unlock().ok();
    }
}
