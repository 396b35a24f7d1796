//! A path that cannot lead out of the output folder.

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};

use arcstr::ArcStr;

use super::RESERVED_PREFIX;
use super::error::OutputError;
use crate::model::device;

/// The longest file name, in bytes, on the file systems in common use (`NAME_MAX`).
const MAX_SEGMENT_BYTES: usize = 255;

/// A path relative to the output folder, with `/` between its segments, that names the same file on every system and
/// can name nothing outside the folder. Lists of what was, is to be and is under way share it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(ArcStr);

impl SitePath {
    /// Accepts a path as it is, or not at all.
    ///
    /// # Errors
    /// [`OutputError::BadPath`] when the path is empty, absolute or begins with [`RESERVED_PREFIX`], or when one of its
    /// segments is empty, `.` or `..`, is longer than 255 bytes, ends in a dot or a space, is a device on Windows,
    /// or contains a control character or one of `\ : * ? " < > |`.
    pub fn new(path: impl Into<String>) -> Result<Self, OutputError> {
        let path = path.into();
        match flaw(&path) {
            None => Ok(Self(path.into())),
            Some(flaw) => Err(OutputError::BadPath { path, flaw }),
        }
    }

    /// The path, with `/` between its segments.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds the file, unless that is the output folder itself.
    #[must_use]
    pub fn parent(&self) -> Option<&str> {
        self.0.get(..memchr::memrchr(b'/', self.0.as_bytes())?)
    }

    /// The folder of the output folder that leads to the file, unless the file is in the output folder itself.
    pub(super) fn outermost(&self) -> Option<&str> {
        self.0.get(..memchr::memchr(b'/', self.0.as_bytes())?)
    }

    /// Where the file is on the disk if the output folder is `root`.
    #[must_use]
    pub fn under(&self, root: &Path) -> PathBuf {
        under(root, &self.0)
    }

    /// The folders that lead to the file, outermost first, without the output folder itself.
    pub(crate) fn folders(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.match_indices('/').filter_map(|(at, _)| self.0.get(..at))
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for SitePath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Segment by segment, for the sake of systems where `/` is not the separator.
pub(super) fn under(root: &Path, path: &str) -> PathBuf {
    let mut full = PathBuf::with_capacity(root.as_os_str().len() + 1 + path.len());
    full.push(root);
    full.extend(path.split('/'));
    full
}

/// The same for all paths that are one file where case is ignored, as on most intranet shares.
pub(super) fn folded(path: &str) -> Cow<'_, str> {
    if !path.is_ascii() {
        path.chars().flat_map(char::to_lowercase).collect()
    } else if path.bytes().any(|byte| byte.is_ascii_uppercase()) {
        path.to_ascii_lowercase().into()
    } else {
        path.into()
    }
}

fn flaw(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("is empty");
    }
    let start = path.get(..RESERVED_PREFIX.len());
    if start.is_some_and(|start| start.eq_ignore_ascii_case(RESERVED_PREFIX)) {
        return Some("begins with .attache, which is for attache's own files");
    }
    path.split('/').find_map(segment_flaw)
}

fn segment_flaw(segment: &str) -> Option<&'static str> {
    let flaw = match segment {
        "" => "has an empty segment",
        "." | ".." => "has a segment that is only dots",
        _ if segment.len() > MAX_SEGMENT_BYTES => "has a segment of more than 255 bytes",
        _ if has_control(segment) => "contains a control character",
        _ if any(segment, is_unfit_on_windows) => {
            "contains a character that file names cannot have on Windows"
        }
        _ if segment.ends_with(['.', ' ']) => "has a segment that ends in a dot or a space",
        _ if is_device(segment) => "has a segment that is a device on Windows",
        _ => return None,
    };
    Some(flaw)
}

/// Nearly every path is ASCII, whose characters are bytes.
fn has_control(segment: &str) -> bool {
    any(segment, |byte| byte.is_ascii_control())
        || (!segment.is_ascii() && segment.chars().any(char::is_control))
}

/// Whether any byte of a segment is such a one. Nearly none is, and without a way out the compiler takes many at once.
fn any(segment: &str, is_such: impl Fn(u8) -> bool) -> bool {
    segment.bytes().fold(false, |found, byte| found | is_such(byte))
}

fn is_unfit_on_windows(byte: u8) -> bool {
    matches!(byte, b'\\' | b':' | b'*' | b'?' | b'"' | b'<' | b'>' | b'|')
}

fn is_device(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or_default().trim_end_matches(' ');
    device::is_device(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_are_accepted_as_they_are() {
        for path in [
            "index.html",
            "briefs/2025-03-05-attache.html",
            "a b/c.d",
            "Türkiye.md",
            ".htaccess",
            "console",
            "com10.x",
        ] {
            assert_eq!(SitePath::new(path).unwrap().as_str(), path);
        }
    }

    #[test]
    fn paths_that_lead_elsewhere_are_refused() {
        for path in [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../x",
            "a/..",
            ".",
            "./a",
            "a//b",
            "a/",
            "a\\b",
            "C:x",
            "a.html:x",
        ] {
            assert!(SitePath::new(path).is_err(), "{path:?}");
        }
    }

    #[test]
    fn the_error_says_what_is_wrong() {
        let message = SitePath::new("a/../b\n").unwrap_err().to_string();
        assert_eq!(
            message,
            r#"the site cannot have a file "a/../b\n": the path has a segment that is only dots"#
        );
    }

    #[test]
    fn names_that_some_system_cannot_hold_are_refused() {
        for path in [
            "nul", "NUL.html", "a/con.md", "aux .x", "Com1.txt", "lpt³", "a.", "a /b", "a\nb", "a\0",
            "a\u{85}", "what?",
        ] {
            assert!(SitePath::new(path).is_err(), "{path:?}");
        }
        assert!(SitePath::new("é".repeat(127) + "a").is_ok());
        assert!(SitePath::new("é".repeat(128)).is_err());
    }

    #[test]
    fn our_own_files_are_out_of_reach() {
        for path in [".attache-manifest", ".attache-lock", ".ATTACHE-lock", ".attache/x"] {
            assert!(SitePath::new(path).is_err(), "{path:?}");
        }
        assert!(SitePath::new("briefs/.attached").is_ok());
    }

    #[test]
    fn folders_come_outermost_first() {
        let path = SitePath::new("a/b/c.html").unwrap();
        assert_eq!(path.folders().collect::<Vec<_>>(), ["a", "a/b"]);
        assert_eq!(path.parent(), Some("a/b"));
        assert_eq!(path.outermost(), Some("a"));
        assert_eq!(path.under(Path::new("out")), Path::new("out").join("a").join("b").join("c.html"));
    }

    #[test]
    fn case_is_folded_beyond_ascii() {
        assert_eq!(folded("Éa"), folded("éA"));
        assert_ne!(folded("e"), folded("é"));
    }
}
