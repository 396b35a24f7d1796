//! Files → the briefs of a desk, some files together.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{self, AtomicUsize};

use rayon::prelude::*;

use super::{Desk, in_order, same_ids};
use crate::diagnostic::{self, Diagnostic};
use crate::error::Error;
use crate::model::Brief;
use crate::source::SourceFile;
use crate::validate::{Inherited, Validated, validate};

/// How many files are read together: enough for the code of each step to be fetched seldom, and so few that what one step leaves for the
/// next is still at hand.
const FILES_TOGETHER: usize = 4;

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

impl Reading {
    /// Whether anything of error severity is wrong.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Reads the file at a path.
pub type Open<'o> = dyn Fn(&Path) -> Result<Result<SourceFile, Diagnostic>, Error> + Sync + 'o;

/// What was found in one brief while its text was at hand.
pub type Inspection = Vec<Diagnostic>;

/// Looks at some briefs while their texts are at hand: grounding and the rules, which come after this stage. What is found out about
/// their quotes is kept in the briefs. There is one result for each, in their order.
pub type Inspect<'i> = dyn Fn(&mut [(&SourceFile, &mut Brief)]) -> Vec<Result<Inspection, Error>> + Sync + 'i;

/// Reads the files at these paths, side by side; `done` counts along, and the good briefs are passed to `inspect`.
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
    let read_and_count = |paths: &[PathBuf]| {
        let read = together(paths, inherited, inspect, open);
        done.fetch_add(paths.len(), atomic::Ordering::Relaxed);
        read
    };
    // Side by side into one list, without lists to be joined; of several errors the first by path is told.
    let mut read = Vec::new();
    paths.par_chunks(FILES_TOGETHER).map(read_and_count).collect_into_vec(&mut read);
    let mut read = read.into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut reading = Reading { files: paths.len(), ..Reading::default() };
    for one in read.iter_mut().flatten().filter(|one| !one.diagnostics.is_empty()) {
        reading.diagnostics.append(&mut one.diagnostics);
        reading.texts.extend(one.text.take());
    }
    reading.desk.briefs = sorted(read.iter_mut().flatten().map(|one| &mut one.brief));
    reading.desk.set_apart();
    reading.diagnostics.extend(same_ids(&reading.desk.briefs));
    diagnostic::sort(&mut reading.diagnostics);
    Ok(reading)
}

/// The briefs that were read, in the order of a desk. Briefs are large: each is moved once, to its place.
fn sorted<'r>(read: impl Iterator<Item = &'r mut Option<Brief>>) -> Vec<Brief> {
    let mut read: Vec<_> = read.filter(|brief| brief.is_some()).collect();
    read.sort_by(|a, b| a.as_ref().zip(b.as_ref()).map_or(Ordering::Equal, |(a, b)| in_order(a, b)));
    let mut briefs = Vec::with_capacity(read.len());
    briefs.extend(read.into_iter().filter_map(Option::take));
    briefs
}

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

/// What a file is by itself.
///
/// # Errors
/// When `inspect` cannot do its work.
pub fn one(file: SourceFile, inherited: &Inherited, inspect: &Inspect<'_>) -> Result<One, Error> {
    let mut draft = Draft::new(Ok(file), inherited);
    let mut good: Vec<_> = draft.good().into_iter().collect();
    let inspections = inspect(&mut good);
    draft.ended(&mut inspections.into_iter())
}

/// What some files are, one step of all of them after the other. Of several errors the first by path is told.
fn together(
    paths: &[PathBuf],
    inherited: &Inherited,
    inspect: &Inspect<'_>,
    open: &Open<'_>,
) -> Result<Vec<One>, Error> {
    let opened: Vec<_> = paths.iter().map(|path| open(path)).collect();
    let draft = |opened: Result<_, _>| opened.map(|opened| Draft::new(opened, inherited));
    let mut drafts: Vec<_> = opened.into_iter().map(draft).collect();
    let mut good: Vec<_> = drafts.iter_mut().filter_map(|draft| draft.as_mut().ok()?.good()).collect();
    let mut inspections = inspect(&mut good).into_iter();
    drafts.into_iter().map(|draft| draft?.ended(&mut inspections)).collect()
}

/// A file on its way to a brief.
struct Draft {
    /// The file, if it could be opened.
    file: Option<SourceFile>,
    validated: Validated,
}

impl Draft {
    fn new(opened: Result<SourceFile, Diagnostic>, inherited: &Inherited) -> Self {
        match opened {
            Ok(file) => Self { validated: validate(&file, inherited), file: Some(file) },
            Err(diagnostic) => {
                Self { file: None, validated: Validated { brief: None, diagnostics: vec![diagnostic] } }
            }
        }
    }

    /// The brief with its file, if it can be used.
    fn good(&mut self) -> Option<(&SourceFile, &mut Brief)> {
        self.file.as_ref().zip(self.validated.brief.as_mut())
    }

    /// What has become of it; where there is a good brief, the next inspection is its own.
    fn ended(self, inspections: &mut impl Iterator<Item = Result<Inspection, Error>>) -> Result<One, Error> {
        let Validated { brief, mut diagnostics } = self.validated;
        if brief.is_some() {
            diagnostics.extend(inspections.next().transpose()?.into_iter().flatten());
        }
        // Let go at once where nothing will be shown of it: a desk of thousands would hold every text otherwise.
        let text = self.file.filter(|_| !diagnostics.is_empty()).map(|file| (file.path, file.text));
        Ok(One { brief, diagnostics, text })
    }
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
        let inspect =
            |briefs: &mut [(&SourceFile, &mut Brief)]| briefs.iter().map(|_| Ok(Vec::new())).collect();
        let read = read(&paths, &Inherited::default(), &AtomicUsize::new(0), &inspect, &open);
        assert_eq!(read.unwrap_err().to_string(), "10.yaml");
    }
}
