//! The kinds of files that templates print into.

use std::collections::BTreeSet;

/// A kind of file that templates print into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Markup.
    Html,
    /// CommonMark.
    Markdown,
    /// Anything else: plain text.
    Plain,
}

impl Family {
    /// The kind of file that a template of this name prints into. Whatever a browser may take for markup is escaped as such.
    #[must_use]
    pub fn of(template: &str) -> Self {
        match extension(template).to_ascii_lowercase().as_str() {
            "html" | "htm" | "xhtml" | "shtml" | "xml" | "svg" => Self::Html,
            "md" | "markdown" => Self::Markdown,
            _ => Self::Plain,
        }
    }
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// What the names of these templates end with: whatever they print is escaped.
pub(super) fn suffixes<'n>(names: impl Iterator<Item = &'n str>) -> BTreeSet<String> {
    names
        .map(|name| name.rsplit_once('.').map_or_else(|| name.to_owned(), |(_, end)| format!(".{end}")))
        .collect()
}
