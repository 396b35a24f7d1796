//! `attache schema`

use clap::{Args, ValueEnum};

use super::Outcome;
use super::console::Console;
use crate::error::Error;
use crate::prompt;
use crate::schema;

const EXAMPLES: &str = "\
Examples:
  attache schema > brief.schema.json
  attache schema --of settings > attache.schema.json
  attache schema --prompt           to put before a request to summarise an article";

/// Print the JSON Schema of a brief, for editors and for programs that write briefs
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Schema {
    /// What to describe
    #[arg(long, value_enum, default_value_t = Of::Brief)]
    of: Of,
    /// Describe format and rules in words instead, for whoever or whatever writes briefs
    #[arg(long, conflicts_with = "of")]
    prompt: bool,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// A brief.
    Brief,
    /// The settings of a desk: `attache.yaml`.
    Settings,
    /// An editor's hand in one daily brief: `briefs/daily/DATE.yaml`.
    Edition,
}

impl Schema {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let text = match self.of {
            _ if self.prompt => prompt::text(),
            Of::Brief => schema::brief()?,
            Of::Settings => schema::settings()?,
            Of::Edition => schema::edition()?,
        };
        console.answer(&text)?;
        Ok(Outcome::Fine)
    }
}
