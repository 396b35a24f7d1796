//! What a site remembers of the briefs that it was made from, so that a change without a correction is noticed.
//!
//! ```json
//! {
//!   "attache_published": 2,
//!   "briefs": {
//!     "2025-03-05-damascus-attache": {"xxh3": "…", "corrections": 0}
//!   }
//! }
//! ```
//!
//! The digest is of what the analyst wrote, not of any page: neither another template nor another version of the tool changes it.
//! Three things keep it so. Values go into it under the names that schema 1 gives them. What is absent leaves no trace, so a key
//! that a later version adds changes nothing for briefs without it. White space is folded, so that YAML may be laid out anew. Left
//! out is what a reader does not read as content: the file's name and layout, allows, how a brief is filed (story and topics), and
//! the corrections themselves, which are counted.
//!
//! Version 1 had a SHA-256 for each, and none of the values that facts state as properties. What it remembers is still held against what
//! briefs say, in the way of its time.

mod content;
mod form;
mod spelling;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use crate::decimal;
use crate::desk::Desk;
use crate::error::Error;
use crate::model::Id;
use content::Digest;
pub(crate) use spelling::Spelling;

/// The name of the record in the root of a site.
pub const FILE: &str = "published.json";

/// The version of the record's form, and of what is digested.
const VERSION: u32 = 2;

/// The largest record that is read, in bytes: some 650,000 briefs.
const MAX_BYTES: u64 = 64 << 20;

/// A record of what was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    briefs: BTreeMap<Id, Content>,
}

/// What a brief said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    digest: Digest,
    /// How many corrections it had.
    pub corrections: usize,
}

impl Published {
    /// What the site of this desk says.
    #[must_use]
    pub fn of_desk(desk: &Desk) -> Self {
        let briefs = desk.briefs.iter().map(|brief| (brief.id.clone(), Content::of(brief))).collect();
        Self { briefs }
    }

    /// What a brief said when it was published, if it was.
    #[must_use]
    pub fn of(&self, brief: &Id) -> Option<&Content> {
        self.briefs.get(brief)
    }

    /// The briefs that were published.
    pub fn briefs(&self) -> impl Iterator<Item = &Id> {
        self.briefs.keys()
    }

    /// The record as the text of its file.
    #[must_use]
    pub fn text(&self) -> String {
        // Ids, digests and numbers: ASCII that needs no escapes.
        let mut text = format!("{{\n  \"attache_published\": {VERSION},\n  \"briefs\": {{");
        for (index, (id, Content { digest, corrections })) in self.briefs.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let (name, digest) = digest.named();
            text.extend([comma, "\n    \"", id.as_str(), "\": {\"", name, "\": \"", digest]);
            text.push_str("\", \"corrections\": ");
            decimal::push(&mut text, *corrections as u64);
            text.push('}');
        }
        text + "\n  }\n}\n"
    }
}

/// Reads the record of the site in this folder; `None` where there is none.
///
/// # Errors
/// When it is there and cannot be read, or is no such record.
pub fn read(site: &Path) -> Result<Option<Published>, Error> {
    let path = site.join(FILE);
    if !path.is_file() {
        return Ok(None);
    }
    let file = fs::File::open(&path).map_err(|source| Error::io("read", &path, source))?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|source| Error::io("read", &path, source))?;
    let why = match form::read(&bytes) {
        Ok(briefs) => return Ok(Some(Published { briefs })),
        Err(why) => why,
    };
    let message = format!(
        "{} is no record of published briefs that this version can read ({why}); remove it, and the next build writes it anew",
        path.display()
    );
    Err(Error::Message(message))
}
