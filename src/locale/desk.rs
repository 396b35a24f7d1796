//! A desk's own catalogues: `locales/xx.ftl`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::Locales;
use super::builtin::{self, messages};
use super::catalogue::{self, Messages, place};
use super::pattern::Pattern;
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
            let messages = checked(&file, &lang, &mut reading.diagnostics);
            own.insert(lang, messages);
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

/// The messages of a catalogue that pages know and can use.
fn checked(file: &SourceFile, lang: &Lang, diagnostics: &mut Vec<Diagnostic>) -> Messages {
    let (mut found, faults) = catalogue::read(&file.text);
    let told = |span, message| Diagnostic::new(&codes::CATALOGUE, &file.path, span, message);
    diagnostics.extend(faults.into_iter().map(|it| told(it.span, it.message)));
    found.retain(|id, pattern| {
        let wrong = wrong(&file.text, lang, id, pattern);
        let fits = wrong.is_none();
        diagnostics.extend(wrong.map(|it| told(it.span, it.message).with_help_opt(it.help)));
        fits
    });
    found
}

/// What is wrong with a message.
struct Wrong {
    span: Span,
    message: String,
    help: Option<String>,
}

fn wrong(text: &str, lang: &Lang, id: &str, pattern: &Pattern) -> Option<Wrong> {
    let known = messages("en");
    let Some(model) = known.and_then(|known| known.get(id)) else {
        let near = suggest(id, known.into_iter().flat_map(|it| it.keys().map(String::as_str)));
        let help = near.map(|near| format!("did you mean `{near}`?"));
        return Some(Wrong { span: place(text, id), message: format!("pages have no message `{id}`"), help });
    };
    unknown_value(text, id, pattern, model)
        .or_else(|| {
            let name = missing(model, pattern)?;
            let message = format!("the message `{id}` leaves out `${name}`");
            let help = Some("a page would not say what this stands for".to_owned());
            Some(Wrong { span: place(text, id), message, help })
        })
        .or_else(|| unknown_category(text, lang, id, pattern))
}

/// A value that pages do not give the message.
fn unknown_value(text: &str, id: &str, pattern: &Pattern, model: &Pattern) -> Option<Wrong> {
    let (given, used) = (model.values(), pattern.values());
    let name = used.into_iter().find(|name| !given.contains(name))?;
    let near = suggest(name, given.iter().copied()).or(given.first().copied());
    Some(Wrong {
        span: part(text, id, &format!("${name}")),
        message: format!("the message `{id}` has no variable `${name}`"),
        help: near.map(|near| format!("did you mean `${near}`?")),
    })
}

/// A form for a category of numbers that the language does not have, so that it would never be said.
fn unknown_category(text: &str, lang: &Lang, id: &str, pattern: &Pattern) -> Option<Wrong> {
    let used = pattern.categories();
    let known = if used.is_empty() { Vec::new() } else { super::categories(lang) };
    let name = used.into_iter().find(|name| !known.contains(name))?;
    let forms: Vec<_> = known.iter().map(|name| format!("`{name}`")).collect();
    Some(Wrong {
        span: part(text, id, &format!("[{name}]")),
        message: format!("`{lang}` has no form `{name}` of a number"),
        help: Some(format!("it has {}, and every number may have its own: `[0]`", forms.join(", "))),
    })
}

/// A value that a message leaves out. A number may stand in the words of the form for it, as in “one person”; nothing else may be
/// lost, and no other number.
pub(super) fn missing<'m>(model: &'m Pattern, pattern: &Pattern) -> Option<&'m str> {
    let is_number = |name: &&str| matches!(*name, "count" | "number");
    let said = pattern.always();
    let lost = model.values().into_iter().find(|name| !is_number(name) && !said.contains(name));
    let number = || {
        let said = pattern.by_default();
        model.by_default().into_iter().find(is_number).filter(|_| !said.iter().any(is_number))
    };
    lost.or_else(number)
}

/// Where a part of a message stands; the whole message where it cannot be found.
fn part(text: &str, id: &str, wanted: &str) -> Span {
    let message = place(text, id);
    let rest = text.get(message.end()..).unwrap_or_default();
    rest.find(wanted).map_or(message, |at| {
        let start = message.end() + at;
        Span::new(start, start + wanted.len())
    })
}
