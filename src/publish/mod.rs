//! A site → the folder that readers have it from.
//!
//! Where the folder's name is free, it becomes a link to one of the releases beside it: a release is made whole, its unchanged
//! files shared with the one before it, and then the link is switched, which no reader can see half done. A folder that is there
//! already, such as a share, is written in place: every file is put there by a rename, what readers come in by last, and what the
//! site has no more is removed at the end. Either way the folder's manifest says which files are ours.
//!
//! A release remembers the ceiling that it was made under. No reader is led back to one that shows more than may be seen now, and
//! none such is kept.
//!
//! A [`Session`] is one publication, begun with [`Session::begin`], filled through its [`Session::folder`], and ended with
//! [`Session::finish`]. Dropped, it leaves everything as it was.

mod error;
mod place;
mod releases;

use std::path::{Path, PathBuf};

use crate::output::{OutputDir, Plan, Report};
use crate::settings::Target;

pub use error::PublishError;
pub use releases::roll_back;

use place::Place;
use releases::Draft;

/// One publication under way.
#[derive(Debug)]
pub struct Session {
    folder: OutputDir,
    draft: Option<Draft>,
}

impl Session {
    /// Begins to publish the site of the desk in `desk` to a target of it.
    ///
    /// # Errors
    /// When the target is no place for a site, or not ours; when somebody else is publishing to it; when the machine refuses.
    pub fn begin(target: &Target, desk: &Path) -> Result<Self, PublishError> {
        match place::of(&target.folder, desk)? {
            Place::InPlace(folder) => Ok(Self { folder: OutputDir::open_by_manifest(&folder)?, draft: None }),
            Place::Switched(link) => {
                let draft = Draft::begin(&link, target)?;
                Ok(Self { folder: OutputDir::open_by_manifest(draft.folder())?, draft: Some(draft) })
            }
        }
    }

    /// The folder to fill.
    #[must_use]
    pub fn folder(&self) -> &OutputDir {
        &self.folder
    }

    /// What will change for readers.
    #[must_use]
    pub fn plan(&self) -> Plan {
        self.folder.plan()
    }

    /// Lets readers have it.
    ///
    /// # Errors
    /// When the machine refuses. Readers then have what they had, or in a folder that is written in place whole files of both
    /// states; the next publication completes it.
    pub fn finish(self) -> Result<Report, PublishError> {
        let report = self.folder.finish()?;
        if let Some(draft) = self.draft {
            draft.release()?;
        }
        Ok(report)
    }
}

/// The folder that readers have a site from, for whoever wants to read it back.
///
/// # Errors
/// When the target is no place for a site, or not ours.
pub fn folder_of(target: &Path, desk: &Path) -> Result<PathBuf, PublishError> {
    Ok(match place::of(target, desk)? {
        Place::InPlace(folder) | Place::Switched(folder) => folder,
    })
}
