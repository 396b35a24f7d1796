//! New files, before anybody can see them.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use tempfile::{Builder, TempDir};

use super::TEMPORARY_PREFIX;
use super::compare::{Standing, standing};
use super::error::OutputError;
use super::path::SitePath;
use super::record::{Record, Recording};

/// A folder in the output folder, and so on the same disk, from which files and folders are renamed into place. It is made with the
/// first file, and goes with this value and whatever is still in it.
#[derive(Debug)]
pub(super) struct Stage {
    root: PathBuf,
    folder: OnceLock<TempDir>,
    count: AtomicU64,
    /// Whether one of the files that wait together may be half written.
    is_torn: AtomicBool,
}

/// How a file waits in the folder: in few bytes, for a site has tens of thousands of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waiting {
    /// By itself, under a number.
    Alone(u64),
    /// Under its own path, together with all that is bound for the same missing folder of the root.
    Together,
}

/// The folder for what waits together.
const TOGETHER: &str = "together";

impl Stage {
    pub(super) fn new(root: PathBuf) -> Self {
        Self { root, folder: OnceLock::new(), count: AtomicU64::new(0), is_torn: AtomicBool::new(false) }
    }

    /// Writes a file, to wait by itself.
    pub(super) fn add(&self, content: &[u8]) -> Result<Waiting, OutputError> {
        let (number, ..) = self.write(content)?;
        Ok(Waiting::Alone(number))
    }

    /// Writes a file, to wait together with what else is bound for the same missing folder of the root.
    pub(super) fn add_together(&self, path: &SitePath, content: &[u8]) -> Result<Waiting, OutputError> {
        let full = path.under(&self.together()?);
        // It may be one of two that cannot stand side by side here either, which are told once all files are known, or have too long
        // a path here. What else refuses it will refuse it under a number too.
        let Ok(mut file) = open_in_folder(&full) else { return self.add(content) };
        file.write_all(content).map_err(|error| {
            self.is_torn.store(true, Ordering::Relaxed);
            OutputError::io("write", &full)(error)
        })?;
        Ok(Waiting::Together)
    }

    /// Puts a file that waits in its place. Replaces a file or a link there; a folder is left alone.
    pub(super) fn release(&self, path: &SitePath, waiting: Waiting, root: &Path) -> Result<(), OutputError> {
        let target = path.under(root);
        // No file that stands in a folder that was missing is ours.
        if waiting == Waiting::Together {
            refuse_file(&target)?;
        }
        fs::rename(self.path(path, waiting)?, &target).map_err(OutputError::io("replace", &target))
    }

    /// Puts a missing folder of the root in its place, with everything that waits together for it, and says whether it did: a
    /// disk may refuse to move a folder, and then its files are still there to be released.
    pub(super) fn release_folder(&self, folder: &str, root: &Path) -> Result<bool, OutputError> {
        let is_whole = !self.is_torn.load(Ordering::Relaxed);
        Ok(is_whole && fs::rename(self.together()?.join(folder), root.join(folder)).is_ok())
    }

    /// Removes the file that waits under this number.
    pub(super) fn remove(&self, number: u64) -> Result<(), OutputError> {
        let path = self.alone(number)?;
        fs::remove_file(&path).map_err(OutputError::io("remove", &path))
    }

    /// Writes a file straight to its place, and to the disk: after a power cut it is still whole.
    pub(super) fn replace(&self, target: &Path, content: &[u8]) -> Result<(), OutputError> {
        let (_, staged, file) = self.write(content)?;
        file.sync_all().map_err(OutputError::io("write", target))?;
        fs::rename(staged, target).map_err(OutputError::io("replace", target))
    }

    /// Writes a file piece by piece, to wait by itself; says under which number, and what is in it.
    pub(super) fn add_pieces(
        &self,
        pieces: &mut dyn Iterator<Item = Vec<u8>>,
    ) -> Result<(u64, Record), OutputError> {
        let (number, path, mut file) = self.begin()?;
        let mut record = Recording::default();
        for piece in pieces {
            record.take(&piece);
            file.write_all(&piece).map_err(OutputError::io("write", &path))?;
        }
        Ok((number, record.finish()))
    }

    fn write(&self, content: &[u8]) -> Result<(u64, PathBuf, File), OutputError> {
        let (number, path, mut file) = self.begin()?;
        file.write_all(content).map_err(OutputError::io("write", &path))?;
        Ok((number, path, file))
    }

    fn begin(&self) -> Result<(u64, PathBuf, File), OutputError> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let path = self.alone(number)?;
        let file = open_new(&path).map_err(OutputError::io("make", &path))?;
        Ok((number, path, file))
    }

    fn path(&self, path: &SitePath, waiting: Waiting) -> Result<PathBuf, OutputError> {
        match waiting {
            Waiting::Alone(number) => self.alone(number),
            Waiting::Together => Ok(path.under(&self.together()?)),
        }
    }

    fn alone(&self, number: u64) -> Result<PathBuf, OutputError> {
        Ok(self.folder()?.join(number.to_string()))
    }

    fn together(&self) -> Result<PathBuf, OutputError> {
        Ok(self.folder()?.join(TOGETHER))
    }

    fn folder(&self) -> Result<&Path, OutputError> {
        if let Some(folder) = self.folder.get() {
            return Ok(folder.path());
        }
        let made = new_folder(&self.root).map_err(OutputError::io("make a folder in", &self.root))?;
        // Of two that are made at once, one goes again.
        Ok(self.folder.get_or_init(|| made).path())
    }
}

/// Refuses a file that stands where there was to be none.
pub(super) fn refuse_file(target: &Path) -> Result<(), OutputError> {
    match standing(target, &[])? {
        Standing::Same | Standing::Different => Err(OutputError::Foreign(target.to_owned())),
        Standing::Nothing | Standing::Link => Ok(()),
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

/// Makes the folders that lead to a file too.
fn open_in_folder(path: &Path) -> std::io::Result<File> {
    let opened = open_new(path);
    if !matches!(&opened, Err(error) if error.kind() == std::io::ErrorKind::NotFound) {
        return opened;
    }
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    open_new(path)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_does_not_take_the_place_of_one_with_something_in_it() {
        let root = tempfile::tempdir().unwrap();
        let stage = Stage::new(root.path().to_owned());
        let path = SitePath::new("a/x").unwrap();
        let waiting = stage.add_together(&path, b"1").unwrap();
        fs::create_dir_all(root.path().join("a/mine")).unwrap();
        assert!(!stage.release_folder("a", root.path()).unwrap());
        stage.release(&path, waiting, root.path()).unwrap();
        assert_eq!(fs::read(root.path().join("a/x")).unwrap(), b"1");
        assert!(root.path().join("a/mine").is_dir());
    }
}
