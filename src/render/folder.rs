//! The files of a desk's own templates.

use std::collections::BTreeMap;
use std::fs::{self, FileType};
use std::path::Path;

use super::logo::{self, Logo};
use super::templates::BUILTIN;
use crate::diagnostic::{Diagnostic, codes};
use crate::error::Error;
use crate::source;

/// How deep folders of templates may be nested.
const MAX_FOLDER_DEPTH: usize = 4;

/// What a folder of templates holds.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// The texts of its files, by their names.
    pub(super) texts: BTreeMap<String, String>,
    pub(super) logo: Option<Logo>,
    /// What is wrong with files that cannot be read as text.
    pub(super) trouble: Vec<Diagnostic>,
    /// The names of files that are nothing for a template, each with the reason.
    pub(super) idle: Vec<(String, &'static str)>,
}

impl Folder {
    /// Reads a folder, if it is there.
    pub(super) fn read(path: &Path) -> Result<Self, Error> {
        let mut folder = Self::default();
        if path.is_dir() {
            folder.logo = Logo::find(path)?;
            folder.list(path, "", MAX_FOLDER_DEPTH)?;
        } else if path.exists() {
            let message = "a desk's own templates are files in a folder of this name, and this is a file";
            folder.trouble.push(Diagnostic::of_file(&codes::TEMPLATE, path, message));
        }
        Ok(folder)
    }

    fn list(&mut self, path: &Path, prefix: &str, depth: usize) -> Result<(), Error> {
        for entry in fs::read_dir(path).map_err(|source| Error::io("list", path, source))? {
            let entry = entry.map_err(|source| Error::io("list", path, source))?;
            let inner = entry.path();
            let file_name = entry.file_name();
            let file_name = file_name.to_string_lossy();
            if is_passed_over(&file_name) {
                continue;
            }
            let name = format!("{prefix}{file_name}");
            let kind = entry.file_type().map_err(|source| Error::io("read", &inner, source))?;
            if kind.is_dir() && format!("{name}/") == BUILTIN {
                self.idle.push((
                    name,
                    "`builtin/` names what is built in: a template of your own stands above it",
                ));
            } else if kind.is_dir() && depth > 0 {
                self.list(&inner, &format!("{name}/"), depth - 1)?;
            } else if let Some(reason) = idle(&inner, kind) {
                self.idle.push((name, reason));
            } else if !self.logo.as_ref().is_some_and(|logo| logo.is_at(&inner)) {
                self.file(name, &inner)?;
            }
        }
        self.idle.sort_unstable();
        self.trouble.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(())
    }

    fn file(&mut self, name: String, path: &Path) -> Result<(), Error> {
        if logo::is_name(&name) {
            self.idle.push((name, "the logo is logo.svg, which is there too"));
            return Ok(());
        }
        match source::read_template(path)? {
            Ok(text) => {
                self.texts.insert(name, text);
            }
            Err(diagnostic) => self.trouble.push(diagnostic),
        }
        Ok(())
    }
}

/// Hidden files, and what editors and tools leave beside a file.
fn is_passed_over(name: &str) -> bool {
    let ends = ["~", ".bak", ".orig", ".rej", ".swp", ".tmp"];
    name.starts_with(['.', '#']) || ends.iter().any(|end| name.ends_with(end))
}

/// What holds no text, by the ends of names.
const NO_TEXT: [&str; 14] =
    ["png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "woff", "woff2", "ttf", "otf", "pdf", "zip"];

/// Why a file is nothing for a template, if it is not.
fn idle(path: &Path, kind: FileType) -> Option<&'static str> {
    let is_link = kind.is_symlink();
    if kind.is_dir() {
        return Some("folders of templates are not nested so deep");
    }
    if is_link && path.is_dir() {
        return Some("a link to a folder is not followed: it could lead in a circle");
    }
    // A pipe would be waited for without end.
    if !kind.is_file() && !path.is_file() {
        return Some("it is no file, or a link to one that is not there");
    }
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default().to_ascii_lowercase();
    let is_logo = path.file_name().and_then(|it| it.to_str()).is_some_and(logo::is_name);
    (!is_logo && NO_TEXT.contains(&extension.as_str()))
        .then_some("a page fetches nothing: of images, only logo.svg or logo.png can be used")
}
