//! Where the parts of a brief stand on its page.

use std::fmt;

use super::written::as_text;
use crate::json;
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

as_text!(Anchor<'_>, "Anchor", |anchor, serializer| json::plain(&anchor.pieces().concat(), serializer));
