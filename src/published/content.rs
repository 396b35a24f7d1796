//! The digest of what a brief says.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::Content;
use super::spelling::Spelling;
use crate::model::Brief;

impl Content {
    /// What a brief says now.
    #[must_use]
    pub fn of(brief: &Brief) -> Self {
        let spelling = Spelling::of(brief);
        let sha256 = HEXLOWER.encode(&Sha256::digest(spelling.as_str()));
        Self { sha256, corrections: brief.corrections.len() }
    }
}
