//! What a file contained when we wrote it.
//!
//! The digest guards against accidents: a page that somebody edited, a copy that broke off. Against a forger no digest would help, since
//! the manifest stands beside the files that it lists. So it is XXH3 of 128 bits, for all of a site is digested in each build.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest as _, Sha256};
use twox_hash::XxHash3_128;

/// The digest of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Digest {
    /// An XXH3 of 128 bits, in its canonical order of bytes: the highest first.
    Xxh3([u8; 16]),
    /// A SHA-256, which is what older manifests have. Nothing is recorded with it any more.
    Sha256([u8; 32]),
}

impl Digest {
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Xxh3(bytes) => bytes,
            Self::Sha256(bytes) => bytes,
        }
    }
}

/// Enough to tell whether a file still is as we wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Record {
    /// In bytes.
    pub(super) length: u64,
    pub(super) digest: Digest,
}

impl Record {
    pub(super) fn of(content: &[u8]) -> Self {
        Self {
            length: content.len() as u64,
            digest: Digest::Xxh3(XxHash3_128::oneshot(content).to_be_bytes()),
        }
    }

    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        let mut recording = Recording::default();
        in_chunks(path, |chunk| {
            recording.take(chunk);
            true
        })?;
        Ok(recording.finish())
    }

    /// The same with the digest of older manifests.
    fn of_old_file(path: &Path) -> io::Result<Self> {
        let (mut hasher, mut length) = (Sha256::new(), 0);
        in_chunks(path, |chunk| {
            hasher.update(chunk);
            length += chunk.len() as u64;
            true
        })?;
        Ok(Self { length, digest: Digest::Sha256(hasher.finalize().into()) })
    }
}

/// Whether a file is as one of these records says.
pub(super) fn is_one_of(path: &Path, mut records: impl Iterator<Item = Record> + Clone) -> io::Result<bool> {
    let found = Record::of_file(path)?;
    if records.clone().any(|record| record == found) {
        return Ok(true);
    }
    let may_be = |it: &Record| it.length == found.length && matches!(it.digest, Digest::Sha256(_));
    if !records.clone().any(|it| may_be(&it)) {
        return Ok(false);
    }
    let found = Record::of_old_file(path)?;
    Ok(records.any(|record| record == found))
}

/// A record in the making.
#[derive(Default)]
pub(super) struct Recording {
    hasher: XxHash3_128,
    length: u64,
}

impl Recording {
    pub(super) fn take(&mut self, piece: &[u8]) {
        self.hasher.write(piece);
        self.length += piece.len() as u64;
    }

    pub(super) fn finish(self) -> Record {
        Record { length: self.length, digest: Digest::Xxh3(self.hasher.finish_128().to_be_bytes()) }
    }
}

/// Reads a file piece by piece, for as long as `visit` wants more.
pub(super) fn in_chunks(path: &Path, mut visit: impl FnMut(&[u8]) -> bool) -> io::Result<()> {
    let mut file = File::open(path)?;
    let mut buffer = [0; 16 * 1024];
    loop {
        let length = match file.read(&mut buffer) {
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let chunk = buffer.get(..length).unwrap_or_default();
        if chunk.is_empty() || !visit(chunk) {
            return Ok(());
        }
    }
}
