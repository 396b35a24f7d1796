//! Artifacts → disk.
//!
//! [`OutputDir`] is a folder that attaché made, locked for one build. A build hands over every file with
//! [`OutputDir::put`] and then calls [`OutputDir::finish`]; [`OutputDir::write_all`] does both for artifacts that are all
//! at hand. [`write_file`] writes a single file anywhere.
//!
//! `put` compares. A file that already has the right bytes is not touched; anything else is written to a staging folder
//! inside the output folder, where no reader sees it. `finish` renames what was staged into place, one atomic rename
//! a file, or one for all of a folder in the root that was not there and whose files come at once, and removes what has
//! become stale. Until `finish` nothing of yesterday's site changes: a template that breaks at the last page, a full disk
//! or a dropped `OutputDir` leave it standing, and what waits for its turn waits on the disk, not in memory.
//!
//! What is ours is what the manifest says: path, length and digest of everything that attaché wrote there. Before the
//! first rename a second list says what is under way, with the old and the new content of each path; it goes after the last
//! one, when the manifest says what there is. So a build that is killed at any moment leaves whole files, and the next build
//! knows which of them are its own, and which may be missing. A stale file that
//! was edited since is kept and reported. A file that attaché did not write is neither removed nor overwritten.
//!
//! Over a network to read a site takes as long as to write it. [`OutputDir::open_by_manifest`] believes the manifest
//! instead, and [`verify`] reads back what stands there when somebody wants to know.
//!
//! Files that go elsewhere wait in a folder of their own, which is opened as [`OutputDir`] too: a `Transfer` says what is to
//! be carried in which order.
//!
//! Symbolic links inside the folder are not followed. This holds against links that are there when a build begins, not
//! against a program that swaps folders for links while the build runs: whoever can do that can write to the folder.

mod collide;
mod compare;
mod error;
mod file;
mod finish;
mod folder;
mod lock;
mod manifest;
mod media;
mod path;
mod plan;
mod record;
mod report;
mod stage;
mod stale;
mod transfer;
mod tree;
mod turn;
mod verify;

use std::borrow::Cow;

pub use error::OutputError;
pub use file::{Overwrite, write_file};
pub use folder::OutputDir;
pub(crate) use folder::is_ours;
pub(crate) use lock::Lock;
pub(crate) use manifest::{MANIFEST, Manifest, PENDING};
pub(crate) use media::media_type;
pub use path::SitePath;
pub use plan::Plan;
pub use report::{Outcome, Report};
pub(crate) use stage::sweep;
pub(crate) use transfer::Transfer;
pub use verify::{Fault, verify};

/// What the names of attaché's own files in an output folder begin with. None of them belongs to the site: not to be
/// published, served or linked.
pub const RESERVED_PREFIX: &str = ".attache";

/// What the names of temporary files and folders begin with. Whatever a killed build left under such a name is removed
/// by the next one.
pub(crate) const TEMPORARY_PREFIX: &str = ".attache-tmp-";

/// The mode of a file that attaché writes, on Unix, less the umask: who works under a umask of 077 does not mean
/// the world to read the result.
#[cfg(unix)]
const FILE_MODE: u32 = 0o644;

/// One file of the site: where, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact<'c> {
    /// Where, relative to the output folder.
    pub path: SitePath,
    /// All of its bytes.
    pub content: Cow<'c, [u8]>,
}
