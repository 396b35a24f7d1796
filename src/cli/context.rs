//! `attache context`

use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;

use clap::Args;
use serde::Serialize;

use super::Outcome;
use super::console::{Console, Stream};
use super::reading::{self, home_of};
use crate::error::Error;
use crate::locale;
use crate::view::BriefView;

/// Print what templates see of a brief, as JSON
#[derive(Debug, Args)]
pub(super) struct Context {
    /// The brief
    file: PathBuf,
}

/// The variables of a brief's template.
#[derive(Serialize)]
struct Variables<'v> {
    brief: &'v BriefView<'v>,
}

impl Context {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let (desk, briefs) = (home_of(&self.file, None), [self.file]);
        reading::refuse_folders(&briefs, "name one of its files")?;
        let reading = reading::read(&desk, &briefs, None, None, &AtomicUsize::new(0))?;
        console.diagnostics(Stream::Err, &reading.diagnostics, &reading.texts)?;
        reading::tell_outside(&desk, &briefs, &reading.diagnostics, console)?;
        let Some(brief) = reading.desk.briefs.first().filter(|_| !reading.has_errors()) else {
            return Ok(Outcome::Problems);
        };
        let locales = locale::read(&desk)?.locales;
        let view = BriefView::new(brief, locales.of(&brief.lang));
        let json = serde_json::to_string_pretty(&Variables { brief: &view })
            .map_err(|error| Error::Message(format!("cannot write JSON: {error}")))?;
        console.answer(&format!("{json}\n"))?;
        Ok(Outcome::Fine)
    }
}
