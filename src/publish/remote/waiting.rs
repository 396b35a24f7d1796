//! Where files wait for a place elsewhere: `.attache/TARGET` in the desk, out of sight of version control.

use std::fs;
use std::path::{Path, PathBuf};

use crate::output::{OutputDir, Overwrite, write_file};
use crate::publish::error::PublishError;
use crate::settings::{Target, WAITING};

/// Where files wait, locked for one publication.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) files: OutputDir,
    /// The file with the name that the place is claimed in.
    pub(super) claim: PathBuf,
    /// The file that says by which connection the last publication went.
    pub(super) connection: PathBuf,
}

impl Waiting {
    pub(super) fn open(desk: &Path, target: &Target) -> Result<Self, PublishError> {
        let own = desk.join(WAITING);
        let folder = own.join(target.name.as_str());
        fs::create_dir_all(&folder).map_err(PublishError::io("make the folder", &folder))?;
        if own.is_symlink() || folder.is_symlink() {
            return Err(PublishError::refused(&folder, "is a link, where files would wait for their way"));
        }
        write_file(&own.join(".gitignore"), b"*\n", Overwrite::Yes)?;
        let files = OutputDir::open(&folder.join("waiting"))?;
        Ok(Self { files, claim: folder.join("claim"), connection: folder.join("connection") })
    }
}
