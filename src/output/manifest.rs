//! The list of what we wrote.
//!
//! ```text
//! attache-manifest 2
//! 6c78e0e3bd51d358d01e758642b85fb8 4 briefs/a.html
//! ```
//!
//! A line a file, sorted by path: digest, length in bytes, path. Version 1 had a SHA-256 for each
//! file; what it lists is known by that until it is written anew.
//!
//! While files are being put in place, a second list of the same form says what is under way: for each path that changes, every
//! content that may be found there, and `- 0 path` where there may be no file. For these paths it stands above the manifest.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;

use super::error::OutputError;
use super::path::SitePath;
use super::record::{Digest, Record};
use super::verify::Fault;
use crate::decimal;

/// The name of the manifest.
pub(crate) const MANIFEST: &str = ".attache-manifest";

/// The name of the list of what is under way, which is there while files are put in place, and after a build was killed.
pub(crate) const PENDING: &str = ".attache-pending";

/// Stands for a digest where there may be no file.
const NOTHING: &str = "-";

const HEADER: &str = "attache-manifest 2";

/// Room in a line beside the path: for digest and length, as they are as a rule.
const BESIDE_PATH: usize = 42;

/// The same of a time when every digest was a SHA-256.
const OLDER: &str = "attache-manifest 1";

/// What we wrote, or may have written, to one path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) path: SitePath,
    /// None where there may be no file.
    pub(super) record: Option<Record>,
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

    /// What a folder's lists say of it, if it has any.
    pub(crate) fn load(folder: &Path) -> Result<Option<Self>, OutputError> {
        let (whole, pending) = (load(folder.join(MANIFEST))?, load(folder.join(PENDING))?);
        Ok(Self::with(whole, pending))
    }

    /// A manifest, and above it what is under way.
    pub(crate) fn with(whole: Option<Self>, pending: Option<Self>) -> Option<Self> {
        let Some(mut pending) = pending else { return whole };
        let settled = whole.unwrap_or_default().0.into_iter().filter(|it| pending.at(&it.path).is_empty());
        let settled: Vec<_> = settled.collect();
        pending.0.extend(settled);
        Some(Self::new(pending.0))
    }

    /// Reads a manifest that came from `path`.
    ///
    /// # Errors
    /// When it is not one that attaché wrote, with the line.
    pub(crate) fn parse(bytes: &[u8], path: &Path) -> Result<Self, OutputError> {
        parse(bytes).map_err(|(line, flaw)| OutputError::BadManifest { path: path.to_owned(), line, flaw })
    }

    /// What is under way while the files of `next` take the place of those of this manifest.
    pub(super) fn under_way(&self, next: &Self) -> Self {
        // All of a site is under way when it is new: each path twice, once for the file that is not there yet.
        let mut entries = Vec::with_capacity(if self.is_empty() { 2 * next.0.len() } else { 0 });
        let come = next.by_path().filter_map(|new| Some((self.at(&new.first()?.path), new)));
        let gone = self.by_path().filter_map(|old| Some((old, next.at(&old.first()?.path))));
        for (old, new) in come.chain(gone.filter(|(_, new)| new.is_empty())) {
            let Some(Entry { path, .. }) = old.first().or(new.first()) else { continue };
            if old != new {
                // In their order, as far as that is known: what is sorted already is quickly sorted.
                let may_be_missing = old.is_empty() || new.is_empty();
                entries.extend(may_be_missing.then(|| Entry { path: path.clone(), record: None }));
                entries.extend(old.iter().chain(new).cloned());
            }
        }
        Self::new(entries)
    }

    /// What this manifest and another one list.
    pub(super) fn union(&self, other: &Self) -> Self {
        Self::new(self.0.iter().chain(&other.0).cloned().collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The paths, each once.
    pub(crate) fn paths(&self) -> Vec<SitePath> {
        self.by_path().filter_map(<[Entry]>::first).map(|entry| entry.path.clone()).collect()
    }

    /// Whether another one says the same of a path.
    pub(crate) fn is_same_at(&self, other: &Self, path: &SitePath) -> bool {
        self.at(path) == other.at(path)
    }

    /// Lists what is wrong with files as if it were under way: whoever hands such a file over writes it again.
    pub(super) fn doubt(&mut self, faults: &[Fault]) {
        let doubtful = faults.iter().map(|fault| Entry { path: fault.path().clone(), record: None });
        let entries = std::mem::take(&mut self.0).into_iter().chain(doubtful).collect();
        *self = Self::new(entries);
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

    pub(crate) fn text(&self) -> String {
        let lines = self.0.iter().map(|entry| entry.path.as_str().len() + BESIDE_PATH);
        let mut text = String::with_capacity(HEADER.len() + lines.sum::<usize>());
        text.push_str(HEADER);
        text.push('\n');
        for Entry { path, record } in &self.0 {
            match record {
                Some(record) => HEXLOWER.encode_append(record.digest.bytes(), &mut text),
                None => text.push_str(NOTHING),
            }
            text.push(' ');
            decimal::push(&mut text, record.map_or(0, |record| record.length));
            text.extend([" ", path.as_str(), "\n"]);
        }
        text
    }
}

fn load(path: PathBuf) -> Result<Option<Manifest>, OutputError> {
    match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_symlink() => return Err(OutputError::Link(path)),
        Ok(metadata) if !metadata.is_file() => return Err(OutputError::NotAFile(path)),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(OutputError::io("look at", &path)(error)),
    }
    let bytes = fs::read(&path).map_err(OutputError::io("read", &path))?;
    Manifest::parse(&bytes, &path).map(Some)
}

/// A line, from 1, and what is wrong with it.
type Flaw = (usize, &'static str);

fn parse(bytes: &[u8]) -> Result<Manifest, Flaw> {
    let text = str::from_utf8(bytes).map_err(|_| (1, "is not the text of a manifest"))?;
    let mut lines = text.split_inclusive('\n').enumerate().map(|(at, line)| (at + 1, line));
    match lines.next().map(|(_, line)| line.trim_end()) {
        Some(HEADER | OLDER) => {}
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
    let (Some(digest), Some(length), Some(path)) = (parts.next(), parts.next(), parts.next()) else {
        return Err("is not a digest, a length and a path");
    };
    let length: u64 = length.parse().map_err(|_| "has no length")?;
    let path = SitePath::new(path).map_err(|_| "has a path that attache would never write")?;
    if digest == NOTHING && length == 0 {
        return Ok(Entry { path, record: None });
    }
    let digest = decoded(digest).ok_or("has no digest")?;
    Ok(Entry { path, record: Some(Record { length, digest }) })
}

fn decoded(hexadecimal: &str) -> Option<Digest> {
    let bytes = HEXLOWER.decode(hexadecimal.as_bytes()).ok()?;
    let of_now = <[u8; 16]>::try_from(bytes.as_slice()).map(Digest::Xxh3);
    of_now.or_else(|_| <[u8; 32]>::try_from(bytes.as_slice()).map(Digest::Sha256)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry_of(path: &str, content: &[u8]) -> Entry {
        Entry { path: SitePath::new(path).unwrap(), record: Some(Record::of(content)) }
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
        assert_eq!(text.lines().nth(1), Some("99aa06d3014798d86001c324468d497f 0 a"));
        assert_eq!(parse(text.as_bytes()), Ok(manifest));
    }

    #[test]
    fn what_is_under_way_is_every_content_that_may_be_found() {
        let entries = |list: &[(&str, &[u8])]| {
            Manifest::new(list.iter().map(|(path, content)| entry_of(path, content)).collect())
        };
        let before = entries(&[("changed", b"1"), ("gone", b"1"), ("same", b"1")]);
        let next = entries(&[("changed", b"2"), ("new", b"1"), ("same", b"1")]);
        let pending = before.under_way(&next);
        let lines: Vec<_> = pending.0.iter().map(|it| (it.path.as_str(), it.record.is_some())).collect();
        let changed = [("changed", true), ("changed", true)];
        assert_eq!(
            lines,
            [&changed[..], &[("gone", false), ("gone", true), ("new", false), ("new", true)]].concat()
        );
        assert_eq!(parse(pending.text().as_bytes()), Ok(pending.clone()));

        let during = Manifest::with(Some(before.clone()), Some(pending.clone())).unwrap();
        let found = |path| during.at(&SitePath::new(path).unwrap()).len();
        assert_eq!(["changed", "gone", "new", "same"].map(found), [2, 2, 2, 1]);
        assert_eq!(Manifest::with(None, Some(pending.clone())), Some(pending));
        assert_eq!(Manifest::with(Some(before.clone()), None), Some(before));
        assert!(next.under_way(&next).is_empty());
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
        let digest = "0".repeat(32);
        let cases = [
            (String::new(), 1),
            ("\n".to_owned(), 1),
            ("attache-manifest 3\n".to_owned(), 1),
            (format!("{HEADER}\nwhat\n"), 2),
            (format!("{HEADER}\n{digest} 1 a"), 2),
            (format!("{HEADER}\n{digest} 1 a\n{digest} -1 b\n"), 3),
            (format!("{HEADER}\n{digest} 1 a\r\n"), 2),
            (format!("{HEADER}\n{digest} 1 ../x\n"), 2),
            (format!("{HEADER}\n{digest} 1 /x\n"), 2),
            (format!("{HEADER}\n{digest} 1 .attache-lock\n"), 2),
            (format!("{HEADER}\n{} 1 a\n", "x".repeat(32)), 2),
            (format!("{HEADER}\n{} 1 a\n", "A".repeat(32)), 2),
            (format!("{HEADER}\n{} 1 a\n", "é".repeat(16)), 2),
            (format!("{HEADER}\n00 1 a\n"), 2),
            (format!("{OLDER}\n00 1 a\n"), 2),
            (format!("{HEADER}\n{digest}00 1 a\n"), 2),
            (format!("{HEADER}\n- 1 a\n"), 2),
        ];
        for (text, line) in cases {
            assert_eq!(parse(text.as_bytes()).unwrap_err().0, line, "{text:?}");
        }
        assert_eq!(parse(&[0xFF]).unwrap_err().0, 1);
    }
}
