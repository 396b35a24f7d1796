//! Text → raw records with places. The only module that names the YAML crate.

mod decode;
mod everyday;
pub mod list;
mod lost;
pub(crate) mod place;
mod problems;
pub mod raw;
pub mod raw_edition;
pub mod raw_settings;
mod record;
mod scalar;
mod tree;

pub(crate) use problems::Problems;

use decode::Decode;
use everyday::Keyed;
use raw::RawBrief;
use raw_edition::RawEdition;

use raw_settings::RawSettings;

use crate::diagnostic::{Diagnostic, codes};
use crate::source::SourceFile;
use crate::span::Spanned;

/// Reads a file as it is written, without following references.
///
/// # Errors
/// Everything that is wrong with its form.
pub fn read(file: &SourceFile) -> Result<RawBrief, Vec<Diagnostic>> {
    let mut problems = Problems::new(file);
    match brief(&mut problems) {
        Some(raw) if !problems.found.iter().any(Diagnostic::is_error) => Ok(raw.value),
        _ => Err(problems.found),
    }
}

/// Reads the settings of a desk as they are written. An empty file settles nothing, which is fine.
pub(crate) fn settings(problems: &mut Problems<'_>) -> Option<RawSettings> {
    if problems.file.text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return None;
    }
    record(problems).map(|settings| settings.value)
}

/// Reads an edition as it is written.
pub(crate) fn edition(problems: &mut Problems<'_>) -> Option<RawEdition> {
    let edition = record(problems).map(|edition| edition.value);
    // That a file is empty is said with how to begin a brief.
    for empty in problems.found.iter_mut().filter(|it| it.code.id == codes::EMPTY.id) {
        empty.help = vec![
            "an edition begins with `schema: 1`, and has at least one of `note`, `pin`, `order`, `leave_out`"
                .to_owned(),
        ];
    }
    edition
}

/// Reads a brief as it is written, reporting every problem. `None` means that there is nothing to go on with.
pub(crate) fn brief(problems: &mut Problems<'_>) -> Option<Spanned<RawBrief>> {
    record(problems)
}

/// Reads a record: from the text itself where nothing can be reported of it, and else from its tree.
fn record<'t, T: Decode + Keyed<'t>>(problems: &mut Problems<'t>) -> Option<Spanned<T>> {
    let at_once = if problems.may_hide() { None } else { everyday::record(&problems.file.text) };
    at_once.or_else(|| {
        let root = tree::parse(problems)?;
        decode::decode_spanned(&root, problems)
    })
}
