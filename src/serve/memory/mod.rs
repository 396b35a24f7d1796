//! What was read of a desk, file by file. Only files that have changed are read again, and what is broken leaves the last good
//! version in its place.

mod briefs;
mod editions;
mod report;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::look::{Key, Kind, Look, Places};
use crate::check::{self, Options};
use crate::desk::{Desk, Index};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::published;
use crate::render::{Renderer, TemplateSet, Unfit};
use crate::settings::{self, Settings};
use crate::source;
use crate::templates;
use crate::view::site::SiteView;
use briefs::Kept;
use editions::KeptEdition;
use report::Trouble;

/// A desk in memory.
#[derive(Debug)]
pub(super) struct Memory {
    places: Places,
    look: Look,
    /// Files that have just changed, with the digests of what was read: another change in the same moment would look like none.
    doubtful: BTreeMap<Key, Option<String>>,
    options: Options,
    settings: settings::Reading,
    briefs: BTreeMap<PathBuf, Kept>,
    editions: BTreeMap<PathBuf, KeptEdition>,
    desk: Desk,
    /// What is wrong with editions in this desk.
    misplaced: Vec<Diagnostic>,
    renderer: Renderer,
    unfit: Unfit,
    trouble: Trouble,
}

/// What a change came to.
#[derive(Debug, Default)]
pub(super) struct Update {
    /// How many files were read.
    pub(super) files: usize,
    /// Whether pages may look different now.
    pub(super) is_news: bool,
}

impl Memory {
    /// Reads a whole desk.
    pub(super) fn read(places: Places) -> Result<Self, Error> {
        let renderer = built_in()?;
        let look = Look::at(&places, &BTreeSet::new())?;
        let mut memory = Self {
            places,
            look: Look::default(),
            doubtful: BTreeMap::new(),
            options: Options::default(),
            settings: settings::Reading::default(),
            briefs: BTreeMap::new(),
            editions: BTreeMap::new(),
            desk: Desk::default(),
            misplaced: Vec::new(),
            renderer,
            unfit: Unfit::default(),
            trouble: Trouble::default(),
        };
        memory.update(Ok(look));
        // A thousand files that were there all along have not just changed.
        memory.doubtful.clear();
        Ok(memory)
    }

    /// Whether files that look like this are not those that were read.
    pub(super) fn is_news(&self, look: &Result<Look, String>) -> bool {
        let Ok(look) = look else { return true };
        self.trouble.by_path.contains_key(&self.places.desk)
            || !look.since(&self.look).is_empty()
            || self.doubtful.iter().any(|((_, path), digest)| self::digest(path) != *digest)
    }

    /// Reads what has changed.
    pub(super) fn update(&mut self, look: Result<Look, String>) -> Update {
        let look = match look {
            Ok(look) => look,
            Err(error) => {
                self.trouble.at(&self.places.desk, Some(error));
                return Update { files: 0, is_news: true };
            }
        };
        let was_in_trouble = self.trouble.at(&self.places.desk, None);
        let mut due = look.since(&self.look);
        let digests = due.iter().map(|key| (key.clone(), digest(&key.1))).collect();
        due.extend(std::mem::replace(&mut self.doubtful, digests).into_keys());
        self.look = look;
        let has = |kind: Kind| due.iter().any(|(it, _)| *it == kind);
        let settled = (has(Kind::Settings) || self.settings_are_unread()) && self.settle();
        if has(Kind::Record) || settled {
            let record = published::read(&self.places.published);
            self.trouble.at(&self.places.published.clone(), record.as_ref().err().map(ToString::to_string));
            self.options.published = record.unwrap_or_default();
        }
        if has(Kind::Template) || settled {
            self.compile();
        }
        let files = self.read_briefs(&due, settled) + self.read_editions(&due);
        self.place_editions();
        let others = has(Kind::Settings) || has(Kind::Record) || has(Kind::Template);
        Update {
            files,
            is_news: was_in_trouble || others || files > 0 || due.iter().any(|it| !self.look.has(it)),
        }
    }

    /// Whether nothing was ever read.
    fn settings_are_unread(&self) -> bool {
        self.briefs.is_empty() && self.settings.file.is_none()
    }

    /// Reads the settings. Where they are broken, those that were good last stay in force, and nothing is to be read anew.
    fn settle(&mut self) -> bool {
        let first = self.settings_are_unread();
        let read = settings::read(&self.places.desk, &check::settable());
        let path = self.places.desk.join(settings::FILE);
        self.trouble.at(&path, read.as_ref().err().map(ToString::to_string));
        let Ok(mut read) = read else { return first };
        let digest = |reading: &settings::Reading| {
            let files = reading.file.iter().chain(&reading.catalogues);
            files.map(|file| file.sha256.clone()).collect::<Vec<_>>()
        };
        if !first && digest(&read) == digest(&self.settings) {
            return false;
        }
        let good = !read.diagnostics.iter().any(Diagnostic::is_error);
        if good || first {
            self.options.settings = std::mem::take(&mut read.settings);
        }
        self.settings = read;
        good || first
    }

    /// Reads the templates. Where they are broken, those that were good last stay in use.
    fn compile(&mut self) {
        let templates = self.places.desk.join("templates");
        let set = TemplateSet::with_folder(&templates);
        self.trouble.at(&templates, set.as_ref().err().map(ToString::to_string));
        let settings = &self.options.settings;
        let renderer = set.map(|set| templates::renderer(set, settings, &self.places.desk));
        match renderer {
            Ok(Ok(renderer)) => (self.renderer, self.unfit) = (renderer, Unfit::default()),
            Ok(Err(unfit)) => self.unfit = unfit,
            Err(_) => {}
        }
    }

    /// Whether a file is one of a brief.
    pub(super) fn is_brief(&self, path: &Path) -> bool {
        self.briefs.contains_key(path)
    }

    pub(super) fn places(&self) -> &Places {
        &self.places
    }

    pub(super) fn look(&self) -> &Look {
        &self.look
    }

    pub(super) fn desk(&self) -> &Desk {
        &self.desk
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.options.settings
    }

    pub(super) fn renderer(&self) -> &Renderer {
        &self.renderer
    }

    pub(super) fn index(&self) -> Index<'_> {
        Index::of(&self.desk, &self.options.settings.inherited.register)
    }

    /// What could not be read at all.
    pub(super) fn trouble(&self) -> &[String] {
        &self.trouble.all
    }

    /// How many briefs and editions there are.
    pub(super) fn files(&self) -> usize {
        self.briefs.len() + self.editions.len()
    }

    /// The texts of articles that briefs name.
    pub(super) fn articles(&self) -> BTreeSet<PathBuf> {
        self.briefs.values().filter_map(|kept| kept.article.clone()).collect()
    }
}

/// The renderer until the templates of the desk have been read.
fn built_in() -> Result<Renderer, Error> {
    let site = SiteView::new(&Settings::default());
    Renderer::new(TemplateSet::built_in())
        .and_then(|renderer| renderer.for_site(&site))
        .map_err(|_| Error::Message("the built-in templates are broken".to_owned()))
}

fn digest(path: &Path) -> Option<String> {
    source::read(path).ok()?.ok().map(|file| file.sha256)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write as _;
    use std::time::SystemTime;

    use super::*;

    const BRIEF: &str =
        "schema: 1\ntitle: The first\ndate: 2025-03-05\nmarking: TLP:CLEAR\nbottom_line: Invented.\n";

    /// Writes a file of which nothing but the content can tell that it was written.
    fn write(path: &Path, text: &str, modified: SystemTime) {
        let mut file = File::options().create(true).truncate(true).write(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.set_modified(modified).unwrap();
    }

    #[test]
    fn a_file_that_is_written_twice_in_a_moment_is_read_twice() {
        let folder = tempfile::tempdir().unwrap();
        let briefs = folder.path().join("briefs");
        std::fs::create_dir(&briefs).unwrap();
        let (path, moment) = (briefs.join("a.yaml"), SystemTime::UNIX_EPOCH);
        let mut memory =
            Memory::read(Places::of(folder.path(), &folder.path().join("site")).unwrap()).unwrap();
        let look = |memory: &Memory| Ok(Look::at(&memory.places, &memory.articles()).unwrap());
        assert!(!memory.is_news(&look(&memory)));
        write(&path, BRIEF, moment);
        assert!(memory.is_news(&look(&memory)));
        let update = memory.update(look(&memory));
        assert_eq!((update.files, update.is_news), (1, true));
        assert!(!memory.is_news(&look(&memory)));
        write(&path, &BRIEF.replace("first", "other"), moment);
        assert!(memory.look.since(&look(&memory).unwrap()).is_empty(), "it looks the same");
        assert!(memory.is_news(&look(&memory)));
        assert!(memory.update(look(&memory)).is_news);
        assert_eq!(memory.desk.briefs[0].title.value.as_str(), "The other");
        // One that is touched and not changed is no news for anybody.
        write(
            &path,
            &BRIEF.replace("first", "other"),
            SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(9),
        );
        assert!(!memory.update(look(&memory)).is_news);
    }
}
