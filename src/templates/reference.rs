//! The reference page for the authors of templates.

/// The page, in Markdown.
#[must_use]
pub fn page() -> String {
    String::new()
}
