//! What the files of a desk look like from outside: names, sizes and times, without reading any of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Permissions};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::error::Error;
use crate::{locale, published, settings, source};

/// Where the files of a desk are.
#[derive(Debug, Clone)]
pub(super) struct Places {
    /// The desk.
    pub(super) desk: PathBuf,
    /// The folder of its briefs.
    briefs: PathBuf,
    /// The site that was published last.
    pub(super) published: PathBuf,
}

/// What a file is to a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The settings, or a catalogue of messages.
    Settings,
    /// What is remembered of the briefs that were published.
    Record,
    Template,
    /// The text of an article that a brief names.
    Article,
    Brief,
    Edition,
}

/// A file of a desk.
pub(super) type Key = (Kind, PathBuf);

/// What tells whether a file has changed, without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
    permissions: Permissions,
}

/// Every file of a desk at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look(BTreeMap<Key, Stamp>);

/// How deep folders of templates may be nested.
const MAX_FOLDER_DEPTH: usize = 4;

impl Places {
    /// Where the files of this desk are. A folder that has briefs in it and no `briefs/` is a desk too.
    pub(super) fn of(desk: &Path, published: &Path) -> Result<Self, Error> {
        let own = desk.join("briefs");
        let bare =
            !own.is_dir() && source::find(&[desk.to_owned()])?.iter().any(|it| !it.ends_with(settings::FILE));
        let briefs = if bare { desk.to_owned() } else { own };
        Ok(Self { desk: desk.to_owned(), briefs, published: published.to_owned() })
    }

    /// The path of the settings, as messages name it.
    fn settings(&self) -> PathBuf {
        self.desk.join(settings::FILE)
    }
}

impl Look {
    /// Looks at every file: `articles` are those that briefs name. Folders that are not there are empty.
    pub(super) fn at(places: &Places, articles: &BTreeSet<PathBuf>) -> Result<Self, Error> {
        let mut look = Self::default();
        look.add(Kind::Settings, [places.settings()]);
        look.add(Kind::Record, [places.published.join(published::FILE)]);
        look.add(Kind::Article, articles.iter().cloned());
        for (folder, kind) in [("templates", Kind::Template), (locale::FOLDER, Kind::Settings)] {
            let mut files = Vec::new();
            list(&places.desk.join(folder), MAX_FOLDER_DEPTH, &mut files)?;
            look.add(kind, files);
        }
        if places.briefs.is_dir() {
            look.add(Kind::Brief, source::find(std::slice::from_ref(&places.briefs))?);
        }
        look.add(Kind::Edition, source::editions(&places.desk)?);
        Ok(look)
    }

    /// Looks at some more files.
    pub(super) fn add(&mut self, kind: Kind, paths: impl IntoIterator<Item = PathBuf>) {
        let stamped = paths.into_iter().filter_map(|path| Some((Stamp::of(&path)?, path)));
        self.0.extend(stamped.map(|(stamp, path)| ((kind, path), stamp)));
    }

    /// The files that are not as they were before: changed, new, or gone.
    pub(super) fn since(&self, before: &Self) -> BTreeSet<Key> {
        let changed = self.0.iter().filter(|(key, stamp)| before.0.get(key) != Some(stamp));
        let gone = before.0.keys().filter(|key| !self.has(key));
        changed.map(|(key, _)| key).chain(gone).cloned().collect()
    }

    pub(super) fn has(&self, key: &Key) -> bool {
        self.0.contains_key(key)
    }

    /// The files of a kind.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &PathBuf> {
        self.0.keys().filter(move |(it, _)| *it == kind).map(|(_, path)| path)
    }
}

impl Stamp {
    /// Nothing but a file has one: reading from a pipe would never end.
    fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(Self {
            bytes: metadata.len(),
            modified: metadata.modified().ok(),
            permissions: metadata.permissions(),
        })
    }
}

fn list(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(|source| Error::io("list", folder, source))? {
        let entry = entry.map_err(|source| Error::io("list", folder, source))?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if !path.is_dir() {
            files.push(path);
        } else if depth > 0 {
            list(&path, depth - 1, files)?;
        }
    }
    Ok(())
}
