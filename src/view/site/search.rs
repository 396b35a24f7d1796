//! The search page.

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::PageView;

/// The search page, before anybody has asked anything. It has a banner that covers whatever can be found.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SearchView {
    /// How many briefs can be found.
    pub briefs: usize,
}

impl PageView for SearchView {
    const TEMPLATE: &'static str = "search.html";
    const NAME: &'static str = "search";
}
