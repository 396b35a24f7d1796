//! `attache init`

use std::path::PathBuf;

use clap::Args;

use super::Outcome;
use super::console::Console;
use crate::error::Error;
use crate::output::{Overwrite, write_file};
use crate::{prompt, schema, settings};

const EXAMPLES: &str = "\
Examples:
  attache init                      a desk in the folder you stand in
  attache init watch && cd watch && attache build

A file that is there already is left alone.";

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

impl Init {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let files = [
            (settings::FILE, SETTINGS.to_owned()),
            ("briefs/2025-03-05-lake-oro-ferry.yaml", prompt::EXAMPLE.to_owned()),
            ("brief.schema.json", schema::brief()?),
            ("attache.schema.json", schema::settings()?),
            (".gitignore", "site/\n".to_owned()),
        ];
        for (name, text) in files {
            let path = self.desk.join(name);
            if path.exists() {
                console.message(&format!("kept     {}", path.display()))?;
            } else {
                write_file(&path, text.as_bytes(), Overwrite::No)?;
                console.message(&format!("written  {}", path.display()))?;
            }
        }
        console.message("`attache build` makes the site; `attache new TITLE` starts a brief")?;
        Ok(Outcome::Fine)
    }
}
