//! The built-in templates and a desk's own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::css::Compound;
use super::logo::{self, Logo};
use super::{header, house};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::span::Span;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

pub(super) use crate::contract::BUILTIN;

/// The name of the style sheet. It is no template: its bytes go into the page as they are.
pub(super) const STYLE: &str = "style.css";

/// The name of a desk's own properties, which are put behind the style sheet.
pub(super) const THEME: &str = "theme.css";

/// The name of the script of the search page, which is no template either.
pub(super) const SEARCH: &str = "search.js";

/// How deep folders of templates may be nested.
const MAX_FOLDER_DEPTH: usize = 4;

/// The text of every template, by name. A desk's `fact.html` stands before the built-in `builtin/fact.html`.
#[derive(Debug, Clone)]
pub struct TemplateSet {
    texts: BTreeMap<String, String>,
    folder: Option<PathBuf>,
    logo: Option<Logo>,
}

impl TemplateSet {
    /// The built-in templates alone.
    #[must_use]
    pub fn built_in() -> Self {
        let mut texts = BTreeMap::new();
        collect(&BUILT_IN, &mut texts);
        Self { texts, folder: None, logo: None }
    }

    /// With another template, as if it were in the folder of a desk.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.texts.insert(name.to_owned(), text.to_owned());
        self
    }

    /// The built-in templates with those of a folder before them, if the folder is there.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read, or is not UTF-8.
    pub fn with_folder(folder: &Path) -> Result<Self, Error> {
        let mut set = Self::built_in();
        let folder = folder.strip_prefix(".").unwrap_or(folder);
        if folder.is_dir() {
            read(folder, "", MAX_FOLDER_DEPTH, &mut set.texts)?;
            set.logo = Logo::find(folder)?;
            set.folder = Some(folder.to_owned());
        }
        Ok(set)
    }

    /// Every template that the engine compiles: all files but style sheets, scripts and the logo.
    pub fn code(&self) -> impl Iterator<Item = (&str, &str)> {
        let code = self.texts.iter().filter(|(name, _)| is_code(name));
        code.map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The style sheet of every page: the desk's properties stand behind it, so that they win.
    pub(super) fn style(&self) -> Cow<'_, str> {
        let style = self.own_or_built_in(STYLE);
        match self.text(THEME) {
            Some(theme) => Cow::Owned(format!("{style}{theme}")),
            None => Cow::Borrowed(style),
        }
    }

    /// The logo as a `data:` address.
    pub(super) fn logo(&self) -> Option<&str> {
        self.logo.as_ref().map(Logo::address)
    }

    /// What is wrong with the files that are no templates.
    pub(super) fn trouble(&self) -> Vec<Diagnostic> {
        house::trouble(self, self.logo.as_ref())
    }

    /// What does nothing in the desk's own style sheets, or breaks them.
    #[must_use]
    pub fn doubts(&self) -> Vec<Diagnostic> {
        house::doubts(self)
    }

    /// What the desk's own style sheets take off the page.
    #[must_use]
    pub fn unseen(&self) -> Vec<Compound> {
        house::unseen(self).into_iter().map(|(of, ..)| of).collect()
    }

    /// The first place where the desk's own style sheets take something off the page.
    #[must_use]
    pub fn unseen_at(&self) -> Option<(&'static str, Span)> {
        house::unseen(self).into_iter().map(|(_, name, span)| (name, span)).next()
    }

    /// The names of the desk's own files, sorted.
    pub fn own(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str).filter(|name| !name.starts_with(BUILTIN))
    }

    /// Whether the desk has files of its own.
    #[must_use]
    pub fn has_own(&self) -> bool {
        self.own().next().is_some()
    }

    /// The names of the built-in files, sorted.
    pub fn built_ins(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().filter_map(|name| name.strip_prefix(BUILTIN))
    }

    /// The text of a built-in file.
    #[must_use]
    pub fn built_in_text(&self, name: &str) -> Option<&str> {
        self.text(&format!("{BUILTIN}{name}"))
    }

    /// The name under which the engine finds a template: the desk's own, or the built-in one.
    #[must_use]
    pub fn resolve(&self, name: &str) -> Option<String> {
        let built_in = format!("{BUILTIN}{name}");
        [name, &built_in].into_iter().find(|name| self.texts.contains_key(*name)).map(ToOwned::to_owned)
    }

    /// The script of the search page.
    pub(super) fn search_script(&self) -> &str {
        self.own_or_built_in(SEARCH)
    }

    fn own_or_built_in(&self, name: &str) -> &str {
        let own = self.texts.get(name);
        let text = own.or_else(|| self.texts.get(&format!("{BUILTIN}{name}"))).map_or("", String::as_str);
        header::split(name, text).1
    }

    /// The text of a template, by the name that the engine has for it.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// The texts of the templates that diagnostics are about.
    #[must_use]
    pub fn texts_of(&self, diagnostics: &[Diagnostic]) -> BTreeMap<PathBuf, String> {
        let paths = self.texts.iter().map(|(name, text)| (self.path(name), text));
        paths
            .filter(|(path, _)| diagnostics.iter().any(|diagnostic| diagnostic.path == *path))
            .map(|(path, text)| (path, text.clone()))
            .collect()
    }

    /// The folder of the desk's own templates.
    pub(super) fn folder(&self) -> PathBuf {
        self.folder.clone().unwrap_or_else(|| PathBuf::from("templates"))
    }

    /// The path that a message names a template by.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        match &self.folder {
            Some(folder) if !name.starts_with(BUILTIN) => folder.join(name),
            _ => PathBuf::from(name),
        }
    }
}

/// Whether a file is a template, and not put into the page as it is.
#[must_use]
pub fn is_code(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|it| it.to_str()).unwrap_or_default();
    !matches!(extension, "" | "css" | "js")
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
        } else if !(prefix.is_empty() && logo::is_name(&name)) {
            let text = fs::read_to_string(&path).map_err(|source| Error::io("read", &path, source))?;
            texts.insert(format!("{prefix}{name}"), text);
        }
    }
    Ok(())
}
