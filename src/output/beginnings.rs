//! Files that begin alike. The digest of a beginning that many of them share is taken once.

use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use super::record::{Record, Recording};

/// How long a beginning is, in bytes: whole blocks of the digest.
const LENGTH: usize = 18 << 10;

/// How many beginnings are remembered: pages begin alike by their language.
const MOST: usize = 8;

/// The beginnings of files, each with the digest as it stands behind it. The one that was met last comes first.
#[derive(Debug, Default)]
pub(super) struct Beginnings(Mutex<Vec<(Box<[u8]>, Sha256)>>);

impl Beginnings {
    /// What a file contains.
    pub(super) fn record(&self, content: &[u8]) -> Record {
        let Some((beginning, rest)) = content.split_at_checked(LENGTH) else { return Record::of(content) };
        let digest = self.known(beginning).unwrap_or_else(|| self.met(beginning));
        let mut recording = Recording::behind(digest, beginning);
        recording.take(rest);
        recording.finish()
    }

    fn known(&self, beginning: &[u8]) -> Option<Sha256> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = all.iter().position(|(known, _)| **known == *beginning)?;
        all.get_mut(..=place)?.rotate_right(1);
        all.first().map(|(_, digest)| digest.clone())
    }

    fn met(&self, beginning: &[u8]) -> Sha256 {
        let digest = Sha256::new_with_prefix(beginning);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(0, (beginning.into(), digest.clone()));
        all.truncate(MOST);
        digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_same_digest_whether_its_beginning_is_known_or_not() {
        let beginnings = Beginnings::default();
        for round in 0..3_u8 {
            for (kind, length) in (0..12_u8).zip([0, 1, LENGTH - 1, LENGTH, LENGTH + 1, 3 * LENGTH].repeat(2))
            {
                let mut content = vec![kind; length];
                content.extend([round; 70]);
                assert_eq!(beginnings.record(&content), Record::of(&content), "{kind} {length}");
            }
        }
        assert_eq!(beginnings.0.lock().unwrap().len(), MOST);
    }
}
