//! The logo of a desk: `templates/logo.svg` or `templates/logo.png`.

use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;

use crate::error::Error;

/// The names that a logo can have, with their media types. The first that is there is taken.
const NAMES: [(&str, &str); 2] = [("logo.svg", "image/svg+xml"), ("logo.png", "image/png")];

/// The largest logo, in bytes: it stands in every page.
pub(super) const MOST: usize = 32 << 10;

/// A logo, inside the page: as an image it can neither run a script nor fetch anything.
#[derive(Debug, Clone)]
pub(super) struct Logo {
    pub(super) path: PathBuf,
    pub(super) bytes: usize,
    address: String,
}

impl Logo {
    /// The logo in a folder of templates, if there is one.
    pub(super) fn find(folder: &Path) -> Result<Option<Self>, Error> {
        let there =
            NAMES.iter().map(|(name, kind)| (folder.join(name), kind)).find(|(path, _)| path.is_file());
        let Some((path, kind)) = there else { return Ok(None) };
        let bytes = fs::read(&path).map_err(|source| Error::io("read", &path, source))?;
        let address = format!("data:{kind};base64,{}", BASE64.encode(&bytes));
        Ok(Some(Self { bytes: bytes.len(), path, address }))
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

/// Whether a file of this name is a logo.
pub(super) fn is_name(name: &str) -> bool {
    NAMES.iter().any(|(known, _)| *known == name)
}
