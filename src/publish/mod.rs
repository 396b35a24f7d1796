//! A site → where readers have it from: a folder of this machine, or a place elsewhere.
//!
//! A [`Session`] is one publication, begun with [`Session::begin`], filled through its [`Session::files`], and ended with
//! [`Session::finish`]. Dropped, it leaves everything as it was.

mod back;
mod error;
mod local;
mod remote;

use std::path::Path;
use std::sync::atomic::AtomicUsize;

use crate::output::{Fault, OutputDir, Plan, Report};
use crate::settings::{Address, Target};

pub use back::WayBack;
pub use error::{PublishError, Step};
pub use remote::Trouble;

/// What a publication is begun for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// Only to know what would change.
    Look,
    /// To carry it out.
    Publish,
    /// To carry it out although somebody else seems to be at it, who is known not to be.
    TakeOver,
}

/// One publication under way.
#[derive(Debug)]
pub struct Session(Kind);

#[derive(Debug)]
enum Kind {
    Local(local::Publication),
    Remote(remote::Publication),
}

impl Session {
    /// Begins to publish the site of the desk in `desk` to a target of it.
    ///
    /// # Errors
    /// When the target is no place for a site, or not ours; when somebody else is publishing to it; when it cannot be reached;
    /// when the machine refuses.
    pub fn begin(target: &Target, desk: &Path, intent: Intent) -> Result<Self, PublishError> {
        Ok(Self(match &target.address {
            Address::Folder(folder) => Kind::Local(local::Publication::begin(target, folder, desk)?),
            Address::Remote(address) => {
                Kind::Remote(remote::Publication::begin(target, address, desk, intent)?)
            }
        }))
    }

    /// Writes these files again, which were read back and are not what was published.
    #[must_use]
    pub fn repairing(self, faults: &[Fault]) -> Self {
        Self(match self.0 {
            Kind::Local(publication) => Kind::Local(publication.repairing(faults)),
            Kind::Remote(publication) => Kind::Remote(publication.repairing(faults)),
        })
    }

    /// Takes the files of the site.
    #[must_use]
    pub fn files(&self) -> &OutputDir {
        match &self.0 {
            Kind::Local(publication) => &publication.files,
            Kind::Remote(publication) => publication.files(),
        }
    }

    /// What will change for readers.
    #[must_use]
    pub fn plan(&self) -> Plan {
        self.files().plan()
    }

    /// Lets readers have it; `done` counts the files that were carried or removed.
    ///
    /// # Errors
    /// When the machine or the place refuses. Readers then have what they had, or, in a place that is written file by file, whole
    /// files of both states; the next publication completes it.
    pub fn finish(self, done: &AtomicUsize) -> Result<Report, PublishError> {
        match self.0 {
            Kind::Local(publication) => publication.finish(done),
            Kind::Remote(publication) => publication.finish(done),
        }
    }
}

/// The target of the desk in `desk` whose readers would have whatever is written to the folder `out`.
#[must_use]
pub fn target_at<'t>(out: &Path, targets: &'t [Target], desk: &Path) -> Option<&'t Target> {
    targets
        .iter()
        .find(|target| matches!(&target.address, Address::Folder(folder) if local::holds(folder, desk, out)))
}

/// Refuses a target whose folder is that of another one of the desk, or inside it, or around it, by their real names: links may lead
/// where no address says.
///
/// # Errors
/// When there is such another target.
pub fn refuse_shared(target: &Target, targets: &[Target], desk: &Path) -> Result<(), PublishError> {
    let Address::Folder(folder) = &target.address else { return Ok(()) };
    let meets = |other: &Target| match &other.address {
        Address::Folder(path) => {
            local::holds(path, desk, &desk.join(folder)) || local::holds(folder, desk, &desk.join(path))
        }
        Address::Remote(_) => false,
    };
    if targets.iter().any(|other| other.name != target.name && meets(other)) {
        let why = "leads to the folder of another target, or into it, or around it";
        return Err(PublishError::refused(folder, why));
    }
    Ok(())
}

/// What was read back of a target.
#[derive(Debug)]
pub struct ReadBack {
    /// How many files there are.
    pub files: usize,
    /// What is wrong with any of them.
    pub faults: Vec<Fault>,
    /// The release that readers have, if it was made under a higher ceiling than the target has now. Only releases remember theirs.
    pub above: Option<u64>,
}

/// Reads back what was published to a target. `None` where nothing has been published.
///
/// # Errors
/// When the target is no place for a site, or not ours; when it cannot be reached or read.
pub fn read_back(target: &Target, desk: &Path) -> Result<Option<ReadBack>, PublishError> {
    match &target.address {
        Address::Folder(folder) => local::read_back(folder, target.ceiling, desk),
        Address::Remote(address) => {
            let found = remote::read_back(target, address, desk)?;
            Ok(found.map(|(files, faults)| ReadBack { files, faults, above: None }))
        }
    }
}
