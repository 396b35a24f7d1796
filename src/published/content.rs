//! The digest of what a brief says.
//!
//! It guards against oversights: a change that no correction tells. Whoever means to hide one can take the record away. So it is XXH3 of
//! 128 bits, which costs next to nothing.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use twox_hash::XxHash3_128;

use super::Content;
use super::spelling::Spelling;
use crate::model::Brief;

/// A digest in lower-case hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Digest {
    /// The XXH3 of 128 bits, the highest byte first, of all that a brief says.
    Xxh3(String),
    /// The SHA-256 that records of version 1 have, of all but the values of properties.
    Sha256(String),
}

impl Digest {
    fn of(brief: &Brief) -> Self {
        let spelling = Spelling::of(brief);
        Self::Xxh3(HEXLOWER.encode(&XxHash3_128::oneshot(spelling.as_str().as_bytes()).to_be_bytes()))
    }

    fn of_version_1(brief: &Brief) -> Self {
        Self::Sha256(HEXLOWER.encode(&Sha256::digest(Spelling::without_values(brief).as_str())))
    }

    /// The name that it has in the record, and its digits.
    pub(super) fn named(&self) -> (&'static str, &str) {
        match self {
            Self::Xxh3(digits) => ("xxh3", digits),
            Self::Sha256(digits) => ("sha256", digits),
        }
    }
}

impl Content {
    /// What a brief says now.
    #[must_use]
    pub fn of(brief: &Brief) -> Self {
        Self { digest: Digest::of(brief), corrections: brief.corrections.len() }
    }

    /// Whether a brief still says this; how many corrections it has is another matter.
    #[must_use]
    pub fn is_said_by(&self, brief: &Brief) -> bool {
        self.digest
            == match self.digest {
                Digest::Xxh3(_) => Digest::of(brief),
                Digest::Sha256(_) => Digest::of_version_1(brief),
            }
    }
}
