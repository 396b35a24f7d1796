//! The pages of `docs/rules`: what each code means, why it matters and what to do. They are in the binary.

use include_dir::{Dir, include_dir};

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/rules");

/// The page of a code, in Markdown.
#[must_use]
pub fn page(code: &str) -> Option<&'static str> {
    PAGES.get_file(format!("{code}.md")).and_then(|file| file.contents_utf8())
}
