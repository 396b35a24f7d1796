//! What a file contained when we wrote it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest as _, Sha256};

/// A SHA-256, as bytes.
pub(super) type Digest = [u8; 32];

/// Enough to tell whether a file still is as we wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Record {
    /// In bytes.
    pub(super) length: u64,
    pub(super) sha256: Digest,
}

impl Record {
    pub(super) fn of(content: &[u8]) -> Self {
        Self { length: content.len() as u64, sha256: Sha256::digest(content).into() }
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
    hasher: Sha256,
    length: u64,
}

impl Recording {
    pub(super) fn take(&mut self, piece: &[u8]) {
        self.hasher.update(piece);
        self.length += piece.len() as u64;
    }

    pub(super) fn finish(self) -> Record {
        Record { length: self.length, sha256: self.hasher.finalize().into() }
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
