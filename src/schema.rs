//! The JSON Schema of the input, made from the records that decode it.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::error::Error;
use crate::load::raw::RawBrief;
use crate::load::raw_edition::RawEdition;
use crate::load::raw_settings::RawSettings;

/// The JSON Schema (draft 7, which editors know best) of a brief, as text with a line break at its end.
///
/// # Errors
/// When it cannot be written as JSON, which no schema of ours has done yet.
pub fn brief() -> Result<String, Error> {
    text(&root())
}

/// The same of `attache.yaml`.
///
/// # Errors
/// As for [`brief`].
pub fn settings() -> Result<String, Error> {
    text(&titled::<RawSettings>("attache.yaml"))
}

/// The same of the edition of a day, `briefs/daily/DATE.yaml`.
///
/// # Errors
/// As for [`brief`].
pub fn edition() -> Result<String, Error> {
    text(&titled::<RawEdition>("attache edition, schema 1"))
}

/// The JSON Schema of a brief.
pub(crate) fn root() -> Schema {
    titled::<RawBrief>("attache brief, schema 1")
}

fn titled<T: JsonSchema>(title: &str) -> Schema {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    schema
}

fn text(schema: &Schema) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(schema)
        .map_err(|error| Error::Message(format!("cannot write the schema: {error}")))?;
    Ok(text + "\n")
}
