//! Which templates there are, where each comes from, and how a desk's own stands to the built-in one.

use std::path::PathBuf;

use serde::Serialize;

use crate::contract::is_output;
use crate::render::{TemplateSet, header};
use crate::settings::Settings;

/// A template, or another file of the look.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Where it comes from.
    pub from: From,
    /// The file, where it is the desk's own.
    pub path: Option<PathBuf>,
    /// Whether it stands in the place of a built-in one.
    pub overrides: bool,
    /// How it stands to the built-in one; nothing is to be said of one that is built in.
    pub state: Option<State>,
    /// The version of the tool that it was copied from, where that is known.
    pub copied_from: Option<String>,
}

/// Where a template comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum From {
    /// It is built in.
    BuiltIn,
    /// It is the desk's own.
    Desk,
}

/// How a template of a desk stands to the built-in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It says the same.
    Same,
    /// It says something else, and the built-in one is the one that it was copied from.
    Changed,
    /// The built-in one has changed since it was copied.
    BuiltInChanged,
    /// It was not copied, so nobody knows which built-in one it was made for.
    Unknown,
    /// There is no built-in one.
    New,
    /// It makes a file of each brief, as the settings say.
    Output,
    /// It could make a file of each brief, and the settings do not name it.
    NotListed,
}

impl State {
    /// What it means, in words.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Same => "the same as the built-in one",
            Self::Changed => "changed since it was copied",
            Self::BuiltInChanged => "the built-in one has changed since it was copied",
            Self::Unknown => "not copied by `attache templates eject`",
            Self::New => "has no built-in one",
            Self::Output => "makes a file of each brief",
            Self::NotListed => "makes a file of each brief once `outputs` in attache.yaml names it",
        }
    }
}

/// Every template by name, with those of the desk in the place of built-in ones.
#[must_use]
pub fn list(templates: &TemplateSet, settings: &Settings) -> Vec<Entry> {
    let built_in = templates.built_ins().filter(|name| templates.text(name).is_none()).map(|name| Entry {
        name: name.to_owned(),
        from: From::BuiltIn,
        path: None,
        overrides: false,
        state: None,
        copied_from: None,
    });
    let mut entries: Vec<_> =
        built_in.chain(templates.own().map(|name| own(name, templates, settings))).collect();
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}

fn own(name: &str, templates: &TemplateSet, settings: &Settings) -> Entry {
    let (header, body) = header::split(name, templates.text(name).unwrap_or_default());
    let built_in = templates.built_in_text(name);
    let state = match (built_in, &header) {
        (Some(built_in), _) if built_in == body => State::Same,
        (Some(built_in), Some(header)) if header.digest == header::digest(built_in) => State::Changed,
        (Some(_), Some(_)) => State::BuiltInChanged,
        (Some(_), None) => State::Unknown,
        (None, _) if is_output(name) => {
            let listed = settings.brief_outputs.iter().any(|output| output.value == name);
            if listed { State::Output } else { State::NotListed }
        }
        (None, _) => State::New,
    };
    Entry {
        name: name.to_owned(),
        from: From::Desk,
        path: Some(templates.path(name)),
        overrides: built_in.is_some(),
        state: Some(state),
        copied_from: header.map(|header| header.version),
    }
}
