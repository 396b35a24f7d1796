//! `attache check`

use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;

use clap::Args;

use super::Outcome;
use super::console::{Console, Stream, files, tally};
use crate::error::Error;
use crate::{desk, source};

const EXAMPLES: &str = "\
Examples:
  attache check                     every brief of the desk you stand in
  attache check briefs/today.yaml   one file
  attache check incoming/           every YAML file in a folder

Problems go to standard output, the count to standard error.";

/// Say everything that is wrong with every brief, at once
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Check {
    /// Briefs, folders of briefs, or desks [default: the folder you stand in]
    paths: Vec<PathBuf>,
}

impl Check {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let given = if self.paths.is_empty() { vec![PathBuf::from(".")] } else { self.paths };
        let paths = source::find(&given)?;
        let reading = desk::read(&paths, &AtomicUsize::new(0))?;
        console.diagnostics(Stream::Out, &reading.diagnostics, &reading.texts)?;
        let found = tally(&reading.diagnostics).unwrap_or_else(|| "nothing to report".to_owned());
        console.message(&format!("{} checked: {found}", files(reading.files)))?;
        Ok(if reading.has_errors() { Outcome::Problems } else { Outcome::Fine })
    }
}
