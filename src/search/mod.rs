//! Full-text search without a server: an index in small scripts, of which the search page loads those that a question needs.
//!
//! Scripts, because a page that was opened from a file share may load a script beside it, and nothing else. The page
//! (`templates/search.html` with `templates/search.js`) lies beside the folder `search/`, in which there are
//!
//! - `manifest.js`: how many documents there are, and which file has what;
//! - files of words: those of a range of the alphabet, each with the numbers of the documents that have it;
//! - files of documents: what a result shows, for a range of numbers.
//!
//! Each file but the manifest is named by a digest of its content, calls `attacheSearch(NAME, VALUE)`, and has less than 100 kB
//! however large the desk is: a word of very many documents goes over several files and a text that is too
//! long for a result is left out of it whole. Nothing in a brief can be anything but text
//! in them, since values are JSON and words consist of letters and digits.
//!
//! ```
//! use attache::search::{Builder, Document, Weight};
//!
//! let document = Document {
//!     kind: "Brief".into(),
//!     href: "briefs/example.html".to_owned(),
//!     title: "An example".into(),
//!     fields: vec![(Weight::Title, "An example".into())],
//!     ..Document::default()
//! };
//! let mut index = Builder::new();
//! index.add(&document);
//! let files: Vec<(String, Vec<u8>)> = index.finish().collect();
//! assert_eq!(files.len(), 3);
//! ```

mod brief;
mod builder;
mod card;
mod digits;
mod document;
mod files;
mod fold;
mod names;
mod postings;
mod script;
mod words;

pub use brief::document;
pub use builder::Builder;
pub use document::{Document, Weight};
pub use files::Files;
pub use fold::words;
pub use names::Names;

/// The folder of the index, beside the search page.
pub const FOLDER: &str = "search";
