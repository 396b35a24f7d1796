//! Releases beside a link: `briefs` → `.briefs.releases/7`.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::model::{Id, Marking, Words as _};
use crate::output::{Lock, MANIFEST, Manifest, Overwrite, Plan, TEMPORARY_PREFIX, sweep, write_file};
use crate::publish::error::PublishError;
use crate::settings::Target;

/// The name of the file that says under which ceiling a release was made.
const CEILING: &str = ".attache-ceiling";

/// A release in the making.
#[derive(Debug)]
pub(super) struct Draft {
    releases: Releases,
    folder: PathBuf,
    number: u64,
    keep: usize,
    ceiling: Marking,
}

/// What a release has of a brief, held against what readers have now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::publish) enum Has {
    /// None of it.
    Nothing,
    /// The same.
    Same,
    /// Something else.
    Other,
}

/// The releases of a link, for whoever has the lock.
#[derive(Debug)]
struct Releases {
    link: PathBuf,
    folder: PathBuf,
    /// Whether the folder was made just now, and goes if nothing comes of it.
    is_new: bool,
    _lock: Lock,
}

impl Draft {
    /// Begins a release with everything that the present one has.
    pub(super) fn begin(link: &Path, target: &Target) -> Result<Self, PublishError> {
        let releases = Releases::lock(link)?;
        let present = current(link)?;
        let number =
            releases.numbers()?.last().copied().unwrap_or_default().max(present.unwrap_or_default()) + 1;
        let folder = releases.folder.join(format!("{TEMPORARY_PREFIX}{number}"));
        fs::create_dir(&folder).map_err(PublishError::io("make the folder", &folder))?;
        let draft = Self { releases, folder, number, keep: target.keep, ceiling: target.ceiling };
        if let Some(present) = present {
            draft.share(&draft.releases.folder.join(present.to_string()))?;
        }
        Ok(draft)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Has the files of a release too: by hard links where the disk has them. A file that changes is put in the place of the
    /// link, so the old release keeps its own.
    fn share(&self, release: &Path) -> Result<(), PublishError> {
        let Some(manifest) = Manifest::load(release)? else { return Ok(()) };
        for path in manifest.paths() {
            let (from, to) = (path.under(release), path.under(&self.folder));
            if let Some(folder) = to.parent() {
                fs::create_dir_all(folder).map_err(PublishError::io("make the folder", folder))?;
            }
            match fs::hard_link(&from, &to).or_else(|_| fs::copy(&from, &to).map(drop)) {
                // It will be missed, and written anew, by whoever compares.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                shared => shared.map_err(PublishError::io("share", &from))?,
            }
        }
        let manifest = release.join(MANIFEST);
        fs::copy(&manifest, self.folder.join(MANIFEST)).map_err(PublishError::io("copy", &manifest))?;
        Ok(())
    }

    /// Lets readers have it, and removes the oldest releases.
    pub(super) fn release(self) -> Result<(), PublishError> {
        let ceiling = self.folder.join(CEILING);
        write_file(&ceiling, self.ceiling.word().as_bytes(), Overwrite::Yes)?;
        let release = self.releases.folder.join(self.number.to_string());
        fs::rename(&self.folder, &release).map_err(PublishError::io("replace", &release))?;
        self.releases.switch(self.number)?;
        self.prune()
    }

    /// Removes the oldest releases, and those that show what may not be seen any more.
    fn prune(&self) -> Result<(), PublishError> {
        let numbers = self.releases.numbers()?;
        let old = numbers.len().saturating_sub(self.keep);
        for (place, number) in numbers.into_iter().enumerate().filter(|(_, number)| *number != self.number) {
            if place < old || shows_more(&self.releases.folder, number, self.ceiling)? {
                let folder = self.releases.folder.join(number.to_string());
                fs::remove_dir_all(&folder).map_err(PublishError::io("remove", &folder))?;
            }
        }
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // What stays is removed by the next one.
        fs::remove_dir_all(&self.folder).ok();
        if self.releases.is_new && current(&self.releases.link).is_ok_and(|present| present.is_none()) {
            fs::remove_dir_all(&self.releases.folder).ok();
        }
    }
}

impl Releases {
    fn lock(link: &Path) -> Result<Self, PublishError> {
        let folder = folder_of(link);
        let is_new = !folder.exists();
        fs::create_dir_all(&folder).map_err(PublishError::io("make the folder", &folder))?;
        if folder.is_symlink() {
            return Err(PublishError::refused(
                link,
                "has its releases behind a link that attache did not make",
            ));
        }
        let lock = Lock::take(&folder)?;
        sweep(&folder)?;
        Ok(Self { link: link.to_owned(), folder, is_new, _lock: lock })
    }

    /// The releases that there are, from the oldest.
    fn numbers(&self) -> Result<Vec<u64>, PublishError> {
        let mut numbers = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(PublishError::io("list", &self.folder))? {
            let entry = entry.map_err(PublishError::io("list", &self.folder))?;
            numbers.extend(entry.file_name().to_str().and_then(number));
        }
        numbers.sort_unstable();
        Ok(numbers)
    }

    /// Leads readers to a release, at once.
    fn switch(&self, number: u64) -> Result<(), PublishError> {
        let release: PathBuf =
            [self.folder.file_name().unwrap_or_default(), number.to_string().as_ref()].iter().collect();
        let fresh = self.folder.join(format!("{TEMPORARY_PREFIX}link"));
        // It is renamed into another folder, and what it says holds there.
        link(&release, &fresh).map_err(PublishError::io("make the link", &fresh))?;
        fs::rename(&fresh, &self.link).map_err(PublishError::io("replace", &self.link))
    }
}

/// The way back to the release before the one that readers have, for whoever has the lock.
#[derive(Debug)]
pub(in crate::publish) struct WayBack {
    /// The target, as messages name it.
    target: String,
    releases: Releases,
    number: u64,
    /// What the release has, and what readers have now.
    before: Manifest,
    present: Manifest,
}

impl WayBack {
    /// Finds the release. Nothing changes for readers yet.
    pub(super) fn find(target: String, link: &Path, ceiling: Marking) -> Result<Self, PublishError> {
        let nothing = || PublishError::NothingBefore(target.clone());
        let present = current(link)?.ok_or_else(nothing)?;
        let releases = Releases::lock(link)?;
        let number =
            releases.numbers()?.into_iter().rev().find(|number| *number < present).ok_or_else(nothing)?;
        if shows_more(&releases.folder, number, ceiling)? {
            return Err(PublishError::Above { target, release: number });
        }
        let [before, present] =
            [number, present].map(|it| Manifest::load(&releases.folder.join(it.to_string())));
        Ok(Self {
            target,
            releases,
            number,
            before: before?.unwrap_or_default(),
            present: present?.unwrap_or_default(),
        })
    }

    /// What the release has of a brief.
    pub(in crate::publish) fn has(&self, brief: &Id) -> Has {
        let files = format!("briefs/{brief}.");
        let paths = self.before.paths().into_iter().filter(|path| path.as_str().starts_with(&files));
        paths
            .map(|path| if self.before.is_same_at(&self.present, &path) { Has::Same } else { Has::Other })
            .max()
            .unwrap_or(Has::Nothing)
    }

    /// What would change for readers.
    pub(in crate::publish) fn plan(&self) -> Plan {
        Plan::between(&self.present, &self.before)
    }

    /// Leads readers there: the number of the release.
    pub(in crate::publish) fn go(self) -> Result<u64, PublishError> {
        self.releases.switch(self.number)?;
        Ok(self.number)
    }

    /// The target, and the number of the release, as messages name them.
    pub(in crate::publish) fn name(&self) -> (String, u64) {
        (self.target.clone(), self.number)
    }
}

/// The release that readers have, if it was made under a higher ceiling than this.
pub(super) fn above(link: &Path, ceiling: Marking) -> Result<Option<u64>, PublishError> {
    match current(link)? {
        Some(number) if shows_more(&folder_of(link), number, ceiling)? => Ok(Some(number)),
        _ => Ok(None),
    }
}

/// Whether a release in a folder of them was made under a higher ceiling, or nobody knows under which.
fn shows_more(releases: &Path, number: u64, ceiling: Marking) -> Result<bool, PublishError> {
    let path = releases.join(number.to_string()).join(CEILING);
    match fs::read_to_string(&path) {
        Ok(label) => Ok(Marking::from_word(&label).is_none_or(|marking| marking > ceiling)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(PublishError::io("read", &path)(error)),
    }
}

/// The release that a link leads to, if it is one of ours.
pub(super) fn current(path: &Path) -> Result<Option<u64>, PublishError> {
    match fs::read_link(path) {
        Ok(leads) => {
            let folder = folder_of(path);
            let is_ours = leads.parent().map(Path::as_os_str) == folder.file_name();
            Ok(leads.file_name().and_then(|name| name.to_str()).and_then(number).filter(|_| is_ours))
        }
        // Nothing is there, or no link.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidInput) => {
            Ok(None)
        }
        Err(error) => Err(PublishError::io("look at", path)(error)),
    }
}

fn number(name: &str) -> Option<u64> {
    name.parse().ok().filter(|number: &u64| number.to_string() == name)
}

/// The folder of the releases of a link: beside it, and hidden.
pub(super) fn folder_of(link: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(link.file_name().unwrap_or_default());
    name.push(".releases");
    link.with_file_name(name)
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
