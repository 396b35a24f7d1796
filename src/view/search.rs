//! The search page.

use serde::Serialize;

use super::brief::MarkingView;
use crate::model::Brief;

/// The search page of a desk.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// The version of this contract.
    pub contract: u32,
    /// The banner: the highest marking of anything that can be found.
    pub marking: Option<MarkingView>,
    /// The name of the tool.
    pub tool: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl SearchView {
    /// The page that finds these briefs, and what was made from them.
    #[must_use]
    pub fn new(briefs: &[Brief]) -> Self {
        Self {
            contract: super::CONTRACT,
            marking: briefs.iter().map(Brief::banner).max().map(MarkingView::from),
            tool: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}
