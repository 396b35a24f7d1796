//! The editions of a desk: `briefs/daily/DATE.yaml`.

use std::collections::BTreeMap;
use std::path::Path;

use super::Reading;
use crate::diagnostic::{self, Diagnostic, codes};
use crate::error::Error;
use crate::model::{Brief, Edition, Id};
use crate::source;
use crate::suggest::suggest;
use crate::validate::edition;

/// Reads the editions of the desk in `folder` into a reading of all its briefs.
///
/// # Errors
/// When a file cannot be read at all.
pub fn read(folder: &Path, reading: &mut Reading) -> Result<(), Error> {
    let mut found = Vec::new();
    // A brief that could not be used is not missing: its own errors say enough.
    let has_all_briefs = !reading.has_errors();
    for path in source::editions(folder)? {
        reading.files += 1;
        let file = match source::read(&path)? {
            Ok(file) => file,
            Err(diagnostic) => {
                found.push(diagnostic);
                continue;
            }
        };
        let (edition, mut diagnostics) = edition(&file);
        if let Some(edition) = edition {
            if has_all_briefs {
                diagnostics.extend(unknown_briefs(&edition, &reading.desk.briefs));
            }
            diagnostics.extend(second_of_day(&edition, &reading.desk.editions));
            if !diagnostics.iter().any(Diagnostic::is_error) {
                reading.desk.editions.entry(edition.date).or_insert(edition);
            }
        }
        if !diagnostics.is_empty() {
            found.extend(diagnostics);
            reading.texts.insert(file.path, file.text);
        }
    }
    reading.diagnostics.extend(found);
    diagnostic::sort(&mut reading.diagnostics);
    Ok(())
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
        match suggest(id.value.as_str(), of_day.keys().map(|id| id.as_str())) {
            Some(near) => diagnostic.with_help(format!("did you mean `{near}`?")),
            None => diagnostic,
        }
    };
    unknown.map(report).collect()
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
