//! The JSON Schema of the input, made from the records that decode it.

use schemars::Schema;
use schemars::generate::SchemaSettings;

use crate::error::Error;
use crate::load::raw::RawBrief;

/// The JSON Schema (draft 7, which editors know best) of a brief, as text with a line break at its end.
///
/// # Errors
/// When it cannot be written as JSON, which no schema of ours has done yet.
pub fn json() -> Result<String, Error> {
    let schema = root();
    let text = serde_json::to_string_pretty(&schema)
        .map_err(|error| Error::Message(format!("cannot write the schema: {error}")))?;
    Ok(text + "\n")
}

/// The JSON Schema of a brief.
pub(crate) fn root() -> Schema {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<RawBrief>();
    schema.insert("title".to_owned(), "attache brief, schema 1".into());
    schema
}
