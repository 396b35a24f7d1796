//! `attache explain`

use std::fmt::Write as _;

use clap::Args;

use super::Outcome;
use super::console::Console;
use crate::check;
use crate::diagnostic::{Severity, pages};
use crate::error::Error;
use crate::suggest::suggest;

const EXAMPLES: &str = "\
Examples:
  attache explain          every code, a line each
  attache explain A101";

/// Say what a code of `check` means, why it matters and what to do
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Explain {
    /// The code, such as A101 [default: list them all]
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let Some(code) = self.code else {
            console.answer(&list())?;
            return Ok(Outcome::Fine);
        };
        let code = code.to_ascii_uppercase();
        let Some(page) = pages::page(&code) else { return Err(unknown(&code)) };
        console.answer(page)?;
        Ok(Outcome::Fine)
    }
}

fn list() -> String {
    let mut list = String::new();
    for code in check::all_codes() {
        let severity = if code.severity == Severity::Error { "error  " } else { "warning" };
        // Writing to a string cannot fail.
        let _ = writeln!(list, "{}  {severity}  {}", code.id, code.title);
    }
    list
}

fn unknown(code: &str) -> Error {
    let near = suggest(code, check::all_codes().map(|known| known.id));
    let help = near
        .map_or_else(|| "`attache explain` lists them".to_owned(), |near| format!("did you mean {near}?"));
    Error::Message(format!("there is no code {code}; {help}"))
}
