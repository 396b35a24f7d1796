//! The built-in templates and a desk's own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use include_dir::{Dir, include_dir};
use sha2::{Digest as _, Sha256};

use super::css::Compound;
use super::folder::Folder;
use super::house::Property;
use super::logo::Logo;
use super::{header, house, logo};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::span::Span;
use crate::view::site::address;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

pub(super) use crate::contract::BUILTIN;

/// The name of the style sheet. It is no template: its bytes go into the page as they are.
pub(super) const STYLE: &str = "style.css";

/// The name of a desk's own properties, which are put behind the style sheet.
pub(super) const THEME: &str = "theme.css";

/// The name of the script of the search page, which is no template either.
pub(super) const SEARCH: &str = "search.js";

/// The text of every template, by name. A desk's `fact.html` stands before the built-in `builtin/fact.html`.
#[derive(Debug, Clone, Default)]
pub struct TemplateSet {
    texts: BTreeMap<String, String>,
    folder: Option<PathBuf>,
    logo: Option<Logo>,
    /// What is wrong with files that cannot be read as text.
    unreadable: Vec<Diagnostic>,
    /// The names of files that are nothing for a template, each with the reason.
    idle: Vec<(String, &'static str)>,
}

impl TemplateSet {
    /// The built-in templates alone.
    #[must_use]
    pub fn built_in() -> Self {
        let mut texts = BTreeMap::new();
        collect(&BUILT_IN, &mut texts);
        Self { texts, ..Self::default() }
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
    /// When the folder or a file in it cannot be read.
    pub fn with_folder(folder: &Path) -> Result<Self, Error> {
        let mut set = Self::built_in();
        let folder = folder.strip_prefix(".").unwrap_or(folder);
        let read = Folder::read(folder)?;
        set.texts.extend(read.texts);
        (set.logo, set.unreadable, set.idle) = (read.logo, read.trouble, read.idle);
        set.folder = Some(folder.to_owned());
        Ok(set)
    }

    /// Every template that the engine compiles: all files but style sheets, scripts and the logo.
    pub fn code(&self) -> impl Iterator<Item = (&str, &str)> {
        let code = self.texts.iter().filter(|(name, _)| is_code(name));
        code.map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The style sheet of every page: the desk's properties stand behind it, so that they win.
    #[must_use]
    pub fn style(&self) -> Cow<'_, str> {
        let style = self.own_or_built_in(STYLE);
        match self.text(THEME) {
            Some(theme) => Cow::Owned(format!("{style}{theme}")),
            None => Cow::Borrowed(style),
        }
    }

    /// The name of the file of a site that holds the style sheet. Another style sheet has another name, so that a page never gets one that
    /// a browser has kept from before, and no page that is still the old one gets the new.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        let digest = HEXLOWER.encode(&Sha256::digest(self.style().as_bytes()));
        address::style_sheet(digest.get(..12).unwrap_or_default())
    }

    /// The logo as a `data:` address.
    pub(super) fn logo(&self) -> Option<&str> {
        self.logo.as_ref().map(Logo::address)
    }

    /// What is wrong with files that cannot be read as text, and with those that are no templates.
    pub(super) fn trouble(&self) -> Vec<Diagnostic> {
        let unreadable = self.unreadable.iter().cloned();
        unreadable.chain(house::trouble(self, self.logo.as_ref())).collect()
    }

    /// The names of files of the desk that are nothing for a template, each with the reason.
    pub fn idle(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.idle.iter().map(|(name, reason)| (name.as_str(), *reason))
    }

    /// The names of the style sheets, the script and the logo that pages have.
    #[must_use]
    pub fn looks<'n>() -> [&'n str; 5] {
        [STYLE, THEME, SEARCH, logo::SVG, logo::PNG]
    }

    /// What does nothing in the desk's own style sheets, or breaks them.
    #[must_use]
    pub fn doubts(&self) -> Vec<Diagnostic> {
        house::doubts(self)
    }

    /// The custom properties of the style sheet.
    #[must_use]
    pub fn properties(&self) -> Vec<Property<'_>> {
        house::list(self.own_or_built_in(STYLE))
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
