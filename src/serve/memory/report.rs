//! Everything that is wrong with a desk in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::Memory;
use crate::diagnostic::report::Texts;
use crate::diagnostic::{self, Diagnostic};
use crate::{check, desk, source};

/// What could not be read, by what it is about.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    pub(super) by_path: BTreeMap<PathBuf, String>,
    pub(super) all: Vec<String>,
}

impl Memory {
    /// Everything that is wrong with the desk, sorted.
    pub(in crate::serve) fn found(&self) -> Vec<Diagnostic> {
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
    pub(in crate::serve) fn texts<'f>(&self, found: impl Iterator<Item = &'f Diagnostic>) -> Texts {
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
        let catalogue = self.settings.catalogues.iter().find(|file| file.path == path);
        let file = edition.or(self.settings.file.as_ref()).filter(|file| file.path == path);
        file.or(catalogue).map(|file| file.text.clone())
    }
}

impl Trouble {
    /// Sets what is the matter with a path, or that nothing is any more; whether anything was.
    pub(super) fn at(&mut self, path: &Path, trouble: Option<String>) -> bool {
        let before = match trouble {
            Some(trouble) => self.by_path.insert(path.to_owned(), trouble),
            None => self.by_path.remove(path),
        };
        self.all = self.by_path.values().cloned().collect();
        before.is_some()
    }
}
