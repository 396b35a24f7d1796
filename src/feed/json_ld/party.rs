//! People, organisations, places and what they are called.

use std::borrow::Cow;

use serde::Serialize;

use crate::feed::{line, other_names};
use crate::json::Plain;
use crate::locale::Locale;
use crate::markdown::visible;
use crate::model::{Entity, EntityKind, Source, SourceKind};
use crate::view::party_name;

/// What bears a name.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Thing<'b> {
    #[serde(rename = "@type")]
    kind: Plain<&'static str>,
    name: Cow<'b, str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<Cow<'b, str>>,
}

impl<'b> Thing<'b> {
    /// Something of which the name alone is known.
    pub(super) fn named(name: Cow<'b, str>) -> Self {
        Self { kind: Plain("Thing"), name, alternate_name: Vec::new() }
    }

    pub(super) fn entity(entity: &'b Entity) -> Self {
        let kind = match entity.kind {
            EntityKind::Person => "Person",
            EntityKind::Organization => "Organization",
            EntityKind::Place => "Place",
        };
        Self { kind: Plain(kind), name: line(&entity.name.value), alternate_name: other_names(entity) }
    }
}

/// Who says something. One who is not named has a description and no name, and is of no kind, for nobody said whether the description
/// is one person's.
#[derive(Serialize)]
pub(super) struct Party<'b> {
    #[serde(rename = "@type")]
    kind: Plain<&'static str>,
    name: Option<Cow<'b, str>>,
    description: Option<String>,
}

impl<'b> Party<'b> {
    pub(super) fn organization(name: Cow<'b, str>) -> Self {
        Self { kind: Plain("Organization"), name: Some(name), description: None }
    }

    pub(super) fn source(source: &'b Source, locale: &Locale) -> Self {
        let kind = match source.kind {
            SourceKind::Person => "Person",
            SourceKind::Official | SourceKind::Outlet | SourceKind::Agency => "Organization",
            SourceKind::Document => "CreativeWork",
            SourceKind::Anonymous => {
                let description = visible(&party_name(source, locale)).into_owned();
                return Self { kind: Plain("Thing"), name: None, description: Some(description) };
            }
        };
        Self { kind: Plain(kind), name: Some(line(&source.name.value)), description: None }
    }
}
