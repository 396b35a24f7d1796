//! The list of what we wrote.
//!
//! ```text
//! attache-manifest 1
//! 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 4 briefs/a.html
//! ```
//!
//! A line a file, sorted by path: SHA-256, length in bytes, path. While a build is under way a path may have several
//! lines, one for each content that may be found there.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use super::error::OutputError;
use super::hex;
use super::path::SitePath;
use super::record::Record;

/// The name of the manifest.
pub(crate) const MANIFEST: &str = ".attache-manifest";

const HEADER: &str = "attache-manifest 1";

/// One content that we wrote, or may have written, to one path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) path: SitePath,
    pub(super) record: Record,
}

/// The list of what we wrote: sorted, without repetition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Manifest(Vec<Entry>);

impl Manifest {
    pub(super) fn new(mut entries: Vec<Entry>) -> Self {
        entries.sort_unstable();
        entries.dedup();
        Self(entries)
    }

    /// The manifest of a folder, if it has one.
    pub(crate) fn load(folder: &Path) -> Result<Option<Self>, OutputError> {
        let path = folder.join(MANIFEST);
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_symlink() => return Err(OutputError::Link(path)),
            Ok(metadata) if !metadata.is_file() => return Err(OutputError::NotAFile(path)),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(OutputError::io("look at", &path)(error)),
        }
        let bytes = fs::read(&path).map_err(OutputError::io("read", &path))?;
        match parse(&bytes) {
            Ok(manifest) => Ok(Some(manifest)),
            Err((line, flaw)) => Err(OutputError::BadManifest { path, line, flaw }),
        }
    }

    /// What this manifest and another one list.
    pub(super) fn union(&self, other: &Self) -> Self {
        Self::new(self.0.iter().chain(&other.0).cloned().collect())
    }

    /// The paths, each once.
    pub(crate) fn paths(&self) -> Vec<SitePath> {
        self.by_path().filter_map(<[Entry]>::first).map(|entry| entry.path.clone()).collect()
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.0
    }

    /// The contents that we may have written to a path: usually one or none.
    pub(super) fn at(&self, path: &SitePath) -> &[Entry] {
        let start = self.0.partition_point(|entry| entry.path < *path);
        let rest = self.0.get(start..).unwrap_or_default();
        let count = rest.iter().take_while(|entry| entry.path == *path).count();
        rest.get(..count).unwrap_or_default()
    }

    /// The contents, path by path.
    pub(super) fn by_path(&self) -> impl Iterator<Item = &[Entry]> {
        self.0.chunk_by(|one, next| one.path == next.path)
    }

    pub(super) fn text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for Entry { path, record } in &self.0 {
            hex::push(&mut text, &record.sha256);
            // Writing to a string cannot fail.
            writeln!(text, " {} {path}", record.length).ok();
        }
        text
    }
}

/// A line, from 1, and what is wrong with it.
type Flaw = (usize, &'static str);

fn parse(bytes: &[u8]) -> Result<Manifest, Flaw> {
    let text = str::from_utf8(bytes).map_err(|_| (1, "is not the text of a manifest"))?;
    let mut lines = text.split_inclusive('\n').enumerate().map(|(at, line)| (at + 1, line));
    match lines.next().map(|(_, line)| line.trim_end()) {
        Some(HEADER) => {}
        Some(other) if other.starts_with("attache-manifest ") => {
            return Err((1, "names a version that we do not know"));
        }
        _ => return Err((1, "is not the first line of a manifest")),
    }
    let entries = lines.map(|(number, line)| entry(line).map_err(|flaw| (number, flaw)));
    Ok(Manifest::new(entries.collect::<Result<_, _>>()?))
}

fn entry(line: &str) -> Result<Entry, &'static str> {
    let line = line.strip_suffix('\n').ok_or("is cut off")?;
    let mut parts = line.splitn(3, ' ');
    let (Some(sha256), Some(length), Some(path)) = (parts.next(), parts.next(), parts.next()) else {
        return Err("is not a digest, a length and a path");
    };
    let sha256 = hex::parse(sha256).ok_or("has no SHA-256")?;
    let length = length.parse().map_err(|_| "has no length")?;
    let path = SitePath::new(path).map_err(|_| "has a path that attache would never write")?;
    Ok(Entry { path, record: Record { length, sha256 } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry_of(path: &str, content: &[u8]) -> Entry {
        Entry { path: SitePath::new(path).unwrap(), record: Record::of(content) }
    }

    #[test]
    fn what_is_written_can_be_read() {
        let manifest = Manifest::new(vec![
            entry_of("b c/d.html", b"x"),
            entry_of("a", b""),
            entry_of("b c/d.html", b"y"),
            entry_of("a", b""),
        ]);
        assert_eq!(manifest.entries().len(), 3);
        let text = manifest.text();
        assert_eq!(
            text.lines().nth(1),
            Some("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 0 a")
        );
        assert_eq!(parse(text.as_bytes()), Ok(manifest));
    }

    #[test]
    fn contents_are_found_by_path() {
        let manifest = Manifest::new(vec![
            entry_of("b", b"1"),
            entry_of("b", b"2"),
            entry_of("a", b"3"),
            entry_of("c", b"4"),
        ]);
        let found = |path| manifest.at(&SitePath::new(path).unwrap()).len();
        assert_eq!(["a", "b", "bb", "c", "d"].map(found), [1, 2, 0, 1, 0]);
        assert_eq!(manifest.by_path().map(<[_]>::len).collect::<Vec<_>>(), [1, 2, 1]);
    }

    #[test]
    fn garbage_is_refused_with_its_line() {
        let digest = "0".repeat(64);
        let cases = [
            (String::new(), 1),
            ("\n".to_owned(), 1),
            ("attache-manifest 2\n".to_owned(), 1),
            (format!("{HEADER}\nwhat\n"), 2),
            (format!("{HEADER}\n{digest} 1 a"), 2),
            (format!("{HEADER}\n{digest} 1 a\n{digest} -1 b\n"), 3),
            (format!("{HEADER}\n{digest} 1 a\r\n"), 2),
            (format!("{HEADER}\n{digest} 1 ../x\n"), 2),
            (format!("{HEADER}\n{digest} 1 /x\n"), 2),
            (format!("{HEADER}\n{digest} 1 .attache-lock\n"), 2),
            (format!("{HEADER}\n{} 1 a\n", "x".repeat(64)), 2),
        ];
        for (text, line) in cases {
            assert_eq!(parse(text.as_bytes()).unwrap_err().0, line, "{text:?}");
        }
        assert_eq!(parse(&[0xFF]).unwrap_err().0, 1);
    }
}
