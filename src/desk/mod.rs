//! All briefs together.

pub mod carried;
pub mod daily;
pub mod editions;
pub mod happened;
pub mod index;
pub mod last_day;
pub mod overtaken;
pub mod party;
pub mod stories;
pub mod telling;
pub mod thread;
pub mod topic;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{self, AtomicUsize};

use rayon::prelude::*;

use crate::diagnostic::{self, Diagnostic, codes};
use crate::error::Error;
use crate::model::{Brief, CivilDate, Edition, Id};
use crate::source::SourceFile;
use crate::validate::{Inherited, validate};

pub use daily::Daily;
pub use index::Index;
pub use overtaken::Overtaken;
pub use stories::Stories;
pub use thread::Thread;

/// The briefs of a desk, the latest first.
#[derive(Debug, Default)]
pub struct Desk {
    /// The briefs, by date from the latest, then by id.
    pub briefs: Vec<Brief>,
    /// The editor's hand in daily briefs, by day.
    pub editions: BTreeMap<CivilDate, Edition>,
}

/// A desk that has been read, with everything that is wrong with its files.
#[derive(Debug, Default)]
pub struct Reading {
    /// The briefs that can be used.
    pub desk: Desk,
    /// How many files were read.
    pub files: usize,
    /// Everything that is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of the files that something is wrong with, for messages that show them.
    pub texts: BTreeMap<PathBuf, String>,
}

impl Desk {
    /// The briefs from the earliest to the latest; those of a day by id.
    #[must_use]
    pub fn chronological(&self) -> Vec<&Brief> {
        let days: Vec<_> = self.briefs.chunk_by(|a, b| a.date.value == b.date.value).collect();
        days.into_iter().rev().flatten().collect()
    }

    /// The day of the latest brief: what a desk without a clock takes for today.
    #[must_use]
    pub fn today(&self) -> Option<CivilDate> {
        self.briefs.first().map(|brief| brief.date.value)
    }

    /// The briefs that editors left out of the daily briefs of their days.
    pub fn left_out(&self) -> impl Iterator<Item = &Id> {
        self.editions.values().flat_map(|edition| &edition.leave_out).map(|id| &id.value)
    }

    /// Puts the briefs in their order, and tells each whether others are marked otherwise.
    pub fn sort(&mut self) {
        self.briefs.sort_by(in_order);
        self.set_apart();
    }

    /// Tells each brief whether others are marked otherwise: their parts then have labels wherever they stand side by side.
    pub(crate) fn set_apart(&mut self) {
        let mut markings = self.briefs.iter().map(|brief| brief.marking.value);
        let first = markings.next();
        let is_apart = markings.any(|marking| Some(marking) != first);
        self.briefs.iter_mut().for_each(|brief| brief.levels.set_apart(is_apart));
    }
}

/// How two briefs of a desk follow each other.
fn in_order(a: &Brief, b: &Brief) -> Ordering {
    (b.date.value, &a.id, &a.path).cmp(&(a.date.value, &b.id, &b.path))
}

impl Reading {
    /// Whether anything of error severity is wrong.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Reads the files at these paths, side by side; `done` counts along, and each good brief is passed to `inspect`.
/// The result does not depend on the order of reading. `open` reads a file, or knows of a text that stands in its place.
///
/// # Errors
/// When a file cannot be read at all; what is wrong inside files is in the result.
pub fn read(
    paths: &[PathBuf],
    inherited: &Inherited,
    done: &AtomicUsize,
    inspect: &Inspect<'_>,
    open: &Open<'_>,
) -> Result<Reading, Error> {
    let read_and_count = |path: &PathBuf| {
        let one = read_one(path, inherited, inspect, open);
        done.fetch_add(1, atomic::Ordering::Relaxed);
        one
    };
    // Side by side into one list, without lists to be joined; of several errors the first by path is told.
    let mut read = Vec::new();
    paths.par_iter().map(read_and_count).collect_into_vec(&mut read);
    let mut read = read.into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut reading = Reading { files: paths.len(), ..Reading::default() };
    for one in read.iter_mut().filter(|one| !one.diagnostics.is_empty()) {
        reading.diagnostics.append(&mut one.diagnostics);
        reading.texts.extend(one.text.take());
    }
    reading.desk.briefs = sorted(read);
    reading.desk.set_apart();
    reading.diagnostics.extend(same_ids(&reading.desk.briefs));
    diagnostic::sort(&mut reading.diagnostics);
    Ok(reading)
}

/// The briefs that were read, in the order of a desk. Briefs are large: each is moved once, to its place.
fn sorted(mut read: Vec<One>) -> Vec<Brief> {
    let mut order: Vec<_> =
        read.iter().enumerate().filter_map(|(at, one)| Some((one.brief.as_ref()?, at))).collect();
    order.sort_by(|(a, _), (b, _)| in_order(a, b));
    let order: Vec<_> = order.into_iter().map(|(_, at)| at).collect();
    let mut briefs = Vec::with_capacity(order.len());
    briefs.extend(order.into_iter().filter_map(|at| read.get_mut(at)?.brief.take()));
    briefs
}

/// Reads the file at a path.
pub type Open<'o> = dyn Fn(&Path) -> Result<Result<SourceFile, Diagnostic>, Error> + Sync + 'o;

/// What was found in one brief while its text was at hand.
pub type Inspection = Vec<Diagnostic>;

/// Looks at one brief while its text is at hand: grounding and the rules, which come after this stage. What is found out about its quotes
/// is kept in the brief.
pub type Inspect<'i> = dyn Fn(&SourceFile, &mut Brief) -> Result<Inspection, Error> + Sync + 'i;

/// One file by itself.
#[derive(Debug)]
pub struct One {
    /// The brief, if it can be used.
    pub brief: Option<Brief>,
    /// Everything that is wrong with it by itself.
    pub diagnostics: Vec<Diagnostic>,
    /// Its path and text, where anything is wrong.
    pub text: Option<(PathBuf, String)>,
}

fn read_one(
    path: &Path,
    inherited: &Inherited,
    inspect: &Inspect<'_>,
    open: &Open<'_>,
) -> Result<One, Error> {
    match open(path)? {
        Ok(file) => one(file, inherited, inspect),
        Err(diagnostic) => Ok(One { brief: None, diagnostics: vec![diagnostic], text: None }),
    }
}

/// What a file is by itself.
///
/// # Errors
/// When `inspect` cannot do its work.
pub fn one(file: SourceFile, inherited: &Inherited, inspect: &Inspect<'_>) -> Result<One, Error> {
    let mut validated = validate(&file, inherited);
    if let Some(brief) = &mut validated.brief {
        validated.diagnostics.extend(inspect(&file, brief)?);
    }
    // Let go at once where nothing will be shown of it: a desk of thousands would hold every text otherwise.
    let text = (!validated.diagnostics.is_empty()).then_some((file.path, file.text));
    Ok(One { brief: validated.brief, diagnostics: validated.diagnostics, text })
}

/// Two briefs with one id would be written to one page.
#[must_use]
pub fn same_ids(briefs: &[Brief]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut ids: Vec<_> = briefs.iter().map(|brief| &brief.id).collect();
    ids.sort_unstable();
    // As nearly always: paths are long to compare.
    if ids.is_sorted_by(|one, other| one < other) {
        return found;
    }
    let mut seen = BTreeMap::new();
    // By path, so that it is always the same one of the two that is reported.
    let mut by_path: Vec<_> = briefs.iter().collect();
    by_path.sort_by(|a, b| a.path.cmp(&b.path));
    for brief in by_path {
        if let Some(first) = seen.insert(&brief.id, &brief.path) {
            let message = format!("the id `{}` is also that of {}", brief.id, first.display());
            found.push(
                Diagnostic::of_file(&codes::DUPLICATE_BRIEF, &brief.path, message)
                    .with_help("rename one of the files, or give one of the briefs an `id` of its own"),
            );
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_files_that_cannot_be_read_the_first_by_path_is_told() {
        let paths: Vec<PathBuf> = (10..60).map(|number| format!("{number}.yaml").into()).collect();
        // The first to be tried are not the first to fail.
        let open = |path: &Path| {
            if path < Path::new("20.yaml") {
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
            Err(Error::Message(path.display().to_string()))
        };
        let inspect = |_: &SourceFile, _: &mut Brief| Ok(Vec::new());
        let read = read(&paths, &Inherited::default(), &AtomicUsize::new(0), &inspect, &open);
        assert_eq!(read.unwrap_err().to_string(), "10.yaml");
    }
}
