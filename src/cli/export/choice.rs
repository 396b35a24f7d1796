//! What is exported: a brief by its file or its id, or a day.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::slice;
use std::sync::atomic::AtomicUsize;

use super::super::daily::no_brief_of;
use super::super::reading::{Settled, desk_at, desk_of, home_of};
use crate::desk::{Desk, Index, Reading};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::model::{Brief, CivilDate, Register};
use crate::source;
use crate::suggest::suggest;

/// What was asked for, and of which desk.
pub(super) struct Given<'a> {
    what: &'a str,
    /// The file, where one was named.
    file: Option<&'a Path>,
    /// The desk's folder.
    pub(super) desk: PathBuf,
    /// Whether the file belongs to no desk.
    alone: bool,
}

/// What is exported.
pub(super) enum Chosen {
    /// The brief in this file.
    Brief(PathBuf),
    /// The daily brief of this day.
    Day(CivilDate),
}

impl<'a> Given<'a> {
    pub(super) fn new(what: &'a str, desk: Option<&Path>) -> Self {
        let path = Path::new(what);
        let is_file =
            path.components().count() > 1 || path.extension().is_some_and(|it| it == "yaml" || it == "yml");
        let file = is_file.then_some(path);
        let its_desk = desk.map(Path::to_owned).or_else(|| file.and_then(desk_of));
        let desk = its_desk.clone().unwrap_or_else(|| match file {
            Some(file) => home_of(file, None),
            None => desk_at(".".into()),
        });
        Self { what, file, desk, alone: is_file && its_desk.is_none() }
    }

    /// The file that was named, if it belongs to no desk.
    pub(super) fn lone(&self) -> Option<&Path> {
        self.file.filter(|_| self.alone)
    }

    /// Reads the desk with every rule applied, or the one file that belongs to none.
    pub(super) fn read(&self, settled: &Settled, done: &AtomicUsize) -> Result<Reading, Error> {
        if let Some(file) = self.lone() {
            return settled.briefs(&[file.to_owned()], done, &source::read);
        }
        match self.file {
            Some(_) => settled.briefs(&source::find(slice::from_ref(&self.desk))?, done, &source::read),
            None => settled.desk(&self.desk, done),
        }
    }

    /// What was meant.
    pub(super) fn choose(&self, reading: &Reading) -> Result<Chosen, Error> {
        if let Some(file) = self.file {
            return self.brief_in(file, reading);
        }
        let briefs: Vec<_> =
            reading.desk.briefs.iter().filter(|brief| brief.id.to_string() == self.what).collect();
        let day = CivilDate::parse(self.what).ok();
        let is_day = day.is_some_and(|day| reading.desk.briefs.iter().any(|it| it.date.value == day));
        match (briefs.as_slice(), day) {
            ([brief], Some(_)) if is_day => Err(self.twofold("a brief and a day", &[brief])),
            ([brief], _) => Ok(Chosen::Brief(brief.path.clone())),
            ([_, ..], _) => Err(self.twofold("several briefs", &briefs)),
            // What is wrong with a brief may be its day: then it is told, and that is all.
            ([], Some(day)) if is_day || reading.has_errors() => Ok(Chosen::Day(day)),
            ([], Some(day)) => Err(self.no_day(day, &reading.desk)),
            ([], None) => self.unusable(reading).ok_or_else(|| self.unknown(&reading.desk)),
        }
    }

    /// The brief in a file, as the desk names it.
    fn brief_in(&self, file: &Path, reading: &Reading) -> Result<Chosen, Error> {
        let real = file.canonicalize().map_err(|source| Error::io("read", file, source))?;
        let is_it = |path: &&PathBuf| path.canonicalize().is_ok_and(|path| path == real);
        let known = reading.desk.briefs.iter().map(|brief| &brief.path);
        let broken = reading.diagnostics.iter().map(|it| &it.path);
        let path = known.chain(broken).find(is_it);
        path.map(|path| Chosen::Brief(path.clone())).ok_or_else(|| {
            Error::Message(format!("{} is no brief of the desk in {}", file.display(), self.desk.display()))
        })
    }

    /// The file of this name that has so much wrong with it that it is no brief.
    fn unusable(&self, reading: &Reading) -> Option<Chosen> {
        let named = |it: &&Diagnostic| it.is_error() && it.path.file_stem().is_some_and(|it| it == self.what);
        reading.diagnostics.iter().find(named).map(|it| Chosen::Brief(it.path.clone()))
    }

    fn twofold(&self, kinds: &str, briefs: &[&Brief]) -> Error {
        let paths: Vec<_> = briefs.iter().map(|brief| brief.path.display().to_string()).collect();
        Error::Message(format!(
            "`{}` is {kinds}; name the file of the brief: {}",
            self.what,
            paths.join(", ")
        ))
    }

    fn no_day(&self, day: CivilDate, desk: &Desk) -> Error {
        if desk.briefs.is_empty() {
            return Error::Message(format!("there are no briefs in {}", self.desk.display()));
        }
        Error::Message(no_brief_of(&Index::of(desk, &Register::default()), day, day))
    }

    fn unknown(&self, desk: &Desk) -> Error {
        let ids: Vec<_> = desk.briefs.iter().map(|brief| brief.id.to_string()).collect();
        let near = suggest(self.what, ids.iter().map(String::as_str));
        let help = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        Error::Message(format!("there is no brief `{}` in {}{help}", self.what, self.desk.display()))
    }
}

impl Chosen {
    /// What stands in the way, and what is doubtful about it. A page of one brief does not wait for another brief to be mended; a
    /// daily brief does, since nobody knows which day a broken one is of.
    pub(super) fn diagnostics(&self, reading: &Reading, settled: &Settled) -> Vec<Diagnostic> {
        let mut here = self.paths(&reading.desk);
        here.extend(settled.texts().map(|(path, _)| path));
        let is_day = matches!(self, Self::Day(_));
        let matters = |it: &&Diagnostic| here.contains(&it.path) || is_day && it.is_error();
        reading.diagnostics.iter().filter(matters).cloned().collect()
    }

    /// The files that it is made from.
    pub(super) fn paths(&self, desk: &Desk) -> BTreeSet<PathBuf> {
        match self {
            Self::Brief(path) => [path.clone()].into(),
            Self::Day(day) => {
                let briefs = desk.briefs.iter().filter(|brief| brief.date.value == *day);
                let edition = desk.editions.get(day).map(|edition| edition.path.clone());
                briefs.map(|brief| brief.path.clone()).chain(edition).collect()
            }
        }
    }

    /// Whether anything of it is in a desk.
    pub(super) fn is_in(&self, desk: &Desk) -> bool {
        desk.briefs.iter().any(|brief| match self {
            Self::Brief(path) => brief.path == *path,
            Self::Day(day) => brief.date.value == *day,
        })
    }
}
