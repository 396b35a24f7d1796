//! What was read of a desk, file by file. Only files that have changed are read again, and what is broken leaves the last good
//! version in its place.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::look::{Key, Kind, Look, Places};
use crate::check::{self, Options};
use crate::desk::{Desk, Index, One, editions};
use crate::diagnostic::report::Texts;
use crate::diagnostic::{self, Diagnostic};
use crate::error::Error;
use crate::model::Edition;
use crate::render::{Renderer, TemplateSet, Unfit};
use crate::settings::{self, Settings};
use crate::source::{self, SourceFile};
use crate::view::site::SiteView;
use crate::{desk, published};

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

/// What could not be read, by what it is about.
#[derive(Debug, Default)]
struct Trouble {
    by_path: BTreeMap<PathBuf, String>,
    all: Vec<String>,
}

/// What is remembered of the file of a brief. The brief itself is in the desk.
#[derive(Debug)]
struct Kept {
    sha256: Option<String>,
    diagnostics: Vec<Diagnostic>,
    text: Option<String>,
    article: Option<PathBuf>,
}

#[derive(Debug)]
struct KeptEdition {
    latest: editions::One,
    good: Option<Edition>,
}

/// What a change came to.
#[derive(Debug, Default)]
pub(super) struct Update {
    /// How many files were read.
    pub(super) files: usize,
    /// Whether pages may look different now.
    pub(super) is_news: bool,
}

/// What was found where a brief should be.
enum Found {
    Same,
    Gone,
    Trouble(String),
    Read(Box<One>, Option<String>),
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
        let digest = |reading: &settings::Reading| reading.file.as_ref().map(|file| file.sha256.clone());
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
        let site = SiteView::new(&self.options.settings);
        let renderer = set.map(|set| Renderer::new(set).and_then(|renderer| renderer.for_site(&site)));
        match renderer {
            Ok(Ok(renderer)) => (self.renderer, self.unfit) = (renderer, Unfit::default()),
            Ok(Err(unfit)) => self.unfit = unfit,
            Err(_) => {}
        }
    }

    /// Reads the briefs that have changed, or all of them; how many.
    fn read_briefs(&mut self, due: &BTreeSet<Key>, all: bool) -> usize {
        let article_due = |path: &Path| {
            let article = self.briefs.get(path).and_then(|kept| kept.article.clone());
            article.is_some_and(|article| due.contains(&(Kind::Article, article)))
        };
        let wanted: Vec<_> = self
            .look
            .of(Kind::Brief)
            .filter(|path| all || due.contains(&(Kind::Brief, (*path).clone())) || article_due(path))
            .cloned()
            .collect();
        let found: Vec<_> = wanted
            .into_par_iter()
            .map(|path| {
                let known = self.briefs.get(&path).filter(|_| !all && !article_due(&path));
                let found = find(&path, known.and_then(|kept| kept.sha256.as_deref()), &self.options);
                (path, found)
            })
            .collect();
        let gone = due
            .iter()
            .filter(|key| key.0 == Kind::Brief && !self.look.has(key))
            .map(|(_, path)| path.clone());
        let gone: Vec<_> = gone.map(|path| (path, Found::Gone)).collect();
        self.take_briefs(gone.into_iter().chain(found))
    }

    fn take_briefs(&mut self, found: impl Iterator<Item = (PathBuf, Found)>) -> usize {
        let (mut replaced, mut fresh, mut files) = (BTreeSet::new(), Vec::new(), 0);
        for (path, found) in found {
            let trouble = if let Found::Trouble(trouble) = &found { Some(trouble.clone()) } else { None };
            self.trouble.at(&path, trouble);
            match found {
                Found::Same | Found::Trouble(_) => {}
                Found::Gone => {
                    self.briefs.remove(&path);
                    replaced.insert(path);
                }
                Found::Read(one, sha256) => {
                    files += 1;
                    let One { brief, diagnostics, text } = *one;
                    let text = text.map(|(_, text)| text);
                    let before = self.briefs.remove(&path);
                    let article = match &brief {
                        Some(brief) => check::article_path(brief),
                        None => before.and_then(|kept| kept.article),
                    };
                    self.look.add(Kind::Article, article.clone());
                    self.briefs.insert(path.clone(), Kept { sha256, diagnostics, text, article });
                    if let Some(brief) = brief {
                        fresh.push(brief);
                        replaced.insert(path);
                    }
                }
            }
        }
        self.desk.briefs.retain(|brief| !replaced.contains(&brief.path));
        self.desk.briefs.extend(fresh);
        self.desk.sort();
        files
    }

    /// Reads the editions that have changed; how many.
    fn read_editions(&mut self, due: &BTreeSet<Key>) -> usize {
        let mut files = 0;
        for key in due.iter().filter(|(kind, _)| *kind == Kind::Edition) {
            let path = &key.1;
            if !self.look.has(key) {
                self.editions.remove(path);
                continue;
            }
            let read = source::read(path);
            self.trouble.at(path, read.as_ref().err().map(ToString::to_string));
            let Ok(read) = read else { continue };
            let latest = editions::one(read);
            let good = self.editions.remove(path).and_then(|kept| kept.good);
            self.editions.insert(path.clone(), KeptEdition { latest, good });
            files += 1;
        }
        files
    }

    /// Gives each edition its place; where one is broken, its last good version.
    fn place_editions(&mut self) {
        self.desk.editions.clear();
        self.misplaced.clear();
        let has_all_briefs =
            !self.briefs.values().flat_map(|kept| &kept.diagnostics).any(Diagnostic::is_error);
        for kept in self.editions.values_mut() {
            let found = editions::place(&kept.latest, &mut self.desk, has_all_briefs);
            if !found.iter().any(Diagnostic::is_error) {
                kept.good.clone_from(&kept.latest.edition);
            } else if let Some(good) = &kept.good {
                self.desk.editions.entry(good.date).or_insert_with(|| good.clone());
            }
            self.misplaced.extend(found);
        }
    }

    /// Everything that is wrong with the desk, sorted.
    pub(super) fn found(&self) -> Vec<Diagnostic> {
        let of_files: Vec<_> = self.briefs.values().flat_map(|kept| &kept.diagnostics).collect();
        // What is there in place of a broken file is not the file that could be looked up.
        let broken: BTreeSet<_> =
            of_files.iter().filter(|it| it.is_error()).map(|it| it.path.clone()).collect();
        let mut across = desk::same_ids(&self.desk.briefs);
        across.extend(check::desk(&self.desk, &self.options.settings, self.options.published.as_ref()));
        across.retain(|it| !broken.contains(&it.path));
        let mut found: Vec<_> = of_files.into_iter().cloned().chain(across).collect();
        found.extend(self.settings.diagnostics.iter().chain(&self.misplaced).chain(&self.unfit.0).cloned());
        diagnostic::sort(&mut found);
        found
    }

    /// The texts of the files that some diagnostics are about. Those in which only a look across the desk found something are read
    /// for it.
    pub(super) fn texts<'f>(&self, found: impl Iterator<Item = &'f Diagnostic>) -> Texts {
        let mut texts = Texts::new();
        for path in found.map(|it| &it.path) {
            if let Some(text) = self.text(path) {
                texts.insert(path.clone(), text);
            }
        }
        texts
    }

    fn text(&self, path: &Path) -> Option<String> {
        if let Some(text) = self.unfit.1.get(path) {
            return Some(text.clone());
        }
        if let Some(kept) = self.briefs.get(path) {
            let read =
                || source::read(path).ok()?.ok().filter(|file| Some(&file.sha256) == kept.sha256.as_ref());
            return kept.text.clone().or_else(|| Some(read()?.text));
        }
        let edition = self.editions.get(path).and_then(|kept| kept.latest.file.as_ref());
        edition.or(self.settings.file.as_ref()).filter(|file| file.path == path).map(|file| file.text.clone())
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

impl Trouble {
    /// Sets what is the matter with a path, or that nothing is any more; whether anything was.
    fn at(&mut self, path: &Path, trouble: Option<String>) -> bool {
        let before = match trouble {
            Some(trouble) => self.by_path.insert(path.to_owned(), trouble),
            None => self.by_path.remove(path),
        };
        self.all = self.by_path.values().cloned().collect();
        before.is_some()
    }
}

/// The renderer until the templates of the desk have been read.
fn built_in() -> Result<Renderer, Error> {
    let site = SiteView::new(&Settings::default());
    Renderer::new(TemplateSet::built_in())
        .and_then(|renderer| renderer.for_site(&site))
        .map_err(|_| Error::Message("the built-in templates are broken".to_owned()))
}

/// Reads a brief, unless its content is known already.
fn find(path: &Path, known: Option<&str>, options: &Options) -> Found {
    match source::read(path) {
        Ok(Ok(file)) if known == Some(&file.sha256) => Found::Same,
        Ok(Ok(file)) => read(file, options),
        Ok(Err(diagnostic)) => {
            Found::Read(Box::new(One { brief: None, diagnostics: vec![diagnostic], text: None }), None)
        }
        Err(Error::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => Found::Gone,
        Err(error) => Found::Trouble(error.to_string()),
    }
}

fn read(file: SourceFile, options: &Options) -> Found {
    let sha256 = file.sha256.clone();
    match check::one(file, options) {
        Ok(one) => Found::Read(Box::new(one), Some(sha256)),
        Err(error) => Found::Trouble(error.to_string()),
    }
}

fn digest(path: &Path) -> Option<String> {
    source::read(path).ok()?.ok().map(|file| file.sha256)
}
