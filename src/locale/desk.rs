//! A desk's own catalogues: `locales/xx.ftl`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::Locales;
use super::builtin::{self, messages};
use super::catalogue::{self, Messages, place};
use crate::diagnostic::{Diagnostic, codes};
use crate::error::Error;
use crate::model::Lang;
use crate::source::{self, SourceFile};
use crate::span::Span;
use crate::suggest::suggest;

/// The folder of a desk that holds its catalogues.
pub const FOLDER: &str = "locales";

/// The languages of a desk, with everything that is wrong with its catalogues.
#[derive(Debug, Default)]
pub struct Reading {
    /// The languages.
    pub locales: Locales,
    /// Everything that is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The files.
    pub files: Vec<SourceFile>,
}

/// Reads the catalogues of the desk in this folder.
///
/// # Errors
/// When the folder or a file in it is there and cannot be read.
pub fn read(desk: &Path) -> Result<Reading, Error> {
    let mut reading = Reading::default();
    let mut own = BTreeMap::new();
    for path in find(desk)? {
        let file = match source::read(&path)? {
            Ok(file) => file,
            Err(diagnostic) => {
                reading.diagnostics.push(diagnostic);
                continue;
            }
        };
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if let Some(lang) = Lang::parse(&stem) {
            own.insert(lang, checked(&file, &mut reading.diagnostics));
        } else {
            let message = format!("`{stem}` is not a language tag");
            let help = "a catalogue is called by its language: `tr.ftl`, `de.ftl`";
            let diagnostic = Diagnostic::of_file(&codes::BAD_LANG, &path, message);
            reading.diagnostics.push(diagnostic.with_help(help));
        }
        reading.files.push(file);
    }
    if !own.is_empty() {
        reading.locales = builtin::locales(&own);
    }
    Ok(reading)
}

/// The catalogues of a desk, in order.
fn find(desk: &Path) -> Result<Vec<PathBuf>, Error> {
    let folder = desk.join(FOLDER);
    let folder = folder.strip_prefix(".").unwrap_or(&folder);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let unreadable = |error| Error::io("read", folder, error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The messages of a catalogue that pages know, each with no other variables than they give it.
fn checked(file: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Messages {
    let (mut found, faults) = catalogue::read(&file.text);
    diagnostics.extend(
        faults.into_iter().map(|it| Diagnostic::new(&codes::CATALOGUE, &file.path, it.span, it.message)),
    );
    let known = messages("en");
    let help = |near: Option<&str>| near.map(|near| format!("did you mean `{near}`?"));
    found.retain(|id, pattern| {
        let Some(model) = known.and_then(|known| known.get(id)) else {
            let near = suggest(id, known.into_iter().flat_map(|it| it.keys().map(String::as_str)));
            let message = format!("pages have no message `{id}`");
            let diagnostic = Diagnostic::new(&codes::CATALOGUE, &file.path, place(&file.text, id), message);
            diagnostics.push(diagnostic.with_help_opt(help(near)));
            return false;
        };
        let (mut given, mut used) = (Vec::new(), Vec::new());
        model.variables(&mut given);
        pattern.variables(&mut used);
        let wrong = used.iter().find(|name| !given.contains(name));
        if let Some(name) = wrong {
            let message = format!("the message `{id}` has no variable `${name}`");
            let span = variable(&file.text, id, name);
            let near = suggest(name, given.iter().map(String::as_str));
            let near = near.or(given.first().map(String::as_str)).map(|near| format!("${near}"));
            let diagnostic = Diagnostic::new(&codes::CATALOGUE, &file.path, span, message);
            diagnostics.push(diagnostic.with_help_opt(help(near.as_deref())));
        } else if let Some(name) = missing(&given, &used) {
            let message = format!("the message `{id}` leaves out `${name}`");
            let diagnostic = Diagnostic::new(&codes::CATALOGUE, &file.path, place(&file.text, id), message);
            diagnostics.push(diagnostic.with_help("a page would not say what this stands for"));
            return false;
        }
        wrong.is_none()
    });
    found
}

/// A value that a message leaves out. A number may stand in the words themselves, as in “one person”; nothing else may be lost.
fn missing<'g>(given: &'g [String], used: &[String]) -> Option<&'g String> {
    given.iter().find(|name| !matches!(name.as_str(), "count" | "number") && !used.contains(name))
}

/// Where a variable stands in a message.
fn variable(text: &str, id: &str, name: &str) -> Span {
    let message = place(text, id);
    let rest = text.get(message.end()..).unwrap_or_default();
    let wanted = format!("${name}");
    rest.find(&wanted).map_or(message, |at| {
        let start = message.end() + at;
        Span::new(start, start + wanted.len())
    })
}
