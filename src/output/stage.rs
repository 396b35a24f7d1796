//! New files, before anybody can see them.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use tempfile::{Builder, TempDir};

use super::TEMPORARY_PREFIX;
use super::error::OutputError;
use super::record::{Record, Recording};

/// A folder in the output folder, and so on the same disk, from which files are renamed into place. It is made with the
/// first file, and goes with this value and whatever is still in it.
#[derive(Debug)]
pub(super) struct Stage {
    root: PathBuf,
    folder: Mutex<Option<TempDir>>,
    count: AtomicU64,
}

/// A file in the folder: by its number, for a site has tens of thousands of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Waiting(u64);

impl Stage {
    pub(super) fn new(root: PathBuf) -> Self {
        Self { root, folder: Mutex::default(), count: AtomicU64::new(0) }
    }

    /// Writes a file, and says which it is of those that wait.
    pub(super) fn add(&self, content: &[u8]) -> Result<Waiting, OutputError> {
        self.write(content).map(|(waiting, _)| waiting)
    }

    /// Puts a file that waits in its place. Replaces a file or a link there; a folder is left alone.
    pub(super) fn release(&self, waiting: Waiting, target: &Path) -> Result<(), OutputError> {
        fs::rename(self.path(waiting)?, target).map_err(OutputError::io("replace", target))
    }

    /// Removes a file that waits.
    pub(super) fn remove(&self, waiting: Waiting) -> Result<(), OutputError> {
        let path = self.path(waiting)?;
        fs::remove_file(&path).map_err(OutputError::io("remove", &path))
    }

    /// Writes a file straight to its place, and to the disk: after a power cut it is still whole.
    pub(super) fn replace(&self, target: &Path, content: &[u8]) -> Result<(), OutputError> {
        let (staged, file) = self.write(content)?;
        file.sync_all().map_err(OutputError::io("write", target))?;
        self.release(staged, target)
    }

    /// Writes a file piece by piece, and says which it is of those that wait, and what is in it.
    pub(super) fn add_pieces(
        &self,
        pieces: &mut dyn Iterator<Item = Vec<u8>>,
    ) -> Result<(Waiting, Record), OutputError> {
        let (waiting, path, mut file) = self.begin()?;
        let mut record = Recording::default();
        for piece in pieces {
            record.take(&piece);
            file.write_all(&piece).map_err(OutputError::io("write", &path))?;
        }
        Ok((waiting, record.finish()))
    }

    fn write(&self, content: &[u8]) -> Result<(Waiting, File), OutputError> {
        let (waiting, path, mut file) = self.begin()?;
        file.write_all(content).map_err(OutputError::io("write", &path))?;
        Ok((waiting, file))
    }

    fn begin(&self) -> Result<(Waiting, PathBuf, File), OutputError> {
        let waiting = Waiting(self.count.fetch_add(1, Ordering::Relaxed));
        let path = self.path(waiting)?;
        let file = open_new(&path).map_err(OutputError::io("make", &path))?;
        Ok((waiting, path, file))
    }

    fn path(&self, waiting: Waiting) -> Result<PathBuf, OutputError> {
        Ok(self.folder()?.join(waiting.0.to_string()))
    }

    fn folder(&self) -> Result<PathBuf, OutputError> {
        let mut folder = self.folder.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(folder) = &*folder {
            return Ok(folder.path().to_owned());
        }
        let made = new_folder(&self.root).map_err(OutputError::io("make a folder in", &self.root))?;
        Ok(folder.insert(made).path().to_owned())
    }
}

/// Removes what killed builds left behind. For the holder of the lock alone.
pub(crate) fn sweep(root: &Path) -> Result<(), OutputError> {
    let failed = || OutputError::io("list", root);
    for entry in fs::read_dir(root).map_err(failed())? {
        let entry = entry.map_err(failed())?;
        if !entry.file_name().as_encoded_bytes().starts_with(TEMPORARY_PREFIX.as_bytes()) {
            continue;
        }
        let path = entry.path();
        let is_folder = entry.file_type().map_err(OutputError::io("look at", &path))?.is_dir();
        let removed = if is_folder { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(OutputError::io("remove", &path))?;
    }
    Ok(())
}

#[cfg(unix)]
fn open_new(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new().write(true).create_new(true).mode(super::FILE_MODE).open(path)
}

#[cfg(not(unix))]
fn open_new(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Nobody else has any business in it: a page that is not out yet may be for few eyes.
#[cfg(unix)]
fn new_folder(root: &Path) -> std::io::Result<TempDir> {
    use std::os::unix::fs::PermissionsExt as _;
    Builder::new().prefix(TEMPORARY_PREFIX).permissions(fs::Permissions::from_mode(0o700)).tempdir_in(root)
}

#[cfg(not(unix))]
fn new_folder(root: &Path) -> std::io::Result<TempDir> {
    Builder::new().prefix(TEMPORARY_PREFIX).tempdir_in(root)
}
