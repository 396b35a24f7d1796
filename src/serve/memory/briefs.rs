//! The files of briefs: read side by side, and only those that have changed.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::super::look::{Key, Kind};
use super::Memory;
use crate::check::{self, Options};
use crate::desk::One;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::model::Brief;
use crate::source::{self, SourceFile};

/// What is remembered of the file of a brief. The brief itself is in the desk.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) sha256: Option<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) text: Option<String>,
    /// The text of its article.
    pub(super) article: Option<PathBuf>,
}

/// What was found where a brief should be.
enum Found {
    Same,
    Gone,
    Trouble(String),
    Read(Box<One>, Option<String>),
}

impl Memory {
    /// Reads the briefs that have changed, or all of them; how many.
    pub(super) fn read_briefs(&mut self, due: &BTreeSet<Key>, all: bool) -> usize {
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

    /// Puts what was found in its place; how many files were read.
    fn take_briefs(&mut self, found: impl Iterator<Item = (PathBuf, Found)>) -> usize {
        let (mut replaced, mut fresh, mut files) = (BTreeSet::new(), Vec::new(), 0);
        for (path, found) in found {
            let mut trouble = None;
            match found {
                Found::Same => {}
                Found::Trouble(error) => trouble = Some(error),
                Found::Gone => {
                    self.briefs.remove(&path);
                    replaced.insert(path.clone());
                }
                Found::Read(one, sha256) => {
                    files += 1;
                    if let Some(brief) = self.take_brief(&path, *one, sha256) {
                        fresh.push(brief);
                        replaced.insert(path.clone());
                    }
                }
            }
            self.trouble.at(&path, trouble);
        }
        // A brief that is broken now stays in the desk as it was when it was good.
        self.desk.briefs.retain(|brief| !replaced.contains(&brief.path));
        self.desk.briefs.extend(fresh);
        self.desk.sort();
        files
    }

    /// Remembers what was found in a file; the brief, if it can be used.
    fn take_brief(&mut self, path: &Path, one: One, sha256: Option<String>) -> Option<Brief> {
        let before = self.briefs.remove(path);
        let article = match &one.brief {
            Some(brief) => check::article_path(brief),
            None => before.and_then(|kept| kept.article),
        };
        self.look.add(Kind::Article, article.clone());
        let text = one.text.map(|(_, text)| text);
        self.briefs.insert(path.to_owned(), Kept { sha256, diagnostics: one.diagnostics, text, article });
        one.brief
    }
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
