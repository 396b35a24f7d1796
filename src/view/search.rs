//! The search page.

use serde::Serialize;

/// The search page of a desk.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// How many briefs it finds.
    pub briefs: usize,
}
