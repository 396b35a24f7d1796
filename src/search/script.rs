//! The files of the index, as scripts.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::FOLDER;

/// How much of a digest is a file's name, in bytes.
const NAME: usize = 6;

/// A file that hands a value to the search page under the file's name.
#[derive(Debug)]
pub(super) struct Script {
    /// The name, without folder and ending.
    pub(super) name: String,
    pub(super) content: Vec<u8>,
}

impl Script {
    /// A file whose name is that of its content: one that a browser kept from yesterday never stands for today's.
    pub(super) fn of(value: &str) -> Self {
        let digest = Sha256::digest(value.as_bytes());
        Self::named(HEXLOWER.encode(digest.get(..NAME).unwrap_or_default()), value)
    }

    pub(super) fn named(name: String, value: &str) -> Self {
        let content = format!("attacheSearch(\"{name}\",{value});\n").into_bytes();
        Self { name, content }
    }

    pub(super) fn into_file(self) -> (String, Vec<u8>) {
        (format!("{FOLDER}/{}.js", self.name), self.content)
    }
}
