//! A site → a place that is not a folder of this machine.
//!
//! The manifest at the place says what is there, with the digest of each file; the site is made here, compared with the manifest
//! alone, and only what has changed is carried: what pages need before the pages, what readers come in by last, and after that
//! what the site has no more is removed. Meanwhile a list at the place says what is under way, so that a publication that broke
//! off is completed by the next one. Nothing at the place is listed but its root.

mod claim;
#[cfg(feature = "remote")]
mod objects;
mod rsync;
mod sftp;
mod ssh;
mod store;
mod trouble;
mod waiting;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use super::Intent;
use super::error::PublishError;
use crate::model::Marking;
use crate::output::{
    Fault, MANIFEST, Manifest, OutputDir, PENDING, RESERVED_PREFIX, Report, TEMPORARY_PREFIX, Transfer,
};
use crate::settings::{Remote, Target};

pub use trouble::Trouble;

use claim::Claim;
use store::Store;
use waiting::Waiting;

/// How many files are fetched at once to be read back, so that they need little room here.
const READ_BACK_AT_ONCE: usize = 500;

/// One publication under way.
#[derive(Debug)]
pub(super) struct Publication {
    place: Place,
    files: OutputDir,
    claim: Option<Claim>,
}

/// A place elsewhere, and what it is called in messages.
#[derive(Debug)]
struct Place {
    name: String,
    store: Arc<dyn Store>,
}

impl Publication {
    pub(super) fn begin(
        target: &Target,
        address: &Remote,
        desk: &Path,
        intent: Intent,
    ) -> Result<Self, PublishError> {
        let Waiting { files, claim: file, connection } = Waiting::open(desk, target)?;
        let place = Place::reach(address, desk, target.ceiling, Some(&connection))?;
        place.refuse_foreign()?;
        let claim = match intent {
            Intent::Look => None,
            Intent::Publish | Intent::TakeOver => Some(place.claim(&file, intent == Intent::TakeOver)?),
        };
        if claim.is_some() {
            place.sweep()?;
        }
        let files = files.bound_for(place.manifest()?);
        Ok(Self { place, files, claim })
    }

    pub(super) fn repairing(self, faults: &[Fault]) -> Self {
        Self { files: self.files.doubting(faults), ..self }
    }

    pub(super) fn files(&self) -> &OutputDir {
        &self.files
    }

    /// Carries what has changed.
    pub(super) fn finish(self, done: &AtomicUsize) -> Result<Report, PublishError> {
        let Self { place, files, claim } = self;
        let transfer = files.transfer()?;
        let carried = carry(&*place.store, &transfer, done);
        drop(claim);
        carried.map_err(|trouble| PublishError::BrokeOff(Box::new(place.trouble()(trouble))))?;
        Ok(transfer.report())
    }
}

/// Everything in its order; broken off anywhere, it leaves whole files and word of what is under way.
fn carry(store: &dyn Store, transfer: &Transfer, done: &AtomicUsize) -> Result<(), Trouble> {
    store.write(PENDING, transfer.pending.text().as_bytes())?;
    for paths in transfer.turns.iter().filter(|paths| !paths.is_empty()) {
        store.carry(&transfer.folder, paths, done)?;
    }
    let deleted: Vec<_> = transfer.deleted.iter().map(AsRef::as_ref).collect();
    if !deleted.is_empty() {
        store.remove(&deleted, done)?;
        store.remove_empty(&transfer.emptied)?;
    }
    store.write(MANIFEST, transfer.manifest.text().as_bytes())?;
    store.remove(&[PENDING], &AtomicUsize::new(0))
}

impl Place {
    fn reach(
        address: &Remote,
        desk: &Path,
        ceiling: Marking,
        former: Option<&Path>,
    ) -> Result<Self, PublishError> {
        let name = address.to_string();
        match connect(address, desk, ceiling, former) {
            Ok(store) => Ok(Self { name, store }),
            Err(source) => Err(PublishError::Remote { target: name, source }),
        }
    }

    /// Turns trouble into an error that says where.
    fn trouble(&self) -> impl Fn(Trouble) -> PublishError {
        |source| PublishError::Remote { target: self.name.clone(), source }
    }

    /// Refuses a place with anything in it that is not ours.
    fn refuse_foreign(&self) -> Result<(), PublishError> {
        let names = self.store.list("").map_err(self.trouble())?;
        let is_ours = names.iter().any(|name| [MANIFEST, PENDING].contains(&name.as_str()));
        if is_ours || names.iter().all(|name| name.starts_with(RESERVED_PREFIX)) {
            return Ok(());
        }
        let why = "has files in it that attache did not write; choose another folder, or empty it yourself";
        Err(PublishError::Refused { target: self.name.clone(), why })
    }

    /// Removes what a killed publication left beside its place. For the holder of the claim alone.
    fn sweep(&self) -> Result<(), PublishError> {
        let mut left = self.store.list("").map_err(self.trouble())?;
        left.retain(|name| name.starts_with(TEMPORARY_PREFIX));
        if left.is_empty() {
            return Ok(());
        }
        let left: Vec<_> = left.iter().map(String::as_str).collect();
        self.store.remove(&left, &AtomicUsize::new(0)).map_err(self.trouble())
    }

    fn claim(&self, file: &Path, take_over: bool) -> Result<Claim, PublishError> {
        let claim = Claim::take(&self.store, file, take_over).map_err(self.trouble())?;
        claim.ok_or_else(|| PublishError::Claimed(self.name.clone()))
    }

    /// What the place's lists say of it.
    fn manifest(&self) -> Result<Option<Manifest>, PublishError> {
        let list = |name| {
            let bytes = self.store.read(name).map_err(self.trouble())?;
            let path = Path::new(&self.name).join(name);
            bytes.map(|bytes| Manifest::parse(&bytes, &path).map_err(PublishError::from)).transpose()
        };
        Ok(Manifest::with(list(MANIFEST)?, list(PENDING)?))
    }
}

/// Reads back what was published.
pub(super) fn read_back(
    target: &Target,
    address: &Remote,
    desk: &Path,
) -> Result<Option<(usize, Vec<Fault>)>, PublishError> {
    let place = Place::reach(address, desk, target.ceiling, None)?;
    let Some(manifest) = place.manifest()? else { return Ok(None) };
    let paths = manifest.paths();
    let mut faults = Vec::new();
    for paths in paths.chunks(READ_BACK_AT_ONCE) {
        let here = tempfile::tempdir().map_err(|error| place.trouble()(error.into()))?;
        let paths: Vec<_> = paths.iter().collect();
        place.store.fetch(&paths, here.path()).map_err(place.trouble())?;
        faults.extend(manifest.faults(&paths, here.path())?);
    }
    Ok(Some((paths.len(), faults)))
}

/// Whatever goes there is marked no higher than the ceiling; `former` is where a connection of the holder of the lock is remembered.
#[cfg_attr(not(feature = "remote"), expect(unused_variables, reason = "one kind of place needs it"))]
fn connect(
    address: &Remote,
    desk: &Path,
    ceiling: Marking,
    former: Option<&Path>,
) -> Result<Arc<dyn Store>, Trouble> {
    match address {
        Remote::Ssh(address) => Ok(Arc::new(sftp::Sftp::connect(address, desk, former)?)),
        #[cfg(feature = "remote")]
        Remote::Webdav(address) => Ok(Arc::new(objects::Objects::of_webdav(address)?)),
        #[cfg(feature = "remote")]
        Remote::Bucket(address) => Ok(Arc::new(objects::Objects::of_bucket(address, ceiling)?)),
        #[cfg(not(feature = "remote"))]
        Remote::Webdav(_) => Err(Trouble::NotBuiltIn("`webdav:`")),
        #[cfg(not(feature = "remote"))]
        Remote::Bucket(_) => Err(Trouble::NotBuiltIn("`s3:`")),
    }
}
