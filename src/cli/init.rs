//! `attache init`

use std::path::{Path, PathBuf};

use clap::Args;

use super::Outcome;
use super::console::Console;
use crate::error::Error;
use crate::model::Id;
use crate::output::{Overwrite, write_file};
use crate::{prompt, schema, settings};

const EXAMPLES: &str = "\
Examples:
  attache init                      a desk in the folder you stand in
  attache init watch && cd watch && attache build

A file that is there already is left alone, and a folder that has briefs gets no sample.";

/// Make a desk: settings, a sample brief, and the schemas that editors check them with
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Init {
    /// Where
    #[arg(default_value = ".", value_name = "DIR")]
    desk: PathBuf,
}

/// The settings of a new desk: every key with its default.
const SETTINGS: &str = include_str!("../../docs/attache.example.yaml");

/// The key of its id there, which has no default.
const ID: &str = "# id: briefs ";

/// The brief of a new desk, which says that it is invented.
const SAMPLE: &str = "briefs/2025-03-05-lake-oro-ferry.yaml";

impl Init {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        if self.desk.exists() && !self.desk.is_dir() {
            return Err(Error::Message(format!("{} is no folder", self.desk.display())));
        }
        let sample = (!self.has_briefs()).then(|| (SAMPLE, prompt::EXAMPLE.to_owned()));
        let files = [
            (settings::FILE, self.settings()),
            ("brief.schema.json", schema::brief()?),
            ("attache.schema.json", schema::settings()?),
            (".gitignore", "site/\n".to_owned()),
        ];
        let is_new = !self.desk.join(settings::FILE).exists();
        for (name, text) in files.into_iter().chain(sample) {
            let path = self.desk.join(name);
            if path.exists() {
                console.message(&format!("kept     {}", path.display()))?;
            } else {
                write_file(&path, text.as_bytes(), Overwrite::No)?;
                console.message(&format!("written  {}", path.display()))?;
            }
        }
        if let Some(id) = self.id().filter(|_| is_new) {
            console.message(&format!(
                "`id: {id}` is what feed readers and calendars know this desk by, for ever: if another desk could be called so, choose \
                 another id before the first publication"
            ))?;
        }
        console.message("`attache build` makes the site; `attache new TITLE` starts a brief")?;
        Ok(Outcome::Fine)
    }

    /// The id of a new desk is the name of its folder, if an id can be made of that. In quotation marks it is no number, and nothing else
    /// that YAML knows.
    fn settings(&self) -> String {
        match self.id() {
            Some(id) => SETTINGS.replacen(ID, &format!("id: \"{id}\" "), 1),
            None => SETTINGS.to_owned(),
        }
    }

    fn id(&self) -> Option<Id> {
        self.folder().and_then(|name| Id::slug(&name))
    }

    /// The name of the folder, as it was given; that of where one stands, for `.`.
    fn folder(&self) -> Option<String> {
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        name(&self.desk).or_else(|| name(&self.desk.canonicalize().ok()?))
    }

    /// Whether there is anything in the folder of briefs: an invented one would be published beside it.
    fn has_briefs(&self) -> bool {
        std::fs::read_dir(self.desk.join("briefs")).is_ok_and(|mut files| files.next().is_some())
    }
}
