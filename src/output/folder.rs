//! The output folder: opened and filled.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::iter::{IntoParallelIterator, ParallelIterator as _};

use super::compare::{Standing, is_one_file, standing};
use super::error::OutputError;
use super::lock::{LOCK, Lock};
use super::manifest::{Entry, MANIFEST, Manifest, PENDING};
use super::path::{SitePath, folded};
use super::plan::Plan;
use super::record::Record;
use super::report::{Outcome, Report};
use super::stage::{self, Stage, Waiting};
use super::tree::{self, Folder, Tree};
use super::verify::Fault;
use super::{Artifact, TEMPORARY_PREFIX, collide};

/// A folder that attaché made, locked for one build.
///
/// Dropped without [`finish`](Self::finish), it leaves the folder as it was.
#[derive(Debug)]
pub struct OutputDir {
    tree: Tree,
    /// What the folder's lists say; none if the folder is new.
    manifest: Option<Manifest>,
    stage: Stage,
    placed: Mutex<Vec<Placed>>,
    /// Whether the manifest is believed without a look at the files.
    by_manifest: bool,
    /// Last, and so dropped last: the stage is cleared under the lock.
    lock: Lock,
}

/// A file of the site, and where its bytes are.
#[derive(Debug)]
pub(super) struct Placed {
    path: SitePath,
    record: Record,
    /// The staged file, unless the right one stands in place already.
    staged: Option<Waiting>,
}

/// What was handed over, in the order of the paths.
#[derive(Debug)]
pub(super) struct Filled {
    pub(super) tree: Tree,
    /// What stood there before.
    pub(super) before: Manifest,
    /// What is to stand there.
    pub(super) next: Manifest,
    /// The new and changed files: their places in `next`, and how they wait.
    staged: Vec<(usize, Waiting)>,
    pub(super) stage: Stage,
    /// Last, as above.
    pub(super) _lock: Lock,
}

impl Filled {
    /// The new and changed files.
    pub(super) fn staged(&self) -> impl Iterator<Item = (&SitePath, Waiting)> {
        self.files(&self.staged)
    }

    /// The same in runs: those of one folder of the root, and those in the root itself between two folders.
    pub(super) fn by_folder(
        &self,
    ) -> impl Iterator<Item = impl Iterator<Item = (&SitePath, Waiting)> + Clone> {
        let folder = |(place, _): &(usize, Waiting)| self.next.entries().get(*place)?.path.outermost();
        self.staged.chunk_by(move |one, next| folder(one) == folder(next)).map(|files| self.files(files))
    }

    fn files<'f>(
        &'f self,
        files: &'f [(usize, Waiting)],
    ) -> impl Iterator<Item = (&'f SitePath, Waiting)> + Clone {
        let entries = self.next.entries();
        files.iter().filter_map(|(place, waiting)| Some((&entries.get(*place)?.path, *waiting)))
    }

    /// How many they are.
    pub(super) fn written(&self) -> usize {
        self.staged.len()
    }
}

impl OutputDir {
    /// Opens a folder for one build, and makes it if it is missing. Whatever a killed build left half-done is cleared.
    ///
    /// # Errors
    /// When the folder has files in it and no manifest of ours, or a manifest that cannot be read; when `path` is a link or
    /// no folder; when another build has the folder open; when the machine refuses.
    pub fn open(path: &Path) -> Result<Self, OutputError> {
        // Without a slash at the end, which would lead through a link.
        let root: PathBuf = path.components().collect();
        if tree::state_of(&root)? == Folder::Missing {
            fs::create_dir_all(&root).map_err(OutputError::io("make the folder", &root))?;
        }
        // Before the lock: no file of ours appears in a folder that is not ours.
        if !is_ours(&root)? {
            return Err(OutputError::NotOurs(root));
        }
        let lock = Lock::take(&root)?;
        let manifest = Manifest::load(&root)?;
        stage::sweep(&root)?;
        let stage = Stage::new(root.clone());
        let tree = Tree::new(root);
        Ok(Self { tree, manifest, stage, placed: Mutex::default(), by_manifest: false, lock })
    }

    /// Opens a folder for one build that takes the files for what the manifest says of them. Nothing of the site that stands
    /// there is read, so that a folder at the other end of a network costs what changes.
    ///
    /// # Errors
    /// As for [`open`](Self::open).
    pub fn open_by_manifest(path: &Path) -> Result<Self, OutputError> {
        Ok(Self { by_manifest: true, ..Self::open(path)? })
    }

    /// Has files wait here for a place elsewhere, whose manifest this is.
    #[must_use]
    pub(crate) fn bound_for(self, manifest: Option<Manifest>) -> Self {
        Self { by_manifest: true, manifest, ..self }
    }

    /// Does not believe the manifest of these files: they are written again, whatever stands there.
    #[must_use]
    pub(crate) fn doubting(mut self, faults: &[Fault]) -> Self {
        if let Some(manifest) = &mut self.manifest {
            manifest.doubt(faults);
        }
        self
    }

    /// What [`finish`](Self::finish) would do with what has been handed over so far.
    #[must_use]
    pub fn plan(&self) -> Plan {
        let placed = self.placed.lock().unwrap_or_else(PoisonError::into_inner);
        let files = placed.iter().map(|it| (&it.path, it.staged.as_ref().map(|_| it.record.length)));
        Plan::of(self.manifest.as_ref(), files)
    }

    /// Hands over one file of the site, from any thread. Nothing that a reader could see changes yet.
    ///
    /// # Errors
    /// When something stands in the file's place which attaché did not write, or which is no file; when the machine refuses.
    pub fn put(&self, artifact: Artifact<'_>) -> Result<Outcome, OutputError> {
        let Artifact { path, content } = artifact;
        let record = Record::of(&content);
        let outcome = if self.by_manifest {
            self.outcome_by_manifest(&path, record)?
        } else {
            self.outcome(&path, &content)?
        };
        let staged = match outcome {
            Outcome::Unchanged => None,
            Outcome::New if self.tree.is_in_new_folder(&path)? => {
                Some(self.stage.add_together(&path, &content)?)
            }
            Outcome::New | Outcome::Changed => Some(self.stage.add(&content)?),
        };
        self.place(Placed { path, record, staged });
        Ok(outcome)
    }

    /// Hands over a file that is too large to be held whole, piece by piece. Nothing that a reader could see changes yet.
    ///
    /// # Errors
    /// As for [`put`](Self::put).
    pub fn put_pieces(
        &self,
        path: SitePath,
        pieces: &mut dyn Iterator<Item = Vec<u8>>,
    ) -> Result<Outcome, OutputError> {
        let (number, record) = self.stage.add_pieces(pieces)?;
        let outcome = if self.by_manifest {
            self.outcome_by_manifest(&path, record)?
        } else {
            self.outcome_of(&path, record)?
        };
        let staged = if outcome == Outcome::Unchanged {
            self.stage.remove(number)?;
            None
        } else {
            Some(Waiting::Alone(number))
        };
        self.place(Placed { path, record, staged });
        Ok(outcome)
    }

    fn place(&self, placed: Placed) {
        self.placed.lock().unwrap_or_else(PoisonError::into_inner).push(placed);
    }

    /// Hands over all files of the site, and finishes.
    ///
    /// # Errors
    /// As for [`put`](Self::put) and [`finish`](Self::finish).
    pub fn write_all<'c>(
        self,
        artifacts: impl IntoParallelIterator<Item = Artifact<'c>>,
    ) -> Result<Report, OutputError> {
        artifacts.into_par_iter().try_for_each(|artifact| self.put(artifact).map(drop))?;
        self.finish()
    }

    /// Ends the handing over.
    ///
    /// # Errors
    /// When two files cannot stand side by side, on a disk that ignores case.
    pub(super) fn filled(self) -> Result<Filled, OutputError> {
        let Self { tree, manifest, stage, placed, by_manifest: _, lock } = self;
        let mut placed = placed.into_inner().unwrap_or_else(PoisonError::into_inner);
        placed.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        collide::refuse(placed.iter().map(|placed| &placed.path))?;
        tree.forget();
        let (mut entries, mut staged) = (Vec::with_capacity(placed.len()), Vec::new());
        // No path is there twice, so that the manifest has them at the same places.
        for (place, it) in placed.into_iter().enumerate() {
            staged.extend(it.staged.map(|staged| (place, staged)));
            entries.push(Entry { path: it.path, record: Some(it.record) });
        }
        let count = entries.len();
        let (before, next) = (manifest.unwrap_or_default(), Manifest::new(entries));
        debug_assert_eq!(next.entries().len(), count, "a path is in the manifest twice");
        Ok(Filled { tree, before, next, staged, stage, _lock: lock })
    }

    /// What the manifest says of a path.
    fn known(&self, path: &SitePath) -> &[Entry] {
        self.manifest.as_ref().map(|manifest| manifest.at(path)).unwrap_or_default()
    }

    /// What will become of a file, as far as the manifest can tell. A file that it does not know is looked for all the same.
    fn outcome_by_manifest(&self, path: &SitePath, record: Record) -> Result<Outcome, OutputError> {
        match self.known(path) {
            [] if self.tree.holding(path)? == Folder::Missing => Ok(Outcome::New),
            [] => match standing(&path.under(self.tree.root()), &[])? {
                Standing::Nothing => Ok(Outcome::New),
                Standing::Link => Ok(Outcome::Changed),
                Standing::Same | Standing::Different => {
                    Err(OutputError::Foreign(path.under(self.tree.root())))
                }
            },
            [known] if known.record == Some(record) => Ok(Outcome::Unchanged),
            _ => Ok(Outcome::Changed),
        }
    }

    /// What will become of a file of which only the record is at hand.
    fn outcome_of(&self, path: &SitePath, record: Record) -> Result<Outcome, OutputError> {
        if self.tree.holding(path)? == Folder::Missing {
            return Ok(Outcome::New);
        }
        let full = path.under(self.tree.root());
        // No file has the bytes of a record, but a file can have its digest.
        match standing(&full, &[])? {
            Standing::Nothing => Ok(Outcome::New),
            Standing::Link => Ok(Outcome::Changed),
            Standing::Same | Standing::Different => {
                let there = Record::of_file(&full).map_err(OutputError::io("read", &full))?;
                match there == record {
                    true => Ok(Outcome::Unchanged),
                    false if self.is_ours(path, &full) => Ok(Outcome::Changed),
                    false => Err(OutputError::Foreign(full)),
                }
            }
        }
    }

    /// What will become of a file that is compared with what stands there.
    fn outcome(&self, path: &SitePath, content: &[u8]) -> Result<Outcome, OutputError> {
        if self.tree.holding(path)? == Folder::Missing {
            return Ok(Outcome::New);
        }
        let full = path.under(self.tree.root());
        match standing(&full, content)? {
            Standing::Nothing => Ok(Outcome::New),
            Standing::Same => Ok(Outcome::Unchanged),
            Standing::Link => Ok(Outcome::Changed),
            Standing::Different if self.is_ours(path, &full) => Ok(Outcome::Changed),
            Standing::Different => Err(OutputError::Foreign(full)),
        }
    }

    /// Whether the manifest has the path, if only in another case on a disk that ignores case.
    fn is_ours(&self, path: &SitePath, full: &Path) -> bool {
        let Some(manifest) = &self.manifest else { return false };
        if !manifest.at(path).is_empty() {
            return true;
        }
        let name = folded(path.as_str());
        manifest.entries().iter().any(|entry| {
            folded(entry.path.as_str()) == name && is_one_file(&entry.path.under(self.tree.root()), full)
        })
    }
}

/// Whether a folder has a list of ours, or nothing in it but what a killed first build leaves.
pub(crate) fn is_ours(root: &Path) -> Result<bool, OutputError> {
    if [MANIFEST, PENDING].iter().any(|list| fs::symlink_metadata(root.join(list)).is_ok()) {
        return Ok(true);
    }
    let failed = || OutputError::io("list", root);
    for entry in fs::read_dir(root).map_err(failed())? {
        let name = entry.map_err(failed())?.file_name();
        if name != LOCK && !name.as_encoded_bytes().starts_with(TEMPORARY_PREFIX.as_bytes()) {
            return Ok(false);
        }
    }
    Ok(true)
}
