//! What the files of a site have and want of each other, as far as they have been looked at.
//!
//! The pages of a large desk have hundreds of thousands of parts that a link could name, so digests of names are kept, and of parts no
//! more than half: it is held against those of one file alone. In a file of a thousand parts, one missing part of four million passes
//! for one of them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The whole of a file, which every file has: most links lead to one.
pub(super) const WHOLE: u32 = 0;

/// What a link leads to: a file or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// The files that are there, by the digests of their paths.
    files: HashMap<u64, Parts, BuildHasherDefault<AsItIs>>,
    /// The parts of all of them, those of each file side by side and sorted.
    parts: Vec<u32>,
    /// What was not there, or not yet, when a link to it was looked at.
    wanted: HashMap<Target, Job, BuildHasherDefault<AsItIs>>,
}

/// The first job in the plan that wants something, by its place.
type Job = u32;

/// Where the parts of a file stand among those of all files: in few bytes, for most links are looked up in no cache.
#[derive(Debug)]
struct Parts {
    start: u32,
    end: u32,
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

    fn write_u32(&mut self, half: u32) {
        self.0 ^= u64::from(half).rotate_left(16);
    }

    fn write_u64(&mut self, digest: u64) {
        self.0 = digest;
    }
}

impl Known {
    /// A file is there, with these parts, which are sorted.
    pub(super) fn is_there(&mut self, file: u64, parts: &[u32]) {
        let start = place(self.parts.len());
        self.parts.extend_from_slice(parts);
        self.files.insert(file, Parts { start, end: place(self.parts.len()) });
    }

    /// Links of a job lead here.
    pub(super) fn want(&mut self, targets: &[Target], job: Job) {
        for target in targets.iter().copied() {
            if self.has(target) {
                continue;
            }
            let first = self.wanted.entry(target).or_insert(job);
            *first = job.min(*first);
        }
    }

    /// Whether there is something where a link leads to.
    pub(super) fn has(&self, target: Target) -> bool {
        self.parts_of(target.file).is_some_and(|parts| target.is_in(parts))
    }

    /// The first job that wants it, for each thing that is not there.
    pub(super) fn broken(&self) -> impl Iterator<Item = Job> {
        self.wanted.iter().filter(|(target, _)| !self.has(**target)).map(|(_, job)| *job)
    }

    fn parts_of(&self, file: u64) -> Option<&[u32]> {
        let Parts { start, end } = self.files.get(&file)?;
        self.parts.get(*start as usize..*end as usize)
    }
}

/// A place among the parts, of which no site has that many.
fn place(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
