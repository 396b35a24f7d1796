//! A site → a folder of this machine, or a share that is mounted on it.
//!
//! Where the folder's name is free, it becomes a link to one of the releases beside it: a release is made whole, its unchanged
//! files shared with the one before it, and then the link is switched, which no reader can see half done. A folder that is there
//! already, such as a share, is written in place: every file is put there by a rename, of its own or of its folder, what readers
//! come in by last, and what the site has no more is removed at the end. Either way the folder's manifest says which files are ours.
//!
//! A release remembers the ceiling that it was made under. No reader is led back to one that shows more than may be seen now, and
//! none such is kept.

mod place;
mod releases;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use super::ReadBack;
use super::error::PublishError;
use crate::model::Marking;
use crate::output::{Fault, OutputDir, Report, verify};
use crate::settings::Target;

pub(super) use place::holds;
pub(super) use releases::{Has, WayBack};

use place::Place;
use releases::Draft;

/// One publication under way.
#[derive(Debug)]
pub(super) struct Publication {
    pub(super) files: OutputDir,
    draft: Option<Draft>,
}

impl Publication {
    pub(super) fn begin(target: &Target, folder: &Path, desk: &Path) -> Result<Self, PublishError> {
        match place::of(folder, desk)? {
            Place::InPlace(folder) => Ok(Self { files: OutputDir::open_by_manifest(&folder)?, draft: None }),
            Place::Switched(link) => {
                let draft = Draft::begin(&link, target)?;
                Ok(Self { files: OutputDir::open_by_manifest(draft.folder())?, draft: Some(draft) })
            }
        }
    }

    pub(super) fn repairing(self, faults: &[Fault]) -> Self {
        Self { files: self.files.doubting(faults), ..self }
    }

    /// Lets readers have it.
    pub(super) fn finish(self, done: &AtomicUsize) -> Result<Report, PublishError> {
        let Some(draft) = self.draft else {
            return self
                .files
                .finish_counted(done)
                .map_err(|error| PublishError::BrokeOff(Box::new(error.into())));
        };
        let report = self.files.finish_counted(done)?;
        draft.release()?;
        Ok(report)
    }
}

/// The way back to the release before the one that readers have.
pub(super) fn way_back(folder: &Path, ceiling: Marking, desk: &Path) -> Result<WayBack, PublishError> {
    let target = folder.display().to_string();
    match place::of(folder, desk)? {
        // Where there is nothing yet, it is as with nothing before.
        Place::InPlace(folder) if folder.exists() => Err(PublishError::InPlace(target)),
        Place::InPlace(folder) | Place::Switched(folder) => WayBack::find(target, &folder, ceiling),
    }
}

/// Reads back what was published, and whether it is what a target with this ceiling may show.
pub(super) fn read_back(
    folder: &Path,
    ceiling: Marking,
    desk: &Path,
) -> Result<Option<ReadBack>, PublishError> {
    let site = site_of(folder, desk)?;
    let Some((files, faults)) = verify(&site)? else { return Ok(None) };
    Ok(Some(ReadBack { files, faults, above: releases::above(&site, ceiling)? }))
}

/// The folder that readers have the site from.
fn site_of(folder: &Path, desk: &Path) -> Result<PathBuf, PublishError> {
    Ok(match place::of(folder, desk)? {
        Place::InPlace(folder) | Place::Switched(folder) => folder,
    })
}
