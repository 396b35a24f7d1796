//! `attache schema`

use clap::Args;

use super::Outcome;
use super::console::Console;
use crate::error::Error;
use crate::prompt;
use crate::schema;

const EXAMPLES: &str = "\
Examples:
  attache schema > brief.schema.json
  attache schema --prompt           to put before a request to summarise an article";

/// Print the JSON Schema of a brief, for editors and for programs that write briefs
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Schema {
    /// Describe format and rules in words instead, for whoever or whatever writes briefs
    #[arg(long)]
    prompt: bool,
}

impl Schema {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let text = if self.prompt { prompt::text() } else { schema::json()? };
        console.answer(&text)?;
        Ok(Outcome::Fine)
    }
}
