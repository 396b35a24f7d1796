//! `attache schema`

use clap::Args;

use super::Outcome;
use super::console::Console;
use crate::error::Error;
use crate::schema;

/// Print the JSON Schema of a brief, for editors and for programs that write briefs
#[derive(Debug, Args)]
pub(super) struct Schema {}

impl Schema {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let Self {} = self;
        console.answer(&schema::json()?)?;
        Ok(Outcome::Fine)
    }
}
