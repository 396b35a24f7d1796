//! What became of the artifacts.

use super::path::SitePath;

/// What became of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// There was no such file.
    New,
    /// The file had other bytes, or something else stood in its place.
    Changed,
    /// The file had these very bytes and was not touched.
    Unchanged,
}

/// What a build did to its output folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many files were new or changed.
    pub written: usize,
    /// How many files already had the right bytes.
    pub unchanged: usize,
    /// How many files of an earlier build were removed because the site has them no more.
    pub removed: usize,
    /// Files of an earlier build which the site has no more and which were edited since, sorted. They still stand in the
    /// folder, and every build reports them until somebody removes them.
    pub kept: Vec<SitePath>,
}
