//! `attache build`

use std::path::{Path, PathBuf};

use clap::Args;

use super::Outcome;
use super::ceiling::marking;
use super::console::Console;
use super::log::{Event, LogArgs};
use super::making;
use super::reading::{Settled, Strictness, desk_argument, refuse_folder};
use super::timings::Timings;
use crate::error::Error;
use crate::model::Marking;
use crate::output::OutputDir;
use crate::publish;
use crate::settings::{self, Target};

const EXAMPLES: &str = "\
Examples:
  attache build                       the desk you stand in, into site/
  attache build /srv/desk --out /srv/www/briefs

A desk is a folder with briefs/ in it and, if you like, templates/ of its own. Nothing is written unless everything could be \
rendered; files that have not changed are not touched.";

/// Build the site of a desk: pages of briefs, days, stories, questions, people, topics and sources, with search and feeds
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Build {
    /// The desk
    #[arg(default_value = ".", value_parser = desk_argument())]
    desk: PathBuf,
    /// The folder to write to; attache makes it, and writes to no folder that it did not make [default: site/ in the desk]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Leave out whatever is marked higher than this, and every part that stands on it
    #[arg(long, value_name = "MARKING", value_parser = marking())]
    ceiling: Option<Marking>,
    /// Say how long each stage took
    #[arg(long)]
    timings: bool,
    #[command(flatten)]
    log: LogArgs,
    #[command(flatten)]
    strictness: Strictness,
}

impl Build {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        console.log_as(self.log.format);
        if self.desk.is_file() {
            return Err(Error::Message(format!(
                "{0} is a file, and a desk is a folder: `attache render {0}` makes the page of one brief",
                self.desk.display()
            )));
        }
        let out = self.out.clone().unwrap_or_else(|| self.desk.join(settings::SITE));
        refuse_folder(&self.desk, &out)?;
        let mut timings = Timings::start();
        let settled = Settled::read(&self.desk, None, Some(&out))?.under(self.ceiling);
        // Also with a ceiling of its own: what readers have is for `publish` to write, which knows theirs.
        if let Some(target) = publish::target_at(&out, &settled.options.settings.targets, &self.desk) {
            return Err(belongs_to(target, &out));
        }
        let Some(mut made) = making::read(&self.desk, settled, &self.strictness, console)? else {
            return Ok(Outcome::Problems);
        };
        timings.lap("read and check");
        if let Some(ceiling) = self.ceiling {
            made.cut(ceiling, console)?;
        }
        let Some(renderer) = made.renderer(&self.desk, console)? else { return Ok(Outcome::Problems) };
        // Nothing that a reader could see changes before all of it has been rendered.
        let folder = OutputDir::open(&out)?;
        if !made.render(&renderer, &folder, &self.strictness, &mut timings, console)? {
            return Ok(Outcome::Problems);
        }
        let report = folder.finish()?;
        // The process ends soon, and the system takes back all memory at once.
        std::mem::forget((made, renderer));
        timings.lap("put in place");
        console.tell(&Event::built(&report, &out.join("index.html")))?;
        for kept in &report.kept {
            console.tell(&Event::Kept { path: kept.as_str() })?;
        }
        if self.timings {
            console.message(&timings.report())?;
        }
        Ok(Outcome::Fine)
    }
}

/// The error that readers of a target would have what is built.
fn belongs_to(target: &Target, out: &Path) -> Error {
    let (name, out) = (&target.name, out.display());
    Error::Message(format!(
        "{out} is where readers of the target `{name}` have their site from: choose another --out, or let `attache publish {name}` \
         write there"
    ))
}
