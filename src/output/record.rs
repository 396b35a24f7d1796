//! What a file contained when we wrote it.
//!
//! The digest guards against accidents: a page that somebody edited, a copy that broke off. Against a forger no digest would help, since
//! the manifest stands beside the files that it lists. So it is XXH3 of 128 bits, for all of a site is digested in each build.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use twox_hash::XxHash3_128;

/// An XXH3 of 128 bits, in its canonical order of bytes: the highest first.
pub(super) type Digest = [u8; 16];

/// Enough to tell whether a file still is as we wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Record {
    /// In bytes.
    pub(super) length: u64,
    pub(super) digest: Digest,
}

impl Record {
    pub(super) fn of(content: &[u8]) -> Self {
        Self { length: content.len() as u64, digest: XxHash3_128::oneshot(content).to_be_bytes() }
    }

    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        let mut recording = Recording::default();
        in_chunks(path, |chunk| {
            recording.take(chunk);
            true
        })?;
        Ok(recording.finish())
    }
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
        Record { length: self.length, digest: self.hasher.finish_128().to_be_bytes() }
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
