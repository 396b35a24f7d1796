//! Where the parts of a brief stand on its page.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::model::Id;

/// The anchor of a part: what it is and its id. Templates see `fact-on-duty`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor<'v> {
    kind: &'static str,
    id: &'v Id,
}

impl<'v> Anchor<'v> {
    pub(crate) fn new(kind: &'static str, id: &'v Id) -> Self {
        Self { kind, id }
    }

    /// What it is put together from: small letters, digits and hyphens.
    pub(crate) fn pieces(&self) -> [&'v str; 3] {
        [self.kind, "-", self.id.as_str()]
    }
}

impl fmt::Display for Anchor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces().iter().try_for_each(|piece| f.write_str(piece))
    }
}

impl Serialize for Anchor<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Anchor<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Anchor".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}
