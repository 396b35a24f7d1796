//! What the files of a site have and want of each other, as far as they have been looked at.
//!
//! The pages of a large desk have hundreds of thousands of parts that a link could name, so digests of names are kept, and of parts no
//! more than half: it is held against those of one file alone. In a file of a thousand parts, one missing part of four million passes
//! for one of them.

use std::collections::btree_map::Values;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

/// The whole of a file, which every file has: most links lead to one.
pub(super) const WHOLE: u32 = 0;

/// What a link leads to: a file or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    /// The digest of the path.
    pub(super) file: u64,
    /// Half of the digest of the name of the part, or [`WHOLE`].
    pub(super) part: u32,
}

impl Target {
    /// Whether a file with these parts, which are sorted, has it.
    pub(super) fn is_in(self, parts: &[u32]) -> bool {
        self.part == WHOLE || parts.binary_search(&self.part).is_ok()
    }
}

/// What has been looked at so far.
#[derive(Debug, Default)]
pub(super) struct Known {
    files: HashMap<u64, File, BuildHasherDefault<AsItIs>>,
    /// What files that are there have not, though some link leads to it.
    missing: BTreeMap<Target, Job>,
}

/// The first job in the plan that wants something, by its place.
type Job = u32;

#[derive(Debug)]
enum File {
    /// It is there, with these parts, which are sorted.
    There(Box<[u32]>),
    /// It has not been looked at yet, and links lead to these parts of it.
    Wanted(BTreeMap<u32, Job>),
}

/// A digest is as good a hash as any.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, digest: u64) {
        self.0 = digest;
    }
}

impl Known {
    /// A file is there, with these parts, which are sorted.
    pub(super) fn is_there(&mut self, file: u64, parts: Box<[u32]>) {
        let before = self.files.insert(file, File::There(parts));
        if let Some(File::Wanted(wanted)) = before {
            for (part, job) in wanted {
                self.want(&[Target { file, part }], job);
            }
        }
    }

    /// Links of a job lead here; those to one file that stand side by side look it up once.
    pub(super) fn want(&mut self, targets: &[Target], job: Job) {
        for of_file in targets.chunk_by(|one, next| one.file == next.file) {
            let Some(Target { file, .. }) = of_file.first() else { continue };
            let there = self.files.entry(*file).or_insert_with(|| File::Wanted(BTreeMap::new()));
            for target in of_file {
                match there {
                    File::There(parts) if target.is_in(parts) => {}
                    File::There(_) => note(&mut self.missing, *target, job),
                    File::Wanted(parts) => note(parts, target.part, job),
                }
            }
        }
    }

    /// Whether there is something where a link leads to.
    pub(super) fn has(&self, target: Target) -> bool {
        matches!(self.files.get(&target.file), Some(File::There(parts)) if target.is_in(parts))
    }

    /// The first job that wants it, for each thing that is not there.
    pub(super) fn broken(&self) -> impl Iterator<Item = Job> {
        self.missing.values().chain(self.files.values().filter_map(File::wanted).flatten()).copied()
    }
}

impl File {
    /// The first job that wants it, for each part, as long as the file is not there.
    fn wanted(&self) -> Option<Values<'_, u32, Job>> {
        match self {
            Self::There(_) => None,
            Self::Wanted(parts) => Some(parts.values()),
        }
    }
}

/// Notes the first job that wants something.
fn note<W: Ord>(wanted: &mut BTreeMap<W, Job>, what: W, job: Job) {
    let first = wanted.entry(what).or_insert(job);
    *first = job.min(*first);
}
