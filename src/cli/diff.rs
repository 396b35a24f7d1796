//! `attache diff`

mod lines;
mod sides;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::Outcome;
use super::console::Console;
use super::reading::desk_argument;
use crate::change::Change;
use crate::error::Error;
use crate::locale::Locale;
use crate::view::{ChangeRecord, ChangesView, Linked};
use sides::Sides;

const EXAMPLES: &str = "\
Examples:
  attache diff old.yaml new.yaml                  two versions of a brief
  attache diff 2025-03-04 2025-03-05              two days of the desk you stand in
  attache diff 2025-03-04 2025-03-05 --desk DIR   two days of another
  attache diff /srv/desk-yesterday /srv/desk      two desks, brief by brief

Of two days, all that the briefs after the first up to the second change is told, as on the pages of \
these days: who denied it in between, too. Briefs that an editor left out count here as any other; the \
page of a day tells what they changed on the next day whose briefs say it. \
A brief outside of any desk is read with that of the other one, or the one you stand in. \
Items are matched by id; their order, white space and the layout of files change nothing.

JSON is one object: {\"attache_changes\": 1, \"old\": …, \"new\": …, \"changes\": […]}. Each change has \
`kind`, `item`, `id`, `story`, `brief`; `old` and `new`, the value that changed, in the words of the \
input; and what the item says now: `text`, `status`, `attribution`, `marking` and more; \
`old_text` is what it said where `old` was told of another statement.

Exit codes: 0 compared; 1 a brief has errors, or, with --exit-code, something has changed; 2 the \
tool could not do its work.";

/// Say what changed between two briefs, two days or two desks, item by item
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Diff {
    /// What there was: a brief, a day (YYYY-MM-DD) or a folder of briefs
    old: String,
    /// What there is: another of the same sort
    new: String,
    /// The desk that days are taken from [default: the folder you stand in]
    #[arg(long, value_name = "DIR", value_parser = desk_argument())]
    desk: Option<PathBuf>,
    /// How to write what changed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Exit with 1 where something has changed
    #[arg(long)]
    exit_code: bool,
}

/// How to write what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line a change, for people.
    Human,
    /// One object, for programs.
    Json,
}

/// The version of the JSON's form.
const VERSION: u32 = 1;

/// Everything that changed, as a program reads it.
#[derive(Serialize)]
struct Report<'v> {
    attache_changes: u32,
    old: &'v str,
    new: &'v str,
    changes: Vec<ChangeRecord<'v>>,
}

impl Diff {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let sides = Sides::of(&self.old, &self.new, self.desk.as_deref())?;
        let read = sides.read()?;
        if read.has_errors() {
            for reading in read.readings() {
                console.errors(&reading.diagnostics, &reading.texts)?;
            }
            read.tell_outside(console)?;
            return Ok(Outcome::Problems);
        }
        read.tell_outside(console)?;
        let changes = read.changes()?;
        match self.format {
            Format::Human => console.line(&lines::text(&view(&changes)))?,
            Format::Json => console.answer(&self.json(&changes)?)?,
        }
        Ok(if self.exit_code && !changes.is_empty() { Outcome::Different } else { Outcome::Fine })
    }

    fn json(&self, changes: &[Change<'_>]) -> Result<String, Error> {
        let report = Report {
            attache_changes: VERSION,
            old: &self.old,
            new: &self.new,
            changes: changes.iter().map(|it| ChangeRecord::new(it, Locale::english())).collect(),
        };
        let json = serde_json::to_string_pretty(&report)
            .map_err(|error| Error::Message(format!("cannot write JSON: {error}")))?;
        Ok(json + "\n")
    }
}

fn view<'v>(changes: &[Change<'v>]) -> ChangesView<'v> {
    // The terminal has no pages to lead to.
    ChangesView::new(changes, Linked::Nowhere, Locale::english())
}
