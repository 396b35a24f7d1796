//! The search page.

use serde::Serialize;

use super::frame::PageView;

/// The search page, before anybody has asked anything. It has a banner that covers whatever can be found.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// How many briefs can be found.
    pub briefs: usize,
}

impl PageView for SearchView {
    const TEMPLATE: &'static str = "search.html";
    const NAME: &'static str = "search";
}
