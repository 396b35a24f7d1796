//! `attache completions`

use clap::Args;
use clap_complete::Shell;

use super::Outcome;
use super::console::Console;
use crate::error::Error;

const EXAMPLES: &str = "\
Examples:
  attache completions bash > ~/.local/share/bash-completion/completions/attache
  attache completions fish > ~/.config/fish/completions/attache.fish";

/// Print a completion script for a shell
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self, command: &mut clap::Command, console: &mut Console) -> Result<Outcome, Error> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, command, "attache", &mut script);
        console.answer(&String::from_utf8_lossy(&script))?;
        Ok(Outcome::Fine)
    }
}
