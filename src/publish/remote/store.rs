//! What a place elsewhere has to be able to do.

use std::fmt;
use std::path::Path;
use std::sync::atomic::AtomicUsize;

use super::trouble::Trouble;
use crate::output::SitePath;

/// A place elsewhere. All names are meant from the folder of the site, with `/` between their segments.
pub(super) trait Store: fmt::Debug {
    /// A small file; none where there is none.
    fn read(&self, name: &str) -> Result<Option<Vec<u8>>, Trouble>;

    /// Writes a small file: it is there whole, or as it was.
    fn write(&self, name: &str, content: &[u8]) -> Result<(), Trouble>;

    /// The names of what stands in a folder, which may be missing, without what stands in the folders in it. Empty is the folder
    /// of the site.
    fn list(&self, folder: &str) -> Result<Vec<String>, Trouble>;

    /// Carries files from a folder of this machine, in any order. Each is there whole, or as it was.
    fn carry(&self, from: &Path, paths: &[SitePath], done: &AtomicUsize) -> Result<(), Trouble>;

    /// Removes files, which may be missing.
    fn remove(&self, names: &[&str], done: &AtomicUsize) -> Result<(), Trouble>;

    /// Removes those of the folders, innermost first, that have nothing in them, where there are folders at all.
    fn remove_empty(&self, folders: &[String]) -> Result<(), Trouble>;

    /// Fetches files into a folder of this machine. Those that are missing are missing there too.
    fn fetch(&self, paths: &[&SitePath], to: &Path) -> Result<(), Trouble>;
}
