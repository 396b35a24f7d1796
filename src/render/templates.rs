//! The built-in templates and a desk's own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::diagnostic::Diagnostic;
use crate::error::Error;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// What the name of a built-in template starts with, so that an override can still reach the original.
pub(super) const BUILTIN: &str = "builtin/";

/// The name of the style sheet. It is no template: its bytes go into the page as they are.
const STYLE: &str = "style.css";

/// The name of the script of the search page, which is no template either.
const SEARCH: &str = "search.js";

/// How deep folders of templates may be nested.
const MAX_FOLDER_DEPTH: usize = 4;

/// The text of every template, by name. A desk's `fact.html` stands before the built-in `builtin/fact.html`.
#[derive(Debug, Clone)]
pub struct TemplateSet {
    texts: BTreeMap<String, String>,
    folder: Option<PathBuf>,
}

impl TemplateSet {
    /// The built-in templates alone.
    #[must_use]
    pub fn built_in() -> Self {
        let mut texts = BTreeMap::new();
        collect(&BUILT_IN, &mut texts);
        Self { texts, folder: None }
    }

    /// The built-in templates with those of a folder before them, if the folder is there.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read, or is not UTF-8.
    pub fn with_folder(folder: &Path) -> Result<Self, Error> {
        let mut set = Self::built_in();
        if folder.is_dir() {
            read(folder, "", MAX_FOLDER_DEPTH, &mut set.texts)?;
            set.folder = Some(folder.to_owned());
        }
        Ok(set)
    }

    /// The templates of one kind of file.
    pub(super) fn of(&self, suffix: &str) -> impl Iterator<Item = (&str, &str)> {
        self.texts
            .iter()
            .filter(move |(name, _)| name.ends_with(suffix))
            .map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The style sheet of every page.
    pub(super) fn style(&self) -> &str {
        self.own_or_built_in(STYLE)
    }

    /// The script of the search page.
    pub(super) fn search_script(&self) -> &str {
        self.own_or_built_in(SEARCH)
    }

    fn own_or_built_in(&self, name: &str) -> &str {
        let own = self.texts.get(name);
        own.or_else(|| self.texts.get(&format!("{BUILTIN}{name}"))).map_or("", String::as_str)
    }

    /// The text of a template.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// The texts of the templates that diagnostics are about.
    pub(super) fn texts_of(&self, diagnostics: &[Diagnostic]) -> BTreeMap<PathBuf, String> {
        let paths = self.texts.iter().map(|(name, text)| (self.path(name), text));
        paths
            .filter(|(path, _)| diagnostics.iter().any(|diagnostic| diagnostic.path == *path))
            .map(|(path, text)| (path, text.clone()))
            .collect()
    }

    /// The path that a message names a template by.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        match &self.folder {
            Some(folder) if !name.starts_with(BUILTIN) => folder.join(name),
            _ => PathBuf::from(name),
        }
    }
}

fn collect(dir: &Dir<'_>, texts: &mut BTreeMap<String, String>) {
    for file in dir.files() {
        if let Some(text) = file.contents_utf8() {
            let name = file.path().to_string_lossy().replace('\\', "/");
            texts.insert(format!("{BUILTIN}{name}"), text.to_owned());
        }
    }
    for inner in dir.dirs() {
        collect(inner, texts);
    }
}

fn read(
    folder: &Path,
    prefix: &str,
    depth: usize,
    texts: &mut BTreeMap<String, String>,
) -> Result<(), Error> {
    let entries = fs::read_dir(folder).map_err(|source| Error::io("list", folder, source))?;
    for entry in entries {
        let entry = entry.map_err(|source| Error::io("list", folder, source))?;
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            if depth > 0 {
                read(&path, &format!("{prefix}{name}/"), depth - 1, texts)?;
            }
        } else {
            let text = fs::read_to_string(&path).map_err(|source| Error::io("read", &path, source))?;
            texts.insert(format!("{prefix}{name}"), text);
        }
    }
    Ok(())
}
