//! What the files of a site have and want of each other, as far as they have been looked at.
//!
//! The pages of a large desk have hundreds of thousands of parts that a link could name, so digests of names are kept, and of parts no
//! more than half: it is held against those of one file alone. In a file of a thousand parts, one missing part of four million passes
//! for one of them.

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
    there: There,
    /// What links lead to in files that are not there yet, by these files.
    awaited: HashMap<u64, Vec<Wish>, BuildHasherDefault<AsItIs>>,
    /// What links lead to in files that are there and have no such part.
    lacking: Vec<(u64, Wish)>,
}

/// The files that are there.
#[derive(Debug, Default)]
struct There {
    /// Each by the digest of its path.
    files: HashMap<u64, Parts, BuildHasherDefault<AsItIs>>,
    /// The parts of all of them, those of each file side by side and sorted.
    parts: Vec<u32>,
}

/// The first job in the plan that wants something, by its place.
pub(super) type Job = u32;

/// A part of a file, or [`WHOLE`], that a job wants.
#[derive(Debug, Clone, Copy)]
struct Wish {
    part: u32,
    job: Job,
}

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

    fn write_u64(&mut self, digest: u64) {
        self.0 = digest;
    }
}

impl Known {
    /// A file is there, with these parts, which are sorted.
    pub(super) fn is_there(&mut self, file: u64, parts: &[u32]) {
        self.there.add(file, parts);
        let wishes = self.awaited.remove(&file).unwrap_or_default();
        self.lacking.extend(unmet(file, parts, wishes.into_iter()));
    }

    /// Links of a job lead here. Those in a row often lead to one file, which is looked up once: it is in no cache, as a rule.
    pub(super) fn want(&mut self, targets: &[Target], job: Job) {
        for run in targets.chunk_by(|one, next| one.file == next.file) {
            let Some(Target { file, .. }) = run.first().copied() else { continue };
            let wishes = run.iter().map(|target| Wish { part: target.part, job });
            match self.there.parts_of(file) {
                Some(parts) => self.lacking.extend(unmet(file, parts, wishes)),
                None => await_in(self.awaited.entry(file).or_default(), wishes),
            }
        }
    }

    /// Whether there is something where a link leads to.
    pub(super) fn has(&self, target: Target) -> bool {
        self.there.parts_of(target.file).is_some_and(|parts| target.is_in(parts))
    }

    /// The first job that wants it, for each thing that is not there.
    pub(super) fn broken(&self) -> impl Iterator<Item = Job> {
        let awaited = self.awaited.iter().flat_map(|(file, wishes)| wishes.iter().map(|wish| (*file, *wish)));
        let mut first = BTreeMap::new();
        self.lacking.iter().copied().chain(awaited).for_each(|(file, Wish { part, job })| {
            let known = first.entry(Target { file, part }).or_insert(job);
            *known = job.min(*known);
        });
        first.into_values()
    }
}

impl There {
    fn add(&mut self, file: u64, parts: &[u32]) {
        let start = place(self.parts.len());
        self.parts.extend_from_slice(parts);
        self.files.insert(file, Parts { start, end: place(self.parts.len()) });
    }

    fn parts_of(&self, file: u64) -> Option<&[u32]> {
        let Parts { start, end } = self.files.get(&file)?;
        self.parts.get(*start as usize..*end as usize)
    }
}

/// Adds wishes to those for a file. What every page leads to, none of its parts, is wanted again and again, and kept once in a row.
fn await_in(awaited: &mut Vec<Wish>, wishes: impl Iterator<Item = Wish>) {
    for wish in wishes {
        if awaited.last().is_none_or(|last| last.part != wish.part || wish.job < last.job) {
            awaited.push(wish);
        }
    }
}

/// What a file with these parts has not, each with the file.
fn unmet(file: u64, parts: &[u32], wishes: impl Iterator<Item = Wish>) -> impl Iterator<Item = (u64, Wish)> {
    wishes.filter(move |wish| !Target { file, part: wish.part }.is_in(parts)).map(move |wish| (file, wish))
}

/// A place among the parts, of which no site has that many.
fn place(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
