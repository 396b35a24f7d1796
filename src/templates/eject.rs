//! Copies of built-in templates for a desk to change.

use crate::diff::unified;
use crate::error::Error;
use crate::render::{TemplateSet, header};
use crate::suggest::suggest;

/// A built-in template with a head that records where it is from.
///
/// # Errors
/// When there is no built-in template of this name.
pub fn copy(name: &str, templates: &TemplateSet) -> Result<String, Error> {
    let text = templates.built_in_text(name).ok_or_else(|| unknown(name, templates))?;
    Ok(header::with_header(name, text))
}

/// What is different in the desk's own template, from the built-in one; empty where nothing is.
///
/// # Errors
/// When either of them is missing.
pub fn diff(name: &str, templates: &TemplateSet) -> Result<String, Error> {
    let built_in = templates.built_in_text(name).ok_or_else(|| unknown(name, templates))?;
    let own = templates.text(name);
    let own = own.ok_or_else(|| Error::Message(format!("the desk has no {name} of its own")))?;
    Ok(unified(name, built_in, header::split(name, own).1))
}

/// The template that pages are made of under this name; `builtin/NAME` is the built-in one in any case.
///
/// # Errors
/// When there is none.
pub fn show<'t>(name: &str, templates: &'t TemplateSet) -> Result<&'t str, Error> {
    let found = templates.text(name).or_else(|| templates.built_in_text(name));
    found.ok_or_else(|| unknown(name, templates))
}

fn unknown(name: &str, templates: &TemplateSet) -> Error {
    let near = suggest(name, templates.built_ins());
    let help = near.map_or_else(
        || "`attache templates list` has the names".to_owned(),
        |near| format!("did you mean {near}?"),
    );
    Error::Message(format!("there is no built-in template {name}; {help}"))
}
