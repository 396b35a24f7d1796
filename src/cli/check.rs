//! `attache check`

use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;

use clap::Args;

use super::Outcome;
use super::console::{Console, Stream, files, tally};
use super::reading::{self, Settled, Strictness};
use crate::diagnostic::report::Format;
use crate::error::Error;
use crate::{settings, source};

const EXAMPLES: &str = "\
Examples:
  attache check                     every brief of the desk you stand in
  attache check briefs/today.yaml   one file
  attache check incoming/           every YAML file in a folder
  attache check --format json       a line each for the program that wrote the briefs

Problems go to standard output, the count to standard error.";

/// Say everything that is wrong with every brief, at once
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Check {
    /// Briefs, folders of briefs, or desks [default: the folder you stand in]
    paths: Vec<PathBuf>,
    /// The article's text, for briefs that name no file with it
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,
    /// How to write what is found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The site that was published, to notice changes without a correction [default: site/ in the desk]
    #[arg(long, value_name = "DIR")]
    published: Option<PathBuf>,
    #[command(flatten)]
    strictness: Strictness,
}

impl Check {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        // A whole desk has editions too; of single files nobody could say whether an edition names the right briefs.
        let whole =
            self.paths.is_empty() || matches!(self.paths.as_slice(), [only] if only.join("briefs").is_dir());
        let (folder, paths) = reading::given(self.paths)?;
        let site = self.published.unwrap_or_else(|| folder.join(settings::SITE));
        let article = self.article.as_deref();
        let settled = Settled::read(&folder, article, Some(&site))?;
        let mut reading = settled.briefs(&paths, &AtomicUsize::new(0), &source::read)?;
        if whole {
            settled.across(&folder, &mut reading)?;
        }
        console.report(Stream::Out, self.format, &reading.diagnostics, &reading.texts)?;
        reading::tell_outside(&folder, &paths, &reading.diagnostics, console)?;
        let found = tally(&reading.diagnostics).unwrap_or_else(|| "nothing to report".to_owned());
        console.message(&format!("{} checked: {found}", files(reading.files)))?;
        Ok(if self.strictness.fails(&reading.diagnostics) { Outcome::Problems } else { Outcome::Fine })
    }
}
