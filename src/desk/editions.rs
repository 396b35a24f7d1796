//! The editions of a desk: `briefs/daily/DATE.yaml`.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Desk, Reading};
use crate::diagnostic::{self, Diagnostic, codes};
use crate::error::Error;
use crate::model::{Brief, Edition, Id};
use crate::source::{self, SourceFile};
use crate::suggest::suggest;
use crate::validate::edition;

/// The file of an edition by itself.
#[derive(Debug)]
pub struct One {
    /// The edition, if it is one.
    pub edition: Option<Edition>,
    /// Everything that is wrong with it by itself.
    pub diagnostics: Vec<Diagnostic>,
    /// The file, if it is text.
    pub file: Option<SourceFile>,
}

/// Reads the editions of the desk in `folder` into a reading of all its briefs.
///
/// # Errors
/// When a file cannot be read at all.
pub fn read(folder: &Path, reading: &mut Reading) -> Result<(), Error> {
    // A brief that could not be used is not missing: its own errors say enough.
    let has_all_briefs = !reading.has_errors();
    for path in source::editions(folder)? {
        reading.files += 1;
        let one = one(source::read(&path)?);
        let found = place(&one, &mut reading.desk, has_all_briefs);
        if let Some(file) = one.file.filter(|_| !found.is_empty()) {
            reading.texts.insert(file.path, file.text);
        }
        reading.diagnostics.extend(found);
    }
    diagnostic::sort(&mut reading.diagnostics);
    Ok(())
}

/// What a file that has been read is by itself.
#[must_use]
pub fn one(read: Result<SourceFile, Diagnostic>) -> One {
    match read {
        Ok(file) => {
            let (edition, diagnostics) = edition(&file);
            One { edition, diagnostics, file: Some(file) }
        }
        Err(diagnostic) => One { edition: None, diagnostics: vec![diagnostic], file: None },
    }
}

/// Holds an edition against the briefs of its desk, and gives it its place there if nothing stands in the way. Returns everything
/// that is wrong with it. Only a desk that `has_all_briefs` can say that one is missing.
pub fn place(one: &One, desk: &mut Desk, has_all_briefs: bool) -> Vec<Diagnostic> {
    let mut diagnostics = one.diagnostics.clone();
    let Some(edition) = &one.edition else { return diagnostics };
    if has_all_briefs {
        diagnostics.extend(unknown_briefs(edition, &desk.briefs));
        diagnostics.extend(of_no_day(edition, &desk.briefs));
    }
    diagnostics.extend(second_of_day(edition, &desk.editions));
    if !diagnostics.iter().any(Diagnostic::is_error) {
        desk.editions.entry(edition.date).or_insert_with(|| edition.clone());
    }
    diagnostics
}

/// An edition names briefs of its day.
fn unknown_briefs(edition: &Edition, briefs: &[Brief]) -> Vec<Diagnostic> {
    let of_day: BTreeMap<&Id, &Brief> = briefs
        .iter()
        .filter(|brief| brief.date.value == edition.date)
        .map(|brief| (&brief.id, brief))
        .collect();
    let unknown = edition.named().filter(|id| !of_day.contains_key(&id.value));
    let report = |id: &crate::span::Spanned<Id>| {
        let message = format!("{} has no brief `{}`", edition.date, id.value);
        let diagnostic = Diagnostic::new(&codes::UNKNOWN_REFERENCE, &edition.path, id.span, message);
        // Nobody means what stands there already.
        let meant = of_day.keys().filter(|id| edition.named().all(|named| named.value != ***id));
        match suggest(id.value.as_str(), meant.map(|id| id.as_str())) {
            Some(near) => diagnostic.with_help(format!("did you mean `{near}`?")),
            None => {
                diagnostic.with_help("take it out of the edition, if the brief is gone or of another day")
            }
        }
    };
    unknown.map(report).collect()
}

/// A day without briefs has no page that an edition could be seen on.
fn of_no_day(edition: &Edition, briefs: &[Brief]) -> Option<Diagnostic> {
    // Where the edition names briefs, it has been said that they are not there.
    if edition.named().next().is_some() || briefs.iter().any(|brief| brief.date.value == edition.date) {
        return None;
    }
    let (code, path) = (&codes::NO_EFFECT_OF_EDITION, &edition.path);
    let diagnostic = if let Some((note, _)) = &edition.note {
        let message = format!("{} has no briefs, so no page will show this note", edition.date);
        Diagnostic::new(code, path, note.span, message)
    } else {
        let message = format!("{} has no briefs, so nothing will come of this edition", edition.date);
        Diagnostic::of_file(code, path, message)
    };
    Some(diagnostic.with_help("name the file by a day that has briefs, or wait for them"))
}

fn second_of_day(
    edition: &Edition,
    known: &BTreeMap<crate::model::CivilDate, Edition>,
) -> Option<Diagnostic> {
    let first = known.get(&edition.date)?;
    let message = format!("{} has an edition already: {}", edition.date, first.path.display());
    let diagnostic = Diagnostic::of_file(&codes::DUPLICATE_ID, &edition.path, message);
    Some(diagnostic.with_help("put both into one file"))
}
